"""Who is called about a case and when, and who is on duty."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.kernel.ids import PersonId, ShiftId
from chalicelib.support.domain import life
from chalicelib.support.domain.calling import called_at_once, looked_at, next_look_at
from chalicelib.support.domain.clocks import ClockKind, Level
from chalicelib.support.domain.duty import LOOK_AHEAD, Shift, ShiftNotPossible, check_shift, first_gap, on_duty
from tests.builders.case_life import ANNA, BEN, CARA, MIN, PLAIN, START, a_case, due, level
from tests.builders.story import shanghai


class TestEscalation:
    def test_warns_at_four_fifths_and_again_at_the_end_each_once(self) -> None:
        case = a_case()
        assert looked_at(case, on_duty=[ANNA, BEN], again=True, now=START + 48 * MIN - timedelta(seconds=1)) is case
        warned = looked_at(case, on_duty=[ANNA, BEN], again=True, now=START + 48 * MIN)
        assert level(warned, ClockKind.FIRST_ANSWER) == Level.WARNED
        assert warned.page is not None
        assert warned.page.to == BEN  # Anna, who owns it, is on duty and knows
        taken = life.claimed(warned, by=BEN, on_duty=[ANNA, BEN], now=START + 49 * MIN)
        assert looked_at(taken, on_duty=[ANNA, BEN], again=True, now=START + 59 * MIN) is taken
        breached = looked_at(taken, on_duty=[ANNA, BEN], again=True, now=START + 60 * MIN)
        assert level(breached, ClockKind.FIRST_ANSWER) == Level.BREACHED
        assert breached.page is not None
        assert (breached.page.to, breached.page.taken_at) == (ANNA, None)
        assert looked_at(breached, on_duty=[ANNA, BEN], again=True, now=START + 66 * MIN).page != breached.page

    def test_an_owner_off_duty_is_not_called_but_who_is_on_duty(self) -> None:
        warned = looked_at(a_case(), on_duty=[CARA], again=True, now=START + 48 * MIN)
        assert warned.page is not None
        assert warned.page.to == CARA

    def test_a_call_nobody_takes_goes_to_the_next_after_five_minutes(self) -> None:
        case = called_at_once(replace(a_case(), owner=None), on_duty=[ANNA, BEN], now=START)
        called = []
        now = START
        for _ in range(3):
            assert case.page is not None
            called.append(case.page.to)
            assert looked_at(case, on_duty=[ANNA, BEN], again=True, now=now + 5 * MIN - timedelta(seconds=1)) is case
            now += 5 * MIN
            case = looked_at(case, on_duty=[ANNA, BEN], again=True, now=now)
        assert called == [ANNA, BEN, ANNA]

    def test_a_call_that_was_taken_goes_to_nobody_else(self) -> None:
        case = called_at_once(replace(a_case(), owner=None), on_duty=[ANNA, BEN], now=START)
        taken = life.claimed(case, by=ANNA, on_duty=[ANNA, BEN], now=START + MIN)
        assert looked_at(taken, on_duty=[ANNA, BEN], again=True, now=START + 20 * MIN) is taken

    def test_where_nobody_is_on_duty_at_any_hour_each_level_calls_once(self) -> None:
        warned = looked_at(a_case(), on_duty=[BEN], again=False, now=START + 48 * MIN)
        assert looked_at(warned, on_duty=[BEN], again=False, now=START + 59 * MIN) is warned
        assert next_look_at(warned) == START + 60 * MIN

    def test_who_owns_the_case_and_is_alone_on_duty_is_called_once_a_level(self) -> None:
        warned = looked_at(a_case(), on_duty=[ANNA], again=True, now=START + 48 * MIN)
        assert warned.page is not None
        assert warned.page.to == ANNA
        assert looked_at(warned, on_duty=[ANNA], again=True, now=START + 59 * MIN) is warned

    def test_with_nobody_on_duty_goes_on_looking_for_somebody(self) -> None:
        case = called_at_once(replace(a_case(), owner=None), on_duty=[], now=START)
        assert case.page is not None
        assert case.page.to is None
        found = looked_at(case, on_duty=[BEN], again=True, now=START + 5 * MIN)
        assert found.page is not None
        assert found.page.to == BEN

    def test_a_sweep_that_comes_late_goes_straight_to_the_last_level(self) -> None:
        late = looked_at(a_case(), on_duty=[BEN], again=True, now=START + timedelta(days=2))
        assert level(late, ClockKind.FIRST_ANSWER) == Level.BREACHED
        assert late.page is not None
        assert late.page.level == Level.BREACHED

    def test_stands_still_while_the_person_is_asked(self) -> None:
        waiting = life.answered(a_case(), by=ANNA, waits=True, now=START + 60 * MIN)
        back = life.heard(waiting, PLAIN, now=START + 600 * MIN)
        assert due(back, ClockKind.RESOLVE) == START + (600 + 180) * MIN
        assert due(back, ClockKind.NEXT_ANSWER) == START + 630 * MIN


class TestRoster:
    def shift(self, who: PersonId, *span: int, turn: int = 1) -> Shift:
        begins, ends = span
        return Shift(
            ShiftId(f"shift_01M0000000000000000000000{turn}"),
            "rescue",
            who,
            shanghai(23, begins),
            shanghai(23, ends),
            turn,
        )

    def test_names_who_is_on_duty_by_turn(self) -> None:
        shifts = [self.shift(BEN, 8, 12, turn=2), self.shift(ANNA, 8, 10), self.shift(CARA, 10, 12)]
        assert on_duty(shifts, now=shanghai(23, 9)) == [ANNA, BEN]
        assert on_duty(shifts, now=shanghai(23, 10)) == [CARA, BEN]  # an end is exclusive, a beginning inclusive
        assert on_duty(shifts, now=shanghai(23, 12)) == []

    def test_finds_the_first_hour_nobody_covers(self) -> None:
        assert first_gap([], now=START) == START
        assert first_gap([self.shift(ANNA, 8, 12), self.shift(BEN, 12, 20)], now=START) == shanghai(23, 20)
        assert first_gap([self.shift(ANNA, 8, 12), self.shift(BEN, 13, 22)], now=START) == shanghai(23, 12)
        assert first_gap([self.shift(ANNA, 8, 21)], now=START) is None
        assert timedelta(hours=12) == LOOK_AHEAD

    def test_refuses_a_shift_that_is_over_or_longer_than_a_day(self) -> None:
        check_shift(self.shift(ANNA, 8, 10), now=START)
        with pytest.raises(ShiftNotPossible):
            check_shift(self.shift(ANNA, 7, 9), now=START)
        long = replace(self.shift(ANNA, 9, 10), to_at=shanghai(24, 9, 1))
        with pytest.raises(ShiftNotPossible):
            check_shift(long, now=START)
