"""An elder without a mini program, entrusted to family: by their own voice, or by a court's paper (A9, A11)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from chalicelib.identity.domain.commands import TypedIdNumber
from chalicelib.identity.domain.grant import EVERY_SCOPE, Ground, LimitMissing, Scopes, UntilPast
from chalicelib.kernel.command import WHOLE, Command, MobilePhone, ShortText
from chalicelib.kernel.ids import GrantId, GrantIdField, OtpId, PaperId, PaperIdField, PersonId
from chalicelib.kernel.money import ZERO, Money
from chalicelib.kernel.principal import RELATION_NAME, Relation, Scope
from chalicelib.kernel.refusals import Conflict, Gone, Invalid, Missing, TooMany
from chalicelib.kernel.time import business_date, spoken

# Exclusive: at exactly seven days nobody is rung for it any more. What people of ours look at waits for them.
LIFE = timedelta(days=7)
# What the voice says, word for word: another word is another version, and what was agreed to is kept by its hash.
VOICE_VERSION = 1
VOICE = (
    "您好，这里是远盟健康。您的{relation}想替您在我们这里开一个账户，替您办这些事：{deeds}。{money}"
    "办了什么、花了多少，我们都会告诉您；您什么时候打客服电话，都能收回。"
    "同意，请按 1。不同意，请按 2，或者直接挂断。"
)
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


class NoSuchEntrustment(Missing):
    """Also for somebody else's."""

    code = "identity.no_such_entrustment"
    message = "没有找到这份申请。"
    next_step = "请回到“家人”，从列表里重新点进去。"


class EntrustmentOver(Gone):
    code = "identity.entrustment_over"
    message = "这份申请已经有了结果，或者过了七天，不再打电话了。"
    next_step = "还要办的话，请在“家人”里重新填一份。"


class ElderNotMatched(Invalid):
    """By the register, which is asked about somebody else's number: nothing is told but that the two do not fit."""

    code = "identity.elder_not_matched"
    message = "老人的姓名和身份证号，与公安的记录对不上。"
    next_step = "请对着老人的身份证再看一遍；名字里有生僻字的，请打客服电话 {hotline}，人工帮您办。"


class ElderIsMyself(Invalid):
    code = "identity.elder_is_myself"
    message = "这是您自己的身份证号。"
    next_step = "请填老人的姓名和身份证号；您自己的事，直接办就可以。"


class ElderHasWeChat(Conflict):
    code = "identity.elder_has_wechat"
    message = "老人已经用自己的微信开过账户了，不用您代开。"
    next_step = "请让老人在自己的小程序里点“家人”，发一份邀请给您；老人的微信不用了，请打客服电话 {hotline}。"


class PhoneOfMine(Invalid):
    code = "identity.phone_of_mine"
    message = "这是您自己的手机号，电话要打给老人本人。"
    next_step = "请填老人自己接的电话；老人没有电话的话，请打客服电话 {hotline}，看看怎么办。"


class ElderAsleep(Conflict):
    code = "identity.elder_asleep"
    message = "国内现在是夜里，打电话会吵着老人。"
    next_step = "请在北京时间 {wakes_at} 以后再点；填好的我们都留着。"


class ElderRungJustNow(TooMany):
    code = "identity.elder_rung_just_now"
    message = "刚刚给老人打过电话。"
    next_step = "{retry_at_spoken} 以后可以再打一次；打之前，先跟老人说一声会有电话来。"


class ElderRungTooOften(TooMany):
    code = "identity.elder_rung_too_often"
    message = "老人的电话今天打得太多了，为了不打扰老人，先停一停。"
    next_step = "{retry_at_spoken} 以后可以再打；着急的话，请打客服电话 {hotline}。"


class ElderNotReached(Conflict):
    code = "identity.elder_not_reached"
    message = "电话现在打不出去。"
    next_step = "填好的我们都留着，请过几分钟再点一次；一直打不出去，请打客服电话 {hotline}。"


class ActsAlready(Conflict):
    code = "identity.acts_already"
    message = "您已经可以替这位老人办事了。"
    next_step = "请回到“家人”，点老人的名字；要改能办的事，请让老人打客服电话 {hotline}。"


