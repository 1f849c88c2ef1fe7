"""A domestic gateway that rings, and the hand of who takes the call."""

from __future__ import annotations

import json
from typing import Any

import boto3

from chalicelib.platform.settings import SmsGatewaySettings
from local.lambda_events import queue_event
from tests.builders.world import World

REQUEST = "req_01M82V7M00GSP7QTCPRVA8MCST"


class Line:
    """Whoever is rung, with what they hear and key in."""

    def __init__(self, world: World, *, rings: bool = True) -> None:
        self.world = world
        self._topic = boto3.client("sns").create_topic(Name="sms")["TopicArn"]
        only = SmsGatewaySettings(
            name="domestic", region="cn-north-1", topic_arn=self._topic, weight=1, fen=4, calls=rings
        )
        world.rebuild(lambda settings: settings.model_copy(update={"sms_gateways": (only,)}))

    def heard(self) -> list[tuple[str, dict[str, Any]]]:
        """What the gateway was told to read, by what it calls each."""
        return [each for each in self._told() if each[1].get("keys")]

    def texts_to(self, phone: str) -> list[str]:
        return [told["text"] for _, told in self._told() if told["phone"] == phone and not told.get("call")]

    def _told(self) -> list[tuple[str, dict[str, Any]]]:
        from moto.sns.models import sns_backends  # noqa: PLC0415 - inside the mock

        topic = sns_backends["123456789012"]["cn-north-1"].topics[self._topic]
        return [(reference, json.loads(message)) for reference, message, *_ in topic.sent_notifications]

    def keys(self, keyed: str, *, call: int = -1) -> None:
        receipt = {
            "gateway": "domestic",
            "reference": self.heard()[call][0],
            "outcome": "delivered",
            "at": self.world.clock().isoformat(),
            "keys": keyed,
        }
        envelope = {"id": REQUEST, "name": "sms.receipt", "version": 1, "correlation_id": REQUEST, "data": receipt}
        body = {"MessageId": "1", "ReceiptHandle": "1", "Body": json.dumps(envelope), "Attributes": {}}
        event = queue_event([body | {"MD5OfBody": ""}], queue="healthcard-receipts")
        assert self.world.client.lambda_.invoke("receipt_events", event).payload == {"batchItemFailures": []}
