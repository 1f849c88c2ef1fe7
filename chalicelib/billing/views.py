"""Money as its owner reads it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from chalicelib.billing.domain.journal import Account, Bill, Entry
from chalicelib.billing.domain.tariff import RULE, spoken_hours
from chalicelib.billing.domain.top_up import TopUp, TopUpState
from chalicelib.billing.domain.wallet import Wallet
from chalicelib.billing.usecases.top_ups import OrderedTopUp
from chalicelib.kernel.ids import TopUpId, VisitId
from chalicelib.platform.http.answers import View


class HoldView(View):
    visit_id: VisitId
    amount_fen: int


class WalletView(View):
    available_fen: int
    held_fen: int
    holds: list[HoldView]

    @classmethod
    def of(cls, wallet: Wallet) -> WalletView:
        return cls(
            available_fen=wallet.available.fen,
            held_fen=wallet.held.fen,
            holds=[HoldView(visit_id=v, amount_fen=m.fen) for v, m in sorted(wallet.held_by_visit.items())],
        )


class TopUpView(View):
    """`payment` goes to `wx.requestPayment` as it is; null when there is nothing to pay now."""

    id: TopUpId
    amount_fen: int
    state: TopUpState
    payment: dict[str, str] | None
    message: str

    @classmethod
    def of(cls, ordered: OrderedTopUp) -> TopUpView:
        return cls(
            id=ordered.top_up.top_up_id,
            amount_fen=ordered.top_up.amount.fen,
            state=ordered.top_up.state,
            payment=ordered.payment,
            message=_top_up_message(ordered.top_up, ordered.payment),
        )


class LegView(View):
    account: Account
    amount_fen: int


class EntryView(View):
    """A journal entry: the legs always sum to zero."""

    posted_at: datetime
    top_up_id: TopUpId | None
    visit_id: VisitId | None
    legs: list[LegView]

    @classmethod
    def of(cls, entry: Entry) -> EntryView:
        return cls(
            posted_at=entry.posted_at,
            top_up_id=entry.top_up_id,
            visit_id=entry.bill.visit_id if entry.bill else None,
            legs=[LegView(account=leg.account, amount_fen=leg.amount.fen) for leg in entry.legs],
        )


class EntriesView(View):
    items: list[EntryView]
    next: str | None


class BillLineView(View):
    text: str
    half_hours: int
    half_hour_fen: int
    amount_fen: int
    tariff_version: str


class PaidFromView(View):
    source: Literal["prepaid_balance"]
    amount_fen: int


class BillView(View):
    """An itemised bill; `rule` says in one sentence how minutes became half hours."""

    visit_id: VisitId
    service_name: str
    checked_in_at: datetime
    checked_out_at: datetime
    actual_minutes: int
    booked_half_hours: int
    billed_half_hours: int
    lines: list[BillLineView]
    amount_fen: int
    paid_from: list[PaidFromView]
    released_fen: int
    rule: str
    posted_at: datetime
    summary: str

    @classmethod
    def of(cls, entry: Entry) -> BillView:
        bill = entry.bill
        if bill is None:
            raise AssertionError("not a visit's entry")
        return cls(
            visit_id=bill.visit_id,
            service_name=bill.service_name,
            checked_in_at=bill.checked_in_at,
            checked_out_at=bill.checked_out_at,
            actual_minutes=bill.actual_minutes,
            booked_half_hours=bill.booked_half_hours,
            billed_half_hours=bill.billed_half_hours,
            lines=[
                BillLineView(
                    text=line.text,
                    half_hours=line.half_hours,
                    half_hour_fen=line.half_hour_price.fen,
                    amount_fen=line.amount.fen,
                    tariff_version=line.tariff_version,
                )
                for line in bill.lines
            ],
            amount_fen=bill.amount.fen,
            paid_from=[PaidFromView(source="prepaid_balance", amount_fen=bill.amount.fen)],
            released_fen=bill.released.fen,
            rule=RULE,
            posted_at=entry.posted_at,
            summary=_bill_summary(bill),
        )


class BillsView(View):
    items: list[BillView]
    next: str | None


def _bill_summary(bill: Bill) -> str:
    spent = (
        f"护工服务了 {bill.actual_minutes} 分钟，"
        f"按 {spoken_hours(bill.billed_half_hours)}收费 {bill.amount}，已从余额扣除。"
    )
    return spent + (f"多预留的 {bill.released} 已退回余额。" if bill.released.fen else "")


def _top_up_message(top_up: TopUp, payment: dict[str, str] | None) -> str:
    if top_up.state is TopUpState.PAID:
        return f"{top_up.amount} 已经到账。"
    if payment is None:
        return "微信支付暂时没有回应，还没有扣钱。请过一分钟再点一次，还是这一单。"
    return f"请在微信里确认支付 {top_up.amount}。"


class NoticeTakenView(View):
    """WeChat Pay stops notifying when it is answered with 200."""

    code: str = "SUCCESS"
