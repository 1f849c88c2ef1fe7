"""A case: its clocks under every change, who may act, who is called. Replays of what other trackers got wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.support.catalogue import load_catalogue
from chalicelib.support.domain import calling, clocks, effect, life
from chalicelib.support.domain.calendars import Hours
from chalicelib.support.domain.case import Case, CaseStatus, ClaimedByOther, NotYours, OwnSubmission
from chalicelib.support.domain.clocks import ClockKind
from tests.builders.case_life import ALWAYS, ANNA, BEN, CARA, MIN, PLAIN, START, a_case, due, ended, kind

CAUSES = load_catalogue()


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
        later = calling.looked_at(case, on_duty=[BEN], again=True, now=START + timedelta(days=30))
        assert later is case
        assert calling.next_look_at(case) is None

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
            asked, by=ANNA, queue="finance", cause="other", kind=only_first, four_eyes=False, now=START + 12 * MIN
        )
        assert [each.kind for each in moved.clocks] == [ClockKind.FIRST_ANSWER]

    def test_time_spent_waiting_for_the_person_stays_out_when_the_promise_changes(self) -> None:
        """glpi#6902"""
        waiting = life.answered(a_case(), by=ANNA, waits=True, now=START + 20 * MIN)
        urgent = kind(first_answer=(ALWAYS, 10), next_answer=(ALWAYS, 10), resolve=(ALWAYS, 30))
        day_later = START + timedelta(days=1)
        moved = life.handed_over(
            waiting, by=ANNA, queue="rescue", cause="other", kind=urgent, four_eyes=False, now=day_later
        )
        back = life.heard(moved, urgent, now=day_later)
        assert due(back, ClockKind.RESOLVE) == day_later + 10 * MIN
        assert moved.status is CaseStatus.OPEN  # a colleague has to look, whatever the person does

    def test_handed_over_three_times_is_one_case_whose_clock_goes_on(self) -> None:
        case = a_case()
        for queue in ("review", "finance", "service"):
            case = life.handed_over(
                replace(case, owner=ANNA),
                by=ANNA,
                queue=queue,
                cause="other",
                kind=PLAIN,
                four_eyes=False,
                now=START + 30 * MIN,
            )
        assert due(case, ClockKind.FIRST_ANSWER) == START + 60 * MIN
        assert case.owner is None


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
        case = ended(a_case(), now=START)
        assert not effect.is_to_be_measured(case, now=START + timedelta(hours=72) - MIN)
        assert effect.is_to_be_measured(case, now=START + timedelta(hours=72))
        again = effect.reopened(case, PLAIN, now=START + timedelta(hours=72))
        second = life.closed(
            replace(again, owner=ANNA),
            by=ANNA,
            cause="other",
            action="fixed",
            four_eyes=False,
            spoke=False,
            now=again.opened_at,
        )
        assert effect.is_to_be_measured(second, now=START + timedelta(days=9))


class TestWhoMay:
    def test_a_call_that_was_taken_gives_no_right_any_more(self) -> None:
        called = calling.called_at_once(replace(a_case(), owner=None), on_duty=[BEN], now=START)
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

    @pytest.mark.parametrize(
        ("mine", "four_eyes"),
        [
            (replace(a_case(), person_id=ANNA), False),
            (replace(a_case(), person_id=ANNA), True),
            (replace(a_case(), opened_by=ANNA), True),
            (replace(a_case(), opened_by=ANNA, four_eyes=True), False),
        ],
    )
    def test_nobody_decides_what_is_theirs_or_what_they_submitted(self, mine: Case, four_eyes: bool) -> None:
        with pytest.raises(OwnSubmission):
            ended(mine, four_eyes=four_eyes, now=START)

    def test_where_nothing_is_decided_who_took_the_talk_may_end_it(self) -> None:
        case = replace(a_case(), opened_by=ANNA)
        assert ended(case, now=START).status is CaseStatus.CLOSED


class TestEnd:
    def test_counts_as_the_answer_and_can_be_undone_by_a_word(self) -> None:
        case = ended(a_case(), now=START + 50 * MIN)
        assert [each.runs for each in case.clocks] == [False, False]
        assert calling.next_look_at(case) == START + 50 * MIN + timedelta(hours=72)  # whether it helped
        again = life.heard(case, PLAIN, now=START + 500 * MIN)
        assert (again.status, again.outcome, again.reopened) == (CaseStatus.OPEN, None, 1)
        assert due(again, ClockKind.RESOLVE) == START + (500 + 240) * MIN  # promised anew

    def test_settles_a_call_nobody_took(self) -> None:
        called = calling.looked_at(a_case(), on_duty=[ANNA, BEN], again=True, now=START + 48 * MIN)
        case = ended(called, now=START + 50 * MIN)
        assert case.page is not None
        assert (case.page.to, case.page.taken_at) == (BEN, START + 50 * MIN)

    def test_twice_is_once(self) -> None:
        case = ended(a_case(), now=START)
        assert ended(case, now=START + MIN) is case


class TestOneMatter:
    def test_until_a_day_after_the_last_word_inclusive(self) -> None:
        case = a_case()
        assert life.is_same_matter(case, now=START + timedelta(hours=24))
        assert not life.is_same_matter(case, now=START + timedelta(hours=24, milliseconds=1))


class TestCatalogue:
    def test_keeps_the_promises_of_the_seeds(self) -> None:
        """features.md #79 and #88."""
        urgent = CAUSES.kind("urgent").promises[ClockKind.FIRST_ANSWER]
        suggestion = CAUSES.kind("suggestion").promises[ClockKind.FIRST_ANSWER]
        assert (urgent.within_min, urgent.hours) == (10, Hours.ALWAYS)
        assert (suggestion.within_min, suggestion.hours) == (48 * 60, Hours.ALWAYS)
