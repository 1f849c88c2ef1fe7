"""By the telephone network: an SMS, or a call in which the message is read aloud (features.md I5)."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypedDict

from chalicelib.notify.domain.message import SMS_ATTEMPTS, Awaited, Message, PushState
from chalicelib.notify.domain.reader import allows
from chalicelib.notify.domain.template import Template, read_aloud
from chalicelib.notify.ports import Notify, SmsSent
from chalicelib.notify.usecases.moves import TRIES_FOR, Begin, NotDelivered, Reader, move, stage_hold

# So long after a call was ordered its end must have been told; then the SMS goes.
CALL_ENDS_WITHIN = timedelta(minutes=10)
# Of that weight a message goes out even when the month's money for SMS is spent.
PRESSING = 3


def is_to_ring(notify: Notify, message: Message, template: Template, reader: Reader, now: datetime) -> bool:
    """One call for a message; where nobody rings, or the month's money is spent, none."""
    wanted = not message.rung and allows(reader.preferences, template, "call")
    return wanted and notify.sms.rings(pressing=template.weight == PRESSING, now=now)


def by_phone(
    notify: Notify, message: Message, template: Template, reader: Reader, begin: Begin, *, now: datetime
) -> Message:
    """A call first for who wants one, and when nobody confirms it the SMS."""
    openid, phone = notify.people.contact_of(message.person_id)
    aloud = is_to_ring(notify, message, template, reader, now)
    if phone is None or template.sms is None or not (aloud or allows(reader.preferences, template, "sms")):
        return move(notify, message, PushState.INBOX_ONLY, begin, attempts=0)
    if message.attempts >= SMS_ATTEMPTS:
        return move(notify, message, PushState.UNDELIVERED, begin, attempts=message.attempts)
    tried = message.attempts + 1
    message = move(notify, message, PushState.SMS, begin, attempts=tried, trying_until=now + TRIES_FOR, rung=aloud)
    pressing = template.weight == PRESSING
    if aloud and template.voice:
        facts = {name: read_aloud(value) for name, value in message.facts.items()}
        filled = _filled(f"{message.kind}.voice", template.voice, facts)
        called = notify.sms.call(phone=phone, pressing=pressing, now=now, **filled)
        if called.outcome != "sent":
            raise NotDelivered
        return _taken_by_gateway(notify, message, called, PushState.BY_CALL, begin, now=now)
    kind, text = message.kind, template.sms
    if openid is None and template.alone:
        kind, text = f"{message.kind}.alone", template.alone
    filled = _filled(kind, text, message.facts | {"hotline": notify.hotline})
    sent = notify.sms.send(phone=phone, pressing=pressing, now=now, **filled)
    match sent.outcome:
        case "sent":
            return _taken_by_gateway(notify, message, sent, PushState.BY_SMS, begin, now=now)
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
    if push is PushState.BY_CALL:
        stage_hold(notify, uow, message, push, until=now + CALL_ENDS_WITHIN, attempts=message.attempts, now=now)
    else:
        notify.store.stage_push(uow, message, push, attempts=message.attempts)
    if sent.gateway and sent.reference:
        awaited = Awaited(sent.gateway, sent.reference, message.person_id, message.message_id, message.attempts)
        notify.store.stage_awaited(uow, awaited, now=now)
    uow.commit()
    return replace(message, push=push)
