"""An elder without a mini program, entrusted to family: by their own voice, or by a court's paper (A9, A11)."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from chalicelib.identity.domain.commands import TypedIdNumber
from chalicelib.identity.domain.elder_refusals import EndTooFar, EntrustmentOver
from chalicelib.identity.domain.grant import EVERY_SCOPE, Ground, LimitMissing, Scopes, UntilPast
from chalicelib.identity.domain.otp import SendState
from chalicelib.kernel.command import WHOLE, Command, MobilePhone, ShortText
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import GrantId, GrantIdField, OtpId, PaperId, PaperIdField, PersonId
from chalicelib.kernel.money import ZERO, Money
from chalicelib.kernel.principal import RELATION_NAME, Relation, Scope
from chalicelib.kernel.time import business_date, spoken

# Exclusive: at exactly seven days nobody is rung for it any more. What people of ours look at waits for them.
LIFE = timedelta(days=7)
# What the voice says, word for word: another word is another version, and what was agreed to is kept by its hash.
VOICE_VERSION = 1
ASKED = (
    "{name}说是您的{relation}，想在我们这里替您办这些事：{deeds}。{money}"
    "办了什么、花了多少，我们都会告诉您；您什么时候打客服电话，都能收回。"
)
VOICE = "您好，这里是远盟健康。" + ASKED + "同意，请按 1。不同意，请按 2，或者直接挂断。"
SPOKEN_BY_US = ASKED + "您同意吗？"
YES, NO = "1", "2"
DEEDS = {
    Scope.VIEW_VISITS: "看护工上门的安排",
    Scope.BOOK: "约护工上门",
    Scope.PAY: "用您账户里的钱付款",
    Scope.DISPUTE: "有事向我们求助",
    Scope.VIEW_HEALTH: "看您的特别情况",
    Scope.MANAGE_CARDS: "激活卡",
}


class State(StrEnum):
    """`asked`: the elder is to be rung. `for_people`: one of us looks at it."""

    ASKED = "asked"
    FOR_PEOPLE = "for_people"
    AGREED = "agreed"
    DECLINED = "declined"


class OpenForElder(Command):
    """`phone` is what the elder answers; `limit_fen` what may be spent of their balance on one day."""

    id: GrantIdField
    relation: Relation
    name: ShortText
    id_number: TypedIdNumber
    phone: MobilePhone
    scopes: Scopes
    limit_fen: Annotated[int, Field(ge=0, le=500_000), WHOLE] = 0


class BecomeGuardian(Command):
    """`paper_id` is the court's paper, sent before; `until` its last day, inclusive, five years ahead at most.

    `phone` is where the elder can be told something, if there is one.
    """

    id: GrantIdField
    relation: Relation
    name: ShortText
    id_number: TypedIdNumber
    paper_id: PaperIdField
    until: date
    phone: MobilePhone | None = None
    limit_fen: Annotated[int, Field(ge=0, le=500_000), WHOLE] = 0


@dataclass(frozen=True, slots=True)
class Elder:
    """As the family typed it, sealed under their key; `register_name` where the register spells it otherwise."""

    name: str
    id_number: str
    phone: str | None = None
    typed_name: str | None = None
    register_name: str | None = None


@dataclass(frozen=True, slots=True)
class Entrustment:
    """`version` is the one read; `person_id` whose account it became; `rung` the latest call.

    `said_hash` is of what was said to them.
    """

    grant_id: GrantId
    family_id: PersonId
    ground: Ground
    relation: Relation
    scopes: frozenset[Scope]
    limit: Money
    sealed: bytes
    command_hash: str
    asked_at: datetime
    state: State
    version: int = 1
    until: date | None = None
    paper_id: PaperId | None = None
    person_id: PersonId | None = None
    decided_at: datetime | None = None
    said_version: int | None = None
    said_hash: str | None = None
    rung: OtpId | None = None

    @property
    def ends_at(self) -> datetime:
        return self.asked_at + LIFE


def by_voice(
    command: OpenForElder, *, by: PersonId, theirs: bool, sealed: bytes, command_hash: str, now: datetime
) -> Entrustment:
    """`theirs`: the phone is known to be the elder's, so that a machine may ask them."""
    pays = Scope.PAY in command.scopes
    if pays and not command.limit_fen:
        raise LimitMissing(field="limit_fen")
    return Entrustment(
        grant_id=command.id,
        family_id=by,
        ground=Ground.VOICE,
        relation=command.relation,
        scopes=command.scopes,
        limit=Money(command.limit_fen) if pays else ZERO,
        sealed=sealed,
        command_hash=command_hash,
        asked_at=now,
        state=State.ASKED if theirs else State.FOR_PEOPLE,
    )


