"""What should have come of an event and did not: found from state, and set going again (design.md §3.6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from chalicelib.contracts.envelope import Event
from chalicelib.platform.logging import logger
from chalicelib.platform.messaging.consumer import Consumer, envelope_of
from chalicelib.platform.messaging.queues import Queues


class NotQueued(Exception):
    """A queue did not take an event; the next audit finds it missing again."""


class Attempts:
    """Each gets its turn whatever became of the others; at the end the run fails loudly with all that failed."""

    def __init__(self) -> None:
        self._failures: list[Exception] = []

    def make(self, attempt: Callable[[], object]) -> None:
        try:
            attempt()
        except Exception as failure:  # noqa: BLE001 - raised by end(), after the others had their turn
            self._failures.append(failure)

    def end(self) -> None:
        if self._failures:
            raise ExceptionGroup("what could not be audited", self._failures)


class Auditor:
    """Backs the streams: whatever lost an event, its effect is missing, and that can be seen."""

    def __init__(self, consumers: Sequence[Consumer[Any]], queues: Queues) -> None:
        self._consumers = consumers
        self._queues = queues

    def repair(self, event: Event) -> int:
        """Queues `event` again for each consumer that has nothing to show for it; how many that were.

        Where something is there, what came of it is looked after in its turn. Harmless when the event is merely
        late: its consumers are idempotent.
        """
        missing = 0
        for consumer in self._consumers:
            came = consumer.came_of(event)
            if came is None:
                self._queue_again(consumer, event)
                missing += 1
            else:
                missing += sum(self.repair(each) for each in came)
        return missing

    def _queue_again(self, consumer: Consumer[Any], event: Event) -> None:
        envelope = envelope_of(event, command_id=consumer.job().new_command_id())
        if self._queues.send(consumer.context, [envelope.model_dump_json()]):
            raise NotQueued(f"{event.NAME} for {consumer.context}")
        logger.error(
            "effect_missing",
            extra={"consumer": consumer.context, "event": event.NAME, "correlation_id": envelope.correlation_id},
        )
