"""A person: one record per human, and what may become of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.identity.domain.consent import Answer, Documents, in_force
from chalicelib.identity.domain.ways import ASSURANCE, Assurance, Way
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaregiverId, PersonId
from chalicelib.kernel.principal import Principal, Role, WrappedKey
from chalicelib.kernel.refusals import Conflict, Invalid, SessionRevoked


class NameAndNumberDiffer(Invalid):
    code = "identity.name_and_number_differ"
    stuck = "identity.name_differs"
    message = "您填的姓名和身份证号，与公安的记录对不上。"
    next_step = "请对着身份证再看一遍姓名和号码；确实没填错的话，点“请人工核对”，您填的我们留着，不用再填。"


class NameSpelledOtherwise(Conflict):
    """The register has the very name in another spelling: tolerated, and looked at by a person (features.md A3)."""

    code = "identity.name_spelled_otherwise"
    stuck = "identity.name_differs"
    at_once = True
    message = "公安的记录里有您，只是名字里的字写法不一样，比如生僻字。"
    next_step = "不用再试了：您填的我们留着，马上由人工核对，结果会告诉您。"


class PhoneOfAnother(Invalid):
    """By the carrier's record; of whom it is, is not told."""

    code = "identity.phone_of_another"
    stuck = "identity.name_differs"
    message = "运营商那里登记的机主，和您填的姓名、身份证号对不上。"
    next_step = "手机号是家里人替您办的，就会这样，不是您填错了：请换一种办法核实，比如凭姓名和身份证号，或者刷脸。"


class NoPhoneToProveBy(Conflict):
    code = "identity.no_phone_to_prove_by"
    message = "您还没有登记手机号，没法凭手机号核实。"
    next_step = "请先到“设置”里登记您自己的手机号；或者换一种办法核实。"


class NoPhoneToRing(Conflict):
    """Who knows name and number could register a phone of their own, and take the call there."""

    code = "identity.no_phone_to_ring"
    message = "没有登记满三天的手机号，自动电话不能打。"
    next_step = "姓名和身份证号核实过的已经算数；要更有把握的，请对方在小程序里刷脸，或者拍手持身份证的照片。"


class NotProvenForVoice(Conflict):
    code = "identity.not_proven_for_voice"
    message = "还没有核实姓名和身份证号。"
    next_step = "请先问清姓名和身份证号，替对方核实；核实过了，再打自动电话。"


class AlreadyProven(Conflict):
    code = "identity.already_proven"
    message = "您已经用另一个身份证号完成了实名，不能再换。"
    next_step = "如果当时填错了人，请打客服电话 {hotline}，核对身份后可以更正。"


class PersonAlreadyBound(Conflict):
    """One person, one account (features.md #58)."""

    code = "identity.person_already_bound"
    stuck = "identity.bound_elsewhere"
    message = "这个身份证号已经有账号了，不在您这个微信上。"
    next_step = (
        "请用原来的微信号登录；那个微信不用了、或者是家人替您开的，就点“找回原来的账号”，凭证件和手机号搬过来。"
    )


@dataclass(frozen=True, slots=True)
class Said:
    """Who somebody says they are; `typed_name` where the name was folded, `paper` a photo of them with their card."""

    name: str
    id_number: str
    typed_name: str | None = None
    paper: str | None = None


# Inclusive: so long a phone must have been theirs before anything is known by it.
PHONE_FOR = timedelta(days=3)
# Exclusive: at exactly a day a lock is over.
LOCK_LIFE = timedelta(hours=24)
# What a session of WeChat alone gives.
EVERYBODYS = frozenset({Role.MEMBER, Role.CAREGIVER})


@dataclass(frozen=True, slots=True)
class Private:
    """What is kept sealed under the person's data key. `applied_…` is what the register did not confirm.

    `openid` is None of who has no WeChat: family opened the account. `typed_name` is the raw form, where it was
    folded; `applied_register` how the register spells it.
    """

    openid: str | None = None
    phone: str | None = None
    name: str | None = None
    id_number: str | None = None
    applied_name: str | None = None
    applied_number: str | None = None
    applied_register: str | None = None
    applied_paper: str | None = None
    typed_name: str | None = None
    former_openids: tuple[str, ...] = ()
    otp_secret: str | None = None


