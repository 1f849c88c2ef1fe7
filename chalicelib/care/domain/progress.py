"""Where a visit stands, who acts next, by when, and what the family can do: one sentence each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chalicelib.care.domain.visit import STATUS_NAME, Status, Visit
from chalicelib.kernel.time import spoken


class Owner(StrEnum):
    FAMILY = "family"
    CAREGIVER = "caregiver"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Progress:
    owner: Owner
    by: datetime | None
    sentence: str


def for_family(visit: Visit) -> Progress:
    """What the family reads."""
    who, start = visit.caregiver_name, spoken(visit.start_at)
    match visit.status:
        case Status.BOOKED:
            answer = f"等{who}接单，最晚 {spoken(visit.accept_by)} 有结果；"
            return Progress(Owner.CAREGIVER, visit.accept_by, answer + "没人接会自动取消，预留的钱全部退回。")
        case Status.ACCEPTED:
            return Progress(Owner.CAREGIVER, visit.start_at, f"{who}已接单，{start} 上门。您在家等就好。")
        case Status.ON_THE_WAY:
            return Progress(Owner.CAREGIVER, visit.start_at, f"{who}已经出发，预计 {start} 前到。")
        case Status.IN_SERVICE:
            return Progress(Owner.CAREGIVER, visit.end_at, f"{who}正在服务，约到 {spoken(visit.end_at)}。")
        case Status.DONE:
            return _after_service(visit)
    sentence = f"{STATUS_NAME[visit.status]}，预留的钱已全部退回。请另选时间或护工重新预约。"
    return Progress(Owner.FAMILY, None, sentence)


def _after_service(visit: Visit) -> Progress:
    if visit.review is not None:
        return Progress(Owner.NOBODY, None, "服务结束了，谢谢您的评价。")
    sentence = f"服务结束了，账单会自动结清。请给{visit.caregiver_name}评个分。"
    return Progress(Owner.FAMILY, None, sentence)


def for_caregiver(visit: Visit) -> Progress:
    """What the caregiver reads: her own next step."""
    start = spoken(visit.start_at)
    match visit.status:
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
