"""Notify's keys; `docs/data/notify.md` lists the access patterns."""

from __future__ import annotations

from datetime import datetime

from chalicelib.kernel.ids import MessageId, PersonId, ulid_of
from chalicelib.kernel.time import to_wire
from chalicelib.kernel.unit_of_work import ItemKey
from chalicelib.notify.domain.reminder import Reminder

MESSAGES = "MSG#"
CREDITS = "CREDIT#"
VOIDS = "VOID#"
HUSHINGS = "HUSH#"


def inbox_partition(person_id: PersonId) -> str:
    return f"INBOX#{ulid_of(person_id)}"


def message_key(table: str, person_id: PersonId, message_id: MessageId) -> ItemKey:
    return ItemKey(table, inbox_partition(person_id), MESSAGES + ulid_of(message_id))


def preferences_key(table: str, person_id: PersonId) -> ItemKey:
    return ItemKey(table, inbox_partition(person_id), "PREFERENCES")


def credit_key(table: str, person_id: PersonId, template: str) -> ItemKey:
    return ItemKey(table, inbox_partition(person_id), CREDITS + template)


def void_key(table: str, person_id: PersonId, reminder: Reminder) -> ItemKey:
    place = f"{VOIDS}{to_wire(reminder.due_at)}#{reminder.subject}"
    return ItemKey(table, inbox_partition(person_id), place)


def hushing_key(table: str, person_id: PersonId, at: datetime) -> ItemKey:
    return ItemKey(table, inbox_partition(person_id), HUSHINGS + to_wire(at))


def awaited_key(table: str, gateway: str, reference: str) -> ItemKey:
    return ItemKey(table, f"RECEIPT#{gateway}#{reference}", "RECEIPT")


def receipts_cursor_key(table: str, gateway: str) -> ItemKey:
    return ItemKey(table, "RECEIPTS", f"CURSOR#{gateway}")


def notice_key(table: str, notice_id: str) -> ItemKey:
    return ItemKey(table, f"NOTICE#{notice_id}", "NOTICE")
