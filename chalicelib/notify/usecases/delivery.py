"""Telling a person: inbox first, then WeChat, then SMS where WeChat may not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.kernel.ids import MessageId, PersonId
from chalicelib.kernel.refusals import AlreadyDone, Missing, Stale
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.notify.domain.message import PUSH_ATTEMPTS, Message, PushState, wechat_values
from chalicelib.notify.ports import Notify

Begin = Callable[[], UnitOfWork]


class NotDelivered(Exception):
    """WeChat did not answer or asked to come again; the event is delivered again by its queue."""


class NoSuchMessage(Missing):
    code = "notify.no_such_message"
    message = "没有找到这条消息。"
    next_step = "请回到消息列表，重新点进去看。"


def tell(notify: Notify, *, messages: Sequence[Message], begin: Begin) -> None:
    """Once per event and person, however often the event comes. All inboxes first: they need nobody's answer.

    The message's state is stored before WeChat is called. An answer that never came leaves `sending`: the next
    delivery sends once more, so that a crash between call and answer costs at most one duplicate.
    """
    kept = [_keep(notify, message, begin) for message in messages]
    outcomes = [_deliver(notify, message, begin) for message in kept]
    if PushState.PENDING in outcomes:
        raise NotDelivered


def _keep(notify: Notify, message: Message, begin: Begin) -> Message:
    uow = begin()
    notify.store.stage_message(uow, message)
    try:
        uow.commit()
    except AlreadyDone as done:
        return notify.store.message_in(done.item)
    return message


def _deliver(notify: Notify, message: Message, begin: Begin) -> PushState:
    if message.push not in (PushState.PENDING, PushState.SENDING) or message.attempts >= PUSH_ATTEMPTS:
        return PushState.INBOX_ONLY
    try:
        message = _move(notify, message, PushState.SENDING, begin, attempts=message.attempts + 1)
    except Stale:
        return PushState.SENDING  # another delivery of the same event is at it
    outcome = _push(notify, message)
    # An answer "not now" is known not to have been sent: it does not count as an attempt.
    attempts = message.attempts - 1 if outcome is PushState.PENDING else message.attempts
    _move(notify, message, outcome, begin, attempts=attempts)
    return outcome


def mark_read(notify: Notify, *, person_id: PersonId, message_id: MessageId, now: datetime, begin: Begin) -> Message:
    """The first time counts."""
    message = notify.store.find(person_id, message_id)
    if message is None:
        raise NoSuchMessage
    if message.read_at is not None:
        return message
    uow = begin()
    notify.store.stage_read(uow, message, now=now)
    uow.commit()
    return replace(message, read_at=now)


def _push(notify: Notify, message: Message) -> PushState:
    template = notify.templates[message.kind]
    openid, phone = notify.people.contact_of(message.person_id)
    if template.wechat is None:
        return PushState.INBOX_ONLY
    outcome = notify.wechat.send(
        openid=openid,
        template_id=notify.template_ids[template.wechat.template],
        page=f"pages/visit/visit?id={message.visit_id}" if message.visit_id else "pages/home/home",
        values=wechat_values(template.wechat, message.facts),
    )
    match outcome:
        case "sent":
            return PushState.SENT
        case "try_later":
            return PushState.PENDING
    # No consent, or a template fault of ours: the person is told all the same.
    if phone is None or template.sms is None:
        return PushState.INBOX_ONLY
    notify.sms.send(phone=phone, text=template.sms.format(**message.facts))
    return PushState.BY_SMS


def _move(notify: Notify, message: Message, push: PushState, begin: Begin, *, attempts: int) -> Message:
    uow = begin()
    notify.store.stage_push(uow, message, push, attempts=attempts)
    uow.commit()
    return replace(message, push=push, attempts=attempts)
