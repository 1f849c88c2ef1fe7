"""An account at which somebody guesses locks, and its owner opens it alone; one moves to another WeChat (A7, A8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from local import people
from local.people import Phone, done, somebody
from tests.builders import story
from tests.builders.fake_dynamodb import FakeDynamoDB
from tests.builders.numbers import ELDER_NUMBER
from tests.builders.otps import received, wrong
from tests.builders.story import booking, refusal, shanghai
from tests.builders.world import World


@pytest.fixture
def staff(world: World) -> Phone:
    return people.a_staff_member(world)


@pytest.fixture
def elder(world: World, staff: Phone) -> Phone:
    elder = story.an_elder(world, staff)
    elder.give_number()
    return elder


def guess(world: World, phone: Phone, times: int) -> None:
    """Wrong codes, five of each."""
    for turn in range(times):
        if turn % 5 == 0:
            world.clock.advance(timedelta(minutes=31))
            otp = received(world, phone, number=somebody(world).number)
        answer = refusal(phone.post("/v1/me/phone", wrong(otp)))
        assert answer == ((410, "identity.otp_over") if turn % 5 == 4 else (422, "identity.otp_wrong"))


class TestLock:
    def test_comes_with_the_tenth_wrong_answer_within_a_day(self, world: World, elder: Phone) -> None:
        guess(world, elder, 9)
        done(elder.get("/v1/visits"))
        world.clock.advance(timedelta(hours=24, minutes=1))
        guess(world, elder, 9)
        done(elder.get("/v1/visits"))
        world.clock.advance(timedelta(seconds=1))
        guess(world, elder, 1)
        assert refusal(elder.get("/v1/visits")) == (401, "request.session_revoked")
        elder.log_in()
        assert refusal(elder.get("/v1/cards")) == (403, "request.account_locked")
        assert done(elder.get("/v1/me"))["locked_at"] is not None
        world.settle()
        guarded = [text for phone, text in world.sms() if phone == elder.number and "您的账号先锁住了" in text]
        assert len(guarded) == 1

    def test_is_opened_by_herself_at_three_at_night(self, world: World, staff: Phone, elder: Phone) -> None:
        world.clock.set_to(shanghai(24, 1, 30))
        elder.log_in()
        world.clock.advance(timedelta(seconds=1))
        guess(world, elder, 10)
        world.clock.set_to(shanghai(24, 3))
        elder.log_in()
        other = elder.post("/v1/otp", {"phone": somebody(world).number, "purpose": "unlock"})
        assert refusal(other) == (422, "identity.other_phone")
        code = received(world, elder, "unlock")
        me = done(elder.post("/v1/me/unlock", code | {"id_number": ELDER_NUMBER}))
        assert me["locked_at"] is None
        done(elder.get("/v1/visits"))
        world.clock.advance(timedelta(minutes=1))
        guess(world, elder, 10)
        world.clock.advance(timedelta(hours=24))
        world.settle()
        staff.come_back_to_desk()
        story_of = [each["what"] for each in done(staff.get(f"/v1/staff/story/{elder.person_id}"))["items"]]
        assert story_of.count("连着填错十次，账号锁住了") == 2
        assert story_of.count("用短信验证码和证件号自己解了锁") == 1
        assert story_of.count("一天到了，锁自己解开了") == 1

    def test_needs_both_the_phone_and_the_number(self, world: World, elder: Phone) -> None:
        guess(world, elder, 10)
        world.clock.advance(timedelta(seconds=1))
        elder.log_in()
        code = received(world, elder, "unlock")
        bad = elder.post("/v1/me/unlock", wrong(code) | {"id_number": ELDER_NUMBER})
        assert refusal(bad) == (422, "identity.otp_wrong")
        for number in (people.a_resident_number(), None):
            answer = elder.post("/v1/me/unlock", code | {"id_number": number})
            assert refusal(answer) == (422, "identity.number_not_yours")
        assert done(elder.post("/v1/me/unlock", code | {"id_number": ELDER_NUMBER}))["locked_at"] is None
        again = elder.post("/v1/me/unlock", code | {"id_number": ELDER_NUMBER})
        assert done(again)["locked_at"] is None

    def test_is_over_after_exactly_a_day_also_for_who_has_lost_the_phone(self, world: World, elder: Phone) -> None:
        guess(world, elder, 10)
        world.clock.advance(timedelta(days=1) - timedelta(milliseconds=1))
        elder.log_in()
        assert refusal(elder.get("/v1/cards")) == (403, "request.account_locked")
        world.clock.advance(timedelta(milliseconds=1))
        done(elder.get("/v1/cards"))

    def test_is_no_lock_for_who_has_no_phone_to_open_it_with(self, world: World) -> None:
        newcomer = people.a_member(world)
        guess(world, newcomer, 12)
        done(newcomer.get("/v1/visits"))

    def test_is_told_also_when_the_event_was_lost(self, world: World, elder: Phone) -> None:
        guess(world, elder, 10)
        world.lose_events()
        world.settle()
        world.pass_time(hours=2)
        assert [text for to, text in world.sms() if to == elder.number and "您的账号先锁住了" in text] != []

    def test_stops_her_family_too_and_leaves_her_the_no(self, world: World, staff: Phone, elder: Phone) -> None:
        daughter = people.a_relative(world)
        _, caregiver_id = people.a_caregiver(world, staff)
        grant_id = people.give(elder, daughter, limit_fen=5_000)
        hers = daughter.as_family_of(elder)
        wanted = booking(caregiver_id, start_at=shanghai(27, 9).isoformat())
        asked = done(hers.post("/v1/visits", wanted), 201)
        world.settle()
        guess(world, elder, 10)
        elder.log_in()
        assert refusal(hers.get("/v1/visits")) == (403, "request.person_locked")
        assert done(elder.get(f"/v1/visits/{asked['id']}"))["status"] == "asked"
        world.pass_time(hours=23)
        assert done(elder.get(f"/v1/visits/{asked['id']}"))["status"] == "not_approved"
        assert done(elder.post(f"/v1/grants/{grant_id}/end"))["state"] == "over"

    def test_leaves_help_open(self, world: World, elder: Phone) -> None:
        guess(world, elder, 10)
        world.clock.advance(timedelta(seconds=1))
        elder.log_in()
        plea = {"id": people.new_id("case"), "cause": "other", "about": elder.person_id, "text": "锁住了"}
        done(elder.post("/v1/cases", plea), 201)
        assert done(elder.get("/v1/cases"))["items"] != []


class TestRecovery:
    def newcomer(self, world: World, elder: Phone, *, days: int = 3) -> Phone:
        """The same person, days later, with a new WeChat and the SIM card of the old."""
        world.clock.advance(timedelta(days=days))
        openid = world.wechat("POST", "/users", {"phone": elder.number})["openid"]
        phone = Phone(world, openid, elder.number)
        phone.log_in()
        return phone

    def proof(self, world: World, phone: Phone, **changes: Any) -> dict[str, Any]:
        code = received(world, phone, "recover")
        return code | {"name": "王秀英", "id_number": ELDER_NUMBER.lower()} | changes

    def test_moves_the_account_and_tells_the_old_device(self, world: World, staff: Phone, elder: Phone) -> None:
        _, caregiver_id = people.a_caregiver(world, staff)
        visit_id = story.a_booked_visit(elder, caregiver_id)
        newcomer = self.newcomer(world, elder)
        bound = newcomer.put("/v1/me/identity", {"name": "王秀英", "id_number": ELDER_NUMBER})
        assert refusal(bound) == (409, "identity.person_already_bound")
        assert "找回原来的账号" in bound.body["next_step"]
        world.clock.advance(timedelta(seconds=1))
        moved = done(newcomer.post("/v1/me/recovery", self.proof(world, newcomer)))
        assert moved["person_id"] == elder.person_id
        assert refusal(elder.get("/v1/me")) == (401, "request.session_revoked")
        world.clock.advance(timedelta(seconds=1))
        newcomer.log_in()
        assert newcomer.person_id == elder.person_id
        assert [each["id"] for each in done(newcomer.get("/v1/visits"))["items"]] == [visit_id]
        old_device = elder.log_in()["member"]
        assert (old_device["identity_proven"], old_device["moved_away_at"] is not None) == (False, True)
        assert done(elder.get("/v1/visits"))["items"] == []
        world.settle()
        assert [text for phone, text in world.sms() if phone == newcomer.number and "另一个微信号" in text] != []

    @pytest.mark.parametrize(
        "changes", [{"name": "王秀兰"}, {"id_number": "11010519491231002X"}], ids=["another name", "another number"]
    )
    def test_is_refused_alike_whatever_was_wrong(self, world: World, elder: Phone, changes: dict[str, str]) -> None:
        newcomer = self.newcomer(world, elder)
        answer = newcomer.post("/v1/me/recovery", self.proof(world, newcomer, **changes))
        assert refusal(answer) == (422, "identity.recovery_refused")
        done(elder.get("/v1/me"))

    @pytest.mark.usefixtures("elder")
    def test_needs_the_phone_of_that_account(self, world: World) -> None:
        thief = people.a_member(world)
        answer = thief.post("/v1/me/recovery", self.proof(world, thief))
        assert refusal(answer) == (422, "identity.recovery_refused")

    def test_waits_until_the_phone_is_theirs_for_three_days(self, world: World, elder: Phone) -> None:
        """Somebody who had her device in hand registered a phone of their own, and she was told on hers."""
        thief = people.a_member(world)
        stolen = received(world, elder, number=thief.number)
        done(elder.post("/v1/me/phone", stolen))
        world.clock.advance(timedelta(days=3) - timedelta(seconds=1))
        answer = thief.post("/v1/me/recovery", self.proof(world, thief))
        assert refusal(answer) == (422, "identity.recovery_refused")
        world.clock.advance(timedelta(minutes=1))
        done(thief.post("/v1/me/recovery", self.proof(world, thief)))
        assert [text for to, text in world.sms() if to == elder.number and "手机号换掉了" in text] != []

    def test_money_on_its_way_comes_along(self, world: World, elder: Phone) -> None:
        """Ordered by the old account and by the new, paid, and told only after the account has moved."""
        newcomer = self.newcomer(world, elder)
        elder.log_in()
        world.wechat("POST", "/callbacks/hold", {"on": True})
        for phone, amount in ((elder, 1_000), (newcomer, 2_000)):
            order = {"id": people.new_id("top"), "amount_fen": amount}
            phone.pay(done(phone.post("/v1/wallet/top-ups", order), 201)["payment"])
        done(newcomer.post("/v1/me/recovery", self.proof(world, newcomer)))
        newcomer.log_in()
        world.wechat("POST", "/callbacks/hold", {"on": False})
        world.settle()
        world.pass_time(minutes=10)
        assert done(newcomer.get("/v1/wallet"))["available_fen"] == 53_000

    def test_also_ends_a_login_that_was_under_way(
        self, world: World, elder: Phone, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        newcomer = self.newcomer(world, elder)
        proof = self.proof(world, newcomer)
        write = FakeDynamoDB.transact_write_items
        late = replace(elder)

        def slow(database: FakeDynamoDB, *, TransactItems: list[Any]) -> None:  # noqa: N803 - boto3's name
            if "AWAY#" in str(TransactItems):
                late.log_in()
            write(database, TransactItems=TransactItems)

        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(FakeDynamoDB, "transact_write_items", slow)
            done(newcomer.post("/v1/me/recovery", proof))
        assert refusal(late.get("/v1/wallet")) == (401, "request.session_revoked")

    def test_leaves_nothing_behind(self, world: World, elder: Phone) -> None:
        newcomer = self.newcomer(world, elder)
        people.top_up(newcomer, 1_000)
        answer = newcomer.post("/v1/me/recovery", self.proof(world, newcomer))
        assert refusal(answer) == (409, "identity.not_empty")

    def test_of_staff_needs_more(self, world: World, staff: Phone) -> None:
        people.prove(staff, "李强", ELDER_NUMBER)
        newcomer = self.newcomer(world, staff)
        answer = newcomer.post("/v1/me/recovery", self.proof(world, newcomer, name="李强"))
        assert refusal(answer) == (422, "identity.recovery_refused")

    def test_what_was_given_to_and_by_the_account_goes_along(self, world: World, elder: Phone) -> None:
        daughter = people.a_relative(world)
        people.give(elder, daughter)
        newcomer = self.newcomer(world, elder)
        world.clock.advance(timedelta(seconds=1))
        done(newcomer.post("/v1/me/recovery", self.proof(world, newcomer)))
        world.clock.advance(timedelta(seconds=1))
        newcomer.log_in()
        done(daughter.as_family_of(newcomer).get("/v1/visits"))
        assert done(newcomer.get("/v1/families"))["given"][0]["state"] == "holds"


def test_unlocking_what_is_not_locked_changes_nothing(elder: Phone) -> None:
    body = {"otp_id": people.new_id("otp"), "otp": "123456"}
    assert done(elder.post("/v1/me/unlock", body))["locked_at"] is None
