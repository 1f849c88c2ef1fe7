"""Telling a person: inbox first, then WeChat, then SMS where WeChat may not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.kernel.ids import MessageId, PersonId
from chalicelib.kernel.refusals import AlreadyDone, Missing, Stale, Unavailable
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.notify.domain.message import PUSH_ATTEMPTS, SMS_ATTEMPTS, Message, PushState, wechat_values
from chalicelib.notify.ports import Notify

Begin = Callable[[], UnitOfWork]


class NotDelivered(Exception):
    """Somebody did not answer or asked to come again; the event is delivered again by its queue."""


class NoSuchMessage(Missing):
    code = "notify.no_such_message"
    message = "没有找到这条消息。"
    next_step = "请回到消息列表，重新点进去看。"


def tell(notify: Notify, *, messages: Sequence[Message], begin: Begin) -> None:
    """Once per message, however often its event comes. All inboxes first: they need nobody's answer.

    What is about to be tried is stored before anybody is called, and counted: an answer that never came, or a crash
    before it was noted, costs at most one more push, and then an SMS.
    """
    kept = [_keep(notify, message, begin) for message in messages]
    settled = [_deliver(notify, message, begin) for message in kept]
    if not all(settled):
        raise NotDelivered


def is_told(notify: Notify, message: Message) -> bool:
    kept = notify.store.find(message.person_id, message.message_id)
    return kept is not None and kept.is_settled


def _keep(notify: Notify, message: Message, begin: Begin) -> Message:
    uow = begin()
    notify.store.stage_message(uow, message)
    try:
        uow.commit()
    except AlreadyDone as done:
        return notify.store.message_in(done.item)
    return message


def _deliver(notify: Notify, message: Message, begin: Begin) -> bool:
    """Takes the message as far as it goes; False when it must come again."""
    try:
        while not message.is_settled:
            message = (
                _by_sms(notify, message, begin)
                if message.push is PushState.SMS
                else _by_wechat(notify, message, begin)
            )
    except (NotDelivered, Stale):  # Stale: another delivery is at it, or an answer of the database was lost
        return False
    return True


def _by_wechat(notify: Notify, message: Message, begin: Begin) -> Message:
    template = notify.templates[message.kind]
    if template.wechat is None:
        raise AssertionError("a message without a push waits for one")
    if message.attempts >= PUSH_ATTEMPTS:
        return _move(notify, message, PushState.SMS, begin, attempts=0)
    message = _move(notify, message, PushState.SENDING, begin, attempts=message.attempts + 1)
    openid, _ = notify.people.contact_of(message.person_id)
    outcome = notify.wechat.send(
        openid=openid,
        template_id=notify.template_ids[template.wechat.template],
        page=f"{template.wechat.page}?id={message.visit_id or message.case_id}",
        values=wechat_values(template.wechat, message.facts),
    )
    match outcome:
        case "sent":
            return _move(notify, message, PushState.SENT, begin, attempts=message.attempts)
        case "unknown":
            raise NotDelivered
        case "try_later":
            # Known not to have been sent: it does not count.
            _move(notify, message, PushState.PENDING, begin, attempts=message.attempts - 1)
            raise NotDelivered
    # No consent, or a template fault of ours: the person is told all the same.
    return _move(notify, message, PushState.SMS, begin, attempts=0)


def _by_sms(notify: Notify, message: Message, begin: Begin) -> Message:
    template = notify.templates[message.kind]
    _, phone = notify.people.contact_of(message.person_id)
    if phone is None or template.sms is None:
        return _move(notify, message, PushState.INBOX_ONLY, begin, attempts=0)
    if message.attempts >= SMS_ATTEMPTS:
        return _move(notify, message, PushState.UNDELIVERED, begin, attempts=message.attempts)
    message = _move(notify, message, PushState.SMS, begin, attempts=message.attempts + 1)
    try:
        notify.sms.send(phone=phone, text=template.sms.format(**message.facts))
    except Unavailable as trouble:
        raise NotDelivered from trouble
    return _move(notify, message, PushState.BY_SMS, begin, attempts=message.attempts)


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


def _move(notify: Notify, message: Message, push: PushState, begin: Begin, *, attempts: int) -> Message:
    uow = begin()
    notify.store.stage_push(uow, message, push, attempts=attempts)
    uow.commit()
    return replace(message, push=push, attempts=attempts)
