"""Support over HTTP, for staff: queues, cases, duty, problems, promises and stories."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.contracts.review import HasGuardian, HeldByAnother, PaperPast
from chalicelib.kernel.command import Command
from chalicelib.kernel.ids import (
    ULID_PATTERN,
    CaseIdField,
    PostId,
    PostIdField,
    ProblemIdField,
    ShiftIdField,
    TalkIdField,
)
from chalicelib.kernel.principal import Role
from chalicelib.kernel.refusals import IdTaken, MovedMeanwhile
from chalicelib.platform.calls import LogsSilent
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.http.throttling import Throttle
from chalicelib.platform.logging import logger
from chalicelib.platform.uploads import UploadsUnavailable
from chalicelib.support.api import count_calls_to_nobody
from chalicelib.support.domain.case import Case, CaseClosed, ClaimedByOther, KeptAway, NotYours, OwnSubmission
from chalicelib.support.domain.catalogue import UnknownAction, UnknownCause, UnknownQueue
from chalicelib.support.domain.commands import (
    Close,
    CloseProblem,
    Code,
    Decide,
    HandOver,
    Reply,
    StartTalk,
    SubjectId,
    TakeShift,
    Unmask,
)
from chalicelib.support.domain.duty import ShiftNotPossible
from chalicelib.support.domain.photo import NoSuchPhoto
from chalicelib.support.domain.problem import ProblemClosed
from chalicelib.support.ports import NoSuchCase, NothingKnown, Support
from chalicelib.support.usecases import cases, desk, duty, problems, talks
from chalicelib.support.usecases.cases import NotAboutThat, OpenedCase
from chalicelib.support.usecases.desk import (
    AppliedAnew,
    DecidedElsewhere,
    NothingToDecide,
    NotYourQueue,
    StillToDecide,
)
from chalicelib.support.usecases.duty import NoSuchShift
from chalicelib.support.usecases.problems import NoSuchProblem
from chalicelib.support.usecases.promises import kept_promises
from chalicelib.support.usecases.story import story_of
from chalicelib.support.usecases.talks import NoSuchTalk, SpeakerNotConfirmed
from chalicelib.support.usecases.timeline import subject_of, timeline_of
from chalicelib.support.views.cases import PhotoView
from chalicelib.support.views.desk import (
    ApplicationView,
    DeskView,
    PaperAddressView,
    QueueView,
    RosterView,
    ShiftView,
    StaffCaseView,
    TalkEndedView,
    TalkView,
)
from chalicelib.support.views.quality import ProblemsView, ProblemView, PromisesView
from chalicelib.support.views.standing import StoryView, TimelineView

api: Api[Support] = Api("desk")

# As people read it in their own list of who looked.
_WHO = "我们的工作人员"
StoryId = Annotated[str, StringConstraints(pattern=f"^(vis|card|top|per|req|case)_{ULID_PATTERN}$")]
# Nobody answers more calls than that; and of one phone neither name nor number can be guessed at this pace.
_TALKS = (
    Throttle("talk", per="person", most=30, within=timedelta(hours=1)),
    Throttle("talk", per="phone", most=5, within=timedelta(hours=1)),
)
_DESK = (NoSuchCase, NotYourQueue, KeptAway, NotYours, CaseClosed, IdTaken, MovedMeanwhile)


class PromisesQuery(Command):
    days: Annotated[int, Field(ge=1, le=90)] = 7


@api.get("/v1/staff/timeline/{subject_id}", role=Role.STAFF, refuses=(NothingKnown,))
def read_timeline_as_staff(call: Call[Support], subject_id: SubjectId) -> TimelineView:
    """What the person sees of the same thing, word for word; who looked is logged."""
    logger.info(
        "timeline", extra={"request_id": call.request_id, "by": call.principal.person_id, "about": subject_id}
    )
    told = timeline_of(call.deps, any_id=subject_id, by=None, now=call.now)
    _note_read(call, subject_id, what="办到哪一步")
    return TimelineView.of(subject_id, told)


@api.get("/v1/staff/desk", role=Role.STAFF)
def read_desk(call: Call[Support]) -> DeskView:
    """My queues, and the closed lists of queues, causes and actions."""
    return DeskView.of(call.deps.catalogue, desk.queues_of(call.deps, by=call.principal), call.principal)


@api.get("/v1/staff/queues/{queue}", role=Role.STAFF, refuses=(UnknownQueue, NotYourQueue))
def read_queue(call: Call[Support], queue: Code) -> QueueView:
    """The open cases of a queue, those whose promise ends first on top."""
    found = desk.read_queue(call.deps, queue=queue, by=call.principal)
    return QueueView.of(queue, found, call.deps.catalogue, now=call.now)


@api.get("/v1/staff/cases/{case_id}", role=Role.STAFF, refuses=(NoSuchCase, NotYourQueue))
def read_case_as_staff(call: Call[Support], case_id: CaseIdField) -> StaffCaseView:
    """One case with its clocks, and with what colleagues said among themselves; who looked is logged."""
    case = desk.read_case(call.deps, case_id=case_id, by=call.principal)
    logger.info("case", extra={"request_id": call.request_id, "by": call.principal.person_id, "about": case_id})
    return _as_staff_sees(call, case)


@api.get(
    "/v1/staff/cases/{case_id}/photos/{post_id}",
    role=Role.STAFF,
    refuses=(NoSuchCase, NotYourQueue, NoSuchPhoto),
)
def read_photo_as_staff(call: Call[Support], case_id: CaseIdField, post_id: PostIdField) -> PhotoView:
    """The photo a person sent with one of their words; who looked is logged."""
    case = desk.read_case(call.deps, case_id=case_id, by=call.principal)
    logger.info("photo", extra={"request_id": call.request_id, "by": call.principal.person_id, "about": case_id})
    call.note_read(case.person_id, who=_WHO, what="求助里的照片", about=case_id)
    return PhotoView.of(cases.photo_of(call.deps, case, post_id))


@api.get(
    "/v1/staff/cases/{case_id}/paper",
    role=Role.STAFF,
    refuses=(NoSuchCase, NotYourQueue, KeptAway, NotYours, NoSuchPhoto, UploadsUnavailable),
)
def read_paper(call: Call[Support], case_id: CaseIdField) -> PaperAddressView:
    """The photo of the holder with their card, for who owns the case and decides on it; who looked is logged."""
    case, found, address = desk.address_of_paper(call.deps, case_id=case_id, by=call.principal, now=call.now)
    logger.info("paper", extra={"request_id": call.request_id, "by": call.principal.person_id, "about": case_id})
    what = "法院的文书" if found.applicant else "手持身份证的照片"
    for person_id in (case.person_id, found.account):
        if person_id:
            call.note_read(person_id, who=_WHO, what=what, about=case_id)
    return PaperAddressView(url=address)


@api.post(
    "/v1/staff/cases/{case_id}/claim",
    role=Role.STAFF,
    refuses=(NoSuchCase, NotYourQueue, KeptAway, ClaimedByOther, CaseClosed, MovedMeanwhile),
)
def claim_case(call: Call[Support], case_id: CaseIdField) -> StaffCaseView:
    """Take a case, and the call about it; one of two who press at once has it."""
    case = desk.claim(call.deps, case_id=case_id, by=call.principal, now=call.now, begin=call.begin)
    return _as_staff_sees(call, case)


@api.post("/v1/staff/cases/{case_id}/reply", role=Role.STAFF, refuses=_DESK)
def reply(call: Call[Support], case_id: CaseIdField, command: Reply) -> StaffCaseView:
    """Answer the person; with `waits` the next word is theirs, and the clock of the matter stands still."""
    case = desk.reply(call.deps, case_id=case_id, command=command, by=call.principal, now=call.now, begin=call.begin)
    return _as_staff_sees(call, case)


@api.post(
    "/v1/staff/cases/{case_id}/hand-over",
    role=Role.STAFF,
    refuses=(*_DESK, UnknownQueue, UnknownCause, DecidedElsewhere, StillToDecide),
)
def hand_over(call: Call[Support], case_id: CaseIdField, command: HandOver) -> StaffCaseView:
    """Give the task to another queue, with a word to the colleagues there; the person does not feel it."""
    case = desk.hand_over(
        call.deps, case_id=case_id, command=command, by=call.principal, now=call.now, begin=call.begin
    )
    count_calls_to_nobody(call, case)
    return _as_staff_sees(call, case)


@api.post(
    "/v1/staff/cases/{case_id}/close",
    role=Role.STAFF,
    refuses=(*_DESK, UnknownCause, UnknownAction, OwnSubmission, StillToDecide),
)
def close_case(call: Call[Support], case_id: CaseIdField, command: Close) -> StaffCaseView:
    """End a case with its cause, what was done, and a last word to the person."""
    case = desk.close(call.deps, case_id=case_id, command=command, by=call.principal, now=call.now, begin=call.begin)
    return _as_staff_sees(call, case)


@api.post(
    "/v1/staff/cases/{case_id}/decide",
    role=Role.STAFF,
    refuses=(*_DESK, OwnSubmission, NothingToDecide, AppliedAnew, HeldByAnother, HasGuardian, PaperPast),
)
def decide_case(call: Call[Support], case_id: CaseIdField, command: Decide) -> StaffCaseView:
    """Approve or decline what waits for it; approved, the person goes on without typing anything again."""
    case = desk.decide(call.deps, case_id=case_id, command=command, by=call.principal, now=call.now, begin=call.begin)
    return _as_staff_sees(call, case)


@api.post("/v1/staff/cases/{case_id}/unmask", role=Role.STAFF, refuses=(*_DESK, NothingToDecide))
def unmask_application(call: Call[Support], case_id: CaseIdField, command: Unmask) -> StaffCaseView:
    """Read name and number in the clear, with a reason that stays on the case; for its owner."""
    case = desk.unmask(call.deps, case_id=case_id, command=command, by=call.principal, now=call.now, begin=call.begin)
    logger.info("unmask", extra={"request_id": call.request_id, "by": call.principal.person_id, "about": case_id})
    return _as_staff_sees(call, case, unmasked_by=command.id)


@api.post(
    "/v1/staff/talks",
    role=Role.AGENT,
    status=201,
    refuses=(SpeakerNotConfirmed, KeptAway, OwnSubmission, UnknownCause, NotAboutThat, IdTaken, MovedMeanwhile),
    throttles=_TALKS,
)
def start_talk(call: Call[Support], command: StartTalk) -> TalkView:
    """Who is on the phone said who they are, and agreed that we act for them: with `X-Acting-For`, half an hour.

    Kept as a case; within a day of the last word about the same thing it is the one there is, chat or phone.
    """
    case, talk = talks.start_talk(call.deps, command=command, by=call.principal, now=call.now, begin=call.begin)
    count_calls_to_nobody(call, case)
    problems.look_for_problem(call.deps, cause=case.cause, now=call.now, begin=call.begin)
    return TalkView.of(talk, _as_staff_sees(call, case))


@api.post("/v1/staff/talks/{talk_id}/end", role=Role.AGENT, refuses=(NoSuchTalk,))
def end_talk(call: Call[Support], talk_id: TalkIdField) -> TalkEndedView:
    """Hung up: nothing more may be done for the caller. A later talk with them is another."""
    talks.end_talk(call.deps, talk_id=talk_id, by=call.principal, now=call.now, uow=call.begin())
    return TalkEndedView(ended_at=call.now)


@api.get("/v1/staff/problems", role=Role.STAFF)
def list_problems(call: Call[Support]) -> ProblemsView:
    """The causes at which many are stuck, each with how many cases."""
    found = problems.read_problems(call.deps)
    return ProblemsView(items=[ProblemView.of(each, count, call.deps.catalogue) for each, count in found])


@api.post(
    "/v1/staff/problems/{problem_id}/close",
    role=Role.STAFF,
    refuses=(NoSuchProblem, NotYourQueue, ProblemClosed, MovedMeanwhile),
)
def close_problem(call: Call[Support], problem_id: ProblemIdField, command: CloseProblem) -> ProblemView:
    """It is mended: everybody linked is told so, in their own case. For supervisors."""
    problem = problems.close_problem(
        call.deps, problem_id=problem_id, command=command, by=call.principal, now=call.now, begin=call.begin
    )
    linked = call.deps.store.cases_of_cause(problem.cause, since=problem.since)
    return ProblemView.of(problem, len(linked), call.deps.catalogue)


@api.get("/v1/staff/promises", role=Role.STAFF)
def read_promises(call: Call[Support], query: PromisesQuery) -> PromisesView:
    """Every promise with a figure, recomputed from what happened; of visits at most the last ten days."""
    since = call.now - timedelta(days=query.days)
    return PromisesView.of(since, kept_promises(call.deps, since=since, now=call.now))


@api.post(
    "/v1/staff/duty", role=Role.STAFF, status=201, refuses=(UnknownQueue, NotYourQueue, ShiftNotPossible, IdTaken)
)
def take_shift(call: Call[Support], command: TakeShift) -> ShiftView:
    """Be on duty for a queue: called when a case is urgent or a promise runs low; turn 1 first."""
    shift = duty.take_shift(call.deps, command=command, by=call.principal, now=call.now, uow=call.begin())
    return ShiftView.of(shift)


@api.post("/v1/staff/duty/{shift_id}/cancel", role=Role.STAFF, refuses=(NoSuchShift,))
def cancel_shift(call: Call[Support], shift_id: ShiftIdField) -> ShiftView:
    """Take a shift of mine off the roster; a supervisor anybody's."""
    return ShiftView.of(duty.cancel_shift(call.deps, shift_id=shift_id, by=call.principal, uow=call.begin()))


