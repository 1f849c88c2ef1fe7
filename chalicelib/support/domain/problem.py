"""A problem: many people stuck at one cause within a day. Mended, everybody linked to it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId, ProblemId
from chalicelib.kernel.refusals import Conflict

# Inclusive, from the newest case back.
COUNTED_WITHIN = timedelta(hours=24)


class ProblemClosed(Conflict):
    code = "support.problem_closed"
    message = "这个问题已经有人结掉了。"
    next_step = "请刷新列表；同样的求助再多起来，会自动开一个新的。"


@dataclass(frozen=True, slots=True)
class Problem:
    """Linked to it is every case of its cause opened from `since` until it was closed."""

    problem_id: ProblemId
    cause: str
    since: datetime
    opened_at: datetime
    closed_at: datetime | None = None
    closed_by: PersonId | None = None
    told: str | None = None


def is_problem(newest_first: Sequence[datetime], *, at_least: int, before: Problem | None, now: datetime) -> bool:
    """Whether so many cases of one cause were opened within a day, and none of them in the problem before."""
    if len(newest_first) < at_least or now - newest_first[at_least - 1] > COUNTED_WITHIN:
        return False
    if before is None:
        return True
    return before.closed_at is not None and newest_first[at_least - 1] > before.closed_at


def mended(problem: Problem, *, by: PersonId, text: str, now: datetime) -> Problem:
    if problem.closed_at is not None:
        if (problem.closed_by, problem.told) == (by, text):
            return problem
        raise ProblemClosed
    return replace(problem, closed_at=now, closed_by=by, told=text)
