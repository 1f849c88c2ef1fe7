"""#77 and D2: the state machine refuses skips; what was done before is not done again; pending occupies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.care.domain import visit as life
from chalicelib.care.domain.presence import Presence
from chalicelib.care.domain.visit import Review, Status, Visit
from chalicelib.kernel.refusals import Refusal
from tests.builders.clock import MONDAY_MORNING
from tests.builders.story import shanghai
from tests.builders.visits import a_visit, an_asked_visit

START = shanghai(24, 9)
END = shanghai(24, 11)
ANSWER_BY = MONDAY_MORNING + timedelta(minutes=30)
TICK = timedelta(milliseconds=1)


def there(at: datetime) -> Presence:
    return Presence(at=at, distance_m=10, accuracy_m=20, outside=False)


def stars(count: int, word: bytes = b"w" * 16) -> Review:
    return Review(stars=count, at=START, command_hash=word, sealed=b"")


STEPS: dict[str, Callable[[Visit, datetime], Visit]] = {
    "accept": lambda visit, now: life.accept(visit, now=now),
    "decline": lambda visit, now: life.decline(visit, now=now),
    "approve": lambda visit, now: life.approve(visit, now=now),
    "run out": lambda visit, now: life.expire(visit, now=now, may_pay=True),
    "expire": lambda visit, now: life.expire(visit, now=now),
    "cancel": lambda visit, now: life.cancel(visit, now=now),
    "depart": lambda visit, now: life.depart(visit, now=now),
    "check_in": lambda visit, now: life.check_in(visit, there(now)),
    "check_out": lambda visit, now: life.check_out(visit, there(now)),
    "review": lambda visit, _: life.with_review(visit, stars(5)),
}
LEGAL = {
    Status.ASKED: {Status.BOOKED, Status.NOT_APPROVED},
    Status.BOOKED: {Status.ACCEPTED, Status.DECLINED, Status.LAPSED, Status.CANCELLED},
    Status.ACCEPTED: {Status.ON_THE_WAY, Status.CANCELLED, Status.MISSED},
    Status.ON_THE_WAY: {Status.IN_SERVICE, Status.CANCELLED, Status.MISSED},
    Status.IN_SERVICE: {Status.DONE},
    Status.DONE: set(),
    Status.DECLINED: set(),
    Status.LAPSED: set(),
    Status.CANCELLED: set(),
    Status.MISSED: set(),
    Status.NOT_APPROVED: set(),
}


class TestTheWholeLife:
    @given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 30)), max_size=30))
    def test_any_order_of_steps_stays_legal(self, wanted: list[tuple[str, int]]) -> None:
        self.plays(a_visit(), wanted)

    @given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 30)), max_size=30))
    def test_also_of_what_family_asked_for(self, wanted: list[tuple[str, int]]) -> None:
        self.plays(an_asked_visit(), wanted)

    def plays(self, visit: Visit, wanted: list[tuple[str, int]]) -> None:
        now = MONDAY_MORNING
        for step, hours in wanted:
            now += timedelta(hours=hours)
            try:
                after = STEPS[step](visit, now)
            except Refusal:
                continue
            assert after.status is visit.status or after.status in LEGAL[visit.status]
            visit = after

    @pytest.mark.parametrize("step", ["accept", "decline", "cancel", "depart", "check_in", "check_out", "review"])
    def test_a_step_taken_before_changes_nothing(self, step: str) -> None:
        before = {
            "depart": a_visit(status=Status.ACCEPTED),
            "check_in": a_visit(status=Status.ON_THE_WAY),
            "check_out": a_visit(status=Status.IN_SERVICE),
            "review": a_visit(status=Status.DONE),
        }.get(step, a_visit())
        now = START if step not in {"accept", "decline"} else MONDAY_MORNING
        once = STEPS[step](before, now)
        assert STEPS[step](once, now + timedelta(minutes=1)) is once


class TestApprove:
    def test_asks_the_caregiver_from_then_on(self) -> None:
        now = MONDAY_MORNING + timedelta(hours=3)
        approved = life.approve(an_asked_visit(), now=now)
        assert (approved.status, approved.accept_by) == (Status.BOOKED, now + timedelta(minutes=30))
        assert life.approve(approved, now=now + TICK) is approved

    def test_just_before_the_start_waits_for_her_until_the_start(self) -> None:
        assert life.approve(an_asked_visit(), now=START - TICK).accept_by == START

    def test_is_refused_at_the_start_and_after_a_no(self) -> None:
        refused = life.cancel(an_asked_visit(), now=MONDAY_MORNING)
        assert refused.status is Status.NOT_APPROVED
        for visit, now in ((an_asked_visit(), START), (refused, MONDAY_MORNING)):
            with pytest.raises(life.AskOver):
                life.approve(visit, now=now)

    def test_is_refused_for_what_nobody_asked_for(self) -> None:
        with pytest.raises(life.NotPossibleNow):
            life.approve(a_visit(), now=MONDAY_MORNING)


class TestNobodySaidYes:
    ANSWER_BY = MONDAY_MORNING + timedelta(hours=24)

    def test_waits_until_the_moment(self) -> None:
        asked = an_asked_visit()
        assert life.expires_at(asked) == self.ANSWER_BY
        assert life.expire(asked, now=self.ANSWER_BY - TICK, may_pay=True) is asked

    @pytest.mark.parametrize(("may_pay", "status"), [(True, Status.BOOKED), (False, Status.NOT_APPROVED)])
    def test_is_booked_then_only_for_who_may_pay(self, may_pay: bool, status: Status) -> None:
        assert life.expire(an_asked_visit(), now=self.ANSWER_BY, may_pay=may_pay).status is status

    def test_is_never_booked_once_it_should_have_begun(self) -> None:
        late = life.expire(an_asked_visit(start_at=self.ANSWER_BY), now=self.ANSWER_BY, may_pay=True)
        assert late.status is Status.NOT_APPROVED

    def test_says_beforehand_what_happens_without_an_answer(self) -> None:
        assert life.booked_without_answer(an_asked_visit())
        assert not life.booked_without_answer(an_asked_visit(pays=False))
        assert not life.booked_without_answer(an_asked_visit(start_at=self.ANSWER_BY))


class TestAccept:
    def test_just_before_the_time_is_up(self) -> None:
        assert life.accept(a_visit(), now=ANSWER_BY - TICK).status is Status.ACCEPTED

    def test_is_refused_at_the_moment_it_is_up(self) -> None:
        with pytest.raises(life.OfferLapsed):
            life.accept(a_visit(), now=ANSWER_BY)

    def test_is_refused_once_it_has_lapsed(self) -> None:
        with pytest.raises(life.OfferLapsed):
            life.accept(a_visit(status=Status.LAPSED), now=MONDAY_MORNING)

    def test_is_refused_once_cancelled(self) -> None:
        with pytest.raises(life.NotPossibleNow) as refused:
            life.accept(a_visit(status=Status.CANCELLED), now=MONDAY_MORNING)
        assert refused.value.facts == {"status_name": "已取消"}


class TestExpire:
    """Nothing stays open, and no money held, for want of a tap."""

    EXPIRES = (
        (Status.BOOKED, ANSWER_BY, Status.LAPSED),
        (Status.ACCEPTED, END, Status.MISSED),
        (Status.ON_THE_WAY, END, Status.MISSED),
        (Status.IN_SERVICE, END + timedelta(hours=2), Status.DONE),
    )

    @pytest.mark.parametrize(("status", "at", "becomes"), EXPIRES)
    def test_ends_each_open_state_at_its_moment_and_not_before(
        self, status: Status, at: datetime, becomes: Status
    ) -> None:
        visit = a_visit(status=status)
        assert life.expire(visit, now=at - TICK) is visit
        expired = life.expire(visit, now=at)
        assert (expired.status, expired.ended_at) == (becomes, at)

    @pytest.mark.parametrize("status", sorted(life.ENDED_EARLY | {Status.DONE}))
    def test_leaves_what_has_ended_alone(self, status: Status) -> None:
        visit = a_visit(status=status)
        assert life.expire(visit, now=START + timedelta(days=9)) is visit
        assert life.expires_at(visit) is None

    def test_a_forgotten_check_out_counts_as_the_booked_end_and_as_unmeasured(self) -> None:
        expired = life.expire(a_visit(status=Status.IN_SERVICE), now=END + timedelta(days=3))
        assert expired.check_out == Presence(at=END, outside=True, distance_m=None, accuracy_m=None)


class TestCancel:
    @pytest.mark.parametrize("status", [Status.BOOKED, Status.ACCEPTED, Status.ON_THE_WAY])
    def test_until_the_service_begins(self, status: Status) -> None:
        assert life.cancel(a_visit(status=status), now=START).status is Status.CANCELLED

    @pytest.mark.parametrize("status", [Status.IN_SERVICE, Status.DONE])
    def test_a_visit_with_a_check_in_is_never_cancelled(self, status: Status) -> None:
        with pytest.raises(life.NotPossibleNow):
            life.cancel(a_visit(status=status), now=START)


class TestDepartAndCheckIn:
    def test_two_hours_before_the_start_she_may_set_out(self) -> None:
        accepted = a_visit(status=Status.ACCEPTED)
        assert life.depart(accepted, now=START - timedelta(hours=2)).status is Status.ON_THE_WAY

    def test_earlier_is_too_early_and_says_when(self) -> None:
        with pytest.raises(life.TooEarly) as refused:
            life.depart(a_visit(status=Status.ACCEPTED), now=START - timedelta(hours=2) - TICK)
        assert refused.value.facts == {"earliest": "11月24日 7:00"}

    def test_half_an_hour_before_the_start_she_may_check_in(self) -> None:
        on_the_way = a_visit(status=Status.ON_THE_WAY)
        assert life.check_in(on_the_way, there(START - timedelta(minutes=30))).status is Status.IN_SERVICE
        with pytest.raises(life.TooEarly):
            life.check_in(on_the_way, there(START - timedelta(minutes=30) - TICK))

    def test_once_the_booked_end_has_come_it_is_too_late_to_begin(self) -> None:
        accepted, on_the_way = a_visit(status=Status.ACCEPTED), a_visit(status=Status.ON_THE_WAY)
        assert life.depart(accepted, now=END - TICK).status is Status.ON_THE_WAY
        assert life.check_in(on_the_way, there(END - TICK)).status is Status.IN_SERVICE
        with pytest.raises(life.TooLate) as refused:
            life.depart(accepted, now=END)
        assert refused.value.facts == {"end": "11月24日 11:00"}
        with pytest.raises(life.TooLate):
            life.check_in(on_the_way, there(END))

    def test_checking_in_without_setting_out_is_a_skip(self) -> None:
        with pytest.raises(life.NotPossibleNow):
            life.check_in(a_visit(status=Status.ACCEPTED), there(START))


class TestReview:
    def test_before_the_end_is_refused(self) -> None:
        with pytest.raises(life.NotPossibleNow):
            life.with_review(a_visit(status=Status.IN_SERVICE), stars(5))

    def test_a_second_opinion_is_refused(self) -> None:
        reviewed = life.with_review(a_visit(status=Status.DONE), stars(5))
        with pytest.raises(life.AlreadyReviewed):
            life.with_review(reviewed, stars(1, b"other words....."))
