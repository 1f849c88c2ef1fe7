"""So many cases of one cause within a day are one problem."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.kernel.ids import PersonId, ProblemId
from chalicelib.support.domain.problem import Problem, ProblemClosed, is_problem, mended
from tests.builders.clock import MONDAY_MORNING

DAY = timedelta(hours=24)
ANNA, BEN = (PersonId(f"per_01M0000000000000000000000{n}") for n in (2, 3))
PROBLEM = Problem(ProblemId("prb_01M00000000000000000000001"), "other", MONDAY_MORNING, MONDAY_MORNING)


def test_counts_from_now_back_a_day_inclusive() -> None:
    newest_first = [MONDAY_MORNING + timedelta(hours=2), MONDAY_MORNING + timedelta(hours=1), MONDAY_MORNING]
    assert is_problem(newest_first, at_least=3, before=None, now=MONDAY_MORNING + DAY)
    assert not is_problem(newest_first, at_least=3, before=None, now=MONDAY_MORNING + DAY + timedelta(milliseconds=1))
    assert not is_problem(newest_first, at_least=4, before=None, now=MONDAY_MORNING)


def test_what_was_part_of_the_problem_before_is_no_new_one() -> None:
    newest_first = [MONDAY_MORNING + timedelta(hours=hours) for hours in (3, 2, 1)]
    still_open = replace(PROBLEM, opened_at=MONDAY_MORNING)
    before = replace(PROBLEM, closed_at=MONDAY_MORNING + timedelta(hours=1))
    long_ago = replace(PROBLEM, closed_at=MONDAY_MORNING)
    now = MONDAY_MORNING + timedelta(hours=4)
    assert not is_problem(newest_first, at_least=3, before=still_open, now=now)
    assert not is_problem(newest_first, at_least=3, before=before, now=now)
    assert is_problem(newest_first, at_least=3, before=long_ago, now=now)


def test_is_closed_once_and_again_with_the_same_words_is_no_change() -> None:
    closed = mended(PROBLEM, by=ANNA, text="修好了", now=MONDAY_MORNING)
    assert mended(closed, by=ANNA, text="修好了", now=MONDAY_MORNING + DAY) is closed
    for changed in (replace(closed, closed_by=BEN), replace(closed, told="别的")):
        with pytest.raises(ProblemClosed):
            mended(changed, by=ANNA, text="修好了", now=MONDAY_MORNING)