class ElderForPeople(Conflict):
    """Nothing failed: that the phone is the elder's is known to nobody yet, and one of us rings."""

    code = "identity.elder_for_people"
    stuck = "identity.elder_voice"
    at_once = True
    message = "这个电话登记的机主不是老人本人，机器不能直接打，由客服打过去，听老人自己说。"
    next_step = "您不用再做什么，请跟老人说一声会有电话来：结果出来马上通知您。"


class GuardianForPeople(Conflict):
    code = "identity.guardian_for_people"
    stuck = "identity.guardian"
    at_once = True
    message = "文书收到了，由人工对着它核对。"
    next_step = "您不用再做什么：结果出来马上通知您。"


class OneAtATime(Conflict):
    code = "identity.one_at_a_time"
    message = "您还有一份同样的申请在等人工核对。"
    next_step = "请等那一份有了结果，再交下一份；急的话，请打客服电话 {hotline}。"


class EndTooFar(Invalid):
    code = "identity.guardian_end_too_far"
    message = "监护最多登记五年。"
    next_step = "请填文书上写的最后一天；文书没写、或者更久的，请填五年之内的一天，到期再交一次。"


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
    """`paper_id` is the court's paper, sent before; `until` its last day, inclusive, five years ahead at most."""

    id: GrantIdField
    relation: Relation
    name: ShortText
    id_number: TypedIdNumber
    paper_id: PaperIdField
    until: date
    limit_fen: Annotated[int, Field(ge=0, le=500_000), WHOLE] = 0


@dataclass(frozen=True, slots=True)
class Elder:
    """As the family typed it, sealed under their key until it is theirs. `phone` is None in a court's paper."""

    name: str
    id_number: str
    phone: str | None = None
    typed_name: str | None = None


@dataclass(frozen=True, slots=True)
class Entrustment:
    """`version` is the one read; `person_id` whose account it became; `rung` the latest call.

    `said_hash` is of what the voice said when they agreed.
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


def said_to(entrustment: Entrustment) -> str:
    """What the elder hears: who asks, for what, and how to say no."""
    relation, deeds, money = said_values(entrustment)
    return VOICE.format(relation=relation, deeds=deeds, money=money)


def said_values(entrustment: Entrustment) -> list[str]:
    """For a gateway that has the words, and fills them itself."""
    deeds = "、".join(DEEDS[scope] for scope in Scope if scope in entrustment.scopes)
    yuan, fen = divmod(entrustment.limit.fen, 100)
    most = f"{yuan} 元" if not fen else f"{yuan}.{fen:02d} 元"
    money = f"每天最多花 {most}，再多要先问您。" if entrustment.limit.fen else "不动您的钱。"
    return [RELATION_NAME[entrustment.relation], deeds, money]


def agreed(entrustment: Entrustment, *, person_id: PersonId, by_key: bool, now: datetime) -> Entrustment:
    """`by_key`: to what the voice said, which is kept by its hash."""
    said = said_to(entrustment) if by_key else None
    return replace(
        entrustment,
        state=State.AGREED,
        person_id=person_id,
        decided_at=now,
        said_version=VOICE_VERSION if said else None,
        said_hash=hashlib.sha256(said.encode()).hexdigest() if said else None,
    )


def declined(entrustment: Entrustment, *, now: datetime) -> Entrustment:
    return replace(entrustment, state=State.DECLINED, decided_at=now)


def standing_of(entrustment: Entrustment, *, rung_at: datetime | None, now: datetime) -> str:
    """How it stands, who acts next, and by when."""
    ends = spoken(entrustment.ends_at)
    match entrustment.state:
        case State.AGREED:
            return "老人同意了，您现在就可以替老人办事。" if entrustment.ground is Ground.VOICE else "文书核对好了。"
        case State.DECLINED:
            return "老人没有同意。" if entrustment.ground is Ground.VOICE else "文书没有通过，原因写在求助里。"
        case State.FOR_PEOPLE:
            return "等我们的人来核对，什么时候答复写在求助里，您不用再做什么。"
    if now >= entrustment.ends_at:
        return "七天里没有等到老人的回答，这份申请结束了。"
    if rung_at is None:
        return f"等您点“现在打电话”，{ends} 前都可以。"
    return f"电话打过去了，等老人按 1 或者按 2。没接到的话，可以再打一次，{ends} 前都可以。"
