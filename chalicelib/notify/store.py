"""How messages, wishes and credits are kept: in the person's inbox."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from chalicelib.contracts.envelope import Event
from chalicelib.contracts.wechat import WeChatNotice
from chalicelib.kernel.ids import MessageId, PersonId, id_to_bytes
from chalicelib.kernel.time import from_wire, to_wire
from chalicelib.kernel.unit_of_work import (
    Item,
    Put,
    Rank,
    UnitOfWork,
    Update,
    absent,
    already_done,
    at_least,
    equal,
    exists,
    impossible,
    stale,
)
from chalicelib.notify import keys
from chalicelib.notify.domain.digest import SetDigest
from chalicelib.notify.domain.message import Awaited, Message, PushState
from chalicelib.notify.domain.reader import Credit, Hush, Hushing, Preferences, Said
from chalicelib.notify.domain.reminder import Void
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.dynamo.due import Due, due_write
from chalicelib.platform.messaging.relay import EventBuilder

# 140,000 reminders of one evening are spread over so many partitions, each good for 1,000 writes a second.
SHARDS = 8
# WeChat posts a notice up to three times within moments; an old one is refused for its age.
NOTICES_KEPT = timedelta(days=2)
SILENCE = ("silenced_at", "hush", "silenced_by")
# A carrier may take three days to say what became of a text (AWS End User Messaging, event destinations).
RECEIPTS_AWAITED = timedelta(days=4)


_always = impossible("a write without a condition cannot fail one")


def _notice(item: Item) -> Event:
    return WeChatNotice.model_validate(item["notice"])


EVENT_BUILDERS: dict[str, EventBuilder] = {WeChatNotice.NAME: _notice}


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
        items, last = self._database.newest(
            table=self._table, partition=partition, prefix=keys.MESSAGES, limit=limit, after=after
        )
        return [from_item(Message, item) for item in items], last

    def message_in(self, item: Item) -> Message:
        return from_item(Message, item)

    def preferences_of(self, person_id: PersonId) -> Preferences:
        item = self._database.get(keys.preferences_key(self._table, person_id))
        return from_item(Preferences, item) if item else Preferences()

    def credits_of(self, person_id: PersonId) -> dict[str, Credit]:
        items = self._of(person_id, keys.CREDITS)
        return {item["SK"].removeprefix(keys.CREDITS): from_item(Credit, item) for item in items}

    def reader_of(self, person_id: PersonId, template: str | None) -> tuple[Preferences, Credit]:
        wishes = keys.preferences_key(self._table, person_id)
        credit = keys.credit_key(self._table, person_id, template or "")
        found = self._database.get_many([wishes, credit], consistent_tables=frozenset({self._table}))
        return from_item(Preferences, found.get(wishes, {})), from_item(Credit, found.get(credit, {}))

    def voids_of(self, person_id: PersonId) -> list[Void]:
        return [from_item(Void, item) for item in self._of(person_id, keys.VOIDS)]

    def stage_message(self, uow: UnitOfWork, message: Message) -> None:
        uow.stage(
            Put(
                keys.message_key(self._table, message.person_id, message.message_id),
                to_item(message),
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=already_done,
            )
        )

    def stage_push(
        self,
        uow: UnitOfWork,
        message: Message,
        push: PushState,
        *,
        attempts: int,
        push_id: str | None = None,
        read_at: datetime | None = None,
        trying_until: datetime | None = None,
        send_from: datetime | None = None,
        rung: bool = False,
    ) -> None:
        instants = {"read_at": read_at, "trying_until": trying_until, "send_from": send_from}
        told = {name: to_wire(instant) for name, instant in instants.items() if instant}
        uow.stage(
            Update(
                keys.message_key(self._table, message.person_id, message.message_id),
                sets={"push": str(push), "attempts": attempts}
                | told
                | ({"push_id": push_id} if push_id else {})
                | ({"rung": True} if rung else {}),
                removes=() if trying_until else ("trying_until",),
                needs=(equal("push", str(message.push)), equal("attempts", message.attempts)),
                rank=Rank.STATE,
                otherwise=stale,
            )
        )

    def stage_awaited(self, uow: UnitOfWork, awaited: Awaited, *, now: datetime) -> None:
        uow.stage(
            Put(
                keys.awaited_key(self._table, awaited.gateway, awaited.reference),
                to_item(awaited) | {"expires_s": int((now + RECEIPTS_AWAITED).timestamp())},
                needs=(),
                rank=Rank.STATE,
                otherwise=_always,
            )
        )

    def find_awaited(self, gateway: str, reference: str) -> Awaited | None:
        item = self._database.get(keys.awaited_key(self._table, gateway, reference))
        return from_item(Awaited, item) if item else None

    def receipts_read_until(self, gateway: str) -> datetime | None:
        item = self._database.get(keys.receipts_cursor_key(self._table, gateway))
        return from_wire(item["read_until"]) if item else None

    def stage_receipts_read(self, uow: UnitOfWork, gateway: str, *, until: datetime) -> None:
        key = keys.receipts_cursor_key(self._table, gateway)
        uow.stage(Put(key, {"read_until": to_wire(until)}, needs=(), rank=Rank.STATE, otherwise=_always))

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

    def stage_due(self, uow: UnitOfWork, subject: str, *, due_at: datetime, now: datetime) -> None:
        uow.stage(due_write(self._table, Due(subject, due_at), now=now, shards=SHARDS))

    def stage_void(self, uow: UnitOfWork, void: Void) -> None:
        uow.stage(
            Put(
                keys.void_key(self._table, void.person_id, void.reminder),
                to_item(void),
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=already_done,
            )
        )

    # --- credits

    def stage_spent_credit(self, uow: UnitOfWork, person_id: PersonId, template: str) -> None:
        key = keys.credit_key(self._table, person_id, template)
        uow.stage(Update(key, adds={"left": -1}, needs=(at_least("left", 1),), rank=Rank.STATE, otherwise=stale))

    def stage_returned_credit(self, uow: UnitOfWork, person_id: PersonId, template: str) -> None:
        key = keys.credit_key(self._table, person_id, template)
        uow.stage(Update(key, adds={"left": 1}, needs=(), rank=Rank.STATE, otherwise=_always))

    def stage_no_credit(self, uow: UnitOfWork, person_id: PersonId, template: str) -> None:
        key = keys.credit_key(self._table, person_id, template)
        uow.stage(Update(key, sets={"left": 0}, needs=(), rank=Rank.STATE, otherwise=_always))

    def stage_said(
        self, uow: UnitOfWork, person_id: PersonId, template: str, before: Credit, said: Said, *, now: datetime
    ) -> None:
        uow.stage(
            Update(
                keys.credit_key(self._table, person_id, template),
                sets=_said(said, now),
                removes=("left",) if said is Said.ACCEPT and before.left == 0 else (),
                needs=(absent("left") if before.left is None else equal("left", before.left),),
                rank=Rank.STATE,
                otherwise=stale,
            )
        )

    def stage_heard(self, uow: UnitOfWork, person_id: PersonId, template: str, said: Said, *, now: datetime) -> None:
        key = keys.credit_key(self._table, person_id, template)
        if said is Said.ACCEPT:
            uow.stage(
                Update(key, sets=_said(said, now), adds={"left": 1}, needs=(), rank=Rank.STATE, otherwise=_always)
            )
        else:
            uow.stage(Update(key, sets=_said(said, now) | {"left": 0}, needs=(), rank=Rank.STATE, otherwise=_always))

    # --- WeChat's notices

    def stage_notice(self, uow: UnitOfWork, notice: WeChatNotice, *, now: datetime) -> None:
        uow.stage(
            Put(
                keys.notice_key(self._table, notice.notice_id),
                {
                    "notice": notice.model_dump(mode="json"),
                    "event": uow.marker(WeChatNotice.NAME),
                    "expires_s": int((now + NOTICES_KEPT).timestamp()),
                },
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=already_done,
            )
        )

    def stage_notice_heeded(self, uow: UnitOfWork, notice_id: str, *, now: datetime) -> None:
        uow.stage(
            Update(
                keys.notice_key(self._table, notice_id),
                sets={"heeded_at": to_wire(now)},
                needs=(absent("heeded_at"),),
                rank=Rank.IDENTITY,
                otherwise=already_done,
            )
        )

    # --- wishes

    def stage_without_sms(self, uow: UnitOfWork, person_id: PersonId) -> None:
        key = keys.preferences_key(self._table, person_id)
        uow.stage(Update(key, sets={"sms": False}, needs=(), rank=Rank.STATE, otherwise=_always))

    def stage_closed(self, uow: UnitOfWork, person_id: PersonId, *, now: datetime) -> None:
        key = keys.preferences_key(self._table, person_id)
        sets = {"silenced_at": to_wire(now), "hush": str(Hush.CLOSED)}
        uow.stage(Update(key, sets=sets, removes=("silenced_by",), needs=(), rank=Rank.STATE, otherwise=_always))

    def hushings_of(self, person_id: PersonId) -> list[Hushing]:
        return [from_item(Hushing, item) for item in self._of(person_id, keys.HUSHINGS)]

    def stage_died(self, uow: UnitOfWork, person_id: PersonId, *, by: PersonId, now: datetime) -> None:
        self._stage_hushing(uow, person_id, Hushing(now, by, silent=True))
        key = keys.preferences_key(self._table, person_id)
        sets = {"silenced_at": to_wire(now), "hush": str(Hush.DIED), "silenced_by": id_to_bytes(by)}
        uow.stage(Update(key, sets=sets, needs=(absent("silenced_at"),), rank=Rank.STATE, otherwise=already_done))

    def stage_unsilenced(self, uow: UnitOfWork, person_id: PersonId, *, by: PersonId, now: datetime) -> None:
        self._stage_hushing(uow, person_id, Hushing(now, by, silent=False))
        key = keys.preferences_key(self._table, person_id)
        gone = ("silenced_at", "hush", "silenced_by")
        uow.stage(
            Update(key, removes=gone, needs=(equal("hush", str(Hush.DIED)),), rank=Rank.STATE, otherwise=already_done)
        )

    def _stage_hushing(self, uow: UnitOfWork, person_id: PersonId, hushing: Hushing) -> None:
        key = keys.hushing_key(self._table, person_id, hushing.at)
        uow.stage(Put(key, to_item(hushing), needs=(), rank=Rank.STATE, otherwise=_always))

    def stage_preferences(
        self, uow: UnitOfWork, person_id: PersonId, wanted: Mapping[str, bool], *, ends_silence: bool
    ) -> None:
        key = keys.preferences_key(self._table, person_id)
        gone = SILENCE if ends_silence else ()
        uow.stage(Update(key, sets=wanted, removes=gone, needs=(), rank=Rank.STATE, otherwise=_always))

    def stage_digest(self, uow: UnitOfWork, person_id: PersonId, wanted: SetDigest) -> None:
        key = keys.preferences_key(self._table, person_id)
        sets: Item = {"zone": wanted.zone} | ({} if wanted.hour is None else {"digest_hour": wanted.hour})
        gone = ("digest_hour",) if wanted.hour is None else ()
        uow.stage(Update(key, sets=sets, removes=gone, needs=(), rank=Rank.STATE, otherwise=_always))

    def _of(self, person_id: PersonId, kind: str) -> list[Item]:
        return self._database.query_all(table=self._table, partition=keys.inbox_partition(person_id), sort_from=kind)


def _said(said: Said, now: datetime) -> Item:
    return {"said": str(said), "said_at": to_wire(now)}
