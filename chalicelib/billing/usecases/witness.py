"""Billing's part in stories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from chalicelib.billing.domain.journal import Account, Entry
from chalicelib.billing.domain.timeline import BILLED_WITHIN, link_of_bill, link_of_wallet, links_of_top_up
from chalicelib.billing.domain.top_up import TopUpState
from chalicelib.billing.keys import TOP_UP_ENTRIES, VISIT_ENTRIES
from chalicelib.billing.ports import Billing
from chalicelib.billing.usecases.proof import prove
from chalicelib.contracts.promises import Ended, Observed
from chalicelib.contracts.story import Happened, Subject
from chalicelib.contracts.timeline import Link
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId, TopUpId, VisitId
from chalicelib.kernel.money import Money

SOURCE = "billing"
LATEST_ENTRIES = 100
BILLED_IN_TIME = f"服务结束后 {BILLED_WITHIN // timedelta(minutes=1)} 分钟内出账单"
_ACCOUNT_NAME = {Account.WECHAT_PAY: "微信支付", Account.WALLET: "余额", Account.CARE_REVENUE: "护理收入"}


@dataclass(frozen=True, slots=True)
class BillingWitness:
    """`least` is what the cheapest booking costs on a day, `ended` the visits of late that were checked out of."""

    billing: Billing
    least: Callable[[datetime], Money]
    ended: Callable[[datetime], Iterable[Ended]]

    def subject_of(self, any_id: str) -> Subject | None:
        top_up = self.billing.store.find_top_up(TopUpId(any_id)) if any_id.startswith("top_") else None
        return Subject(any_id, (top_up.payer_id,)) if top_up else None

    def tell(self, subject: Subject, *, now: datetime) -> Sequence[Happened]:
        """A visit's hold and bill, a top-up from order to entry; of a person the latest 100 of each."""
        kind = subject.id.partition("_")[0]
        if kind == "vis":
            return [each for person in subject.people for each in self._of_visit(person, VisitId(subject.id), now)]
        if kind == "top":
            return self._of_top_up(TopUpId(subject.id), now)
        if kind == "per":
            return self._of_person(PersonId(subject.id), now)
        return ()

    def observed(self, *, since: datetime, now: datetime) -> Iterable[Observed]:
        """Each bill that was to be there by now, from the check-out on."""
        for visit in self.ended(now):
            entry = self.billing.store.find_bill(visit.payer_id, visit.visit_id)
            by = visit.at + BILLED_WITHIN
            if since <= visit.at and (entry is not None or by < now):
                yield Observed(BILLED_IN_TIME, kept=entry is not None and entry.posted_at <= by)

    def links(self, subject: Subject, *, now: datetime) -> Sequence[Link]:
        store, payer = self.billing.store, subject.people[0]
        kind = subject.id.partition("_")[0]
        if kind in {"per", "card"}:
            return [link_of_wallet(store.wallet_of(payer), least=self.least(now))]
        if kind == "vis":
            entry = store.find_bill(payer, VisitId(subject.id))
            return [link_of_bill(entry.posted_at if entry else None)]
        top_up = store.find_top_up(TopUpId(subject.id)) if kind == "top" else None
        return links_of_top_up(top_up) if top_up else ()

    def _of_visit(self, person: PersonId, visit_id: VisitId, now: datetime) -> list[Happened]:
        told = []
        entry = self.billing.store.find_bill(person, visit_id)
        if entry is not None:
            told.append(_entry(entry))
        held = self.billing.store.wallet_of(person).held_by_visit.get(visit_id)
        if held is not None:
            told.append(Happened(now, SOURCE, f"钱包里为这次服务预留着 {held}", stands=True))
        return told

    def _of_top_up(self, top_up_id: TopUpId, now: datetime) -> list[Happened]:
        top_up = self.billing.store.find_top_up(top_up_id)
        if top_up is None:
            return []
        told = [Happened(top_up.ordered_at, SOURCE, f"下单充值 {top_up.amount}", top_up.payer_id)]
        if top_up.paid_at is not None:
            told.append(Happened(top_up.paid_at, SOURCE, f"微信支付已付，交易号 {top_up.transaction_id}"))
        entry = self.billing.store.find_top_up_entry(top_up)
        if entry is not None:
            told.append(_entry(entry))
        if top_up.state is not TopUpState.PAID:
            open_ = "还没有付款" if top_up.state is TopUpState.ORDERED else "超过两小时没有付款，已关闭"
            told.append(Happened(now, SOURCE, open_, stands=True))
        return told

    def _of_person(self, person: PersonId, now: datetime) -> list[Happened]:
        told: list[Happened] = []
        for prefix in (VISIT_ENTRIES, TOP_UP_ENTRIES):
            entries, after = self.billing.store.entries_of(person, prefix=prefix, limit=LATEST_ENTRIES, after=None)
            told += map(_entry, entries)
            if after is not None:
                told.append(Happened(told[-1].at, SOURCE, f"更早的账目不再列出（每种只列最近 {LATEST_ENTRIES} 笔）"))
        wallet = self.billing.store.wallet_of(person)
        proof = prove(self.billing, person)
        proven = "正在变动，没有核对" if proof is None else "与账目相符" if proof.holds else "与账目不符"
        balance = f"余额 {wallet.available}，预留 {wallet.held}，{proven}"
        return [*told, Happened(now, SOURCE, balance, stands=True)]


def _entry(entry: Entry) -> Happened:
    legs = "，".join(
        f"{_ACCOUNT_NAME[leg.account]} {'+' if leg.amount.fen > 0 else ''}{leg.amount}" for leg in entry.legs
    )
    if entry.bill is None:
        return Happened(entry.posted_at, SOURCE, f"充值入账（{legs}）", entry.top_up_id)
    bill = entry.bill
    what = f"账单：服务 {bill.actual_minutes} 分钟，收 {bill.amount}，退回预留 {bill.released}（{legs}）"
    return Happened(entry.posted_at, SOURCE, what, bill.visit_id)
