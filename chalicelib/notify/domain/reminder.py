"""Reminders of a visit: which there are, when they are due, and what they are bound to (features.md I2, #33)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId, VisitId
from chalicelib.kernel.time import SHANGHAI, from_wire, in_shanghai, to_wire
from chalicelib.notify.domain.hours import Urgency, earliest

EVENING_BEFORE = time(18)
SOON_BEFORE = timedelta(hours=2)
# A reminder moved out of the quiet hours must still leave so long to get ready.
LEAST_BEFORE = timedelta(minutes=30)
TOMORROW = "visit_tomorrow"
SOON = "visit_soon"
FOLLOWED_UP_AFTER = timedelta(hours=24)
FOLLOW_UP = "activation_follow_up"


@dataclass(frozen=True, slots=True)
class Reminder:
    """`start_at` is what the visit's start was when this was planned: with another start it is void."""

    kind: str
    visit_id: VisitId
    start_at: datetime
    due_at: datetime

    @property
    def subject(self) -> str:
        return f"{self.kind} {self.visit_id} {to_wire(self.start_at)}"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Whoever proved their identity and has no card a day later is asked, once, whether they are stuck (#24)."""

    person_id: PersonId
    proven_at: datetime

    @property
    def due_at(self) -> datetime:
        return earliest(Urgency.OFFICE, self.proven_at + FOLLOWED_UP_AFTER)

    @property
    def subject(self) -> str:
        return f"{FOLLOW_UP} {self.person_id} {to_wire(self.proven_at)}"


def follow_up_in(subject: str) -> FollowUp:
    _, person_id, proven_at = subject.split(" ")
    return FollowUp(PersonId(person_id), from_wire(proven_at))


class Why(StrEnum):
    """What it was about has changed, or it was of no use any more."""

    CHANGED = "changed"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Void:
    """A planned reminder that did not go, and why."""

    reminder: Reminder
    person_id: PersonId
    why: Why
    at: datetime


def reminder_in(subject: str, due_at: datetime) -> Reminder:
    kind, visit_id, start_at = subject.split(" ")
    return Reminder(kind, VisitId(visit_id), from_wire(start_at), due_at)


def reminders_of(visit_id: VisitId, *, start_at: datetime, now: datetime) -> tuple[Reminder, ...]:
    """The evening before at 18:00, and two hours before the start or, for an early visit, when the night is over.

    What would be due by now is left out: who booked this late was told just now.
    """
    eve = in_shanghai(start_at).date() - timedelta(days=1)
    soon = earliest(Urgency.DAYTIME, start_at - SOON_BEFORE)
    due_by_kind = {TOMORROW: datetime.combine(eve, EVENING_BEFORE, SHANGHAI).astimezone(UTC)}
    if soon <= start_at - LEAST_BEFORE:
        due_by_kind[SOON] = soon.astimezone(UTC)
    return tuple(Reminder(kind, visit_id, start_at, due_at) for kind, due_at in due_by_kind.items() if due_at > now)
