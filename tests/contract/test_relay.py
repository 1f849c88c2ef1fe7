"""From stream records to queues: when it speaks, when it is silent, and what it says it could not pass on."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws

from chalicelib.contracts.cards import CardActivated
from chalicelib.contracts.envelope import Envelope
from chalicelib.kernel.ids import CardId, PersonId
from chalicelib.platform.messaging.queues import Queues
from chalicelib.platform.messaging.relay import Relay
from tests.builders.clock import MONDAY_MORNING
from tests.builders.visits import MEMBER

COMMAND, OTHER, CAUSE = b"1" * 16, b"2" * 16, b"3" * 16
EVENT = CardActivated(
    card_id=CardId("card_01M00000000000000000000009"), holder_id=PersonId(MEMBER), at=MONDAY_MORNING
)


def image(command: bytes | None = COMMAND, cause: bytes | None = None) -> dict[str, Any]:
    if command is None:
        return {"PK": {"S": "CARD#1"}}
    marker = {"id": {"B": base64.b64encode(command).decode()}, "name": {"S": EVENT.NAME}}
    if cause:
        marker["cause"] = {"B": base64.b64encode(cause).decode()}
    return {"PK": {"S": "CARD#1"}, "event": {"M": marker}}


def record(number: int, new: dict[str, Any] | None, old: dict[str, Any] | None = None) -> dict[str, Any]:
    images = ({"NewImage": new} if new else {}) | ({"OldImage": old} if old else {})
    return {"dynamodb": {"SequenceNumber": str(number), "ApproximateCreationDateTime": 1_795_000_000.0, **images}}


def relay_over(sqs: Any) -> Relay:
    return Relay(
        Queues(sqs, {"1": "one", "2": "two"}),
        builders={EVENT.NAME: lambda _: EVENT},
        contexts_by_event={EVENT.NAME: ["1", "2"]},
    )


class Desk:
    def __init__(self) -> None:
        self.sqs = boto3.client("sqs")
        self.urls = [self.sqs.create_queue(QueueName=name)["QueueUrl"] for name in ("one", "two")]
        self.relay = relay_over(self.sqs)

    def handle(self, *records: dict[str, Any]) -> list[str]:
        answer = self.relay.handle({"Records": list(records)})
        return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]

    def said(self, queue: int = 0) -> list[Envelope]:
        messages: list[Any] = []
        while batch := self.sqs.receive_message(QueueUrl=self.urls[queue], MaxNumberOfMessages=10).get("Messages"):
            messages += batch
        return [Envelope.model_validate_json(message["Body"]) for message in messages]


@pytest.fixture
def desk() -> Iterator[Desk]:
    with mock_aws():
        yield Desk()


class TestRelay:
    def test_tells_every_subscribed_queue(self, desk: Desk) -> None:
        assert desk.handle(record(1, image())) == []
        for queue in (0, 1):
            (envelope,) = desk.said(queue)
            assert (envelope.name, envelope.data) == (EVENT.NAME, EVENT.model_dump(mode="json"))
            assert envelope.id == envelope.correlation_id

    def test_carries_the_request_it_all_goes_back_to(self, desk: Desk) -> None:
        desk.handle(record(1, image(COMMAND, CAUSE)))
        (envelope,) = desk.said()
        assert envelope.correlation_id != envelope.id

    @pytest.mark.parametrize(
        ("new", "old"),
        [
            (None, image()),
            (image(None), None),
            (image(), image()),
            (image(None), image()),
        ],
    )
    def test_is_silent_about_removals_and_changes_that_say_nothing(
        self, desk: Desk, new: dict[str, Any] | None, old: dict[str, Any] | None
    ) -> None:
        assert desk.handle(record(1, new, old)) == []
        assert desk.said() == []

    def test_speaks_when_the_marker_is_another(self, desk: Desk) -> None:
        desk.handle(record(1, image(OTHER), image(COMMAND)))
        assert len(desk.said()) == 1

    def test_sends_more_than_a_batch(self, desk: Desk) -> None:
        assert desk.handle(*(record(number, image()) for number in range(25))) == []
        assert len(desk.said()) == 25

    def test_a_record_it_cannot_read_stops_it_there(self, desk: Desk) -> None:
        poison = {"PK": {"S": "x"}, "event": {"M": {"id": {"B": "MQ=="}, "name": {"S": "unknown.event"}}}}
        assert desk.handle(record(1, image()), record(2, poison), record(3, image())) == ["2"]
        assert len(desk.said()) == 1

    def test_a_queue_that_takes_nothing_leaves_the_record_in_the_stream(self, desk: Desk) -> None:
        desk.relay = relay_over(_RefusesBatches(desk.sqs))
        assert desk.handle(record(7, image()), record(8, image())) == ["7"]


class _RefusesBatches:
    def __init__(self, sqs: Any) -> None:
        self._sqs = sqs

    def get_queue_url(self, **request: Any) -> Any:
        return self._sqs.get_queue_url(**request)

    def send_message_batch(self, **request: Any) -> Any:
        failed = [{"Id": entry["Id"], "Code": "InternalError"} for entry in request["Entries"]]
        return json.loads(json.dumps({"Failed": failed}))
