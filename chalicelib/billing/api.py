"""Billing over HTTP."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.billing import keys
from chalicelib.billing.domain.top_up import PaymentDiffers, TopUpClosed, TopUpWallet
from chalicelib.billing.ports import Billing
from chalicelib.billing.usecases import top_ups
from chalicelib.billing.views import (
    BillsView,
    BillView,
    EntriesView,
    EntryView,
    NoticeTakenView,
    TopUpView,
    WalletView,
)
from chalicelib.kernel.command import Command
from chalicelib.kernel.ids import ULID_PATTERN, TopUpId, VisitIdField
from chalicelib.kernel.principal import Role, Scope
from chalicelib.kernel.refusals import IdTaken, Missing
from chalicelib.platform.http.acting import Behalf
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.http.throttling import Throttle
from chalicelib.platform.wechat.refusals import CallbackRefused

api: Api[Billing] = Api("billing")


_LOOKS = Behalf("看余额和账单", scope=Scope.PAY)


class NoBillYet(Missing):
    code = "billing.no_bill_yet"
    message = "这次服务还没有账单。"
    next_step = "护工签退后一分钟内会自动出账；超过十分钟还没有，请打客服电话 {hotline}。"


class BillsQuery(Command):
    limit: Annotated[int, Field(ge=1, le=50)] = 20
    after: Annotated[str, StringConstraints(pattern=f"^{ULID_PATTERN}$")] | None = None


class EntriesQuery(Command):
    limit: Annotated[int, Field(ge=1, le=50)] = 20
    after: Annotated[str, StringConstraints(pattern=f"^(VISIT|TOPUP)#{ULID_PATTERN}$")] | None = None


@api.get("/v1/wallet", role=Role.MEMBER, on_behalf=_LOOKS)
def read_wallet(call: Call[Billing]) -> WalletView:
    """My prepaid balance: what is free, and what is set aside for booked visits."""
    return WalletView.of(call.deps.store.wallet_of(call.principal.person_id))


@api.get("/v1/wallet/entries", role=Role.MEMBER, on_behalf=_LOOKS)
def list_entries(call: Call[Billing], query: EntriesQuery) -> EntriesView:
    """The journal of my wallet, visits before top-ups, newest first in each.

    What came in and what was billed add up to what is free and held.
    """
    entries, after = call.deps.store.entries_of(
        call.principal.person_id, prefix=keys.ALL_ENTRIES, limit=query.limit, after=query.after
    )
    return EntriesView(items=[EntryView.of(entry) for entry in entries], next=after)


@api.post(
    "/v1/wallet/top-ups",
    role=Role.MEMBER,
    status=201,
    refuses=(IdTaken, TopUpClosed, PaymentDiffers),
    throttles=(Throttle("top_up", per="person", most=60, within=timedelta(hours=1)),),
    on_behalf=Behalf("给您的余额充值", scope=Scope.PAY),
)
def order_top_up(call: Call[Billing], command: TopUpWallet) -> TopUpView:
    """Order a top-up; `id` is made by the client.

    The same request again is the same order: it tells whether the money has come, or gives fresh parameters.
    """
    ordered = top_ups.order_top_up(
        call.deps,
        command=command,
        by=call.principal,
        now=call.now,
        begin=call.begin,
        settle=replace(call, note=None).begin,
    )
    return TopUpView.of(ordered)


@api.get("/v1/bills", role=Role.MEMBER, on_behalf=_LOOKS)
def list_bills(call: Call[Billing], query: BillsQuery) -> BillsView:
    """My bills, latest booked visit first."""
    entries, after = call.deps.store.entries_of(
        call.principal.person_id, prefix=keys.VISIT_ENTRIES, limit=query.limit, after=query.after
    )
    return BillsView(items=[BillView.of(entry) for entry in entries], next=after)


@api.get("/v1/bills/{visit_id}", role=Role.MEMBER, refuses=(NoBillYet,), on_behalf=_LOOKS)
def read_bill(call: Call[Billing], visit_id: VisitIdField) -> BillView:
    """The bill of one visit of mine."""
    entry = call.deps.store.find_bill(call.principal.person_id, visit_id)
    if entry is None:
        raise NoBillYet
    return BillView.of(entry)


@api.post("/v1/wechat/pay/notify", role=None, refuses=(CallbackRefused, PaymentDiffers))
def hear_of_payment(call: Call[Billing], raw_body: bytes) -> NoticeTakenView:
    """For WeChat Pay: a payment notification. The same payment is credited once, however often it is told."""
    placed = call.deps.payments.read_callback(call.headers, raw_body, now=call.now)
    top_up_id = TopUpId(placed.out_trade_no)
    payment = top_ups.payment_in(placed, top_up_id)
    if payment is None:
        raise PaymentDiffers
    top_ups.credit(call.deps, payment=payment, now=call.now, begin=call.begin)
    return NoticeTakenView()
