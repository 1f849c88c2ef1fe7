"""Our side of a case: queues, claiming, answering, handing over, deciding, closing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from chalicelib.contracts.review import Application
from chalicelib.kernel.ids import CaseId
from chalicelib.kernel.principal import Principal, Role
from chalicelib.kernel.refusals import AlreadyDone, Conflict, Forbidden
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale
from chalicelib.support.domain import life
from chalicelib.support.domain.case import Case, CaseStatus, KeptAway
from chalicelib.support.domain.catalogue import Queue
from chalicelib.support.domain.commands import Close, Decide, HandOver, Reply, Unmask
from chalicelib.support.domain.photo import NoSuchPhoto
from chalicelib.support.domain.post import Author, Post
from chalicelib.support.ports import NoSuchCase, Support
from chalicelib.support.usecases.cases import called_if_urgent, kept_away, people_on_duty

Begin = Callable[[], UnitOfWork]


class NotYourQueue(Forbidden):
    code = "support.not_your_queue"
    message = "这个队列不归您处理。"
    next_step = "需要权限的话，请找主管。"


# How a decision ends its case, in the catalogue's words; what stands apart corrects nothing that was registered.
CORRECTED, APPROVED, DECLINED = "corrected", "approved", "declined"


class DecidedElsewhere(Conflict):
    code = "support.decided_elsewhere"
    message = "这类求助要核对身份，只能由“{queue}”来办。"
    next_step = "请转给“{queue}”。"


class StillToDecide(Conflict):
    code = "support.still_to_decide"
    message = "用户交的资料还没有核对，不能这样办结，也不能改成别的问题。"
    next_step = "请先点“决定”，通过或者不通过。"


class AppliedAnew(Conflict):
    code = "support.applied_anew"
    message = "您看过以后，用户又改了交上来的资料，这次决定没有生效。"
    next_step = "请重新看一遍现在的资料，再决定。"


class NothingToDecide(Conflict):
    code = "support.nothing_to_decide"
    message = "这个工单没有等着核对的资料：可能用户自己已经办好了，或者没有提交过。"
    next_step = "请看一眼用户办到哪一步，再答复或办结。"


def queues_of(support: Support, *, by: Principal) -> list[Queue]:
    return [each for each in support.catalogue.queues if by.roles & {each.role, Role.SUPERVISOR}]


def read_queue(support: Support, *, queue: str, by: Principal) -> list[Case]:
    """Open cases, those whose promise ends first on top."""
    check_queue(support, queue, by)
    return support.store.cases_in(queue)


def read_case(support: Support, *, case_id: CaseId, by: Principal) -> Case:
    case = support.store.find_case(case_id)
    if case is None:
        raise NoSuchCase
    check_queue(support, case.queue, by)
    return case


def application_of(support: Support, case: Case, *, by: Principal, now: datetime) -> Application | None:
    """What waits for a decision in an open case, for who may decide on it, whatever queue the case stands in."""
    cause = support.catalogue.cause(case.cause)
    if not cause.decides or case.status is CaseStatus.CLOSED or not may_work(support, cause.queue, by):
        return None
    return support.applications.find(case.person_id, case.cause, now=now)


def address_of_paper(
    support: Support, *, case_id: CaseId, by: Principal, now: datetime
) -> tuple[Case, Application, str]:
    """For the owner alone: it shows everything that is masked elsewhere."""
    case = read_case(support, case_id=case_id, by=by)
    _check_not_kept_away(support, case, by)
    owned = life.owned(case, by.person_id)
    found = application_of(support, owned, by=by, now=now)
    address = support.applications.address_of_paper(case.person_id, case.cause) if found and found.paper else None
    if found is None or address is None:
        raise NoSuchPhoto
    return case, found, address


def may_work(support: Support, queue: str, by: Principal) -> bool:
    return support.catalogue.queue(queue) in queues_of(support, by=by)


def claim(support: Support, *, case_id: CaseId, by: Principal, now: datetime, begin: Begin) -> Case:
    """One wins, whoever else claims it at the same moment; the winner again changes nothing."""

    def attempt() -> Case:
        case = read_case(support, case_id=case_id, by=by)
        _check_not_kept_away(support, case, by)
        free = life.taken_from(case, kept_away(support, case.person_id))
        after = life.claimed(free, by=by.person_id, on_duty=people_on_duty(support, case, now=now), now=now)
        if after == case:
            return case
        uow = begin()
        support.store.stage_case(uow, case, after, now=now)
        uow.commit()
        return after

    return again_when_stale(attempt)


def reply(support: Support, *, case_id: CaseId, command: Reply, by: Principal, now: datetime, begin: Begin) -> Case:
    return _word(
        support,
        case_id=case_id,
        command=command,
        author=Author.STAFF,
        step=lambda case: life.answered(case, by=by.person_id, waits=command.waits, now=now),
        by=by,
        now=now,
        begin=begin,
    )


def hand_over(
    support: Support, *, case_id: CaseId, command: HandOver, by: Principal, now: datetime, begin: Begin
) -> Case:
    """Only the task moves: the person sees one thread, and its clocks go on."""
    support.catalogue.queue(command.queue)

    def step(case: Case) -> Case:
        cause = support.catalogue.cause(command.cause or case.cause)
        was = support.catalogue.cause(case.cause)
        if was.apart and cause != was and support.applications.find(case.person_id, was.code, now=now):
            raise StillToDecide
        if cause.decides and command.queue != cause.queue:
            raise DecidedElsewhere(queue=support.catalogue.queue(cause.queue).name)
        kind = support.catalogue.kind(cause.kind)
        after = life.handed_over(
            case,
            by=by.person_id,
            queue=command.queue,
            cause=cause.code,
            kind=kind,
            four_eyes=cause.four_eyes,
            now=now,
        )
        return called_if_urgent(support, after, now=now)

    return _word(
        support,
        case_id=case_id,
        command=command,
        author=Author.COLLEAGUES,
        step=step,
        by=by,
        now=now,
        begin=begin,
    )


def close(support: Support, *, case_id: CaseId, command: Close, by: Principal, now: datetime, begin: Begin) -> Case:
    """Never without its cause and what was done about it."""
    cause = support.catalogue.cause(command.cause)
    action = support.catalogue.action(command.action)

    def step(case: Case) -> Case:
        was = support.catalogue.cause(case.cause)
        to_decide = was.decides and (was.apart or action.code in (CORRECTED, APPROVED))
        if to_decide and support.applications.find(case.person_id, was.code, now=now):
            raise StillToDecide
        return life.closed(
            case,
            by=by.person_id,
            cause=cause.code,
            action=action.code,
            four_eyes=was.four_eyes or cause.four_eyes or action.four_eyes,
            spoke=support.store.find_spoke(case.person_id, by.person_id) is not None,
            now=now,
        )

    return _word(
        support,
        case_id=case_id,
        command=command,
        author=Author.STAFF,
        step=step,
        by=by,
        now=now,
        begin=begin,
    )


def decide(support: Support, *, case_id: CaseId, command: Decide, by: Principal, now: datetime, begin: Begin) -> Case:
    """Once, by somebody who did not submit it: what was applied for goes on, or ends with a reason."""

    def step(case: Case) -> Case:
        application = application_of(support, case, by=by, now=now)
        if application is None:
            raise NothingToDecide
        if application.applied_at != command.applied_at:
            raise AppliedAnew
        spoke = support.store.find_spoke(case.person_id, by.person_id) is not None
        approved = APPROVED if support.catalogue.cause(case.cause).apart else CORRECTED
        action = approved if command.approve else DECLINED
        return life.closed(
            case,
            by=by.person_id,
            cause=case.cause,
            action=action,
            four_eyes=True,
            spoke=spoke or application.applied_by == by.person_id,
            now=now,
        )

    def stage(uow: UnitOfWork, case: Case) -> None:
        support.applications.stage_decision(
            uow, case.person_id, case.cause, applied_at=command.applied_at, approve=command.approve, now=now
        )

    return _word(
        support,
        case_id=case_id,
        command=command,
        author=Author.STAFF,
        step=step,
        also=stage,
        by=by,
        now=now,
        begin=begin,
    )


def unmask(support: Support, *, case_id: CaseId, command: Unmask, by: Principal, now: datetime, begin: Begin) -> Case:
    """What the person applied with may be read in the clear by who owns the case; the reason stays with it."""
    case = support.store.find_case(case_id)
    if case is None:
        raise NoSuchCase
    if application_of(support, life.owned(case, by.person_id), by=by, now=now) is None:
        raise NothingToDecide
    return _word(
        support,
        case_id=case_id,
        command=command,
        author=Author.COLLEAGUES,
        step=lambda case: life.owned(case, by.person_id),
        by=by,
        now=now,
        begin=begin,
    )


def _word(
    support: Support,
    *,
    case_id: CaseId,
    command: Reply | HandOver | Close | Decide | Unmask,
    author: Author,
    step: Callable[[Case], Case],
    also: Callable[[UnitOfWork, Case], None] | None = None,
    by: Principal,
    now: datetime,
    begin: Begin,
) -> Case:
    """A step of ours that says something, in one transaction; sent again it is answered, not repeated."""

    def attempt() -> Case:
        case = support.store.find_case(case_id)
        if case is None:
            raise NoSuchCase
        key = support.people.data_key_of(case.person_id)
        post = Post(
            post_id=command.id,
            case_id=case_id,
            author=author,
            by=by.person_id,
            channel=case.channel,
            at=now,
            command_hash=support.store.fingerprint(command, key),
            sealed=support.store.seal(command.id, key, command.text),
        )
        if support.store.was_said(post):
            return case
        check_queue(support, case.queue, by)
        _check_not_kept_away(support, case, by)
        after = step(case)
        uow = begin()
        support.store.stage_post(uow, post)
        support.store.stage_case(uow, case, after, now=now)
        if also is not None:
            also(uow, case)
        try:
            uow.commit()
        except AlreadyDone:
            return support.store.find_case(case_id) or after
        return after

    return again_when_stale(attempt)


def check_queue(support: Support, queue: str, by: Principal) -> None:
    if not may_work(support, queue, by):
        raise NotYourQueue


def _check_not_kept_away(support: Support, case: Case, by: Principal) -> None:
    if by.person_id in kept_away(support, case.person_id):
        raise KeptAway