@dataclass(frozen=True, slots=True)
class PastLock:
    """`unlocked_at`: by its owner; None when it ended by itself. `by_move`: the account went to another WeChat."""

    locked_at: datetime
    unlocked_at: datetime | None = None
    by_move: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """`version` is the one read; the store writes the next and refuses when another came between.

    A session is good while it is of `session_epoch`: a login that was under way when all ended is over as well.
    `phone_since`: no recovery by a phone that was not theirs yet some days ago.
    """

    person_id: PersonId
    roles: frozenset[Role]
    data_key: WrappedKey
    sealed: bytes
    created_at: datetime
    sessions_from: datetime
    version: int
    caregiver_id: CaregiverId | None = None
    identity_proven_at: datetime | None = None
    # As it counted then.
    proven_by: Way | None = None
    assurance: Assurance | None = None
    applied_at: datetime | None = None
    applied_by: PersonId | None = None
    otp_step: int | None = None
    session_epoch: int = 0
    phone_since: datetime | None = None
    # Family opened the account of who has none, and no session leads there.
    has_wechat: bool = True
    opened_by_family: bool = False
    # Nobody has answered there yet: it is told to, and proves nothing.
    phone_unheard: bool = False
    wrong_answers: tuple[datetime, ...] = ()
    locked_at: datetime | None = None
    past_locks: tuple[PastLock, ...] = ()
    # To another WeChat, from the one of this account, which is a new one since; or into another account.
    moved_away_at: datetime | None = None
    moved_to: PersonId | None = None
    account_moved_at: datetime | None = None
    # The last to each kind of document.
    consents: tuple[Answer, ...] = ()


def principal_of(person: Person, *, epoch: int, at_desk: bool, documents: Documents, now: datetime) -> Principal:
    """The principal of a session, unless all sessions of that time were ended.

    What staff may do needs a session at the desk, which took the second factor.
    """
    if epoch != person.session_epoch:
        raise SessionRevoked
    return Principal(
        person_id=person.person_id,
        roles=person.roles if at_desk else person.roles & EVERYBODYS,
        identity_proven=person.identity_proven_at is not None,
        data_key=person.data_key,
        caregiver_id=person.caregiver_id,
        locked=is_locked(person, now=now),
        consents=in_force(person.consents, documents),
    )


def is_locked(person: Person, *, now: datetime) -> bool:
    """It ends by itself: a phone that is lost must not keep its owner out for ever."""
    return person.locked_at is not None and now < person.locked_at + LOCK_LIFE


def as_member(person: Person, documents: Documents) -> Principal:
    return Principal(
        person_id=person.person_id,
        roles=frozenset({Role.MEMBER}),
        identity_proven=person.identity_proven_at is not None,
        data_key=person.data_key,
        consents=in_force(person.consents, documents),
    )


def with_identity_proven(person: Person, way: Way, *, now: datetime) -> Person:
    """Also a second time, by a way that makes us surer."""
    return replace(
        person,
        identity_proven_at=person.identity_proven_at or now,
        proven_by=way,
        assurance=ASSURANCE[way],
        applied_at=None,
        applied_by=None,
    )


def with_application(person: Person, *, by: PersonId, now: datetime) -> Person:
    """`by` typed it, perhaps for the person; who decides must be somebody else."""
    return replace(person, applied_at=now, applied_by=by)


def with_roles(person: Person, roles: frozenset[Role], caregiver_id: CaregiverId | None) -> Person:
    return replace(
        person,
        roles=person.roles | roles,
        caregiver_id=caregiver_id or person.caregiver_id,
    )


def with_sessions_ended(person: Person, *, now: datetime) -> Person:
    return replace(person, sessions_from=now, session_epoch=person.session_epoch + 1)


def without_application(private: Private) -> Private:
    return replace(private, applied_name=None, applied_number=None, applied_register=None, applied_paper=None)
