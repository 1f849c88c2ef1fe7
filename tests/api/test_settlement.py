"""The bill that comes by itself: from actual minutes, once, never more than was held."""

from __future__ import annotations

import json

import boto3
import pytest

import app as application
from local import people
from local.people import Phone, done
from tests.builders import story
from tests.builders.world import World


@pytest.fixture
def world(world_on_sqs: World) -> World:
    return world_on_sqs


@pytest.fixture
def cast(world: World) -> tuple[Phone, Phone, str]:
    staff = people.a_staff_member(world)
    caregiver, caregiver_id = people.a_caregiver(world, staff)
    return story.an_elder(world, staff), caregiver, caregiver_id


class TestBill:
    @pytest.mark.parametrize(
        ("minutes", "half_hours", "amount_fen"), [(20, 2, 6_400), (66, 3, 9_600), (120, 4, 12_800), (300, 4, 12_800)]
    )
    def test_is_for_what_was_served(
        self, world: World, cast: tuple[Phone, Phone, str], minutes: int, half_hours: int, amount_fen: int
    ) -> None:
        visit_id = story.a_served_visit(world, *cast, minutes=minutes)
        bill = done(cast[0].get(f"/v1/bills/{visit_id}"))
        assert (bill["actual_minutes"], bill["billed_half_hours"], bill["amount_fen"]) == (
            minutes,
            half_hours,
            amount_fen,
        )
        assert done(cast[0].get("/v1/wallet")) == {
            "available_fen": 50_000 - amount_fen,
            "held_fen": 0,
            "holds": [],
        }

    def test_comes_once_however_often_the_event_is_delivered(
        self, world: World, cast: tuple[Phone, Phone, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        deliver = application.app.handler_map["billing_events"]

        def thrice(event: object, context: object) -> object:
            deliver(event, context)
            deliver(event, context)
            return deliver(event, context)

        monkeypatch.setitem(application.app.handler_map, "billing_events", thrice)
        visit_id = story.a_served_visit(world, *cast, minutes=120)
        assert done(cast[0].get("/v1/wallet"))["available_fen"] == 37_200
        assert [bill["visit_id"] for bill in done(cast[0].get("/v1/bills"))["items"]] == [visit_id]
        told = [message["kind"] for message in done(cast[0].get("/v1/inbox"))["items"]]
        assert told.count("visit_billed") == 1

    def test_of_somebody_else_is_not_found(self, world: World, cast: tuple[Phone, Phone, str]) -> None:
        visit_id = story.a_served_visit(world, *cast, minutes=120)
        stranger = people.a_member(world)
        assert stranger.get(f"/v1/bills/{visit_id}").body["code"] == "billing.no_bill_yet"
        assert done(stranger.get("/v1/bills"))["items"] == []


class TestAQueueThatFails:
    def test_an_event_nobody_can_handle_ends_with_the_dead_letters_and_holds_nobody_up(
        self, world: World, cast: tuple[Phone, Phone, str]
    ) -> None:
        sqs = boto3.client("sqs")
        url = sqs.get_queue_url(QueueName="healthcard-billing")["QueueUrl"]
        sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "0"})
        sqs.send_message(QueueUrl=url, MessageBody=json.dumps({"no": "envelope"}))
        visit_id = story.a_served_visit(world, *cast, minutes=120)
        for _ in range(8):
            world.settle()
        assert cast[0].get(f"/v1/bills/{visit_id}").status == 200
        dead = sqs.get_queue_url(QueueName="healthcard-billing-dead")["QueueUrl"]
        count = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=["ApproximateNumberOfMessages"])
        assert count["Attributes"]["ApproximateNumberOfMessages"] == "1"
