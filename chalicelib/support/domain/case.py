"""A case: somebody is stuck, one of us is accountable, clocks run, and it ends with a cause and an action."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaseId, PersonId
from chalicelib.kernel.refusals import Conflict
from chalicelib.support.domain.clocks import Clock, ClockKind


class CaseStatus(StrEnum):
    OPEN = "open"
    WAITING = "waiting"
    CLOSED = "closed"


class Channel(StrEnum):
    CHAT = "chat"
    PHONE = "phone"
    SYSTEM = "system"


class Effect(StrEnum):
    """Whether the person got on after the case was closed; `unknown` where nothing can be measured."""

    HELPED = "helped"
    STILL_STUCK = "still_stuck"
    UNKNOWN = "unknown"


class News(StrEnum):
    """What the person it is about is told of a case."""

    ANSWERED = "answered"
    CLOSED = "closed"
    REOPENED = "reopened"


STATUS_NAME = {CaseStatus.OPEN: "我们在处理", CaseStatus.WAITING: "等您回复", CaseStatus.CLOSED: "已处理完"}


class ClaimedByOther(Conflict):
    code = "support.claimed_by_other"
    message = "这个工单已经有同事接手了。"
    next_step = "请看列表里下一个；要接过来的话，请那位同事转交。"


class NotYours(Conflict):
    code = "support.not_yours"
    message = "这个工单不是您接手的，不能答复或办结。"
    next_step = "请先点“接手”。"


class CaseClosed(Conflict):
    code = "support.case_closed"
    message = "这个工单已经办结了。"
    next_step = "用户再说一句话就会重新打开；要补充的话，请等他开口或打电话给他。"


class OwnSubmission(Conflict):
    """Maker and checker are two people (features.md J2)."""

    code = "support.own_submission"
    message = "这是您自己的事，或者是您代用户提交、要换人核对的，不能由您来办。"
    next_step = "请转给另一位同事。"


class KeptAway(Conflict):
    """Their person said of an earlier talk that it was not them."""

    code = "support.kept_away"
    message = "这位用户说过，以前您接的电话不是本人打的，您不能再替他办。"
    next_step = "请转给另一位同事，由同事打登记的电话回过去。"


@dataclass(frozen=True, slots=True)
class Page:
    """A call to whoever is on duty; `to` is None when the roster had nobody. `tries` counts those called before.

    `again`: not taken, it goes to the next one; in queues where somebody is on duty at any hour.
    """

    clock: ClockKind
    level: int
    at: datetime
    to: PersonId | None = None
    tries: int = 0
    again: bool = False
    taken_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Somebody was called, or should have been, and has not come."""
        return self.again and self.taken_at is None


@dataclass(frozen=True, slots=True)
class Outcome:
    cause: str
    action: str
    by: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """`owner` answers for it; while nobody has claimed it, everybody of its queue does. `version` is the one read.

    `news` is the latest that somebody else was to be told; it stays true until there is other news.
    """

    case_id: CaseId
    person_id: PersonId
    subject: str
    cause: str
    kind: str
    queue: str
    channel: Channel
    status: CaseStatus
    opened_by: PersonId
    opened_at: datetime
    last_contact_at: datetime
    clocks: tuple[Clock, ...]
    command_hash: bytes
    version: int = 1
    owner: PersonId | None = None
    page: Page | None = None
    outcome: Outcome | None = None
    reopened: int = 0
    news: News | None = None
    news_at: datetime | None = None
    effect: Effect | None = None
    # Identity or money was to be decided in it at some time.
    four_eyes: bool = False

    def clock(self, kind: ClockKind) -> Clock | None:
        return next((each for each in self.clocks if each.kind is kind), None)


def deadline(case: Case) -> Clock | None:
    """The promise that runs now as its person sees it: an answer first, then the end of the matter."""
    order = (ClockKind.FIRST_ANSWER, ClockKind.NEXT_ANSWER, ClockKind.RESOLVE)
    running: Mapping[ClockKind, Clock] = {each.kind: each for each in case.clocks if each.runs}
    return next((running[kind] for kind in order if kind in running), None)
