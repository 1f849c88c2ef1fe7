"""Streams and queues lose everything: whatever should have come of it is found from state and comes, once."""

from __future__ import annotations

import logging
from datetime import timedelta

import boto3
import pytest

from local import people
from local.people import Phone, done, fix
from tests.builders import story
from tests.builders.story import a_booked_visit, go_to_service, shanghai
from tests.builders.world import World


class Scene:
    def __init__(self, world: World) -> None:
        self.world = world
        self.staff = people.a_staff_member(world)
        self.caregiver, self.caregiver_id = people.a_caregiver(world, self.staff)
        self.elder = story.an_elder(world, self.staff)
        world.settle()

    def told(self, phone: Phone) -> list[str]:
        return sorted(message["kind"] for message in done(phone.get("/v1/inbox"))["items"])

    def sweep_once(self) -> None:
        """The events are gone, and the hour of the audit comes."""
        self.world.lose_events()
        self.world.settle()
        self.world.pass_time(hours=1)

    def wallet(self) -> tuple[int, int]:
        wallet = done(self.elder.get("/v1/wallet"))
        return wallet["available_fen"], wallet["held_fen"]


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


GREETED = ["card_activated", "wallet_topped_up"]


class TestOneSweep:
    def test_bills_a_visit_whose_check_out_nobody_heard_of(self, scene: Scene) -> None:
        visit_id = a_booked_visit(scene.elder, scene.caregiver_id)
        go_to_service(scene.world, scene.caregiver, visit_id)
        scene.world.clock.advance(timedelta(minutes=120))
        done(scene.caregiver.post(f"/v1/visits/{visit_id}/check-out", fix()))
        scene.sweep_once()
        assert scene.wallet() == (37_200, 0)
        assert scene.told(scene.elder) == sorted([*GREETED, "visit_billed"])
        scene.world.pass_time(hours=3)
        assert scene.wallet() == (37_200, 0)
        assert scene.told(scene.elder).count("visit_billed") == 1

    def test_leaves_alone_what_was_told(self, scene: Scene) -> None:
        story.a_served_visit(scene.world, scene.elder, scene.caregiver, scene.caregiver_id, minutes=120)
        assert scene.told(scene.elder).count("visit_billed") == 1
        scene.sweep_once()
        assert scene.told(scene.elder).count("visit_billed") == 1

    def test_after_a_day_a_booking_nobody_accepted_has_lapsed_and_is_told(self, scene: Scene) -> None:
        a_booked_visit(scene.elder, scene.caregiver_id)
        scene.world.lose_events()
        scene.world.settle()
        scene.world.pass_time(hours=25)
        assert scene.wallet() == (50_000, 0)
        assert scene.told(scene.elder) == sorted([*GREETED, "visit_lapsed"])

    def test_tells_a_caregiver_of_the_visit_she_should_not_go_to(self, scene: Scene) -> None:
        visit_id = a_booked_visit(scene.elder, scene.caregiver_id)
        done(scene.elder.post(f"/v1/visits/{visit_id}/cancel"))
        scene.sweep_once()
        assert scene.told(scene.caregiver) == ["visit_cancelled"]

    def test_tells_the_family_that_the_caregiver_declined(self, scene: Scene) -> None:
        visit_id = a_booked_visit(scene.elder, scene.caregiver_id)
        done(scene.caregiver.post(f"/v1/visits/{visit_id}/decline"))
        scene.sweep_once()
        assert scene.told(scene.elder) == sorted([*GREETED, "visit_declined"])

    def test_tells_what_stands_and_not_what_is_past(self, scene: Scene) -> None:
        visit_id = a_booked_visit(scene.elder, scene.caregiver_id)
        done(scene.caregiver.post(f"/v1/visits/{visit_id}/accept"))
        scene.world.clock.set_to(shanghai(24, 8, 30))
        done(scene.caregiver.post(f"/v1/visits/{visit_id}/depart"))
        scene.sweep_once()
        assert scene.told(scene.elder) == sorted([*GREETED, "caregiver_departed"])

    def test_tells_of_a_card_and_of_money_that_came(self, world: World) -> None:
        staff = people.a_staff_member(world)
        elder = people.a_member(world)
        people.prove(elder, "王秀英", people.a_resident_number())
        people.activate(elder, people.an_activation_code(staff))
        world.lose_events()
        world.wechat("POST", "/callbacks/hold", {"on": True})
        ordered = done(elder.post("/v1/wallet/top-ups", {"id": people.new_id("top"), "amount_fen": 1_000}), 201)
        elder.pay(ordered["payment"])
        world.lose_events()
        world.settle()
        world.pass_time(hours=1)
        told = [message["kind"] for message in done(elder.get("/v1/inbox"))["items"]]
        assert sorted(told) == GREETED
        assert done(elder.get("/v1/wallet"))["available_fen"] == 1_000

    def test_offers_a_caregiver_whose_login_nobody_heard_of(self, scene: Scene) -> None:
        phone = people.somebody(scene.world)
        body = people.enrolment(phone.number)
        done(scene.staff.post("/v1/staff/caregivers", body), 201)
        phone.log_in()
        phone.give_number()
        scene.world.lose_events()
        assert scene.elder.get(f"/v1/caregivers/{body['id']}").status == 404
        scene.sweep_once()
        assert scene.elder.get(f"/v1/caregivers/{body['id']}").status == 200


