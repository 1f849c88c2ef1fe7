"""Care over HTTP: for families, for caregivers, and enrolment by staff."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.care.domain import booking as booking_rules
from chalicelib.care.domain import visit as life
from chalicelib.care.domain.booking import BookVisit, MoveVisit
from chalicelib.care.domain.caregiver import EnrolCaregiver, NotYetPractising, ShiftWithoutLength
from chalicelib.care.domain.catalogue import LEAST_MIN, MOST_MIN, UnknownService
from chalicelib.care.domain.presence import LocationNotAgreed
from chalicelib.care.domain.search import SearchCaregivers
from chalicelib.care.domain.visit import ReviewVisit, Visit
from chalicelib.care.ports import Care, NoCareCard, NotEnoughMoney, NotWorking, SlotTaken
from chalicelib.care.usecases import booking, caregivers, visits
from chalicelib.care.usecases.visits import NoSuchVisit
from chalicelib.care.views import (
    AgendaView,
    CaregiverView,
    EnrolledView,
    OffersView,
    ServicesView,
    VisitsView,
    VisitView,
)
from chalicelib.kernel.command import Command, Fix
from chalicelib.kernel.ids import ULID_PATTERN, CaregiverId, CaregiverIdField, VisitIdField
from chalicelib.kernel.principal import Role, Scope
from chalicelib.kernel.refusals import AskedTooOften, IdTaken, MovedMeanwhile
from chalicelib.kernel.time import business_date
from chalicelib.platform.http.acting import Behalf
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.http.refusals import NoSuchThing
from chalicelib.platform.http.throttling import Throttle

api: Api[Care] = Api("care")

_WINDOW = (
    booking_rules.OffGrid,
    booking_rules.TooShort,
    booking_rules.TooLong,
    booking_rules.InPast,
    booking_rules.TooFar,
)
_LOOKS = Behalf("看上门", scope=Scope.VIEW_VISITS)
_STEP = (NoSuchVisit, life.NotPossibleNow, MovedMeanwhile)


class VisitsQuery(Command):
    limit: Annotated[int, Field(ge=1, le=50)] = 20
    after: (
        Annotated[str, StringConstraints(pattern=rf"^\d{{4}}-\d\d-\d\dT\d\d:\d\d:00\.000Z~{ULID_PATTERN}$")] | None
    ) = None


class ReportFix(Command):
    """Where the caregiver's phone says it is, and how sure it is; nothing for who has not agreed to be located."""

    location: Fix | None


# --- families


@api.get("/v1/services", role=Role.MEMBER)
def list_services(call: Call[Care]) -> ServicesView:
    """What can be booked, and today's price."""
    tariff = call.deps.catalogue.tariff_on(business_date(call.now))
    return ServicesView.of(call.deps.catalogue, tariff, least_min=LEAST_MIN, most_min=MOST_MIN)


@api.post(
    "/v1/caregivers/search",
    role=Role.MEMBER,
    refuses=(*_WINDOW, UnknownService),
    throttles=(Throttle("search", per="person", most=120, within=timedelta(minutes=10)),),
)
def search_caregivers(call: Call[Care], command: SearchCaregivers) -> OffersView:
    """Who can come at that time, best first, with reasons and the price."""
    return OffersView.of(caregivers.search(call.deps, command=command, now=call.now))


@api.get("/v1/caregivers/{caregiver_id}", role=Role.MEMBER)
def read_caregiver(call: Call[Care], caregiver_id: CaregiverIdField) -> CaregiverView:
    """One caregiver: experience, credentials, ratings."""
    caregiver = call.deps.store.find_caregiver(caregiver_id)
    if caregiver is None or not caregiver.active:
        raise NoSuchThing
    return CaregiverView.of(caregiver, on=business_date(call.now))


@api.post(
    "/v1/visits",
    role=Role.MEMBER,
    status=201,
    refuses=(
        *_WINDOW,
        booking_rules.CaregiverUnavailable,
        booking_rules.TooFarAway,
        booking_rules.NotOneself,
        booking_rules.HealthNotAgreed,
        booking_rules.PriceChanged,
        UnknownService,
        NoCareCard,
        NotEnoughMoney,
        SlotTaken,
        NotWorking,
        IdTaken,
        AskedTooOften,
        MovedMeanwhile,
    ),
    on_behalf=Behalf("预约护工上门", on_phone=True, scope=Scope.BOOK),
)
def book_visit(call: Call[Care], command: BookVisit) -> VisitView:
    """Book a caregiver to the home; `id` is made by the client, and the price is set aside from the wallet."""
    visit = booking.book_visit(call.deps, command=command, by=call.principal, now=call.now, begin=call.begin)
    return _as_family_sees(call, visit)


