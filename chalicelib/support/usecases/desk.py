"""Our side of a case: queues, claiming, answering, handing over, closing; and who is on duty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from chalicelib.kernel.ids import CaseId
from chalicelib.kernel.principal import Principal, Role
from chalicelib.kernel.refusals import AlreadyDone, Conflict, Forbidden
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale
from chalicelib.support.domain import case as life
from chalicelib.support.domain.case import Case
from chalicelib.support.domain.catalogue import Queue
from chalicelib.support.domain.commands import Close, Decide, HandOver, Reply, TakeShift, Unmask
from chalicelib.support.domain.duty import Shift, check_shift
from chalicelib.support.domain.post import Author, Post
from chalicelib.support.ports import NoSuchCase, Support
from chalicelib.support.usecases.cases import people_on_duty

Begin = Callable[[], UnitOfWork]


class NotYourQueue(Forbidden):
    code = "support.not_your_queue"
    message = "这个队列不归您处理。"
    next_step = "需要权限的话，请找主管。"


class NothingToDecide(Conflict):
    code = "support.nothing_to_decide"
    message = "这个工单没有等着核对的资料：可能用户自己已经办好了，或者没有提交过。"
    next_step = "请看一眼用户办到哪一步，再答复或办结。"


def queues_of(support: Support, *, by: Principal) -> list[Queue]:
    return [each for each in support.catalogue.queues if by.roles & {each.role, Role.SUPERVISOR}]


def read_queue(support: Support, *, queue: str, by: Principal) -> list[Case]:
    """Open cases, those whose promise ends first on top."""
    _check_queue(support, queue, by)
    return support.store.cases_in(queue)


def read_case(support: Support, *, case_id: CaseId, by: Principal) -> Case:
    case = support.store.find_case(case_id)
    if case is None:
        raise NoSuchCase
    _check_queue(support, case.queue, by)
    return case


def claim(support: Support, *, case_id: CaseId, by: Principal, now: datetime, begin: Begin) -> Case:
    """One wins, whoever else claims it at the same moment; the winner again changes nothing."""

    def attempt() -> Case:
        case = read_case(support, case_id=case_id, by=by)
        after = life.claimed(case, by=by.person_id, on_duty=people_on_duty(support, case.queue, now=now), now=now)
        if after is case:
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
        kind = support.catalogue.kind(cause.kind)
        return life.handed_over(case, by=by.person_id, queue=command.queue, cause=cause.code, kind=kind, now=now)

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
    cause = support.catalogue.cause(command.cause).code
    action = support.catalogue.action(command.action).code
    return _word(
        support,
        case_id=case_id,
        command=command,
        author=Author.STAFF,
        step=lambda case: life.closed(case, by=by.person_id, cause=cause, action=action, now=now),
        by=by,
        now=now,
        begin=begin,
    )


def decide(support: Support, *, case_id: CaseId, command: Decide, by: Principal, now: datetime, begin: Begin) -> Case:
    """Once, by somebody who did not submit it: what was applied for goes on, or ends with a reason."""

    def step(case: Case) -> Case:
        if not support.catalogue.cause(case.cause).decides or support.applications.find(case.person_id) is None:
            raise NothingToDecide
        action = "corrected" if command.approve else "declined"
        return life.closed(case, by=by.person_id, cause=case.cause, action=action, now=now)

    def approve(uow: UnitOfWork, case: Case) -> None:
        if command.approve:
            support.applications.stage_approval(uow, case.person_id, now=now)

    return _word(
        support,
        case_id=case_id,
        command=command,
        author=Author.STAFF,
        step=step,
        also=approve,
        by=by,
        now=now,
        begin=begin,
    )


def unmask(support: Support, *, case_id: CaseId, command: Unmask, by: Principal, now: datetime, begin: Begin) -> Case:
    """What the person applied with, in the clear, for who owns the case; the reason stays with it."""
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


def take_shift(support: Support, *, command: TakeShift, by: Principal, now: datetime, uow: UnitOfWork) -> Shift:
    _check_queue(support, command.queue, by)
    shift = Shift(command.id, command.queue, by.person_id, command.from_at, command.to_at, command.turn)
    support.store.stage_shift(uow, check_shift(shift, now=now))
    uow.commit()
    return shift


def read_roster(support: Support, *, queue: str, by: Principal, now: datetime) -> list[Shift]:
    _check_queue(support, queue, by)
    return support.store.shifts_of(queue, ending_after=now)


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
        _check_queue(support, case.queue, by)
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


def _check_queue(support: Support, queue: str, by: Principal) -> None:
    if support.catalogue.queue(queue) not in queues_of(support, by=by):
        raise NotYourQueue
