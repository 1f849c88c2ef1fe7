"""The clock of the real world; edges ask it once per request and pass the instant on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    return to_the_millisecond(datetime.now(UTC))


def to_the_millisecond(instant: datetime) -> datetime:
    """As items keep it: a finer instant would be told once, and be another when it is read back."""
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)
