"""What a gateway tells of a text later: the phone has it, will never have it, or not this time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.contracts.sms import SmsReceipt
from chalicelib.kernel.ids import MessageId, PersonId
from chalicelib.notify.domain.message import PushState, after_receipt
from chalicelib.notify.ports import Notify
from chalicelib.notify.usecases.delivery import deliver
from chalicelib.notify.usecases.moves import Begin, NotDelivered

# SNS may write what it noted some moments after the time it noted it for.
NOTED_LATE = timedelta(minutes=2)
# So much of what SNS noted is handed to the queue before the place is kept: a run that ends early has got on.
READ_TOGETHER = timedelta(minutes=5)
# The first time a gateway is asked.
FIRST_LOOK_BACK = timedelta(days=1)
# A receipt may be here before it was noted that the text is on its way; one that is older was never ours.
NOTED_WITHIN = timedelta(minutes=2)


class NotAwaitedYet(Exception):
    """The receipt is delivered again by its queue."""


def take_receipt(notify: Notify, receipt: SmsReceipt, *, now: datetime, begin: Begin) -> None:
    """The first receipt of an attempt counts. What failed for now goes again, and after a call that nobody
    confirmed the SMS."""
    awaited = notify.store.find_awaited(receipt.gateway, receipt.reference)
    if awaited is None:
        if now < receipt.at + NOTED_WITHIN:
            raise NotAwaitedYet
        return
    message = notify.store.find(awaited.person_id, awaited.message_id)
    if message is None:
        raise AssertionError("a message that was sent is gone")
    settled = after_receipt(message.push, receipt.outcome)
    if settled is not None and message.attempts == awaited.attempt:
        uow = begin()
        heard_at = now if receipt.outcome == "confirmed" and message.read_at is None else None
        notify.store.stage_push(uow, message, settled, attempts=message.attempts, read_at=heard_at)
        uow.commit()
        # That nobody took a call, or that a number takes nothing, says nothing of the gateway.
        if settled is PushState.DELIVERED or (message.push, receipt.outcome) == (PushState.BY_SMS, "failed"):
            notify.sms.note_receipt(receipt.gateway, delivered=settled is PushState.DELIVERED, now=now)
        message = replace(message, push=settled)
    if not deliver(notify, message, now=now, begin=begin):
        raise NotDelivered


def end_call(notify: Notify, *, person_id: PersonId, message_id: MessageId, now: datetime, begin: Begin) -> None:
    """Nobody told how the call ended: the SMS goes."""
    message = notify.store.find(person_id, message_id)
    if message is None:
        raise AssertionError("a message somebody was called for is gone")
    if message.push is PushState.BY_CALL:
        uow = begin()
        notify.store.stage_push(uow, message, PushState.SMS, attempts=message.attempts)
        uow.commit()
        message = replace(message, push=PushState.SMS)
    if not deliver(notify, message, now=now, begin=begin):
        raise NotDelivered
