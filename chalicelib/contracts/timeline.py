"""The way of a card, visit or payment as links in order; each context tells its own from what it keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from chalicelib.contracts.story import Subject


class Owner(StrEnum):
    """Who acts next."""

    YOU = "you"
    US = "us"
    CAREGIVER = "caregiver"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Link:
    """`done_at` stands for a link that holds; one without it is where things stand, or lies ahead.

    Then `owner` acts next, until `by` where that is known; `sentence` says it and what to do, `short` in a few
    words for elder mode. `remedy` names the screen that does it.
    """

    key: str
    name: str
    place: int
    done: bool
    at: datetime | None
    owner: Owner
    by: datetime | None
    sentence: str
    short: str
    remedy: str | None = None


class Reporter(Protocol):
    """A context's part in timelines."""

    def links(self, subject: Subject, *, now: datetime) -> Sequence[Link]:
        """In any order; `place` orders them among those of all contexts."""
