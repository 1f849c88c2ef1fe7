"""The steps of a visit after booking. Each may be sent again: what was done before is answered, not repeated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from chalicelib.care.domain import visit as life
from chalicelib.care.domain.booking import CaregiverUnavailable, MoveVisit, check_shape, moved
from chalicelib.care.domain.caregiver import may_be_booked
from chalicelib.care.domain.presence import Presence, presence
from chalicelib.care.domain.roster import claims_for, last_day
from chalicelib.care.domain.visit import Review, ReviewVisit, Status, Visit, WhyNot
from chalicelib.care.ports import Care, NotEnoughMoney, VisitPrivate
from chalicelib.care.usecases.booking import stage_hold
from chalicelib.contracts import care as contracts
from chalicelib.kernel.command import Fix
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import VisitId
from chalicelib.kernel.principal import Consent, Principal
from chalicelib.kernel.refusals import Missing
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]
Step = Callable[[Visit], Visit]


class NoSuchVisit(Missing):
    """Also for a visit that is somebody else's."""

    code = "care.no_such_visit"
    message = "没有找到这次服务。"
    next_step = "请回到列表，重新点进去看。"


@dataclass(frozen=True, slots=True)
class OpenedVisit:
    """A visit with what the reader may see of its private part."""

    visit: Visit
    private: VisitPrivate
    review_text: str | None = None
    booked_by_reader: bool = False


def read_for_family(care: Care, *, visit_id: VisitId, by: Principal) -> Visit:
    return _of_member(care, visit_id, by)


def open_for_family(care: Care, *, visit: Visit, by: Principal) -> OpenedVisit:
    text = care.store.open_review(visit, visit.review, by.data_key) if visit.review else None
    mine = life.is_asked_by(visit, by.family)
    return OpenedVisit(visit, care.store.open_visit(visit, by.data_key), text, booked_by_reader=mine)


def read_for_caregiver(care: Care, *, visit_id: VisitId, by: Principal) -> Visit:
    return _of_caregiver(care, visit_id, by)


def open_for_caregiver(care: Care, *, visit: Visit) -> OpenedVisit:
    """Without the needs once their member has taken back that caregivers may know."""
    member = care.people.member(visit.member_id)
    private = care.store.open_visit(visit, member.data_key)
    return OpenedVisit(visit, private if Consent.HEALTH in member.consents else replace(private, needs=""))


def accept(care: Care, *, visit_id: VisitId, by: Principal, now: datetime, begin: Begin) -> Visit:
    return _step(
        care,
        find=lambda: _of_caregiver(care, visit_id, by),
        take=lambda visit: life.accept(visit, now=now),
        event=contracts.VisitAccepted.NAME,
        begin=begin,
    )


def depart(care: Care, *, visit_id: VisitId, by: Principal, now: datetime, begin: Begin) -> Visit:
    return _step(
        care,
        find=lambda: _of_caregiver(care, visit_id, by),
        take=lambda visit: life.depart(visit, now=now),
        event=contracts.CaregiverDeparted.NAME,
        begin=begin,
    )


def check_in(care: Care, *, visit_id: VisitId, fix: Fix | None, by: Principal, now: datetime, begin: Begin) -> Visit:
    """Outside the fence the check-in counts all the same, and is flagged."""
    return _step(
        care,
        find=lambda: _of_caregiver(care, visit_id, by),
        take=lambda visit: life.check_in(visit, _presence(care, visit, fix, by, now)),
        event=contracts.VisitCheckedIn.NAME,
        begin=begin,
    )


def check_out(care: Care, *, visit_id: VisitId, fix: Fix | None, by: Principal, now: datetime, begin: Begin) -> Visit:
    """Ends the visit; billing settles it when it hears of it."""
    return _step(
        care,
        find=lambda: _of_caregiver(care, visit_id, by),
        take=lambda visit: life.check_out(visit, _presence(care, visit, fix, by, now)),
        event=contracts.VisitCheckedOut.NAME,
        begin=begin,
    )


def decline(care: Care, *, visit_id: VisitId, by: Principal, now: datetime, begin: Begin) -> Visit:
    """Slots and money are free again at once."""
    return _step(
        care,
        find=lambda: _of_caregiver(care, visit_id, by),
        take=lambda visit: life.decline(visit, now=now),
        event=contracts.VisitDeclined.NAME,
        begin=begin,
    )


