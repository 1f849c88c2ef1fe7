"""A message from one state of its delivery to the next: stored before anybody is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.notify.domain.message import Message, PushState
from chalicelib.notify.domain.reader import Credit, Preferences
from chalicelib.notify.ports import Notify

Begin = Callable[[], UnitOfWork]
# Longer than a run lasts after it took its `now` (50 s), shorter than the queue waits (60 s) before a message whose
# delivery crashed comes again.
TRIES_FOR = timedelta(seconds=55)
HELD = "held"


class NotDelivered(Exception):
    """Somebody did not answer or asked to come again; the event is delivered again by its queue."""


@dataclass(frozen=True, slots=True)
class Reader:
    preferences: Preferences
    credit: Credit


def move(
    notify: Notify,
    message: Message,
    push: PushState,
    begin: Begin,
    *,
    attempts: int,
    push_id: str | None = None,
    trying_until: datetime | None = None,
    rung: bool = False,
    spends: str | None = None,
    returns: str | None = None,
    empties: str | None = None,
) -> Message:
    """To that state; with it one credit of a template is spent or returned, or all are known to be gone."""
    uow = begin()
    notify.store.stage_push(
        uow, message, push, attempts=attempts, push_id=push_id, trying_until=trying_until, rung=rung
    )
    if spends:
        notify.store.stage_spent_credit(uow, message.person_id, spends)
    if returns:
        notify.store.stage_returned_credit(uow, message.person_id, returns)
    if empties:
        notify.store.stage_no_credit(uow, message.person_id, empties)
    uow.commit()
    return replace(message, push=push, attempts=attempts, push_id=push_id, rung=message.rung or rung)


def hold(
    notify: Notify, message: Message, push: PushState, begin: Begin, *, until: datetime, attempts: int, now: datetime
) -> Message:
    """Nothing more before then; at that moment it falls due, and goes on from where it is."""
    uow = begin()
    stage_hold(notify, uow, message, push, until=until, attempts=attempts, now=now)
    uow.commit()
    return replace(message, push=push, send_from=until, attempts=attempts)


def stage_hold(
    notify: Notify,
    uow: UnitOfWork,
    message: Message,
    push: PushState,
    *,
    until: datetime,
    attempts: int,
    now: datetime,
) -> None:
    notify.store.stage_push(uow, message, push, attempts=attempts, send_from=until)
    notify.store.stage_due(uow, held_subject(message), due_at=until, now=now)


def held_subject(message: Message) -> str:
    return f"{HELD} {message.person_id} {message.message_id}"
