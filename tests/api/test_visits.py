"""The steps of a visit over the front door: who may take them, when, and what follows by itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from local import people
from local.people import Answer, Phone, done, fix
from tests.builders import story
from tests.builders.story import a_booked_visit, go_to_service, refusal, shanghai
from tests.builders.world import World


class Scene:
    """A booked visit, and everybody around it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.staff = people.a_staff_member(world)
        self.caregiver, self.caregiver_id = people.a_caregiver(world, self.staff)
        self.elder = story.an_elder(world, self.staff)
        self.visit_id = a_booked_visit(self.elder, self.caregiver_id)
        world.settle()

    def step(self, name: str, phone: Phone | None = None, body: Any = None) -> Answer:
        return (phone or self.caregiver).post(f"/v1/visits/{self.visit_id}/{name}", body)

    def status(self) -> str:
        return str(done(self.elder.get(f"/v1/visits/{self.visit_id}"))["status"])

    def held(self) -> int:
        return int(done(self.elder.get("/v1/wallet"))["held_fen"])

    def told(self, phone: Phone) -> list[str]:
        """Kinds of the messages in an inbox. Not their order: on a stopped clock several have one instant."""
        return [message["kind"] for message in done(phone.get("/v1/inbox"))["items"]]


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


class TestAccept:
    def test_shows_the_address_and_tells_the_family(self, scene: Scene) -> None:
        before = done(scene.caregiver.get(f"/v1/caregiver/visits/{scene.visit_id}"))
        assert (before["address"], before["location"], before["needs"]) == (None, None, "需要协助翻身")
        accepted = done(scene.step("accept"))
        assert (accepted["status"], accepted["address"]) == ("accepted", "黄浦区人民大道 200 号 3 楼")
        scene.world.settle()
        assert "visit_accepted" in scene.told(scene.elder)

    def test_after_it_is_off_neither_address_nor_needs_are_hers_to_read(self, scene: Scene) -> None:
        done(scene.step("decline"))
        shown = done(scene.caregiver.get(f"/v1/caregiver/visits/{scene.visit_id}"))
        assert (shown["address"], shown["location"], shown["needs"]) == (None, None, None)

    def test_twice_is_once(self, scene: Scene) -> None:
        assert done(scene.step("accept")) == done(scene.step("accept"))
        scene.world.settle()
        assert scene.told(scene.elder).count("visit_accepted") == 1

    def test_is_too_late_at_the_moment_the_time_is_up_though_no_sweep_came(self, scene: Scene) -> None:
        scene.world.clock.advance(timedelta(minutes=30))
        assert refusal(scene.step("accept")) == (410, "care.offer_lapsed")

    def test_another_caregiver_finds_no_such_visit(self, scene: Scene) -> None:
        other, _ = people.a_caregiver(scene.world, scene.staff)
        for step in ("accept", "decline", "depart"):
            assert refusal(scene.step(step, other)) == (404, "care.no_such_visit")
        assert refusal(scene.step("check-in", other, fix())) == (404, "care.no_such_visit")
        assert other.get(f"/v1/caregiver/visits/{scene.visit_id}").status == 404

    def test_the_family_may_not(self, scene: Scene) -> None:
        assert refusal(scene.step("accept", scene.elder)) == (403, "request.role_missing")


class TestNobodyAccepts:
    def test_frees_time_and_money_after_half_an_hour_and_tells_the_family(self, scene: Scene) -> None:
        scene.world.pass_time(minutes=29, seconds=59)
        assert (scene.status(), scene.held()) == ("booked", 12_800)
        scene.world.pass_time(seconds=1)
        assert (scene.status(), scene.held()) == ("lapsed", 0)
        assert "visit_lapsed" in scene.told(scene.elder)
        again = a_booked_visit(scene.elder, scene.caregiver_id)
        assert again != scene.visit_id

    def test_at_its_start_when_that_is_sooner(self, scene: Scene) -> None:
        scene.world.clock.set_to(shanghai(23, 9, 50))
        soon = a_booked_visit(scene.elder, scene.caregiver_id, start_at=shanghai(23, 10).isoformat())
        scene.world.settle()
        scene.world.pass_time(minutes=10)
        assert done(scene.elder.get(f"/v1/visits/{soon}"))["status"] == "lapsed"

    def test_an_accepted_visit_is_left_alone(self, scene: Scene) -> None:
        done(scene.step("accept"))
        scene.world.pass_time(hours=2)
        assert (scene.status(), scene.held()) == ("accepted", 12_800)