def cancel(
    care: Care, *, visit_id: VisitId, by: Principal, now: datetime, begin: Begin, begin_unnoted: Begin
) -> Visit:
    """GuardiansBooking for family who are none, of what a guardian booked; both of them are told.

    `begin_unnoted` keeps that they tried, which is no deed.
    """
    _oppose(care, visit_id=visit_id, by=by, now=now, begin=begin_unnoted)
    return _step(
        care,
        find=lambda: _of_member(care, visit_id, by),
        take=lambda visit: life.cancel(visit, now=now, family=by.family),
        event={
            Status.CANCELLED: contracts.VisitCancelled.NAME,
            Status.NOT_APPROVED: contracts.VisitNotApproved.NAME,
        },
        begin=begin,
    )


def move(
    care: Care,
    *,
    visit_id: VisitId,
    command: MoveVisit,
    by: Principal,
    now: datetime,
    begin: Begin,
    begin_unnoted: Begin,
) -> Visit:
    """To another time of the same caregiver's, in one transaction; the money set aside stays as it is.

    The same time again changes nothing. Refuses what a booking refuses of its time, and a slot that is taken; and as
    `cancel` does, what a guardian booked.
    """
    _oppose(care, visit_id=visit_id, by=by, now=now, begin=begin_unnoted)

    def attempt() -> Visit:
        visit = _of_member(care, visit_id, by)
        check_shape(command.start_at, visit.duration_min)
        after = moved(
            visit,
            start_at=command.start_at,
            caregiver=care.store.find_caregiver(visit.caregiver_id),
            service=care.catalogue.service(visit.service),
            now=now,
        )
        if after is visit:
            return visit
        uow = begin()
        care.store.stage_visit(uow, after, event=contracts.VisitMoved.NAME)
        care.store.stage_moved_slots(uow, visit, after)
        uow.commit()
        return after

    return again_when_stale(attempt)


def approve(care: Care, *, visit_id: VisitId, by: Principal, now: datetime, begin: Begin) -> Visit:
    """The member says yes to what family asked for, or a guardian for them: the money is set aside, and the caregiver
    is asked. Nobody says yes to what they asked for themselves.
    """

    def take(visit: Visit) -> Visit:
        if visit.status is Status.ASKED and life.is_asked_by(visit, by.family):
            raise life.OwnAsk(then=life.without_answer(visit))
        return _approved(care, visit, now=now)

    return _step(
        care,
        find=lambda: _of_member(care, visit_id, by),
        take=take,
        event=contracts.VisitBooked.NAME,
        begin=begin,
    )


def _oppose(care: Care, *, visit_id: VisitId, by: Principal, now: datetime, begin: Begin) -> None:
    """It is kept that they tried: a guardian must hear of it, and they that it did not happen."""
    family = by.family
    guardian = life.guardian_before(_of_member(care, visit_id, by), family) if family else None
    if family is None or guardian is None or care.families.guardian_of(by.person_id, at=now) != guardian:
        return

    def attempt() -> None:
        visit = _of_member(care, visit_id, by)
        after = life.with_opposed(visit, family, now=now)
        if after is visit:
            return
        uow = begin()
        care.store.stage_visit(uow, after, event=contracts.VisitOpposed.NAME)
        uow.commit()

    again_when_stale(attempt)
    raise life.GuardiansBooking


_EXPIRED = {
    Status.BOOKED: contracts.VisitBooked.NAME,
    Status.NOT_APPROVED: contracts.VisitNotApproved.NAME,
    Status.LAPSED: contracts.VisitLapsed.NAME,
    Status.MISSED: contracts.VisitMissed.NAME,
    Status.DONE: contracts.VisitCheckedOut.NAME,
}


