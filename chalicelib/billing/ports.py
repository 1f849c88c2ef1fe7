"""What billing needs from others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from chalicelib.billing.domain.journal import Bill, Entry
from chalicelib.billing.domain.top_up import TopUp
from chalicelib.billing.domain.wallet import Wallet
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId, TopUpId, VisitId
from chalicelib.kernel.money import Money
from chalicelib.kernel.unit_of_work import UnitOfWork


class BillingStore(Protocol):
    def wallet_of(self, person_id: PersonId) -> Wallet: ...
    def find_top_up(self, top_up_id: TopUpId) -> TopUp | None: ...
    def entries_of(
        self, person_id: PersonId, *, prefix: str, limit: int, after: str | None
    ) -> tuple[list[Entry], str | None]: ...
    def find_top_up_entry(self, top_up: TopUp) -> Entry | None: ...
    def find_bill(self, person_id: PersonId, visit_id: VisitId) -> Entry | None: ...
    def top_up_in(self, item: dict[str, object]) -> TopUp: ...

    def stage_order(self, uow: UnitOfWork, top_up: TopUp) -> None:
        """AlreadyDone for this very order; IdTaken for another under its id."""

    def stage_close(self, uow: UnitOfWork, top_up: TopUp) -> None:
        """AlreadyDone when it was paid meanwhile."""

    def stage_credit(self, uow: UnitOfWork, top_up: TopUp, entry: Entry) -> None:
        """AlreadyDone when it was credited."""

    def stage_settlement(self, uow: UnitOfWork, entry: Entry, bill: Bill, *, held: Money) -> None:
        """AlreadyDone when the visit was settled."""

    def stage_due(self, uow: UnitOfWork, top_up_id: TopUpId, *, due_at: datetime, now: datetime) -> None: ...


class PlacedOrder(Protocol):
    """An order as the payment provider tells it."""

    @property
    def out_trade_no(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def amount_fen(self) -> int | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def openid(self) -> str | None: ...
    @property
    def transaction_id(self) -> str | None: ...


class Payments(Protocol):
    def place_order(self, *, out_trade_no: str, amount_fen: int, openid: str, description: str) -> str:
        """The prepay id; Unavailable when the outcome is unknown. The identical call may be repeated."""

    def payment_parameters(self, prepay_id: str, *, now: datetime) -> dict[str, str]: ...
    def find_order(self, out_trade_no: str) -> PlacedOrder | None:
        """None for an order the provider does not know; Unavailable when it does not answer."""

    def read_callback(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> PlacedOrder:
        """The order in a notification; refused unless fresh, signed by the provider, and ours."""


class Payers(Protocol):
    def openid_of(self, person_id: PersonId) -> str: ...
    def openids_of(self, person_id: PersonId) -> tuple[str, ...]:
        """The one in use, and those of before."""

    def account_of(self, person_id: PersonId) -> PersonId:
        """Theirs, or the one into which it went."""


@dataclass(frozen=True, slots=True)
class Billing:
    store: BillingStore
    payments: Payments
    payers: Payers
