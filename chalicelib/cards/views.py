"""Cards as their holder and the company's staff see them."""

from __future__ import annotations

from datetime import date, datetime

from chalicelib.cards.domain.card import Batch, Card, CardKind
from chalicelib.kernel.ids import BatchId, CardId
from chalicelib.platform.http.answers import View

NAME_BY_KIND = {CardKind.CARE: "健康护工卡"}


class CardView(View):
    id: CardId
    kind: CardKind
    name: str
    activated_at: datetime

    @classmethod
    def of(cls, card: Card) -> CardView:
        return cls(id=card.card_id, kind=card.kind, name=NAME_BY_KIND[card.kind], activated_at=card.activated_at)


class CardsView(View):
    items: list[CardView]


class BatchView(View):
    """`use_by` is the last day on which its codes can be activated, `revoked_for` why they no longer can."""

    id: BatchId
    count: int
    made_at: datetime
    use_by: date | None
    revoked_at: datetime | None
    revoked_for: str | None

    @classmethod
    def of(cls, batch: Batch) -> BatchView:
        return cls(
            id=batch.batch_id,
            count=batch.count,
            made_at=batch.made_at,
            use_by=batch.use_by,
            revoked_at=batch.revoked_at,
            revoked_for=batch.revoked_for,
        )


class IssuedCodesView(View):
    """Shown this once: we keep only hashes."""

    id: BatchId
    codes: list[str]
