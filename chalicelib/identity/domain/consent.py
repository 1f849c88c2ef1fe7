"""What a person agrees to apart from everything else, by document: face, health, place (features.md B1)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from chalicelib.kernel.command import WHOLE, Command
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.principal import Consent, Role
from chalicelib.kernel.refusals import Conflict


class ConsentTextChanged(Conflict):
    code = "identity.consent_text_changed"
    message = "这份说明刚刚改过，和您看到的不一样了，您的决定还没有记下。"
    next_step = "请把新的说明看一遍，再点一次。"


class Document(BaseModel):
    """One version of what is agreed to, word for word: another word is another version.

    `without` is what there is for who does not agree.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    kind: Consent
    version: int
    asked_of: Role
    title: str
    text: tuple[str, ...]
    without: str

    @property
    def hash(self) -> str:
        """SHA-256, in hexadecimal, of everything that was shown, a line each."""
        return hashlib.sha256("\n".join((self.title, *self.text, self.without)).encode()).hexdigest()


class Documents(BaseModel):
    """Every version there ever was, so that what somebody agreed to can be read again; the last of a kind counts."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    items: tuple[Document, ...]

    def current(self, kind: Consent) -> Document:
        return max((each for each in self.items if each.kind == kind), key=lambda each: each.version)

    def version(self, kind: Consent, version: int) -> Document:
        return next(each for each in self.items if (each.kind, each.version) == (kind, version))

    def asked_of(self, roles: frozenset[Role]) -> list[Document]:
        """The current ones that this person has a reason to be asked."""
        return [document for kind in Consent if (document := self.current(kind)).asked_of in roles]


class AnswerConsent(Command):
    """`version` and `hash` are of the document that was on the screen, for so many seconds before the answer."""

    kind: Consent
    version: Annotated[int, Field(ge=1, le=1_000_000), WHOLE]
    hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    accepted: bool
    shown_for_s: Annotated[int, Field(ge=0, le=86_400), WHOLE]


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes or no to one version, with what was shown and when: the phone's clock is not asked, only how long."""

    kind: Consent
    version: int
    hash: str
    accepted: bool
    shown_at: datetime
    at: datetime


def answered(
    answers: Sequence[Answer], command: AnswerConsent, *, documents: Documents, now: datetime
) -> tuple[Answer, ...] | None:
    """The latest answer of each kind, the new one first; None when nothing changes: it was answered so before."""
    document = documents.current(command.kind)
    if (command.version, command.hash) != (document.version, document.hash):
        raise ConsentTextChanged
    latest = answer_to(answers, command.kind)
    if latest and (latest.accepted, latest.version) == (command.accepted, command.version):
        return None
    new = Answer(
        kind=command.kind,
        version=command.version,
        hash=command.hash,
        accepted=command.accepted,
        shown_at=now - timedelta(seconds=command.shown_for_s),
        at=now,
    )
    return (new, *(each for each in answers if each.kind != command.kind))


def answer_to(answers: Sequence[Answer], kind: Consent) -> Answer | None:
    return next((each for each in answers if each.kind == kind), None)


def agrees(answer: Answer | None, document: Document) -> bool:
    """A new version asks anew."""
    return answer is not None and answer.accepted and answer.version == document.version


def in_force(answers: Sequence[Answer], documents: Documents) -> frozenset[Consent]:
    """What was agreed to as it reads now."""
    return frozenset(each.kind for each in answers if agrees(each, documents.current(each.kind)))
