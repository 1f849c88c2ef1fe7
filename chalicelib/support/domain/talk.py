"""A talk on the phone in which a person agreed that one of us does things for them (features.md M4)."""

from __future__ import annotations

from datetime import datetime, timedelta

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaseId, PersonId, TalkId

# Exclusive: what was agreed holds for one conversation.
TALK_LIFE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Talk:
    """`known`: by more than the phone; only then may we act. `cause` is what the caller was stuck at."""

    talk_id: TalkId
    case_id: CaseId
    person_id: PersonId
    agent: PersonId
    cause: str
    began_at: datetime
    known: bool
    command_hash: bytes

    @property
    def ends_at(self) -> datetime | None:
        return self.began_at + TALK_LIFE if self.known else None


@dataclass(frozen=True, slots=True)
class Spoke:
    """That this agent spoke for this person, for good, and what their latest talk still allows.

    `disowned_at`: the person said that it was not them; then this agent has no more to do with them.
    """

    person_id: PersonId
    agent: PersonId
    talk_id: TalkId
    case_id: CaseId
    ends_at: datetime | None = None
    ended_at: datetime | None = None
    disowned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done in a talk; `about` is the id of what it was done to, or made."""

    case_id: CaseId
    about: str
    what: str
    by: PersonId
    at: datetime


def may_act(spoke: Spoke, *, now: datetime) -> bool:
    over = spoke.ended_at is not None or spoke.disowned_at is not None
    return not over and spoke.ends_at is not None and now < spoke.ends_at
