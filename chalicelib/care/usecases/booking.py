"""Booking a visit: slots, visit and money in one transaction."""

from __future__ import annotations

from datetime import datetime

from chalicelib.care.domain.booking import BookVisit, booked, check_shape
from chalicelib.care.domain.roster import claims_for
from chalicelib.care.domain.visit import Visit
from chalicelib.care.ports import Care, NoCareCard, NotEnoughMoney, VisitPrivate
from chalicelib.kernel.geo import to_gcj02
from chalicelib.kernel.money import Money
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import AlreadyDone, IdTaken
from chalicelib.kernel.time import business_date
from chalicelib.kernel.unit_of_work import UnitOfWork


def book_visit(care: Care, *, command: BookVisit, by: Principal, now: datetime, uow: UnitOfWork) -> Visit:
    """The visit, waiting for the caregiver. Two round trips: one read, one transaction.

    The same command again answers with the visit as it is now. Refuses what D1 refuses, a caregiver who may not be
    booked, a slot that is taken (with the next free times), and an empty purse; nothing is kept of a refusal.
    """
    check_shape(command.start_at, command.duration_min)
    service = care.catalogue.service(command.service)
    guard = care.cards.care_card_guard(by.person_id, without=NoCareCard())
    fingerprint = care.store.fingerprint(command, by.data_key)
    facts = care.store.load_booking(command.id, command.caregiver_id, [guard])
    if facts.visit is not None:
        return _replayed(facts.visit, fingerprint, by)
    visit = booked(
        command,
        caregiver=facts.caregiver,
        service=service,
        tariff=care.catalogue.tariff_on(business_date(now)),
        by=by,
        command_hash=fingerprint,
        sealed=care.store.seal_visit(command.id, by.data_key, _private(command)),
        now=now,
    )
    care.store.stage_booking(uow, visit, claims_for(visit.start_at, visit.duration_min))
    care.holds.stage_hold(
        uow, payer_id=visit.member_id, visit_id=visit.visit_id, amount=visit.price, short_of=_not_enough
    )
    try:
        uow.commit()
    except AlreadyDone as done:
        return care.store.visit_in(done.item)
    return visit


def _replayed(visit: Visit, fingerprint: bytes, by: Principal) -> Visit:
    if (visit.member_id, visit.command_hash) != (by.person_id, fingerprint):
        raise IdTaken(field="id")
    return visit


def _private(command: BookVisit) -> VisitPrivate:
    return VisitPrivate(
        address=command.address.text,
        home=to_gcj02(command.address.location.to_point()),
        needs=command.needs,
    )


def _not_enough(shortfall: Money) -> NotEnoughMoney:
    return NotEnoughMoney(shortfall=str(shortfall), shortfall_fen=shortfall.fen)
