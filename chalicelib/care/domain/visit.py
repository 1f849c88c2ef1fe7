"""A visit and its life: booked → accepted → on the way → in service → done, or an early end.

Each step gives the visit after it; the visit itself, unchanged, when the step was taken before.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from chalicelib.care.domain.presence import Presence, by_the_clock
from chalicelib.kernel.command import WHOLE, Command, LongText
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaregiverId, GrantId, PersonId, VisitId
from chalicelib.kernel.money import Money
from chalicelib.kernel.principal import Family, Relation
from chalicelib.kernel.refusals import Conflict, Forbidden, Gone
from chalicelib.kernel.time import spoken

# A booking nobody accepts ends after this, or at its start if that is sooner.
ANSWER_WITHIN = timedelta(minutes=30)
# What family may not pay by themselves waits so long for the person (features.md A10), or to its start.
SAY_YES_WITHIN = timedelta(hours=24)

# Inclusive: at exactly two hours before the start a caregiver may set out.
DEPART_BEFORE_START = timedelta(hours=2)
CHECK_IN_BEFORE_START = timedelta(minutes=30)
# A visit nobody checks out of ends by itself this long after its booked end, at that booked end.
CHECK_OUT_WITHIN = timedelta(hours=2)


class Status(StrEnum):
    ASKED = "asked"
    BOOKED = "booked"
    ACCEPTED = "accepted"
    ON_THE_WAY = "on_the_way"
    IN_SERVICE = "in_service"
    DONE = "done"
    DECLINED = "declined"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"
    MISSED = "missed"
    NOT_APPROVED = "not_approved"


ENDED_EARLY = frozenset({Status.NOT_APPROVED, Status.DECLINED, Status.LAPSED, Status.CANCELLED, Status.MISSED})
# Of what family asked for, its caregiver hears only once the member said yes.
NOT_HERS = frozenset({Status.ASKED, Status.NOT_APPROVED})


class WhyNot(StrEnum):
    """Why what family asked for was not booked."""

    SAID_NO = "said_no"
    GUARDIANS_NO = "guardians_no"
    WITHDRAWN = "withdrawn"
    FAMILYS_NO = "familys_no"
    NO_ANSWER = "no_answer"
    NO_MONEY = "no_money"
    NOT_POSSIBLE = "not_possible"


# By a person, and not by the clock.
DECIDED = frozenset({WhyNot.SAID_NO, WhyNot.GUARDIANS_NO, WhyNot.WITHDRAWN, WhyNot.FAMILYS_NO})
WHY_NOT_SAID = {
    WhyNot.SAID_NO: "本人没有同意",
    WhyNot.GUARDIANS_NO: "监护人没有同意",
    WhyNot.WITHDRAWN: "提出的家人自己收回了",
    WhyNot.FAMILYS_NO: "家里另一位家人没有同意",
    WhyNot.NO_ANSWER: "到时间没有等到本人答复",
    WhyNot.NO_MONEY: "余额不够",
    WhyNot.NOT_POSSIBLE: "家人的权限已经收回，或者护工不能来了",
}


class OfferLapsed(Gone):
    code = "care.offer_lapsed"
    message = "这一单超过接单时间，已经自动取消了。"
    next_step = "请刷新日程，看看有没有新的预约。"


class AskOver(Gone):
    """The clock ended it, or it would begin by now."""

    code = "care.ask_over"
    message = "这次预约等得太久，已经取消了，没有扣钱。"
    next_step = "还要的话，请重新约一次。"


class NotPossibleNow(Conflict):
    """Steps are neither skipped nor repeated (features.md #77)."""

    code = "care.not_possible_now"
    message = "这次服务现在的状态是“{status_name}”，不能做这一步。"
    next_step = "请刷新看一眼最新情况；还是不对，请打客服电话 {hotline}。"


class TooEarly(Conflict):
    code = "care.too_early"
    message = "还太早，{earliest} 以后才能做这一步。"
    next_step = "请到时候再点。"


class TooLate(Gone):
    code = "care.too_late"
    message = "约好的时间 {end} 已经过了，这次服务不能再开始。"
    next_step = "不用上门了，家属预留的钱会退回；有特殊情况，请打客服电话 {hotline}。"


class GuardiansBooking(Forbidden):
    """A guardian goes before who was only invited, and hears that somebody would have it otherwise (A11)."""

    code = "care.guardians_booking"
    message = "这次上门是监护人约的，您不能取消，也不能改时间。"
    next_step = "监护人会知道您不同意，请和监护人商量；监护人自己点一下就能取消或者改。"


class OwnAsk(Forbidden):
    code = "care.own_ask"
    message = "这次预约是您自己提的，超过了您每天的额度，要由别人来同意。"
    next_step = "{then}；着急的话，换一个便宜一点、时间短一点的，就不用等。"


class AlreadyReviewed(Conflict):
    code = "care.already_reviewed"
    message = "这次服务您已经评价过了，一次服务评价一次。"
    next_step = "想补充的话，请打客服电话 {hotline}。"


class ReviewVisit(Command):
    stars: Annotated[int, Field(ge=1, le=5), WHOLE]
    text: LongText = ""


@dataclass(frozen=True, slots=True)
class Review:
    """`sealed` holds the words, under the member's key."""

    stars: int
    at: datetime
    command_hash: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Hand:
    """Who of the family booked it for the member. `pays`: they may spend the member's money, up to a day's limit, and
    above it the member's silence is a yes.

    `guardian`: by a court's paper, and then nobody else of the family undoes it.
    """

    by: PersonId
    grant_id: GrantId
    relation: Relation
    pays: bool
    guardian: bool = False


@dataclass(frozen=True, slots=True)
class Opposed:
    """Who of the family would have undone what a guardian booked."""

    by: PersonId
    relation: Relation
    at: datetime


@dataclass(frozen=True, slots=True)
class Visit:
    """`sealed` holds address, home and needs; `version` is the one read."""

    visit_id: VisitId
    member_id: PersonId
    caregiver_id: CaregiverId
    caregiver_name: str
    status: Status
    service: str
    start_at: datetime
    duration_min: int
    half_hour_price: Money
    tariff_version: str
    booked_at: datetime
    accept_by: datetime
    command_hash: bytes
    sealed: bytes
    version: int = 1
    accepted_at: datetime | None = None
    departed_at: datetime | None = None
    check_in: Presence | None = None
    check_out: Presence | None = None
    ended_at: datetime | None = None
    review: Review | None = None
    moved_at: datetime | None = None
    moved_from: datetime | None = None
    hand: Hand | None = None
    approved_at: datetime | None = None
    why_not: WhyNot | None = None
    opposed: tuple[Opposed, ...] = ()
    # The guardian who cancelled what somebody else of the family booked.
    overruled_by: PersonId | None = None

    @property
    def end_at(self) -> datetime:
        return self.start_at + timedelta(minutes=self.duration_min)

    @property
    def half_hours(self) -> int:
        return self.duration_min // 30

    @property
    def price(self) -> Money:
        return self.half_hour_price.times(self.half_hours)


STATUS_NAME = {
    Status.ASKED: "等本人同意",
    Status.BOOKED: "等护工接单",
    Status.ACCEPTED: "护工已接单",
    Status.ON_THE_WAY: "护工已出发",
    Status.IN_SERVICE: "服务中",
    Status.DONE: "已完成",
    Status.DECLINED: "护工没能接单",
    Status.LAPSED: "没有人接单，已自动取消",
    Status.CANCELLED: "已取消",
    Status.MISSED: "护工没有上门，已自动取消",
    Status.NOT_APPROVED: "没有约，已取消",
}


def accept(visit: Visit, *, now: datetime) -> Visit:
    """Until `accept_by`, exclusive, whether or not the sweep has come by."""
    if visit.status is Status.ACCEPTED:
        return visit
    if visit.status is Status.LAPSED or (visit.status is Status.BOOKED and now >= visit.accept_by):
        raise OfferLapsed
    require(visit, Status.BOOKED)
    return replace(visit, status=Status.ACCEPTED, accepted_at=now)


def approve(visit: Visit, *, now: datetime) -> Visit:
    """What family asked for becomes a booking, waiting for the caregiver; until its start, exclusive."""
    if visit.approved_at is not None:
        return visit
    if visit.status is Status.NOT_APPROVED or (visit.status is Status.ASKED and now >= visit.start_at):
        raise AskOver
    require(visit, Status.ASKED)
    accept_by = min(now + ANSWER_WITHIN, visit.start_at)
    return replace(visit, status=Status.BOOKED, approved_at=now, accept_by=accept_by)


def booked_without_answer(visit: Visit) -> bool:
    """Whether what family asked for is booked at the end of its time, if nothing changes until then."""
    return visit.hand is not None and visit.hand.pays and visit.accept_by < visit.start_at


def without_answer(visit: Visit) -> str:
    """What becomes of what was asked for, for who asked, and waits."""
    by = spoken(visit.accept_by)
    if booked_without_answer(visit):
        return f"不用再点：{by} 前没有人说不同意，就自动约上"
    return f"请等本人答复，最晚到 {by}，没有答复就不约"


def decline(visit: Visit, *, now: datetime) -> Visit:
    if visit.status is Status.DECLINED:
        return visit
    require(visit, Status.BOOKED)
    return replace(visit, status=Status.DECLINED, ended_at=now)


def expires_at(visit: Visit) -> datetime | None:
    """When the clock itself ends this state; nothing stays open, and no money held, for want of a tap."""
    match visit.status:
        case Status.ASKED | Status.BOOKED:
            return visit.accept_by
        case Status.ACCEPTED | Status.ON_THE_WAY:
            return visit.end_at
        case Status.IN_SERVICE:
            return visit.end_at + CHECK_OUT_WITHIN
    return None


def expire(visit: Visit, *, now: datetime, may_pay: bool = False, why_not: WhyNot = WhyNot.NO_ANSWER) -> Visit:
    """Nobody accepted: lapsed. Nobody came: missed. Nobody checked out: done, at the end that was booked.

    The member said nothing to what family asked for: booked if who asked `may_pay`, and there is time; else ended.
    """
    ends_at = expires_at(visit)
    if ends_at is None or now < ends_at:
        return visit
    match visit.status:
        case Status.ASKED if may_pay and now < visit.start_at:
            return approve(visit, now=now)
        case Status.ASKED:
            return replace(visit, status=Status.NOT_APPROVED, ended_at=now, why_not=why_not)
        case Status.BOOKED:
            return replace(visit, status=Status.LAPSED, ended_at=now)
        case Status.IN_SERVICE:
            return replace(visit, status=Status.DONE, check_out=by_the_clock(visit.end_at), ended_at=now)
    return replace(visit, status=Status.MISSED, ended_at=now)


def cancel(visit: Visit, *, now: datetime, family: Family | None = None) -> Visit:
    """By member or `family`, free of charge, until the service begins; of what was only asked for, it is a no."""
    if visit.status in ENDED_EARLY:
        return visit
    if visit.status is Status.ASKED:
        return replace(visit, status=Status.NOT_APPROVED, ended_at=now, why_not=_whose_no(visit, family))
    require(visit, Status.BOOKED, Status.ACCEPTED, Status.ON_THE_WAY)
    overrules = family is not None and family.guardian and visit.hand is not None and visit.hand.by != family.by
    overruled_by = family.by if family and overrules else None
    return replace(visit, status=Status.CANCELLED, ended_at=now, overruled_by=overruled_by)


def _whose_no(visit: Visit, family: Family | None) -> WhyNot:
    if family is None:
        return WhyNot.SAID_NO
    if is_asked_by(visit, family):
        return WhyNot.WITHDRAWN
    return WhyNot.GUARDIANS_NO if family.guardian else WhyNot.FAMILYS_NO


def is_asked_by(visit: Visit, family: Family | None) -> bool:
    """Whether it is this one of the family who booked it, or asked for it."""
    return family is not None and visit.hand is not None and visit.hand.by == family.by


def guardian_before(visit: Visit, family: Family) -> PersonId | None:
    """The guardian who booked what this one of the family would undo, and may not while that is the guardian."""
    may_be_undone = visit.status in (Status.ASKED, Status.BOOKED, Status.ACCEPTED, Status.ON_THE_WAY)
    if family.guardian or visit.hand is None or not visit.hand.guardian or not may_be_undone:
        return None
    return visit.hand.by if visit.hand.by != family.by else None


def with_opposed(visit: Visit, family: Family, *, now: datetime) -> Visit:
    """That they would have it otherwise, last of all; the visit itself when that stands there."""
    if any(each.by == family.by for each in visit.opposed):
        return visit
    return replace(visit, opposed=(*visit.opposed, Opposed(family.by, family.relation, now)))


def depart(visit: Visit, *, now: datetime) -> Visit:
    if visit.status is Status.ON_THE_WAY:
        return visit
    require(visit, Status.ACCEPTED)
    _within(visit, now, opens_before=DEPART_BEFORE_START)
    return replace(visit, status=Status.ON_THE_WAY, departed_at=now)


def check_in(visit: Visit, there: Presence) -> Visit:
    """The first check-in counts, also when the button was pressed twice."""
    if visit.status is Status.IN_SERVICE:
        return visit
    require(visit, Status.ON_THE_WAY)
    _within(visit, there.at, opens_before=CHECK_IN_BEFORE_START)
    return replace(visit, status=Status.IN_SERVICE, check_in=there)


def check_out(visit: Visit, there: Presence) -> Visit:
    if visit.status is Status.DONE:
        return visit
    require(visit, Status.IN_SERVICE)
    return replace(visit, status=Status.DONE, check_out=there, ended_at=there.at)


def with_review(visit: Visit, review: Review) -> Visit:
    """Once per visit; the same words and stars again change nothing."""
    if visit.review is not None:
        if visit.review.command_hash == review.command_hash:
            return visit
        raise AlreadyReviewed
    require(visit, Status.DONE)
    return replace(visit, review=review)


def require(visit: Visit, *statuses: Status) -> None:
    if visit.status not in statuses:
        raise NotPossibleNow(status_name=STATUS_NAME[visit.status])


def _within(visit: Visit, now: datetime, *, opens_before: timedelta) -> None:
    """From so long before the start, inclusive, to the booked end, exclusive."""
    earliest = visit.start_at - opens_before
    if now < earliest:
        raise TooEarly(earliest=spoken(earliest))
    if now >= visit.end_at:
        raise TooLate(end=spoken(visit.end_at))