@api.get("/v1/visits", role=Role.MEMBER, on_behalf=_LOOKS, while_locked=True)
def list_visits(call: Call[Care], query: VisitsQuery) -> VisitsView:
    """My visits, latest start first."""
    page, after = call.deps.store.visits_of(call.principal.person_id, limit=query.limit, after=query.after)
    return VisitsView(
        items=[_as_family_sees(call, visit) for visit in page],
        next=after,
    )


@api.get("/v1/visits/{visit_id}", role=Role.MEMBER, refuses=(NoSuchVisit,), on_behalf=_LOOKS, while_locked=True)
def read_visit(call: Call[Care], visit_id: VisitIdField) -> VisitView:
    """One visit of mine: where it stands and who acts next."""
    return _as_family_sees(call, visits.read_for_family(call.deps, visit_id=visit_id, by=call.principal))


@api.post(
    "/v1/visits/{visit_id}/approve",
    role=Role.MEMBER,
    refuses=(*_STEP, life.AskOver, life.OwnAsk, booking_rules.CaregiverUnavailable, NotEnoughMoney),
    on_behalf=Behalf("同意家人提的预约", on_phone=True, guardian=True),
)
def approve_visit(call: Call[Care], visit_id: VisitIdField) -> VisitView:
    """Say yes to what family asked for above what they may spend; the no is to cancel it."""
    visit = visits.approve(call.deps, visit_id=visit_id, by=call.principal, now=call.now, begin=call.begin)
    return _as_family_sees(call, visit)


@api.post(
    "/v1/visits/{visit_id}/cancel",
    role=Role.MEMBER,
    refuses=(*_STEP, life.GuardiansBooking),
    on_behalf=Behalf("取消预约", on_phone=True, scope=Scope.BOOK),
    while_locked=True,
)
def cancel_visit(call: Call[Care], visit_id: VisitIdField) -> VisitView:
    """Cancel, free of charge, until the service begins."""
    visit = visits.cancel(
        call.deps,
        visit_id=visit_id,
        by=call.principal,
        now=call.now,
        begin=call.begin,
        begin_unnoted=replace(call, note=None).begin,
    )
    return _as_family_sees(call, visit)


@api.post(
    "/v1/visits/{visit_id}/reschedule",
    role=Role.MEMBER,
    refuses=(
        *_STEP,
        booking_rules.OffGrid,
        booking_rules.InPast,
        booking_rules.TooFar,
        booking_rules.CaregiverUnavailable,
        SlotTaken,
        NotWorking,
        life.GuardiansBooking,
    ),
    # Each asks the caregiver anew, at once and at our cost.
    throttles=(Throttle("reschedule", per="person", most=20, within=timedelta(hours=1)),),
    on_behalf=Behalf("改上门时间", scope=Scope.BOOK),
)
def reschedule_visit(call: Call[Care], visit_id: VisitIdField, command: MoveVisit) -> VisitView:
    """Choose another time of the same caregiver, until she sets out; she is asked anew, and the price stays."""
    visit = visits.move(
        call.deps,
        visit_id=visit_id,
        command=command,
        by=call.principal,
        now=call.now,
        begin=call.begin,
        begin_unnoted=replace(call, note=None).begin,
    )
    return _as_family_sees(call, visit)


@api.post(
    "/v1/visits/{visit_id}/review",
    role=Role.MEMBER,
    refuses=(*_STEP, life.AlreadyReviewed),
    on_behalf=Behalf("评价护工", scope=Scope.BOOK),
)
def review_visit(call: Call[Care], visit_id: VisitIdField, command: ReviewVisit) -> VisitView:
    """Give 1 to 5 stars and a few words, once."""
    visit = visits.review(
        call.deps, visit_id=visit_id, command=command, by=call.principal, now=call.now, begin=call.begin
    )
    return _as_family_sees(call, visit)


# --- caregivers


@api.get("/v1/caregiver/agenda", role=Role.CAREGIVER)
def read_agenda(call: Call[Care]) -> AgendaView:
    """My visits from yesterday to a week ahead, by start."""
    visits_ahead = caregivers.agenda(call.deps, caregiver_id=_caregiver_id(call), now=call.now)
    return AgendaView(items=[_as_caregiver_sees(call, visit) for visit in visits_ahead])


