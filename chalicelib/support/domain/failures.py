"""The same failure again and again with nothing changed: trying once more will not help, a person must."""

from __future__ import annotations

from datetime import datetime, timedelta

from chalicelib.kernel.frozen import dataclass

# Inclusive: the third within a day of the first (features.md #5).
WITHIN = timedelta(hours=24)
TOO_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Failures:
    """When one person was refused one thing with one input, oldest first."""

    times: tuple[datetime, ...] = ()


def with_failure(failures: Failures, *, now: datetime) -> Failures:
    return Failures((*(at for at in failures.times if now - at <= WITHIN), now))


def needs_a_person(failures: Failures) -> bool:
    return len(failures.times) >= TOO_OFTEN
