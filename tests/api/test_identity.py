"""Login, phone, identity: refusals, repeats, two at once, and a provider that does not answer."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from local import people
from local.people import Answer, Phone, done, somebody
from tests.builders.cases import act, claimed
from tests.builders.numbers import ELDER_NUMBER, with_check
from tests.builders.world import World

OTHER_NUMBER = "11010519491231002X"


def prove(phone: Phone, name: str = "王秀英", id_number: str = ELDER_NUMBER) -> Answer:
    return phone.put("/v1/me/identity", {"name": name, "id_number": id_number})


def questions(world: World) -> int:
    return int(requests.get(f"{world.outside.realname_url}/__sim/questions", timeout=5).json()["count"])


def realname_fault(world: World, **fault: Any) -> None:
    requests.post(f"{world.outside.realname_url}/__sim/faults", json={"path": "/", **fault}, timeout=5)


class TestLogIn:
    def test_makes_a_person_on_first_sight_and_knows_them_after(self, world: World) -> None:
        phone = somebody(world)
        first, second = phone.log_in(), phone.log_in()
        assert first["member"]["person_id"] == second["member"]["person_id"]
        assert first["member"] == {
            "person_id": phone.person_id,
            "roles": ["member"],
            "name_masked": None,
            "phone_masked": None,
            "identity_proven": False,
            "proven_by": None,
            "assurance": None,
            "caregiver_id": None,
            "locked_at": None,
            "moved_away_at": None,
            "consents": [],
        }

    def test_two_people_are_two(self, world: World) -> None:
        assert people.a_member(world).person_id != people.a_member(world).person_id

    def test_a_used_code_is_refused(self, world: World) -> None:
        phone = somebody(world)
        code = world.wechat("POST", "/login-codes", {"openid": phone.openid})["code"]
        done(world.request("POST", "/v1/login", body={"code": code}))
        answer = world.request("POST", "/v1/login", body={"code": code})
        assert (answer.status, answer.body["code"], answer.body["field"]) == (422, "wechat.code_refused", "code")

    @pytest.mark.parametrize("fault", [{"drop": "before"}, {"drop": "after"}, {"errcode": -1}, {"status": 500}])
    def test_wechat_not_answering_changes_nothing(self, world: World, fault: dict[str, Any]) -> None:
        world.wechat("POST", "/faults", {"path": "/sns/", **fault})
        phone = somebody(world)
        code = world.wechat("POST", "/login-codes", {"openid": phone.openid})["code"]
        answer = world.request("POST", "/v1/login", body={"code": code})
        assert (answer.status, answer.body["code"]) == (503, "wechat.unreachable")
        phone.log_in()

    def test_a_restricted_account_is_told_so(self, world: World) -> None:
        world.wechat("POST", "/faults", {"path": "/sns/", "errcode": 40226})
        phone = somebody(world)
        code = world.wechat("POST", "/login-codes", {"openid": phone.openid})["code"]
        answer = world.request("POST", "/v1/login", body={"code": code})
        assert (answer.status, answer.body["code"]) == (403, "wechat.account_restricted")

    @pytest.mark.parametrize("code", ["", "x" * 129, "with space", "a&secret=b", "汉字"])
    def test_what_cannot_be_a_code_never_reaches_wechat(self, world: World, code: str) -> None:
        answer = world.request("POST", "/v1/login", body={"code": code})
        assert (answer.status, answer.body["field"]) == (422, "code")


class TestPhone:
    def test_is_kept_and_shown_masked(self, world: World) -> None:
        member = people.a_member(world)
        assert member.give_number()["phone_masked"] == f"{member.number[3:6]}****{member.number[-4:]}"
        assert done(member.get("/v1/me"))["phone_masked"] is not None

    def test_brings_no_role_by_itself(self, world: World) -> None:
        assert people.a_member(world).give_number()["roles"] == ["member"]

    def test_of_enrolled_staff_brings_the_role_once_invited(self, world: World) -> None:
        phone = somebody(world)
        world.enrol_staff(phone.number, "agent")
        world.enrol_staff(phone.number, "agent")
        phone.log_in()
        assert phone.give_number()["roles"] == ["agent", "member", "staff"]
        assert phone.give_number()["roles"] == ["agent", "member", "staff"]

    def test_of_staff_has_the_roles_it_was_enrolled_with_last(self, world: World) -> None:
        phone = somebody(world)
        world.enrol_staff(phone.number, "agent")
        world.enrol_staff(phone.number, "finance")
        phone.log_in()
        assert phone.give_number()["roles"] == ["finance", "member", "staff"]
        phone.sign_in_at_desk()
        world.pass_time(minutes=1)
        world.enrol_staff(phone.number, "agent", "reviewer")
        assert phone.get("/v1/staff/desk").body["code"] == "request.session_revoked"
        phone.log_in()
        assert done(phone.get("/v1/me"))["roles"] == ["agent", "member", "reviewer", "staff"]
        world.pass_time(minutes=1)
        world.enrol_staff(phone.number)
        phone.log_in()
        assert done(phone.get("/v1/me"))["roles"] == ["member"]

    def test_an_invitation_is_accepted_by_one_person_only(self, world: World) -> None:
        first = somebody(world)
        world.enrol_staff(first.number, "agent")
        openid = world.wechat("POST", "/users", {"phone": first.number})["openid"]
        second = Phone(world, openid, first.number)
        for phone in (first, second):
            phone.log_in()
            phone.give_number()
        assert done(first.get("/v1/me"))["roles"] == ["agent", "member", "staff"]
        assert done(second.get("/v1/me"))["roles"] == ["member"]

    def test_a_used_code_is_refused(self, world: World) -> None:
        member = people.a_member(world)
        code = world.wechat("POST", "/phone-codes", {"openid": member.openid})["code"]
        done(member.post("/v1/me/phone", {"code": code}))
        assert member.post("/v1/me/phone", {"code": code}).body["code"] == "wechat.code_refused"


class TestIdentity:
    @pytest.mark.parametrize(
        ("name", "typed"),
        [
            ("阿依古丽·买买提", OTHER_NUMBER),
            (" 阿依古丽•买买提 ", "11010519491231002x"),
            ("阿依古丽・买买提", "１１０１０５１９４９１２３１００２ｘ"),
            ("阿依古丽.买买提", " 110105 19491231 002X"),
        ],
    )
    def test_is_proven_however_it_was_typed(self, world: World, name: str, typed: str) -> None:
        world.register_identity("阿依古丽·买买提", OTHER_NUMBER)
        me = done(prove(people.a_member(world), name, typed))
        assert (me["identity_proven"], me["name_masked"]) == (True, "阿******提")

    def test_the_same_again_changes_nothing_and_asks_nobody(self, world: World) -> None:
        world.register_identity("王秀英", ELDER_NUMBER)
        member = people.a_member(world)
        first = done(prove(member))
        assert done(prove(member)) == first
        assert questions(world) == 1

    def test_another_number_after_that_is_refused(self, world: World) -> None:
        world.register_identity("王秀英", ELDER_NUMBER)
        member = people.a_member(world)
        done(prove(member))
        answer = prove(member, "阿依古丽", OTHER_NUMBER)
        assert (answer.status, answer.body["code"]) == (409, "identity.already_proven")

    @pytest.mark.parametrize(("name", "number"), [("王秀兰", ELDER_NUMBER), ("王秀英", OTHER_NUMBER)])
    def test_what_does_not_belong_together_is_refused_alike(self, world: World, name: str, number: str) -> None:
        world.register_identity("王秀英", ELDER_NUMBER)
        answer = prove(people.a_member(world), name, number)
        assert (answer.status, answer.body["code"]) == (422, "identity.name_and_number_differ")

    def test_one_number_is_one_person(self, world: World) -> None:
        world.register_identity("王秀英", ELDER_NUMBER)
        done(prove(people.a_member(world)))
        answer = prove(people.a_member(world))
        assert (answer.status, answer.body["code"]) == (409, "identity.person_already_bound")

    def test_one_number_is_one_person_also_after_the_lookup_key_was_rotated(self, world: World) -> None:
        world.register_identity("王秀英", ELDER_NUMBER)
        done(prove(people.a_member(world)))
        (key,) = world.change_secret(lookup_keys=["a new one"])["lookup_keys"]
        world.change_secret(lookup_keys=["a new one", key])
        answer = prove(people.a_member(world))
        assert (answer.status, answer.body["code"]) == (409, "identity.person_already_bound")

    @pytest.mark.parametrize(
        ("typed", "code", "position"),
        [
            ("1101051949123100", "identity.number_length", None),
            ("11010519491231A02X", "identity.number_character", "15"),
            ("110105194913310021", "identity.number_date", "11-12"),
            ("110105194912310021", "identity.number_check", "1-18"),
            ("110105491231002", "identity.number_first_generation", None),
        ],
    )
    def test_says_where_it_is_wrong_as_far_as_that_is_honest(
        self, world: World, typed: str, code: str, position: str | None
    ) -> None:
        answer = prove(people.a_member(world), "王秀英", typed)
        assert (answer.status, answer.body["code"], answer.body.get("position")) == (422, code, position)
        assert answer.body["field"] == "id_number"
        assert questions(world) == 0

    def test_fifty_probes_learn_nothing_of_a_number_that_is_somebodys(self, world: World) -> None:
        """Near a number in the register and near one that is in none, each probe is answered alike."""
        world.register_identity("王秀英", ELDER_NUMBER)
        answers = []
        for number in (ELDER_NUMBER, people.a_resident_number()):
            told = []
            for place in range(50):
                if place % 10 == 0:
                    prober = people.a_member(world)
                probe = with_check(number[: 14 + place % 3] + str(place % 10) + number[15 + place % 3 :])
                answer = prove(prober, "李明", number if place % 5 == 0 else probe)
                told.append((answer.status, answer.body["code"], answer.body["message"], answer.body.get("position")))
            answers.append(told)
        assert answers[0] == answers[1]
        assert {each[:2] for each in answers[0]} == {(422, "identity.name_and_number_differ")}

    @pytest.mark.parametrize("number", ["USA110100000001", "911124198108030024"])
    def test_a_foreigners_card_is_kept_for_people_and_nobody_else_is_asked(self, world: World, number: str) -> None:
        member = people.a_member(world)
        answer = prove(member, "John Smith", with_check(number) if len(number) == 18 else number)
        assert (answer.status, answer.body["code"]) == (409, "identity.number_for_people")
        assert questions(world) == 0
        reviewer = people.a_staff_member(world, "reviewer")
        case = {"id": answer.body["case_id"]}
        claimed(reviewer, case)
        applied = done(reviewer.get(f"/v1/staff/cases/{case['id']}"))["application"]
        done(act(reviewer, case, "decide", approve=True, applied_at=applied["applied_at"]))
        assert done(member.get("/v1/me"))["identity_proven"]

    @pytest.mark.parametrize("fault", [{"errcode": -4}, {"status": 500}, {"drop": "before"}])
    def test_a_register_that_does_not_answer_is_told_and_can_be_tried_again(
        self, world: World, fault: dict[str, Any]
    ) -> None:
        world.register_identity("王秀英", ELDER_NUMBER)
        member = people.a_member(world)
        realname_fault(world, **fault)
        answer = prove(member)
        assert (answer.status, answer.body["code"]) == (503, "realname.unavailable")
        assert not done(member.get("/v1/me"))["identity_proven"]
        assert done(prove(member))["identity_proven"]
