"""Cards as their holder and the company's staff see them."""

from __future__ import annotations

from datetime import datetime

from chalicelib.cards.domain.card import Card, CardKind
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


class IssuedCodesView(View):
    """Shown this once: we keep only hashes."""

    id: BatchId
    codes: list[str]
