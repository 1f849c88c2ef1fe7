"""Every state says who acts next, by when, and what the reader can do; lateness is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.care.domain.presence import Presence, by_the_clock
from chalicelib.care.domain.progress import for_caregiver, for_family
from chalicelib.care.domain.visit import Review, Status
from chalicelib.contracts.timeline import Owner
from tests.builders.clock import MONDAY_MORNING
from tests.builders.story import shanghai
from tests.builders.visits import a_visit

START = shanghai(24, 9)


class TestForFamily:
    def test_waits_for_the_caregiver_until_the_answer_is_due(self) -> None:
        told = for_family(a_visit(), now=MONDAY_MORNING)
        assert (told.owner, told.by) == (Owner.CAREGIVER, MONDAY_MORNING + timedelta(minutes=30))
        assert "最晚 11月23日 8:30 有结果" in told.sentence

    def test_waits_for_us_once_it_is_past(self) -> None:
        told = for_family(a_visit(), now=MONDAY_MORNING + timedelta(minutes=30))
        assert told.owner is Owner.US

    @pytest.mark.parametrize("status", [Status.ACCEPTED, Status.ON_THE_WAY])
    def test_says_when_nobody_has_come(self, status: Status) -> None:
        visit = a_visit(status=status)
        in_time = for_family(visit, now=START + timedelta(minutes=14, seconds=59))
        late = for_family(visit, now=START + timedelta(minutes=15))
        assert (in_time.owner, late.owner) == (Owner.CAREGIVER, Owner.YOU)
        assert "取消" in late.sentence

    def test_says_that_overtime_is_free(self) -> None:
        told = for_family(a_visit(status=Status.IN_SERVICE), now=START + timedelta(hours=2))
        assert "不收费" in told.sentence

    def test_says_how_far_away_she_checked_in(self) -> None:
        away = Presence(at=START, outside=True, distance_m=2001, accuracy_m=20)
        told = for_family(a_visit(status=Status.IN_SERVICE, check_in=away), now=START)
        assert told.owner is Owner.YOU
        assert "离您家有 2001 米" in told.sentence

    def test_asks_for_a_review_until_there_is_one(self) -> None:
        review = Review(stars=5, at=START, command_hash=b"", sealed=b"")
        assert for_family(a_visit(status=Status.DONE), now=START).owner is Owner.YOU
        assert for_family(a_visit(status=Status.DONE, review=review), now=START).owner is Owner.NOBODY

    def test_says_that_the_clock_ended_it_until_it_is_reviewed(self) -> None:
        review = Review(stars=5, at=START, command_hash=b"", sealed=b"")
        forgotten = a_visit(status=Status.DONE, check_out=by_the_clock(START + timedelta(hours=2)))
        told = for_family(forgotten, now=START)
        assert told.owner is Owner.YOU
        assert "忘了签退，账单算到约好的 11月24日 11:00" in told.sentence
        assert for_family(replace(forgotten, review=review), now=START).owner is Owner.NOBODY

    @pytest.mark.parametrize("status", [Status.DECLINED, Status.LAPSED, Status.CANCELLED])
    def test_says_that_the_money_is_back(self, status: Status) -> None:
        assert "全部退回" in for_family(a_visit(status=status), now=START).sentence


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("hours", [0, 25, 48])
def test_nobody_is_ever_left_without_a_sentence(status: Status, hours: int) -> None:
    now = MONDAY_MORNING + timedelta(hours=hours)
    for told in (for_family(a_visit(status=status), now=now), for_caregiver(a_visit(status=status), now=now)):
        assert told.sentence.endswith("。")
        assert len(told.sentence) <= 60
