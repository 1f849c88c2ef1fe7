"""The journal: what moved, between which accounts. Entries are written once and never changed."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId, TopUpId, VisitId
from chalicelib.kernel.money import ZERO, Money, total


class Account(StrEnum):
    """A leg says by how much the claim of an account grows; what came in from outside stands negative."""

    WECHAT_PAY = "wechat_pay"
    WALLET = "wallet"  # of the person whose entry it is: available and held together
    CARE_REVENUE = "care_revenue"


@dataclass(frozen=True, slots=True)
class Leg:
    account: Account
    amount: Money


@dataclass(frozen=True, slots=True)
class BillLine:
    text: str
    half_hours: int
    half_hour_price: Money
    amount: Money
    tariff_version: str


@dataclass(frozen=True, slots=True)
class Bill:
    """What one visit cost and why."""

    visit_id: VisitId
    service_name: str
    checked_in_at: datetime
    checked_out_at: datetime
    actual_minutes: int
    booked_half_hours: int
    billed_half_hours: int
    lines: tuple[BillLine, ...]
    amount: Money
    released: Money


@dataclass(frozen=True, slots=True)
class Entry:
    """Keyed by what it settles, so it is also the proof that it was settled."""

    payer_id: PersonId
    posted_at: datetime
    legs: tuple[Leg, ...]
    top_up_id: TopUpId | None = None
    bill: Bill | None = None

    def __post_init__(self) -> None:
        if total(leg.amount for leg in self.legs) != ZERO:
            raise AssertionError("journal legs that do not sum to zero")


def top_up_entry(top_up_id: TopUpId, *, payer_id: PersonId, amount: Money, now: datetime) -> Entry:
    return Entry(
        payer_id=payer_id,
        posted_at=now,
        legs=(Leg(Account.WECHAT_PAY, -amount), Leg(Account.WALLET, amount)),
        top_up_id=top_up_id,
    )


def visit_entry(bill: Bill, *, payer_id: PersonId, now: datetime) -> Entry:
    return Entry(
        payer_id=payer_id,
        posted_at=now,
        legs=(Leg(Account.WALLET, -bill.amount), Leg(Account.CARE_REVENUE, bill.amount)),
        bill=bill,
    )
