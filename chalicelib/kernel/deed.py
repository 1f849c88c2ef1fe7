"""Something that is done for somebody else, as it is written down where they see it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.money import ZERO, Money
from chalicelib.kernel.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Deed:
    """`what` in a few words; `about` is the id of what it is done to, or made."""

    what: str
    about: str
    request_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a deed of the family's takes of the day's limit, or only asks the person for."""

    spends: Money = ZERO
    asks: Money = ZERO


class BeginSpending(Protocol):
    def __call__(self, *, spends: Money = ZERO, asks: Money = ZERO) -> UnitOfWork:
        """A unit of work in which, if somebody of the family acts, these amounts are written down as theirs."""