@api.get("/v1/caregiver/visits/{visit_id}", role=Role.CAREGIVER, refuses=(NoSuchVisit,))
def read_visit_as_caregiver(call: Call[Care], visit_id: VisitIdField) -> VisitView:
    """One visit of my agenda; the address from acceptance to check-out."""
    visit = visits.read_for_caregiver(call.deps, visit_id=visit_id, by=call.principal)
    return _as_caregiver_sees(call, visit)


@api.post("/v1/visits/{visit_id}/accept", role=Role.CAREGIVER, refuses=(*_STEP, life.OfferLapsed))
def accept_visit(call: Call[Care], visit_id: VisitIdField) -> VisitView:
    """Take the visit."""
    visit = visits.accept(call.deps, visit_id=visit_id, by=call.principal, now=call.now, begin=call.begin)
    return _as_caregiver_sees(call, visit)


@api.post("/v1/visits/{visit_id}/decline", role=Role.CAREGIVER, refuses=_STEP)
def decline_visit(call: Call[Care], visit_id: VisitIdField) -> VisitView:
    """Leave the visit to somebody else; the family is told and its money is free at once."""
    visit = visits.decline(call.deps, visit_id=visit_id, by=call.principal, now=call.now, begin=call.begin)
    return _as_caregiver_sees(call, visit)


@api.post("/v1/visits/{visit_id}/depart", role=Role.CAREGIVER, refuses=(*_STEP, life.TooEarly, life.TooLate))
def depart(call: Call[Care], visit_id: VisitIdField) -> VisitView:
    """Set out; from two hours before the start."""
    visit = visits.depart(call.deps, visit_id=visit_id, by=call.principal, now=call.now, begin=call.begin)
    return _as_caregiver_sees(call, visit)


@api.post(
    "/v1/visits/{visit_id}/check-in",
    role=Role.CAREGIVER,
    refuses=(*_STEP, life.TooEarly, life.TooLate, LocationNotAgreed),
)
def check_in(call: Call[Care], visit_id: VisitIdField, command: ReportFix) -> VisitView:
    """Begin the service, from half an hour before the start; away from the home it counts with a flag."""
    visit = visits.check_in(
        call.deps,
        visit_id=visit_id,
        fix=command.location,
        by=call.principal,
        now=call.now,
        begin=call.begin,
    )
    return _as_caregiver_sees(call, visit)


@api.post("/v1/visits/{visit_id}/check-out", role=Role.CAREGIVER, refuses=(*_STEP, LocationNotAgreed))
def check_out(call: Call[Care], visit_id: VisitIdField, command: ReportFix) -> VisitView:
    """End the service; the bill is made from the time between check-in and check-out."""
    visit = visits.check_out(
        call.deps,
        visit_id=visit_id,
        fix=command.location,
        by=call.principal,
        now=call.now,
        begin=call.begin,
    )
    return _as_caregiver_sees(call, visit)


# --- staff


@api.post(
    "/v1/staff/caregivers",
    role=Role.STAFF,
    status=201,
    refuses=(UnknownService, NotYetPractising, ShiftWithoutLength, IdTaken),
)
def enrol_caregiver(call: Call[Care], command: EnrolCaregiver) -> EnrolledView:
    """Enrol a caregiver; she is offered to families once she has logged in with that phone."""
    caregiver = caregivers.enrol_caregiver(
        call.deps, command=command, by=call.principal, now=call.now, uow=call.begin()
    )
    return EnrolledView(
        id=caregiver.caregiver_id,
        name=caregiver.name,
        message=f"请{caregiver.name}用登记的手机号登录小程序，登录后就能接单。",
    )


def _caregiver_id(call: Call[Care]) -> CaregiverId:
    caregiver_id = call.principal.caregiver_id
    if caregiver_id is None:
        raise AssertionError("a caregiver without a caregiver id")
    return caregiver_id


def _as_family_sees(call: Call[Care], visit: Visit) -> VisitView:
    opened = visits.open_for_family(call.deps, visit=visit, by=call.principal)
    family = call.principal.family
    if call.principal.acting or (family and Scope.VIEW_VISITS not in family.scopes):
        return VisitView.without_place(opened, call.deps.catalogue, now=call.now)
    if family and Scope.VIEW_HEALTH not in family.scopes:
        return VisitView.without_needs(opened, call.deps.catalogue, now=call.now)
    return VisitView.for_family(opened, call.deps.catalogue, now=call.now)


def _as_caregiver_sees(call: Call[Care], visit: Visit) -> VisitView:
    call.note_read(visit.member_id, who=visit.caregiver_name, what="上门的时间、地址和需要", about=visit.visit_id)
    opened = visits.open_for_caregiver(call.deps, visit=visit)
    return VisitView.for_caregiver(opened, call.deps.catalogue, now=call.now)
