"""Calling whoever is on duty: when a case is to be looked at, and who is called then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.kernel.ids import PersonId
from chalicelib.support.domain import clocks as timing
from chalicelib.support.domain.case import Case, CaseStatus, Page
from chalicelib.support.domain.clocks import ClockKind, Level
from chalicelib.support.domain.effect import MEASURED_AFTER

# Inclusive: a call nobody took by then goes to the next one on duty (features.md H15).
CALL_NEXT_AFTER = timedelta(minutes=5)


def next_look_at(case: Case) -> datetime | None:
    """When somebody must be called, or called instead of who did not come."""
    moments = [moment for each in case.clocks if (moment := timing.next_call(each))]
    if case.outcome is not None and case.effect is None:
        moments.append(case.outcome.at + MEASURED_AFTER)
    if case.page is not None and case.page.waits and case.status is CaseStatus.OPEN:
        moments.append(case.page.at + CALL_NEXT_AFTER)
    return min(moments, default=None)


def looked_at(case: Case, *, on_duty: Sequence[PersonId], again: bool, now: datetime) -> Case:
    """What the clock itself does: a level reached calls the first on duty, once; a call not taken, the next.

    An owner who is on duty knows already at the warning: then it is the one after who is called. `again`: of the
    case's queue, see Page.
    """
    clocks = tuple(timing.escalated(each, now=now) for each in case.clocks)
    risen = [after for before, after in zip(case.clocks, clocks, strict=True) if after.level > before.level]
    if risen:
        worst = max(risen, key=lambda each: each.level)
        others = [each for each in on_duty if each != case.owner]
        to = next(iter(others or on_duty), None)
        # Who owns the case has taken it already: there is nobody else to call instead.
        page = Page(worst.kind, worst.level, now, to=to, again=again and (to is None or to != case.owner))
        return replace(case, clocks=clocks, page=page)
    page_before = case.page
    if page_before is None or not page_before.waits or case.status is not CaseStatus.OPEN:
        return case
    if now < page_before.at + CALL_NEXT_AFTER:
        return case
    tries = page_before.tries + 1
    others = [each for each in on_duty if each != case.owner] or list(on_duty)
    to = others[tries % len(others)] if others else None
    return replace(case, page=replace(page_before, at=now, to=to, tries=tries))


def called_at_once(case: Case, *, on_duty: Sequence[PersonId], now: datetime) -> Case:
    """For an urgent matter nobody waits for a clock: the first on duty is called as we hear of it."""
    page = Page(ClockKind.FIRST_ANSWER, Level.NONE, now, to=next(iter(on_duty), None), again=True)
    return replace(case, page=page)


def nobody_was_called(case: Case, *, now: datetime) -> bool:
    """Somebody should have been, just now, and the roster had nobody."""
    return case.page is not None and case.page.waits and case.page.to is None and case.page.at == now
