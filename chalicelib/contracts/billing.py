"""What billing tells the others."""

from __future__ import annotations

from typing import ClassVar

from pydantic import AwareDatetime

from chalicelib.contracts.envelope import Event
from chalicelib.kernel.ids import PersonId, TopUpId, VisitId


class WalletToppedUp(Event):
    NAME: ClassVar[str] = "billing.wallet.topped_up"

    top_up_id: TopUpId
    payer_id: PersonId
    amount_fen: int
    at: AwareDatetime


class VisitBilled(Event):
    NAME: ClassVar[str] = "billing.visit.billed"

    visit_id: VisitId
    payer_id: PersonId
    service_name: str
    amount_fen: int
    billed_half_hours: int
    at: AwareDatetime
