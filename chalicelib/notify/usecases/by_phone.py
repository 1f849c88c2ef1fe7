"""By the telephone network: an SMS, or a call in which the message is read aloud (features.md I5)."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TypedDict

from chalicelib.notify.domain.message import SMS_ATTEMPTS, Awaited, Message, PushState
from chalicelib.notify.domain.reader import allows
from chalicelib.notify.domain.template import Template, read_aloud
from chalicelib.notify.ports import Notify, SmsSent
from chalicelib.notify.usecases.moves import TRIES_FOR, Begin, NotDelivered, Reader, move

CALLED = "called"
# So long after a call was ordered its end must have been told; then the SMS goes.
CALL_ENDS_WITHIN = timedelta(minutes=10)
# Of that weight a message goes out even when the month's money for SMS is spent.
PRESSING = 3


def by_phone(
    notify: Notify, message: Message, template: Template, reader: Reader, begin: Begin, *, now: datetime
) -> Message:
    """A call first for who wants one, and when nobody confirms it the SMS."""
    _, phone = notify.people.contact_of(message.person_id)
    # One call; nobody took it, and the SMS goes.
    aloud = message.attempts == 0 and allows(reader.preferences, template, "call")
    if phone is None or template.sms is None or not (aloud or allows(reader.preferences, template, "sms")):
        return move(notify, message, PushState.INBOX_ONLY, begin, attempts=0)
    if message.attempts >= SMS_ATTEMPTS:
        return move(notify, message, PushState.UNDELIVERED, begin, attempts=message.attempts)
    tried = message.attempts + 1
    message = move(notify, message, PushState.SMS, begin, attempts=tried, trying_until=now + TRIES_FOR)
    hand_over = partial(notify.sms.send, pressing=template.weight == PRESSING, phone=phone, now=now)
    called = None
    if aloud and template.voice:
        facts = {name: read_aloud(value) for name, value in message.facts.items()}
        call = partial(notify.sms.call, pressing=template.weight == PRESSING, phone=phone, now=now)
        called = call(**_filled(f"{message.kind}.voice", template.voice, facts))
    if called is None and not allows(reader.preferences, template, "sms"):
        return move(notify, message, PushState.INBOX_ONLY, begin, attempts=message.attempts)
    sent = called or hand_over(**_filled(message.kind, template.sms, message.facts))
    match sent.outcome:
        case "sent":
            push = PushState.BY_CALL if called else PushState.BY_SMS
            return _taken_by_gateway(notify, message, sent, push, begin, now=now)
        case "refused":
            return move(notify, message, PushState.UNDELIVERED, begin, attempts=message.attempts)
    raise NotDelivered


class _Filled(TypedDict):
    kind: str
    text: str
    values: list[str]


def _filled(kind: str, template: str, facts: dict[str, str]) -> _Filled:
    """The text, and what a gateway that fills a registered template itself is told."""
    values = [facts[name] for _, name, _, _ in string.Formatter().parse(template) if name]
    return _Filled(kind=kind, text=template.format(**facts), values=values)


def _taken_by_gateway(
    notify: Notify, message: Message, sent: SmsSent, push: PushState, begin: Begin, *, now: datetime
) -> Message:
    """A call of which nobody tells how it ended is not waited for for ever."""
    uow = begin()
    notify.store.stage_push(uow, message, push, attempts=message.attempts)
    if sent.gateway and sent.reference:
        awaited = Awaited(sent.gateway, sent.reference, message.person_id, message.message_id, message.attempts)
        notify.store.stage_awaited(uow, awaited, now=now)
    if push is PushState.BY_CALL:
        subject = f"{CALLED} {message.person_id} {message.message_id}"
        notify.store.stage_due(uow, subject, due_at=now + CALL_ENDS_WITHIN, now=now)
    uow.commit()
    return replace(message, push=push)
