"""How money is kept: a wallet item with its holds as attributes, and journal entries beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from chalicelib.billing import keys
from chalicelib.billing.domain.journal import Bill, Entry
from chalicelib.billing.domain.top_up import TopUp, TopUpState
from chalicelib.billing.domain.wallet import EMPTY, Wallet
from chalicelib.contracts.billing import VisitBilled, WalletToppedUp
from chalicelib.kernel.ids import PersonId, TopUpId, VisitId
from chalicelib.kernel.money import Money
from chalicelib.kernel.refusals import AlreadyDone, Refusal
from chalicelib.kernel.unit_of_work import (
    Item,
    Put,
    Rank,
    UnitOfWork,
    Update,
    absent,
    at_least,
    equal,
    impossible,
    replayed_or_taken,
)
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.dynamo.due import Due, due_write
from chalicelib.platform.messaging.relay import EventBuilder


class BillingItems:
    def __init__(self, database: Database, table: str) -> None:
        self._database = database
        self._table = table

    # --- reading

    def wallet_of(self, person_id: PersonId) -> Wallet:
        item = self._database.get(keys.wallet_key(self._table, person_id))
        return _wallet(item) if item else EMPTY

    def find_top_up(self, top_up_id: TopUpId) -> TopUp | None:
        item = self._database.get(keys.top_up_key(self._table, top_up_id))
        return from_item(TopUp, item) if item else None

    def find_bill(self, person_id: PersonId, visit_id: VisitId) -> Entry | None:
        item = self._database.get(keys.visit_entry_key(self._table, person_id, visit_id))
        return from_item(Entry, item) if item else None

    def find_top_up_entry(self, top_up: TopUp) -> Entry | None:
        item = self._database.get(keys.top_up_entry_key(self._table, top_up.payer_id, top_up.top_up_id))
        return from_item(Entry, item) if item else None

    def entries_of(
        self, person_id: PersonId, *, prefix: str, limit: int, after: str | None
    ) -> tuple[list[Entry], str | None]:
        """A page, newest id first; `after` and the second value are sort keys without `prefix`."""
        partition = keys.wallet_partition(person_id)
        items, last = self._database.newest(
            table=self._table, partition=partition, prefix=prefix, limit=limit, after=after
        )
        return [from_item(Entry, item) for item in items], last

    def top_up_in(self, item: Item) -> TopUp:
        return from_item(TopUp, item)

    # --- top-ups

    def stage_order(self, uow: UnitOfWork, top_up: TopUp) -> None:
        item = to_item(top_up)
        uow.stage(
            Put(
                keys.top_up_key(self._table, top_up.top_up_id),
                item,
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=replayed_or_taken(item, owner="payer_id"),
            )
        )

    def stage_close(self, uow: UnitOfWork, top_up: TopUp) -> None:
        uow.stage(
            Update(
                keys.top_up_key(self._table, top_up.top_up_id),
                sets={"state": str(TopUpState.CLOSED)},
                needs=(absent("paid_at"),),
                rank=Rank.STATE,
                otherwise=lambda other: AlreadyDone(other or {}),
            )
        )

    def stage_credit(self, uow: UnitOfWork, top_up: TopUp, entry: Entry) -> None:
        uow.stage(
            Put(
                keys.top_up_entry_key(self._table, top_up.payer_id, top_up.top_up_id),
                to_item(entry) | {"event": uow.marker(WalletToppedUp.NAME)},
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=lambda other: AlreadyDone(other or {}),
            ),
            Put(
                keys.top_up_key(self._table, top_up.top_up_id),
                to_item(top_up),
                needs=(absent("paid_at"),),
                rank=Rank.STATE,
                otherwise=impossible("a paid top-up without its journal entry"),
            ),
            Update(
                keys.wallet_key(self._table, top_up.payer_id),
                adds={"available": top_up.amount.fen},
                needs=(),
                rank=Rank.MONEY,
                otherwise=impossible("an unconditional credit"),
            ),
        )

    def stage_due(self, uow: UnitOfWork, top_up_id: TopUpId, *, due_at: datetime, now: datetime) -> None:
        uow.stage(due_write(self._table, Due(subject=top_up_id, due_at=due_at), now=now))

    # --- visits: hold, release, settlement

    def stage_hold(
        self,
        uow: UnitOfWork,
        *,
        payer_id: PersonId,
        visit_id: VisitId,
        amount: Money,
        short_of: Callable[[Money], Refusal],
    ) -> None:
        """Sets `amount` aside for the visit; refuses with `short_of(what is missing)`."""

        def refuse(wallet: Item | None) -> Exception:
            return short_of(amount - (_wallet(wallet) if wallet else EMPTY).available)

        uow.stage(
            Update(
                keys.wallet_key(self._table, payer_id),
                sets={keys.hold_attribute(visit_id): amount.fen},
                adds={"available": -amount.fen},
                needs=(at_least("available", amount.fen), absent(keys.hold_attribute(visit_id))),
                rank=Rank.MONEY,
                otherwise=refuse,
            )
        )

    def stage_release(self, uow: UnitOfWork, *, payer_id: PersonId, visit_id: VisitId, amount: Money) -> None:
        """Frees the whole hold of a visit that will not be billed."""
        uow.stage(self._resolve_hold(payer_id, visit_id, held=amount, back=amount))

    def stage_settlement(self, uow: UnitOfWork, entry: Entry, bill: Bill, *, held: Money) -> None:
        uow.stage(
            Put(
                keys.visit_entry_key(self._table, entry.payer_id, bill.visit_id),
                to_item(entry) | {"event": uow.marker(VisitBilled.NAME)},
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=lambda other: AlreadyDone(other or {}),
            ),
            self._resolve_hold(entry.payer_id, bill.visit_id, held=held, back=held - bill.amount),
        )

    def _resolve_hold(self, payer_id: PersonId, visit_id: VisitId, *, held: Money, back: Money) -> Update:
        """A hold resolves once: the attribute must be there, with this amount, and goes."""
        hold = keys.hold_attribute(visit_id)
        return Update(
            keys.wallet_key(self._table, payer_id),
            removes=(hold,),
            adds={"available": back.fen},
            needs=(equal(hold, held.fen),),
            rank=Rank.MONEY,
            otherwise=impossible("a visit without its hold"),
        )


def _wallet(item: Item) -> Wallet:
    return Wallet(
        available=Money(item["available"]),
        held_by_visit={
            VisitId(f"vis_{name.removeprefix(keys.HOLD_PREFIX)}"): Money(fen)
            for name, fen in item.items()
            if name.startswith(keys.HOLD_PREFIX)
        },
    )


def event_of_top_up(entry: Entry) -> WalletToppedUp:
    if entry.top_up_id is None:
        raise AssertionError("a top-up entry without its top-up")
    amount = next(leg.amount for leg in entry.legs if leg.amount.fen > 0)
    return WalletToppedUp(
        top_up_id=entry.top_up_id, payer_id=entry.payer_id, amount_fen=amount.fen, at=entry.posted_at
    )


def event_of_bill(entry: Entry) -> VisitBilled:
    if entry.bill is None:
        raise AssertionError("a visit's entry without its bill")
    return VisitBilled(
        visit_id=entry.bill.visit_id,
        payer_id=entry.payer_id,
        service_name=entry.bill.service_name,
        amount_fen=entry.bill.amount.fen,
        billed_half_hours=entry.bill.billed_half_hours,
        at=entry.posted_at,
    )


EVENT_BUILDERS: dict[str, EventBuilder] = {
    WalletToppedUp.NAME: lambda item: event_of_top_up(from_item(Entry, item)),
    VisitBilled.NAME: lambda item: event_of_bill(from_item(Entry, item)),
}
