"""When a person may be disturbed (features.md I4)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from chalicelib.kernel.holidays import is_working_day
from chalicelib.kernel.time import SHANGHAI, in_shanghai

# Quiet is from 22:00, inclusive, to 7:00, exclusive: at 7:00 sharp what was held goes.
QUIET_FROM = time(22)
QUIET_TO = time(7)
OFFICE_FROM = time(9)
OFFICE_TO = time(18)
DAY = timedelta(days=1)


class Urgency(StrEnum):
    """`now` wakes people up; `daytime` waits for the morning; `office` for a working day, 9:00 to 18:00."""

    NOW = "now"
    DAYTIME = "daytime"
    OFFICE = "office"


def earliest(urgency: Urgency, now: datetime) -> datetime:
    """The first moment from `now` on at which such a message may go out."""
    local = in_shanghai(now)
    match urgency:
        case Urgency.NOW:
            return now
        case Urgency.DAYTIME:
            if QUIET_TO <= local.time() < QUIET_FROM:
                return now
            return _at(local if local.time() < QUIET_TO else local + DAY, QUIET_TO).astimezone(UTC)
        case Urgency.OFFICE:
            if local.time() >= OFFICE_TO:
                local = _at(local + DAY, OFFICE_FROM)
            while not is_working_day(local.date())[0]:
                local = _at(local + DAY, OFFICE_FROM)
            return max(local, _at(local, OFFICE_FROM)).astimezone(UTC)


def _at(moment: datetime, hour: time) -> datetime:
    return datetime.combine(in_shanghai(moment).date(), hour, SHANGHAI)
