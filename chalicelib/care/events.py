"""From a visit to the contract events about it: the one its marker names, and those that still matter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from chalicelib.care.domain.catalogue import Catalogue
from chalicelib.care.domain.visit import DECIDED, WHY_NOT_SAID, Hand, Status, Visit, WhyNot, booked_without_answer
from chalicelib.care.ports import CareStore
from chalicelib.contracts import care as contracts
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId, VisitId
from chalicelib.kernel.unit_of_work import Item
from chalicelib.platform.dynamo.codec import from_item
from chalicelib.platform.messaging.relay import EventBuilder

PAGE = 20
_Build = Callable[[Visit, Catalogue], contracts.VisitEvent]


def event_builders(catalogue: Catalogue) -> dict[str, EventBuilder]:
    return {name: partial(_from_item, build=build, catalogue=catalogue) for name, build in _BUILD.items()}


def standing_events(visit: Visit, catalogue: Catalogue) -> list[contracts.VisitEvent]:
    """What others must have acted on by now. News of a step that another has followed is no news any more."""
    names = [_latest(visit).NAME]
    if visit.review is not None:
        names.append(contracts.VisitReviewed.NAME)
    if visit.opposed:
        names.append(contracts.VisitOpposed.NAME)
    return [_BUILD[name](visit, catalogue) for name in names]


@dataclass(frozen=True, slots=True)
class Standings:
    """The latest news of a visit, for whoever is about to tell somebody of it."""

    store: CareStore
    catalogue: Catalogue

    def between(self, member_id: PersonId, *, since: datetime, until: datetime) -> list[contracts.VisitEvent]:
        """Of each visit of theirs that begins then; `until` is exclusive."""
        found, after = self.store.visits_of(member_id, limit=PAGE, after=None)
        while after is not None and found[-1].start_at >= since:
            more, after = self.store.visits_of(member_id, limit=PAGE, after=after)
            found += more
        return [
            _BUILD[_latest(visit).NAME](visit, self.catalogue) for visit in found if since <= visit.start_at < until
        ]

    def standing(self, visit_id: VisitId) -> contracts.VisitEvent:
        visit = self.store.find_visit(visit_id)
        if visit is None:
            raise LookupError(f"no visit {visit_id}")
        return _BUILD[_latest(visit).NAME](visit, self.catalogue)


def _latest(visit: Visit) -> type[contracts.VisitEvent]:
    if visit.status is Status.BOOKED and visit.moved_at is not None:
        return contracts.VisitMoved
    return _STANDING[visit.status]


def _from_item(item: Item, *, build: _Build, catalogue: Catalogue) -> contracts.VisitEvent:
    return build(from_item(Visit, item), catalogue)


def _common(visit: Visit, catalogue: Catalogue, at: datetime | None) -> dict[str, object]:
    if at is None:
        raise AssertionError("a step without its time")
    return {
        "visit_id": visit.visit_id,
        "member_id": visit.member_id,
        "caregiver_id": visit.caregiver_id,
        "caregiver_name": visit.caregiver_name,
        "service_name": catalogue.service(visit.service).name,
        "start_at": visit.start_at,
        "at": at,
    }


def _plain(
    visit: Visit,
    catalogue: Catalogue,
    *,
    event: type[contracts.VisitEvent],
    at: Callable[[Visit], datetime | None],
) -> contracts.VisitEvent:
    return event.model_validate(_common(visit, catalogue, at(visit)))


def _booked(visit: Visit, catalogue: Catalogue) -> contracts.VisitBooked:
    asked_by = visit.hand.by if visit.hand and visit.approved_at else None
    return contracts.VisitBooked.model_validate(
        _common(visit, catalogue, visit.approved_at or visit.booked_at)
        | {"accept_by": visit.accept_by, "asked_by": asked_by}
    )


def _asked(visit: Visit, catalogue: Catalogue) -> contracts.VisitAsked:
    hand = _hand(visit)
    return contracts.VisitAsked.model_validate(
        _common(visit, catalogue, visit.booked_at)
        | {
            "asked_by": hand.by,
            "relation": hand.relation,
            "price_fen": visit.price.fen,
            "answer_by": visit.accept_by,
            "then_booked": booked_without_answer(visit),
        }
    )


def _not_approved(visit: Visit, catalogue: Catalogue) -> contracts.VisitNotApproved:
    why = visit.why_not or WhyNot.NO_ANSWER
    told = {
        "asked_by": _hand(visit).by,
        "why": WHY_NOT_SAID[why],
        "by_clock": why not in DECIDED,
        "withdrawn": why is WhyNot.WITHDRAWN,
    }
    return contracts.VisitNotApproved.model_validate(_common(visit, catalogue, visit.ended_at) | told)


def _hand(visit: Visit) -> Hand:
    if visit.hand is None:
        raise AssertionError("asked for by nobody")
    return visit.hand


def _moved(visit: Visit, catalogue: Catalogue) -> contracts.VisitMoved:
    return contracts.VisitMoved.model_validate(
        _common(visit, catalogue, visit.moved_at) | {"accept_by": visit.accept_by, "moved_from": visit.moved_from}
    )


def _checked_out(visit: Visit, catalogue: Catalogue) -> contracts.VisitCheckedOut:
    if visit.check_in is None or visit.check_out is None:
        raise AssertionError("checked out without both presences")
    return contracts.VisitCheckedOut.model_validate(
        _common(visit, catalogue, visit.check_out.at)
        | {
            "tariff_version": visit.tariff_version,
            "half_hour_fen": visit.half_hour_price.fen,
            "booked_half_hours": visit.half_hours,
            "checked_in_at": visit.check_in.at,
            "checked_out_at": visit.check_out.at,
            "ended_at": visit.ended_at,
        }
    )


def _reviewed(visit: Visit, catalogue: Catalogue) -> contracts.VisitReviewed:
    if visit.review is None:
        raise AssertionError("reviewed without a review")
    return contracts.VisitReviewed.model_validate(
        _common(visit, catalogue, visit.review.at) | {"stars": visit.review.stars}
    )


def _cancelled(visit: Visit, catalogue: Catalogue) -> contracts.VisitCancelled:
    overruled = {"booked_by": visit.hand.by, "overruled_by": visit.overruled_by} if visit.hand else {}
    return contracts.VisitCancelled.model_validate(_common(visit, catalogue, visit.ended_at) | overruled)


def _opposed(visit: Visit, catalogue: Catalogue) -> contracts.VisitOpposed:
    last = visit.opposed[-1]
    against = {
        "guardian": _hand(visit).by,
        "opposed_by": last.by,
        "relation": last.relation,
    }
    return contracts.VisitOpposed.model_validate(_common(visit, catalogue, last.at) | against)


def _accepted_at(visit: Visit) -> datetime | None:
    return visit.accepted_at


def _departed_at(visit: Visit) -> datetime | None:
    return visit.departed_at


def _checked_in_at(visit: Visit) -> datetime | None:
    return visit.check_in.at if visit.check_in else None


def _ended_at(visit: Visit) -> datetime | None:
    return visit.ended_at


_BUILD: dict[str, _Build] = {
    contracts.VisitAsked.NAME: _asked,
    contracts.VisitNotApproved.NAME: _not_approved,
    contracts.VisitBooked.NAME: _booked,
    contracts.VisitMoved.NAME: _moved,
    contracts.VisitAccepted.NAME: partial(_plain, event=contracts.VisitAccepted, at=_accepted_at),
    contracts.CaregiverDeparted.NAME: partial(_plain, event=contracts.CaregiverDeparted, at=_departed_at),
    contracts.VisitCheckedIn.NAME: partial(_plain, event=contracts.VisitCheckedIn, at=_checked_in_at),
    contracts.VisitCheckedOut.NAME: _checked_out,
    contracts.VisitReviewed.NAME: _reviewed,
    contracts.VisitDeclined.NAME: partial(_plain, event=contracts.VisitDeclined, at=_ended_at),
    contracts.VisitLapsed.NAME: partial(_plain, event=contracts.VisitLapsed, at=_ended_at),
    contracts.VisitMissed.NAME: partial(_plain, event=contracts.VisitMissed, at=_ended_at),
    contracts.VisitCancelled.NAME: _cancelled,
    contracts.VisitOpposed.NAME: _opposed,
}

_STANDING: dict[Status, type[contracts.VisitEvent]] = {
    Status.ASKED: contracts.VisitAsked,
    Status.BOOKED: contracts.VisitBooked,
    Status.ACCEPTED: contracts.VisitAccepted,
    Status.ON_THE_WAY: contracts.CaregiverDeparted,
    Status.IN_SERVICE: contracts.VisitCheckedIn,
    Status.DONE: contracts.VisitCheckedOut,
    Status.DECLINED: contracts.VisitDeclined,
    Status.LAPSED: contracts.VisitLapsed,
    Status.CANCELLED: contracts.VisitCancelled,
    Status.MISSED: contracts.VisitMissed,
    Status.NOT_APPROVED: contracts.VisitNotApproved,
}
