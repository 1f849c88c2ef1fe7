"""What identity looks after by itself: face checks nobody waits for, and that whoever is to hear of something has."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from chalicelib.identity.domain.face import LOOK_SOON
from chalicelib.identity.domain.grant import holds
from chalicelib.identity.entrustment_store import DECLINED, event_of_entrustment
from chalicelib.identity.face_store import event_of_check
from chalicelib.identity.family_store import ENDS_SOON, event_of_act, event_of_end, event_of_grant
from chalicelib.identity.ports import Identity
from chalicelib.identity.store import account_events
from chalicelib.identity.usecases import faces
from chalicelib.kernel.ids import FaceCheckId, GrantId, PersonId
from chalicelib.kernel.time import business_date
from chalicelib.platform.dynamo.due import AUDIT_AFTER, Due, Sweep
from chalicelib.platform.messaging.auditor import Auditor
from chalicelib.platform.messaging.consumer import Consumer, Job

consumer: Consumer[Identity] = Consumer("identity")
# A day on which somebody acted is looked at until it is over, and everybody was told.
LOOK_AGAIN_AFTER = timedelta(hours=1)
# Of a function's minute; each question may take eight seconds.
FACES_FOR_S = 30


def sweep_due(job: Job[Identity], sweep: Sweep, auditor: Auditor) -> int:
    late_at = time.monotonic() + FACES_FOR_S

    def look(due: Due) -> None:
        # A provider that hangs must not keep the others waiting, nor this run from its end.
        is_late = due.subject.startswith("face_") and time.monotonic() > late_at
        again = LOOK_SOON if is_late else _look_at(due.subject)(job, due.subject, auditor)
        if again:
            uow = job.begin()
            job.deps.families.stage_due(uow, due.subject, due_at=job.now + again, now=job.now)
            uow.commit()

    return sweep.run(now=job.now, begin=job.begin, handle=look)


def _look_at(subject: str) -> Callable[[Job[Identity], str, Auditor], timedelta | None]:
    if "/" in subject:
        return _day
    if subject.startswith("face_"):
        return _face
    if subject.startswith(DECLINED):
        return _declined
    if subject.startswith(ENDS_SOON):
        return _ends_soon
    return _grant if subject.startswith("grant_") else _account


def _face(job: Job[Identity], subject: str, auditor: Auditor) -> timedelta | None:
    check, again = faces.look_again(job.deps, check_id=FaceCheckId(subject), now=job.now, begin=job.begin)
    if check is None or again is not None or check.decided_at is None:
        return again
    # What is decided now has an entry of its own, by which its message must have come.
    if not check.told or job.now < check.decided_at + AUDIT_AFTER:
        return None
    return AUDIT_AFTER if auditor.repair(event_of_check(check)) else None


def _account(job: Job[Identity], subject: str, auditor: Auditor) -> timedelta | None:
    person = job.deps.store.find_person(PersonId(subject))
    if person is None:
        raise AssertionError("an account to be audited that is not there")
    events = account_events(person)
    return AUDIT_AFTER if sum(map(auditor.repair, events)) else None


def _grant(job: Job[Identity], subject: str, auditor: Auditor) -> timedelta | None:
    grant = job.deps.families.find_grant(GrantId(subject))
    if grant is None:
        raise AssertionError("a grant to be audited that is not there")
    if grant.replaced_by:  # of which nobody is told
        return None
    return AUDIT_AFTER if auditor.repair(event_of_grant(grant)) else None


def _declined(job: Job[Identity], subject: str, auditor: Auditor) -> timedelta | None:
    entrustment = job.deps.entrustments.find(GrantId(subject.removeprefix(DECLINED)))
    if entrustment is None:
        raise AssertionError("a no to be audited that is not there")
    return AUDIT_AFTER if auditor.repair(event_of_entrustment(entrustment)) else None


def _ends_soon(job: Job[Identity], subject: str, auditor: Auditor) -> timedelta | None:
    """Of one that is over by then nothing is told."""
    grant = job.deps.families.find_grant(GrantId(subject.removeprefix(ENDS_SOON)))
    if grant is None:
        raise AssertionError("a guardianship to end that is not there")
    if not holds(grant, now=job.now):
        return None
    if grant.warned_at is not None:
        return AUDIT_AFTER if auditor.repair(event_of_end(grant)) else None
    uow = job.begin()
    job.deps.families.stage_warned(uow, replace(grant, warned_at=job.now))
    uow.commit()
    return AUDIT_AFTER


def _day(job: Job[Identity], subject: str, auditor: Auditor) -> timedelta | None:
    day = job.deps.families.find_day(subject)
    settled = [act for act in day.acts if act.at + AUDIT_AFTER <= job.now]
    missing = sum(auditor.repair(event_of_act(day, act)) for act in settled)
    if missing or len(settled) < len(day.acts):
        return AUDIT_AFTER
    return LOOK_AGAIN_AFTER if business_date(job.now) <= day.on else None
