"""Notify's keys; `docs/data/notify.md` lists the access patterns."""

from __future__ import annotations

from chalicelib.kernel.ids import MessageId, PersonId, ulid_of
from chalicelib.kernel.unit_of_work import ItemKey

MESSAGES = "MSG#"


def inbox_partition(person_id: PersonId) -> str:
    return f"INBOX#{ulid_of(person_id)}"


def message_key(table: str, person_id: PersonId, message_id: MessageId) -> ItemKey:
    return ItemKey(table, inbox_partition(person_id), MESSAGES + ulid_of(message_id))
