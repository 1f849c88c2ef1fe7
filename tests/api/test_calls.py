"""A message read aloud by telephone for who wants that, with a key that says it was heard (features.md I5)."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import boto3
import pytest

from chalicelib.platform.settings import SmsGatewaySettings
from local.lambda_events import queue_event
from local.people import a_relative, done, give
from tests.builders.story import booking, shanghai
from tests.builders.telling import Scene
from tests.builders.world import World

CALLS = {"wechat": True, "sms": True, "reminders": True, "short": False, "calls": True}
REQUEST = "req_01M82V7M00GSP7QTCPRVA8MCST"


class Ringing:
    """A scene whose texts go to a domestic gateway's topic, which also rings; what it was told, newest last."""

    def __init__(self, world: World, *, rings: bool = True) -> None:
        self.scene, self.world = Scene(world), world
        self._topic = boto3.client("sns").create_topic(Name="sms")["TopicArn"]
        only = SmsGatewaySettings(
            name="domestic", region="cn-north-1", topic_arn=self._topic, weight=1, fen=4, calls=rings
        )
        ids = {"visit_accepted.voice": "TTS_1", "visit_accepted": "SMS_1"}
        world.rebuild(lambda settings: settings.model_copy(update={"sms_gateways": (only,), "sms_template_ids": ids}))
        done(self.scene.elder.put("/v1/me/preferences", CALLS))
        self.told: list[tuple[str, dict[str, Any]]] = []

    def listen(self) -> dict[str, Any]:
        """What the gateway was told last about the elder."""
        from moto.sns.models import sns_backends  # noqa: PLC0415 - inside the mock

        topic = sns_backends["123456789012"]["cn-north-1"].topics[self._topic]
        heard = [(reference, json.loads(message)) for reference, message, *_ in topic.sent_notifications]
        self.told = [each for each in heard if each[1]["phone"] == self.scene.elder.number]
        return self.told[-1][1]

    def ended(self, outcome: str) -> None:
        """The gateway tells how the last call or text went."""
        receipt = {
            "gateway": "domestic",
            "reference": self.told[-1][0],
            "outcome": outcome,
            "at": self.world.clock().isoformat(),
        }
        envelope = {"id": REQUEST, "name": "sms.receipt", "version": 1, "correlation_id": REQUEST, "data": receipt}
        body = {
            "MessageId": "1",
            "ReceiptHandle": "1",
            "Body": json.dumps(envelope),
            "Attributes": {},
            "MD5OfBody": "",
        }
        event = queue_event([body], queue="healthcard-receipts")
        assert self.world.client.lambda_.invoke("receipt_events", event).payload == {"batchItemFailures": []}

    def message(self) -> dict[str, Any]:
        return self.scene.messages()["visit_accepted"]


@pytest.fixture
def ringing(world: World) -> Ringing:
    made = Ringing(world)
    made.scene.elder.consent("visit_status", 5)
    made.scene.book_and_accept()
    return made


def test_she_is_called_and_pressing_one_is_reading_it(ringing: Ringing) -> None:
    assert ringing.listen() == {
        "phone": ringing.scene.elder.number,
        "template_id": "TTS_1",
        "values": ["李护理员", "11月24日 9点", "生活照护"],
        "text": "您好，这里是远盟健康。李护理员已经接单，11月24日 9点，上门做生活照护。听明白了，请按一。",
        "call": True,
        "confirm_key": "1",
    }
    assert (ringing.message()["push"], ringing.message()["read_at"]) == ("by_call", None)
    ringing.ended("confirmed")
    assert (ringing.message()["push"], ringing.scene.pushed()) == ("delivered", [])
    assert ringing.message()["read_at"] is not None
    ringing.ended("failed")
    assert ringing.message()["push"] == "delivered"


