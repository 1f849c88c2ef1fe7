"""What the company promises with a figure, and each time it could be kept or broken."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Observed:
    """One time: `promise` in the words people were given, and whether it was kept."""

    promise: str
    kept: bool
