"""What cards tells the others."""

from __future__ import annotations

from typing import ClassVar

from pydantic import AwareDatetime

from chalicelib.contracts.envelope import Event
from chalicelib.kernel.ids import CardId, PersonId


class CardActivated(Event):
    NAME: ClassVar[str] = "cards.card.activated"

    card_id: CardId
    holder_id: PersonId
    at: AwareDatetime
