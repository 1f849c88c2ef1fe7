"""Was the caregiver there? Radius plus what the phone says of its own accuracy; outside is a flag, not a block."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chalicelib.kernel.command import Fix
from chalicelib.kernel.geo import Point, distance_m

FENCE_RADIUS_M = 100
# A phone that claims to be off by kilometres must not count as being there.
ACCURACY_M_MOST = 100


@dataclass(frozen=True, slots=True)
class Presence:
    """Without a measured distance nobody was there to measure: the clock ended the visit."""

    at: datetime
    outside: bool
    distance_m: int | None = None
    accuracy_m: int | None = None


def by_the_clock(at: datetime) -> Presence:
    return Presence(at=at, outside=True)


def presence(fix: Fix, *, home: Point, now: datetime) -> Presence:
    """Inside at exactly radius + accuracy."""
    distance = round(distance_m(home, fix.to_point()))
    accuracy = round(fix.accuracy_m)
    return Presence(
        at=now,
        distance_m=distance,
        accuracy_m=accuracy,
        outside=distance > FENCE_RADIUS_M + min(accuracy, ACCURACY_M_MOST),
    )
