"""A case: its clocks under every change, who may act, who is called. Replays of what other trackers got wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from chalicelib.kernel.ids import CaseId, PersonId, ShiftId
from chalicelib.support.catalogue import load_catalogue
from chalicelib.support.domain import case as life
from chalicelib.support.domain import clocks
from chalicelib.support.domain.calendars import Hours
from chalicelib.support.domain.case import Case, CaseStatus, Channel, ClaimedByOther, NotYours, OwnSubmission
from chalicelib.support.domain.catalogue import Kind
from chalicelib.support.domain.clocks import ClockKind, Level
from chalicelib.support.domain.duty import LOOK_AHEAD, Shift, ShiftNotPossible, check_shift, first_gap, on_duty
from tests.builders.story import shanghai

PERSON = PersonId("per_01M00000000000000000000001")
ANNA, BEN, CARA = (PersonId(f"per_01M0000000000000000000000{n}") for n in (2, 3, 4))
CAUSES = load_catalogue()
START = shanghai(23, 9)
MIN = timedelta(minutes=1)


def kind(**promises: tuple[Hours, int]) -> Kind:
    given = {name: {"hours": hours, "within_min": within} for name, (hours, within) in promises.items()}
    return Kind.model_validate({"code": "stuck", "name": "办不下去", "promises": given})


ALWAYS = Hours.ALWAYS
PLAIN = kind(first_answer=(ALWAYS, 60), next_answer=(ALWAYS, 30), resolve=(ALWAYS, 240))


def a_case(of: Kind = PLAIN, **changes: Any) -> Case:
    fields: dict[str, Any] = {
        "case_id": CaseId("case_01M00000000000000000000009"),
        "person_id": PERSON,
        "subject": PERSON,
        "cause": "other",
        "kind": of.code,
        "queue": "service",
        "channel": Channel.CHAT,
        "status": CaseStatus.OPEN,
        "opened_by": PERSON,
        "opened_at": START,
        "last_contact_at": START,
        "clocks": life.clocks_for(of, now=START),
        "command_hash": b"h" * 16,
        "owner": ANNA,
    }
    return Case(**(fields | changes))


def due(case: Case, which: ClockKind) -> datetime | None:
    clock = case.clock(which)
    moment = clocks.due(clock) if clock else None
    return moment.at if moment else None


def level(case: Case, which: ClockKind) -> int:
    clock = case.clock(which)
    assert clock is not None
    return clock.level


class TestWhatOthersGotWrong:
    def test_a_short_next_answer_does_not_overrule_the_first(self) -> None:
        """zammad#5177"""
        case = a_case()
        assert due(case, ClockKind.FIRST_ANSWER) == START + 60 * MIN
        assert due(case, ClockKind.NEXT_ANSWER) is None
        asked_again = life.heard(case, PLAIN, now=START + 10 * MIN)
        assert due(asked_again, ClockKind.FIRST_ANSWER) == START + 60 * MIN
        assert due(asked_again, ClockKind.NEXT_ANSWER) is None

    def test_an_answered_case_calls_nobody_while_its_person_is_silent(self) -> None:
        """zammad#3140"""
        case = life.answered(a_case(), by=ANNA, waits=True, now=START + 5 * MIN)
        later = life.looked_at(case, on_duty=[BEN], again=True, now=START + timedelta(days=30))
        assert later is case
        assert life.next_look_at(case) is None

    def test_answering_and_waiting_in_one_step_counts_as_the_answer(self) -> None:
        """zammad#3551"""
        case = life.answered(a_case(), by=ANNA, waits=True, now=START + 5 * MIN)
        first = case.clock(ClockKind.FIRST_ANSWER)
        assert first is not None
        assert first.kept_at == START + 5 * MIN
        assert clocks.in_time(first, now=START + timedelta(days=1))
        assert case.status is CaseStatus.WAITING

    def test_a_clock_of_the_queue_before_does_not_go_along(self) -> None:
        """zammad#5624"""
        answered = life.answered(a_case(), by=ANNA, waits=False, now=START + 5 * MIN)
        asked = life.heard(answered, PLAIN, now=START + 10 * MIN)
        assert due(asked, ClockKind.NEXT_ANSWER) == START + 40 * MIN
        only_first = kind(first_answer=(ALWAYS, 120))
        moved = life.handed_over(
            asked, by=ANNA, queue="finance", cause="other", kind=only_first, now=START + 12 * MIN
        )
        assert [each.kind for each in moved.clocks] == [ClockKind.FIRST_ANSWER]

    def test_time_spent_waiting_for_the_person_stays_out_when_the_promise_changes(self) -> None:
        """glpi#6902"""
        waiting = life.answered(a_case(), by=ANNA, waits=True, now=START + 20 * MIN)
        urgent = kind(first_answer=(ALWAYS, 10), next_answer=(ALWAYS, 10), resolve=(ALWAYS, 30))
        day_later = START + timedelta(days=1)
        moved = life.handed_over(waiting, by=ANNA, queue="rescue", cause="other", kind=urgent, now=day_later)
        back = life.heard(moved, urgent, now=day_later)
        assert due(back, ClockKind.RESOLVE) == day_later + 10 * MIN
        assert moved.status is CaseStatus.OPEN  # a colleague has to look, whatever the person does

    def test_handed_over_three_times_is_one_case_whose_clock_goes_on(self) -> None:
        case = a_case()
        for queue in ("review", "finance", "service"):
            case = life.handed_over(
                replace(case, owner=ANNA), by=ANNA, queue=queue, cause="other", kind=PLAIN, now=START + 30 * MIN
            )
        assert due(case, ClockKind.FIRST_ANSWER) == START + 60 * MIN
        assert case.owner is None


