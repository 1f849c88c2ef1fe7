"""No network, lost answers, double taps, ended sessions: nothing is lost, nothing happens twice, and it is said."""

from __future__ import annotations

import json

import pytest

from local import people
from local.people import done
from tests.browser.hand import Opens, up_to_the_caregiver
from tests.browser.screens import BOOK
from tests.engine.conftest import RunningStack
from tests.engine.test_stack import Cast

pytestmark = [pytest.mark.engine, pytest.mark.slow]


class TestConnectionLost:
    def test_after_the_booking_left_and_a_double_tap_on_top(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones)
        hand = opens(cast.elder, privacyAgreed=True)
        up_to_the_caregiver(hand)
        hand.tap("有话对护工说")
        hand.types("有话对护工说", "需要协助翻身")
        hand.wishes(network="answers_lost")
        button = hand.front.get_by_role("button", name="请李护理员来")
        button.dblclick()
        hand.sees("李护理员约上没有，还不知道", "再点一次也不会约两次")
        hand.tap("再试一次")
        hand.sees("再试一次")
        hand.wishes(network="on")
        hand.tap("再试一次")
        hand.sees("预约发出了")
        visits = done(cast.elder.get("/v1/visits"))["items"]
        assert len(visits) == 1
        assert visits[0]["needs"] == "需要协助翻身"
        assert done(cast.elder.get("/v1/wallet"))["held_fen"] == 12_800

    def test_reopened_it_finds_the_booking_that_arrived(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones)
        hand = opens(cast.elder, privacyAgreed=True)
        up_to_the_caregiver(hand)
        hand.wishes(network="answers_lost")
        hand.tap("请李护理员来")
        hand.sees("还不知道")
        hand.wishes(network="on")
        hand.go(BOOK)
        hand.sees("预约发出了", "等李护理员接单")
        assert len(done(cast.elder.get("/v1/visits"))["items"]) == 1

    def test_reopened_it_keeps_the_form_of_one_that_never_arrived(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones)
        hand = opens(cast.elder, privacyAgreed=True)
        up_to_the_caregiver(hand)
        hand.tap("有话对护工说")
        hand.types("有话对护工说", "需要协助翻身")
        hand.wishes(network="off")
        hand.tap("请李护理员来")
        hand.sees("还不知道")
        hand.wishes(network="on")
        hand.go(BOOK)
        assert "上次没有约成，没有扣钱" in hand.trouble()
        hand.sees("明天上午9点，2小时")
        hand.tap("请李护理员来")
        hand.sees("预约发出了")
        visits = done(cast.elder.get("/v1/visits"))["items"]
        assert [visit["needs"] for visit in visits] == ["需要协助翻身"]

    def test_an_outcome_the_backend_does_not_know_itself_is_asked_again_with_the_same_id(
        self, opens: Opens, phones: RunningStack
    ) -> None:
        cast = Cast(phones)
        hand = opens(cast.elder, privacyAgreed=True)
        up_to_the_caregiver(hand)
        hand.hears_503_once("**/api/v1/visits", method="POST")
        hand.tap("请李护理员来")
        hand.sees("还不知道")
        hand.tap("再试一次")
        hand.sees("预约发出了")
        assert len(done(cast.elder.get("/v1/visits"))["items"]) == 1

    def test_closed_for_a_top_up_the_form_is_still_there(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones, balance_fen=1_000)
        hand = opens(cast.elder, privacyAgreed=True)
        up_to_the_caregiver(hand)
        hand.tap("请李护理员来")
        assert "还差" in hand.trouble()
        people.top_up(cast.elder, 50_000)
        hand.go(BOOK)
        hand.sees("您填的都还在")
        hand.tap("上一步")
        hand.tap("上一步")
        hand.tap("自己挑时间和长短")
        hand.tap("后天", exact=True)
        hand.tap("上午9点", exact=True)
        hand.tap("2小时", exact=True)
        hand.tap("在地图上选")
        hand.tap("就是这里")
        hand.tap("请李护理员来")
        hand.sees("预约发出了")

    def test_while_somebody_is_asked_there_is_no_way_back(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones)
        hand = opens(cast.elder, privacyAgreed=True)
        up_to_the_caregiver(hand)
        hand.sees("上一步")
        hand.page.route("**/api/v1/visits", lambda _: None)
        hand.tap("请李护理员来")
        hand.sees("正在约")
        assert "上一步" not in hand.text()

    def test_a_top_up_whose_answer_was_lost_is_taken_up_again(self, opens: Opens, phones: RunningStack) -> None:
        member = people.a_member(phones.town)
        hand = opens(member, at="/packages/bills/wallet/wallet")
        hand.sees("充多少")
        hand.wishes(network="answers_lost")
        hand.tap("100 元")
        assert "没有收到回音" in hand.trouble()
        hand.wishes(network="on")
        hand.reload()
        hand.sees("充值 ¥100.00 还没有付完")
        hand.tap("接着付")
        hand.sees("¥100.00")
        phones.town.until(lambda: done(member.get("/v1/wallet"))["available_fen"] == 10_000, "the money")
        assert len(done(member.get("/v1/wallet/entries"))["items"]) == 1

    def test_paid_and_then_the_line_is_gone(self, opens: Opens, phones: RunningStack) -> None:
        member = people.a_member(phones.town)
        hand = opens(member, at="/packages/bills/wallet/wallet")
        hand.sees("充多少")
        hand.page.evaluate(
            "() => { const pay = wx.requestPayment; "
            "wx.requestPayment = (given) => { wx.phone.set({ network: 'off' }); return pay(given) } }"
        )
        hand.tap("100 元")
        assert "连不上网络" in hand.trouble()
        hand.wishes(network="on")
        hand.reload()
        hand.tap("接着付")
        hand.sees("¥100.00", "充多少")
        assert done(member.get("/v1/wallet"))["available_fen"] == 10_000
        assert len(done(member.get("/v1/wallet/entries"))["items"]) == 1

    def test_paid_and_then_wechat_says_it_failed(self, opens: Opens, phones: RunningStack) -> None:
        member = people.a_member(phones.town)
        hand = opens(member, at="/packages/bills/wallet/wallet", pays="unknown")
        hand.tap("100 元")
        phones.town.until(lambda: "可以用的余额\n¥100.00" in hand.text(), "the money on the screen")
        assert "没有扣钱" not in hand.text()
        assert done(member.get("/v1/wallet"))["available_fen"] == 10_000

    def test_an_answer_older_than_the_last_command_is_not_shown(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones)
        visit_id = done(cast.elder.post("/v1/visits", cast.booking()), 201)["id"]
        hand = opens(cast.elder, at=f"/packages/tracking/visit/visit?id={visit_id}")
        hand.sees("等护工接单")
        late = []
        hand.page.route(f"**/api/v1/visits/{visit_id}", lambda route: late.append((route, route.fetch())))
        hand.refreshes()
        hand.page.wait_for_function("() => wx.phone.calls.filter(([call]) => call === 'request').length > 1")
        hand.tap("取消这次上门")
        hand.answers("取消上门")
        hand.sees("已取消")
        ((route, answer),) = late
        with hand.page.expect_event("requestfinished"):
            route.fulfill(response=answer)
        hand.sees("已取消")


class TestFirstScreen:
    def test_at_most_two_requests_and_fifty_kilobytes(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones, balance_fen=200_000)
        for hour in (8, 11, 14, 17):
            body = cast.booking()
            start = body["start_at"].replace("T09:", f"T{hour:02d}:")
            needs = "需要协助翻身，会简单糖尿病护理" * 10
            done(cast.elder.post("/v1/visits", body | {"start_at": start, "needs": needs}), 201)
        hand = opens(cast.elder)
        hand.sees("接下来的上门")
        hand.requests.clear()
        hand.go("/pages/home/home")
        hand.sees("接下来的上门")
        asked = sorted(request.url.split("/api")[1] for request in hand.requests)
        assert asked == ["/v1/cards", "/v1/visits"]
        sizes = [len(json.dumps(request.response().json(), ensure_ascii=False).encode()) for request in hand.requests]
        assert sum(sizes) <= 50 * 1024
