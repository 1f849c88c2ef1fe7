"""Many stuck at one cause are one problem, mended for all; and what we closed is looked at again after three days."""

from __future__ import annotations

from typing import Any

import pytest

from local import people
from local.people import Phone, done, new_id
from tests.builders import numbers, story
from tests.builders.cases import claimed, closed, opened, seen, told
from tests.builders.story import refusal
from tests.builders.world import World


@pytest.fixture
def supervisor(world: World) -> Phone:
    return people.a_staff_member(world, "supervisor")


def listed(phone: Phone) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = done(phone.get("/v1/staff/problems"))["items"]
    return items


def close(phone: Phone, problem: dict[str, Any], text: str = "修好了，请再试一次") -> Any:
    return phone.post(f"/v1/staff/problems/{problem['id']}/close", {"text": text})


class TestProblem:
    def test_of_twenty_cases_is_one_and_its_end_is_told_to_all_once(self, world: World, supervisor: Phone) -> None:
        members = [people.a_member(world) for _ in range(20)]
        for phone in members[:19]:
            opened(phone, cause="app.does_not_work")
        opened(people.a_member(world), cause="other")
        assert listed(supervisor) == []
        cases = [opened(members[19], cause="app.does_not_work")]
        (problem,) = listed(supervisor)
        assert (problem["cause"], problem["cases"]) == ("app.does_not_work", 20)
        late = people.a_member(world)
        opened(late, cause="app.does_not_work")
        world.settle()
        world.pass_time(minutes=1)
        done(close(supervisor, problem))
        assert listed(supervisor) == []
        world.pass_time(minutes=2)
        for phone in (*members, late):
            assert len(told(phone, "case_answered")) == 1
        assert seen(members[19], cases[0])["posts"][-1]["text"] == "修好了，请再试一次"
        assert done(close(supervisor, problem))["closed_at"] is not None  # sent again
        world.pass_time(minutes=5)
        assert len(told(members[0], "case_answered")) == 1

    def test_its_own_cases_are_no_new_one(self, world: World, supervisor: Phone, staff: Phone) -> None:
        caregiver = people.a_caregiver(world, staff)
        elder = story.an_elder(world, staff, balance_fen=200_000)
        for day in range(24, 29):
            start = story.shanghai(day, 9).isoformat()
            opened(elder, story.a_booked_visit(elder, caregiver[1], start_at=start), "care.nobody_came")
        (first,) = listed(supervisor)
        done(close(supervisor, first))
        world.settle()
        world.pass_time(hours=1, minutes=1)  # the hourly look finds nothing new in the old cases
        assert listed(supervisor) == []

    def test_is_closed_by_a_supervisor(self, world: World) -> None:
        agent = people.a_staff_member(world, "agent")
        nothing = {"id": new_id("prb")}
        assert refusal(close(agent, nothing)) == (403, "support.not_your_queue")
        supervisor = people.a_staff_member(world, "supervisor")
        assert refusal(close(supervisor, nothing)) == (404, "support.no_such_problem")


class TestEffect:
    def test_after_three_days_a_case_that_did_not_help_is_open_again(self, world: World, staff: Phone) -> None:
        member = people.a_member(world)
        case = opened(member, cause="identity.name_differs")
        claimed(staff, case)
        closed(staff, case, cause="identity.name_differs", action="explained")
        world.settle()
        world.pass_time(hours=71, minutes=58)
        assert seen(member, case)["status"] == "closed"
        world.pass_time(minutes=3)
        view = seen(member, case)
        assert (view["status"], view["waiting_for"]) == ("open", "us")
        assert "没有真正解决，对不起" in view["posts"][-1]["text"]
        world.settle()
        assert len(told(member, "case_reopened")) == 1
        world.pass_time(hours=72)
        assert len(told(member, "case_reopened")) == 1

    def test_what_is_over_or_was_declined_is_not_held_against_us(self, world: World, staff: Phone) -> None:
        caregiver, caregiver_id = people.a_caregiver(world, staff)
        elder = story.an_elder(world, staff)
        visit_id = story.a_booked_visit(elder, caregiver_id)
        done(caregiver.post(f"/v1/visits/{visit_id}/decline"))
        case = opened(elder, visit_id, "care.cannot_book")
        claimed(staff, case)
        closed(staff, case, cause="care.cannot_book", action="refunded")
        member = people.a_member(world)
        declined = opened(member, cause="identity.name_differs")
        claimed(staff, declined)
        closed(staff, declined, cause="identity.name_differs", action="declined")
        world.settle()
        world.pass_time(hours=73)
        for phone, each in ((elder, case), (member, declined)):
            phone.log_in()
            assert seen(phone, each)["status"] == "closed"

    def test_a_person_who_got_on_is_left_in_peace(self, world: World, staff: Phone) -> None:
        member = people.a_member(world)
        case = opened(member, cause="identity.name_differs")
        claimed(staff, case)
        closed(staff, case, cause="identity.name_differs", action="explained")
        people.prove(member, "王秀英", numbers.ELDER_NUMBER)
        world.settle()
        world.pass_time(hours=73)
        assert seen(member, case)["status"] == "closed"

    def test_what_cannot_be_measured_stays_closed(self, world: World, staff: Phone) -> None:
        member = people.a_member(world)
        case = opened(member)
        claimed(staff, case)
        closed(staff, case)
        world.settle()
        world.pass_time(hours=73)
        assert seen(member, case)["status"] == "closed"


@pytest.fixture
def staff(world: World) -> Phone:
    return people.a_staff_member(world)
