"""Instants are UTC, business days are Shanghai's; nothing here reads a clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

# A fixed offset, not a zone file: China has had no summer time since 1991, every instant we store is
# later, and birth dates (where the summers of 1986-1991 would matter) are dates.
SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")

HALF_HOUR = timedelta(minutes=30)
HALF_HOURS_PER_DAY = 48


def to_wire(instant: datetime) -> str:
    """Fixed-width UTC with milliseconds, so that strings sort as instants do."""
    utc = _aware(instant).astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"


def from_wire(text: str) -> datetime:
    return datetime.fromisoformat(text)


def to_millis(instant: datetime) -> int:
    return int(_aware(instant).timestamp() * 1000)


def business_date(instant: datetime) -> date:
    return _aware(instant).astimezone(SHANGHAI).date()


def in_shanghai(instant: datetime) -> datetime:
    return _aware(instant).astimezone(SHANGHAI)


def half_hour_of_day(instant: datetime) -> int:
    """0 for 00:00, 47 for 23:30, in Shanghai."""
    local = in_shanghai(instant)
    return local.hour * 2 + local.minute // 30


def at_half_hour(day: date, half_hour: int) -> datetime:
    """The instant at which that half hour of that Shanghai day begins; 48 is the next midnight."""
    return datetime(day.year, day.month, day.day, tzinfo=SHANGHAI) + half_hour * HALF_HOUR


def is_on_half_hour_grid(instant: datetime) -> bool:
    return instant.minute % 30 == 0 and instant.second == 0 and instant.microsecond == 0


def spoken(instant: datetime) -> str:
    """As a person reads it: `11月23日 9:00`."""
    local = in_shanghai(instant)
    return f"{local.month}月{local.day}日 {local.hour}:{local.minute:02d}"


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant without a zone")
    return instant