class TestDeclineAndCancel:
    def test_declining_frees_everything_at_once(self, scene: Scene) -> None:
        done(scene.step("decline"))
        assert (scene.status(), scene.held()) == ("declined", 0)
        done(scene.step("decline"))
        scene.world.settle()
        assert "visit_declined" in scene.told(scene.elder)
        a_booked_visit(scene.elder, scene.caregiver_id)

    def test_an_accepted_visit_is_not_declined(self, scene: Scene) -> None:
        done(scene.step("accept"))
        assert refusal(scene.step("decline")) == (409, "care.not_possible_now")

    def test_the_family_cancels_free_of_charge_and_the_caregiver_is_told(self, scene: Scene) -> None:
        done(scene.step("accept"))
        done(scene.step("cancel", scene.elder))
        done(scene.step("cancel", scene.elder))
        assert (scene.status(), scene.held()) == ("cancelled", 0)
        scene.world.settle()
        assert "visit_cancelled" in scene.told(scene.caregiver)
        a_booked_visit(scene.elder, scene.caregiver_id)

    def test_not_once_the_service_began(self, scene: Scene) -> None:
        go_to_service(scene.world, scene.caregiver, scene.visit_id)
        assert refusal(scene.step("cancel", scene.elder)) == (409, "care.not_possible_now")
        assert scene.held() == 12_800

    def test_a_stranger_finds_no_such_visit(self, scene: Scene) -> None:
        stranger = people.a_member(scene.world)
        assert refusal(scene.step("cancel", stranger)) == (404, "care.no_such_visit")
        assert refusal(stranger.get(f"/v1/visits/{scene.visit_id}")) == (404, "care.no_such_visit")
        assert scene.status() == "booked"


class TestService:
    def test_follows_the_steps_in_their_order(self, scene: Scene) -> None:
        assert refusal(scene.step("depart")) == (409, "care.not_possible_now")
        assert refusal(scene.step("check-in", body=fix())) == (409, "care.not_possible_now")
        done(scene.step("accept"))
        assert refusal(scene.step("depart")) == (409, "care.too_early")
        scene.world.clock.set_to(shanghai(24, 7))
        done(scene.step("depart"))
        assert refusal(scene.step("check-in", body=fix())) == (409, "care.too_early")
        scene.world.clock.set_to(shanghai(24, 8, 30))
        done(scene.step("check-in", body=fix()))
        done(scene.step("check-out", body=fix()))
        assert scene.status() == "done"

    @pytest.mark.parametrize(("north_m", "flagged"), [(0, False), (119, False), (122, True), (5_000, True)])
    def test_a_check_in_from_outside_counts_with_a_flag(self, scene: Scene, north_m: float, flagged: bool) -> None:
        done(scene.step("accept"))
        scene.world.clock.set_to(shanghai(24, 8, 50))
        done(scene.step("depart"))
        there = done(scene.step("check-in", body=fix(north_m)))["check_in"]
        assert (there["outside"], there["accuracy_m"]) == (flagged, 20)
        assert scene.status() == "in_service"

    def test_the_first_check_in_counts_when_the_button_was_pressed_twice(self, scene: Scene) -> None:
        go_to_service(scene.world, scene.caregiver, scene.visit_id)
        first = done(scene.caregiver.get(f"/v1/caregiver/visits/{scene.visit_id}"))["check_in"]
        scene.world.clock.advance(timedelta(minutes=3))
        assert done(scene.step("check-in", body=fix(900)))["check_in"] == first

    def test_after_check_out_the_address_is_gone_for_the_caregiver(self, scene: Scene) -> None:
        go_to_service(scene.world, scene.caregiver, scene.visit_id)
        over = done(scene.step("check-out", body=fix()))
        assert (over["address"], over["location"]) == (None, None)
        assert done(scene.elder.get(f"/v1/visits/{scene.visit_id}"))["address"]

    @pytest.mark.parametrize(
        "location", [{}, {"lat": 31.2, "lng": 121.4, "accuracy_m": 5}, {"lat": 31.2, "lng": 121.4, "datum": "GCJ02"}]
    )
    def test_a_position_without_datum_or_accuracy_is_refused(self, scene: Scene, location: dict[str, Any]) -> None:
        done(scene.step("accept"))
        assert scene.step("check-in", body={"location": location}).status == 422