def test_she_is_called_about_what_family_ask_for_above_the_limit(ringing: Ringing) -> None:
    """Features.md A10."""
    scene = ringing.scene
    daughter = a_relative(ringing.world)
    give(scene.elder, daughter, "book", "pay", limit_fen=1_000)
    start_at = shanghai(26, 9).isoformat()
    body = booking(scene.caregiver_id, needs="", start_at=start_at)
    done(daughter.as_family_of(scene.elder).post("/v1/visits", body), 201)
    ringing.world.settle()
    assert ringing.listen()["text"] == (
        "您好，这里是远盟健康。您的女儿想替您约11月26日 9点的生活照护，要花¥128.00。"
        "同意或者不同意，请在小程序里点，也可以打客服电话。听明白了，请按一。"
    )


@pytest.mark.parametrize("outcome", ["failed", "refused"])
def test_nobody_takes_it_and_the_sms_goes_once(ringing: Ringing, outcome: str) -> None:
    ringing.listen()
    ringing.ended(outcome)
    said = ringing.listen()
    assert (said["template_id"], "call" in said, len(ringing.told)) == ("SMS_1", False, 2)
    assert ringing.message()["push"] == "by_sms"
    (domestic,) = done(ringing.scene.staff.get("/v1/staff/gateways"))["items"]
    assert (domestic["rate"], domestic["delivered"]) == (1, 0), "a call nobody took is no fault of the gateway"
    ringing.world.clock.advance(timedelta(minutes=11))
    ringing.world.settle()
    ringing.listen()
    assert len(ringing.told) == 2


def test_nobody_tells_how_it_ended_and_the_sms_goes_after_ten_minutes(ringing: Ringing) -> None:
    ringing.listen()
    ringing.world.clock.advance(timedelta(minutes=9, seconds=59))
    ringing.world.settle()
    assert ringing.message()["push"] == "by_call"
    ringing.world.clock.advance(timedelta(minutes=1))
    ringing.world.settle()
    ringing.listen()
    assert (ringing.message()["push"], len(ringing.told)) == ("by_sms", 2)
    ringing.told.pop()
    ringing.ended("confirmed")
    assert (ringing.message()["push"], ringing.message()["read_at"] is None) == ("by_sms", False)


def test_while_she_listens_nothing_else_goes(ringing: Ringing) -> None:
    ringing.listen()
    ringing.ended("delivered")
    assert ringing.message()["push"] == "by_call"
    ringing.ended("confirmed")
    ringing.listen()
    assert (ringing.message()["push"], len(ringing.told)) == ("delivered", 1)


def test_nobody_is_rung_at_night(ringing: Ringing) -> None:
    ringing.listen()
    ringing.world.clock.set_to(shanghai(23, 22, 30))
    ringing.scene.book_and_accept(shanghai(25, 14))
    assert ringing.message()["push"] == "held"
    ringing.scene.until(24, 7)
    assert ringing.message()["push"] == "by_call"


def test_what_is_only_nice_to_know_does_not_ring(ringing: Ringing) -> None:
    visit_id = ringing.scene.book(shanghai(26, 9))
    assert ringing.scene.messages()["visit_booked"]["push"] != "by_call"
    ringing.scene.step(visit_id, "decline")
    assert ringing.scene.messages()["visit_declined"]["push"] == "by_call"


def test_without_sms_wechat_goes_first(ringing: Ringing) -> None:
    done(ringing.scene.elder.put("/v1/me/preferences", CALLS | {"sms": False}))
    ringing.scene.step(ringing.scene.book(shanghai(26, 9)), "decline")
    assert ringing.scene.messages()["visit_declined"]["push"] == "sent"


def test_where_nobody_rings_it_goes_as_for_everybody(world: World) -> None:
    silent = Ringing(world, rings=False)
    silent.scene.elder.consent("visit_status", 5)
    silent.scene.book_and_accept()
    assert silent.message()["push"] == "sent"


def test_where_nobody_rings_the_sms_goes_unless_she_wants_none(world: World) -> None:
    silent = Ringing(world, rings=False)
    silent.scene.book_and_accept()
    assert (silent.message()["push"], "call" in silent.listen()) == ("by_sms", False)
    done(silent.scene.elder.put("/v1/me/preferences", CALLS | {"sms": False}))
    silent.scene.step(silent.scene.book(shanghai(26, 9)), "decline")
    assert silent.scene.messages()["visit_declined"]["push"] == "inbox_only"
