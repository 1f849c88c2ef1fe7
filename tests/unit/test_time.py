from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.kernel import time

instants = st.datetimes(datetime(2000, 1, 1), datetime(2199, 12, 31)).map(lambda naive: naive.replace(tzinfo=UTC))


class TestWireForm:
    @given(instants, instants)
    def test_sorts_as_the_instants_do(self, one: datetime, other: datetime) -> None:
        if abs(one - other) >= timedelta(milliseconds=1):
            assert (time.to_wire(one) < time.to_wire(other)) == (one < other)

    @given(instants)
    def test_comes_back_to_the_millisecond(self, instant: datetime) -> None:
        back = time.from_wire(time.to_wire(instant))
        assert timedelta() <= instant - back < timedelta(milliseconds=1)

    def test_is_utc_with_milliseconds(self) -> None:
        noon = datetime(2026, 11, 23, 12, 0, 0, 5_999, tzinfo=time.SHANGHAI)
        assert time.to_wire(noon) == "2026-11-23T04:00:00.005Z"

    def test_an_instant_without_a_zone_is_refused(self) -> None:
        with pytest.raises(ValueError, match="zone"):
            time.to_wire(datetime(2026, 11, 23))


class TestBusinessDay:
    def test_begins_at_four_in_the_afternoon_utc(self) -> None:
        last = datetime(2026, 11, 22, 15, 59, 59, 999_999, tzinfo=UTC)
        assert time.business_date(last) == date(2026, 11, 22)
        assert time.business_date(last + timedelta(microseconds=1)) == date(2026, 11, 23)

    def test_half_hours_run_from_0_to_47(self) -> None:
        midnight = datetime(2026, 11, 23, tzinfo=time.SHANGHAI)
        assert time.half_hour_of_day(midnight) == 0
        assert time.half_hour_of_day(midnight + timedelta(hours=9, minutes=30)) == 19
        assert time.half_hour_of_day(midnight + timedelta(hours=23, minutes=59)) == 47

    @given(st.dates(date(2000, 1, 1), date(2199, 1, 1)), st.integers(0, 47))
    def test_a_half_hour_of_a_day_begins_on_the_grid(self, day: date, half_hour: int) -> None:
        instant = time.at_half_hour(day, half_hour)
        assert time.is_on_half_hour_grid(instant)
        assert (time.business_date(instant), time.half_hour_of_day(instant)) == (day, half_hour)

    @pytest.mark.parametrize("minute", [1, 15, 29, 31, 59])
    def test_other_minutes_are_off_the_grid(self, minute: int) -> None:
        assert not time.is_on_half_hour_grid(datetime(2026, 11, 23, 9, minute, tzinfo=UTC))

    def test_a_second_past_the_half_hour_is_off_the_grid(self) -> None:
        assert not time.is_on_half_hour_grid(datetime(2026, 11, 23, 9, 30, 1, tzinfo=UTC))

    def test_is_spoken_without_leading_zeros(self) -> None:
        assert time.spoken(datetime(2026, 1, 5, 1, 5, tzinfo=UTC)) == "1月5日 9:05"
