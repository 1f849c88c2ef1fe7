"""Support over HTTP, for who is stuck: cases, and where things stand."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.kernel.ids import CardIdField, CaseIdField, PostIdField
from chalicelib.kernel.principal import Role, Scope
from chalicelib.kernel.refusals import IdTaken, MovedMeanwhile, ScopeMissing
from chalicelib.platform import metrics
from chalicelib.platform.http.acting import Behalf
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.http.throttling import Throttle
from chalicelib.platform.logging import logger
from chalicelib.support.domain.calling import nobody_was_called
from chalicelib.support.domain.case import Case, Channel
from chalicelib.support.domain.catalogue import UnknownCause
from chalicelib.support.domain.commands import (
    Disown,
    OpenCase,
    Say,
    SubjectId,
)
from chalicelib.support.domain.photo import NoSuchPhoto, NotAPhoto
from chalicelib.support.ports import NoSuchCase, NothingKnown, Support
from chalicelib.support.usecases import cases, problems, talks
from chalicelib.support.usecases.cases import NotAboutThat, OpenedCase
from chalicelib.support.usecases.talks import NoTalk
from chalicelib.support.usecases.timeline import diagnosis_of, timeline_of
from chalicelib.support.views.cases import CasesView, CaseView, CausesView, CauseView, PhotoView
from chalicelib.support.views.standing import DiagnosisView, TimelineView

api: Api[Support] = Api("support")


_STANDS = Behalf("看办到哪一步", scope=Scope.VIEW_VISITS)
_READS = Behalf("看求助", scope=Scope.DISPUTE)
_CASES = Throttle("case", per="person", most=30, within=timedelta(hours=1))
_WORDS = Throttle("words", per="person", most=120, within=timedelta(hours=1))


@api.get("/v1/case-causes", role=Role.MEMBER, while_locked=True)
def list_causes(call: Call[Support]) -> CausesView:
    """What people get stuck at, what each may be about, and how soon we answer."""
    catalogue = call.deps.catalogue
    return CausesView(items=[CauseView.of(each, catalogue) for each in catalogue.causes])


@api.post(
    "/v1/cases",
    role=Role.MEMBER,
    status=201,
    refuses=(UnknownCause, NotAboutThat, IdTaken, MovedMeanwhile),
    throttles=(_CASES,),
    on_behalf=Behalf("向我们求助", scope=Scope.DISPUTE),
    while_locked=True,
)
def open_case(call: Call[Support], command: OpenCase) -> CaseView:
    """Ask for help with a card, a visit, a payment or anything else; `id` is made by the client.

    Within a day of the last word about the same thing the answer is the case there is, with these words added.
    """
    case = cases.open_case(
        call.deps, command=command, channel=Channel.CHAT, by=call.principal, now=call.now, begin=call.begin
    )
    count_calls_to_nobody(call, case)
    problems.look_for_problem(call.deps, cause=case.cause, now=call.now, begin=call.begin)
    return _as_person_sees(call, case)


@api.get("/v1/cases", role=Role.MEMBER, on_behalf=_READS, while_locked=True)
def list_cases(call: Call[Support]) -> CasesView:
    """My cases, newest first."""
    mine = call.deps.store.cases_of(call.principal.person_id)
    return CasesView(items=[CaseView.of(OpenedCase(case), call.deps.catalogue, now=call.now) for case in mine])


@api.get("/v1/cases/{case_id}", role=Role.MEMBER, refuses=(NoSuchCase,), on_behalf=_READS, while_locked=True)
def read_case(call: Call[Support], case_id: CaseIdField) -> CaseView:
    """One case of mine: what was said, who acts next, by when."""
    return _as_person_sees(call, cases.read_own(call.deps, case_id=case_id, by=call.principal))


@api.post(
    "/v1/cases/{case_id}/messages",
    role=Role.MEMBER,
    refuses=(NoSuchCase, NotAPhoto, IdTaken, MovedMeanwhile),
    throttles=(_WORDS,),
    on_behalf=Behalf("在求助里说话", scope=Scope.DISPUTE),
    while_locked=True,
)
def say(call: Call[Support], case_id: CaseIdField, command: Say) -> CaseView:
    """Say something more; a closed case is open again."""
    case = cases.say(
        call.deps,
        case_id=case_id,
        command=command,
        channel=Channel.CHAT,
        by=call.principal,
        now=call.now,
        begin=call.begin,
    )
    count_calls_to_nobody(call, case)
    return _as_person_sees(call, case)


@api.post(
    "/v1/cases/{case_id}/not-me",
    role=Role.MEMBER,
    refuses=(NoSuchCase, NoTalk, IdTaken, MovedMeanwhile),
    throttles=(_WORDS,),
)
def disown_talk(call: Call[Support], case_id: CaseIdField, command: Disown) -> CaseView:
    """It was not me who rang up: nothing more is done in my name, and another colleague looks into it."""
    case, is_news = talks.disown(
        call.deps, case_id=case_id, command=command, by=call.principal, now=call.now, begin=call.begin
    )
    if is_news:
        metrics.count("TalksDisowned")
        logger.error("talk_disowned", extra={"request_id": call.request_id, "about": case_id})
        count_calls_to_nobody(call, case)
    return _as_person_sees(call, case)


@api.get("/v1/cases/{case_id}/photos/{post_id}", role=Role.MEMBER, refuses=(NoSuchCase, NoSuchPhoto))
def read_photo(call: Call[Support], case_id: CaseIdField, post_id: PostIdField) -> PhotoView:
    """The photo sent with one of the words of a case of mine."""
    case = cases.read_own(call.deps, case_id=case_id, by=call.principal)
    return PhotoView.of(cases.photo_of(call.deps, case, post_id))


@api.get("/v1/timeline/{subject_id}", role=Role.MEMBER, refuses=(NothingKnown,), on_behalf=_STANDS)
def read_timeline(call: Call[Support], subject_id: SubjectId) -> TimelineView:
    """Where a card, visit, payment or I myself stand: the one link that is blocked, who acts, by when, what to do."""
    family = call.principal.family
    if family and subject_id.startswith("top_") and Scope.PAY not in family.scopes:
        raise ScopeMissing(scope=Scope.PAY.value)
    return TimelineView.of(subject_id, timeline_of(call.deps, any_id=subject_id, by=call.principal, now=call.now))


@api.get("/v1/cards/{card_id}/diagnosis", role=Role.MEMBER, refuses=(NothingKnown,), on_behalf=_STANDS)
def diagnose_card(call: Call[Support], card_id: CardIdField) -> DiagnosisView:
    """Check a card layer by layer, up to the first that does not hold, with what helps."""
    return DiagnosisView.of(card_id, diagnosis_of(call.deps, card_id=card_id, by=call.principal, now=call.now))


def count_calls_to_nobody(call: Call[Support], case: Case) -> None:
    if nobody_was_called(case, now=call.now):
        metrics.count("NobodyOnDuty")


def _as_person_sees(call: Call[Support], case: Case) -> CaseView:
    return CaseView.of(cases.with_posts(call.deps, case, colleagues=False), call.deps.catalogue, now=call.now)