@api.get("/v1/staff/roster/{queue}", role=Role.STAFF, refuses=(UnknownQueue, NotYourQueue))
def read_roster(call: Call[Support], queue: Code) -> RosterView:
    """Who is on duty for a queue from now on."""
    shifts = duty.read_roster(call.deps, queue=queue, by=call.principal, now=call.now)
    return RosterView(items=[ShiftView.of(each) for each in shifts])


@api.get("/v1/staff/story/{story_id}", role=Role.STAFF, refuses=(NothingKnown, LogsSilent))
def read_story(call: Call[Support], story_id: StoryId) -> StoryView:
    """Everything that happened to a visit, card, top-up, case, person or request; who looked is logged."""
    logger.info("story", extra={"request_id": call.request_id, "by": call.principal.person_id, "about": story_id})
    told = story_of(call.deps, any_id=story_id, now=call.now)
    _note_read(call, story_id, what="整件事的经过")
    return StoryView.of(story_id, told)


def _note_read(call: Call[Support], any_id: str, *, what: str) -> None:
    """Of a request nobody's data is told, and of nobody there is."""
    subject = subject_of(call.deps, any_id)
    for person_id in subject.people if subject else ():
        call.note_read(person_id, who=_WHO, what=what, about=any_id)


def _as_staff_sees(call: Call[Support], case: Case, *, unmasked_by: PostId | None = None) -> StaffCaseView:
    """Who handed a case on and sends that again is answered, without what is no longer theirs to read."""
    support, catalogue = call.deps, call.deps.catalogue
    if not desk.may_work(support, case.queue, call.principal):
        return StaffCaseView.of(OpenedCase(case), catalogue, now=call.now)
    call.note_read(case.person_id, who=_WHO, what="求助里说的话", about=case.case_id)
    if unmasked_by:
        call.note_read(case.person_id, who=_WHO, what="要核对的姓名和证件号", about=case.case_id)
    opened = cases.with_posts(support, case, colleagues=True)
    found = desk.application_of(support, case, by=call.principal, now=call.now)
    # A reason given before the person applied anew is none for what they applied with since.
    reasons = [post.at for post, _ in opened.posts if post.post_id == unmasked_by]
    masked = found is None or not any(at >= found.applied_at for at in reasons)
    if found and found.account:
        call.note_read(found.account, who=_WHO, what="家人替您申请时填的资料", about=case.case_id)
    application = ApplicationView.of(found, masked=masked) if found else None
    return StaffCaseView.of(opened, catalogue, now=call.now, application=application)
