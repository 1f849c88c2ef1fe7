"""Money in: ordered, told of three times, lost, slow, wrong; credited once or not at all."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from local import people
from local.people import Answer, Phone, done, new_id
from local.wechat.signing import Signing
from tests.builders.world import World


@pytest.fixture
def member(world: World) -> Phone:
    return people.a_member(world)


def order(member: Phone, **changes: Any) -> dict[str, Any]:
    body = {"id": new_id("top"), "amount_fen": 50_000} | changes
    return done(member.post("/v1/wallet/top-ups", body), 201)


def again(member: Phone, ordered: dict[str, Any]) -> Answer:
    return member.post("/v1/wallet/top-ups", {"id": ordered["id"], "amount_fen": ordered["amount_fen"]})


def available(member: Phone) -> int:
    return int(done(member.get("/v1/wallet"))["available_fen"])


def hold_callbacks(world: World) -> None:
    world.wechat("POST", "/callbacks/hold", {"on": True})


class TestOrder:
    def test_is_paid_and_credited_by_the_callback(self, world: World, member: Phone) -> None:
        ordered = order(member)
        assert (ordered["state"], set(ordered["payment"])) == (
            "ordered",
            {"timeStamp", "nonceStr", "package", "signType", "paySign"},
        )
        assert member.pay(ordered["payment"]) == "requestPayment:ok"
        assert available(member) == 0
        world.settle()
        assert available(member) == 50_000
        told = [message["kind"] for message in done(member.get("/v1/inbox"))["items"]]
        assert told == ["wallet_topped_up"]

    def test_the_same_again_is_the_same_order_with_fresh_parameters(self, world: World, member: Phone) -> None:
        ordered = order(member)
        second = done(again(member, ordered), 201)
        assert second["payment"]["package"] != ordered["payment"]["package"]
        assert len(world.wechat("GET", "/orders")["items"]) == 1
        assert member.pay(second["payment"]) == "requestPayment:ok"
        world.settle()
        assert available(member) == 50_000

    def test_another_amount_under_the_same_id_is_refused(self, member: Phone) -> None:
        ordered = order(member)
        answer = again(member, ordered | {"amount_fen": 1_000})
        assert (answer.status, answer.body["code"]) == (409, "request.id_taken")

    def test_somebody_elses_id_is_refused(self, world: World, member: Phone) -> None:
        answer = again(people.a_member(world), order(member))
        assert (answer.status, answer.body["code"]) == (409, "request.id_taken")

    @pytest.mark.parametrize("amount", [99, 0, -100, 1_000_001, 100.5, "100"])
    def test_an_amount_out_of_range_is_refused(self, member: Phone, amount: Any) -> None:
        answer = member.post("/v1/wallet/top-ups", {"id": new_id("top"), "amount_fen": amount})
        assert (answer.status, answer.body["field"]) == (422, "amount_fen")

    def test_cancelled_in_wechat_costs_nothing(self, world: World, member: Phone) -> None:
        assert member.pay(order(member)["payment"], "cancel") == "requestPayment:fail cancel"
        world.settle()
        assert available(member) == 0

    @pytest.mark.parametrize(
        "fault", [{"drop": "before"}, {"drop": "after"}, {"status": 500}, {"bad_signature": True}]
    )
    def test_wechat_not_answering_is_told_and_the_same_id_asks_again(
        self, world: World, member: Phone, fault: dict[str, Any]
    ) -> None:
        world.wechat("POST", "/faults", {"path": "/v3/pay/transactions/jsapi", **fault})
        ordered = order(member)
        assert (ordered["state"], ordered["payment"]) == ("ordered", None)
        assert "还没有扣钱" in ordered["message"]
        assert member.pay(done(again(member, ordered), 201)["payment"]) == "requestPayment:ok"
        world.settle()
        assert available(member) == 50_000

    def test_a_person_who_presses_again_gets_there(self, world: World, member: Phone) -> None:
        world.wechat("POST", "/faults", {"path": "/v3/pay/transactions/jsapi", "drop": "before"})
        people.top_up(member, 50_000)
        assert available(member) == 50_000


class TestLostCallback:
    def test_the_same_order_again_finds_the_payment(self, world: World, member: Phone) -> None:
        hold_callbacks(world)
        ordered = order(member)
        member.pay(ordered["payment"])
        told = done(again(member, ordered), 201)
        assert (told["state"], told["payment"]) == ("paid", None)
        assert available(member) == 50_000

    def test_somebody_asks_after_a_minute_without_being_asked(self, world: World, member: Phone) -> None:
        hold_callbacks(world)
        ordered = order(member)
        world.settle()
        member.pay(ordered["payment"])
        world.pass_time(seconds=59)
        assert available(member) == 0
        world.pass_time(seconds=1)
        assert available(member) == 50_000

    def test_and_the_late_callback_changes_nothing(self, world: World, member: Phone) -> None:
        hold_callbacks(world)
        ordered = order(member)
        member.pay(ordered["payment"])
        done(again(member, ordered), 201)
        held = [each["id"] for each in world.wechat("GET", "/callbacks")["items"]]
        assert world.wechat("POST", "/callbacks/send", {"ids": held, "times": 3})["statuses"] == [200] * 3
        assert available(member) == 50_000

    def test_an_order_nobody_pays_is_closed_after_two_hours(self, world: World, member: Phone) -> None:
        ordered = order(member)
        for minutes in (1, 1, 5, 25, 100, 1):
            world.pass_time(minutes=minutes)
        answer = again(member, ordered)
        assert (answer.status, answer.body["code"]) == (410, "billing.top_up_closed")


class TestCallback:
    """Three times, wrong, forged: one credit or none, and the wallet as it was."""

    def send(
        self,
        world: World,
        *,
        age_s: int = 0,
        rewritten: bool = False,
        headers: dict[str, str] | None = None,
        **changes: Any,
    ) -> Answer:
        """A notification signed by WeChat's own key, about whatever the test wants."""
        signing = Signing(world.outside.keys, "1900000001")
        now = int(world.clock().timestamp())
        order = {
            "appid": "wx-local-healthcard",
            "mchid": "1900000001",
            "trade_state": "SUCCESS",
            "transaction_id": "4200000000",
            "amount": {"total": 50_000, "currency": "CNY"},
        } | changes
        envelope = {
            "event_type": "TRANSACTION.SUCCESS",
            "resource_type": "encrypt-resource",
            "resource": signing.encrypted(order, original_type="transaction"),
        }
        body = json.dumps(envelope).encode()
        signed = signing.headers(body, timestamp=now - age_s)
        sent = json.dumps(envelope, indent=1).encode() if rewritten else body
        return world.request("POST", "/v1/wechat/pay/notify", raw=sent, headers=signed | (headers or {}))

    def test_three_times_is_one_credit(self, world: World, member: Phone) -> None:
        ordered = order(member)
        payer = {"openid": member.openid}
        answers = [self.send(world, out_trade_no=ordered["id"], payer=payer) for _ in range(3)]
        assert [answer.status for answer in answers] == [200, 200, 200]
        assert available(member) == 50_000

    @pytest.mark.parametrize(
        "changes",
        [
            {"amount": {"total": 49_999, "currency": "CNY"}},
            {"amount": {"total": 50_000, "currency": "USD"}},
            {"amount": None},
            {"payer": {"openid": "somebody else"}},
            {"out_trade_no": "top_01M00000000000000000000004"},
            {"out_trade_no": "an order of another shop"},
        ],
    )
    def test_signed_but_not_what_was_ordered_is_refused_and_alarmed(
        self, world: World, member: Phone, changes: dict[str, Any], caplog: pytest.LogCaptureFixture
    ) -> None:
        ordered = order(member)
        told = {"out_trade_no": ordered["id"], "payer": {"openid": member.openid}} | changes
        answer = self.send(world, **told)
        assert (answer.status, answer.body["code"]) == (422, "billing.payment_differs")
        assert available(member) == 0
        assert any(record.levelname == "ERROR" for record in caplog.records)

    @pytest.mark.parametrize(
        "spoiled",
        [
            {"age_s": 301},
            {"rewritten": True},
            {"headers": {"Wechatpay-Serial": "PUB_KEY_ID_0000000000000000000000000000000"}},
            {"headers": {"Wechatpay-Signature": "WECHATPAY/SIGNTEST/AAAA"}},
            {"mchid": "1900000009"},
            {"appid": "wx-another-program"},
        ],
    )
    def test_right_in_all_but_one_thing_is_refused_and_alarmed(
        self, world: World, member: Phone, spoiled: dict[str, Any], caplog: pytest.LogCaptureFixture
    ) -> None:
        ordered = order(member)
        caplog.clear()
        answer = self.send(world, out_trade_no=ordered["id"], payer={"openid": member.openid}, **spoiled)
        assert (answer.status, answer.body["code"]) == (401, "wechat_pay.callback_refused")
        assert available(member) == 0
        assert any(record.levelname == "ERROR" for record in caplog.records)

    def test_money_that_comes_after_closing_is_credited_once_and_told(self, world: World, member: Phone) -> None:
        ordered = order(member)
        for minutes in (1, 5, 25, 100):
            world.pass_time(minutes=minutes)
        assert again(member, ordered).body["code"] == "billing.top_up_closed"
        payer = {"openid": member.openid}
        answers = [self.send(world, out_trade_no=ordered["id"], payer=payer) for _ in range(3)]
        assert [answer.status for answer in answers] == [200, 200, 200]
        assert available(member) == 50_000
        world.lose_events()
        world.settle()
        world.pass_time(minutes=15)
        told = [message["kind"] for message in done(member.get("/v1/inbox"))["items"]]
        assert told == ["wallet_topped_up"]

    @pytest.mark.parametrize("state", ["NOTPAY", "CLOSED", "REFUND"])
    def test_about_something_that_is_no_payment_is_refused(self, world: World, member: Phone, state: str) -> None:
        ordered = order(member)
        answer = self.send(world, out_trade_no=ordered["id"], payer={"openid": member.openid}, trade_state=state)
        assert answer.status == 422
        assert available(member) == 0

    def test_from_anybody_else_is_refused(self, world: World) -> None:
        answer = world.request("POST", "/v1/wechat/pay/notify", raw=b"{}")
        assert (answer.status, answer.body["code"]) == (401, "wechat_pay.callback_refused")

    def test_a_probe_is_refused_and_the_real_one_follows(self, world: World, member: Phone) -> None:
        world.wechat("POST", "/faults", {"path": "callback", "bad_signature": True})
        member.pay(order(member)["payment"])
        world.settle()
        assert available(member) == 0
        world.pass_time(seconds=15)
        assert available(member) == 50_000