class TestEscalation:
    def test_warns_at_four_fifths_and_again_at_the_end_each_once(self) -> None:
        case = a_case()
        assert (
            life.looked_at(case, on_duty=[ANNA, BEN], again=True, now=START + 48 * MIN - timedelta(seconds=1)) is case
        )
        warned = life.looked_at(case, on_duty=[ANNA, BEN], again=True, now=START + 48 * MIN)
        assert level(warned, ClockKind.FIRST_ANSWER) == Level.WARNED
        assert warned.page is not None
        assert warned.page.to == BEN  # Anna, who owns it, is on duty and knows
        taken = life.claimed(warned, by=BEN, on_duty=[ANNA, BEN], now=START + 49 * MIN)
        assert life.looked_at(taken, on_duty=[ANNA, BEN], again=True, now=START + 59 * MIN) is taken
        breached = life.looked_at(taken, on_duty=[ANNA, BEN], again=True, now=START + 60 * MIN)
        assert level(breached, ClockKind.FIRST_ANSWER) == Level.BREACHED
        assert breached.page is not None
        assert (breached.page.to, breached.page.taken_at) == (ANNA, None)
        assert life.looked_at(breached, on_duty=[ANNA, BEN], again=True, now=START + 66 * MIN).page != breached.page

    def test_an_owner_off_duty_is_not_called_but_who_is_on_duty(self) -> None:
        warned = life.looked_at(a_case(), on_duty=[CARA], again=True, now=START + 48 * MIN)
        assert warned.page is not None
        assert warned.page.to == CARA

    def test_a_call_nobody_takes_goes_to_the_next_after_five_minutes(self) -> None:
        case = life.called_at_once(replace(a_case(), owner=None), on_duty=[ANNA, BEN], now=START)
        called = []
        now = START
        for _ in range(3):
            assert case.page is not None
            called.append(case.page.to)
            assert (
                life.looked_at(case, on_duty=[ANNA, BEN], again=True, now=now + 5 * MIN - timedelta(seconds=1))
                is case
            )
            now += 5 * MIN
            case = life.looked_at(case, on_duty=[ANNA, BEN], again=True, now=now)
        assert called == [ANNA, BEN, ANNA]

    def test_a_call_that_was_taken_goes_to_nobody_else(self) -> None:
        case = life.called_at_once(replace(a_case(), owner=None), on_duty=[ANNA, BEN], now=START)
        taken = life.claimed(case, by=ANNA, on_duty=[ANNA, BEN], now=START + MIN)
        assert life.looked_at(taken, on_duty=[ANNA, BEN], again=True, now=START + 20 * MIN) is taken

    def test_where_nobody_is_on_duty_at_any_hour_each_level_calls_once(self) -> None:
        warned = life.looked_at(a_case(), on_duty=[BEN], again=False, now=START + 48 * MIN)
        assert life.looked_at(warned, on_duty=[BEN], again=False, now=START + 59 * MIN) is warned
        assert life.next_look_at(warned) == START + 60 * MIN

    def test_who_owns_the_case_and_is_alone_on_duty_is_called_once_a_level(self) -> None:
        warned = life.looked_at(a_case(), on_duty=[ANNA], again=True, now=START + 48 * MIN)
        assert warned.page is not None
        assert warned.page.to == ANNA
        assert life.looked_at(warned, on_duty=[ANNA], again=True, now=START + 59 * MIN) is warned

    def test_with_nobody_on_duty_goes_on_looking_for_somebody(self) -> None:
        case = life.called_at_once(replace(a_case(), owner=None), on_duty=[], now=START)
        assert case.page is not None
        assert case.page.to is None
        found = life.looked_at(case, on_duty=[BEN], again=True, now=START + 5 * MIN)
        assert found.page is not None
        assert found.page.to == BEN

    def test_a_sweep_that_comes_late_goes_straight_to_the_last_level(self) -> None:
        late = life.looked_at(a_case(), on_duty=[BEN], again=True, now=START + timedelta(days=2))
        assert level(late, ClockKind.FIRST_ANSWER) == Level.BREACHED
        assert late.page is not None
        assert late.page.level == Level.BREACHED

    def test_stands_still_while_the_person_is_asked(self) -> None:
        waiting = life.answered(a_case(), by=ANNA, waits=True, now=START + 60 * MIN)
        back = life.heard(waiting, PLAIN, now=START + 600 * MIN)
        assert due(back, ClockKind.RESOLVE) == START + (600 + 180) * MIN
        assert due(back, ClockKind.NEXT_ANSWER) == START + 630 * MIN


