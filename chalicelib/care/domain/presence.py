"""Was the caregiver there? Radius plus what the phone says of its own accuracy; outside is a flag, not a block."""

from __future__ import annotations

from datetime import datetime

from chalicelib.kernel.command import Fix
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.geo import Point, distance_m
from chalicelib.kernel.refusals import Forbidden


class LocationNotAgreed(Forbidden):
    code = "care.location_not_agreed"
    message = "您还没有同意签到时用手机定位，这次的位置我们没有收。"
    next_step = "可以不用定位，直接签到；想用定位的话，请先在“设置”的“我同意过什么”里点同意。"


FENCE_RADIUS_M = 100
# A phone that claims to be off by kilometres must not count as being there.
ACCURACY_M_MOST = 100


@dataclass(frozen=True, slots=True)
class Presence:
    """Without a distance nobody was there to measure, and the clock ended the visit; or, `unlocated`, the caregiver
    was and does not want to be located."""

    at: datetime
    outside: bool
    distance_m: int | None = None
    accuracy_m: int | None = None
    unlocated: bool = False

    @property
    def by_clock(self) -> bool:
        return self.distance_m is None and not self.unlocated


def by_the_clock(at: datetime) -> Presence:
    return Presence(at=at, outside=True)


def presence(fix: Fix | None, *, agreed: bool, home: Point, now: datetime) -> Presence:
    """Inside at exactly radius + accuracy. Nobody is located who has not agreed to it; without it counts too."""
    if fix is None:
        return Presence(at=now, outside=True, unlocated=True)
    if not agreed:
        raise LocationNotAgreed(field="location")
    distance = round(distance_m(home, fix.to_point()))
    accuracy = round(fix.accuracy_m)
    return Presence(
        at=now,
        distance_m=distance,
        accuracy_m=accuracy,
        outside=distance > FENCE_RADIUS_M + min(accuracy, ACCURACY_M_MOST),
    )
