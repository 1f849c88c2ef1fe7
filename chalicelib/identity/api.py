"""Identity over HTTP."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.identity.domain import id_number, person
from chalicelib.identity.domain.commands import BindPhone, LogIn, ProveIdentity
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases import proofs, sessions
from chalicelib.identity.views import MeView, SignedInView, SignedOutView
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.principal import Role
from chalicelib.kernel.refusals import MovedMeanwhile
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.http.throttling import Throttle
from chalicelib.platform.realname.tencent import RealNameUnavailable
from chalicelib.platform.wechat.refusals import AccountRestricted, CodeRefused, WeChatUnreachable

api: Api[Identity] = Api("identity")


# Many phones share one address of a mobile network: limits by address stop machines, not neighbours.
_LOGINS = Throttle("login", per="address", most=600, within=timedelta(minutes=10))
_PHONE = Throttle("phone", per="person", most=10, within=timedelta(hours=1))
# Each question to the register is charged, and could be used to learn who has which number.
_IDENTITY = (
    Throttle("identity", per="person", most=10, within=timedelta(hours=1)),
    Throttle("identity", per="address", most=300, within=timedelta(hours=1)),
)


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
        member=MeView.of(signed_in.person, signed_in.private),
    )


@api.get("/v1/me", role=Role.MEMBER)
def read_me(call: Call[Identity]) -> MeView:
    """Who I am here."""
    return MeView.of(*proofs.read_me(call.deps, by=call.principal))


@api.post("/v1/me/sign-out", role=Role.MEMBER, refuses=(MovedMeanwhile,))
def sign_out_everywhere(call: Call[Identity]) -> SignedOutView:
    """End every session of mine, on every phone."""
    sessions.sign_out_everywhere(call.deps, by=call.principal, now=call.now, begin=call.begin)
    return SignedOutView(ended_at=call.now)


@api.post(
    "/v1/me/phone",
    role=Role.MEMBER,
    refuses=(CodeRefused, WeChatUnreachable, MovedMeanwhile),
    throttles=(_PHONE,),
)
def bind_phone(call: Call[Identity], command: BindPhone) -> MeView:
    """Give my phone number, with the code of `getPhoneNumber`."""
    return MeView.of(*proofs.bind_phone(call.deps, command=command, by=call.principal, begin=call.begin))


@api.put(
    "/v1/me/identity",
    role=Role.MEMBER,
    refuses=(
        id_number.NumberTooShortOrLong,
        id_number.NumberHasOtherCharacter,
        id_number.NumberDateImpossible,
        id_number.NumberCheckFailed,
        person.NameAndNumberDiffer,
        person.AlreadyProven,
        person.PersonAlreadyBound,
        RealNameUnavailable,
        MovedMeanwhile,
    ),
    throttles=_IDENTITY,
)
def prove_identity(call: Call[Identity], command: ProveIdentity) -> MeView:
    """Prove who I am with name and identity number; the same again changes nothing."""
    return MeView.of(
        *proofs.prove_identity(call.deps, command=command, by=call.principal, now=call.now, begin=call.begin)
    )
