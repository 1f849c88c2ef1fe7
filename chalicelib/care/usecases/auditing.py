"""What the auditor looks at: every visit that stands on a caregiver's day, also those that ended early."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from chalicelib.care.domain.roster import ROSTER_DAYS, Day
from chalicelib.care.domain.visit import Visit
from chalicelib.care.ports import Care
from chalicelib.care.usecases.caregivers import activate, everybody
from chalicelib.kernel.ids import VisitId
from chalicelib.kernel.time import business_date
from chalicelib.kernel.unit_of_work import UnitOfWork

# Visits begun before this are not looked at again; a review given later is still counted, every night.
AUDIT_DAYS_BACK = 10


def visits_to_audit(care: Care, *, now: datetime) -> Iterator[Visit]:
    """One caregiver's days at a time, so that what is held in memory does not grow with the company."""
    dates = audited_dates(now)
    for caregiver_id in everybody(care):
        days = care.store.days_of([caregiver_id], dates).values()
        yield from care.store.visits_by_id(sorted({visit_id for day in days for visit_id in named_on(day)}))


def audited_dates(now: datetime) -> list[date]:
    return [business_date(now) + timedelta(days=ahead) for ahead in range(-AUDIT_DAYS_BACK, ROSTER_DAYS)]


def named_on(day: Day) -> set[VisitId]:
    """Also the visits that ended early: their half hours are free again."""
    return {*day.visit_by_half_hour.values(), *day.ended_early}


def activate_linked(care: Care, *, begin: Callable[[], UnitOfWork]) -> None:
    """A caregiver who has logged in is offered to families, also when the news of it was lost."""
    for caregiver in everybody(care).values():
        if not caregiver.active and care.people.find_person_of_caregiver(caregiver.caregiver_id):
            activate(care, caregiver_id=caregiver.caregiver_id, uow=begin())
