"""A card as a link of a timeline."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.cards.domain.card import Card
from chalicelib.contracts.timeline import Link, Owner


def link_of_cards(cards: Sequence[Card]) -> Link:
    return Link(
        "card",
        "激活护工卡",
        30,
        done=bool(cards),
        at=cards[0].activated_at if cards else None,
        owner=Owner.YOU,
        sentence="还没有激活护工卡。请对着卡片填 16 位激活码；码看不清的，可以求助换码。",
        short="请激活护工卡",
        remedy="activate",
    )