def check_until(until: date, *, now: datetime) -> None:
    today = business_date(now)
    if until < today:
        raise UntilPast(field="until")
    # Inclusive; 29 February counts as 1 March.
    last = date(today.year + 5, 3, 1) if (today.month, today.day) == (2, 29) else today.replace(year=today.year + 5)
    if until > last:
        raise EndTooFar(field="until")


def by_paper(
    command: BecomeGuardian, *, by: PersonId, sealed: bytes, command_hash: str, now: datetime
) -> Entrustment:
    """Everything may be done by it, and spent up to the limit of each day."""
    if not command.limit_fen:
        raise LimitMissing(field="limit_fen")
    check_until(command.until, now=now)
    return Entrustment(
        grant_id=command.id,
        family_id=by,
        ground=Ground.PAPER,
        relation=command.relation,
        scopes=EVERY_SCOPE,
        limit=Money(command.limit_fen),
        sealed=sealed,
        command_hash=command_hash,
        asked_at=now,
        state=State.FOR_PEOPLE,
        until=command.until,
        paper_id=command.paper_id,
    )


def check_may_be_rung(entrustment: Entrustment, *, now: datetime) -> None:
    if entrustment.state is not State.ASKED or now >= entrustment.ends_at:
        raise EntrustmentOver


def said_by(entrustment: Entrustment, words: str, *, name: str) -> str:
    """What the elder hears, by the voice or by one of us: who asks, for what, and how much."""
    name, relation, deeds, money = said_values(entrustment, name=name)
    return words.format(name=name, relation=relation, deeds=deeds, money=money)


def said_values(entrustment: Entrustment, *, name: str) -> list[str]:
    """For a gateway that has the words, and fills them itself; `name` is who asks, as it was proven."""
    deeds = "、".join(DEEDS[scope] for scope in Scope if scope in entrustment.scopes)
    yuan, fen = divmod(entrustment.limit.fen, 100)
    most = f"{yuan} 元" if not fen else f"{yuan}.{fen:02d} 元"
    money = f"每天最多花 {most}，再多要您答应才办。" if entrustment.limit.fen else "不动您的钱。"
    return [name, RELATION_NAME[entrustment.relation], deeds, money]


def with_said(entrustment: Entrustment, said: str) -> Entrustment:
    """What is said to the elder is kept by its hash, with the call that says it, or the decision of who of us did."""
    digest = hashlib.sha256(said.encode()).hexdigest()
    return replace(entrustment, said_version=VOICE_VERSION, said_hash=digest)


def agreed(entrustment: Entrustment, *, person_id: PersonId, now: datetime) -> Entrustment:
    return replace(entrustment, state=State.AGREED, person_id=person_id, decided_at=now)


def declined(entrustment: Entrustment, *, now: datetime) -> Entrustment:
    return replace(entrustment, state=State.DECLINED, decided_at=now)


def standing_of(entrustment: Entrustment, *, call: SendState | None, now: datetime) -> str:
    """How it stands, who acts next, and by when."""
    ends = spoken(entrustment.ends_at)
    match entrustment.state:
        case State.AGREED:
            return "老人同意了，您现在就可以替老人办事。" if entrustment.ground is Ground.VOICE else "文书核对好了。"
        case State.DECLINED:
            if entrustment.ground is Ground.PAPER:
                return "文书没有通过，原因写在“我的求助”里。"
            return "老人没有同意。请先跟老人说清楚要办什么，再重新填一份。"
        case State.FOR_PEOPLE:
            return "等我们的人来核对，什么时候答复写在求助里，您不用再做什么。"
    if now >= entrustment.ends_at:
        return "七天里没有等到老人的回答，这份申请结束了。还要办的话，请重新填一份。"
    if call is None:
        return f"等您点“现在打电话”，{ends} 前都可以。"
    if call is SendState.FAILED:
        return f"刚才的电话没有打通，可以再打一次，{ends} 前都可以。"
    return f"电话打过去了，等老人按 1 或者按 2。没接到的话，可以再打一次，{ends} 前都可以。"
