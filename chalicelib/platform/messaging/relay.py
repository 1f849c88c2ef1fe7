"""From a table's stream to the queues: one function on all streams (design.md §3.5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from chalicelib.contracts.envelope import Envelope, Event
from chalicelib.kernel.ids import RequestId, id_from_bytes
from chalicelib.kernel.unit_of_work import Item
from chalicelib.platform.dynamo.codec import from_wire_item
from chalicelib.platform.logging import defect_fields, logger

if TYPE_CHECKING:
    from types_boto3_sqs import SQSClient

SQS_BATCH = 10

# Builds the contract event from an item as it is after the write.
EventBuilder = Callable[[Item], Event]


class Relay:
    """Emits when an item's event marker differs from the one before; removals say nothing.

    Answers with the first record that could not be handed to its queues, so that the stream is read again
    from there: an event may be sent twice, never skipped.
    """

    def __init__(
        self,
        sqs: SQSClient,
        *,
        builders: Mapping[str, EventBuilder],
        queues_by_event: Mapping[str, Sequence[str]],
    ) -> None:
        self._sqs = sqs
        self._builders = builders
        self._queues_by_event = queues_by_event
        self._url_by_queue: dict[str, str] = {}

    def handle(self, batch: Mapping[str, Any]) -> dict[str, list[dict[str, str]]]:
        outgoing: dict[str, list[tuple[str, str]]] = {}
        failed: list[str] = []
        order = [record["dynamodb"]["SequenceNumber"] for record in batch["Records"]]
        for record in batch["Records"]:
            sequence_number = record["dynamodb"]["SequenceNumber"]
            try:
                envelope = self._envelope(record["dynamodb"])
            except Exception as defect:  # noqa: BLE001 - a record we cannot read stays in the stream, and is told
                logger.error("relay", extra={"sequence_number": sequence_number, **defect_fields(defect)})
                failed.append(sequence_number)
                break
            if envelope is not None:
                for queue in self._queues_by_event[envelope.name]:
                    outgoing.setdefault(queue, []).append((sequence_number, envelope.model_dump_json()))
        for queue, messages in outgoing.items():
            failed += self._send(queue, messages)
        if not failed:
            return {"batchItemFailures": []}
        return {"batchItemFailures": [{"itemIdentifier": min(failed, key=order.index)}]}

    def _envelope(self, change: Mapping[str, Any]) -> Envelope | None:
        if "NewImage" not in change:
            return None
        new = from_wire_item(change["NewImage"])
        old = from_wire_item(change.get("OldImage", {}))
        marker = new.get("event")
        if not marker or marker["id"] == old.get("event", {}).get("id"):
            return None
        event = self._builders[marker["name"]](new)
        return Envelope(
            id=id_from_bytes(RequestId, marker["id"]),
            name=event.NAME,
            version=event.VERSION,
            correlation_id=id_from_bytes(RequestId, marker.get("cause", marker["id"])),
            data=event.model_dump(mode="json"),
        )

    def _send(self, queue: str, messages: Sequence[tuple[str, str]]) -> list[str]:
        """Sequence numbers of what the queue did not take."""
        failed: list[str] = []
        for start in range(0, len(messages), SQS_BATCH):
            chunk = messages[start : start + SQS_BATCH]
            answer = self._sqs.send_message_batch(
                QueueUrl=self._url(queue),
                Entries=[{"Id": str(place), "MessageBody": body} for place, (_, body) in enumerate(chunk)],
            )
            failed += [chunk[int(entry["Id"])][0] for entry in answer.get("Failed", [])]
        return failed

    def _url(self, queue: str) -> str:
        if queue not in self._url_by_queue:
            self._url_by_queue[queue] = self._sqs.get_queue_url(QueueName=queue)["QueueUrl"]
        return self._url_by_queue[queue]
