"""What somebody of the family did for a person on one day of Shanghai, and what they spent of that day's limit."""

from __future__ import annotations

from datetime import date, datetime

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import GrantId, PersonId, RequestId
from chalicelib.kernel.money import ZERO, Money
from chalicelib.kernel.principal import Relation


@dataclass(frozen=True, slots=True)
class Act:
    """`about` is the id of what it was done to, or made; `asks` is what the person was only asked for."""

    request_id: RequestId
    at: datetime
    what: str
    about: str
    spends: Money = ZERO
    asks: Money = ZERO


@dataclass(frozen=True, slots=True)
class FamilyDay:
    person_id: PersonId
    family_id: PersonId
    grant_id: GrantId
    relation: Relation
    on: date
    acts: tuple[Act, ...]
    spent: Money = ZERO
    guardian: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody else was shown something of a person's; once for each hour."""

    at: datetime
    by: PersonId
    who: str
    what: str
    about: str
