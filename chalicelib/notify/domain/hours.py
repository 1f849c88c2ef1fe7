"""When a person may be disturbed (features.md I4)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import StrEnum

from chalicelib.kernel.holidays import is_working_day
from chalicelib.kernel.quiet import not_quiet_from
from chalicelib.kernel.time import SHANGHAI, in_shanghai

OFFICE_FROM = time(9)
OFFICE_TO = time(18)
DAY = timedelta(days=1)


class Urgency(StrEnum):
    """`now` wakes people up; `daytime` waits for the morning; `office` for a working day, 9:00 to 18:00."""

    NOW = "now"
    DAYTIME = "daytime"
    OFFICE = "office"


def earliest(urgency: Urgency, now: datetime, *, zone: tzinfo = SHANGHAI) -> datetime:
    """The first moment from `now` on at which such a message may go out, to who lives there; our office is here."""
    local = in_shanghai(now)
    match urgency:
        case Urgency.NOW:
            return now
        case Urgency.DAYTIME:
            return not_quiet_from(now, zone=zone)
        case Urgency.OFFICE:
            if local.time() >= OFFICE_TO:
                local = _at(local + DAY, OFFICE_FROM)
            while not is_working_day(local.date())[0]:
                local = _at(local + DAY, OFFICE_FROM)
            return max(local, _at(local, OFFICE_FROM)).astimezone(UTC)


def _at(moment: datetime, hour: time) -> datetime:
    return datetime.combine(in_shanghai(moment).date(), hour, SHANGHAI)