class TestReview:
    def served(self, scene: Scene) -> None:
        go_to_service(scene.world, scene.caregiver, scene.visit_id)
        scene.world.clock.advance(timedelta(hours=2))
        done(scene.step("check-out", body=fix()))
        scene.world.settle()

    def test_is_kept_shown_and_counted_for_the_caregiver(self, scene: Scene) -> None:
        self.served(scene)
        review = {"stars": 5, "text": "很细心"}
        given = done(scene.step("review", scene.elder, review))["review"]
        assert (given["stars"], given["text"]) == (5, "很细心")
        scene.world.settle()
        shown = done(scene.elder.get(f"/v1/caregivers/{scene.caregiver_id}"))
        assert (shown["good_reviews"], shown["all_reviews"]) == (1, 1)
        assert "visit_reviewed" in scene.told(scene.caregiver)

    def test_the_same_again_changes_nothing_and_another_is_refused(self, scene: Scene) -> None:
        self.served(scene)
        review = {"stars": 4, "text": ""}
        first = done(scene.step("review", scene.elder, review))
        assert done(scene.step("review", scene.elder, review)) == first
        changed = scene.step("review", scene.elder, {"stars": 1, "text": ""})
        assert refusal(changed) == (409, "care.already_reviewed")

    @pytest.mark.parametrize("stars", [0, 6, 4.5, "5", True])
    def test_stars_are_whole_and_from_one_to_five(self, scene: Scene, stars: Any) -> None:
        answer = scene.step("review", scene.elder, {"stars": stars, "text": ""})
        assert (answer.status, answer.body["field"]) == (422, "stars")

    def test_comes_after_the_service(self, scene: Scene) -> None:
        answer = scene.step("review", scene.elder, {"stars": 5, "text": ""})
        assert refusal(answer) == (409, "care.not_possible_now")

    def test_of_day_91_no_longer_counts(self, scene: Scene) -> None:
        self.served(scene)
        done(scene.step("review", scene.elder, {"stars": 5, "text": ""}))
        scene.world.settle()

        def counted() -> int:
            scene.elder.log_in()
            shown = done(scene.elder.get(f"/v1/caregivers/{scene.caregiver_id}"))
            return int(shown["all_reviews"])

        scene.world.pass_time(days=89)
        assert counted() == 1
        scene.world.pass_time(days=1)
        assert counted() == 0


class TestRosters:
    def test_grow_by_a_day_every_night(self, scene: Scene) -> None:
        scene.world.pass_time(days=3)
        scene.elder.log_in()
        far = a_booked_visit(
            scene.elder, scene.caregiver_id, start_at=shanghai(30, 20).isoformat(), duration_min=60, quote_fen=6_400
        )
        assert far


class TestTheClock:
    """Nobody accepts, nobody comes, nobody checks out: the visit ends, and no money stays held."""

    def test_nobody_came_and_the_family_has_its_money_back(self, scene: Scene) -> None:
        done(scene.step("accept"))
        scene.world.settle()
        scene.world.clock.set_to(shanghai(24, 10, 59))
        scene.world.settle()
        assert (scene.status(), scene.held()) == ("accepted", 12_800)
        scene.world.clock.set_to(shanghai(24, 11))
        scene.world.settle()
        assert (scene.status(), scene.held()) == ("missed", 0)
        assert scene.told(scene.elder).count("visit_missed") == 1
        assert refusal(scene.step("depart")) == (409, "care.not_possible_now")

    def test_she_cannot_begin_when_it_should_have_ended(self, scene: Scene) -> None:
        done(scene.step("accept"))
        scene.world.clock.set_to(shanghai(24, 11))
        assert refusal(scene.step("depart")) == (410, "care.too_late")

    def test_a_forgotten_check_out_is_billed_to_the_booked_end(self, scene: Scene) -> None:
        go_to_service(scene.world, scene.caregiver, scene.visit_id)
        scene.world.settle()
        scene.world.clock.set_to(shanghai(24, 13))
        scene.world.settle()
        visit = done(scene.elder.get(f"/v1/visits/{scene.visit_id}"))
        assert (visit["status"], visit["check_out"]["distance_m"]) == ("done", None)
        assert "忘了签退" in visit["sentence"]
        bill = done(scene.elder.get(f"/v1/bills/{scene.visit_id}"))
        assert (bill["actual_minutes"], bill["amount_fen"]) == (120, 12_800)
        assert scene.held() == 0
