"""What a gateway tells of a text later: the phone has it, will never have it, or not this time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.contracts.sms import SmsReceipt
from chalicelib.notify.domain.message import PushState
from chalicelib.notify.ports import Notify
from chalicelib.notify.usecases.delivery import Begin, NotDelivered, deliver

# SNS may write what it noted some moments after the time it noted it for.
NOTED_LATE = timedelta(minutes=2)
# The first time a gateway is asked.
FIRST_LOOK_BACK = timedelta(days=1)
# A receipt may be here before it was noted that the text is on its way; one that is older was never ours.
NOTED_WITHIN = timedelta(minutes=2)
_SETTLES = {"delivered": PushState.DELIVERED, "refused": PushState.UNDELIVERED, "failed": PushState.SMS}


class NotAwaitedYet(Exception):
    """The receipt is delivered again by its queue."""


def take_receipt(notify: Notify, receipt: SmsReceipt, *, now: datetime, begin: Begin) -> None:
    """The first receipt of an attempt counts. What failed for now goes again, by another gateway if need be."""
    awaited = notify.store.find_awaited(receipt.gateway, receipt.reference)
    if awaited is None:
        if now < receipt.at + NOTED_WITHIN:
            raise NotAwaitedYet
        return
    message = notify.store.find(awaited.person_id, awaited.message_id)
    if message is None:
        raise AssertionError("a message that was sent is gone")
    if message.push is PushState.BY_SMS and message.attempts == awaited.attempt:
        push = _SETTLES[receipt.outcome]
        uow = begin()
        notify.store.stage_push(uow, message, push, attempts=message.attempts)
        uow.commit()
        if receipt.outcome != "refused":  # a number that takes nothing says nothing of the gateway
            notify.sms.note_receipt(receipt.gateway, delivered=receipt.outcome == "delivered", now=now)
        message = replace(message, push=push)
    if not deliver(notify, message, now=now, begin=begin):
        raise NotDelivered
