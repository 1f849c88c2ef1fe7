"""A message from one state of its delivery to the next: stored before anybody is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.notify.domain.message import Message, PushState
from chalicelib.notify.domain.reader import Credit, Preferences
from chalicelib.notify.ports import Notify

Begin = Callable[[], UnitOfWork]
# Longer than any call to WeChat or to all gateways (14 s), shorter than the queue waits (60 s) before a message whose
# delivery crashed comes again.
TRIES_FOR = timedelta(seconds=45)


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
    spends: str | None = None,
    returns: str | None = None,
    empties: str | None = None,
) -> Message:
    """To that state; with it one credit of a template is spent or returned, or all are known to be gone."""
    uow = begin()
    notify.store.stage_push(uow, message, push, attempts=attempts, push_id=push_id, trying_until=trying_until)
    if spends:
        notify.store.stage_spent_credit(uow, message.person_id, spends)
    if returns:
        notify.store.stage_returned_credit(uow, message.person_id, returns)
    if empties:
        notify.store.stage_no_credit(uow, message.person_id, empties)
    uow.commit()
    return replace(message, push=push, attempts=attempts, push_id=push_id)
