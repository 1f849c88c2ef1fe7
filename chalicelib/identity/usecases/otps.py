"""Sending a one-time code, hearing whether it came, and taking it once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.contracts.identity import AccountLocked
from chalicelib.identity.domain.lock import NoPhoneToUnlock, with_wrong_answer
from chalicelib.identity.domain.otp import (
    STATE_OF_OUTCOME,
    TRIES,
    AskForOtp,
    OtherPhone,
    Otp,
    OtpNotSent,
    OtpOver,
    OtpWrong,
    Purpose,
    SendState,
    may_be_tried,
)
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.elder_answers import take_answer
from chalicelib.identity.usecases.proofs import read_me
from chalicelib.identity.usecases.voice import take_keys
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import OtpId
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import AlreadyDone, Missing
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]
# When it is looked whether the person was told that their account is locked.
TOLD_WITHIN = timedelta(minutes=10)
TEXT = "【远盟健康】验证码{digits}，5分钟内有效。不是您本人在办，请不要告诉任何人。"
KIND = "otp"


class NoSuchOtp(Missing):
    """Also for somebody else's."""

    code = "identity.no_such_otp"
    message = "没有找到这条验证码。"
    next_step = "请点“获取验证码”，重新发一条。"


def send(
    identity: Identity, *, command: AskForOtp, otp_id: OtpId, digits: str, by: Principal, now: datetime, begin: Begin
) -> Otp:
    """Kept first, then handed to the gateways, the next at once when one fails; the one before is worthless."""
    if command.purpose is Purpose.UNLOCK:
        registered = read_me(identity, by=by)[1].phone
        if registered is None:
            raise NoPhoneToUnlock
        if command.phone != registered:
            raise OtherPhone(field="phone")
    otp = Otp(
        otp_id=otp_id,
        person_id=by.person_id,
        purpose=command.purpose,
        sealed=identity.otps.seal_phone(otp_id, by.data_key, command.phone),
        code_hash=identity.otps.hash_of(otp_id, digits),
        made_at=now,
    )
    uow = begin()
    identity.otps.stage_new(uow, otp, command.phone)
    with suppress(AlreadyDone):  # the answer to an earlier try was lost; nothing was sent by it yet
        uow.commit()
    text = TEXT.format(digits=digits)
    sent = identity.sms.send(phone=command.phone, text=text, kind=KIND, values=[digits], pressing=True, now=now)
    otp = replace(otp, state=STATE_OF_OUTCOME.get(sent.outcome, SendState.QUEUED), gateway=sent.gateway)
    uow = begin()
    identity.otps.stage_sent(uow, otp, sent.reference)
    uow.commit()
    if otp.state is SendState.FAILED:
        raise OtpNotSent(field="phone")
    return otp


def read(identity: Identity, *, otp_id: OtpId, by: Principal) -> Otp:
    otp = identity.otps.find(otp_id)
    if otp is None or otp.person_id != by.person_id:
        raise NoSuchOtp
    return otp


def check(
    identity: Identity, *, otp_id: OtpId, typed: str, purpose: Purpose, by: Principal, now: datetime, begin: Begin
) -> tuple[Otp, str]:
    """The code, if it is right, and the phone it went to; to be staged as used with what it is used for.

    OtpOver, or OtpWrong, which counts: the tenth wrong answer within a day locks the account.
    """
    otp = identity.otps.find(otp_id)
    if otp is None or not may_be_tried(otp, by=by.person_id, purpose=purpose, now=now):
        raise OtpOver(field="otp")
    phone = identity.otps.open_phone(otp, by.data_key)
    if not identity.otps.is_latest(otp, phone):
        raise OtpOver(field="otp")
    uow = begin()
    identity.otps.stage_try(uow, otp)
    uow.commit()
    if not identity.otps.is_right(otp, typed):
        count_wrong_answer(identity, by=by, now=now, begin=begin)
        if (left := TRIES - otp.tries - 1) <= 0:
            raise OtpOver(field="otp")
        raise OtpWrong(field="otp", left=left)
    return otp, phone


def count_wrong_answer(identity: Identity, *, by: Principal, now: datetime, begin: Begin) -> None:
    def attempt() -> None:
        before, private = read_me(identity, by=by)
        after = with_wrong_answer(before, has_phone=private.phone is not None, now=now)
        is_news = after.locked_at not in (None, before.locked_at)
        uow = begin()
        if is_news:
            identity.families.stage_due(uow, by.person_id, due_at=now + TOLD_WITHIN, now=now)
        identity.store.stage_person(uow, after, event=AccountLocked.NAME if is_news else None)
        uow.commit()

    again_when_stale(attempt)


@dataclass(frozen=True, slots=True)
class Otps:
    """What notify tells of the texts it has no message for."""

    identity: Identity

    def take_receipt(
        self, gateway: str, reference: str, *, delivered: bool, keys: str | None, now: datetime, begin: Begin
    ) -> bool:
        """False when it is of no code of ours. The first of delivered and not delivered counts; `keys` were keyed."""
        otp = self.identity.otps.find_awaited(gateway, reference)
        if otp is None:
            return False
        if keys is not None and otp.purpose is Purpose.VOICE:
            take_keys(self.identity, otp, keys, now=now, begin=begin)
        elif keys is not None and otp.purpose is Purpose.ELDER:
            take_answer(self.identity, otp, keys, now=now, begin=begin)
        elif otp.state is SendState.SENT:
            uow = begin()
            state = SendState.DELIVERED if delivered else SendState.FAILED
            self.identity.otps.stage_receipt(uow, otp, state)
            uow.commit()
        return True
