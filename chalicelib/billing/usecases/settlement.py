"""Automatic billing: a checked-out visit becomes a bill and is paid from its hold, once."""

from __future__ import annotations

from datetime import datetime

from chalicelib.billing.domain.journal import visit_entry
from chalicelib.billing.domain.tariff import Served, bill_for
from chalicelib.billing.ports import Billing
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.refusals import AlreadyDone
from chalicelib.kernel.unit_of_work import UnitOfWork


def settle_visit(billing: Billing, *, served: Served, payer_id: PersonId, now: datetime, uow: UnitOfWork) -> None:
    """Captures what was served and releases the rest of the hold; again: nothing."""
    bill = bill_for(served)
    held = served.half_hour_price.times(served.booked_half_hours)
    billing.store.stage_settlement(uow, visit_entry(bill, payer_id=payer_id, now=now), bill, held=held)
    try:
        uow.commit()
    except AlreadyDone:
        return