class TestNoAnswer:
    """A time-out means unknown: neither "not paid" nor "over"."""

    def test_an_order_is_not_closed_on_a_question_nobody_answered(self, world: World, member: Phone) -> None:
        hold_callbacks(world)
        ordered = order(member)
        world.pass_time(minutes=119)
        assert member.pay(ordered["payment"]) == "requestPayment:ok"
        world.wechat("POST", "/faults", {"path": "/v3/pay", "status": 500, "times": 3})
        world.pass_time(minutes=7)
        answer = done(again(member, ordered), 201)
        assert (answer["state"], answer["payment"]) == ("ordered", None)
        world.wechat("DELETE", "/faults")
        world.pass_time(minutes=11)
        assert available(member) == 50_000

    def test_a_proxys_page_is_no_answer(self, world: World, member: Phone) -> None:
        world.wechat("POST", "/faults", {"path": "/v3/pay", "status": 502})
        assert order(member)["payment"] is None


class TestReading:
    def test_somebody_new_has_nothing(self, member: Phone) -> None:
        assert done(member.get("/v1/wallet")) == {"available_fen": 0, "held_fen": 0, "holds": []}
        assert done(member.get("/v1/bills")) == {"items": [], "next": None}

    def test_a_bill_that_is_not_there_says_when_it_will_be(self, member: Phone) -> None:
        answer = member.get(f"/v1/bills/{new_id('vis')}")
        assert (answer.status, answer.body["code"]) == (404, "billing.no_bill_yet")

    def test_entries_come_page_by_page(self, world: World, member: Phone) -> None:
        for _ in range(3):
            people.top_up(member, 1_000)
            world.clock.advance(timedelta(seconds=1))
        first = done(member.get("/v1/wallet/entries?limit=2"))
        rest = done(member.get(f"/v1/wallet/entries?limit=2&after={first['next'].replace('#', '%23')}"))
        assert (len(first["items"]), len(rest["items"]), rest["next"]) == (2, 1, None)
