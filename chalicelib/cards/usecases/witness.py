"""Cards' part in stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from chalicelib.cards.domain.card import Card
from chalicelib.cards.domain.timeline import link_of_cards
from chalicelib.cards.ports import Cards
from chalicelib.contracts.promises import Observed
from chalicelib.contracts.story import Happened, Subject
from chalicelib.contracts.timeline import Link
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CardId, PersonId

SOURCE = "cards"


@dataclass(frozen=True, slots=True)
class CardsWitness:
    cards: Cards

    def subject_of(self, any_id: str) -> Subject | None:
        card = self.cards.store.find_card(CardId(any_id)) if any_id.startswith("card_") else None
        return Subject(any_id, (card.holder_id,)) if card else None

    def tell(self, subject: Subject, *, now: datetime) -> Sequence[Happened]:  # noqa: ARG002 - a card only begins
        if subject.id.startswith("card_"):
            card = self.cards.store.find_card(CardId(subject.id))
            return [_activation(card, lead=card.holder_id)] if card else ()
        if subject.id.startswith("per_"):
            cards = self.cards.store.cards_of(PersonId(subject.id))
            return [_activation(card, lead=card.card_id) for card in cards]
        return ()

    def observed(self, *, since: datetime, now: datetime) -> Iterable[Observed]:  # noqa: ARG002 - it promises no figure
        return ()

    def links(self, subject: Subject, *, now: datetime) -> Sequence[Link]:  # noqa: ARG002 - a care card knows no window
        if not subject.id.startswith(("per_", "card_")):
            return ()
        return [link_of_cards(self.cards.store.cards_of(subject.people[0]))]


def _activation(card: Card, *, lead: str) -> Happened:
    return Happened(card.activated_at, SOURCE, "激活健康护工卡", lead)
