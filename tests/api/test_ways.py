"""The ways to prove who one is: each with its level, one always left, and a provider that is slow or silent."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import requests

from local import people
from local.lambda_events import schedule_event
from local.people import Phone, agree, done, new_id, register_phone, shows_face
from tests.builders.story import refusal
from tests.builders.world import World

NAME = "王秀英"


@pytest.fixture
def number(world: World) -> str:
    number = people.a_resident_number()
    world.register_identity(NAME, number)
    return number


@pytest.fixture
def member(world: World) -> Phone:
    member = people.a_member(world)
    agree(member, "face")
    world.settle()  # from now on what is due is due
    return member


def ways(phone: Phone, query: str = "?phone_can_scan=true") -> dict[str, str | None]:
    """What is in the way of each."""
    return {each["way"]: each["obstacle"] for each in done(phone.get(f"/v1/me/ways{query}"))["items"]}


def begun(phone: Phone, number: str, **changes: Any) -> dict[str, Any]:
    body = {"id": new_id("face"), "name": NAME, "id_number": number} | changes
    return done(phone.post("/v1/me/face-checks", body), 201)


def result(phone: Phone, check: dict[str, Any]) -> Any:
    return phone.post(f"/v1/me/face-checks/{check['id']}/result")


def me(phone: Phone) -> tuple[bool, str | None, str | None]:
    told = done(phone.get("/v1/me"))
    return told["identity_proven"], told["proven_by"], told["assurance"]


def fault(world: World, **fault: Any) -> None:
    requests.post(f"{world.outside.realname_url}/__sim/faults", json={"path": "/", **fault}, timeout=5)


def inbox(phone: Phone) -> list[str]:
    return [each["title"] for each in done(phone.get("/v1/inbox"))["items"]]


class TestOffered:
    def test_three_are_open_to_everybody_and_each_other_says_what_is_in_its_way(self, world: World) -> None:
        newcomer = people.a_member(world)
        assert ways(newcomer) == {
            "name_number": None,
            "phone": "no_phone",
            "face": "not_agreed",
            "paper": None,
            "people": "nothing_typed",
            "hotline": None,
        }
        newcomer.give_number()
        agree(newcomer, "face")
        assert [way for way, obstacle in ways(newcomer).items() if obstacle is None] == [
            "name_number",
            "phone",
            "face",
            "paper",
            "hotline",
        ]

    def test_a_phone_that_cannot_scan_leaves_two_ways_as_sure_and_two_others(self, member: Phone) -> None:
        """features.md A4: old phones."""
        member.give_number()
        offered = done(member.get("/v1/me/ways"))["items"]
        assert ways(member, "")["face"] == "phone_cannot"
        left = [each for each in offered if each["obstacle"] is None]
        assert [(each["way"], each["assurance"]) for each in left] == [
            ("name_number", "known"),
            ("phone", "held"),
            ("paper", "held"),
            ("hotline", "known"),
        ]

    def test_taking_back_the_consent_takes_the_face_out_of_the_offer_and_leaves_what_it_proved(
        self, member: Phone, number: str, world: World
    ) -> None:
        """features.md B1."""
        check = begun(member, number)
        shows_face(world, check["token"])
        done(result(member, check))
        agree(member, "face", accepted=False)
        assert ways(member)["face"] == "not_agreed"
        assert me(member) == (True, "face", "held")
        refused = member.post("/v1/me/face-checks", {"id": new_id("face"), "name": NAME, "id_number": number})
        assert refusal(refused) == (403, "identity.face_not_agreed")

    def test_by_people_once_something_was_typed_that_they_can_decide_on(self, world: World) -> None:
        newcomer = people.a_member(world)
        body = {"name": "龙英", "id_number": people.a_resident_number()}
        assert newcomer.put("/v1/me/identity", body).status == 422
        assert ways(newcomer)["people"] is None


class TestByPhone:
    def test_the_carriers_record_makes_surer_than_name_and_number(self, member: Phone, number: str) -> None:
        member.give_number()
        done(member.put("/v1/me/identity", {"name": NAME, "id_number": number}))
        assert me(member) == (True, "name_number", "known")
        register_phone(member, NAME, number)
        by_phone = {"name": NAME, "id_number": number, "way": "phone"}
        done(member.put("/v1/me/identity", by_phone))
        assert me(member) == (True, "phone", "held")
        done(member.put("/v1/me/identity", {"name": NAME, "id_number": number}))
        assert me(member) == (True, "phone", "held")

    def test_a_phone_of_somebody_else_is_no_proof_and_of_whom_is_not_told(self, member: Phone, number: str) -> None:
        member.give_number()
        by_phone = {"name": NAME, "id_number": number, "way": "phone"}
        unknown = member.put("/v1/me/identity", by_phone)
        register_phone(member, "王小梅", people.a_resident_number())
        other = member.put("/v1/me/identity", by_phone)
        assert refusal(unknown) == refusal(other) == (422, "identity.phone_of_another")
        assert unknown.body | {"request_id": ""} == other.body | {"request_id": ""}
        assert me(member) == (False, None, None)

    def test_without_a_phone_of_ones_own_it_is_not_asked(self, member: Phone, number: str, world: World) -> None:
        refused = member.put("/v1/me/identity", {"name": NAME, "id_number": number, "way": "phone"})
        assert refusal(refused) == (409, "identity.no_phone_to_prove_by")
        questions = requests.get(f"{world.outside.realname_url}/__sim/questions", timeout=5).json()
        assert questions["count"] == 0

    def test_a_carrier_that_is_busy_changes_nothing(self, member: Phone, number: str, world: World) -> None:
        member.give_number()
        register_phone(member, NAME, number)
        fault(world, errcode=-11)
        by_phone = {"name": NAME, "id_number": number, "way": "phone"}
        assert refusal(member.put("/v1/me/identity", by_phone)) == (503, "realname.unavailable")
        assert me(done_by(member, by_phone)) == (True, "phone", "held")


def done_in(phone: Phone) -> Phone:
    phone.log_in()
    return phone


def done_by(phone: Phone, body: dict[str, Any]) -> Phone:
    done(phone.put("/v1/me/identity", body))
    return phone


class TestByFace:
    def test_passed_it_is_the_person(self, member: Phone, number: str, world: World) -> None:
        check = begun(member, number)
        assert (check["state"], check["ends_at"]) == ("open", "2026-11-23T02:00:00Z")
        shows_face(world, check["token"])
        told = done(result(member, check))
        assert (told["state"], told["token"]) == ("passed", None)
        assert me(member) == (True, "face", "held")
        assert done(result(member, check))["state"] == "passed"

    @pytest.mark.parametrize(
        ("code", "expected"),
        [
            (2010, (422, "identity.face_angle")),
            (2014, (422, "identity.face_blur")),
            (1201, (422, "identity.face_glare")),
            (2012, (422, "identity.face_background")),
            (1004, (422, "identity.face_not_live")),
            (2016, (409, "identity.face_not_same")),
            (2007, (409, "identity.face_no_photo")),
            (1001, (409, "identity.face_broke_off")),
            (99_999, (409, "identity.face_broke_off")),
        ],
    )
    def test_each_failure_has_its_own_word_and_what_to_do(
        self, member: Phone, number: str, world: World, code: int, expected: tuple[int, str]
    ) -> None:
        check = begun(member, number)
        shows_face(world, check["token"], code)
        refused = result(member, check)
        assert refusal(refused) == expected
        assert "换一种办法" in refused.body["next_step"]
        assert me(member) == (False, None, None)
        shows_face(world, check["token"])
        assert refusal(result(member, check)) == expected

    def test_another_name_than_the_registers_goes_to_people_if_she_wants(
        self, member: Phone, number: str, world: World
    ) -> None:
        check = begun(member, number, name="王秀央")
        shows_face(world, check["token"])
        assert refusal(result(member, check)) == (422, "identity.name_and_number_differ")
        assert ways(member)["people"] is None

    def test_the_third_failure_brings_a_person(self, member: Phone, number: str, world: World) -> None:
        answers = []
        for _ in range(3):
            check = begun(member, number)
            shows_face(world, check["token"], 2010)
            answers.append(result(member, check).body)
        assert ["case_id" in each for each in answers] == [False, False, True]

    def test_begun_twice_is_begun_once(self, member: Phone, number: str) -> None:
        body = {"id": new_id("face"), "name": NAME, "id_number": number}
        first = done(member.post("/v1/me/face-checks", body), 201)
        assert done(member.post("/v1/me/face-checks", body), 201) == first
        other = member.post("/v1/me/face-checks", body | {"name": "李强"})
        assert refusal(other) == (409, "request.id_taken")

    def test_is_nobody_elses(self, member: Phone, number: str, world: World) -> None:
        check = begun(member, number)
        stranger = people.a_member(world)
        agree(stranger, "face")
        assert refusal(result(stranger, check)) == (404, "identity.no_such_face_check")
        taken = {"id": check["id"], "name": NAME, "id_number": number}
        assert refusal(stranger.post("/v1/me/face-checks", taken)) == (409, "request.id_taken")

    def test_a_number_that_another_account_has_is_not_taken_by_a_face(
        self, member: Phone, number: str, world: World
    ) -> None:
        people.prove(people.a_member(world), NAME, number)
        check = begun(member, number)
        shows_face(world, check["token"])
        for _ in range(2):
            assert refusal(result(member, check)) == (409, "identity.person_already_bound")
        assert me(member) == (False, None, None)

    @pytest.mark.parametrize("how", [{"drop": "before"}, {"drop": "after"}, {"status": 500}])
    def test_a_silent_provider_at_the_beginning_costs_nothing(
        self, member: Phone, number: str, world: World, how: dict[str, Any]
    ) -> None:
        body = {"id": new_id("face"), "name": NAME, "id_number": number}
        fault(world, **how)
        refused = member.post("/v1/me/face-checks", body)
        assert refusal(refused) == (503, "realname.face_unavailable")
        assert "换一种办法" in refused.body["next_step"]
        assert done(member.post("/v1/me/face-checks", body), 201)["state"] == "open"


class TestLater:
    def test_a_slow_result_is_waited_for_by_us_and_told(self, member: Phone, number: str, world: World) -> None:
        """features.md #56: she is told that she may leave, and hears of it."""
        check = begun(member, number)
        waiting = done(result(member, check))
        assert (waiting["state"], "您不用等着" in waiting["sentence"]) == ("open", True)
        world.pass_time(minutes=2)
        assert me(member) == (False, None, None)
        shows_face(world, check["token"])
        world.pass_time(minutes=2)
        assert me(member) == (True, "face", "held")
        assert inbox(member).count("身份核实好了") == 1

    def test_a_failure_is_told_too_and_says_why_when_it_is_looked_at(
        self, member: Phone, number: str, world: World
    ) -> None:
        check = begun(member, number)
        fault(world, status=500)
        assert done(result(member, check))["state"] == "open"
        shows_face(world, check["token"], 2010)
        world.pass_time(minutes=3)
        assert "刷脸没有办成" in inbox(member)
        assert refusal(result(member, check)) == (422, "identity.face_angle")

    def test_who_shut_the_phone_after_the_camera_is_proven_all_the_same(
        self, member: Phone, number: str, world: World
    ) -> None:
        check = begun(member, number)
        shows_face(world, check["token"])
        world.pass_time(minutes=11)
        assert me(member) == (True, "face", "held")
        assert inbox(member).count("身份核实好了") == 1

    def test_never_finished_it_is_over_and_nobody_is_bothered(self, member: Phone, number: str, world: World) -> None:
        check = begun(member, number)
        for _ in range(3):
            world.pass_time(hours=1, minutes=1)
            member.log_in()
        assert refusal(result(member, check)) == (410, "identity.face_check_over")
        assert inbox(member) == []

    def test_waited_for_in_vain_it_is_told_that_nothing_came(self, member: Phone, number: str, world: World) -> None:
        check = begun(member, number)
        done(result(member, check))
        for _ in range(4):
            world.pass_time(hours=1)
            member.log_in()
        assert inbox(member) == ["刷脸没有办成"]
        assert refusal(result(member, check)) == (410, "identity.face_check_over")

    def test_who_got_on_by_another_way_is_not_told_that_it_failed(
        self, member: Phone, number: str, world: World
    ) -> None:
        check = begun(member, number)
        done(result(member, check))
        done(member.put("/v1/me/identity", {"name": NAME, "id_number": number}))
        for _ in range(4):
            world.pass_time(hours=1)
        member.log_in()
        assert "刷脸没有办成" not in inbox(member)

    def test_the_same_check_is_not_begun_again_when_its_time_is_over(
        self, member: Phone, number: str, world: World
    ) -> None:
        body = {"id": new_id("face"), "name": NAME, "id_number": number}
        done(member.post("/v1/me/face-checks", body), 201)
        world.clock.advance(timedelta(hours=2))
        member.log_in()
        assert refusal(member.post("/v1/me/face-checks", body)) == (410, "identity.face_check_over")

    def test_while_the_provider_is_silent_its_verdict_is_waited_for_over_days(
        self, member: Phone, number: str, world: World
    ) -> None:
        check = begun(member, number)
        shows_face(world, check["token"])
        fault(world, status=500, times=3)
        for _ in range(3):
            world.pass_time(hours=1)
        assert me(done_in(member)) == (False, None, None)
        world.pass_time(hours=1)
        assert me(member) == (True, "face", "held")

    def test_taken_back_meanwhile_nobody_asks_what_the_camera_saw(
        self, member: Phone, number: str, world: World
    ) -> None:
        check = begun(member, number)
        shows_face(world, check["token"])
        agree(member, "face", accepted=False)
        world.pass_time(minutes=11)
        assert me(member) == (False, None, None)
        assert inbox(member) == []
        agree(member, "face")
        assert refusal(result(member, check)) == (410, "identity.face_check_over")

    def test_the_message_comes_though_every_event_was_lost(self, member: Phone, number: str, world: World) -> None:
        check = begun(member, number)
        done(result(member, check))
        shows_face(world, check["token"])
        world.clock.advance(timedelta(minutes=3))
        world.client.lambda_.invoke("identity_due", schedule_event("identity_due", world.now()))
        world.lose_events()
        assert inbox(member) == []
        for _ in range(2):
            world.pass_time(minutes=11)
        assert inbox(member).count("身份核实好了") == 1