class TestPressed:
    def test_takes_the_stricter_promise_from_now(self) -> None:
        urgent = CAUSES.kind("urgent")
        waited = a_case(CAUSES.kind("suggestion"))
        later = START + timedelta(hours=23)
        pressed = life.pressed(waited, cause="care.nobody_came", queue="rescue", kind=urgent, now=later)
        assert due(pressed, ClockKind.FIRST_ANSWER) == later + 10 * MIN
        assert due(pressed, ClockKind.RESOLVE) == later + timedelta(hours=24)


class TestEffect:
    def test_of_each_end_is_measured(self) -> None:
        case = life.closed(a_case(), by=ANNA, cause="other", action="explained", now=START)
        assert not life.is_to_be_measured(case, now=START + timedelta(hours=72) - MIN)
        assert life.is_to_be_measured(case, now=START + timedelta(hours=72))
        again = life.reopened(case, PLAIN, now=START + timedelta(hours=72))
        second = life.closed(replace(again, owner=ANNA), by=ANNA, cause="other", action="fixed", now=again.opened_at)
        assert life.is_to_be_measured(second, now=START + timedelta(days=9))


class TestWhoMay:
    def test_a_call_that_was_taken_gives_no_right_any_more(self) -> None:
        called = life.called_at_once(replace(a_case(), owner=None), on_duty=[BEN], now=START)
        taken = life.claimed(called, by=BEN, on_duty=[BEN, ANNA], now=START)
        with pytest.raises(ClaimedByOther):
            life.claimed(replace(taken, owner=ANNA), by=BEN, on_duty=[BEN, ANNA], now=START)

    def test_one_owner_at_a_time(self) -> None:
        with pytest.raises(ClaimedByOther):
            life.claimed(a_case(), by=BEN, on_duty=[ANNA, BEN], now=START)

    def test_over_the_head_of_who_went_home_by_who_is_on_duty_only(self) -> None:
        assert life.claimed(a_case(), by=BEN, on_duty=[BEN], now=START).owner == BEN
        with pytest.raises(ClaimedByOther):
            life.claimed(a_case(), by=CARA, on_duty=[BEN], now=START)

    def test_only_the_owner_answers(self) -> None:
        with pytest.raises(NotYours):
            life.answered(a_case(), by=BEN, waits=False, now=START)

    @pytest.mark.parametrize("mine", [replace(a_case(), person_id=ANNA), replace(a_case(), opened_by=ANNA)])
    def test_nobody_decides_what_they_submitted(self, mine: Case) -> None:
        with pytest.raises(OwnSubmission):
            life.closed(mine, by=ANNA, cause="other", action="explained", now=START)


class TestEnd:
    def test_counts_as_the_answer_and_can_be_undone_by_a_word(self) -> None:
        case = life.closed(a_case(), by=ANNA, cause="other", action="explained", now=START + 50 * MIN)
        assert [each.runs for each in case.clocks] == [False, False]
        assert life.next_look_at(case) == START + 50 * MIN + timedelta(hours=72)  # whether it helped
        again = life.heard(case, PLAIN, now=START + 500 * MIN)
        assert (again.status, again.outcome, again.reopened) == (CaseStatus.OPEN, None, 1)
        assert due(again, ClockKind.RESOLVE) == START + (500 + 240) * MIN  # promised anew

    def test_twice_is_once(self) -> None:
        case = life.closed(a_case(), by=ANNA, cause="other", action="explained", now=START)
        assert life.closed(case, by=ANNA, cause="other", action="explained", now=START + MIN) is case


class TestOneMatter:
    def test_until_a_day_after_the_last_word_inclusive(self) -> None:
        case = a_case()
        assert life.is_same_matter(case, now=START + timedelta(hours=24))
        assert not life.is_same_matter(case, now=START + timedelta(hours=24, milliseconds=1))


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


class TestCatalogue:
    def test_keeps_the_promises_of_the_seeds(self) -> None:
        """features.md #79 and #88."""
        urgent = CAUSES.kind("urgent").promises[ClockKind.FIRST_ANSWER]
        suggestion = CAUSES.kind("suggestion").promises[ClockKind.FIRST_ANSWER]
        assert (urgent.within_min, urgent.hours) == (10, Hours.ALWAYS)
        assert (suggestion.within_min, suggestion.hours) == (48 * 60, Hours.ALWAYS)
