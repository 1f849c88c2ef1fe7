"""What was promised with a figure, recomputed from what happened: the board and the cases agree."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from local import people
from local.people import Phone, done
from tests.builders import numbers, story
from tests.builders.cases import act, claimed, closed, opened
from tests.builders.story import refusal
from tests.builders.world import World


@pytest.fixture
def staff(world: World) -> Phone:
    return people.a_staff_member(world)


IN_TEN_MINUTES = "服务结束后 10 分钟内出账单"


def board(staff: Phone, days: int = 7) -> dict[str, tuple[int, int]]:
    items: list[dict[str, Any]] = done(staff.get(f"/v1/staff/promises?days={days}"))["items"]
    return {each["promise"]: (each["kept"], each["total"]) for each in items}


def test_answers_in_time_and_late_and_not_yet_due(world: World, staff: Phone) -> None:
    members = [people.a_member(world) for _ in range(3)]
    cases = [opened(phone) for phone in members]
    for case in cases[:2]:
        claimed(staff, case)
    done(act(staff, cases[0], "reply"))
    assert board(staff) == {"办不下去：2 小时内答复": (1, 1)}
    world.pass_time(hours=2, seconds=1)
    done(act(staff, cases[1], "reply"))
    assert board(staff) == {"办不下去：2 小时内答复": (1, 3)}
    closed(staff, cases[0])
    assert board(staff)["办不下去：24 小时内办结"] == (1, 1)


def test_caregivers_at_the_door(world: World, staff: Phone) -> None:
    caregiver, caregiver_id = people.a_caregiver(world, staff)
    elder = story.an_elder(world, staff)
    visit_id = story.a_booked_visit(elder, caregiver_id)
    late_id = story.a_booked_visit(elder, caregiver_id, start_at=story.shanghai(24, 14).isoformat())
    done(caregiver.post(f"/v1/visits/{late_id}/accept"))
    story.go_to_service(world, caregiver, visit_id)
    world.clock.set_to(story.shanghai(24, 14, 16))
    staff.come_back_to_desk()
    assert board(staff)["护工准时到（最多晚 15 分钟）"] == (1, 2)


def test_bills_and_ratings(world: World, staff: Phone) -> None:
    caregiver, caregiver_id = people.a_caregiver(world, staff)
    elder = story.an_elder(world, staff)
    first = story.a_served_visit(world, elder, caregiver, caregiver_id, minutes=60)
    second = story.a_booked_visit(elder, caregiver_id, start_at=story.shanghai(24, 14).isoformat())
    done(caregiver.post(f"/v1/visits/{second}/accept"))
    world.clock.set_to(story.shanghai(24, 14))
    done(caregiver.post(f"/v1/visits/{second}/depart"))
    done(caregiver.post(f"/v1/visits/{second}/check-in", people.fix()))
    world.clock.set_to(story.shanghai(24, 15))
    done(caregiver.post(f"/v1/visits/{second}/check-out", people.fix()))
    staff.come_back_to_desk()
    assert board(staff)[IN_TEN_MINUTES] == (1, 1)  # the second's ten minutes run
    world.clock.set_to(story.shanghai(24, 15, 10))
    assert board(staff)[IN_TEN_MINUTES] == (1, 1)
    world.clock.advance(timedelta(seconds=1))
    assert board(staff)[IN_TEN_MINUTES] == (1, 2)
    world.settle()
    assert board(staff)[IN_TEN_MINUTES] == (1, 2)  # it came, and late
    for visit_id, stars in ((first, 4), (second, 3)):
        done(elder.post(f"/v1/visits/{visit_id}/review", {"stars": stars, "text": ""}))
    assert board(staff)["家属评价 4 星以上（要到 95%）"] == (1, 2)


def test_whether_it_helped(world: World, staff: Phone) -> None:
    member = people.a_member(world)
    case = opened(member, cause="identity.name_differs")
    claimed(staff, case)
    closed(staff, case, cause="identity.name_differs", action="explained")
    people.prove(member, "王秀英", numbers.ELDER_NUMBER)
    world.settle()
    world.pass_time(hours=73)
    staff.come_back_to_desk()
    assert board(staff)["办结以后真的解决了"] == (1, 1)
    assert "办结以后真的解决了" not in board(staff, days=1)  # opened before that


@pytest.mark.parametrize("days", [0, 91])
def test_of_another_span_is_refused(staff: Phone, days: int) -> None:
    assert refusal(staff.get(f"/v1/staff/promises?days={days}")) == (422, "request.field_invalid")
