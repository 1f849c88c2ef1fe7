"""Identity over HTTP."""

from __future__ import annotations

import base64
import os
import secrets
from dataclasses import replace
from datetime import timedelta

from chalicelib.identity.domain import id_number, lock, person
from chalicelib.identity.domain import otp as otp_rules
from chalicelib.identity.domain.commands import BindPhone, LogIn, ProveIdentity, Recover, StaffLogIn, Unlock
from chalicelib.identity.domain.person import Person, Private
from chalicelib.identity.domain.second_factor import NotStaff, SecondFactorMissing, SecondFactorSet, SignInRefused
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases import otps, proofs, recovery, sessions, staff_sign_in, voice
from chalicelib.identity.views import (
    AtDeskView,
    MeView,
    MovedView,
    OtpView,
    PairingView,
    SecondFactorView,
    SignedInView,
    SignedOutView,
)
from chalicelib.kernel.ids import OtpId, OtpIdField, PersonId
from chalicelib.kernel.principal import Role
from chalicelib.kernel.refusals import MovedMeanwhile, NotOnBehalf
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.platform.http.acting import Behalf
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.http.throttling import Throttle
from chalicelib.platform.realname.tencent import RealNameUnavailable
from chalicelib.platform.wechat.refusals import AccountRestricted, CodeRefused, WeChatUnreachable

api: Api[Identity] = Api("identity")


# Many phones share one address of a mobile network: limits by address stop machines, not neighbours.
_LOGINS = Throttle("login", per="address", most=600, within=timedelta(minutes=10))
# More than locks an account: who guesses meets the lock, not a pause.
_PHONE = Throttle("phone", per="person", most=20, within=timedelta(hours=1))
_PAIRING = Throttle("pairing", per="person", most=20, within=timedelta(hours=1))
# A desk stands in an office of many: against machines that guess, each pairing code is good for one try.
_DESK = Throttle("desk", per="address", most=60, within=timedelta(minutes=10))
# RFC 4226 wants at least 128 bits and recommends 160.
SECRET_BYTES = 20
# Each question to the register is charged, and could be used to learn who has which number.
_IDENTITY = (
    Throttle("identity", per="person", most=10, within=timedelta(hours=1)),
    Throttle("identity", per="address", most=300, within=timedelta(hours=1)),
)


# A text costs money, and a phone that rings all night costs trust (features.md A5): per account here (one
# WeChat: a mini program is told no device) and per address, per phone where a text is known to leave (otp_store.py).
_OTP = (
    Throttle("otp", per="person", most=10, within=timedelta(days=1)),
    Throttle("otp", per="address", most=60, within=timedelta(hours=1)),
)
# Of an agent with one caller after the other; of a phone the budget of its codes.
_VOICE = Throttle("voice", per="person", most=30, within=timedelta(hours=1))
_UNLOCK = Throttle("unlock", per="person", most=20, within=timedelta(days=1))
_RECOVERY = Throttle("recovery", per="person", most=10, within=timedelta(days=1))


@api.post(
    "/v1/login",
    role=None,
    refuses=(CodeRefused, AccountRestricted, WeChatUnreachable, MovedMeanwhile),
    throttles=(_LOGINS,),
)
def log_in(call: Call[Identity], command: LogIn) -> SignedInView:
    """Log in with the code of `wx.login`."""
    signed_in = sessions.log_in(
        call.deps,
        command=command,
        new_person_id=PersonId(call.new_id(PersonId)),
        now=call.now,
        begin=call.begin,
    )
    return SignedInView(
        token=signed_in.token,
        expires_at=signed_in.expires_at,
        member=MeView.of(signed_in.person, signed_in.private, call.deps.documents),
    )


@api.get("/v1/me", role=Role.MEMBER, while_locked=True)
def read_me(call: Call[Identity]) -> MeView:
    """Who I am here."""
    return _me(call, proofs.read_me(call.deps, by=call.principal))


