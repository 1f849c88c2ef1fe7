"""Booking rules: what is asked, when it may be, and the visit it becomes (features.md #62-#64, D1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field

from chalicelib.care.domain.caregiver import Caregiver, distance_to, is_in_reach, may_be_booked
from chalicelib.care.domain.catalogue import LEAST_MIN, MOST_MIN, Service, Tariff
from chalicelib.care.domain.roster import last_day
from chalicelib.care.domain.visit import ANSWER_WITHIN, SAY_YES_WITHIN, Hand, Status, Visit, expire, require
from chalicelib.kernel.command import WHOLE, Command, Instant, LongText, Place, ShortText
from chalicelib.kernel.geo import to_gcj02
from chalicelib.kernel.ids import CaregiverIdField, VisitIdField
from chalicelib.kernel.money import Money
from chalicelib.kernel.principal import Consent, Family, Principal, Scope
from chalicelib.kernel.refusals import Conflict, Forbidden, Invalid
from chalicelib.kernel.time import is_on_half_hour_grid

# Inclusive: a start exactly seven days from now may be booked, half an hour later may not.
AHEAD_MOST = timedelta(days=7)


# The contract tells the bounds; refusing is `check_shape`'s, in words of its own.
DurationMin = Annotated[
    int, Field(json_schema_extra={"minimum": LEAST_MIN, "maximum": MOST_MIN, "multipleOf": 30}), WHOLE
]


class Address(Command):
    text: ShortText
    location: Place


class BookVisit(Command):
    """`quote_fen` is the price the family saw and agreed to."""

    id: VisitIdField
    caregiver_id: CaregiverIdField
    service: str
    start_at: Instant
    duration_min: DurationMin
    address: Address
    needs: LongText = ""
    quote_fen: Annotated[int, WHOLE]


class HealthNotAgreed(Forbidden):
    code = "care.health_not_agreed"
    message = "“有话对护工说”会提到身体情况，要本人先同意，护工才能看。"
    next_step = (
        "请本人到“设置”的“我同意过什么”里点同意，监护人到“监护”里点，再约一次；"
        "或者把这一栏空着，护工上门时当面跟她说。"
    )


class MoveVisit(Command):
    """The same visit by the same caregiver, at another time; the price stays."""

    start_at: Instant


class OffGrid(Invalid):
    code = "care.off_grid"
    message = "上门时间要选整点或半点，比如 14:00 或 14:30。"
    next_step = "请把时间改到最近的整点或半点。"


class TooShort(Invalid):
    code = "care.too_short"
    message = "最少预约 1 小时，按半小时递增。"
    next_step = "请把时长改成 1 小时、1.5 小时或更长。"


class TooLong(Invalid):
    code = "care.too_long"
    message = "一次最多预约 12 小时。"
    next_step = "需要更长时间的话，请分成两次预约。"


class InPast(Invalid):
    code = "care.in_past"
    message = "您选的时间已经过去了。"
    next_step = "请选一个还没到的时间。"


class TooFar(Invalid):
    code = "care.too_far"
    message = "只能预约今天起 7 天以内的时间。"
    next_step = "请选近一点的时间；更远的日子，请到时候再来预约。"


class CaregiverUnavailable(Conflict):
    code = "care.caregiver_unavailable"
    message = "这位护工现在不能接这种服务的预约。"
    next_step = "请返回重新找护工，列表里的都能约。"


class TooFarAway(Conflict):
    code = "care.too_far_away"
    message = "这位护工离您家太远，上不了门。"
    next_step = "请返回重新找护工，列表里的都在附近。"


class NotOneself(Conflict):
    code = "care.not_oneself"
    message = "护工不能预约自己上门。"
    next_step = "请另选一位护工。"


class PriceChanged(Conflict):
    code = "care.price_changed"
    message = "价格有变动，现在是 {price}，与您刚才看到的不一样。"
    next_step = "请看一下新价格，同意的话再点一次预约。"


def check_shape(start_at: datetime, duration_min: int) -> None:
    """What does not depend on the clock."""
    if not is_on_half_hour_grid(start_at):
        raise OffGrid(field="start_at")
    if duration_min < LEAST_MIN or duration_min % 30:
        raise TooShort(field="duration_min")
    if duration_min > MOST_MIN:
        raise TooLong(field="duration_min")


def check_window(start_at: datetime, *, now: datetime) -> None:
    if start_at <= now:
        raise InPast(field="start_at")
    if start_at > now + AHEAD_MOST:
        raise TooFar(field="start_at")


def moved(visit: Visit, *, start_at: datetime, caregiver: Caregiver | None, service: Service, now: datetime) -> Visit:
    """At that time, waiting for the caregiver's answer anew; the visit itself where it is at that time already.

    Until she sets out. Who was accepted for another time has not said yes to this one.
    """
    if visit.start_at == start_at:
        return visit
    # Also before the sweep has come by: what nobody accepted or came to is over.
    require(expire(visit, now=now), Status.BOOKED, Status.ACCEPTED)
    check_window(start_at, now=now)
    through = last_day(start_at, visit.duration_min)
    if caregiver is None or not may_be_booked(caregiver, service, through=through):
        raise CaregiverUnavailable(field="start_at")
    return replace(
        visit,
        status=Status.BOOKED,
        start_at=start_at,
        accept_by=min(now + ANSWER_WITHIN, start_at),
        accepted_at=None,
        moved_at=now,
        moved_from=visit.start_at,
    )


def booked(
    command: BookVisit,
    *,
    caregiver: Caregiver | None,
    service: Service,
    tariff: Tariff,
    by: Principal,
    command_hash: bytes,
    sealed: bytes,
    left: Money | None,
    now: datetime,
) -> Visit:
    """The visit, at the tariff of today, waiting for the caregiver's answer.

    `left` is what who acts for the member may still spend today, None when nobody does; above it the visit waits for
    the member's yes, and the half hours with it.
    """
    check_window(command.start_at, now=now)
    if command.needs and Consent.HEALTH not in by.consents:
        raise HealthNotAgreed(field="needs")
    if by.caregiver_id == command.caregiver_id:
        raise NotOneself(field="caregiver_id")
    through = last_day(command.start_at, command.duration_min)
    if caregiver is None or not may_be_booked(caregiver, service, through=through):
        raise CaregiverUnavailable(field="caregiver_id")
    if not is_in_reach(distance_to(caregiver, to_gcj02(command.address.location.to_point()))):
        raise TooFarAway(field="caregiver_id")
    price = tariff.price_of(service).times(command.duration_min // 30)
    asks = left is not None and price > left
    visit = Visit(
        visit_id=command.id,
        member_id=by.person_id,
        caregiver_id=caregiver.caregiver_id,
        caregiver_name=caregiver.name,
        status=Status.ASKED if asks else Status.BOOKED,
        service=service.code,
        start_at=command.start_at,
        duration_min=command.duration_min,
        half_hour_price=tariff.price_of(service),
        tariff_version=tariff.version,
        booked_at=now,
        accept_by=min(now + (SAY_YES_WITHIN if asks else ANSWER_WITHIN), command.start_at),
        command_hash=command_hash,
        sealed=sealed,
        hand=_hand(by.family) if by.family else None,
    )
    if visit.price != Money(command.quote_fen):
        raise PriceChanged(field="quote_fen", price=str(visit.price), price_fen=visit.price.fen)
    return visit


def _hand(family: Family) -> Hand:
    pays = Scope.PAY in family.scopes and not family.needs_a_yes
    return Hand(family.by, family.grant_id, family.relation, pays=pays, guardian=family.guardian)
