"""Problems many share, and promises kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from chalicelib.kernel.ids import ProblemId
from chalicelib.platform.http.answers import View
from chalicelib.support.domain.catalogue import Catalogue
from chalicelib.support.domain.problem import Problem
from chalicelib.support.domain.promises import Rate


class ProblemView(View):
    id: ProblemId
    cause: str
    cause_name: str
    cases: int
    since: datetime
    opened_at: datetime
    closed_at: datetime | None

    @classmethod
    def of(cls, problem: Problem, cases: int, catalogue: Catalogue) -> ProblemView:
        return cls(
            id=problem.problem_id,
            cause=problem.cause,
            cause_name=catalogue.cause(problem.cause).name,
            cases=cases,
            since=problem.since,
            opened_at=problem.opened_at,
            closed_at=problem.closed_at,
        )


class ProblemsView(View):
    items: list[ProblemView]


class RateView(View):
    """How often a promise was kept, and where the true rate lies 19 times in 20."""

    promise: str
    kept: int
    total: int
    rate: float
    low: float
    high: float


class PromisesView(View):
    """The worst kept first. `since` is from when on."""

    since: datetime
    items: list[RateView]

    @classmethod
    def of(cls, since: datetime, found: Sequence[Rate]) -> PromisesView:
        items = [RateView(**asdict(each), rate=each.kept / each.total) for each in found]
        return cls(since=since, items=items)
