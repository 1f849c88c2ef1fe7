"""The wallet: what is free to use, and what is held for visits to come."""

from __future__ import annotations

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import VisitId
from chalicelib.kernel.money import ZERO, Money, total


@dataclass(frozen=True, slots=True)
class Wallet:
    available: Money
    held_by_visit: dict[VisitId, Money]

    @property
    def held(self) -> Money:
        return total(self.held_by_visit.values())


EMPTY = Wallet(available=ZERO, held_by_visit={})
