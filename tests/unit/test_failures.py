"""Three times the same within a day, counted from the first."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.support.domain.failures import Failures, needs_a_person, with_failure
from tests.builders.clock import MONDAY_MORNING

DAY = timedelta(hours=24)


def after(*spans: timedelta) -> Failures:
    failures = Failures()
    for span in spans:
        failures = with_failure(failures, now=MONDAY_MORNING + span)
    return failures


def test_the_third_within_a_day_inclusive_needs_a_person() -> None:
    assert not needs_a_person(after(timedelta(), timedelta(hours=1)))
    assert needs_a_person(after(timedelta(), timedelta(hours=1), DAY))
    assert not needs_a_person(after(timedelta(), timedelta(hours=1), DAY + timedelta(milliseconds=1)))
