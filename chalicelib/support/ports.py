"""What support needs from others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.contracts.review import Application
from chalicelib.contracts.story import Happened, Witness
from chalicelib.kernel.command import Command
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaseId, PersonId, PostId, ProblemId, RequestId, ShiftId, TalkId
from chalicelib.kernel.principal import Principal, WrappedKey
from chalicelib.kernel.refusals import Missing
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.support.domain.case import Case
from chalicelib.support.domain.catalogue import Catalogue
from chalicelib.support.domain.duty import Shift
from chalicelib.support.domain.failures import Failures
from chalicelib.support.domain.post import Post
from chalicelib.support.domain.problem import Problem
from chalicelib.support.domain.talk import Act, Spoke, Talk


class NothingKnown(Missing):
    code = "support.nothing_known"
    message = "没有找到这个编号。"
    next_step = "请从列表里重新点进去看；查请求编号的，只能查到最近 90 天的。"


class NoSuchCase(Missing):
    """Also for a case that is somebody else's."""

    code = "support.no_such_case"
    message = "没有找到这个工单。"
    next_step = "请回到“我的求助”，重新点进去看。"


class CallLog(Protocol):
    def calls_of(self, request_id: RequestId, *, now: datetime) -> Sequence[Happened]:
        """What the functions logged of a request and of everything that came of it, for 90 days."""


class CaseStore(Protocol):
    def find_case(self, case_id: CaseId) -> Case | None: ...
    def find_matter(self, person_id: PersonId, matter: str) -> Case | None:
        """The latest case of that person in that matter."""

    def cases_of(self, person_id: PersonId) -> list[Case]:
        """Newest first."""

    def cases_in(self, queue: str) -> list[Case]:
        """Those that are not closed."""

    def posts_of(self, case_id: CaseId) -> list[Post]:
        """In the order in which we heard them: a phone's clock may be wrong."""

    def shifts_of(self, queue: str, *, ending_after: datetime) -> list[Shift]: ...
    def fingerprint(self, command: Command, key: WrappedKey) -> bytes: ...
    def input_hash(self, command: Command, key: WrappedKey) -> bytes:
        """Equal for the same input under another id."""

    def seal(self, post_id: str, key: WrappedKey, text: str) -> bytes: ...
    def open(self, post: Post, key: WrappedKey) -> str: ...

    def seal_photo(self, post_id: str, key: WrappedKey, picture: bytes) -> bytes: ...
    def find_photo(self, case_id: CaseId, post_id: PostId, key: WrappedKey) -> bytes | None: ...
    def stage_photo(self, uow: UnitOfWork, case_id: CaseId, post_id: PostId, sealed: bytes) -> None: ...

    def stage_new_case(self, uow: UnitOfWork, case: Case, *, matter: str, instead_of: Case | None) -> None:
        """AlreadyDone for this very case, IdTaken for another; Stale when another became its matter meanwhile."""

    def stage_case(self, uow: UnitOfWork, before: Case, after: Case, *, now: datetime) -> None:
        """Stale when it changed since it was read."""

    def stage_post(self, uow: UnitOfWork, post: Post) -> None:
        """AlreadyDone when it was said before; IdTaken when something else was said under its id."""

    def was_said(self, post: Post) -> bool:
        """This very post; IdTaken when something else was said under its id."""

    def latest_of_cause(self, cause: str, *, limit: int) -> list[datetime]:
        """When its latest cases were opened, newest first."""

    def cases_of_cause(self, cause: str, *, since: datetime) -> list[Case]:
        """Opened from then on, inclusive."""

    def find_problem(self, problem_id: ProblemId) -> Problem | None: ...
    def latest_problem(self, cause: str) -> Problem | None: ...
    def find_shift(self, shift_id: ShiftId) -> Shift | None: ...
    def stage_new_problem(self, uow: UnitOfWork, problem: Problem, *, instead_of: Problem | None) -> None:
        """Stale when another was opened meanwhile."""

    def stage_closed_problem(self, uow: UnitOfWork, problem: Problem) -> None:
        """It is to be told of; Stale when somebody else closed it meanwhile."""

    def failures_of(self, person_id: PersonId, name: str) -> Failures: ...
    def stage_failures(
        self, uow: UnitOfWork, person_id: PersonId, name: str, before: Failures, after: Failures
    ) -> None:
        """Stale when there was another meanwhile."""

    def stage_shift(self, uow: UnitOfWork, shift: Shift) -> None:
        """AlreadyDone when it was taken before; IdTaken when its id was."""

    def find_talk(self, talk_id: TalkId) -> Talk | None: ...
    def find_spoke(self, person_id: PersonId, agent: PersonId) -> Spoke | None: ...
    def who_spoke(self, person_id: PersonId) -> list[Spoke]:
        """Everybody of us who ever spoke with who said to be this person."""

    def acts_on(self, about: str) -> list[Act]: ...
    def stage_talk(self, uow: UnitOfWork, talk: Talk) -> None:
        """AlreadyDone when it began before, IdTaken when its id was taken; Stale when it was disowned meanwhile."""

    def stage_ended_talk(self, uow: UnitOfWork, talk: Talk, *, now: datetime) -> None:
        """AlreadyDone when it is not their latest any more."""

    def stage_disowned(self, uow: UnitOfWork, spoke: Spoke, *, now: datetime) -> None:
        """Stale when it was meanwhile."""

    def stage_act(
        self, uow: UnitOfWork, act: Act, word: Post, *, for_: PersonId, talk_id: TalkId, request_id: str
    ) -> None:
        """NotAgreed when the talk ended meanwhile; else fails nobody, so that what is done decides on a resend."""

    def stage_cancelled_shift(self, uow: UnitOfWork, shift: Shift) -> None: ...


class Applications(Protocol):
    """What waits for a decision under a cause, by the person whose case it is."""

    def find(self, person_id: PersonId, cause: str, *, now: datetime) -> Application | None:
        """None when nothing waits for a decision."""

    def address_of_paper(self, person_id: PersonId, cause: str) -> str | None:
        """Where the photo that was handed in can be seen for some minutes; Unavailable."""

    def stage_decision(
        self, uow: UnitOfWork, person_id: PersonId, cause: str, *, applied_at: datetime, approve: bool, now: datetime
    ) -> None:
        """Refuses when somebody else is that person already; Stale when the application changed meanwhile."""


class People(Protocol):
    def data_key_of(self, person_id: PersonId) -> WrappedKey: ...
    def speaker(self, *, phone: str, name: str, number_ends: str) -> tuple[Principal, bool] | None:
        """Whoever calls from that phone, if what they say of themselves is right; False: nothing else was known."""

    def phone_of(self, person_id: PersonId) -> str | None: ...
    def member(self, person_id: PersonId) -> Principal:
        """With the rights of somebody who uses the mini program, whatever else they are."""


@dataclass(frozen=True, slots=True)
class Support:
    store: CaseStore
    catalogue: Catalogue
    people: People
    applications: Applications
    witnesses: Sequence[Witness]
    calls: CallLog
