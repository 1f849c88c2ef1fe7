"""What the clock does to cases by itself, and whether the roster has somebody to call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from chalicelib.kernel.ids import CaseId
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale
from chalicelib.support.domain import calling
from chalicelib.support.domain.case import Case
from chalicelib.support.domain.duty import first_gap
from chalicelib.support.ports import Support
from chalicelib.support.usecases.cases import people_on_duty

Begin = Callable[[], UnitOfWork]


def look_at(support: Support, *, case_id: CaseId, now: datetime, begin: Begin) -> Case:
    """Calls whoever must be called by now, once; harmless when nobody must."""

    def attempt() -> Case:
        case = support.store.find_case(case_id)
        if case is None:
            raise AssertionError("a due entry without its case")
        again = support.catalogue.queue(case.queue).paged
        on_duty = people_on_duty(support, case, now=now)
        after = calling.looked_at(case, on_duty=on_duty, again=again, now=now)
        if after is case:
            return case
        uow = begin()
        support.store.stage_case(uow, case, after, now=now)
        uow.commit()
        return after

    return again_when_stale(attempt)


def gaps(support: Support, *, now: datetime) -> dict[str, datetime]:
    """For each queue where somebody must be on duty at any hour: from when nobody is, if that is soon."""
    found = {}
    for queue in support.catalogue.queues:
        if queue.paged:
            gap = first_gap(support.store.shifts_of(queue.code, ending_after=now), now=now)
            if gap is not None:
                found[queue.code] = gap
    return found
