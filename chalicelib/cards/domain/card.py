"""Cards: a code becomes one person's card, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.kernel.command import WHOLE, Command, Printable, ShortText, content_hash
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import BatchId, BatchIdField, CardId, CardIdField, PersonId
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import Conflict, Gone, Invalid, Missing


class CardKind(StrEnum):
    CARE = "care"  # 护工卡


class ActivateCard(Command):
    id: CardIdField
    activation_code: Annotated[Printable, StringConstraints(min_length=1, max_length=60)]


class IssueCodes(Command):
    """`use_by`: the last day on which they can be activated, in Shanghai; null for no such day."""

    id: BatchIdField
    count: Annotated[int, Field(ge=1, le=50), WHOLE]
    use_by: Annotated[date | None, Field(strict=False)] = None


class RevokeCodes(Command):
    """`text` says why, for colleagues."""

    text: ShortText


class IdentityNotProven(Conflict):
    code = "cards.identity_not_proven"
    message = "激活前要先完成实名，这样卡才能绑定到您本人。"
    next_step = "请先点“实名认证”，填姓名和身份证号，大约两分钟。"


class CodeNotRecognised(Invalid):
    code = "cards.code_not_recognised"
    stuck = "cards.code_not_accepted"
    message = "没有找到这个激活码。"
    next_step = "请对着卡片，把 16 位激活码重新填一遍；卡片刮花看不清的，请打客服电话 {hotline} 换码。"


class CodeAlreadyUsed(Conflict):
    code = "cards.code_already_used"
    stuck = "cards.code_not_accepted"
    message = "这个激活码已经被用过了。"
    next_step = "如果是您自己激活的，请在“我的卡”里查看；不是的话，请打客服电话 {hotline}。"


class CodeExpired(Gone):
    code = "cards.code_expired"
    stuck = "cards.code_not_accepted"
    message = "这个激活码最晚要在 {use_by} 激活，已经过期了。"
    next_step = "请点“求助”，或打客服电话 {hotline} 问能不能换码；卡请先留着。"


class CodeRevoked(Gone):
    code = "cards.code_revoked"
    stuck = "cards.code_not_accepted"
    message = "这一批卡我们已经作废了，这个激活码不能用。"
    next_step = "请点“求助”，或打客服电话 {hotline} 换卡；卡请先留着。"


class UseByPast(Invalid):
    code = "cards.use_by_past"
    message = "最后一天已经过去了，这样的激活码一印出来就不能用。"
    next_step = "请把最后一天改到今天或以后。"


class NoSuchBatch(Missing):
    code = "cards.no_such_batch"
    message = "没有找到这一批激活码。"
    next_step = "请核对批次编号；编号在生成激活码时显示过。"


class AlreadyHasCard(Conflict):
    """One person, one card (features.md #58)."""

    code = "cards.already_has_card"
    message = "您已经有一张护工卡了，一个人只能绑一张。"
    next_step = "这张新卡没有用掉，可以给家里另一位老人激活。"


class CodesShownOnce(Conflict):
    code = "cards.codes_shown_once"
    message = "这一批激活码已经生成过，只显示一次，我们不保存明文。"
    next_step = "没有收到的话，请用新的批次编号再生成一批。"


@dataclass(frozen=True, slots=True)
class Card:
    card_id: CardId
    kind: CardKind
    holder_id: PersonId
    activated_at: datetime
    command_hash: bytes


@dataclass(frozen=True, slots=True)
class Batch:
    batch_id: BatchId
    made_by: PersonId
    made_at: datetime
    count: int
    use_by: date | None = None
    revoked_at: datetime | None = None
    revoked_by: PersonId | None = None
    revoked_for: str | None = None


def check_batch(batch: Batch, *, today: date) -> None:
    """Inclusive: on the last day itself a code is good."""
    if batch.revoked_at is not None:
        raise CodeRevoked(field="activation_code")
    if batch.use_by is not None and today > batch.use_by:
        raise CodeExpired(field="activation_code", use_by=f"{batch.use_by:%-Y年%-m月%-d日}")


def revoked(batch: Batch, *, by: PersonId, why: str, now: datetime) -> Batch:
    """What is activated, or being activated, stays a card. Again changes nothing: the first reason holds."""
    return batch if batch.revoked_at else replace(batch, revoked_at=now, revoked_by=by, revoked_for=why)


def activate(command: ActivateCard, *, by: Principal, now: datetime) -> Card:
    if not by.identity_proven:
        raise IdentityNotProven
    return Card(
        card_id=command.id,
        kind=CardKind.CARE,
        holder_id=by.person_id,
        activated_at=now,
        command_hash=content_hash(command),
    )
