"""The clocks of a case: what was promised, how much of it is used up, and when somebody must be called.

A clock keeps the spans in which it ran, so that another calendar or another promise counts the same waiting.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.time import to_millis
from chalicelib.support.domain.calendars import Hours, Moment, moment_after, working_time

# Inclusive: at exactly four fifths of the promised time the next level is called.
WARN_AT_FIFTHS = 4


class ClockKind(StrEnum):
    """`next_answer` runs from a question that came after the first answer; it never stands in for that one."""

    FIRST_ANSWER = "first_answer"
    NEXT_ANSWER = "next_answer"
    RESOLVE = "resolve"


class Level(IntEnum):
    """How far a clock has been escalated; each is told once."""

    NONE = 0
    WARNED = 1
    BREACHED = 2


@dataclass(frozen=True, slots=True)
class Span:
    began_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """`kept_at` is when the promise was kept: the clock has stopped for good then."""

    kind: ClockKind
    hours: Hours
    allowed_min: int
    spans: tuple[Span, ...]
    level: int = 0
    kept_at: datetime | None = None

    @property
    def allowed(self) -> timedelta:
        return timedelta(minutes=self.allowed_min)

    @property
    def runs(self) -> bool:
        return self.kept_at is None and bool(self.spans) and self.spans[-1].ended_at is None


def started(kind: ClockKind, hours: Hours, allowed_min: int, *, now: datetime) -> Clock:
    return Clock(kind, hours, allowed_min, spans=(Span(now),))


def paused(clock: Clock, *, now: datetime) -> Clock:
    return replace(clock, spans=_ended(clock.spans, now)) if clock.runs else clock


def resumed(clock: Clock, *, now: datetime) -> Clock:
    return clock if clock.runs or clock.kept_at else replace(clock, spans=(*clock.spans, Span(now)))


def kept(clock: Clock, *, now: datetime) -> Clock:
    """Whether in time or late, the promise is settled; `in_time` tells which. Also while it stands still."""
    return clock if clock.kept_at else replace(clock, spans=_ended(clock.spans, now), kept_at=now)


def retimed(clock: Clock, hours: Hours, allowed_min: int) -> Clock:
    """Under another promise; what was waited stays waited, and what was told stays told."""
    return replace(clock, hours=hours, allowed_min=allowed_min)


def used(clock: Clock, *, now: datetime) -> timedelta:
    """Working time in the spans, by the calendar the clock has now."""
    return sum(
        (working_time(clock.hours, span.began_at, span.ended_at or now) for span in clock.spans), start=timedelta()
    )


def in_time(clock: Clock, *, now: datetime) -> bool:
    """Inclusive: kept at exactly the promised moment is kept."""
    return used(clock, now=now) <= clock.allowed


def due(clock: Clock) -> Moment | None:
    """When the promise runs out; None while the clock stands still."""
    return _reaches(clock, clock.allowed)


def next_call(clock: Clock) -> datetime | None:
    """When its next level is reached, in the past if that was missed; None for nothing more to come."""
    if clock.level >= Level.BREACHED:
        return None
    amount = clock.allowed if clock.level == Level.WARNED else clock.allowed * WARN_AT_FIFTHS / 5
    moment = _reaches(clock, amount)
    return moment.at if moment else None


def escalated(clock: Clock, *, now: datetime) -> Clock:
    """At the level that `now` has reached; a sweep that comes late goes straight to the last."""
    if not clock.runs:
        return clock
    spent = used(clock, now=now)
    reached = Level.NONE
    if spent >= clock.allowed * WARN_AT_FIFTHS / 5:
        reached = Level.WARNED
    if spent >= clock.allowed:
        reached = Level.BREACHED
    return replace(clock, level=max(clock.level, reached))


def _reaches(clock: Clock, amount: timedelta) -> Moment | None:
    if not clock.runs:
        return None
    running = clock.spans[-1].began_at
    before = sum(
        (working_time(clock.hours, span.began_at, span.ended_at) for span in clock.spans if span.ended_at),
        start=timedelta(),
    )
    return moment_after(clock.hours, running, max(amount - before, timedelta()))


def _ended(spans: tuple[Span, ...], now: datetime) -> tuple[Span, ...]:
    """A span that ends as it begins would only be kept for nothing."""
    if not spans or spans[-1].ended_at is not None:
        return spans
    *earlier, last = spans
    ended = () if to_millis(now) <= to_millis(last.began_at) else (replace(last, ended_at=now),)
    return (*earlier, *ended)
