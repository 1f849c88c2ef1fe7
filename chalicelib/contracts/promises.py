"""What the company promises with a figure, and each time it could be kept or broken."""

from __future__ import annotations

from datetime import datetime

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId, VisitId


@dataclass(frozen=True, slots=True)
class Ended:
    """A visit the caregiver checked out of, for who bills it."""

    visit_id: VisitId
    payer_id: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class Observed:
    """One time: `promise` in the words people were given, and whether it was kept."""

    promise: str
    kept: bool
