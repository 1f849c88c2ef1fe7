"""Signing in to the desk: a code shown on one's own phone, and the second factor; neither is good twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from chalicelib.identity.domain.commands import StaffLogIn
from chalicelib.identity.domain.person import Person, with_sessions_ended
from chalicelib.identity.domain.second_factor import (
    PAIRING_LIFE,
    NotStaff,
    SecondFactorMissing,
    SecondFactorSet,
    SignInRefused,
    step_of,
    uri_of,
)
from chalicelib.identity.ports import Identity, Pairing
from chalicelib.identity.usecases.proofs import read_me
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.principal import Principal, Role
from chalicelib.kernel.refusals import Missing
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]


@dataclass(frozen=True, slots=True)
class StaffSignedIn:
    token: str
    expires_at: datetime
    person: Person


class NobodyWithThatPhone(Missing):
    code = "identity.nobody_with_that_phone"
    message = "这个手机号没有登记过工作人员，或者还没有登录过。"
    next_step = "请核对手机号。"


def set_second_factor(identity: Identity, *, secret: str, by: Principal, begin: Begin) -> tuple[str, str]:
    """(secret, URI for a QR code), until it was used for the first time; then it is told to nobody any more."""

    def attempt() -> tuple[str, str]:
        person, private = read_me(identity, by=by)
        if Role.STAFF not in person.roles:
            raise NotStaff
        if person.otp_step is not None:
            raise SecondFactorSet
        known = private.otp_secret or secret
        if private.otp_secret is None:
            sealed = identity.store.seal(person.person_id, person.data_key, replace(private, otp_secret=known))
            uow = begin()
            identity.store.stage_person(uow, replace(person, sealed=sealed))
            uow.commit()
        return known, uri_of(known, account=(private.phone or "")[-4:])

    return again_when_stale(attempt)


def pair(identity: Identity, *, code: str, by: Principal, now: datetime, begin: Begin) -> datetime:
    """Makes the code good for one sign-in to the desk; until when."""
    person, private = read_me(identity, by=by)
    if Role.STAFF not in person.roles:
        raise NotStaff
    if private.otp_secret is None:
        raise SecondFactorMissing
    expires_at = now + PAIRING_LIFE
    uow = begin()
    identity.store.stage_pairing(uow, code, Pairing(person.person_id, expires_at))
    uow.commit()
    return expires_at


def sign_in(identity: Identity, *, command: StaffLogIn, now: datetime, begin: Begin) -> StaffSignedIn:
    """Uses the pairing code up, whether or not the second factor is right."""

    def attempt() -> StaffSignedIn:
        pairing = identity.store.find_pairing(command.code)
        person = identity.store.find_person(pairing.person_id) if pairing else None
        if pairing is None or person is None or now >= pairing.expires_at:
            raise SignInRefused
        secret = identity.store.open(person).otp_secret
        step = step_of(secret, command.otp, after=person.otp_step or 0, now=now) if secret else None
        uow = begin()
        identity.store.stage_used_pairing(uow, command.code)
        if step is not None:
            person = replace(person, otp_step=step)
            identity.store.stage_person(uow, person)
        uow.commit()
        if step is None:
            raise SignInRefused
        token, expires_at = identity.tokens.issue(person.person_id, epoch=person.session_epoch, now=now, at_desk=True)
        return StaffSignedIn(token, expires_at, person)

    return again_when_stale(attempt)


def reset_second_factor(identity: Identity, *, phone: str, now: datetime, begin: Begin) -> None:
    """By an operator, for who lost it: every session of theirs ends with it."""

    def attempt() -> None:
        invitation = identity.store.find_invitation(phone)
        person = identity.store.find_person(invitation.accepted_by) if invitation and invitation.accepted_by else None
        if person is None:
            raise NobodyWithThatPhone
        private = replace(identity.store.open(person), otp_secret=None)
        sealed = identity.store.seal(person.person_id, person.data_key, private)
        uow = begin()
        identity.store.stage_person(uow, replace(with_sessions_ended(person, now=now), sealed=sealed, otp_step=None))
        uow.commit()

    again_when_stale(attempt)
