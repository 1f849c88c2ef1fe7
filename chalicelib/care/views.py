"""Care as families and caregivers see it."""

from __future__ import annotations

from datetime import date, datetime

from chalicelib.care.domain.caregiver import Caregiver, years_of_practice
from chalicelib.care.domain.catalogue import Catalogue, Service, Tariff
from chalicelib.care.domain.presence import Presence
from chalicelib.care.domain.progress import Progress, for_caregiver, for_family
from chalicelib.care.domain.search import Candidate, reasons, spoken_distance
from chalicelib.care.domain.visit import STATUS_NAME, Status
from chalicelib.care.usecases.caregivers import Offers
from chalicelib.care.usecases.visits import OpenedVisit
from chalicelib.contracts.timeline import Owner
from chalicelib.kernel.ids import CaregiverId, VisitId
from chalicelib.kernel.principal import RELATION_NAME
from chalicelib.platform.http.answers import View

# A caregiver needs the address while there is something to go to, and the needs to decide whether she can;
# after that neither is hers to read.
_ADDRESS_SHOWN = frozenset({Status.ACCEPTED, Status.ON_THE_WAY, Status.IN_SERVICE})
_NEEDS_SHOWN = _ADDRESS_SHOWN | {Status.BOOKED}


class ServiceView(View):
    code: str
    name: str
    summary: str
    half_hour_fen: int
    least_min: int
    most_min: int


class ServicesView(View):
    items: list[ServiceView]

    @classmethod
    def of(cls, catalogue: Catalogue, tariff: Tariff, *, least_min: int, most_min: int) -> ServicesView:
        def view(service: Service) -> ServiceView:
            return ServiceView(
                code=service.code,
                name=service.name,
                summary=service.summary,
                half_hour_fen=tariff.price_of(service).fen,
                least_min=least_min,
                most_min=most_min,
            )

        return cls(items=[view(service) for service in catalogue.services])


class OfferView(View):
    caregiver_id: CaregiverId
    name: str
    years: int
    distance: str
    reasons: list[str]


class OffersView(View):
    """Best first. With nobody free, `other_starts` says when somebody would be."""

    items: list[OfferView]
    quote_fen: int
    other_starts: list[datetime]
    message: str

    @classmethod
    def of(cls, offers: Offers) -> OffersView:
        return cls(
            items=[_offer(each) for each in offers.candidates],
            quote_fen=offers.quote.fen,
            other_starts=offers.other_starts,
            message=_offers_message(offers),
        )


class CredentialView(View):
    kind: str
    valid_through: date


class CaregiverView(View):
    """Never where she lives."""

    id: CaregiverId
    name: str
    years: int
    services: list[str]
    credentials: list[CredentialView]
    good_reviews: int
    all_reviews: int

    @classmethod
    def of(cls, caregiver: Caregiver, *, on: date) -> CaregiverView:
        return cls(
            id=caregiver.caregiver_id,
            name=caregiver.name,
            years=years_of_practice(caregiver, on=on),
            services=list(caregiver.services),
            credentials=[
                CredentialView(kind=each.kind, valid_through=each.valid_through) for each in caregiver.credentials
            ],
            good_reviews=caregiver.good_reviews,
            all_reviews=caregiver.all_reviews,
        )


class EnrolledView(View):
    id: CaregiverId
    name: str
    message: str


class PresenceView(View):
    """`outside`: further from the home than the fence and the phone's own accuracy allow.

    Without a distance nobody reported, and the visit was ended by the clock at its booked end; or, `unlocated`, the
    caregiver does not want to be located.
    """

    at: datetime
    distance_m: int | None
    accuracy_m: int | None
    outside: bool
    unlocated: bool

    @classmethod
    def of(cls, presence: Presence | None) -> PresenceView | None:
        if presence is None:
            return None
        return cls(
            at=presence.at,
            distance_m=presence.distance_m,
            accuracy_m=presence.accuracy_m,
            outside=presence.outside,
            unlocated=presence.unlocated,
        )


class ReviewView(View):
    """`text` is the family's own; the caregiver sees the stars, and null here."""

    stars: int
    text: str | None
    at: datetime


class LocationView(View):
    lat: float
    lng: float
    datum: str


