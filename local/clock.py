"""The stack's clock: the machine's, plus an offset that all its processes read from one file."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock

from chalicelib.platform.clock import to_the_millisecond


class SimulatedClock:
    """Called, it tells the stack's time. Moving it is felt by every process at its next look."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen_mtime_ns = -1
        self._offset = timedelta()
        # Whoever moves it does so through one process, many at once.
        self._moving = Lock()

    def __call__(self) -> datetime:
        return to_the_millisecond(datetime.now(UTC) + self.offset())

    def offset(self) -> timedelta:
        try:
            mtime_ns = self._path.stat().st_mtime_ns
        except FileNotFoundError:
            return timedelta()
        if mtime_ns != self._seen_mtime_ns:
            self._offset = timedelta(seconds=json.loads(self._path.read_text())["offset_s"])
            self._seen_mtime_ns = mtime_ns
        return self._offset

    def advance(self, by: timedelta) -> datetime:
        with self._moving:
            self._write(self.offset() + by)
        return self()

    def set_to(self, instant: datetime) -> datetime:
        with self._moving:
            self._write(instant - datetime.now(UTC))
        return self()

    def _write(self, offset: timedelta) -> None:
        """Replaced in one step, so that no process reads half a file."""
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps({"offset_s": offset.total_seconds()}))
        fresh.replace(self._path)
