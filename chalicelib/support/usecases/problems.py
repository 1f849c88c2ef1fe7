"""Problems: opened by the number of cases, closed by a supervisor, told to everybody who was stuck at it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime

from chalicelib.kernel.ids import PostId, ProblemId, make_id, ulid_of
from chalicelib.kernel.principal import Principal, Role
from chalicelib.kernel.refusals import Missing, Stale
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale
from chalicelib.support.domain import life
from chalicelib.support.domain import problem as rules
from chalicelib.support.domain.case import Case
from chalicelib.support.domain.commands import CloseProblem
from chalicelib.support.domain.problem import Problem
from chalicelib.support.ports import Support
from chalicelib.support.usecases.cases import our_word
from chalicelib.support.usecases.desk import NotYourQueue

Begin = Callable[[], UnitOfWork]


class NoSuchProblem(Missing):
    code = "support.no_such_problem"
    message = "没有找到这个问题。"
    next_step = "请回到问题列表，重新点进去看。"


def look_for_problem(support: Support, *, cause: str, now: datetime, begin: Begin) -> None:
    """Opens one when so many cases of a cause came within a day, unless one is open; harmless when called again."""
    at_least = support.catalogue.cause(cause).problem_at
    newest = support.store.latest_of_cause(cause, limit=at_least)
    before = support.store.latest_problem(cause)
    if not rules.is_problem(newest, at_least=at_least, before=before, now=now):
        return
    digest = hashlib.sha256(cause.encode()).digest()[:10]
    problem = Problem(ProblemId(make_id(ProblemId, now=now, randomness=digest)), cause, newest[-1], now)
    uow = begin()
    support.store.stage_new_problem(uow, problem, instead_of=before)
    try:
        uow.commit()
    except Stale:  # somebody else opened it just now
        return


def read_problems(support: Support) -> list[tuple[Problem, int]]:
    """The open ones, and how many cases are linked to each."""
    found = [support.store.latest_problem(cause.code) for cause in support.catalogue.causes]
    open_ = [each for each in found if each is not None and each.closed_at is None]
    return [(each, len(support.store.cases_of_cause(each.cause, since=each.since))) for each in open_]


def close_problem(
    support: Support,
    *,
    problem_id: ProblemId,
    command: CloseProblem,
    by: Principal,
    now: datetime,
    begin: Begin,
) -> Problem:
    """What is told goes to everybody linked, by the next sweeps."""
    if Role.SUPERVISOR not in by.roles:
        raise NotYourQueue

    def attempt() -> Problem:
        problem = support.store.find_problem(problem_id)
        if problem is None:
            raise NoSuchProblem
        after = rules.mended(problem, by=by.person_id, text=command.text, now=now)
        if after is problem:
            return problem
        uow = begin()
        support.store.stage_closed_problem(uow, after)
        uow.commit()
        return after

    return again_when_stale(attempt)


def tell_linked(support: Support, *, problem_id: ProblemId, now: datetime, begin: Begin) -> int:
    """Says it in each linked case, once; a crash goes on where it was. How many were told now."""
    problem = support.store.find_problem(problem_id)
    if problem is None or problem.closed_at is None or problem.closed_by is None or problem.told is None:
        raise AssertionError("a problem to be told of that is not closed")
    linked = support.store.cases_of_cause(problem.cause, since=problem.since)
    return sum(_tell(support, problem, each, now, begin) for each in linked if each.opened_at <= problem.closed_at)


def _tell(support: Support, problem: Problem, linked: Case, now: datetime, begin: Begin) -> bool:
    post_id = PostId(f"post_{ulid_of(problem.problem_id)}")
    key = support.people.data_key_of(linked.person_id)

    def attempt() -> bool:
        case = support.store.find_case(linked.case_id)
        if case is None or problem.closed_by is None or problem.told is None:
            raise AssertionError("a linked case that is gone")
        sealed = support.store.seal(post_id, key, problem.told)
        post = our_word(post_id, case.case_id, by=problem.closed_by, channel=case.channel, sealed=sealed, now=now)
        if support.store.was_said(post):
            return False
        uow = begin()
        support.store.stage_post(uow, post)
        support.store.stage_case(uow, case, life.told_of_mending(case, now=now), now=now)
        uow.commit()
        return True

    return again_when_stale(attempt)
