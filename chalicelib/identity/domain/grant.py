"""What a person lets somebody of the family do: offered, accepted, ended (features.md A9, #92)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field, PlainSerializer

from chalicelib.kernel.command import WHOLE, Command
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import GrantId, GrantIdField, PersonId
from chalicelib.kernel.money import ZERO, Money
from chalicelib.kernel.principal import Relation, Scope
from chalicelib.kernel.refusals import (
    Conflict,
    Forbidden,
    Gone,
    GrantOver,
    GuardianOnly,
    Invalid,
    Missing,
    ScopeMissing,
)
from chalicelib.kernel.time import at_half_hour, business_date, spoken

# Exclusive: at exactly seven days an invitation is good no more. What was given by it goes on (bcgov/entity#30970).
INVITATION_LIFE = timedelta(days=7)
SOON_OVER = timedelta(days=30)
NINE = 18  # as a half hour of the day
EVERY_SCOPE = frozenset(Scope)
# In one order in every process: its content tells a repeated command from another.
Scopes = Annotated[frozenset[Scope], Field(min_length=1), PlainSerializer(sorted)]


class Ground(StrEnum):
    """By what somebody of the family acts: the person's own invitation, their voice, or a court's paper."""

    INVITATION = "invitation"
    VOICE = "voice"
    PAPER = "paper"


class NoSuchInvitation(Missing):
    code = "identity.no_such_invitation"
    message = "没有找到这份邀请。"
    next_step = "请从家人发来的那条微信消息里，重新点进来。"


class InvitationOver(Gone):
    """Accepted by somebody, taken back, or older than a week: the three are not told apart to who holds the link."""

    code = "identity.invitation_over"
    message = "这份邀请已经用过、收回，或者超过 7 天了。"
    next_step = "请家人在自己的小程序里点“家人”，再发一份邀请给您。"


class OwnInvitation(Conflict):
    code = "identity.own_invitation"
    message = "这是您自己发出的邀请，要由家人来接受。"
    next_step = "请把这条微信消息转发给您的家人。"


class NotProvenYet(Conflict):
    """Who does things with somebody's money is known by more than a WeChat account."""

    code = "identity.not_proven_yet"
    message = "替家人办事，要先核实您自己的身份。"
    next_step = "请先点“核实身份”，大约两分钟，然后再回来接着办。"


class NoSuchGrant(Missing):
    code = "identity.no_such_grant"
    message = "没有找到这位家人的权限。"
    next_step = "请回到“家人”，从列表里重新点进去。"


class EndedWhy(StrEnum):
    """Why one of us ended a guardianship before its day."""

    REVOKED = "revoked"
    MISTAKEN = "mistaken"


class EndGuardianship(Command):
    """`revoked`: a court took it back, or named somebody else; `mistaken`: it was never to be."""

    why: EndedWhy


class NoGuardian(Missing):
    code = "identity.no_guardian"
    message = "这个人现在没有法定监护人。"
    next_step = "请核对编号，从求助或来龙去脉里点“这个人”进来最稳妥。"


class GuardianStands(Forbidden):
    """What a court gave, its person cannot take back by a tap, nor somebody of the family."""

    code = "identity.guardian_stands"
    message = "法定监护是凭法院的文书登记的，不能在这里收回。"
    next_step = "文书撤销了，或者您觉得监护人做得不对，请打客服电话 {hotline}，我们的人会核对。"


class LimitMissing(Invalid):
    code = "identity.limit_missing"
    message = "要花余额，得定一个每天最多花多少钱。"
    next_step = "请选一个每天的额度；不花钱的话，就不要勾“花余额”。"


class UntilPast(Invalid):
    code = "identity.until_past"
    message = "权限的最后一天已经过去了。"
    next_step = "请选今天或以后的一天；想一直有效的话，就不选。"


