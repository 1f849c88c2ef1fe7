"""How often a promise was kept: counted from what happened, with how sure one can be of the rate."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from chalicelib.contracts.promises import Observed
from chalicelib.kernel.frozen import dataclass

# The 97.5th percentile of the normal distribution: an interval that holds the true rate 19 times in 20.
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Rate:
    """`low` and `high` are Wilson's score interval of the rate; of nothing observed nothing is known."""

    promise: str
    kept: int
    total: int
    low: float
    high: float


def rates(observed: Iterable[Observed]) -> list[Rate]:
    """One for each promise, the worst kept first."""
    counts: dict[str, list[bool]] = {}
    for each in observed:
        counts.setdefault(each.promise, []).append(each.kept)
    found = [_rate(promise, sum(times), len(times)) for promise, times in counts.items()]
    return sorted(found, key=lambda rate: (rate.kept / rate.total, rate.promise))


def _rate(promise: str, kept: int, total: int) -> Rate:
    share, z2 = kept / total, _Z * _Z
    middle = (share + z2 / (2 * total)) / (1 + z2 / total)
    half = _Z * sqrt(share * (1 - share) / total + z2 / (4 * total * total)) / (1 + z2 / total)
    return Rate(promise, kept, total, max(0.0, middle - half), min(1.0, middle + half))
