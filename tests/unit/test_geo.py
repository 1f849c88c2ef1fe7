"""Vectors: the offsets measured for the facts page, and E3's five metres."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.kernel.geo import Datum, Point, distance_m, to_gcj02

# WGS-84 of a well-known place, and the same place in GCJ-02 as map providers publish it.
CITIES = {
    "Beijing": ((39.90960456049752, 116.3972282409668), (39.91100, 116.40347)),
    "Shanghai": ((31.23040, 121.47370), (31.22846, 121.47822)),
    "Guangzhou": ((23.12910, 113.26440), (23.12642, 113.26973)),
}
mainland = st.builds(Point, st.floats(20, 45), st.floats(80, 125), st.just(Datum.WGS84))


class TestDatum:
    @pytest.mark.parametrize("city", CITIES)
    def test_converts_to_within_five_metres(self, city: str) -> None:
        wgs, gcj = CITIES[city]
        converted = to_gcj02(Point(*wgs, Datum.WGS84))
        assert distance_m(converted, Point(*gcj, Datum.GCJ02)) < 5

    def test_one_place_in_two_datums_is_no_distance(self) -> None:
        shanghai = CITIES["Shanghai"]
        assert distance_m(Point(*shanghai[0], Datum.WGS84), Point(*shanghai[1], Datum.GCJ02)) < 5

    def test_the_same_numbers_in_two_datums_are_half_a_kilometre_apart(self) -> None:
        place = CITIES["Shanghai"][0]
        assert 470 < distance_m(Point(*place, Datum.WGS84), Point(*place, Datum.GCJ02)) < 490

    def test_outside_china_nothing_is_shifted(self) -> None:
        paris = Point(48.8566, 2.3522, Datum.WGS84)
        assert to_gcj02(paris) == Point(48.8566, 2.3522, Datum.GCJ02)

    @given(mainland)
    def test_the_offset_is_always_of_a_few_hundred_metres(self, place: Point) -> None:
        assert distance_m(place, Point(place.lat, place.lng, Datum.GCJ02)) < 1_000


class TestDistance:
    def test_a_degree_of_latitude_is_111_kilometres(self) -> None:
        south, north = Point(30, 120, Datum.GCJ02), Point(31, 120, Datum.GCJ02)
        assert 111_100 < distance_m(south, north) < 111_300

    @given(mainland, mainland)
    def test_is_the_same_both_ways(self, one: Point, other: Point) -> None:
        assert distance_m(one, other) == pytest.approx(distance_m(other, one))
