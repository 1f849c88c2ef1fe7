"""Working time: weekends, holidays, worked Saturdays, midnight, and the day the holiday data ends."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.kernel.holidays import is_working_day
from chalicelib.kernel.time import SHANGHAI
from chalicelib.support.domain.calendars import Hours, Moment, moment_after, working_time


def at(month: int, day: int, hour: int, minute: int = 0, *, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=SHANGHAI)


HOUR = timedelta(hours=1)


class TestWorkingDays:
    @pytest.mark.parametrize(
        ("day", "works"),
        [
            (date(2026, 11, 23), True),  # a Monday
            (date(2026, 11, 22), False),  # a Sunday
            (date(2026, 10, 1), False),  # 国庆
            (date(2026, 10, 10), True),  # a Saturday worked for it
            (date(2026, 2, 17), False),  # 春节
            (date(2026, 2, 14), True),  # a Saturday worked for it
        ],
    )
    def test_are_those_the_state_council_published(self, day: date, works: bool) -> None:
        assert is_working_day(day) == (works, True)

    def test_after_the_published_data_are_monday_to_friday_and_said_to_be_assumed(self) -> None:
        assert is_working_day(date(2027, 1, 1)) == (True, False)
        assert is_working_day(date(2027, 1, 2)) == (False, False)


class TestMomentAfter:
    # What chatwoot's pull request 13392 set right, in our office hours of 9:00-18:00: two hours asked for.
    @pytest.mark.parametrize(
        ("start", "due"),
        [
            (at(11, 25, 10), at(11, 25, 12)),  # within
            (at(11, 25, 7), at(11, 25, 11)),  # before opening
            (at(11, 25, 20), at(11, 26, 11)),  # after closing
            (at(11, 25, 17), at(11, 26, 10)),  # across the night
            (at(11, 27, 17, 30), at(11, 30, 10, 30)),  # Friday evening
            (at(11, 28, 12), at(11, 30, 11)),  # a Saturday
            (at(9, 30, 17), at(10, 8, 10)),  # across 国庆: seven days off
            (at(10, 10, 10), at(10, 10, 12)),  # a Saturday worked for it
        ],
    )
    def test_counts_office_hours_only(self, start: datetime, due: datetime) -> None:
        assert moment_after(Hours.OFFICE, start, 2 * HOUR) == Moment(due, assumed=False)

    def test_ends_at_closing_time_and_not_the_next_morning(self) -> None:
        assert moment_after(Hours.OFFICE, at(11, 25, 16), 2 * HOUR).at == at(11, 25, 18)

    def test_around_the_clock_knows_no_night(self) -> None:
        assert moment_after(Hours.ALWAYS, at(11, 28, 23, 55), timedelta(minutes=10)).at == at(11, 29, 0, 5)

    def test_daily_hours_know_no_weekend(self) -> None:
        assert moment_after(Hours.DAILY, at(11, 28, 19), 2 * HOUR).at == at(11, 29, 9)

    def test_beyond_the_published_holidays_counts_weekdays_and_says_so(self) -> None:
        assert moment_after(Hours.OFFICE, at(12, 31, 17), 2 * HOUR) == Moment(at(1, 1, 10, year=2027), assumed=True)
        assert moment_after(Hours.OFFICE, at(12, 31, 10), 2 * HOUR) == Moment(at(12, 31, 12), assumed=False)
        assert not moment_after(Hours.DAILY, at(12, 31, 19), 2 * HOUR).assumed


class TestWorkingTime:
    def test_of_a_weekend_is_nothing(self) -> None:
        assert working_time(Hours.OFFICE, at(11, 27, 18), at(11, 30, 9)) == timedelta()

    def test_of_a_week_is_five_days_of_nine_hours(self) -> None:
        assert working_time(Hours.OFFICE, at(11, 23, 0), at(11, 30, 0)) == 45 * HOUR

    @given(
        hours=st.sampled_from(list(Hours)),
        start=st.datetimes(datetime(2026, 1, 1), datetime(2027, 2, 1)).map(
            lambda naive: naive.replace(tzinfo=SHANGHAI)
        ),
        minutes=st.integers(1, 5_000),
    )
    def test_until_a_moment_is_what_was_asked_for(self, hours: Hours, start: datetime, minutes: int) -> None:
        due = moment_after(hours, start, timedelta(minutes=minutes)).at
        assert working_time(hours, start, due) == timedelta(minutes=minutes)
        assert working_time(hours, start, due - timedelta(seconds=1)) < timedelta(minutes=minutes)
