"""Booking a visit: slots, visit and money in one transaction."""

from __future__ import annotations

from datetime import datetime

from chalicelib.care.domain.booking import BookVisit, booked, check_shape
from chalicelib.care.domain.roster import claims_for
from chalicelib.care.domain.visit import Status, Visit
from chalicelib.care.ports import Care, NoCareCard, NotEnoughMoney, VisitPrivate
from chalicelib.contracts.care import VisitAsked, VisitBooked
from chalicelib.kernel.deed import BeginSpending
from chalicelib.kernel.geo import to_gcj02
from chalicelib.kernel.money import Money
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import AlreadyDone, IdTaken, Stale
from chalicelib.kernel.time import business_date
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale


def book_visit(care: Care, *, command: BookVisit, by: Principal, now: datetime, begin: BeginSpending) -> Visit:
    """The visit, waiting for the caregiver. Two round trips: one read, one transaction.

    The same command again answers with the visit as it is now. Refuses what D1 refuses, a caregiver who may not be
    booked, a slot that is taken (with the next free times), and an empty purse; nothing is kept of a refusal.

    Booked by family for more than they may still spend today, it waits for the member's yes. Of two bookings at once
    that would together pass the limit, the second finds less left, and waits.
    """
    left = [_left_as_read(by)]

    def attempt() -> Visit:
        try:
            return _attempt(care, command, by, left=left[-1], now=now, begin=begin)
        except Stale:
            if by.family:
                left.append(care.families.left_today(by, now=now))
            raise

    return again_when_stale(attempt)


def _attempt(
    care: Care, command: BookVisit, by: Principal, *, left: Money | None, now: datetime, begin: BeginSpending
) -> Visit:
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
        left=left,
        now=now,
    )
    claims = claims_for(visit.start_at, visit.duration_min)
    if visit.status is Status.ASKED:
        uow = begin(asks=visit.price)
        care.store.stage_booking(uow, visit, claims, event=VisitAsked.NAME)
    else:
        uow = begin(spends=visit.price)
        care.store.stage_booking(uow, visit, claims, event=VisitBooked.NAME)
        stage_hold(care, uow, visit)
    try:
        uow.commit()
    except AlreadyDone as done:
        return care.store.visit_in(done.item)
    return visit


def stage_hold(care: Care, uow: UnitOfWork, visit: Visit) -> None:
    care.holds.stage_hold(
        uow, payer_id=visit.member_id, visit_id=visit.visit_id, amount=visit.price, short_of=_not_enough
    )


def _left_as_read(by: Principal) -> Money | None:
    return Money(max(0, by.family.limit.fen - by.family.spent.fen)) if by.family else None


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