def test_a_visit_that_cannot_be_looked_at_does_not_hold_up_the_others(scene: Scene, world: World) -> None:
    """The first caregiver's record is broken, on whichever side of the walk she stands."""
    other, other_id = people.a_caregiver(world, scene.staff)
    visits = [
        a_booked_visit(scene.elder, each, duration_min=60, quote_fen=6_400) for each in (scene.caregiver_id, other_id)
    ]
    for visit_id, caregiver in zip(visits, (scene.caregiver, other), strict=True):
        done(scene.elder.post(f"/v1/visits/{visit_id}/cancel"))
        assert caregiver.token
    broken = f"CAREGIVER#{scene.caregiver_id[4:]}"
    dynamodb = boto3.client("dynamodb")
    dynamodb.transact_write_items(
        TransactItems=[
            {"Delete": {"TableName": "healthcard-identity", "Key": {"PK": {"S": broken}, "SK": {"S": "POINTER"}}}}
        ]
    )
    world.lose_events()
    world.settle()
    with pytest.raises(ExceptionGroup, match="what could not be audited"):
        world.pass_time(hours=1)
    world.settle()
    assert scene.told(other) == ["visit_cancelled"]


def test_a_card_that_cannot_be_looked_at_does_not_hold_up_the_visits(scene: Scene, world: World) -> None:
    other = people.an_elder(world, scene.staff, name="李桂芳", id_number=people.a_resident_number(), balance_fen=0)
    visit_id = a_booked_visit(scene.elder, scene.caregiver_id)
    go_to_service(world, scene.caregiver, visit_id)
    (card,) = done(scene.elder.get("/v1/cards"))["items"]
    (broken,) = done(other.get("/v1/cards"))["items"]
    assert broken != card
    key = {"PK": {"S": f"CARD#{broken['id'][5:]}"}, "SK": {"S": "CARD"}}
    boto3.client("dynamodb").transact_write_items(
        TransactItems=[{"Delete": {"TableName": "healthcard-cards", "Key": key}}]
    )
    world.clock.advance(timedelta(minutes=120))
    done(scene.caregiver.post(f"/v1/visits/{visit_id}/check-out", fix()))
    world.lose_events()
    world.settle()
    with pytest.raises(ExceptionGroup, match="what could not be audited"):
        world.pass_time(hours=1)
    world.settle()
    assert scene.wallet() == (37_200, 0)


def test_with_nothing_missing_it_sets_nothing_going(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    story.a_served_visit(scene.world, scene.elder, scene.caregiver, scene.caregiver_id, minutes=120)
    caplog.set_level(logging.INFO, "healthcard")
    caplog.clear()
    scene.world.pass_time(hours=2)
    assert [record.message for record in caplog.records if record.message in ("effect_missing", "event")] == []