class InviteFamily(Command):
    """`limit_fen` is what they may spend of the balance on one day, up to ¥5,000; `until` the last day, inclusive."""

    id: GrantIdField
    relation: Relation
    scopes: Scopes
    limit_fen: Annotated[int, Field(ge=0, le=500_000), WHOLE] = 0
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """`version` is the one read. `family_id` is who accepted it; `replaced_by` what the person gave them instead."""

    grant_id: GrantId
    person_id: PersonId
    relation: Relation
    scopes: frozenset[Scope]
    limit: Money
    offered_at: datetime
    command_hash: bytes
    version: int = 1
    until: date | None = None
    family_id: PersonId | None = None
    replaced_by: GrantId | None = None
    accepted_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: PersonId | None = None
    ground: Ground = Ground.INVITATION
    ended_why: EndedWhy | None = None
    warned_at: datetime | None = None

    @property
    def is_guardian(self) -> bool:
        """Goes before everybody who was only invited (features.md A11)."""
        return self.ground is Ground.PAPER

    @property
    def invitation_ends_at(self) -> datetime:
        return self.offered_at + INVITATION_LIFE


def offered(command: InviteFamily, *, by: PersonId, command_hash: bytes, now: datetime) -> Grant:
    pays = Scope.PAY in command.scopes
    if pays and not command.limit_fen:
        raise LimitMissing(field="limit_fen")
    if command.until is not None and command.until < business_date(now):
        raise UntilPast(field="until")
    return Grant(
        grant_id=command.id,
        person_id=by,
        relation=command.relation,
        scopes=command.scopes,
        limit=Money(command.limit_fen) if pays else ZERO,
        offered_at=now,
        command_hash=command_hash,
        until=command.until,
    )


def may_be_accepted(grant: Grant, *, now: datetime) -> bool:
    return grant.accepted_at is None and grant.ended_at is None and now < grant.invitation_ends_at


def accepted(grant: Grant, *, by: PersonId, proven: bool, now: datetime) -> Grant:
    """The grant itself when the same person accepted it before and it holds."""
    if by == grant.person_id:
        raise OwnInvitation
    if grant.family_id == by and holds(grant, now=now):
        return grant
    if not may_be_accepted(grant, now=now):
        raise InvitationOver
    if not proven:
        raise NotProvenYet
    return replace(grant, family_id=by, accepted_at=now)


def ended(grant: Grant, *, by: PersonId, now: datetime) -> Grant:
    """By either side, at any time, also before it was accepted; the grant itself when it had ended.

    A guardian's only by who holds it, or by us.
    """
    if grant.is_guardian and by == grant.person_id and holds(grant, now=now):
        raise GuardianStands
    return grant if grant.ended_at else replace(grant, ended_at=now, ended_by=by)


def holds(grant: Grant, *, now: datetime) -> bool:
    """`until` is inclusive: its last minute is 23:59 in Shanghai."""
    in_time = grant.until is None or business_date(now) <= grant.until
    return grant.accepted_at is not None and grant.ended_at is None and in_time


def hears(grant: Grant, *, at: datetime) -> bool:
    """Whether news of that moment are theirs: not of what was before they were let, nor once they are no more."""
    return grant.accepted_at is not None and grant.accepted_at <= at and holds(grant, now=at)


def follows(grant: Grant, *, at: datetime) -> bool:
    """Of visits, for who may see them."""
    return Scope.VIEW_VISITS in grant.scopes and hears(grant, at=at)


def soon_over_at(grant: Grant) -> datetime | None:
    """When who holds a guardianship is told that it ends: nine in the morning, a month before its last day."""
    if not grant.is_guardian or grant.until is None:
        return None
    return at_half_hour(grant.until - SOON_OVER, NINE)


def require(grant: Grant, scope: Scope | None, *, now: datetime) -> None:
    """No scope: it takes a guardian."""
    if not holds(grant, now=now):
        raise GrantOver
    if scope is None and not grant.is_guardian:
        raise GuardianOnly
    if scope is not None and scope not in grant.scopes:
        raise ScopeMissing(scope=scope.value)


def standing(grant: Grant, *, now: datetime) -> str:
    """How it stands, in a sentence."""
    if grant.ended_at is not None:
        return f"{spoken(grant.ended_at)} 收回了"
    if grant.accepted_at is None:
        return (
            f"等家人接受，{spoken(grant.invitation_ends_at)} 前有效"
            if may_be_accepted(grant, now=now)
            else "邀请过期了，没有人接受"
        )
    if not holds(grant, now=now):
        return "到期了"
    if grant.is_guardian and grant.until:
        return f"法定监护人，到 {grant.until.year}年{grant.until.month}月{grant.until.day}日为止"
    return f"有效，到 {grant.until.month}月{grant.until.day}日为止" if grant.until else "有效，您随时可以收回"
