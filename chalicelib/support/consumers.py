"""What support does every minute and every hour: nobody waits longer than promised without somebody being called."""

from __future__ import annotations

from chalicelib.kernel.ids import CaseId, ProblemId, RequestId, TalkId, id_from_bytes
from chalicelib.platform import metrics
from chalicelib.platform.dynamo.due import AUDIT_AFTER, Due, Sweep
from chalicelib.platform.logging import logger
from chalicelib.platform.messaging.auditor import Auditor
from chalicelib.platform.messaging.consumer import Consumer, Job
from chalicelib.support.domain.calling import nobody_was_called
from chalicelib.support.events import call_about_case, news_of_case, talk_about_case
from chalicelib.support.ports import Support
from chalicelib.support.usecases import effect, escalation, problems

consumer: Consumer[Support] = Consumer("support")


def sweep_due(job: Job[Support], sweep: Sweep, auditor: Auditor) -> int:
    """Calls whoever must be called, and sees that the latest news of a case arrived."""

    def look(due: Due) -> None:
        if due.subject.startswith("prb_"):
            problems.tell_linked(job.deps, problem_id=ProblemId(due.subject), now=job.now, begin=job.begin)
            return
        if due.subject.startswith("talk_"):
            talk = job.deps.store.find_talk(TalkId(due.subject))
            if talk is None:
                raise AssertionError("a due entry without its talk")
            auditor.repair(talk_about_case(talk, job.deps.catalogue))
            return
        case = escalation.look_at(job.deps, case_id=CaseId(due.subject), now=job.now, begin=job.begin)
        case = effect.measure(job.deps, case, now=job.now, begin=job.begin)
        if nobody_was_called(case, now=job.now):
            metrics.count("NobodyOnDuty")
        late = job.now - AUDIT_AFTER
        if case.news_at is not None and case.news_at <= late:
            auditor.repair(news_of_case(case, job.deps.catalogue))
        page = case.page
        if page is not None and page.to is not None and page.taken_at is None and page.at <= late:
            auditor.repair(call_about_case(case, job.deps.catalogue))

    return sweep.run(now=job.now, begin=job.begin, handle=look)


def audit(job: Job[Support]) -> None:
    """An hour nobody covers is an alarm before it comes; so many cases of one cause are a problem."""
    for cause in job.deps.catalogue.causes:
        problems.look_for_problem(job.deps, cause=cause.code, now=job.now, begin=job.begin)
    gaps = escalation.gaps(job.deps, now=job.now)
    metrics.count("RosterGaps", len(gaps))
    for queue, from_at in gaps.items():
        run = id_from_bytes(RequestId, job.new_command_id())
        logger.error("roster_gap", extra={"queue": queue, "from_at": from_at.isoformat(), "correlation_id": run})
