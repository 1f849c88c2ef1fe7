"""Who is asking, as the session and the person's record say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from chalicelib.kernel.ids import CaregiverId, PersonId

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
class Principal:
    person_id: PersonId
    roles: frozenset[Role]
    identity_proven: bool
    data_key: WrappedKey
    caregiver_id: CaregiverId | None = None
