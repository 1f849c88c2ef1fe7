"""A context's queue: each event goes to the handlers declared for it, and only what failed comes again."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar

from chalicelib.contracts.envelope import Envelope, Event
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import RequestId, id_from_bytes, id_to_bytes, make_id
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.platform.clock import Clock
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.logging import defect_fields, logger

Deps = TypeVar("Deps")


@dataclass(frozen=True, slots=True)
class Job(Generic[Deps]):
    """One run of a consumer or a schedule: when, and which request it goes back to."""

    deps: Deps
    now: datetime
    database: Database
    cause: str | None = None

    def new_command_id(self) -> bytes:
        return id_to_bytes(make_id(RequestId, now=self.now, randomness=os.urandom(10)))

    def begin(self) -> UnitOfWork:
        cause = id_to_bytes(self.cause) if self.cause else None
        return self.database.begin(command_id=self.new_command_id(), cause=cause)


Handle = Callable[[Job[Deps], Any], None]
# The events that followed from handling one; None when there is nothing to show for it.
CameOf = Callable[[Job[Deps], Any], Sequence[Event] | None]


@dataclass(frozen=True, slots=True)
class _Handler(Generic[Deps]):
    event_type: type[Event]
    handle: Handle[Deps]
    came_of: CameOf[Deps]


def _without_audit(_: object, __: Event) -> Sequence[Event]:
    return ()


class Consumer(Generic[Deps]):
    """Handlers must be idempotent by natural key: duplicates, other orders and delays are normal."""

    def __init__(self, context: str) -> None:
        self.context = context
        self._handlers: dict[str, _Handler[Deps]] = {}
        self._deps: Deps | None = None
        self._clock: Clock | None = None
        self._database: Database | None = None

    @property
    def event_names(self) -> list[str]:
        return list(self._handlers)

    def on(
        self, event_type: type[Event], *, came_of: CameOf[Deps] = _without_audit
    ) -> Callable[[Handle[Deps]], Handle[Deps]]:
        """`came_of` lets the auditor see whether the handler's work is there; it reads, and changes nothing."""

        def register(handle: Handle[Deps]) -> Handle[Deps]:
            self._handlers[event_type.NAME] = _Handler(event_type, handle, came_of)
            return handle

        return register

    def came_of(self, event: Event) -> Sequence[Event] | None:
        handler = self._handlers.get(event.NAME)
        return handler.came_of(self.job(), event) if handler else ()

    def bind(self, deps: Deps, *, clock: Clock, database: Database) -> None:
        self._deps, self._clock, self._database = deps, clock, database

    def job(self, envelope: Envelope | None = None) -> Job[Deps]:
        if self._deps is None or self._clock is None or self._database is None:
            raise AssertionError(f"{self.context} is not bound")
        return Job(
            deps=self._deps,
            now=self._clock(),
            database=self._database,
            cause=envelope.correlation_id if envelope else None,
        )

    def handle(self, batch: Mapping[str, Any], context: Any) -> Any:
        """An SQS event; answers with the messages to deliver again."""
        from aws_lambda_powertools.utilities.batch import (  # noqa: PLC0415 - the API function never needs it
            BatchProcessor,
            EventType,
            process_partial_response,
        )

        return process_partial_response(
            event=dict(batch),
            record_handler=self._handle_one,
            processor=BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False),
            context=context,
        )

    def _handle_one(self, record: Any) -> None:
        envelope = Envelope.model_validate_json(record.body)
        handler = self._handlers[envelope.name]
        fields: dict[str, object] = {
            "consumer": self.context,
            "event": envelope.name,
            "event_id": envelope.id,
            "correlation_id": envelope.correlation_id,
        }
        try:
            handler.handle(self.job(envelope), handler.event_type.model_validate(envelope.data))
        except Exception as defect:
            logger.error("event", extra=fields | defect_fields(defect))
            raise
        logger.info("event", extra=fields)


def envelope_of(event: Event, *, command_id: bytes, cause: bytes | None = None) -> Envelope:
    return Envelope(
        id=id_from_bytes(RequestId, command_id),
        name=event.NAME,
        version=event.VERSION,
        correlation_id=id_from_bytes(RequestId, cause or command_id),
        data=event.model_dump(mode="json"),
    )
