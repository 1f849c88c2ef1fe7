"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from local.clock import SimulatedClock

# A Monday, 08:00 in Shanghai.
MONDAY_MORNING = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)


class StoppedClock(SimulatedClock):
    def __init__(self, start: datetime = MONDAY_MORNING) -> None:
        super().__init__(Path("unused"))
        self._instant = start

    def __call__(self) -> datetime:
        return self._instant

    def advance(self, by: timedelta) -> datetime:
        self._instant += by
        return self._instant

    def set_to(self, instant: datetime) -> datetime:
        self._instant = instant.astimezone(UTC)
        return self._instant
