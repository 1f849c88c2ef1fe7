from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.care.domain.roster import (
    Claim,
    Shift,
    claims_for,
    free_starts,
    is_free,
    last_day,
    nearest,
    roster_dates,
    working_half_hours,
)
from chalicelib.kernel.time import at_half_hour
from tests.builders.story import shanghai
from tests.builders.visits import a_day

TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)
LATE = shanghai(26, 0)


class TestClaims:
    def test_two_hours_are_four_half_hours(self) -> None:
        assert claims_for(shanghai(24, 9), 120) == (Claim(TUESDAY, (18, 19, 20, 21)),)

    def test_across_midnight_they_are_two_days(self) -> None:
        assert claims_for(shanghai(24, 23), 120) == (Claim(TUESDAY, (46, 47)), Claim(WEDNESDAY, (0, 1)))

    @given(st.integers(0, 47), st.integers(2, 24))
    def test_claim_every_half_hour_once(self, start: int, count: int) -> None:
        claims = claims_for(at_half_hour(TUESDAY, start), count * 30)
        claimed = [(claim.on, half_hour) for claim in claims for half_hour in claim.half_hours]
        assert len(claimed) == len(set(claimed)) == count


class TestLastDay:
    def test_a_visit_that_ends_at_midnight_does_not_reach_into_the_next_day(self) -> None:
        assert last_day(shanghai(24, 22), 120) == TUESDAY
        assert last_day(shanghai(24, 22, 30), 120) == WEDNESDAY


class TestIsFree:
    def test_with_every_half_hour_free(self) -> None:
        assert is_free([a_day(TUESDAY)], claims_for(shanghai(24, 9), 120))

    def test_with_no_half_hour_more_than_that(self) -> None:
        assert is_free([a_day(TUESDAY, free={18, 19, 20, 21})], claims_for(shanghai(24, 9), 120))

    def test_not_with_one_taken(self) -> None:
        assert not is_free([a_day(TUESDAY, free=set(range(48)) - {20})], claims_for(shanghai(24, 9), 120))

    def test_not_without_the_second_day(self) -> None:
        assert not is_free([a_day(TUESDAY), None], claims_for(shanghai(24, 23), 120))


class TestFreeStarts:
    def test_go_up_to_the_end_of_the_day_and_no_further(self) -> None:
        starts = free_starts(a_day(TUESDAY), duration_min=120, after=shanghai(23, 23), until=LATE)
        assert (starts[0], starts[-1], len(starts)) == (shanghai(24, 0), shanghai(24, 22), 45)

    def test_may_use_up_what_is_free(self) -> None:
        day = a_day(TUESDAY, free={18, 19})
        assert free_starts(day, duration_min=60, after=shanghai(23, 8), until=LATE) == [shanghai(24, 9)]

    def test_need_the_whole_length(self) -> None:
        day = a_day(TUESDAY, free={18, 19, 20, 30})
        assert free_starts(day, duration_min=60, after=shanghai(24, 0), until=LATE) == [
            shanghai(24, 9),
            shanghai(24, 9, 30),
        ]

    def test_leave_out_what_has_begun(self) -> None:
        day = a_day(TUESDAY, free={18, 19, 20})
        assert free_starts(day, duration_min=60, after=shanghai(24, 9), until=LATE) == [shanghai(24, 9, 30)]

    def test_leave_out_what_may_not_be_booked_yet(self) -> None:
        day = a_day(TUESDAY, free={18, 19, 20})
        starts = free_starts(day, duration_min=60, after=shanghai(24, 0), until=shanghai(24, 9))
        assert starts == [shanghai(24, 9)]

    def test_the_nearest_come_in_order_of_time(self) -> None:
        hours = [shanghai(24, hour) for hour in (7, 12, 10, 20)]
        assert nearest(hours, to=shanghai(24, 11)) == [shanghai(24, 7), shanghai(24, 10), shanghai(24, 12)]


class TestRoster:
    def test_works_on_the_weekdays_of_its_shifts(self) -> None:
        assert working_half_hours([Shift(1, 14, 16), Shift(1, 30, 31), Shift(2, 0, 48)], TUESDAY) == {14, 15, 30}

    def test_reaches_a_day_further_than_a_booking_and_its_end(self) -> None:
        dates = roster_dates(TUESDAY)
        assert (dates[0], dates[-1]) == (TUESDAY, TUESDAY + timedelta(days=9))