def expire(care: Care, *, visit_id: VisitId, now: datetime, begin: Begin) -> Visit:
    """Ends what nobody ended in time; harmless for any other visit.

    What family asked for is booked in the end, if they may still pay and the money is there.
    """

    def expire_as(visit: Visit, *, has_money: bool) -> Visit:
        hand = visit.hand if visit.status is Status.ASKED else None
        if hand is None or not life.booked_without_answer(visit):
            return life.expire(visit, now=now)
        if not has_money:
            return life.expire(visit, now=now, why_not=WhyNot.NO_MONEY)
        possible = care.families.still_pays(hand.grant_id, now=now) and _is_bookable(care, visit)
        return life.expire(visit, now=now, may_pay=possible, why_not=WhyNot.NOT_POSSIBLE)

    def attempt(*, has_money: bool) -> Visit:
        return _step(
            care,
            find=lambda: _known(care, visit_id),
            take=lambda visit: expire_as(visit, has_money=has_money),
            event=_EXPIRED,
            begin=begin,
        )

    try:
        return attempt(has_money=True)
    except NotEnoughMoney:
        return attempt(has_money=False)


def review(
    care: Care, *, visit_id: VisitId, command: ReviewVisit, by: Principal, now: datetime, begin: Begin
) -> Visit:
    """Once, 1 to 5 stars; counted for the caregiver in the same transaction."""

    def attempt() -> Visit:
        visit = _of_member(care, visit_id, by)
        given = Review(
            stars=command.stars,
            at=now,
            command_hash=care.store.fingerprint(command, by.data_key),
            sealed=care.store.seal_review(visit_id, by.data_key, command.text),
        )
        reviewed = life.with_review(visit, given)
        if reviewed is visit:
            return visit
        uow = begin()
        care.store.stage_visit(uow, reviewed, event=contracts.VisitReviewed.NAME)
        care.store.stage_review_of_caregiver(uow, reviewed, given)
        uow.commit()
        return reviewed

    return again_when_stale(attempt)


def _step(
    care: Care, *, find: Callable[[], Visit], take: Step, event: str | Mapping[Status, str], begin: Begin
) -> Visit:
    """Load, decide, stage, commit; once more when overtaken. A step taken before is no write.

    `event` is told of it, by the status it led to where that is not certain. An early end frees slots and money.
    """

    def attempt() -> Visit:
        visit = find()
        after = take(visit)
        if after is visit:
            return visit
        uow = begin()
        care.store.stage_visit(uow, after, event=event if isinstance(event, str) else event[after.status])
        if after.status in life.ENDED_EARLY:
            care.store.stage_freed_slots(uow, after, claims_for(after.start_at, after.duration_min))
        if after.status is Status.BOOKED:  # a yes; nothing was set aside for what was only asked for
            stage_hold(care, uow, after)
        elif after.status in life.ENDED_EARLY and visit.status is not Status.ASKED:
            care.holds.stage_release(uow, payer_id=after.member_id, visit_id=after.visit_id, amount=after.price)
        uow.commit()
        return after

    return again_when_stale(attempt)


def _approved(care: Care, visit: Visit, *, now: datetime) -> Visit:
    """What was possible when it was asked for may not be any more."""
    after = life.approve(visit, now=now)
    if after is not visit and not _is_bookable(care, visit):
        raise CaregiverUnavailable
    return after


def _is_bookable(care: Care, visit: Visit) -> bool:
    caregiver = care.store.find_caregiver(visit.caregiver_id)
    through = last_day(visit.start_at, visit.duration_min)
    return caregiver is not None and may_be_booked(caregiver, care.catalogue.service(visit.service), through=through)


def _known(care: Care, visit_id: VisitId) -> Visit:
    visit = care.store.find_visit(visit_id)
    if visit is None:
        raise NoSuchVisit
    return visit


def _of_member(care: Care, visit_id: VisitId, by: Principal) -> Visit:
    visit = _known(care, visit_id)
    if visit.member_id != by.person_id:
        raise NoSuchVisit
    return visit


def _of_caregiver(care: Care, visit_id: VisitId, by: Principal) -> Visit:
    visit = _known(care, visit_id)
    # What family only asked for is nothing to her yet.
    if visit.caregiver_id != by.caregiver_id or visit.status in life.NOT_HERS:
        raise NoSuchVisit
    return visit


def _presence(care: Care, visit: Visit, fix: Fix | None, by: Principal, now: datetime) -> Presence:
    home = care.store.open_visit(visit, care.people.data_key_of(visit.member_id)).home
    return presence(fix, agreed=Consent.LOCATION in by.consents, home=home, now=now)
