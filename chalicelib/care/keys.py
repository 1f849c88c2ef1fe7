"""Care's keys; `docs/data/care.md` lists the access patterns."""

from __future__ import annotations

from datetime import date

from chalicelib.kernel.ids import CaregiverId, VisitId, ulid_of
from chalicelib.kernel.unit_of_work import ItemKey

# (index, partition attribute, sort attribute): a member's visits by start, keys only.
BY_MEMBER = ("by_member", "member_id", "start_at")
REVIEWS = "REVIEW#"
ENDED_PREFIX = "e_"


def visit_key(table: str, visit_id: VisitId) -> ItemKey:
    return ItemKey(table, f"VISIT#{ulid_of(visit_id)}", "VISIT")


def caregiver_partition(caregiver_id: CaregiverId) -> str:
    return f"CAREGIVER#{ulid_of(caregiver_id)}"


def caregiver_key(table: str, caregiver_id: CaregiverId) -> ItemKey:
    return ItemKey(table, caregiver_partition(caregiver_id), "PROFILE")


def day_key(table: str, caregiver_id: CaregiverId, on: date) -> ItemKey:
    return ItemKey(table, caregiver_partition(caregiver_id), f"DAY#{on.isoformat()}")


def review_key(table: str, caregiver_id: CaregiverId, on: date, visit_id: VisitId) -> ItemKey:
    return ItemKey(table, caregiver_partition(caregiver_id), f"{REVIEWS}{on.isoformat()}#{ulid_of(visit_id)}")


def service_partition(service: str) -> str:
    return f"SERVICE#{service}"


def offering_key(table: str, service: str, caregiver_id: CaregiverId) -> ItemKey:
    return ItemKey(table, service_partition(service), ulid_of(caregiver_id))


def ended_attribute(visit_id: VisitId) -> str:
    return ENDED_PREFIX + ulid_of(visit_id)


def slot_attribute(half_hour: int) -> str:
    return f"s{half_hour:02d}"
