"""A context's queue: each event goes to the handlers declared for it, and only what failed comes again."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from chalicelib.contracts.envelope import Envelope, Event
from chalicelib.kernel.ids import RequestId, id_to_bytes, make_id
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.platform.clock import Clock
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.logging import defect_fields, logger

Deps = TypeVar("Deps")
SomeEvent = TypeVar("SomeEvent", bound=Event)


@dataclass(frozen=True, slots=True)
class Job(Generic[Deps]):
    """One run of a consumer or a schedule: when, and which request it goes back to."""

    deps: Deps
    now: datetime
    database: Database
    cause: str | None = None
    event_id: str | None = None

    def begin(self) -> UnitOfWork:
        command_id = id_to_bytes(make_id(RequestId, now=self.now, randomness=os.urandom(10)))
        return self.database.begin(command_id=command_id, cause=id_to_bytes(self.cause) if self.cause else None)


class Consumer(Generic[Deps]):
    """Handlers must be idempotent by natural key: duplicates, other orders and delays are normal."""

    def __init__(self, context: str) -> None:
        self.context = context
        self._handlers: dict[str, tuple[type[Event], Callable[[Job[Deps], Any], None]]] = {}
        self._deps: Deps | None = None
        self._clock: Clock | None = None
        self._database: Database | None = None

    @property
    def event_names(self) -> list[str]:
        return list(self._handlers)

    def on(
        self, event_type: type[SomeEvent]
    ) -> Callable[[Callable[[Job[Deps], SomeEvent], None]], Callable[[Job[Deps], SomeEvent], None]]:
        def register(
            handler: Callable[[Job[Deps], SomeEvent], None],
        ) -> Callable[[Job[Deps], SomeEvent], None]:
            self._handlers[event_type.NAME] = (event_type, handler)
            return handler

        return register

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
            event_id=envelope.id if envelope else None,
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
        event_type, handler = self._handlers[envelope.name]
        fields: dict[str, object] = {
            "consumer": self.context,
            "event": envelope.name,
            "event_id": envelope.id,
            "correlation_id": envelope.correlation_id,
        }
        try:
            handler(self.job(envelope), event_type.model_validate(envelope.data))
        except Exception as defect:
            logger.error("event", extra=fields | defect_fields(defect))
            raise
        logger.info("event", extra=fields)
