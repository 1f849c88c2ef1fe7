"""A talk on the phone in which a person agreed that one of us does things for them (features.md M4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.kernel.ids import CaseId, PersonId

# Exclusive: what was agreed holds for one conversation.
TALK_LIFE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Talk:
    """`talk_id` is what the agent's page made up for it. `known`: by more than the phone; only then may we act."""

    talk_id: CaseId
    case_id: CaseId
    person_id: PersonId
    agent: PersonId
    began_at: datetime
    known: bool
    command_hash: bytes

    @property
    def ends_at(self) -> datetime | None:
        return self.began_at + TALK_LIFE if self.known else None


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done in a talk; `about` is the id of what it was done to, or made."""

    case_id: CaseId
    about: str
    what: str
    by: PersonId
    at: datetime


def may_act(talk: Talk, *, now: datetime) -> bool:
    return talk.ends_at is not None and now < talk.ends_at
