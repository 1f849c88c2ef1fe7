"""What billing does when it hears of something, and every minute."""

from __future__ import annotations

from chalicelib.billing.domain.tariff import Served
from chalicelib.billing.domain.top_up import ASK_AFTER
from chalicelib.billing.ports import Billing
from chalicelib.billing.usecases import settlement, top_ups
from chalicelib.contracts.billing import TopUpOrdered
from chalicelib.contracts.care import VisitCheckedOut
from chalicelib.kernel.ids import TopUpId
from chalicelib.kernel.money import Money
from chalicelib.platform.dynamo.due import Due, Sweep
from chalicelib.platform.messaging.consumer import Consumer, Job

consumer: Consumer[Billing] = Consumer("billing")


@consumer.on(VisitCheckedOut)
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


@consumer.on(TopUpOrdered)
def ask_later(job: Job[Billing], event: TopUpOrdered) -> None:
    """Callbacks may never come (wechat-facts.md §6.5)."""
    uow = job.begin()
    job.deps.store.stage_due(uow, event.top_up_id, due_at=job.now + ASK_AFTER[0], now=job.now)
    uow.commit()


def sweep_due(job: Job[Billing], sweep: Sweep) -> int:
    """Asks WeChat Pay about every top-up whose question is due."""

    def ask(due: Due) -> None:
        top_ups.follow_up(job.deps, top_up_id=TopUpId(due.subject), now=job.now, begin=job.begin)

    return sweep.run(now=job.now, begin=job.begin, handle=ask)
