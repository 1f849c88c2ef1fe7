"""Caregivers: enrolment, search, rosters, ratings, and what is on their agenda."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from chalicelib.care.domain import search as ranking
from chalicelib.care.domain.booking import AHEAD_MOST, check_shape, check_window
from chalicelib.care.domain.caregiver import RATING_DAYS, Caregiver, EnrolCaregiver, enrol, may_be_booked
from chalicelib.care.domain.catalogue import Service
from chalicelib.care.domain.roster import (
    ROSTER_DAYS,
    claims_for,
    free_starts,
    is_free,
    last_day,
    nearest,
    roster_dates,
)
from chalicelib.care.domain.search import Candidate, SearchCaregivers
from chalicelib.care.domain.visit import NOT_HERS, Visit
from chalicelib.care.ports import Care
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.geo import to_gcj02
from chalicelib.kernel.ids import CaregiverId
from chalicelib.kernel.money import Money
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import AlreadyDone, Stale
from chalicelib.kernel.time import business_date
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]
OFFERS_MOST = 20


@dataclass(frozen=True, slots=True)
class Offers:
    """`other_starts` are the nearest free times of qualified caregivers, given when nobody is free then."""

    service: Service
    candidates: list[Candidate]
    quote: Money
    other_starts: list[datetime]


def search(care: Care, *, command: SearchCaregivers, now: datetime) -> Offers:
    """Who can come then, best first, at what price. What is shown is enforced again at the booking."""
    check_shape(command.start_at, command.duration_min)
    check_window(command.start_at, now=now)
    service = care.catalogue.service(command.service)
    home = to_gcj02(command.location.to_point())
    reachable = ranking.ranked(
        ranking.candidate(caregiver, home=home, on=business_date(now))
        for caregiver in care.store.caregivers_offering(service.code)
        if may_be_booked(caregiver, service, through=last_day(command.start_at, command.duration_min))
    )
    claims = claims_for(command.start_at, command.duration_min)
    days = care.store.days_of([each.caregiver.caregiver_id for each in reachable], [claim.on for claim in claims])
    free = [
        each
        for each in reachable
        if is_free((days.get((each.caregiver.caregiver_id, claim.on)) for claim in claims), claims)
    ]
    other_starts = (
        []
        if free
        else nearest(
            (
                start
                for day in days.values()
                for start in free_starts(day, duration_min=command.duration_min, after=now, until=now + AHEAD_MOST)
            ),
            to=command.start_at,
        )
    )
    tariff = care.catalogue.tariff_on(business_date(now))
    return Offers(
        service=service,
        candidates=free[:OFFERS_MOST],
        quote=tariff.price_of(service).times(command.duration_min // 30),
        other_starts=other_starts,
    )


def enrol_caregiver(
    care: Care, *, command: EnrolCaregiver, by: Principal, now: datetime, uow: UnitOfWork
) -> Caregiver:
    """Profile, first roster days and the invitation of her phone, together. She is offered once she logs in."""
    for code in command.services:
        care.catalogue.service(code)
    caregiver = enrol(command, command_hash=care.store.fingerprint(command, by.data_key), now=now)
    care.store.stage_caregiver(uow, caregiver)
    care.store.stage_days(uow, caregiver, roster_dates(business_date(now)))
    care.people.stage_caregiver_invitation(uow, phone=command.phone, caregiver_id=command.id)
    try:
        uow.commit()
    except AlreadyDone as done:
        return care.store.caregiver_in(done.item)
    return caregiver


def extend_rosters(care: Care, *, now: datetime, begin: Begin) -> int:
    """Adds the missing days of the horizon for every caregiver; again: nothing. Answers with the days added."""
    dates = roster_dates(business_date(now))
    caregivers = everybody(care)
    known = care.store.days_of(list(caregivers), dates)
    added = 0
    for caregiver in caregivers.values():
        missing = [on for on in dates if (caregiver.caregiver_id, on) not in known]
        if not missing:
            continue
        uow = begin()
        care.store.stage_days(uow, caregiver, missing)
        try:
            uow.commit()
        except Stale:
            continue  # another run of this job is adding them
        added += len(missing)
    return added


def activate(care: Care, *, caregiver_id: CaregiverId, uow: UnitOfWork) -> None:
    care.store.stage_active(uow, caregiver_id)
    uow.commit()


def recount_reviews(care: Care, *, caregiver_id: CaregiverId, now: datetime, begin: Begin) -> None:
    """From the reviews themselves, so that doing it twice gives the same; day 91 no longer counts."""
    since = business_date(now) - timedelta(days=RATING_DAYS - 1)

    def attempt() -> None:
        before = care.store.find_caregiver(caregiver_id)
        if before is None:
            raise AssertionError("a review of nobody")
        good, all_ = care.store.count_reviews(caregiver_id, since=since)
        uow = begin()
        care.store.stage_rating(uow, before, good=good, all_=all_)
        uow.commit()

    again_when_stale(attempt)


def recount_everybody(care: Care, *, now: datetime, begin: Begin) -> None:
    """Nightly: reviews of day 91 drop out though nobody wrote a new one."""
    for caregiver in everybody(care).values():
        if caregiver.all_reviews:
            recount_reviews(care, caregiver_id=caregiver.caregiver_id, now=now, begin=begin)


def agenda(care: Care, *, caregiver_id: CaregiverId, now: datetime) -> list[Visit]:
    """Her visits of the roster's days, from yesterday on, by start."""
    dates = [business_date(now) + timedelta(days=ahead) for ahead in range(-1, ROSTER_DAYS)]
    days = care.store.days_of([caregiver_id], dates)
    visit_ids = {visit_id for day in days.values() for visit_id in day.visit_by_half_hour.values()}
    return [visit for visit in care.store.visits_by_id(sorted(visit_ids)) if visit.status not in NOT_HERS]


def everybody(care: Care) -> dict[CaregiverId, Caregiver]:
    return {
        caregiver.caregiver_id: caregiver
        for service in care.catalogue.services
        for caregiver in care.store.caregivers_offering(service.code)
    }
