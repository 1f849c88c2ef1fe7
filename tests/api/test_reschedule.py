"""Choosing another time: slots move in one transaction, the caregiver is asked anew, reminders follow (I2)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from local import people
from local.people import Answer, done
from tests.builders.story import booking, refusal, shanghai
from tests.builders.telling import Scene
from tests.builders.world import World


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


def move(scene: Scene, visit_id: str, *moment: int, by: Any = None) -> Answer:
    body = {"start_at": shanghai(*moment).isoformat()}
    return (by or scene.elder).post(f"/v1/visits/{visit_id}/reschedule", body)


class TestMoving:
    def test_asks_the_caregiver_anew_and_keeps_price_and_money(self, scene: Scene) -> None:
        visit_id = scene.book_and_accept(shanghai(24, 9))
        scene.world.clock.advance(timedelta(minutes=1))
        moved = done(move(scene, visit_id, 25, 14))
        assert (moved["status"], moved["start_at"]) == ("booked", "2026-11-25T06:00:00Z")
        assert done(scene.elder.get("/v1/wallet"))["held_fen"] == 12_800
        scene.world.settle()
        assert scene.messages(scene.caregiver)["visit_move_offered"]["text"] == (
            "11月24日 9:00 的生活照护，家属想改到 11月25日 14:00，请在 11月23日 8:31 前接单或谢绝。"
        )
        scene.step(visit_id, "accept")
        assert scene.messages()["visit_accepted"]["text"].startswith("11月25日 14:00")

    def test_frees_the_old_half_hours_and_takes_the_new_ones(self, scene: Scene) -> None:
        visit_id = scene.book(shanghai(24, 9))
        done(move(scene, visit_id, 24, 14))
        other = people.an_elder(
            scene.world, scene.staff, name="李强", id_number="11010519491231002X", balance_fen=50_000
        )
        taken = other.post("/v1/visits", booking(scene.caregiver_id, start_at=shanghai(24, 15).isoformat()))
        assert refusal(taken) == (409, "care.slot_taken")
        done(other.post("/v1/visits", booking(scene.caregiver_id, start_at=shanghai(24, 9).isoformat())), 201)

    def test_may_overlap_the_time_it_had(self, scene: Scene) -> None:
        visit_id = scene.book(shanghai(24, 9))
        assert done(move(scene, visit_id, 24, 10))["start_at"] == "2026-11-24T02:00:00Z"
        assert done(move(scene, visit_id, 24, 9, 30))["start_at"] == "2026-11-24T01:30:00Z"
        scene.cancel(visit_id)
        done(scene.elder.post("/v1/visits", booking(scene.caregiver_id)), 201)

    def test_the_same_again_changes_nothing(self, scene: Scene) -> None:
        visit_id = scene.book_and_accept(shanghai(24, 9))
        first = done(move(scene, visit_id, 25, 14))
        scene.step(visit_id, "accept")
        assert done(move(scene, visit_id, 25, 14))["status"] == "accepted"
        assert first["status"] == "booked"

    def test_nobody_answering_the_new_time_ends_it_and_frees_the_money(self, scene: Scene) -> None:
        visit_id = scene.book_and_accept(shanghai(24, 9))
        done(move(scene, visit_id, 25, 14))
        scene.world.settle()
        scene.until(23, 8, 31)
        assert done(scene.elder.get(f"/v1/visits/{visit_id}"))["status"] == "lapsed"
        assert done(scene.elder.get("/v1/wallet"))["held_fen"] == 0

    def test_is_told_in_the_story(self, scene: Scene) -> None:
        visit_id = scene.book(shanghai(24, 9))
        done(move(scene, visit_id, 25, 14))
        told = [each["what"] for each in done(scene.staff.get(f"/v1/staff/story/{visit_id}"))["items"]]
        assert told[:2] == [
            "预约生活照护，120 分钟，预留 ¥128.00",
            "家属把时间从 11月24日 9:00 改到 11月25日 14:00；最晚 11月23日 8:30 接单",
        ]


class TestRefusals:
    @pytest.mark.parametrize(
        ("moment", "code"),
        [
            ((24, 9, 10), "care.off_grid"),
            ((23, 8), "care.in_past"),
            ((30, 8, 30), "care.too_far"),
            ((24, 22), "care.slot_taken"),
        ],
    )
    def test_of_a_time_are_those_of_a_booking(self, scene: Scene, moment: tuple[int, ...], code: str) -> None:
        visit_id = scene.book(shanghai(24, 9))
        assert move(scene, visit_id, *moment).body["code"] == code
        assert done(scene.elder.get(f"/v1/visits/{visit_id}"))["start_at"] == "2026-11-24T01:00:00Z"

    def test_a_taken_time_names_the_free_ones(self, scene: Scene) -> None:
        first, second = scene.book(shanghai(24, 9)), scene.book(shanghai(24, 14))
        answer = move(scene, second, 24, 10)
        assert refusal(answer) == (409, "care.slot_taken")
        assert answer.body["facts"]["free_at"] == [
            "2026-11-24T03:00:00.000Z",
            "2026-11-24T03:30:00.000Z",
            "2026-11-24T04:00:00.000Z",
        ]
        assert first != second

    def test_somebody_elses_visit_is_not_found(self, scene: Scene) -> None:
        visit_id = scene.book(shanghai(24, 9))
        stranger = people.a_member(scene.world)
        assert refusal(move(scene, visit_id, 25, 9, by=stranger)) == (404, "care.no_such_visit")
        assert refusal(move(scene, visit_id, 25, 9, by=scene.caregiver)) == (404, "care.no_such_visit")

    def test_once_she_has_set_out_it_is_too_late(self, scene: Scene) -> None:
        visit_id = scene.book_and_accept(shanghai(24, 9))
        scene.world.clock.set_to(shanghai(24, 8))
        scene.step(visit_id, "depart")
        assert refusal(move(scene, visit_id, 25, 14)) == (409, "care.not_possible_now")

    def test_what_nobody_accepted_in_time_is_over_also_before_the_sweep(self, scene: Scene) -> None:
        visit_id = scene.book(shanghai(24, 9))
        scene.world.clock.set_to(shanghai(23, 8, 30))
        assert refusal(move(scene, visit_id, 25, 14)) == (409, "care.not_possible_now")

    def test_a_day_on_which_her_papers_have_ended_is_refused(self, scene: Scene) -> None:
        ended = {"credentials": [{"kind": "elderly_care", "valid_through": "2026-11-25"}]}
        caregiver, caregiver_id = people.a_caregiver(scene.world, scene.staff, **ended)
        visit_id = done(scene.elder.post("/v1/visits", booking(caregiver_id)), 201)["id"]
        assert done(move(scene, visit_id, 25, 14))["start_at"] == "2026-11-25T06:00:00Z"
        assert refusal(move(scene, visit_id, 26, 14)) == (409, "care.caregiver_unavailable")
        assert caregiver.person_id

    def test_of_a_cancelled_visit_is_refused(self, scene: Scene) -> None:
        visit_id = scene.book(shanghai(24, 9))
        scene.cancel(visit_id)
        assert refusal(move(scene, visit_id, 25, 14)) == (409, "care.not_possible_now")


class TestReminders:
    def test_moved_one_second_before_only_the_new_one_goes(self, scene: Scene) -> None:
        """features.md I2."""
        visit_id = scene.book_and_accept(shanghai(24, 14))
        scene.world.clock.set_to(shanghai(23, 18) - timedelta(seconds=1))
        done(move(scene, visit_id, 25, 16))
        scene.step(visit_id, "accept")
        scene.until(23, 18)
        assert "visit_tomorrow" not in scene.kinds()
        scene.until(24, 12)
        assert "visit_soon" not in scene.kinds()
        scene.until(24, 18)
        scene.until(25, 14)
        reminders = [each for each in scene.kinds() if each in ("visit_tomorrow", "visit_soon")]
        assert reminders == ["visit_tomorrow", "visit_soon"]
        assert scene.messages()["visit_soon"]["text"].startswith("今天 16:00")

    def test_moved_and_moved_back_it_goes_once(self, scene: Scene) -> None:
        visit_id = scene.book_and_accept(shanghai(24, 14))
        done(move(scene, visit_id, 25, 16))
        scene.step(visit_id, "accept")
        scene.world.clock.advance(timedelta(minutes=1))
        done(move(scene, visit_id, 24, 14))
        scene.step(visit_id, "accept")
        scene.until(23, 18)
        scene.until(24, 12)
        assert [each for each in scene.kinds() if each == "visit_tomorrow"] == ["visit_tomorrow"]
        assert [each for each in scene.kinds() if each == "visit_soon"] == ["visit_soon"]
