"""How a consumer of notify says what an event calls for, so that it is told once, and audited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from chalicelib.contracts import care
from chalicelib.contracts.billing import VisitBilled, WalletToppedUp
from chalicelib.contracts.cards import CardActivated
from chalicelib.contracts.envelope import Event
from chalicelib.contracts.identity import (
    AccountLocked,
    AccountMoved,
    ElderDeclined,
    FaceDecided,
    FamilyActed,
    FamilyEvent,
)
from chalicelib.contracts.support import CaseEvent, CasePaged
from chalicelib.kernel.ids import PersonId, VisitId
from chalicelib.notify.domain.message import About, Message, compose, id_of_message
from chalicelib.notify.domain.reminder import Reminder, reminders_of
from chalicelib.notify.ports import Notify
from chalicelib.notify.usecases.delivery import is_told, tell
from chalicelib.platform.messaging.consumer import Consumer, Job

consumer: Consumer[Notify] = Consumer("notify")

Messages = Callable[[Job[Notify], Any], Sequence[Message]]


def told(*event_types: type[Event]) -> Callable[[Messages], Messages]:
    """The decorated function says which messages an event calls for; here they are told, and audited."""

    def register(messages: Messages) -> Messages:
        def handle(job: Job[Notify], event: Event) -> None:
            tell(
                job.deps,
                messages=messages(job, event),
                now=job.now,
                begin=job.begin,
                reminders=_reminders(event, job.now),
            )

        def came_of(job: Job[Notify], event: Event) -> Sequence[Event] | None:
            return () if all(is_told(job.deps, message, now=job.now) for message in messages(job, event)) else None

        for event_type in event_types:
            consumer.on(event_type, came_of=came_of)(handle)
        return messages

    return register


def _reminders(event: Event, now: datetime) -> Sequence[Reminder]:
    if isinstance(event, care.VisitAccepted):
        return reminders_of(event.visit_id, start_at=event.start_at, now=now)
    return ()


Dated = (
    care.VisitEvent
    | VisitBilled
    | WalletToppedUp
    | CardActivated
    | CaseEvent
    | FamilyEvent
    | AccountLocked
    | AccountMoved
    | FaceDecided
    | ElderDeclined
)


def message_of(
    job: Job[Notify],
    event: Dated,
    kind: str,
    person_id: PersonId,
    facts: dict[str, str],
    *,
    subject: str,
    relative: PersonId | None = None,
) -> Message:
    """`relative`: whose visit the event is about, for who hears of it as family."""
    step = event if isinstance(event, care.VisitEvent) and not isinstance(event, care.VisitOpposed) else None
    return compose(
        job.deps.templates,
        kind=kind,
        message_id=id_of_message(kind, subject=subject, at=event.at),
        person_id=person_id,
        facts=facts,
        about=About(step.visit_id, step.NAME, step.start_at) if step else None,
        visit_id=_visit_of(event),
        # A call is for the desk, which has no page in the mini program.
        case_id=event.case_id if isinstance(event, CaseEvent) and not isinstance(event, CasePaged) else None,
        relative=relative,
        now=job.now,
    )


def of_relatives_visit(
    job: Job[Notify], event: care.VisitEvent, kind: str, person_id: PersonId, facts: dict[str, str]
) -> Message:
    return message_of(job, event, kind, person_id, facts, subject=event.visit_id, relative=event.member_id)


def _visit_of(event: Event) -> VisitId | None:
    if isinstance(event, care.VisitEvent | VisitBilled):
        return event.visit_id
    return VisitId(event.about) if isinstance(event, FamilyActed) and event.about.startswith("vis_") else None