class VisitView(View):
    """`waiting_for` and `by` say who acts next and until when; `sentence` says it to a person.

    `booked_by`: who of the family booked it for the member; null for themselves. `booked_by_me`: that was the reader.
    """

    id: VisitId
    status: Status
    status_name: str
    waiting_for: Owner
    by: datetime | None
    sentence: str
    service: str
    service_name: str
    start_at: datetime
    end_at: datetime
    duration_min: int
    caregiver_id: CaregiverId
    caregiver_name: str
    quote_fen: int
    address: str | None
    location: LocationView | None
    needs: str | None
    booked_at: datetime
    accepted_at: datetime | None
    departed_at: datetime | None
    check_in: PresenceView | None
    check_out: PresenceView | None
    review: ReviewView | None
    booked_by: str | None
    booked_by_me: bool

    @classmethod
    def for_family(cls, opened: OpenedVisit, catalogue: Catalogue, *, now: datetime) -> VisitView:
        return cls._of(opened, catalogue, for_family(opened.visit, now=now), address=True, needs=True)

    @classmethod
    def without_place(cls, opened: OpenedVisit, catalogue: Catalogue, *, now: datetime) -> VisitView:
        """For who acts for the member without leave to look: where they live is not theirs to read."""
        return cls._of(opened, catalogue, for_family(opened.visit, now=now), address=False, needs=False)

    @classmethod
    def without_needs(cls, opened: OpenedVisit, catalogue: Catalogue, *, now: datetime) -> VisitView:
        """For family who may see visits, and nothing about health: what help is needed tells of it."""
        return cls._of(opened, catalogue, for_family(opened.visit, now=now), address=True, needs=False)

    @classmethod
    def for_caregiver(cls, opened: OpenedVisit, catalogue: Catalogue, *, now: datetime) -> VisitView:
        status = opened.visit.status
        progress = for_caregiver(opened.visit, now=now)
        return cls._of(opened, catalogue, progress, address=status in _ADDRESS_SHOWN, needs=status in _NEEDS_SHOWN)

    @classmethod
    def _of(
        cls, opened: OpenedVisit, catalogue: Catalogue, progress: Progress, *, address: bool, needs: bool
    ) -> VisitView:
        visit, private = opened.visit, opened.private
        return cls(
            id=visit.visit_id,
            status=visit.status,
            status_name=STATUS_NAME[visit.status],
            waiting_for=progress.owner,
            by=progress.by,
            sentence=progress.sentence,
            service=visit.service,
            service_name=catalogue.service(visit.service).name,
            start_at=visit.start_at,
            end_at=visit.end_at,
            duration_min=visit.duration_min,
            caregiver_id=visit.caregiver_id,
            caregiver_name=visit.caregiver_name,
            quote_fen=visit.price.fen,
            address=private.address if address else None,
            location=LocationView(lat=private.home.lat, lng=private.home.lng, datum=private.home.datum)
            if address
            else None,
            needs=private.needs if needs else None,
            booked_at=visit.booked_at,
            accepted_at=visit.accepted_at,
            departed_at=visit.departed_at,
            check_in=PresenceView.of(visit.check_in),
            check_out=PresenceView.of(visit.check_out),
            review=ReviewView(stars=visit.review.stars, text=opened.review_text, at=visit.review.at)
            if visit.review
            else None,
            booked_by=RELATION_NAME[visit.hand.relation] if visit.hand else None,
            booked_by_me=opened.booked_by_reader,
        )


class VisitsView(View):
    items: list[VisitView]
    next: str | None


class AgendaView(View):
    items: list[VisitView]


def _offer(each: Candidate) -> OfferView:
    return OfferView(
        caregiver_id=each.caregiver.caregiver_id,
        name=each.caregiver.name,
        years=each.years,
        distance=spoken_distance(each.distance_m),
        reasons=reasons(each),
    )


def _offers_message(offers: Offers) -> str:
    if offers.candidates:
        return f"这个时间有 {len(offers.candidates)} 位护工可以上门，费用 {offers.quote}。"
    if offers.other_starts:
        return "这个时间附近的护工都有安排了，换成下面的时间就有人。"
    return "这一天附近没有合适的护工。请换一天试试，或者打客服电话，由人工帮您找。"
