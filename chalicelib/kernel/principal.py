"""Who is asking, as the session and the person's record say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from chalicelib.kernel.ids import CaregiverId, CaseId, PersonId, TalkId

# A person's data key, wrapped by the company's key-encryption key: useless without it, so it may travel.
WrappedKey = NewType("WrappedKey", bytes)


class Role(StrEnum):
    MEMBER = "member"
    CAREGIVER = "caregiver"
    STAFF = "staff"  # every one of those below is also this
    AGENT = "agent"
    REVIEWER = "reviewer"
    FINANCE = "finance"
    RESCUE = "rescue"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class Acting:
    """One of us does it for a person who is on the phone with them; `case_id` is where that was agreed."""

    by: PersonId
    case_id: CaseId
    talk_id: TalkId


@dataclass(frozen=True, slots=True)
class Principal:
    """`acting`: it is not the person who does it; their rights hold all the same, and no others."""

    person_id: PersonId
    roles: frozenset[Role]
    identity_proven: bool
    data_key: WrappedKey
    caregiver_id: CaregiverId | None = None
    acting: Acting | None = None

    @property
    def actor(self) -> PersonId:
        """Whose hand it is."""
        return self.acting.by if self.acting else self.person_id
