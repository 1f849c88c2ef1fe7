"""Top-ups: an order with WeChat Pay that becomes balance once, however often we hear of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from chalicelib.kernel.command import WHOLE, Command, content_hash
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId, TopUpId, TopUpIdField
from chalicelib.kernel.money import Money
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import Gone, Invalid

# When an order without a callback is asked for, after it was placed. At the last one it is given up;
# a prepay_id is good for two hours (wechat-facts.md §6.2), and money that comes later is still credited.
ASK_AFTER = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(minutes=125))

# When a question without an answer is asked again, and a payment the payer was not told of looked at again.
LOOK_AGAIN_AFTER = timedelta(minutes=10)


class TopUpWallet(Command):
    """¥1 to ¥10,000."""

    id: TopUpIdField
    amount_fen: Annotated[int, Field(ge=100, le=1_000_000), WHOLE]


class TopUpState(StrEnum):
    ORDERED = "ordered"
    PAID = "paid"
    CLOSED = "closed"


class TopUpClosed(Gone):
    code = "billing.top_up_closed"
    message = "这一单超过两小时没有付款，已经关闭，没有扣钱。"
    next_step = "请回到“充值”重新下一单。"


class PaymentDiffers(Invalid):
    """Paid, says WeChat's own signature, but not what was ordered: nothing is credited, people look at it."""

    code = "billing.payment_differs"
    alarms = True
    message = "收到的付款与订单不一致，没有入账，财务正在核对。"
    next_step = "一个工作日内会有结果；着急的话，请打客服电话 {hotline}。"


@dataclass(frozen=True, slots=True)
class TopUp:
    """`payer_id` is whose wallet it fills; `paid_by` who of the family pays for it, None for themselves."""

    top_up_id: TopUpId
    payer_id: PersonId
    amount: Money
    state: TopUpState
    ordered_at: datetime
    command_hash: bytes
    paid_at: datetime | None = None
    transaction_id: str | None = None
    paid_by: PersonId | None = None

    @property
    def hand(self) -> PersonId:
        return self.paid_by or self.payer_id


@dataclass(frozen=True, slots=True)
class Payment:
    """What WeChat Pay says was paid."""

    top_up_id: TopUpId
    amount: Money
    currency: str
    openid: str
    transaction_id: str


def order(command: TopUpWallet, *, by: Principal, now: datetime) -> TopUp:
    return TopUp(
        top_up_id=command.id,
        payer_id=by.person_id,
        amount=Money(command.amount_fen),
        state=TopUpState.ORDERED,
        ordered_at=now,
        command_hash=_hash(command, by),
        paid_by=by.family.by if by.family else None,
    )


def _hash(command: TopUpWallet, by: Principal) -> bytes:
    """The same order by another hand is another: its parameters are for that hand's WeChat."""
    content = content_hash(command)
    return hashlib.sha256(content + by.family.by.encode()).digest()[:16] if by.family else content


def check_payment(top_up: TopUp, payment: Payment, *, payer_openids: Sequence[str]) -> None:
    """Source: the duties at a payment notification (wechat-facts.md §6.5)."""
    expected = (top_up.amount, "CNY")
    if (payment.amount, payment.currency) != expected or payment.openid not in payer_openids:
        raise PaymentDiffers


def next_question_at(top_up: TopUp, *, now: datetime) -> datetime | None:
    """When to ask WeChat Pay again; None once it is time to give up."""
    return next((top_up.ordered_at + after for after in ASK_AFTER if top_up.ordered_at + after > now), None)
