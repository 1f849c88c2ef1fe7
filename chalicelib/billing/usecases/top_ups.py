"""Topping up a wallet through WeChat Pay: order, hear of the payment (callback, question, repeat), credit once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from chalicelib.billing.domain.journal import Entry, top_up_entry
from chalicelib.billing.domain.top_up import (
    ASK_AFTER,
    LOOK_AGAIN_AFTER,
    Payment,
    PaymentDiffers,
    TopUp,
    TopUpClosed,
    TopUpState,
    TopUpWallet,
    check_payment,
    next_question_at,
    order,
)
from chalicelib.billing.ports import Billing, PlacedOrder
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import TopUpId
from chalicelib.kernel.money import Money
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import AlreadyDone, Unavailable
from chalicelib.kernel.unit_of_work import UnitOfWork

Begin = Callable[[], UnitOfWork]
WasTold = Callable[[Entry], bool]
DESCRIPTION = "健康护工卡充值"


@dataclass(frozen=True, slots=True)
class OrderedTopUp:
    """`payment` is what `wx.requestPayment` takes; None when paid already, or when WeChat has not answered."""

    top_up: TopUp
    payment: dict[str, str] | None


def order_top_up(
    billing: Billing, *, command: TopUpWallet, by: Principal, now: datetime, begin: Begin, settle: Begin
) -> OrderedTopUp:
    """Commit the order, then call WeChat with its id.

    The same command again asks WeChat first: a payment we were not told of is credited, an open order gets fresh
    parameters. WeChat not answering is no refusal: the order stands, and the same id asks again. `settle` begins what
    is nobody's deed: that money which was paid is credited.
    """
    top_up = order(command, by=by, now=now)
    uow = begin()
    billing.store.stage_order(uow, top_up)
    # In the order's own transaction: callbacks may never come (wechat-facts.md §6.5), nor may an event.
    billing.store.stage_due(uow, top_up.top_up_id, due_at=now + ASK_AFTER[0], now=now)
    try:
        uow.commit()
    except AlreadyDone as done:
        top_up = billing.store.top_up_in(done.item)
        try:
            top_up = ask_for_payment(billing, top_up=top_up, now=now, begin=settle)
        except Unavailable:
            return OrderedTopUp(top_up, payment=None)
    if top_up.state is TopUpState.CLOSED:
        raise TopUpClosed
    if top_up.state is TopUpState.PAID:
        return OrderedTopUp(top_up, payment=None)
    try:
        prepay_id = billing.payments.place_order(
            out_trade_no=top_up.top_up_id,
            amount_fen=top_up.amount.fen,
            openid=billing.payers.openid_of(top_up.hand),
            description=DESCRIPTION,
        )
    except Unavailable:
        return OrderedTopUp(top_up, payment=None)
    return OrderedTopUp(top_up, payment=billing.payments.payment_parameters(prepay_id, now=now))


def credit(billing: Billing, *, payment: Payment, now: datetime, begin: Begin) -> TopUp:
    """Turns a payment into balance, once; the second time answers with what stands."""
    top_up = billing.store.find_top_up(payment.top_up_id)
    if top_up is None:
        raise PaymentDiffers
    check_payment(top_up, payment, payer_openids=billing.payers.openids_of(top_up.hand))
    top_up = replace(top_up, payer_id=billing.payers.account_of(top_up.payer_id))
    paid = replace(top_up, state=TopUpState.PAID, paid_at=now, transaction_id=payment.transaction_id)
    entry = top_up_entry(top_up.top_up_id, payer_id=top_up.payer_id, amount=top_up.amount, now=now)
    uow = begin()
    billing.store.stage_credit(uow, paid, entry)
    if top_up.state is TopUpState.CLOSED:  # its questions are over, and somebody must see that the payer is told
        billing.store.stage_due(uow, top_up.top_up_id, due_at=now + LOOK_AGAIN_AFTER, now=now)
    try:
        uow.commit()
    except AlreadyDone:
        return billing.store.find_top_up(payment.top_up_id) or paid
    return paid


def ask_for_payment(billing: Billing, *, top_up: TopUp, now: datetime, begin: Begin) -> TopUp:
    """The top-up after asking WeChat Pay, credited if it was paid; Unavailable when WeChat does not answer."""
    if top_up.state is TopUpState.PAID:
        return top_up
    placed = billing.payments.find_order(top_up.top_up_id)
    payment = payment_in(placed, top_up.top_up_id) if placed else None
    return credit(billing, payment=payment, now=now, begin=begin) if payment else top_up


def follow_up(billing: Billing, *, top_up_id: TopUpId, now: datetime, begin: Begin, was_told: WasTold) -> None:
    """A due question: credit what was paid, see that it was told, ask again later, or close what is over.

    No answer is no "not paid": the question stays, and the order is not closed on it.
    """
    top_up = billing.store.find_top_up(top_up_id)
    if top_up is None or top_up.state is TopUpState.CLOSED:
        return
    uow = begin()
    try:
        top_up = ask_for_payment(billing, top_up=top_up, now=now, begin=begin)
    except Unavailable:
        billing.store.stage_due(uow, top_up_id, due_at=now + LOOK_AGAIN_AFTER, now=now)
        uow.commit()
        return
    if top_up.state is TopUpState.PAID:
        entry = billing.store.find_top_up_entry(top_up)
        if entry is None:
            raise AssertionError("a paid top-up without its journal entry")
        if not was_told(entry):
            billing.store.stage_due(uow, top_up_id, due_at=now + LOOK_AGAIN_AFTER, now=now)
            uow.commit()
        return
    due_at = next_question_at(top_up, now=now)
    if due_at is None:
        billing.store.stage_close(uow, top_up)
    else:
        billing.store.stage_due(uow, top_up_id, due_at=due_at, now=now)
    try:
        uow.commit()
    except AlreadyDone:
        return


def payment_in(placed: PlacedOrder, top_up_id: TopUpId) -> Payment | None:
    """None for an order that was not paid."""
    if placed.state != "SUCCESS":
        return None
    return Payment(
        top_up_id=top_up_id,
        amount=Money(placed.amount_fen or 0),
        currency=placed.currency or "",
        openid=placed.openid or "",
        transaction_id=placed.transaction_id or "",
    )
