"""What billing does when it hears of something, and every minute."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.billing.domain.journal import Entry
from chalicelib.billing.domain.tariff import Served
from chalicelib.billing.ports import Billing
from chalicelib.billing.store import event_of_bill, event_of_top_up
from chalicelib.billing.usecases import settlement, top_ups
from chalicelib.billing.usecases.proof import prove
from chalicelib.contracts.billing import VisitBilled
from chalicelib.contracts.care import VisitCheckedOut
from chalicelib.kernel.ids import PersonId, TopUpId
from chalicelib.kernel.money import Money
from chalicelib.platform import metrics
from chalicelib.platform.dynamo.due import Due, Sweep
from chalicelib.platform.logging import logger
from chalicelib.platform.messaging.auditor import Auditor
from chalicelib.platform.messaging.consumer import Consumer, Job

consumer: Consumer[Billing] = Consumer("billing")


# The hourly audit proves the wallet of each bill posted since the one before, with room for a late run.
PROVEN_WITHIN = timedelta(hours=3)


def _bills_of(job: Job[Billing], event: VisitCheckedOut) -> list[VisitBilled] | None:
    entry = job.deps.store.find_bill(event.member_id, event.visit_id)
    if entry is None:
        return None
    if job.now - entry.posted_at < PROVEN_WITHIN:
        prove_ledger(job, event.member_id)
    return [event_of_bill(entry)]


def prove_ledger(job: Job[Billing], person_id: PersonId) -> None:
    """A wallet that its journal does not explain is told to people at once; nothing is changed."""
    proof = prove(job.deps, person_id)
    if proof is None:
        return
    metrics.count("LedgerBroken", 0 if proof.holds else 1)
    if not proof.holds:
        figures = {"owned_fen": proof.owned.fen, "posted_fen": proof.posted.fen}
        logger.error("ledger_broken", extra={"person_id": person_id, **figures})


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
