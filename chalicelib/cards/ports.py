"""What cards needs from others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.cards.domain.card import Batch, Card
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import BatchId, CardId, PersonId
from chalicelib.kernel.unit_of_work import UnitOfWork


class CardStore(Protocol):
    def find_card(self, card_id: CardId) -> Card | None: ...
    def cards_of(self, holder_id: PersonId) -> list[Card]: ...

    def find_code(self, code: str) -> tuple[str, Batch, bool] | None:
        """The hash under which an issued code is kept, its batch, and whether it was used."""

    def find_batch(self, batch_id: BatchId) -> Batch | None: ...

    def stage_activation(self, uow: UnitOfWork, card: Card, code_hash: str) -> None:
        """AlreadyDone for this very activation; else IdTaken, CodeAlreadyUsed, AlreadyHasCard in that order."""

    def stage_due(self, uow: UnitOfWork, card_id: CardId, *, due_at: datetime, now: datetime) -> None: ...

    def stage_batch(self, uow: UnitOfWork, batch: Batch, codes: Sequence[str]) -> None:
        """CodesShownOnce when the batch exists."""

    def stage_revoked_batch(self, uow: UnitOfWork, batch: Batch) -> None:
        """Stale when somebody else revoked it meanwhile."""

    def card_in(self, item: dict[str, object]) -> Card: ...


@dataclass(frozen=True, slots=True)
class Cards:
    store: CardStore