@api.post("/v1/me/sign-out", role=Role.MEMBER, refuses=(MovedMeanwhile,), while_locked=True)
def sign_out_everywhere(call: Call[Identity]) -> SignedOutView:
    """End every session of mine, on every phone."""
    sessions.sign_out_everywhere(call.deps, by=call.principal, now=call.now, begin=call.begin)
    return SignedOutView(ended_at=call.now)


@api.post(
    "/v1/me/phone",
    role=Role.MEMBER,
    refuses=(CodeRefused, WeChatUnreachable, otp_rules.OtpOver, otp_rules.OtpWrong, MovedMeanwhile),
    throttles=(_PHONE,),
)
def bind_phone(call: Call[Identity], command: BindPhone) -> MeView:
    """Give my phone number, with the code of `getPhoneNumber`, or with one that came by SMS."""
    by, now, begin = call.principal, call.now, call.begin
    if command.otp_id is None or command.otp is None:
        phone = call.deps.wechat.phone_for(command.code or "")
        return _me(call, proofs.bind_phone(call.deps, phone=phone, by=by, now=now, begin=begin))
    otp, phone = otps.check(
        call.deps,
        otp_id=command.otp_id,
        typed=command.otp,
        purpose=otp_rules.Purpose.PHONE,
        by=by,
        now=now,
        begin=begin,
    )

    def used(uow: UnitOfWork) -> None:
        call.deps.otps.stage_used(uow, otp, now=now)

    return _me(call, proofs.bind_phone(call.deps, phone=phone, by=by, now=now, begin=begin, also=used))


@api.post(
    "/v1/otp",
    role=Role.MEMBER,
    status=201,
    refuses=(
        otp_rules.OtpTooSoon,
        otp_rules.OtpTooMany,
        otp_rules.OtpNotSent,
        otp_rules.OtherPhone,
        lock.NoPhoneToUnlock,
    ),
    throttles=_OTP,
    while_locked=True,
)
def send_otp(call: Call[Identity], command: otp_rules.AskForOtp) -> OtpView:
    """Have a code sent by SMS: good once, for five minutes and five tries; the one before is worthless."""
    digits = f"{secrets.randbelow(10**6):06d}"
    otp = otps.send(
        call.deps,
        command=command,
        otp_id=OtpId(call.new_id(OtpId)),
        digits=digits,
        by=call.principal,
        now=call.now,
        begin=call.begin,
    )
    return OtpView.of(otp)


@api.post(
    "/v1/me/voice-codes",
    role=Role.MEMBER,
    status=201,
    refuses=(
        person.NotProvenForVoice,
        person.NoPhoneToRing,
        NotOnBehalf,
        otp_rules.OtpTooSoon,
        otp_rules.OtpTooMany,
        otp_rules.NobodyRings,
    ),
    throttles=(_VOICE,),
    on_behalf=Behalf("打自动电话核实", on_phone=True),
)
def ring_with_code(call: Call[Identity]) -> OtpView:
    """Have the registered phone rung: a code is read aloud, and keyed back into it. Then it is as sure as a face.

    For an agent, on behalf of who is on the line, who neither hears, sees nor types the code.
    """
    if not call.principal.acting:
        raise NotOnBehalf
    otp = voice.ring(
        call.deps,
        otp_id=OtpId(call.new_id(OtpId)),
        digits=f"{secrets.randbelow(10**6):06d}",
        by=call.principal,
        now=call.now,
        first=call.begin(),
        begin=replace(call, note=None).begin,
    )
    return OtpView.of(otp)


@api.get(
    "/v1/otp/{otp_id}",
    role=Role.MEMBER,
    refuses=(otps.NoSuchOtp,),
    while_locked=True,
    on_behalf=Behalf("看自动电话的结果", on_phone=True),
)
def read_otp(call: Call[Identity], otp_id: OtpIdField) -> OtpView:
    """Whether a code of mine has left, and whether my phone has it."""
    return OtpView.of(otps.read(call.deps, otp_id=otp_id, by=call.principal))


