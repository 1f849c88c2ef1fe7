"""Cases, queues and duty as staff see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from chalicelib.contracts.review import Applicant, Application
from chalicelib.kernel.ids import CaseId, PersonId, PostId, ShiftId, TalkId
from chalicelib.kernel.principal import Principal, Role
from chalicelib.platform.http.answers import View
from chalicelib.support.domain import clocks as timing
from chalicelib.support.domain.calendars import OPENING
from chalicelib.support.domain.case import Case, CaseStatus, Channel
from chalicelib.support.domain.catalogue import Action, Catalogue, Queue
from chalicelib.support.domain.clocks import Clock, ClockKind
from chalicelib.support.domain.duty import Shift
from chalicelib.support.domain.post import Author
from chalicelib.support.domain.talk import Talk
from chalicelib.support.usecases.cases import OpenedCase

_SECOND = timedelta(seconds=1)


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
    photo: bool


class ApplicantView(View):
    """Who asks to act for an elder. `asks`, with their name, is read to the elder word for word; unmasked as the name
    is. `instead_of_another`: there is a guardian, whose guardianship ends with this one."""

    name_masked: str
    number_masked: str
    name: str | None
    id_number: str | None
    relation_name: str
    asks: str | None
    instead_of_another: bool

    @classmethod
    def of(cls, found: Applicant, *, masked: bool) -> ApplicantView:
        return cls(
            name_masked=found.name_masked,
            number_masked=found.number_masked,
            name=None if masked else found.name,
            id_number=None if masked else found.id_number,
            relation_name=found.relation_name,
            asks=None if masked else found.asks,
            instead_of_another=found.instead_of_another,
        )


class ApplicationView(View):
    """What waits for a decision. Name, number, phone and code points are null until the owner asked for them.

    `spelled_otherwise`: the register confirms name and number, the name in another spelling with these code points.
    `paper`: a photo of the holder with their card, or of a court's paper, was handed in with it. `applicant` asks to
    act for this elder, who is to be rung if `rings`; `until` is the last day of a guardianship.
    """

    applied_at: datetime
    name_masked: str
    number_masked: str
    name: str | None
    id_number: str | None
    code_points: list[str] | None
    spelled_otherwise: bool
    paper: bool
    applicant: ApplicantView | None
    rings: bool
    phone: str | None
    until: date | None
    register_name: str | None
    register_code_points: list[str] | None

    @classmethod
    def of(cls, found: Application, *, masked: bool) -> ApplicationView:
        return cls(
            applied_at=found.applied_at,
            name_masked=found.name_masked,
            number_masked=found.number_masked,
            name=None if masked else found.name,
            id_number=None if masked else found.id_number,
            code_points=None if masked else _code_points(found.name),
            spelled_otherwise=found.register_name is not None,
            paper=found.paper,
            applicant=ApplicantView.of(found.applicant, masked=masked) if found.applicant else None,
            rings=found.applicant is not None and found.until is None,
            phone=None if masked else found.phone,
            until=found.until,
            register_name=None if masked else found.register_name,
            register_code_points=None if masked else _code_points(found.register_name),
        )


class PaperAddressView(View):
    """To be opened at once: the address is good for five minutes."""

    url: str


def _code_points(name: str | None) -> list[str] | None:
    return None if name is None else [f"U+{ord(character):04X}" for character in name]


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
                    id=post.post_id,
                    author=post.author,
                    by=post.by,
                    channel=post.channel,
                    at=post.at,
                    text=text,
                    photo=post.photo,
                )
                for post, text in opened.posts
            ],
        )


class TalkView(View):
    """`person_id` goes into `X-Acting-For`, until `ends_at`; null when only the phone was known: then nobody acts."""

    id: TalkId
    person_id: PersonId
    ends_at: datetime | None
    case: StaffCaseView

    @classmethod
    def of(cls, talk: Talk, case: StaffCaseView) -> TalkView:
        return cls(id=talk.talk_id, person_id=talk.person_id, ends_at=talk.ends_at, case=case)


class TalkEndedView(View):
    ended_at: datetime


class NamedView(View):
    code: str
    name: str


class NamedCauseView(NamedView):
    """`about`: the kinds of ids it may be about."""

    about: list[str]


class DeskView(View):
    """What a member of staff works with: their queues, and the closed lists a case is handed over or closed with."""

    me: PersonId
    roles: list[Role]
    mine: list[NamedView]
    queues: list[NamedView]
    causes: list[NamedCauseView]
    actions: list[NamedView]

    @classmethod
    def of(cls, catalogue: Catalogue, mine: Sequence[Queue], by: Principal) -> DeskView:
        def named(entries: Sequence[Queue | Action]) -> list[NamedView]:
            return [NamedView(code=each.code, name=each.name) for each in entries]

        return cls(
            me=by.person_id,
            roles=sorted(by.roles),
            mine=named(mine),
            queues=named(catalogue.queues),
            causes=[
                NamedCauseView(code=each.code, name=each.name, about=list(each.about)) for each in catalogue.causes
            ],
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
