"""A caregiver-day item: `s00`…`s47`, absent when free, null when off, the visit's 16 bytes when claimed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chalicelib.care import keys
from chalicelib.care.domain.booking import AHEAD_MOST
from chalicelib.care.domain.caregiver import Caregiver
from chalicelib.care.domain.roster import Claim, Day, free_starts, nearest, working_half_hours
from chalicelib.care.domain.visit import Visit
from chalicelib.care.ports import NotWorking, SlotTaken
from chalicelib.kernel.ids import CaregiverId, VisitId, id_from_bytes, id_to_bytes
from chalicelib.kernel.time import HALF_HOURS_PER_DAY, spoken, to_wire
from chalicelib.kernel.unit_of_work import (
    Item,
    Put,
    Rank,
    Update,
    absent,
    equal,
    exists,
    impossible,
    stale,
)


def day_in(item: Item, caregiver_id: CaregiverId, on: date) -> Day:
    slots = {half_hour: item.get(keys.slot_attribute(half_hour), "free") for half_hour in range(HALF_HOURS_PER_DAY)}
    return Day(
        caregiver_id=caregiver_id,
        on=on,
        free=frozenset(half_hour for half_hour, slot in slots.items() if slot == "free"),
        visit_by_half_hour={
            half_hour: VisitId(id_from_bytes(VisitId, slot))
            for half_hour, slot in slots.items()
            if isinstance(slot, bytes)
        },
        ended_early=frozenset(
            VisitId(f"vis_{name.removeprefix(keys.ENDED_PREFIX)}")
            for name in item
            if name.startswith(keys.ENDED_PREFIX)
        ),
    )


def new_day_write(table: str, caregiver: Caregiver, on: date) -> Put:
    working = working_half_hours(caregiver.weekly, on)
    off: Item = {
        keys.slot_attribute(half_hour): None for half_hour in range(HALF_HOURS_PER_DAY) if half_hour not in working
    }
    return Put(
        keys.day_key(table, caregiver.caregiver_id, on),
        off,
        needs=(absent("PK"),),
        rank=Rank.STATE,
        otherwise=stale,
    )


def claim_write(table: str, visit: Visit, claim: Claim) -> Update:
    """Without `exists` a caregiver who does not work that day, or does not exist, would be booked."""
    names = [keys.slot_attribute(half_hour) for half_hour in claim.half_hours]
    return Update(
        keys.day_key(table, visit.caregiver_id, claim.on),
        sets=dict.fromkeys(names, id_to_bytes(visit.visit_id)),
        needs=(exists("PK"), *(absent(name) for name in names)),
        rank=Rank.SLOT,
        otherwise=lambda item: _not_free(item, visit, claim.on),
    )


def free_write(table: str, visit: Visit, claim: Claim) -> Update:
    names = [keys.slot_attribute(half_hour) for half_hour in claim.half_hours]
    held = id_to_bytes(visit.visit_id)
    return Update(
        keys.day_key(table, visit.caregiver_id, claim.on),
        removes=names,
        # The day goes on naming it, so that the auditor can see that everybody was told.
        sets={keys.ended_attribute(visit.visit_id): None},
        needs=tuple(equal(name, held) for name in names),
        rank=Rank.SLOT,
        otherwise=impossible("a visit without its slots"),
    )


def move_write(table: str, visit: Visit, on: date, *, left: Sequence[int], taken: Sequence[int]) -> Update:
    """One update of the day: what the visit leaves there, and what it takes instead."""
    held = id_to_bytes(visit.visit_id)
    freed, claimed = ([keys.slot_attribute(half_hour) for half_hour in each] for each in (left, taken))
    return Update(
        keys.day_key(table, visit.caregiver_id, on),
        removes=freed,
        sets=dict.fromkeys(claimed, held),
        needs=(exists("PK"), *(equal(name, held) for name in freed), *(absent(name) for name in claimed)),
        rank=Rank.SLOT,
        otherwise=lambda item: _not_free(item, visit, on),
    )


def _not_free(item: Item | None, visit: Visit, on: date) -> Exception:
    """The next free times come out of the very item that refused."""
    if item is None:
        return NotWorking(field="start_at")
    day = day_in(item, visit.caregiver_id, on)
    now = visit.moved_at or visit.booked_at
    starts = free_starts(day, duration_min=visit.duration_min, after=now, until=now + AHEAD_MOST)
    offers = nearest(starts, to=visit.start_at)
    times = "、".join(spoken(start) for start in offers)
    offer = f"{visit.caregiver_name}还有这些时间：{times}。" if offers else "请换一天，或者换一位护工。"
    return SlotTaken(field="start_at", offer=offer, free_at=[to_wire(start) for start in offers])
