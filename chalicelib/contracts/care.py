"""What care tells the others about a visit. Every event carries enough to act on without asking back."""

from __future__ import annotations

from typing import ClassVar

from pydantic import AwareDatetime

from chalicelib.contracts.envelope import Event
from chalicelib.kernel.ids import CaregiverId, PersonId, VisitId
from chalicelib.kernel.principal import Relation


class VisitEvent(Event):
    """`at` is when it happened: with the visit and the kind it names the event, however often it is told."""

    visit_id: VisitId
    member_id: PersonId
    caregiver_id: CaregiverId
    caregiver_name: str  # the display name every member sees in a search, such as 王护理员
    service_name: str
    start_at: AwareDatetime
    at: AwareDatetime


class VisitAsked(VisitEvent):
    """Family wants more than they may spend by themselves: the member is asked, until `answer_by`.

    `then_booked`: without an answer it is booked.
    """

    NAME: ClassVar[str] = "care.visit.asked"

    asked_by: PersonId
    relation: Relation
    price_fen: int
    answer_by: AwareDatetime
    then_booked: bool


class VisitNotApproved(VisitEvent):
    """What family asked for was not booked, and why; `by_clock`: nobody decided it.

    Who withdrew it, or said no, knows.
    """

    NAME: ClassVar[str] = "care.visit.not_approved"

    asked_by: PersonId
    why: str
    by_clock: bool
    withdrawn: bool


class VisitBooked(VisitEvent):
    """`asked_by`: family had asked for it, and it was approved."""

    NAME: ClassVar[str] = "care.visit.booked"

    accept_by: AwareDatetime
    asked_by: PersonId | None = None


class VisitMoved(VisitEvent):
    """The family chose another time; the caregiver is asked anew."""

    NAME: ClassVar[str] = "care.visit.moved"

    accept_by: AwareDatetime
    moved_from: AwareDatetime


class VisitAccepted(VisitEvent):
    NAME: ClassVar[str] = "care.visit.accepted"


class VisitDeclined(VisitEvent):
    NAME: ClassVar[str] = "care.visit.declined"


class VisitLapsed(VisitEvent):
    """Nobody accepted in time: slots and money are free again."""

    NAME: ClassVar[str] = "care.visit.lapsed"


class VisitMissed(VisitEvent):
    """Accepted, and nobody came until its end: the money is free again."""

    NAME: ClassVar[str] = "care.visit.missed"


class VisitCancelled(VisitEvent):
    """`booked_by` of the family is told when a guardian, `overruled_by`, cancelled it."""

    NAME: ClassVar[str] = "care.visit.cancelled"

    booked_by: PersonId | None = None
    overruled_by: PersonId | None = None


class VisitOpposed(VisitEvent):
    """Somebody of the family would have undone what a guardian booked; it stands."""

    NAME: ClassVar[str] = "care.visit.opposed"

    guardian: PersonId
    opposed_by: PersonId
    relation: Relation


class CaregiverDeparted(VisitEvent):
    NAME: ClassVar[str] = "care.visit.departed"


class VisitCheckedIn(VisitEvent):
    NAME: ClassVar[str] = "care.visit.checked_in"


class VisitCheckedOut(VisitEvent):
    """The visit is over; billing settles it from this. `ended_at`: the clock knows it later."""

    NAME: ClassVar[str] = "care.visit.checked_out"

    tariff_version: str
    half_hour_fen: int
    booked_half_hours: int
    checked_in_at: AwareDatetime
    checked_out_at: AwareDatetime
    ended_at: AwareDatetime | None = None


class VisitReviewed(VisitEvent):
    NAME: ClassVar[str] = "care.visit.reviewed"

    stars: int
