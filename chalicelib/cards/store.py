"""How cards are kept: the card, a pointer per holder and kind, and each code under its keyed hash."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chalicelib.cards import keys
from chalicelib.cards.domain.card import (
    AlreadyHasCard,
    Batch,
    Card,
    CardKind,
    CodeAlreadyUsed,
    CodesShownOnce,
)
from chalicelib.contracts.cards import CardActivated
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.guard import Guard
from chalicelib.kernel.ids import BatchId, CardId, PersonId, id_to_bytes
from chalicelib.kernel.refusals import Refusal
from chalicelib.kernel.unit_of_work import (
    Item,
    Put,
    Rank,
    UnitOfWork,
    Update,
    absent,
    exists,
    impossible,
    replayed_or_taken,
    stale,
)
from chalicelib.platform.crypto import LookupHash
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.dynamo.due import AUDIT_AFTER, Due, due_write
from chalicelib.platform.messaging.relay import EventBuilder


@dataclass(frozen=True, slots=True)
class Holding:
    card_id: CardId


@dataclass(frozen=True, slots=True)
class IssuedCode:
    batch_id: BatchId


class CardItems:
    def __init__(self, database: Database, table: str, lookup: LookupHash) -> None:
        self._database = database
        self._table = table
        self._lookup = lookup

    def find_card(self, card_id: CardId) -> Card | None:
        item = self._database.get(keys.card_key(self._table, card_id))
        return from_item(Card, item) if item else None

    def cards_of(self, holder_id: PersonId) -> list[Card]:
        holdings = self._database.query_all(
            table=self._table, partition=keys.holder_partition(holder_id), sort_from="KIND#"
        )
        card_keys = [keys.card_key(self._table, from_item(Holding, item).card_id) for item in holdings]
        found = self._database.get_many(card_keys, consistent_tables=frozenset({self._table}))
        return [from_item(Card, found[key]) for key in card_keys]

    def find_code(self, code: str) -> tuple[str, Batch, bool] | None:
        hashes = self._lookup.all("activation_code", code)
        found = self._database.get_many([keys.code_key(self._table, each) for each in hashes])
        for code_hash in hashes:
            item = found.get(keys.code_key(self._table, code_hash))
            if item is not None:
                batch = self.find_batch(from_item(IssuedCode, item).batch_id)
                if batch is None:
                    raise AssertionError("a code without its batch")
                return code_hash, batch, "card_id" in item
        return None

    def find_batch(self, batch_id: BatchId) -> Batch | None:
        item = self._database.get(keys.batch_key(self._table, batch_id))
        return from_item(Batch, item) if item else None

    def stage_activation(self, uow: UnitOfWork, card: Card, code_hash: str) -> None:
        item = to_item(card) | {"event": uow.marker(CardActivated.NAME)}
        uow.stage(
            due_write(self._table, Due(card.card_id, card.activated_at + AUDIT_AFTER), now=card.activated_at),
            Put(
                keys.card_key(self._table, card.card_id),
                item,
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=replayed_or_taken(item, owner="holder_id"),
            ),
            Put(
                keys.holder_key(self._table, card.holder_id, card.kind),
                to_item(Holding(card.card_id)),
                needs=(absent("PK"),),
                rank=Rank.SLOT,
                otherwise=lambda _: AlreadyHasCard(field="activation_code"),
            ),
            Update(
                keys.code_key(self._table, code_hash),
                sets={"card_id": id_to_bytes(card.card_id)},
                needs=(exists("PK"), absent("card_id")),
                rank=Rank.STATE,
                otherwise=lambda _: CodeAlreadyUsed(field="activation_code"),
            ),
        )

    def stage_due(self, uow: UnitOfWork, card_id: CardId, *, due_at: datetime, now: datetime) -> None:
        uow.stage(due_write(self._table, Due(subject=card_id, due_at=due_at), now=now))

    def stage_batch(self, uow: UnitOfWork, batch: Batch, codes: Sequence[str]) -> None:
        uow.stage(
            Put(
                keys.batch_key(self._table, batch.batch_id),
                to_item(batch),
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=lambda _: CodesShownOnce(field="id"),
            )
        )
        for code in codes:
            uow.stage(
                Put(
                    keys.code_key(self._table, self._lookup.current("activation_code", code)),
                    to_item(IssuedCode(batch.batch_id)),
                    needs=(absent("PK"),),
                    rank=Rank.STATE,
                    otherwise=impossible("80 random bits came up twice"),
                )
            )

    def stage_revoked_batch(self, uow: UnitOfWork, batch: Batch) -> None:
        uow.stage(
            Put(
                keys.batch_key(self._table, batch.batch_id),
                to_item(batch),
                needs=(absent("revoked_at"),),
                rank=Rank.STATE,
                otherwise=stale,
            )
        )

    def card_in(self, item: Item) -> Card:
        return from_item(Card, item)

    def care_card_guard(self, person_id: PersonId, *, without: Refusal) -> Guard:
        """For another context's command that needs a care card: `without` is what it refuses with."""

        def judge(holding: Item | None) -> None:
            if holding is None:
                raise without

        return Guard(keys.holder_key(self._table, person_id, CardKind.CARE), judge)


def event_of_card(card: Card) -> CardActivated:
    return CardActivated(card_id=card.card_id, holder_id=card.holder_id, at=card.activated_at)


EVENT_BUILDERS: dict[str, EventBuilder] = {
    CardActivated.NAME: lambda item: event_of_card(from_item(Card, item)),
}
