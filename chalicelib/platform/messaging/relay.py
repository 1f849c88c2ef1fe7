"""From a table's stream to the queues: one function on all streams (design.md §3.5)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from chalicelib.contracts.envelope import Envelope, Event
from chalicelib.kernel.unit_of_work import Item
from chalicelib.platform import metrics
from chalicelib.platform.dynamo.codec import from_wire_item
from chalicelib.platform.logging import defect_fields, logger
from chalicelib.platform.messaging.consumer import envelope_of
from chalicelib.platform.messaging.queues import Queues

# Builds the contract event from an item as it is after the write.
EventBuilder = Callable[[Item], Event]


class Relay:
    """Emits when an item's event marker differs from the one before; removals say nothing.

    Answers with the first record that could not be handed to its queues, so that the stream is read again
    from there: an event may be sent twice, never skipped.
    """

    def __init__(
        self,
        queues: Queues,
        *,
        builders: Mapping[str, EventBuilder],
        contexts_by_event: Mapping[str, Sequence[str]],
    ) -> None:
        self._queues = queues
        self._builders = builders
        self._contexts_by_event = contexts_by_event

    def handle(self, batch: Mapping[str, Any]) -> dict[str, list[dict[str, str]]]:
        outgoing: dict[str, list[str]] = {}
        numbers: dict[str, list[str]] = {}
        failed: list[str] = []
        made_at = [record["dynamodb"]["ApproximateCreationDateTime"] for record in batch["Records"]]
        metrics.seconds("RelayLag", max(0.0, time.time() - min(made_at)))
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
                for context in self._contexts_by_event[envelope.name]:
                    outgoing.setdefault(context, []).append(envelope.model_dump_json())
                    numbers.setdefault(context, []).append(sequence_number)
        for context, bodies in outgoing.items():
            failed += [numbers[context][place] for place in self._queues.send(context, bodies)]
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
        return envelope_of(self._builders[marker["name"]](new), command_id=marker["id"], cause=marker.get("cause"))
