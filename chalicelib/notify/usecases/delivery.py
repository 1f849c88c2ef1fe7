"""Telling a person: inbox first, then WeChat, then SMS where WeChat may not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from chalicelib.kernel.ids import MessageId, PersonId
from chalicelib.kernel.refusals import AlreadyDone, Missing, Stale
from chalicelib.notify.domain.digest import zone_of
from chalicelib.notify.domain.message import (
    PUSH_ATTEMPTS,
    Message,
    PushState,
    earliest_of,
    timed,
    useless_from,
    way_on,
)
from chalicelib.notify.domain.reader import allows
from chalicelib.notify.domain.reminder import Reminder
from chalicelib.notify.domain.template import Template, reserve_of, wechat_values
from chalicelib.notify.ports import Notify, Pushed
from chalicelib.notify.usecases.by_phone import by_phone, is_to_ring
from chalicelib.notify.usecases.moves import TRIES_FOR, Begin, NotDelivered, Reader, held_subject, hold, move

# So long WeChat may ask to come again later; then the SMS goes.
PATIENCE = timedelta(minutes=3)
# A message held over the night that did not go so long after its morning began is looked for by the audit.
RELEASED_WITHIN = timedelta(minutes=30)


class NoSuchMessage(Missing):
    code = "notify.no_such_message"
    message = "没有找到这条消息。"
    next_step = "请回到消息列表，重新点进去看。"


def tell(
    notify: Notify, *, messages: Sequence[Message], now: datetime, begin: Begin, reminders: Sequence[Reminder] = ()
) -> None:
    """Once per message, however often its event comes. All inboxes first: they need nobody's answer.

    `reminders` are planned in one transaction with the first message. What is about to be tried is stored before
    anybody is called, and counted: an answer that never came, or a crash before it was noted, costs at most one
    more push, and then an SMS.
    """
    kept = [
        _keep(notify, message, now, begin, reminders if place == 0 else ()) for place, message in enumerate(messages)
    ]
    settled = [deliver(notify, message, now=now, begin=begin) for message in kept]
    if not all(settled):
        raise NotDelivered


def is_told(notify: Notify, message: Message, *, now: datetime) -> bool:
    kept = notify.store.find(message.person_id, message.message_id)
    return kept is not None and kept.is_settled and not kept.is_overdue(now - RELEASED_WITHIN)


def _keep(notify: Notify, message: Message, now: datetime, begin: Begin, reminders: Sequence[Reminder]) -> Message:
    message = _for_its_reader(notify, message, now)
    uow = begin()
    notify.store.stage_message(uow, message)
    if message.send_from is not None:
        notify.store.stage_due(uow, held_subject(message), due_at=message.send_from, now=now)
    for reminder in reminders:
        notify.store.stage_due(uow, reminder.subject, due_at=reminder.due_at, now=now)
    try:
        uow.commit()
    except AlreadyDone as done:
        return notify.store.message_in(done.item)
    return message


def _for_its_reader(notify: Notify, message: Message, now: datetime) -> Message:
    """In the words they want; and what is held by the night here is held by that of where they live instead."""
    template = notify.templates[message.kind]
    if not template.short and message.send_from is None:
        return message
    preferences = notify.store.preferences_of(message.person_id)
    if template.short and preferences.short:
        message = replace(message, text=template.short.format(**message.facts))
    zone = zone_of(preferences.zone)
    return timed(message, template, zone=zone, now=now) if message.send_from and zone else message


def release(notify: Notify, *, person_id: PersonId, message_id: MessageId, now: datetime, begin: Begin) -> None:
    """The quiet hours are over for a message that was held; again, when that was begun and not ended."""
    message = notify.store.find(person_id, message_id)
    if message is None:
        raise AssertionError("a message that was held is gone")
    if not deliver(notify, message, now=now, begin=begin):
        raise NotDelivered


def deliver(notify: Notify, message: Message, *, now: datetime, begin: Begin) -> bool:
    """Takes the message as far as it goes; False when it must come again."""
    try:
        if message.is_being_tried(now):
            return False
        if message.is_overdue(now):
            push, attempts = way_on(message, notify.templates[message.kind])
            message = move(notify, message, push, begin, attempts=attempts)
        return message.is_settled or _delivered(notify, message, now, begin).is_settled
    except (NotDelivered, Stale):  # Stale: another delivery is at it, or an answer of the database was lost
        return False


def _delivered(notify: Notify, message: Message, now: datetime, begin: Begin) -> Message:
    template = notify.templates[message.kind]
    if not _holds(notify, message, template, now):
        return move(notify, message, PushState.VOID, begin, attempts=message.attempts)
    wechat_template = template.wechat.template if template.wechat else None
    reader = Reader(*notify.store.reader_of(message.person_id, wechat_template))
    if (send_from := earliest_of(template, message.about, now, zone=zone_of(reader.preferences.zone))) > now:
        # What comes again at night, because somebody did not answer in the evening, waits for the morning too.
        attempts = message.attempts if message.push is PushState.SMS else 0
        return hold(notify, message, PushState.HELD, begin, until=send_from, attempts=attempts, now=now)
    while not message.is_settled:
        if message.push is PushState.SMS:
            message = by_phone(notify, message, template, reader, begin, now=now)
        else:
            message = _by_wechat(notify, message, template, reader, begin, now=now)
    return message


def _holds(notify: Notify, message: Message, template: Template, now: datetime) -> bool:
    """Whether it is still so, and still of use: looked at just before anything goes out."""
    about = message.about
    if about is None:
        return True
    useless = useless_from(template, about.start_at)
    if useless is not None and now >= useless:
        return False
    standing = notify.visits.standing(about.visit_id)
    return (standing.NAME, standing.start_at) == (about.event, about.start_at)


def _by_wechat(
    notify: Notify, message: Message, template: Template, reader: Reader, begin: Begin, *, now: datetime
) -> Message:
    wechat = template.wechat
    if wechat is None:
        raise AssertionError("a message without a push waits for one")
    onwards = partial(move, notify, message, PushState.SMS, begin, attempts=0)
    openid, phone = notify.people.contact_of(message.person_id)
    # Who wants to be called is called first: a push makes no sound that they would heed. Where it may end with
    # nobody taking the call and no SMS wanted, WeChat goes first.
    by_call = (
        phone and allows(reader.preferences, template, "sms") and is_to_ring(notify, message, template, reader, now)
    )
    if openid is None or by_call or message.attempts >= PUSH_ATTEMPTS:
        return onwards()
    if not allows(reader.preferences, template, "wechat"):
        return onwards()
    # A push that is tried again has its credit already.
    is_first = message.attempts == 0
    if is_first and not reader.credit.is_spent_on(reserve=reserve_of(notify.templates, message.kind)):
        return onwards()
    paid = wechat.template if is_first and reader.credit.left is not None else None
    message = move(
        notify,
        message,
        PushState.SENDING,
        begin,
        attempts=message.attempts + 1,
        spends=paid,
        trying_until=now + TRIES_FOR,
    )
    about = message.visit_id or message.case_id
    whose = f"of={message.relative}" if message.relative else "own=1"
    pushed = notify.wechat.send(
        openid=openid,
        template_id=notify.template_ids[wechat.template],
        page=wechat.page + (f"?id={about}&{whose}" if about else ""),
        values=wechat_values(wechat, message.facts),
    )
    patience_ends = (message.send_from or message.created_at) + PATIENCE
    return _after_push(notify, message, pushed, begin, paid=paid, may_wait=now < patience_ends, of=wechat.template)


def _after_push(
    notify: Notify, message: Message, pushed: Pushed, begin: Begin, *, paid: str | None, may_wait: bool, of: str
) -> Message:
    """`paid` is the template whose credit it took, `of` the one it was sent with."""
    match pushed.outcome:
        case "sent":
            return move(notify, message, PushState.SENT, begin, attempts=message.attempts, push_id=pushed.push_id)
        case "unknown":
            raise NotDelivered
        case "try_later" if may_wait:
            # Known not to have been sent: it does not count.
            move(notify, message, PushState.PENDING, begin, attempts=message.attempts - 1, returns=paid)
            raise NotDelivered
        case "no_consent":
            return move(notify, message, PushState.SMS, begin, attempts=0, empties=of)
    # Not today, too long not now, or a fault of ours: the person is told all the same.
    return move(notify, message, PushState.SMS, begin, attempts=0, returns=paid)


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
