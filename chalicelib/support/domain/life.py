"""The steps of a case: opened, heard, claimed, answered, handed over, closed, open again.

Each gives the case after it; the case itself, unchanged, when the step was taken before.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.kernel.ids import PersonId
from chalicelib.support.domain import clocks as timing
from chalicelib.support.domain.case import (
    Case,
    CaseClosed,
    CaseStatus,
    ClaimedByOther,
    News,
    NotYours,
    Outcome,
    OwnSubmission,
    Page,
)
from chalicelib.support.domain.catalogue import Kind, Promise
from chalicelib.support.domain.clocks import Clock, ClockKind

# Inclusive: chat and phone about one thing within a day of the last word are one case (features.md #47).
ONE_CASE_WITHIN = timedelta(hours=24)


def clocks_for(kind: Kind, *, now: datetime) -> tuple[Clock, ...]:
    """Those that begin with the case; the next answer is owed once something was asked after the first."""
    return tuple(
        timing.started(which, promise.hours, promise.within_min, now=now)
        for which, promise in kind.promises.items()
        if which is not ClockKind.NEXT_ANSWER
    )


def is_same_matter(case: Case, *, now: datetime) -> bool:
    return now - case.last_contact_at <= ONE_CASE_WITHIN


def pressed(case: Case, *, cause: str, queue: str, kind: Kind, now: datetime) -> Case:
    """The same matter told anew as something that will not wait: it takes that promise, from now, and its queue."""
    clocks = _under(case, kind, now=now)
    first = case.clock(ClockKind.FIRST_ANSWER)
    if first is None or not first.kept_at:
        promise = kind.promises[ClockKind.FIRST_ANSWER]
        owed = timing.started(ClockKind.FIRST_ANSWER, promise.hours, promise.within_min, now=now)
        clocks = (owed, *(each for each in clocks if each.kind is not ClockKind.FIRST_ANSWER))
    return replace(case, cause=cause, queue=queue, kind=kind.code, clocks=clocks, owner=None, page=None)


def heard(case: Case, kind: Kind, *, now: datetime) -> Case:
    """The person said something: it is our turn, and a closed case is open again."""
    was_closed = case.status is CaseStatus.CLOSED
    # What was promised for the matter is promised anew when it is open again.
    clocks = tuple(
        each
        if each.kind is not ClockKind.RESOLVE
        else timing.started(each.kind, each.hours, each.allowed_min, now=now)
        if was_closed
        else timing.resumed(each, now=now)
        for each in case.clocks
    )
    first = case.clock(ClockKind.FIRST_ANSWER)
    if first is not None and first.kept_at and ClockKind.NEXT_ANSWER in kind.promises:
        clocks = _with_question(clocks, kind.promises[ClockKind.NEXT_ANSWER], now)
    return replace(
        case,
        status=CaseStatus.OPEN,
        clocks=clocks,
        last_contact_at=now,
        outcome=None,
        effect=None,
        page=None if was_closed else case.page,
        reopened=case.reopened + was_closed,
        news=None,
        news_at=None,
    )


def claimed(case: Case, *, by: PersonId, on_duty: Sequence[PersonId], now: datetime) -> Case:
    """By anybody while it has no owner; over an owner's head only by who was called, or when the owner is off duty.

    Whoever claims it has taken the call.
    """
    if case.status is CaseStatus.CLOSED:
        if case.owner == by:
            return case
        raise CaseClosed
    called = case.page is not None and case.page.to == by and case.page.taken_at is None
    if case.owner not in {None, by} and not called and (case.owner in on_duty or by not in on_duty):
        raise ClaimedByOther
    taken = _taken(case.page, now=now)
    return case if (case.owner, case.page) == (by, taken) else replace(case, owner=by, page=taken)


def answered(case: Case, *, by: PersonId, waits: bool, now: datetime) -> Case:
    """One step may answer and wait for the person: the answer counts all the same."""
    owned(case, by)
    clocks = _with_answer(case.clocks, now)
    change = timing.paused if waits else timing.resumed
    clocks = tuple(change(each, now=now) if each.kind is ClockKind.RESOLVE else each for each in clocks)
    status = CaseStatus.WAITING if waits else CaseStatus.OPEN
    page = _taken(case.page, now=now)
    return replace(case, status=status, clocks=clocks, page=page, news=News.ANSWERED, news_at=now)


def handed_over(
    case: Case, *, by: PersonId, queue: str, cause: str, kind: Kind, four_eyes: bool, now: datetime
) -> Case:
    """To another queue, and perhaps as another kind; the person does not feel it, and no clock begins anew.

    It is ours again, also where the person was to say something: a colleague has to look.
    """
    owned(case, by)
    clocks = tuple(
        timing.resumed(each, now=now) if each.kind is ClockKind.RESOLVE else each
        for each in _under(case, kind, now=now)
    )
    return replace(
        case,
        status=CaseStatus.OPEN,
        cause=cause,
        queue=queue,
        kind=kind.code,
        clocks=clocks,
        owner=None,
        page=None,
        four_eyes=case.four_eyes or four_eyes,
    )


def spoken_about(case: Case, *, by: PersonId, theirs: bool, now: datetime) -> Case:
    """On the phone: an answer, for who works in its queue (`theirs`); then it is theirs unless it has an owner."""
    if not theirs or case.owner not in {None, by}:
        return case
    return replace(case, owner=by, clocks=_with_answer(case.clocks, now), page=_taken(case.page, now=now))


def taken_from(case: Case, agents: Collection[PersonId]) -> Case:
    """Nobody of these has it any more, or is called about it."""
    owner = None if case.owner in agents else case.owner
    called = case.page is not None and case.page.to in agents
    return replace(case, owner=owner, page=None if called else case.page)


def closed(case: Case, *, by: PersonId, cause: str, action: str, four_eyes: bool, spoke: bool, now: datetime) -> Case:
    """With its cause and what was done. The last word is an answer too.

    Nobody closes what is about themselves; with `four_eyes`, now or at any time before, nor for whom they ever
    `spoke`.
    """
    if case.outcome is not None and (case.outcome.by, case.outcome.cause, case.outcome.action) == (by, cause, action):
        return case
    owned(case, by)
    if by == case.person_id or ((four_eyes or case.four_eyes) and (spoke or by == case.opened_by)):
        raise OwnSubmission
    return replace(
        case,
        status=CaseStatus.CLOSED,
        clocks=tuple(timing.kept(each, now=now) for each in case.clocks),
        page=_taken(case.page, now=now),
        outcome=Outcome(cause=cause, action=action, by=by, at=now),
        effect=None,
        news=News.CLOSED,
        news_at=now,
    )


def told_of_mending(case: Case, *, now: datetime) -> Case:
    """Something was said in it about the problem it was part of; whose turn it is stays."""
    return replace(case, news=News.ANSWERED, news_at=now)


def owned(case: Case, by: PersonId) -> Case:
    """The open case itself, for its owner."""
    if case.status is CaseStatus.CLOSED:
        raise CaseClosed
    if case.owner != by:
        raise NotYours
    return case


def _under(case: Case, kind: Kind, *, now: datetime) -> tuple[Clock, ...]:
    """Clocks another kind does not have go; those it has count what was waited under its promise; new ones begin."""
    clocks = tuple(
        timing.retimed(each, promise.hours, promise.within_min)
        for each in case.clocks
        if (promise := kind.promises.get(each.kind))
    )
    if ClockKind.RESOLVE in kind.promises and case.clock(ClockKind.RESOLVE) is None:
        promise = kind.promises[ClockKind.RESOLVE]
        clocks += (timing.started(ClockKind.RESOLVE, promise.hours, promise.within_min, now=now),)
    return clocks


def _with_answer(clocks: tuple[Clock, ...], now: datetime) -> tuple[Clock, ...]:
    answers = {ClockKind.FIRST_ANSWER, ClockKind.NEXT_ANSWER}
    return tuple(timing.kept(each, now=now) if each.kind in answers else each for each in clocks)


def _with_question(clocks: tuple[Clock, ...], promise: Promise, now: datetime) -> tuple[Clock, ...]:
    """A question on top of one that is not answered yet leaves that one's clock as it is."""
    running = any(each.kind is ClockKind.NEXT_ANSWER and each.runs for each in clocks)
    if running:
        return clocks
    others = tuple(each for each in clocks if each.kind is not ClockKind.NEXT_ANSWER)
    return (*others, timing.started(ClockKind.NEXT_ANSWER, promise.hours, promise.within_min, now=now))


def _taken(page: Page | None, *, now: datetime) -> Page | None:
    return replace(page, taken_at=page.taken_at or now) if page else None
