"""Money as whole fen (1 yuan = 100 fen). No float ever holds an amount."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass  # noqa: TID251 - the one that is ordered


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount in fen of CNY; negative on the giving side of a journal leg."""

    fen: int

    def __post_init__(self) -> None:
        if type(self.fen) is not int:
            raise TypeError(f"money is whole fen, not {type(self.fen).__name__}")

    def __add__(self, other: Money) -> Money:
        return Money(self.fen + other.fen)

    def __sub__(self, other: Money) -> Money:
        return Money(self.fen - other.fen)

    def __neg__(self) -> Money:
        return Money(-self.fen)

    def times(self, count: int) -> Money:
        return Money(self.fen * count)

    def __str__(self) -> str:
        yuan, fen = divmod(abs(self.fen), 100)
        return f"{'-' if self.fen < 0 else ''}¥{yuan:,}.{fen:02d}"


ZERO = Money(0)


def total(amounts: Iterable[Money]) -> Money:
    return Money(sum(amount.fen for amount in amounts))