@api.post(
    "/v1/me/unlock",
    role=Role.MEMBER,
    refuses=(otp_rules.OtpOver, otp_rules.OtpWrong, lock.NumberNotTheirs, MovedMeanwhile),
    throttles=(_UNLOCK,),
    while_locked=True,
)
def unlock(call: Call[Identity], command: Unlock) -> MeView:
    """Unlock my account, alone and at any hour: with a code to my phone and the number of my paper."""
    return _me(call, recovery.unlock(call.deps, command=command, by=call.principal, now=call.now, begin=call.begin))


@api.post(
    "/v1/me/recovery",
    role=Role.MEMBER,
    refuses=(
        *id_number.REFUSALS,
        otp_rules.OtpOver,
        otp_rules.OtpWrong,
        recovery.RecoveryRefused,
        recovery.NotEmpty,
        MovedMeanwhile,
    ),
    throttles=(_RECOVERY,),
)
def recover_account(call: Call[Identity], command: Recover) -> MovedView:
    """Have the account I had with another WeChat: with name, number, and a code to the phone it has.

    Every session ends; logging in again with this WeChat leads to that account, and the old device is told.
    """
    person = recovery.recover(call.deps, command=command, by=call.principal, now=call.now, begin=call.begin)
    return MovedView(person_id=person.person_id, moved_at=call.now)


@api.post("/v1/me/second-factor", role=Role.MEMBER, refuses=(NotStaff, SecondFactorSet, MovedMeanwhile))
def set_second_factor(call: Call[Identity]) -> SecondFactorView:
    """For staff: the secret for an authenticator; the same again until it was used for the first time."""
    made = base64.b32encode(os.urandom(SECRET_BYTES)).decode()
    secret, uri = staff_sign_in.set_second_factor(call.deps, secret=made, by=call.principal, begin=call.begin)
    return SecondFactorView(secret=secret, uri=uri)


@api.post(
    "/v1/me/pairing",
    role=Role.MEMBER,
    status=201,
    refuses=(NotStaff, SecondFactorMissing, MovedMeanwhile),
    throttles=(_PAIRING,),
)
def pair(call: Call[Identity]) -> PairingView:
    """For staff: a code to be typed at the desk, good once and for five minutes."""
    code = f"{secrets.randbelow(10**8):08d}"
    expires_at = staff_sign_in.pair(call.deps, code=code, by=call.principal, now=call.now, begin=call.begin)
    return PairingView(code=code, expires_at=expires_at)


@api.post("/v1/staff/login", role=None, refuses=(SignInRefused, MovedMeanwhile), throttles=(_DESK,))
def log_in_at_desk(call: Call[Identity], command: StaffLogIn) -> AtDeskView:
    """Sign in at the desk with the code shown in one's mini program and the authenticator's; for twelve hours."""
    signed_in = staff_sign_in.sign_in(call.deps, command=command, now=call.now, begin=call.begin)
    return AtDeskView(
        token=signed_in.token,
        expires_at=signed_in.expires_at,
        person_id=signed_in.person.person_id,
        roles=sorted(signed_in.person.roles),
    )


@api.put(
    "/v1/me/identity",
    role=Role.MEMBER,
    refuses=(
        *id_number.REFUSALS,
        id_number.NumberForPeopleToCheck,
        person.NameAndNumberDiffer,
        person.PhoneOfAnother,
        person.NoPhoneToProveBy,
        person.NameSpelledOtherwise,
        person.AlreadyProven,
        person.PersonAlreadyBound,
        RealNameUnavailable,
        MovedMeanwhile,
    ),
    throttles=_IDENTITY,
    on_behalf=Behalf("提交实名资料", on_phone=True),
)
def prove_identity(call: Call[Identity], command: ProveIdentity) -> MeView:
    """Prove who I am with name and identity number, by the register or by the carrier; again changes nothing."""
    return _me(
        call, proofs.prove_identity(call.deps, command=command, by=call.principal, now=call.now, begin=call.begin)
    )


def _me(call: Call[Identity], known: tuple[Person, Private]) -> MeView:
    return MeView.of(*known, call.deps.documents)
