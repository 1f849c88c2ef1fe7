"""What billing tells the others."""

from __future__ import annotations

from typing import ClassVar

from chalicelib.contracts.envelope import Event
from chalicelib.kernel.ids import PersonId, TopUpId, VisitId


class TopUpOrdered(Event):
    """An order was placed with WeChat Pay; somebody must ask for its fate if no callback comes."""

    NAME: ClassVar[str] = "billing.top_up.ordered"

    top_up_id: TopUpId
    payer_id: PersonId


class WalletToppedUp(Event):
    NAME: ClassVar[str] = "billing.wallet.topped_up"

    top_up_id: TopUpId
    payer_id: PersonId
    amount_fen: int


class VisitBilled(Event):
    NAME: ClassVar[str] = "billing.visit.billed"

    visit_id: VisitId
    payer_id: PersonId
    service_name: str
    amount_fen: int
    billed_half_hours: int
