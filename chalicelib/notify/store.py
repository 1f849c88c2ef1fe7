"""How messages are kept: one item each, in the person's inbox, under the id of the event that caused it."""

from __future__ import annotations

from datetime import datetime

from chalicelib.kernel.ids import MessageId, PersonId
from chalicelib.kernel.refusals import AlreadyDone
from chalicelib.kernel.time import to_wire
from chalicelib.kernel.unit_of_work import (
    Item,
    Put,
    Rank,
    UnitOfWork,
    Update,
    absent,
    equal,
    exists,
    impossible,
    stale,
)
from chalicelib.notify import keys
from chalicelib.notify.domain.message import Message, PushState
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database


class MessageItems:
    def __init__(self, database: Database, table: str) -> None:
        self._database = database
        self._table = table

    def find(self, person_id: PersonId, message_id: MessageId) -> Message | None:
        item = self._database.get(keys.message_key(self._table, person_id, message_id))
        return from_item(Message, item) if item else None

    def inbox_of(self, person_id: PersonId, *, limit: int, after: str | None) -> tuple[list[Message], str | None]:
        """Newest first; `after` is the ulid of the last one seen."""
        partition = keys.inbox_partition(person_id)
        items, last = self._database.query(
            table=self._table,
            partition=partition,
            sort_from=keys.MESSAGES,
            newest_first=True,
            limit=limit,
            after={"PK": partition, "SK": keys.MESSAGES + after} if after else None,
        )
        messages = [from_item(Message, item) for item in items]
        return messages, last["SK"].removeprefix(keys.MESSAGES) if last else None

    def message_in(self, item: Item) -> Message:
        return from_item(Message, item)

    def stage_message(self, uow: UnitOfWork, message: Message) -> None:
        uow.stage(
            Put(
                keys.message_key(self._table, message.person_id, message.message_id),
                to_item(message),
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=lambda other: AlreadyDone(other or {}),
            )
        )

    def stage_push(self, uow: UnitOfWork, message: Message, push: PushState, *, attempts: int) -> None:
        uow.stage(
            Update(
                keys.message_key(self._table, message.person_id, message.message_id),
                sets={"push": str(push), "attempts": attempts},
                needs=(equal("push", str(message.push)), equal("attempts", message.attempts)),
                rank=Rank.STATE,
                otherwise=stale,
            )
        )

    def stage_read(self, uow: UnitOfWork, message: Message, *, now: datetime) -> None:
        uow.stage(
            Update(
                keys.message_key(self._table, message.person_id, message.message_id),
                sets={"read_at": to_wire(now)},
                needs=(exists("PK"),),
                rank=Rank.STATE,
                otherwise=impossible("a message that was read just now is gone"),
            )
        )
