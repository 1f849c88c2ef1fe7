"""A caregiver's day: 48 half hours, each free, off, or a visit's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaregiverId, VisitId
from chalicelib.kernel.time import (
    HALF_HOUR,
    HALF_HOURS_PER_DAY,
    at_half_hour,
    business_date,
    half_hour_of_day,
)

# Seven days ahead inclusive, the day after on which such a visit may end, and one more until the night job runs.
ROSTER_DAYS = 10


@dataclass(frozen=True, slots=True)
class Shift:
    """Working time on a weekday (0 is Monday), in half hours of the day, the last one excluded."""

    weekday: int
    from_half_hour: int
    to_half_hour: int


@dataclass(frozen=True, slots=True)
class Day:
    caregiver_id: CaregiverId
    on: date
    free: frozenset[int]
    visit_by_half_hour: dict[int, VisitId]
    ended_early: frozenset[VisitId] = frozenset()


@dataclass(frozen=True, slots=True)
class Claim:
    """Consecutive half hours of one day."""

    on: date
    half_hours: tuple[int, ...]


def claims_for(start_at: datetime, duration_min: int) -> tuple[Claim, ...]:
    """The half hours a visit takes, by day: one claim, or two across midnight."""
    count = duration_min // 30
    by_day: dict[date, list[int]] = {}
    for step in range(count):
        instant = start_at + step * HALF_HOUR
        by_day.setdefault(business_date(instant), []).append(half_hour_of_day(instant))
    return tuple(Claim(on=day, half_hours=tuple(half_hours)) for day, half_hours in by_day.items())


def last_day(start_at: datetime, duration_min: int) -> date:
    """The day of its last half hour: a visit that ends at midnight does not reach into the next day."""
    return claims_for(start_at, duration_min)[-1].on


def is_free(days: Iterable[Day | None], claims: tuple[Claim, ...]) -> bool:
    day_by_date = {day.on: day for day in days if day is not None}
    return all(claim.on in day_by_date and day_by_date[claim.on].free >= set(claim.half_hours) for claim in claims)


def free_starts(day: Day, *, duration_min: int, after: datetime, until: datetime) -> list[datetime]:
    """When a visit of that length could begin on that day, after the one and not after the other, in order."""
    count = duration_min // 30
    return [
        at_half_hour(day.on, start)
        for start in range(HALF_HOURS_PER_DAY - count + 1)
        if day.free >= set(range(start, start + count)) and after < at_half_hour(day.on, start) <= until
    ]


def nearest(starts: Iterable[datetime], *, to: datetime, most: int = 3) -> list[datetime]:
    """The few starts closest to the one that was wanted, in order of time."""
    closest = sorted(set(starts), key=lambda start: (abs(start - to), start))[:most]
    return sorted(closest)


def working_half_hours(shifts: Iterable[Shift], on: date) -> frozenset[int]:
    return frozenset(
        half_hour
        for shift in shifts
        if shift.weekday == on.weekday()
        for half_hour in range(shift.from_half_hour, shift.to_half_hour)
    )


def roster_dates(today: date) -> list[date]:
    return [today + timedelta(days=ahead) for ahead in range(ROSTER_DAYS)]
