"""Stories and cases, as staff and as the person they are about see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Literal

from chalicelib.contracts.review import Application
from chalicelib.contracts.story import Happened
from chalicelib.contracts.timeline import Link, Owner
from chalicelib.kernel.ids import CaseId, PersonId, PostId, ProblemId, ShiftId
from chalicelib.platform.http.answers import View
from chalicelib.support.domain import clocks as timing
from chalicelib.support.domain.calendars import OPENING
from chalicelib.support.domain.case import STATUS_NAME, Case, CaseStatus, Channel
from chalicelib.support.domain.catalogue import Action, Catalogue, Cause, Queue, spoken_span
from chalicelib.support.domain.clocks import Clock, ClockKind
from chalicelib.support.domain.duty import Shift
from chalicelib.support.domain.post import Author
from chalicelib.support.domain.problem import Problem
from chalicelib.support.domain.progress import for_person
from chalicelib.support.domain.promises import Rate
from chalicelib.support.domain.timeline import Diagnosis, Timeline
from chalicelib.support.usecases.cases import OpenedCase

_SECOND = timedelta(seconds=1)


class HappenedView(View):
    """`lead` may be asked for in its turn; `stands` is how things are now, not a step."""

    at: datetime
    source: str
    what: str
    lead: str | None
    stands: bool


class StoryView(View):
    id: str
    items: list[HappenedView]

    @classmethod
    def of(cls, any_id: str, told: Sequence[Happened]) -> StoryView:
        return cls(id=any_id, items=[HappenedView(**asdict(each)) for each in told])


class CauseView(View):
    """`about`: the kinds of ids it may be about. `promise` says how soon the first answer comes."""

    code: str
    name: str
    about: list[str]
    urgent: bool
    promise: str

    @classmethod
    def of(cls, cause: Cause, catalogue: Catalogue) -> CauseView:
        promise = catalogue.kind(cause.kind).promises[ClockKind.FIRST_ANSWER]
        hours = "" if promise.within_min < 60 else f"（{OPENING[promise.hours].name}）"
        return cls(
            code=cause.code,
            name=cause.name,
            about=list(cause.about),
            urgent=catalogue.queue(cause.queue).paged,
            promise=f"{spoken_span(promise.within_min)}内回复{hours}",
        )


class CausesView(View):
    items: list[CauseView]


class PostView(View):
    id: PostId
    author: Literal["you", "us"]
    at: datetime
    text: str


class CaseView(View):
    """`waiting_for` and `by` say who acts next and until when; `sentence` says it to its person.

    `assumed`: the deadline lies beyond the published holidays and was counted by weekdays.
    """

    id: CaseId
    about: str
    cause: str
    cause_name: str
    status: CaseStatus
    status_name: str
    waiting_for: Owner
    by: datetime | None
    assumed: bool
    sentence: str
    channel: Channel
    opened_at: datetime
    outcome_name: str | None
    posts: list[PostView]

    @classmethod
    def of(cls, opened: OpenedCase, catalogue: Catalogue, *, now: datetime) -> CaseView:
        case = opened.case
        progress = for_person(case, catalogue, now=now)
        return cls(
            id=case.case_id,
            about=case.subject,
            cause=case.cause,
            cause_name=catalogue.cause(case.cause).name,
            status=case.status,
            status_name=STATUS_NAME[case.status],
            waiting_for=progress.owner,
            by=progress.by,
            assumed=progress.assumed,
            sentence=progress.sentence,
            channel=case.channel,
            opened_at=case.opened_at,
            outcome_name=catalogue.action(case.outcome.action).name if case.outcome else None,
            posts=[
                PostView(
                    id=post.post_id, author="you" if post.author is Author.PERSON else "us", at=post.at, text=text
                )
                for post, text in opened.posts
            ],
        )


class CasesView(View):
    """Newest first, without what was said."""

    items: list[CaseView]


class ClockView(View):
    """`hours` is the calendar it runs by; `due_at` is null while it stands still or is kept."""

    kind: ClockKind
    hours: str
    allowed_min: int
    used_s: int
    runs: bool
    due_at: datetime | None
    assumed: bool
    kept_at: datetime | None
    late: bool

    @classmethod
    def of(cls, clock: Clock, *, now: datetime) -> ClockView:
        moment = timing.due(clock)
        return cls(
            kind=clock.kind,
            hours=OPENING[clock.hours].name,
            allowed_min=clock.allowed_min,
            used_s=timing.used(clock, now=now) // _SECOND,
            runs=clock.runs,
            due_at=moment.at if moment else None,
            assumed=moment.assumed if moment else False,
            kept_at=clock.kept_at,
            late=not timing.in_time(clock, now=now),
        )


class StaffPostView(View):
    id: PostId
    author: Author
    by: PersonId
    channel: Channel
    at: datetime
    text: str


class StaffCaseView(View):
    """`person_id` leads to a story; no name, number or phone is shown here."""

    id: CaseId
    person_id: PersonId
    about: str
    cause: str
    cause_name: str
    kind_name: str
    queue: str
    status: CaseStatus
    channel: Channel
    owner: PersonId | None
    called: PersonId | None
    opened_at: datetime
    opened_by: PersonId
    reopened: int
    outcome_name: str | None
    clocks: list[ClockView]
    posts: list[StaffPostView]
    application: ApplicationView | None

    @classmethod
    def of(
        cls,
        opened: OpenedCase,
        catalogue: Catalogue,
        *,
        now: datetime,
        application: ApplicationView | None = None,
    ) -> StaffCaseView:
        case = opened.case
        return cls(
            id=case.case_id,
            person_id=case.person_id,
            about=case.subject,
            cause=case.cause,
            cause_name=catalogue.cause(case.cause).name,
            kind_name=catalogue.kind(case.kind).name,
            queue=case.queue,
            status=case.status,
            channel=case.channel,
            owner=case.owner,
            called=case.page.to if case.page and not case.page.taken_at else None,
            opened_at=case.opened_at,
            opened_by=case.opened_by,
            reopened=case.reopened,
            outcome_name=catalogue.action(case.outcome.action).name if case.outcome else None,
            clocks=[ClockView.of(each, now=now) for each in case.clocks],
            application=application,
            posts=[
                StaffPostView(
                    id=post.post_id, author=post.author, by=post.by, channel=post.channel, at=post.at, text=text
                )
                for post, text in opened.posts
            ],
        )


class NamedView(View):
    code: str
    name: str


class DeskView(View):
    """What a member of staff works with: their queues, and the closed lists a case is handed over or closed with."""

    mine: list[NamedView]
    queues: list[NamedView]
    causes: list[NamedView]
    actions: list[NamedView]

    @classmethod
    def of(cls, catalogue: Catalogue, mine: Sequence[Queue]) -> DeskView:
        def named(entries: Sequence[Queue | Cause | Action]) -> list[NamedView]:
            return [NamedView(code=each.code, name=each.name) for each in entries]

        return cls(
            mine=named(mine),
            queues=named(catalogue.queues),
            causes=named(catalogue.causes),
            actions=named(catalogue.actions),
        )


class QueueView(View):
    """Those whose promise ends first on top; without what was said."""

    queue: str
    name: str
    items: list[StaffCaseView]

    @classmethod
    def of(cls, queue: str, cases: Sequence[Case], catalogue: Catalogue, *, now: datetime) -> QueueView:
        def soonest(case: Case) -> tuple[bool, datetime]:
            dues = [moment.at for each in case.clocks if (moment := timing.due(each))]
            return not dues, min(dues, default=case.opened_at)

        items = [StaffCaseView.of(OpenedCase(case), catalogue, now=now) for case in sorted(cases, key=soonest)]
        return cls(queue=queue, name=catalogue.queue(queue).name, items=items)


class LinkView(View):
    """`state` is `done`, `blocked` (one at most) or `ahead`."""

    key: str
    name: str
    state: Literal["done", "blocked", "ahead"]
    at: datetime | None


class BlockedView(View):
    """The one link that holds things up: who acts next, until when, and what to do. `short` is for elder mode.

    `remedy` names what does it: identity, activate, wallet, book, visit or case; null when nothing is yours to do.
    """

    key: str
    name: str
    owner: Owner
    by: datetime | None
    sentence: str
    short: str
    remedy: str | None
    case_id: CaseId | None


class TimelineView(View):
    """`blocked` is null exactly when all links are done."""

    about: str
    usable: bool
    blocked: BlockedView | None
    links: list[LinkView]

    @classmethod
    def of(cls, about: str, told: Timeline) -> TimelineView:
        blocked = told.blocked

        def state(link: Link) -> Literal["done", "blocked", "ahead"]:
            if blocked is not None and link.key == blocked.key:
                return "blocked"
            return "done" if blocked is None or link.place < blocked.place else "ahead"

        return cls(
            about=about,
            usable=told.usable,
            blocked=blocked
            and BlockedView(
                key=blocked.key,
                name=blocked.name,
                owner=blocked.owner,
                by=blocked.by,
                sentence=blocked.sentence,
                short=blocked.short,
                remedy=blocked.remedy,
                case_id=told.case_id,
            ),
            links=[
                LinkView(key=link.key, name=link.name, state=state(link), at=link.at if link.done else None)
                for link in told.links
            ],
        )


class LayerView(View):
    """`holds` is null for what was not looked at: the check stops at the first layer that does not hold."""

    key: str
    name: str
    holds: bool | None
    sentence: str
    remedy: str | None


class DiagnosisView(View):
    """`case_id`: a case about what does not hold is open already."""

    about: str
    layers: list[LayerView]
    case_id: CaseId | None

    @classmethod
    def of(cls, about: str, told: Diagnosis) -> DiagnosisView:
        return cls(about=about, layers=[LayerView(**asdict(each)) for each in told.layers], case_id=told.case_id)


class ApplicationView(View):
    """What waits for a decision. `name`, `id_number` and `code_points` are null until the owner asked for them."""

    applied_at: datetime
    name_masked: str
    number_masked: str
    name: str | None
    id_number: str | None
    code_points: list[str] | None

    @classmethod
    def of(cls, found: Application, *, masked: bool) -> ApplicationView:
        return cls(
            applied_at=found.applied_at,
            name_masked=found.name_masked,
            number_masked=found.number_masked,
            name=None if masked else found.name,
            id_number=None if masked else found.id_number,
            code_points=None if masked else [f"U+{ord(character):04X}" for character in found.name],
        )


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


class ShiftView(View):
    id: ShiftId
    queue: str
    person_id: PersonId
    from_at: datetime
    to_at: datetime
    turn: int

    @classmethod
    def of(cls, shift: Shift) -> ShiftView:
        return cls(
            id=shift.shift_id,
            queue=shift.queue,
            person_id=shift.person_id,
            from_at=shift.from_at,
            to_at=shift.to_at,
            turn=shift.turn,
        )


class RosterView(View):
    items: list[ShiftView]
