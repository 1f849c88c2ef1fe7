"""What a gateway tells of a text later: the phone has it, will never have it, or not this time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.contracts.sms import SmsReceipt
from chalicelib.notify.domain.message import Message, PushState, after_receipt, next_try
from chalicelib.notify.ports import Notify
from chalicelib.notify.usecases.delivery import deliver
from chalicelib.notify.usecases.moves import Begin, NotDelivered, stage_hold

# SNS may write what it noted some moments after the time it noted it for: what is younger is not read yet.
NOTED_LATE = timedelta(minutes=1)
# So much of what SNS noted is handed to the queue before the place is kept: a run that ends early has got on. Where
# there is little, as after hours without a run, four times as much is read the next time.
READ_TOGETHER = timedelta(seconds=15)
FEW = 1_000
# The first time a gateway is asked.
FIRST_LOOK_BACK = timedelta(hours=1)
# A receipt may be here before it was noted that the text is on its way; one that is older was never ours.
NOTED_WITHIN = timedelta(minutes=2)


class NotAwaitedYet(Exception):
    """The receipt is delivered again by its queue."""


def take_receipt(notify: Notify, receipt: SmsReceipt, *, now: datetime, begin: Begin) -> None:
    """The first receipt of an attempt counts. What failed for now goes again later, and after a call that
    nobody took the SMS."""
    awaited = notify.store.find_awaited(receipt.gateway, receipt.reference)
    if awaited is None:
        _of_no_message(notify, receipt, now=now, begin=begin)
        return
    message = notify.store.find(awaited.person_id, awaited.message_id)
    if message is None:
        raise AssertionError("a message that was sent is gone")
    settled = after_receipt(message.push, awaited.attempt, receipt.outcome)
    is_read = receipt.outcome == "confirmed" and message.read_at is None
    if settled is None or message.attempts != awaited.attempt:
        if is_read:
            _note_read(notify, message, now, begin)
    else:
        uow = begin()
        if settled is PushState.HELD:
            again_at = next_try(message.attempts, now)
            stage_hold(notify, uow, message, settled, until=again_at, attempts=message.attempts, now=now)
        else:
            read_at = now if is_read else None
            notify.store.stage_push(uow, message, settled, attempts=message.attempts, read_at=read_at)
        uow.commit()
        # That nobody took a call, or that a number takes nothing, says nothing of the gateway.
        if settled is PushState.DELIVERED or (message.push, receipt.outcome) == (PushState.BY_SMS, "failed"):
            notify.sms.note_receipt(receipt.gateway, delivered=settled is PushState.DELIVERED, now=now)
        message = replace(message, push=settled, send_from=again_at if settled is PushState.HELD else None)
    if not deliver(notify, message, now=now, begin=begin):
        raise NotDelivered


def _of_no_message(notify: Notify, receipt: SmsReceipt, *, now: datetime, begin: Begin) -> None:
    delivered = receipt.outcome in ("delivered", "confirmed")
    is_otp = notify.otps.take_receipt(
        receipt.gateway, receipt.reference, delivered=delivered, keys=receipt.keys, now=now, begin=begin
    )
    if not is_otp and now < receipt.at + NOTED_WITHIN:
        raise NotAwaitedYet


def _note_read(notify: Notify, message: Message, now: datetime, begin: Begin) -> None:
    """The key was pressed after the SMS had gone."""
    uow = begin()
    notify.store.stage_read(uow, message, now=now)
    uow.commit()
