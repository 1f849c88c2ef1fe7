"""From a visit's item to the contract event its marker names."""

from __future__ import annotations

from functools import partial

from chalicelib.care.domain.catalogue import Catalogue
from chalicelib.care.domain.visit import Visit
from chalicelib.contracts import care as contracts
from chalicelib.kernel.unit_of_work import Item
from chalicelib.platform.dynamo.codec import from_item
from chalicelib.platform.messaging.relay import EventBuilder

_PLAIN: tuple[type[contracts.VisitEvent], ...] = (
    contracts.VisitAccepted,
    contracts.VisitDeclined,
    contracts.VisitLapsed,
    contracts.VisitCancelled,
    contracts.CaregiverDeparted,
    contracts.VisitCheckedIn,
)


def event_builders(catalogue: Catalogue) -> dict[str, EventBuilder]:
    builders: dict[str, EventBuilder] = {
        event.NAME: partial(_plain, catalogue=catalogue, event=event) for event in _PLAIN
    }
    builders[contracts.VisitBooked.NAME] = partial(_booked, catalogue=catalogue)
    builders[contracts.VisitCheckedOut.NAME] = partial(_checked_out, catalogue=catalogue)
    builders[contracts.VisitReviewed.NAME] = partial(_reviewed, catalogue=catalogue)
    return builders


def _common(visit: Visit, catalogue: Catalogue) -> dict[str, object]:
    return {
        "visit_id": visit.visit_id,
        "member_id": visit.member_id,
        "caregiver_id": visit.caregiver_id,
        "caregiver_name": visit.caregiver_name,
        "service_name": catalogue.service(visit.service).name,
        "start_at": visit.start_at,
    }


def _plain(item: Item, *, catalogue: Catalogue, event: type[contracts.VisitEvent]) -> contracts.VisitEvent:
    return event.model_validate(_common(from_item(Visit, item), catalogue))


def _booked(item: Item, *, catalogue: Catalogue) -> contracts.VisitBooked:
    visit = from_item(Visit, item)
    return contracts.VisitBooked.model_validate(_common(visit, catalogue) | {"accept_by": visit.accept_by})


def _checked_out(item: Item, *, catalogue: Catalogue) -> contracts.VisitCheckedOut:
    visit = from_item(Visit, item)
    if visit.check_in is None or visit.check_out is None:
        raise AssertionError("checked out without both presences")
    return contracts.VisitCheckedOut.model_validate(
        _common(visit, catalogue)
        | {
            "tariff_version": visit.tariff_version,
            "half_hour_fen": visit.half_hour_price.fen,
            "booked_half_hours": visit.half_hours,
            "checked_in_at": visit.check_in.at,
            "checked_out_at": visit.check_out.at,
        }
    )


def _reviewed(item: Item, *, catalogue: Catalogue) -> contracts.VisitReviewed:
    visit = from_item(Visit, item)
    if visit.review is None:
        raise AssertionError("reviewed without a review")
    return contracts.VisitReviewed.model_validate(_common(visit, catalogue) | {"stars": visit.review.stars})
