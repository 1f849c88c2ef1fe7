"""What care does when it hears of something, every minute, and every night."""

from __future__ import annotations

from functools import partial

from chalicelib.care.domain.visit import Visit, expires_at
from chalicelib.care.events import standing_events
from chalicelib.care.ports import Care
from chalicelib.care.usecases import auditing, caregivers, visits
from chalicelib.contracts.care import VisitAsked, VisitBooked, VisitMoved, VisitReviewed
from chalicelib.contracts.identity import CaregiverLinked
from chalicelib.kernel.ids import VisitId
from chalicelib.platform.dynamo.due import AUDIT_AFTER, Due, Sweep
from chalicelib.platform.messaging.auditor import Attempts, Auditor
from chalicelib.platform.messaging.consumer import Consumer, Job

consumer: Consumer[Care] = Consumer("care")


@consumer.on(CaregiverLinked)
def offer_her(job: Job[Care], event: CaregiverLinked) -> None:
    caregivers.activate(job.deps, caregiver_id=event.caregiver_id, uow=job.begin())


@consumer.on(VisitMoved)
@consumer.on(VisitBooked)
@consumer.on(VisitAsked)
def watch_the_clock(job: Job[Care], event: VisitAsked | VisitBooked | VisitMoved) -> None:
    uow = job.begin()
    due_at = event.answer_by if isinstance(event, VisitAsked) else event.accept_by
    job.deps.store.stage_due(uow, event.visit_id, due_at=due_at, now=job.now)
    uow.commit()


@consumer.on(VisitReviewed)
def recount(job: Job[Care], event: VisitReviewed) -> None:
    caregivers.recount_reviews(job.deps, caregiver_id=event.caregiver_id, now=job.now, begin=job.begin)


def sweep_due(job: Job[Care], sweep: Sweep) -> int:
    """Ends what nobody accepted, came to, or checked out of."""

    def end(due: Due) -> None:
        visit = visits.expire(job.deps, visit_id=VisitId(due.subject), now=job.now, begin=job.begin)
        next_at = expires_at(visit)
        if next_at is not None:
            uow = job.begin()
            job.deps.store.stage_due(uow, visit.visit_id, due_at=next_at, now=job.now)
            uow.commit()

    return sweep.run(now=job.now, begin=job.begin, handle=end)


def audit(job: Job[Care], auditor: Auditor) -> None:
    """Sets going again whatever should have come of a caregiver's login or of a visit as it stands, and did not.

    A visit that cannot be looked at does not hold up the others; the run fails loudly at its end.
    """
    attempts = Attempts()
    attempts.make(lambda: auditing.activate_linked(job.deps, begin=job.begin))
    for visit in auditing.visits_to_audit(job.deps, now=job.now):
        attempts.make(partial(_audit_visit, job, auditor, visit))
    attempts.end()


def _audit_visit(job: Job[Care], auditor: Auditor, visit: Visit) -> None:
    expired = expires_at(visit)
    if expired is not None and expired <= job.now - AUDIT_AFTER:
        visits.expire(job.deps, visit_id=visit.visit_id, now=job.now, begin=job.begin)
        return
    for event in standing_events(visit, job.deps.catalogue):
        if event.at <= job.now - AUDIT_AFTER:
            auditor.repair(event)


def nightly(job: Job[Care]) -> None:
    caregivers.extend_rosters(job.deps, now=job.now, begin=job.begin)
    caregivers.recount_everybody(job.deps, now=job.now, begin=job.begin)
