"""Cards: a code becomes one person's card, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.kernel.command import WHOLE, Command, Printable, content_hash
from chalicelib.kernel.ids import BatchId, BatchIdField, CardId, CardIdField, PersonId
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import Conflict, Invalid


class CardKind(StrEnum):
    CARE = "care"  # 护工卡


class ActivateCard(Command):
    id: CardIdField
    activation_code: Annotated[Printable, StringConstraints(min_length=1, max_length=60)]


class IssueCodes(Command):
    id: BatchIdField
    count: Annotated[int, Field(ge=1, le=50), WHOLE]


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
