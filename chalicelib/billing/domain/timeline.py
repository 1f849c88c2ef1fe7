"""Money as links of a timeline."""

from __future__ import annotations

from datetime import datetime, timedelta

from chalicelib.billing.domain.top_up import ASK_AFTER, TopUp, TopUpState
from chalicelib.billing.domain.wallet import Wallet
from chalicelib.contracts.timeline import Link, Owner
from chalicelib.kernel.money import Money
from chalicelib.kernel.time import spoken

# What a family is told; how soon it really comes is measured by promises.
BILLED_WITHIN = timedelta(minutes=10)


def link_of_wallet(wallet: Wallet, *, least: Money) -> Link:
    """`least` is what the cheapest booking sets aside."""
    return Link(
        "money",
        "余额",
        40,
        done=wallet.available >= least,
        owner=Owner.YOU,
        sentence=f"余额不够预约一次（最少 {least}）。预约时要先预留费用，请先充值；没服务的会全部退回。",
        short="请先充值",
        remedy="wallet",
    )


def link_of_bill(posted_at: datetime | None) -> Link:
    return Link(
        "billed",
        "自动结账",
        60,
        done=posted_at is not None,
        at=posted_at,
        owner=Owner.US,
        within=BILLED_WITHIN,
        sentence="服务结束了，账单一般一分钟内自动结清，您不用做什么。",
        short="我们在出账单",
        late="服务结束了，账单却还没有出来，对不起，我们这边在查。您不用付钱给任何人，出来了会告诉您。",
    )


def links_of_top_up(top_up: TopUp) -> list[Link]:
    until = top_up.ordered_at + ASK_AFTER[-1]
    if top_up.state is TopUpState.CLOSED:
        sentence, short = "这一单超过两小时没有付款，已经关闭，没有扣钱。要充值请重新下一单。", "请重新下单"
    else:
        sentence = f"等您在微信里付款，{spoken(until)} 前有效。已经付了的话，我们会自己去问微信，到账会告诉您。"
        short = "请在微信里付款"
    return [
        Link("ordered", "下单", 10, done=True, at=top_up.ordered_at),
        Link(
            "paid",
            "付款到账",
            20,
            done=top_up.state is TopUpState.PAID,
            at=top_up.paid_at,
            owner=Owner.YOU,
            by=until if top_up.state is TopUpState.ORDERED else None,
            sentence=sentence,
            short=short,
            remedy="wallet",
            over=top_up.state is TopUpState.CLOSED,
        ),
    ]
