"""What people get stuck at, who sees to it, and what is promised: data, closed lists all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, model_validator

from chalicelib.kernel.principal import Role
from chalicelib.kernel.refusals import Invalid
from chalicelib.support.domain.calendars import Hours
from chalicelib.support.domain.clocks import ClockKind


class UnknownCause(Invalid):
    code = "support.unknown_cause"
    message = "没有这一类问题。"
    next_step = "请从列表里挑最接近的一类；都不像的话，选“其他问题”。"


class UnknownAction(Invalid):
    code = "support.unknown_action"
    message = "没有这种处理结果。"
    next_step = "请从列表里选一种处理结果。"


class UnknownQueue(Invalid):
    code = "support.unknown_queue"
    message = "没有这个队列。"
    next_step = "请从列表里选一个队列。"


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Promise(_Data):
    hours: Hours
    within_min: int


class Kind(_Data):
    """Every kind promises a first answer: nobody is left without a word."""

    code: str
    name: str
    promises: dict[ClockKind, Promise]


class Queue(_Data):
    """`paged`: somebody must be on duty at any hour, and is called when a clock runs low."""

    code: str
    name: str
    role: Role
    paged: bool


class Cause(_Data):
    """`about`: the prefixes of ids it may be about. `links`: which links of a timeline it holds up.

    `problem_at`: so many cases of it within a day are one problem. `decides`: an identity waits for the decision,
    which ends the case. `four_eyes`: identity or money is decided, by somebody else than who submitted it.
    `apart`: it is a matter of its own, which nothing but its decision ends.
    """

    code: str
    name: str
    kind: str
    queue: str
    about: tuple[str, ...]
    links: tuple[str, ...]
    problem_at: int
    decides: bool = False
    apart: bool = False
    four_eyes: bool = False


class Action(_Data):
    """`four_eyes`: as for a cause."""

    code: str
    name: str
    four_eyes: bool = False


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


_Entry = TypeVar("_Entry", bound=_Coded)


class Catalogue(_Data):
    kinds: tuple[Kind, ...]
    queues: tuple[Queue, ...]
    causes: tuple[Cause, ...]
    actions: tuple[Action, ...]

    @model_validator(mode="after")
    def _complete(self) -> Catalogue:
        if any(ClockKind.FIRST_ANSWER not in kind.promises for kind in self.kinds):
            raise ValueError("every kind promises a first answer")
        if any(not _find(self.kinds, each.kind) or not _find(self.queues, each.queue) for each in self.causes):
            raise ValueError("every cause names a kind and a queue there is")
        return self

    def kind(self, code: str) -> Kind:
        kind = _find(self.kinds, code)
        if kind is None:
            raise LookupError(f"no kind {code}")
        return kind

    def queue(self, code: str) -> Queue:
        queue = _find(self.queues, code)
        if queue is None:
            raise UnknownQueue(field="queue")
        return queue

    def cause(self, code: str) -> Cause:
        cause = _find(self.causes, code)
        if cause is None:
            raise UnknownCause(field="cause")
        return cause

    def action(self, code: str) -> Action:
        action = _find(self.actions, code)
        if action is None:
            raise UnknownAction(field="action")
        return action


def _find(entries: Sequence[_Entry], code: str) -> _Entry | None:
    return next((entry for entry in entries if entry.code == code), None)


def spoken_span(minutes: int) -> str:
    return f"{minutes} 分钟" if minutes < 60 else f"{minutes / 60:g} 小时"
