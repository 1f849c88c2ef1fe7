"""A talk on the phone in which a person agreed that one of us does things for them (features.md M4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.kernel.ids import CaseId, PersonId

# Exclusive: what was agreed holds for one conversation.
TALK_LIFE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Talk:
    """Who spoke was known by what they said, and agreed."""

    case_id: CaseId
    person_id: PersonId
    agent: PersonId
    began_at: datetime

    @property
    def ends_at(self) -> datetime:
        return self.began_at + TALK_LIFE


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done in a talk; `about` is the id of what it was done to, or made."""

    case_id: CaseId
    about: str
    what: str
    by: PersonId
    at: datetime
