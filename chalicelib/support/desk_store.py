"""How what staff work with is kept: shifts, problems, talks, and how often somebody failed at one thing."""

from __future__ import annotations

from datetime import datetime

from chalicelib.contracts.support import CaseSpoken
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId, ProblemId, ShiftId, TalkId, id_to_bytes
from chalicelib.kernel.refusals import AlreadyDone, NotAgreed
from chalicelib.kernel.time import to_wire
from chalicelib.kernel.unit_of_work import (
    Delete,
    Put,
    Rank,
    UnitOfWork,
    Update,
    absent,
    equal,
    exists,
    impossible,
    replayed_or_taken,
    stale,
)
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.dynamo.due import AUDIT_AFTER, Due, due_write
from chalicelib.support import keys
from chalicelib.support.domain.duty import Shift
from chalicelib.support.domain.failures import Failures
from chalicelib.support.domain.post import Post
from chalicelib.support.domain.problem import Problem
from chalicelib.support.domain.talk import Act, Spoke, Talk


@dataclass(frozen=True, slots=True)
class LatestProblem:
    problem_id: ProblemId


UNCONDITIONAL = impossible("a write without a condition cannot fail one")


class DeskItems:
    def __init__(self, database: Database, table: str) -> None:
        self._database = database
        self._table = table

    # --- reading

    def shifts_of(self, queue: str, *, ending_after: datetime) -> list[Shift]:
        items = self._database.query_all(
            table=self._table,
            partition=keys.duty_partition(queue),
            sort_from=to_wire(ending_after),
            sort_to="9",
        )
        return [from_item(Shift, item) for item in items]

    def find_problem(self, problem_id: ProblemId) -> Problem | None:
        item = self._database.get(keys.problem_key(self._table, problem_id))
        return from_item(Problem, item) if item else None

    def latest_problem(self, cause: str) -> Problem | None:
        item = self._database.get(keys.latest_problem_key(self._table, cause))
        return self.find_problem(from_item(LatestProblem, item).problem_id) if item else None

    def failures_of(self, person_id: PersonId, name: str) -> Failures:
        item = self._database.get(keys.failure_key(self._table, person_id, name))
        return from_item(Failures, item) if item else Failures()

    def find_talk(self, talk_id: TalkId) -> Talk | None:
        item = self._database.get(keys.talk_key(self._table, talk_id))
        return from_item(Talk, item) if item else None

    def find_spoke(self, person_id: PersonId, agent: PersonId) -> Spoke | None:
        item = self._database.get(keys.spoke_key(self._table, person_id, agent))
        return from_item(Spoke, item) if item else None

    def who_spoke(self, person_id: PersonId) -> list[Spoke]:
        items = self._database.query_all(
            table=self._table, partition=keys.spoke_partition(person_id), sort_from=keys.AGENTS
        )
        return [from_item(Spoke, item) for item in items]

    def acts_on(self, about: str) -> list[Act]:
        items = self._database.query_all(table=self._table, partition=keys.acts_partition(about), sort_from=keys.ACTS)
        return [from_item(Act, item) for item in items]

    def find_shift(self, shift_id: ShiftId) -> Shift | None:
        item = self._database.get(keys.shift_key(self._table, shift_id))
        return from_item(Shift, item) if item else None

    # --- staging

    def stage_new_problem(self, uow: UnitOfWork, problem: Problem, *, instead_of: Problem | None) -> None:
        was = absent("PK") if instead_of is None else equal("problem_id", id_to_bytes(instead_of.problem_id))
        latest = to_item(LatestProblem(problem.problem_id))
        uow.stage(
            Put(
                keys.latest_problem_key(self._table, problem.cause),
                latest,
                needs=(was,),
                rank=Rank.STATE,
                otherwise=stale,
            ),
            Put(
                keys.problem_key(self._table, problem.problem_id),
                to_item(problem),
                needs=(absent("PK"),),
                rank=Rank.STATE,
                otherwise=stale,
            ),
        )

    def stage_closed_problem(self, uow: UnitOfWork, problem: Problem) -> None:
        if problem.closed_at is None:
            raise AssertionError("a problem that is not closed")
        uow.stage(
            Put(
                keys.problem_key(self._table, problem.problem_id),
                to_item(problem),
                needs=(absent("closed_at"),),
                rank=Rank.STATE,
                otherwise=stale,
            ),
            due_write(self._table, Due(problem.problem_id, problem.closed_at), now=problem.closed_at),
        )

    def stage_failures(
        self, uow: UnitOfWork, person_id: PersonId, name: str, before: Failures, after: Failures
    ) -> None:
        key = keys.failure_key(self._table, person_id, name)
        was = equal("times", to_item(before)["times"]) if before.times else absent("PK")
        uow.stage(Put(key, to_item(after), needs=(was,), rank=Rank.STATE, otherwise=stale))

    def stage_shift(self, uow: UnitOfWork, shift: Shift) -> None:
        item = to_item(shift) | {"command_hash": to_wire(shift.from_at) + to_wire(shift.to_at) + str(shift.turn)}
        uow.stage(
            Put(
                keys.shift_key(self._table, shift.shift_id),
                item,
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=replayed_or_taken(item, owner="person_id"),
            ),
            Put(
                keys.duty_key(self._table, shift),
                to_item(shift),
                needs=(),
                rank=Rank.STATE,
                otherwise=UNCONDITIONAL,
            ),
        )

    def stage_cancelled_shift(self, uow: UnitOfWork, shift: Shift) -> None:
        """Its id stays taken: a resend of the shift does not bring it back."""
        uow.stage(Delete(keys.duty_key(self._table, shift), needs=(), rank=Rank.STATE, otherwise=UNCONDITIONAL))

    def stage_talk(self, uow: UnitOfWork, talk: Talk) -> None:
        item = to_item(talk)
        spoke = Spoke(talk.person_id, talk.agent, talk.talk_id, talk.case_id, talk.ends_at)
        uow.stage(
            Put(
                keys.talk_key(self._table, talk.talk_id),
                item | {"event": uow.marker(CaseSpoken.NAME)},
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=replayed_or_taken(item, owner="agent"),
            ),
            Put(
                keys.spoke_key(self._table, talk.person_id, talk.agent),
                to_item(spoke),
                needs=(absent("disowned_at"),),
                rank=Rank.STATE,
                otherwise=stale,
            ),
            due_write(self._table, Due(talk.talk_id, talk.began_at + AUDIT_AFTER), now=talk.began_at),
        )

    def stage_ended_talk(self, uow: UnitOfWork, talk: Talk, *, now: datetime) -> None:
        uow.stage(
            Update(
                keys.spoke_key(self._table, talk.person_id, talk.agent),
                needs=(equal("talk_id", id_to_bytes(talk.talk_id)),),
                rank=Rank.STATE,
                otherwise=lambda item: AlreadyDone(item or {}),
                sets={"ended_at": to_wire(now)},
            )
        )

    def stage_disowned(self, uow: UnitOfWork, spoke: Spoke, *, now: datetime) -> None:
        uow.stage(
            Update(
                keys.spoke_key(self._table, spoke.person_id, spoke.agent),
                needs=(exists("PK"), absent("disowned_at")),
                rank=Rank.STATE,
                otherwise=stale,
                sets={"disowned_at": to_wire(now)},
            )
        )

    def stage_act(
        self, uow: UnitOfWork, act: Act, word: Post, *, for_: PersonId, talk_id: TalkId, request_id: str
    ) -> None:
        uow.stage(
            Update(
                keys.spoke_key(self._table, for_, act.by),
                needs=(equal("talk_id", id_to_bytes(talk_id)), absent("ended_at"), absent("disowned_at")),
                rank=Rank.STATE,
                otherwise=lambda _: NotAgreed(),
                sets={"acted_at": to_wire(act.at)},
            )
        )
        for key, item in (
            (keys.act_key(self._table, act.about, request_id), to_item(act)),
            (keys.post_key(self._table, word.case_id, word.post_id), to_item(word)),
        ):
            uow.stage(Put(key, item, needs=(), rank=Rank.STATE, otherwise=UNCONDITIONAL))
