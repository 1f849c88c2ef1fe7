"""The hours in which nobody is disturbed (features.md I4), by the clock of where they live."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo

from chalicelib.kernel.time import SHANGHAI

# Quiet is from 22:00, inclusive, to 7:00, exclusive: at 7:00 sharp what was held goes.
QUIET_FROM = time(22)
QUIET_TO = time(7)


def is_quiet(now: datetime, *, zone: tzinfo = SHANGHAI) -> bool:
    return not QUIET_TO <= now.astimezone(zone).time() < QUIET_FROM


def not_quiet_from(now: datetime, *, zone: tzinfo = SHANGHAI) -> datetime:
    """The first moment from `now` on at which somebody who lives there may be disturbed."""
    if not is_quiet(now, zone=zone):
        return now
    local = now.astimezone(zone)
    day = local.date() if local.time() < QUIET_TO else local.date() + timedelta(days=1)
    return datetime.combine(day, QUIET_TO, zone).astimezone(UTC)
