"""Where a case stands for the person it is about: who acts next, by when, and one plain sentence."""

from __future__ import annotations

from datetime import datetime

from chalicelib.contracts.timeline import Owner
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.time import spoken
from chalicelib.support.domain.case import Case, CaseStatus, deadline
from chalicelib.support.domain.catalogue import Catalogue
from chalicelib.support.domain.clocks import ClockKind, due, in_time

_NOBODY_YET = "我们一有人就先办您的；着急的话，请打客服电话。"


@dataclass(frozen=True, slots=True)
class Progress:
    """`assumed`: the deadline lies beyond the published holidays, and may move."""

    owner: Owner
    by: datetime | None
    sentence: str
    assumed: bool = False


def for_person(case: Case, catalogue: Catalogue, *, now: datetime) -> Progress:
    if case.status is CaseStatus.CLOSED:
        done = catalogue.action(case.outcome.action).name if case.outcome else ""
        return Progress(Owner.NOBODY, None, f"办结了：{done}。还没解决的话，在这里再说一句，就会重新打开。")
    if case.status is CaseStatus.WAITING:
        return Progress(Owner.YOU, None, "我们回复了，等您看一看，在这里回一句。")
    clock = deadline(case)
    moment = due(clock) if clock else None
    if clock is None or moment is None:
        return Progress(Owner.US, None, "收到了，谢谢您。有了结果会告诉您。")
    by = spoken(moment.at)
    if not in_time(clock, now=now):
        called = "已经呼叫值班的同事。" if case.page and case.page.to else _NOBODY_YET
        return Progress(Owner.US, moment.at, f"说好 {by} 前办到，我们晚了，对不起。{called}", moment.assumed)
    if clock.kind is ClockKind.RESOLVE:
        return Progress(Owner.US, moment.at, f"我们正在处理，最晚 {by} 有结果，您不用做什么。", moment.assumed)
    return Progress(Owner.US, moment.at, f"我们收到了，最晚 {by} 回复您，您不用做什么。", moment.assumed)
