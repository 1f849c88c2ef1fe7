"""A code read aloud to the registered phone and keyed back into it: an agent on the line sees only that it was."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from chalicelib.identity.domain.otp import STATE_OF_OUTCOME, NobodyRings, Otp, Purpose, SendState
from chalicelib.identity.domain.person import PHONE_FOR, NoPhoneToRing, NotProvenForVoice, with_identity_proven
from chalicelib.identity.domain.ways import Way
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.proofs import is_surer, load_person, read_me
from chalicelib.kernel.ids import OtpId
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import AlreadyDone
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]
TEXT = (
    "您好，这里是远盟健康，您正在电话里核实身份。请记住六位数字：{digits}。再说一遍：{digits}。"
    "请在手机上按这六位数字，最后按井号键。不是您本人在办，请直接挂断。"
)
KIND = "otp_voice"
KEYS = 6


def ring(
    identity: Identity, *, otp_id: OtpId, digits: str, by: Principal, now: datetime, first: UnitOfWork, begin: Begin
) -> Otp:
    """Rings the phone this person has registered, some days ago at least, as an agent asks for who is on the line.

    Who is not known by name and number yet is refused.

    `first` is the transaction that keeps it, with what else is kept of it.
    """
    person, private = read_me(identity, by=by)
    if person.identity_proven_at is None:
        raise NotProvenForVoice
    if private.phone is None or (person.phone_since is not None and now < person.phone_since + PHONE_FOR):
        raise NoPhoneToRing
    otp = Otp(
        otp_id=otp_id,
        person_id=person.person_id,
        purpose=Purpose.VOICE,
        sealed=identity.otps.seal_phone(otp_id, person.data_key, private.phone),
        code_hash=identity.otps.hash_of(otp_id, digits),
        made_at=now,
    )
    identity.otps.stage_new(first, otp, private.phone)
    with suppress(AlreadyDone):
        first.commit()
    text = TEXT.format(digits="，".join(digits))
    sent = identity.sms.call(
        phone=private.phone, text=text, kind=KIND, values=[digits], pressing=True, now=now, keys=KEYS
    )
    otp = replace(otp, state=STATE_OF_OUTCOME.get(sent.outcome, SendState.QUEUED), gateway=sent.gateway)
    uow = begin()
    identity.otps.stage_sent(uow, otp, sent.reference)
    uow.commit()
    if otp.state is SendState.FAILED:
        raise NobodyRings
    return otp


def take_keys(identity: Identity, otp: Otp, keys: str, *, now: datetime, begin: Begin) -> None:
    """The right ones make us surer of the person, once; wrong ones are noted, and another call may be made."""
    if otp.used_at is not None or otp.state is SendState.MISKEYED or now >= otp.expires_at:
        return
    person = load_person(identity, otp.person_id)
    phone = identity.otps.open_phone(otp, person.data_key)
    if not identity.otps.is_latest(otp, phone) or identity.store.open(person).phone != phone:
        return

    def attempt() -> None:
        uow = begin()
        identity.otps.stage_used(uow, otp, now=now)
        person = load_person(identity, otp.person_id)
        if person.identity_proven_at is not None and is_surer(Way.VOICE, person):
            identity.store.stage_person(uow, with_identity_proven(person, Way.VOICE, now=now))
        uow.commit()

    if identity.otps.is_right(otp, keys):
        again_when_stale(attempt)
        return
    uow = begin()
    identity.otps.stage_receipt(uow, otp, SendState.MISKEYED)
    uow.commit()
