"""Cards' keys; `docs/data/cards.md` lists the access patterns."""

from __future__ import annotations

from chalicelib.cards.domain.card import CardKind
from chalicelib.kernel.ids import BatchId, CardId, PersonId, ulid_of
from chalicelib.kernel.unit_of_work import ItemKey


def card_key(table: str, card_id: CardId) -> ItemKey:
    return ItemKey(table, f"CARD#{ulid_of(card_id)}", "CARD")


def holder_partition(holder_id: PersonId) -> str:
    return f"HOLDER#{ulid_of(holder_id)}"


def holder_key(table: str, holder_id: PersonId, kind: CardKind) -> ItemKey:
    return ItemKey(table, holder_partition(holder_id), f"KIND#{kind}")


def code_key(table: str, code_hash: str) -> ItemKey:
    return ItemKey(table, f"CODE#{code_hash}", "CODE")


def batch_key(table: str, batch_id: BatchId) -> ItemKey:
    return ItemKey(table, f"BATCH#{ulid_of(batch_id)}", "BATCH")
