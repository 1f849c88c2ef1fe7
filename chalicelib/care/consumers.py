"""What care does when it hears of something, every minute, and every night."""

from __future__ import annotations

from chalicelib.care.ports import Care
from chalicelib.care.usecases import caregivers, visits
from chalicelib.contracts.care import VisitBooked, VisitReviewed
from chalicelib.contracts.identity import CaregiverLinked
from chalicelib.kernel.ids import VisitId
from chalicelib.platform.dynamo.due import Due, Sweep
from chalicelib.platform.messaging.consumer import Consumer, Job

consumer: Consumer[Care] = Consumer("care")


@consumer.on(CaregiverLinked)
def offer_her(job: Job[Care], event: CaregiverLinked) -> None:
    caregivers.activate(job.deps, caregiver_id=event.caregiver_id, uow=job.begin())


@consumer.on(VisitBooked)
def wait_for_an_answer(job: Job[Care], event: VisitBooked) -> None:
    uow = job.begin()
    job.deps.store.stage_due(uow, event.visit_id, due_at=event.accept_by, now=job.now)
    uow.commit()


@consumer.on(VisitReviewed)
def recount(job: Job[Care], event: VisitReviewed) -> None:
    caregivers.recount_reviews(job.deps, caregiver_id=event.caregiver_id, now=job.now, uow=job.begin())


def sweep_due(job: Job[Care], sweep: Sweep) -> int:
    """Ends the bookings nobody accepted."""

    def end(due: Due) -> None:
        visits.lapse(job.deps, visit_id=VisitId(due.subject), now=job.now, begin=job.begin)

    return sweep.run(now=job.now, begin=job.begin, handle=end)


def nightly(job: Job[Care]) -> None:
    caregivers.extend_rosters(job.deps, now=job.now, begin=job.begin)
    caregivers.recount_everybody(job.deps, now=job.now, begin=job.begin)
