"""The way of a card, visit or payment as links in order; each context tells its own from what it keeps."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.kernel.frozen import dataclass


class Owner(StrEnum):
    """Who acts next."""

    YOU = "you"
    US = "us"
    CAREGIVER = "caregiver"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Link:
    """`place` orders it among the links of all contexts; `at` is when it was done.

    Of the first that is not done `owner` acts next, until `by`, or `within` so long of the link before it, where
    either is known. `sentence` says it and what to do, `short` in a few words for elder mode; `remedy` names the
    screen on which it is done. `late` is said instead once `by` has passed. `over`: it ended here for good, and
    nothing will be done about this very thing any more.
    """

    key: str
    name: str
    place: int
    done: bool
    at: datetime | None = None
    owner: Owner = Owner.NOBODY
    by: datetime | None = None
    within: timedelta | None = None
    sentence: str = ""
    short: str = ""
    remedy: str | None = None
    late: str = ""
    over: bool = False
