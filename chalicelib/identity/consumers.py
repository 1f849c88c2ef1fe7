"""What identity looks after by itself: that whoever is to hear of what their family did, or may do, has been told."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.identity.family_store import event_of_act, event_of_grant
from chalicelib.identity.ports import Identity
from chalicelib.kernel.ids import GrantId
from chalicelib.kernel.time import business_date
from chalicelib.platform.dynamo.due import AUDIT_AFTER, Due, Sweep
from chalicelib.platform.messaging.auditor import Auditor
from chalicelib.platform.messaging.consumer import Consumer, Job

consumer: Consumer[Identity] = Consumer("identity")
# A day on which somebody acted is looked at until it is over, and everybody was told.
LOOK_AGAIN_AFTER = timedelta(hours=1)


def audit(job: Job[Identity], sweep: Sweep, auditor: Auditor) -> int:
    def look(due: Due) -> None:
        again = _day(job, due.subject, auditor) if "/" in due.subject else _grant(job, due.subject, auditor)
        if again:
            uow = job.begin()
            job.deps.families.stage_due(uow, due.subject, due_at=job.now + again, now=job.now)
            uow.commit()

    return sweep.run(now=job.now, begin=job.begin, handle=look)


def _grant(job: Job[Identity], subject: str, auditor: Auditor) -> timedelta | None:
    grant = job.deps.families.find_grant(GrantId(subject))
    if grant is None:
        raise AssertionError("a grant to be audited that is not there")
    return AUDIT_AFTER if auditor.repair(event_of_grant(grant)) else None


def _day(job: Job[Identity], subject: str, auditor: Auditor) -> timedelta | None:
    day = job.deps.families.find_day(subject)
    settled = [act for act in day.acts if act.at + AUDIT_AFTER <= job.now]
    missing = sum(auditor.repair(event_of_act(day, act)) for act in settled)
    if missing or len(settled) < len(day.acts):
        return AUDIT_AFTER
    return LOOK_AGAIN_AFTER if business_date(job.now) <= day.on else None
