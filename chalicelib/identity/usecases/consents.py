"""Agreeing by document, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from chalicelib.identity.domain import consent as rules
from chalicelib.identity.domain.consent import Answer, AnswerConsent, Document
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.proofs import load_person
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]


@dataclass(frozen=True, slots=True)
class Asked:
    """A document as it reads now, and what this person answered last to one of its kind."""

    document: Document
    answer: Answer | None

    @property
    def agreed(self) -> bool:
        return rules.agrees(self.answer, self.document)


def read_consents(identity: Identity, *, by: Principal) -> list[Asked]:
    person = load_person(identity, by.person_id)
    asked_of = identity.documents.asked_of(person.roles)
    return [Asked(each, rules.answer_to(person.consents, each.kind)) for each in asked_of]


def answer_consent(
    identity: Identity, *, command: AnswerConsent, by: Principal, now: datetime, begin: Begin
) -> Asked:
    """Kept for good with what was shown; felt by the next request. The same answer again changes nothing."""

    def attempt() -> Asked:
        person = load_person(identity, by.person_id)
        document = identity.documents.current(command.kind)
        answers = rules.answered(person.consents, command, documents=identity.documents, now=now)
        if answers is None:
            return Asked(document, rules.answer_to(person.consents, command.kind))
        uow = begin()
        identity.store.stage_person(uow, replace(person, consents=answers))
        identity.store.stage_answer(uow, person, answers[0])
        uow.commit()
        return Asked(document, answers[0])

    return again_when_stale(attempt)
