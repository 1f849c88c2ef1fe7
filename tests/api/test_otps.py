"""One-time codes: who gets how many, what each is good for, and what guessing comes to (features.md A5, A6)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from chalice.local import LambdaEventConverter

from chalicelib.bootstrap import SMS_OPTIONS
from local import people
from local.people import Phone, done, somebody
from tests.builders.fake_dynamodb import FakeDynamoDB
from tests.builders.otps import asked, received, texts, wrong
from tests.builders.story import refusal
from tests.builders.telling import sns_down, sns_mute
from tests.builders.world import World


@pytest.fixture
def member(world: World) -> Phone:
    return people.a_member(world)


def bind(phone: Phone, otp: dict[str, Any]) -> tuple[int, str]:
    answer = phone.post("/v1/me/phone", otp)
    return answer.status, answer.body.get("code", "")


def comes_from(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Whoever asks from now on."""
    event_of = LambdaEventConverter.create_lambda_event

    def from_there(*given: Any, **named: Any) -> Any:
        event = event_of(*given, **named)
        event["requestContext"]["identity"]["sourceIp"] = address
        return event

    monkeypatch.setattr(LambdaEventConverter, "create_lambda_event", from_there)


class TestSending:
    def test_makes_the_phone_mine_without_wechats_button(self, world: World, member: Phone) -> None:
        otp = received(world, member)
        assert (
            done(member.post("/v1/me/phone", otp))["phone_masked"] == f"{member.number[3:6]}****{member.number[-4:]}"
        )
        state = done(member.get(f"/v1/otp/{otp['otp_id']}"))
        assert (state["state"], state["tries_left"]) == ("sent", 4)
        assert bind(member, otp) == (410, "identity.otp_over")

    def test_again_is_possible_after_exactly_a_minute_and_says_when(self, world: World, member: Phone) -> None:
        done(asked(member), 201)
        world.clock.advance(timedelta(seconds=59))
        early = asked(member)
        assert refusal(early) == (429, "identity.otp_too_soon")
        assert early.body["facts"]["retry_at"] == "2026-11-23T00:01:00.000Z"
        assert early.headers["Retry-After"] == "1"
        world.clock.advance(timedelta(seconds=1))
        done(asked(member), 201)
        assert len(texts(world, member.number)) == 2

    def test_is_no_more_than_five_an_hour_and_ten_a_day_to_one_phone_whoever_asks(self, world: World) -> None:
        victim = somebody(world).number
        sent = 0
        for _ in range(30):
            phone = people.a_member(world)
            sent += asked(phone, number=victim).status == 201
            world.clock.advance(timedelta(minutes=10))
        assert sent == len(texts(world, victim)) == 10
        last = asked(people.a_member(world), number=victim)
        assert refusal(last) == (429, "identity.otp_too_many")
        assert last.body["facts"]["retry_at"] == "2026-11-24T00:00:00.000Z"

    def test_of_a_thousand_requests_from_one_address_few_leave_and_a_real_person_gets_theirs(
        self, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        attackers = [people.a_member(world) for _ in range(10)]
        victims = [somebody(world).number for _ in range(100)]
        answers = [asked(attackers[place % 10], number=victims[place // 10]).status for place in range(1_000)]
        left = sum(len(texts(world, victim)) for victim in victims)
        assert answers.count(201) == left <= 60
        # At that moment, from another address.
        comes_from(monkeypatch, "203.0.113.7")
        real = people.a_member(world)
        assert bind(real, received(world, real)) == (200, "")

    def test_of_one_account_ten_a_day_leave(self, world: World, member: Phone) -> None:
        numbers = [somebody(world).number for _ in range(11)]
        answers = [asked(member, number=number).status for number in numbers]
        assert answers == [201] * 10 + [429]

    def test_a_dead_gateway_is_followed_by_the_next_and_there_is_one_good_code(
        self, world: World, member: Phone, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sns_down(monkeypatch, region="ap-southeast-1")
        otp = received(world, member)
        assert texts(world, member.number) == [otp["otp"]]
        assert bind(member, otp) == (200, "")

    def test_a_gateway_that_never_answers_is_followed_by_the_next_in_less_than_ten_seconds(
        self, world: World, member: Phone, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sns_mute(monkeypatch, "ap-southeast-1")
        otp = received(world, member)
        assert texts(world, member.number) == [otp["otp"]]
        assert bind(member, otp) == (200, "")
        waits_s = SMS_OPTIONS["connect_timeout"] + SMS_OPTIONS["read_timeout"]
        assert SMS_OPTIONS["retries"]["total_max_attempts"] * waits_s < 10

    def test_with_all_gateways_dead_it_says_so_and_a_minute_later_it_goes(
        self, world: World, member: Phone, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as dead:
            sns_down(dead)
            assert refusal(asked(member)) == (422, "identity.otp_not_sent")
        world.clock.advance(timedelta(minutes=1))
        assert bind(member, received(world, member)) == (200, "")

    def test_two_at_once_are_one_text(self, world: World, member: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
        write = FakeDynamoDB.transact_write_items
        other: list[int] = []

        def slow(database: FakeDynamoDB, *, TransactItems: list[Any]) -> None:  # noqa: N803 - boto3's name
            if not other and "OTP#" in str(TransactItems):
                other.append(0)
                other[0] = asked(member).status
            write(database, TransactItems=TransactItems)

        monkeypatch.setattr(FakeDynamoDB, "transact_write_items", slow)
        assert {asked(member).status, other[0]} == {201, 429}
        assert len(texts(world, member.number)) == 1


class TestTrying:
    def test_five_times_and_then_also_the_right_one_is_worthless(self, world: World, member: Phone) -> None:
        otp = received(world, member)
        for left in (4, 3, 2, 1):
            answer = member.post("/v1/me/phone", wrong(otp))
            assert (answer.status, answer.body["code"]) == (422, "identity.otp_wrong")
            assert answer.body["facts"]["left"] == left
        assert bind(member, wrong(otp)) == (410, "identity.otp_over")
        assert bind(member, otp) == (410, "identity.otp_over")

    def test_many_at_once_are_no_more_than_five(
        self, world: World, member: Phone, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """All have read that nobody tried yet, before the first of them is counted."""
        otp = received(world, member)
        write = FakeDynamoDB.transact_write_items
        held: list[tuple[int, str]] = []
        depth = [0]

        def slow(database: FakeDynamoDB, *, TransactItems: list[Any]) -> None:  # noqa: N803 - boto3's name
            if depth[0] < 8 and "tries" in str(TransactItems):
                depth[0] += 1
                held.append(bind(member, wrong(otp)))
            write(database, TransactItems=TransactItems)

        monkeypatch.setattr(FakeDynamoDB, "transact_write_items", slow)
        held.append(bind(member, wrong(otp)))
        # What was read before the others were counted says how many are left; none is tried more than five times.
        tries = done(member.get(f"/v1/otp/{otp['otp_id']}"))["tries_left"]
        assert (held.count((422, "identity.otp_wrong")), tries) == (5, 0)
        assert held.count((410, "identity.otp_over")) == 4

    def test_a_newer_one_kills_the_one_before_and_nobody_elses_does(self, world: World, member: Phone) -> None:
        old = received(world, member)
        world.clock.advance(timedelta(minutes=1))
        new = received(world, member)
        done(asked(people.a_member(world), number=member.number), 201)
        assert bind(member, old) == (410, "identity.otp_over")
        assert bind(member, new) == (200, "")

    def test_who_asks_for_what_is_not_theirs_uses_up_nothing_of_the_owners(self, world: World, member: Phone) -> None:
        member.give_number()
        for _ in range(3):
            thief = people.a_member(world)
            thief.give_number()
            for _ in range(9):
                assert refusal(asked(thief, "unlock", member.number)) == (422, "identity.other_phone")
        assert texts(world, member.number) == []
        done(asked(member, "unlock"), 201)

    def test_until_exactly_five_minutes(self, world: World, member: Phone) -> None:
        otp = received(world, member)
        world.clock.advance(timedelta(minutes=5))
        assert bind(member, otp) == (410, "identity.otp_over")
        otp = received(world, member)
        world.clock.advance(timedelta(minutes=5) - timedelta(milliseconds=1))
        assert bind(member, otp) == (200, "")

    def test_is_for_who_asked_and_for_what_it_was_asked(self, world: World, member: Phone) -> None:
        otp = received(world, member, "recover")
        assert bind(member, otp) == (410, "identity.otp_over")
        world.clock.advance(timedelta(minutes=1))
        otp = received(world, member)
        thief = people.a_member(world)
        assert bind(thief, otp) == (410, "identity.otp_over")
        assert refusal(thief.get(f"/v1/otp/{otp['otp_id']}")) == (404, "identity.no_such_otp")
        assert bind(member, otp) == (200, "")

    @pytest.mark.parametrize(
        "body",
        [{}, {"otp": "123456"}, {"otp_id": "otp_01M00000000000000000000009"}, {"code": "x", "otp": "123456"}],
    )
    def test_half_a_code_is_refused(self, member: Phone, body: dict[str, str]) -> None:
        assert bind(member, body) == (422, "request.field_invalid")

    def test_a_crash_between_keeping_and_sending_is_a_new_code_a_minute_later(
        self, world: World, member: Phone, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from chalicelib.platform.sms.routes import SmsRoutes  # noqa: PLC0415

        def dies(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as broken:
            broken.setattr(SmsRoutes, "send", dies)
            with pytest.raises(KeyboardInterrupt):
                asked(member)
        assert refusal(asked(member)) == (429, "identity.otp_too_soon")
        world.clock.advance(timedelta(minutes=1))
        assert bind(member, received(world, member)) == (200, "")


class TestAnotherPhone:
    def test_ends_every_session_and_the_same_again_does_not(self, world: World, member: Phone) -> None:
        member.give_number()
        world.clock.advance(timedelta(seconds=1))
        member.give_number()
        done(member.get("/v1/me"))
        other = somebody(world).number
        otp = received(world, member, number=other)
        done(member.post("/v1/me/phone", otp))
        assert refusal(member.get("/v1/me")) == (401, "request.session_revoked")
        assert [text for to, text in world.sms() if to == member.number and "手机号换掉了" in text] != []
