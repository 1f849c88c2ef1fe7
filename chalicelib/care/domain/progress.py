"""Where a visit stands, who acts next, by when, and what the family can do: one sentence each."""

from __future__ import annotations

from datetime import datetime, timedelta

from chalicelib.care.domain.visit import (
    STATUS_NAME,
    WHY_NOT_SAID,
    Status,
    Visit,
    WhyNot,
    booked_without_answer,
)
from chalicelib.contracts.timeline import Owner
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.principal import RELATION_NAME
from chalicelib.kernel.time import spoken

# Inclusive: a quarter of an hour after the start the family is told that nobody has checked in.
LATE_AFTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Progress:
    owner: Owner
    by: datetime | None
    sentence: str


def for_family(visit: Visit, *, now: datetime) -> Progress:
    """What the family reads; when somebody is late it says so, and what they can do."""
    who, start = visit.caregiver_name, spoken(visit.start_at)
    match visit.status:
        case Status.ASKED:
            return _asked(visit, now=now)
        case Status.NOT_APPROVED:
            why = WHY_NOT_SAID[visit.why_not or WhyNot.NO_ANSWER]
            return Progress(Owner.YOU, None, f"{why}，没有约，也没有扣钱。还要的话，请重新约一次。")
        case Status.BOOKED if now >= visit.accept_by:
            return Progress(Owner.US, visit.accept_by, f"{who}没有答复，正在自动取消，预留的钱全部退回。")
        case Status.BOOKED:
            answer = f"等{who}接单，最晚 {spoken(visit.accept_by)} 有结果；"
            return Progress(Owner.CAREGIVER, visit.accept_by, answer + "没人接会自动取消，预留的钱全部退回。")
        case Status.ACCEPTED | Status.ON_THE_WAY if now >= visit.start_at + LATE_AFTER:
            sentence = f"约好 {start} 上门，{who}还没有签到。您可以打客服电话，也可以取消，预留的钱全部退回。"
            return Progress(Owner.YOU, None, sentence)
        case Status.ACCEPTED:
            return Progress(Owner.CAREGIVER, visit.start_at, f"{who}已接单，{start} 上门。您在家等就好。")
        case Status.ON_THE_WAY:
            return Progress(Owner.CAREGIVER, visit.start_at, f"{who}已经出发，预计 {start} 前到。")
    return _family_once_served(visit, now=now)


def _asked(visit: Visit, *, now: datetime) -> Progress:
    relation = RELATION_NAME[visit.hand.relation] if visit.hand else "家人"
    by = spoken(visit.accept_by)
    if now >= visit.accept_by:
        return Progress(Owner.US, visit.accept_by, f"{by} 前没有等到本人答复，我们正在办。")
    then = "不点的话，到时自动约上。" if booked_without_answer(visit) else "不点就不约。"
    sentence = f"{relation}想约，要 {visit.price}。请本人在 {by} 前点同意或不同意；{then}"
    return Progress(Owner.YOU, visit.accept_by, sentence)


def for_caregiver(visit: Visit, *, now: datetime) -> Progress:
    """What the caregiver reads: her own next step."""
    start = spoken(visit.start_at)
    match visit.status:
        case Status.BOOKED if now >= visit.accept_by:
            return Progress(Owner.US, visit.accept_by, "接单时间过了，正在自动取消，不用上门。")
        case Status.BOOKED:
            sentence = f"新预约，{start} 上门。请在 {spoken(visit.accept_by)} 前接单或谢绝。"
            return Progress(Owner.CAREGIVER, visit.accept_by, sentence)
        case Status.ACCEPTED:
            return Progress(Owner.CAREGIVER, visit.start_at, f"{start} 上门，出门时请点“出发”。")
        case Status.ON_THE_WAY:
            return Progress(Owner.CAREGIVER, visit.start_at, "到了门口请点“签到”。")
        case Status.IN_SERVICE:
            return Progress(Owner.CAREGIVER, visit.end_at, f"服务到 {spoken(visit.end_at)}，结束时请点“签退”。")
        case Status.DONE:
            return Progress(Owner.NOBODY, None, "这次服务完成了，辛苦了。")
    return Progress(Owner.NOBODY, None, f"{STATUS_NAME[visit.status]}，不用上门了。")


def _family_once_served(visit: Visit, *, now: datetime) -> Progress:
    who = visit.caregiver_name
    match visit.status:
        case Status.IN_SERVICE if now >= visit.end_at:
            sentence = f"约好的时间到了，{who}还没有签退。超出预约的时间不收费。"
            return Progress(Owner.CAREGIVER, visit.end_at, sentence)
        case Status.IN_SERVICE if visit.check_in is not None and visit.check_in.outside:
            away = f"{who}已签到，但手机显示离您家有 {visit.check_in.distance_m} 米。"
            if visit.check_in.unlocated:
                away = f"{who}已签到，没有用手机定位。"
            return Progress(Owner.YOU, None, away + "人在家里就不用管；没见到人，请马上打客服电话。")
        case Status.IN_SERVICE:
            return Progress(Owner.CAREGIVER, visit.end_at, f"{who}正在服务，约到 {spoken(visit.end_at)}。")
        case Status.DONE if visit.review is not None:
            return Progress(Owner.NOBODY, None, "服务结束了，谢谢您的评价。")
        case Status.DONE if visit.check_out is not None and visit.check_out.by_clock:
            sentence = (
                f"{who}忘了签退，账单算到约好的 {spoken(visit.end_at)}。时间对不上的话，请打客服电话，我们核对退款。"
            )
            return Progress(Owner.YOU, None, sentence)
        case Status.DONE:
            return Progress(Owner.YOU, None, f"服务结束了，账单会自动结清。请给{who}评个分。")
    sentence = f"{STATUS_NAME[visit.status]}，预留的钱已全部退回。请另选时间或护工重新预约。"
    return Progress(Owner.YOU, None, sentence)
