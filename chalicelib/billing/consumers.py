"""What billing does when it hears of something, and every minute."""

from __future__ import annotations

from chalicelib.billing.domain.journal import Entry
from chalicelib.billing.domain.tariff import Served
from chalicelib.billing.ports import Billing
from chalicelib.billing.store import event_of_bill, event_of_top_up
from chalicelib.billing.usecases import settlement, top_ups
from chalicelib.contracts.billing import VisitBilled
from chalicelib.contracts.care import VisitCheckedOut
from chalicelib.kernel.ids import TopUpId
from chalicelib.kernel.money import Money
from chalicelib.platform.dynamo.due import Due, Sweep
from chalicelib.platform.messaging.auditor import Auditor
from chalicelib.platform.messaging.consumer import Consumer, Job

consumer: Consumer[Billing] = Consumer("billing")


def _bills_of(job: Job[Billing], event: VisitCheckedOut) -> list[VisitBilled] | None:
    entry = job.deps.store.find_bill(event.member_id, event.visit_id)
    return [event_of_bill(entry)] if entry else None


@consumer.on(VisitCheckedOut, came_of=_bills_of)
def bill_the_visit(job: Job[Billing], event: VisitCheckedOut) -> None:
    settlement.settle_visit(
        job.deps,
        served=Served(
            visit_id=event.visit_id,
            service_name=event.service_name,
            tariff_version=event.tariff_version,
            half_hour_price=Money(event.half_hour_fen),
            booked_half_hours=event.booked_half_hours,
            checked_in_at=event.checked_in_at,
            checked_out_at=event.checked_out_at,
        ),
        payer_id=event.member_id,
        now=job.now,
        uow=job.begin(),
    )


def sweep_due(job: Job[Billing], sweep: Sweep, auditor: Auditor) -> int:
    """Asks WeChat Pay about every top-up whose question is due."""

    def was_told(entry: Entry) -> bool:
        return auditor.repair(event_of_top_up(entry)) == 0

    def ask(due: Due) -> None:
        top_ups.follow_up(job.deps, top_up_id=TopUpId(due.subject), now=job.now, begin=job.begin, was_told=was_told)

    return sweep.run(now=job.now, begin=job.begin, handle=ask)
