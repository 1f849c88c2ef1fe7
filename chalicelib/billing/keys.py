"""Billing's keys; `docs/data/billing.md` lists the access patterns."""

from __future__ import annotations

from chalicelib.kernel.ids import PersonId, TopUpId, VisitId, ulid_of
from chalicelib.kernel.unit_of_work import ItemKey

HOLD_PREFIX = "h_"
VISIT_ENTRIES = "ENTRY#VISIT#"
TOP_UP_ENTRIES = "ENTRY#TOPUP#"
ALL_ENTRIES = "ENTRY#"


def wallet_partition(person_id: PersonId) -> str:
    return f"WALLET#{ulid_of(person_id)}"


def wallet_key(table: str, person_id: PersonId) -> ItemKey:
    return ItemKey(table, wallet_partition(person_id), "WALLET")


def visit_entry_key(table: str, person_id: PersonId, visit_id: VisitId) -> ItemKey:
    return ItemKey(table, wallet_partition(person_id), VISIT_ENTRIES + ulid_of(visit_id))


def top_up_entry_key(table: str, person_id: PersonId, top_up_id: TopUpId) -> ItemKey:
    return ItemKey(table, wallet_partition(person_id), TOP_UP_ENTRIES + ulid_of(top_up_id))


def top_up_key(table: str, top_up_id: TopUpId) -> ItemKey:
    return ItemKey(table, f"TOPUP#{ulid_of(top_up_id)}", "TOPUP")


def hold_attribute(visit_id: VisitId) -> str:
    return HOLD_PREFIX + ulid_of(visit_id)
