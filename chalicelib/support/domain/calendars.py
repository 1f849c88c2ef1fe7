"""Working time: which hours of which days count towards a promise. Pure; the days come from published data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.holidays import is_working_day
from chalicelib.kernel.time import SHANGHAI, in_shanghai

DAY = timedelta(days=1)
# No promise of ours is so long that it would not end within this many days; beyond it there is a defect.
LONGEST_DAYS = 400


class Hours(StrEnum):
    ALWAYS = "always"
    DAILY = "daily"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Opening:
    """From `opens_h` to `closes_h` o'clock in Shanghai, every day or on working days only."""

    name: str
    opens_h: int
    closes_h: int
    working_days_only: bool = False


OPENING = {
    Hours.ALWAYS: Opening("全天", 0, 24),
    Hours.DAILY: Opening("每天 8:00–20:00", 8, 20),
    Hours.OFFICE: Opening("工作日 9:00–18:00", 9, 18, working_days_only=True),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """`assumed`: a day on the way is not in the published holiday data, and was taken for what its weekday says."""

    at: datetime
    assumed: bool


def moment_after(hours: Hours, start: datetime, amount: timedelta) -> Moment:
    """When so much working time will have passed since `start`, which need not itself lie in it."""
    left, assumed = amount, False
    for opens, closes, known in _openings(OPENING[hours], start):
        assumed = assumed or not known
        begins = max(opens, start)
        if begins + left <= closes and closes > begins:
            return Moment((begins + left).astimezone(UTC), assumed)
        left -= max(closes - begins, timedelta())
    raise AssertionError(f"{amount} of working time does not end within {LONGEST_DAYS} days")


def working_time(hours: Hours, start: datetime, end: datetime) -> timedelta:
    """How much of the span counts."""
    passed = timedelta()
    for opens, closes, _ in _openings(OPENING[hours], start):
        if opens >= end:
            break
        passed += max(min(closes, end) - max(opens, start), timedelta())
    return passed


def _openings(opening: Opening, start: datetime) -> Iterator[tuple[datetime, datetime, bool]]:
    """(opens, closes, known) of each day that counts, from the day of `start` on."""
    midnight = in_shanghai(start).replace(hour=0, minute=0, second=0, microsecond=0)
    for ahead in range(LONGEST_DAYS):
        day = (midnight + ahead * DAY).date()
        works, known = is_working_day(day) if opening.working_days_only else (True, True)
        opens = datetime(day.year, day.month, day.day, tzinfo=SHANGHAI) + timedelta(hours=opening.opens_h)
        closes = opens + timedelta(hours=opening.closes_h - opening.opens_h)
        if works:
            yield opens, closes, known
