"""Consents over HTTP: what is asked, what I answered, and the record of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.identity.domain.consent import Answer, AnswerConsent, ConsentTextChanged, Document
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases import consents
from chalicelib.identity.usecases.consents import Asked
from chalicelib.kernel.command import Command
from chalicelib.kernel.principal import Consent, Role
from chalicelib.kernel.refusals import MovedMeanwhile
from chalicelib.platform.http.acting import Behalf
from chalicelib.platform.http.answers import View
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.http.throttling import Throttle

api: Api[Identity] = Api("consents")

_ANSWERS = Throttle("consent", per="person", most=30, within=timedelta(days=1))


class RecordQuery(Command):
    limit: Annotated[int, Field(ge=1, le=50)] = 20
    after: Annotated[str, StringConstraints(pattern=r"^\d{10}$")] | None = None


class ConsentView(View):
    """`agreed`: to this very version. `answered_at`: my last answer, also to an earlier one, also a no."""

    kind: Consent
    version: int
    hash: str
    title: str
    text: list[str]
    without: str
    agreed: bool
    answered_at: datetime | None

    @classmethod
    def of(cls, asked: Asked) -> ConsentView:
        document, answer = asked.document, asked.answer
        return cls(
            kind=document.kind,
            version=document.version,
            hash=document.hash,
            title=document.title,
            text=list(document.text),
            without=document.without,
            agreed=asked.agreed,
            answered_at=answer.at if answer else None,
        )


class ConsentsView(View):
    items: list[ConsentView]


class AnswerView(View):
    """What was on the screen, since when, and what was answered."""

    kind: Consent
    version: int
    hash: str
    title: str
    text: list[str]
    accepted: bool
    shown_at: datetime
    at: datetime

    @classmethod
    def of(cls, answer: Answer, document: Document) -> AnswerView:
        return cls(
            kind=answer.kind,
            version=answer.version,
            hash=answer.hash,
            title=document.title,
            text=list(document.text),
            accepted=answer.accepted,
            shown_at=answer.shown_at,
            at=answer.at,
        )


class AnswersView(View):
    items: list[AnswerView]
    next: str | None


@api.get("/v1/me/consents", role=Role.MEMBER, on_behalf=Behalf("看同意过什么", guardian=True))
def list_consents(call: Call[Identity]) -> ConsentsView:
    """Every document I may be asked to agree to, as it reads now, and whether I did."""
    found = consents.read_consents(call.deps, by=call.principal)
    return ConsentsView(items=[ConsentView.of(each) for each in found])


@api.post(
    "/v1/me/consents",
    role=Role.MEMBER,
    refuses=(ConsentTextChanged, MovedMeanwhile),
    throttles=(_ANSWERS,),
    on_behalf=Behalf("替您同意或者收回", guardian=True),
)
def answer_consent(call: Call[Identity], command: AnswerConsent) -> ConsentView:
    """Agree to a document as it was shown, or take it back; the next request feels it. A guardian does it for who
    cannot."""
    asked = consents.answer_consent(call.deps, command=command, by=call.principal, now=call.now, begin=call.begin)
    return ConsentView.of(asked)


@api.get("/v1/me/consents/record", role=Role.MEMBER)
def list_answers(call: Call[Identity], query: RecordQuery) -> AnswersView:
    """Everything I ever agreed to and took back, with the words that were shown; latest first."""
    answers, after = call.deps.store.answers_of(call.principal.person_id, limit=query.limit, after=query.after)
    documents = call.deps.documents
    views = [AnswerView.of(each, documents.version(each.kind, each.version)) for each in answers]
    return AnswersView(items=views, next=after)
