"""E2: radius plus reported accuracy; outside is a flag."""

from __future__ import annotations

import pytest

from chalicelib.care.domain.presence import presence
from chalicelib.kernel.command import Fix
from chalicelib.kernel.geo import Datum, Point
from local.people import METRES_PER_DEGREE_NORTH
from tests.builders.clock import MONDAY_MORNING

HOME = Point(31.2304, 121.4737, Datum.GCJ02)


def fix(north_m: float, accuracy_m: float, datum: Datum = Datum.GCJ02) -> Fix:
    return Fix(lat=HOME.lat + north_m / METRES_PER_DEGREE_NORTH, lng=HOME.lng, datum=datum, accuracy_m=accuracy_m)


class TestPresence:
    @pytest.mark.parametrize(
        ("north_m", "accuracy_m", "outside"),
        [
            (130, 60, False),
            (130, 10, True),
            (100, 0, False),
            (101, 0, True),
            (160, 60, False),
            (161, 60, True),
            (200, 100, False),
            (201, 100, True),
            (250, 5_000, True),
            (0, 0, False),
        ],
    )
    def test_is_inside_up_to_radius_and_accuracy(self, north_m: float, accuracy_m: float, outside: bool) -> None:
        seen = presence(fix(north_m, accuracy_m), agreed=True, home=HOME, now=MONDAY_MORNING)
        assert (seen.outside, seen.at) == (outside, MONDAY_MORNING)
        assert seen.distance_m == pytest.approx(north_m, abs=1)

    def test_a_phone_that_reports_the_other_datum_is_converted(self) -> None:
        assert presence(fix(0, 20, Datum.WGS84), agreed=True, home=HOME, now=MONDAY_MORNING).distance_m == 481
