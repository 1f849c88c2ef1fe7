"""What each context tells of a story: for staff and operators, in order, without names, numbers or addresses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.contracts.promises import Observed
from chalicelib.contracts.timeline import Link
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaregiverId, PersonId


@dataclass(frozen=True, slots=True)
class Subject:
    """What a story is about, and whose wallets and inboxes bear on it."""

    id: str
    people: tuple[PersonId, ...]
    caregiver_id: CaregiverId | None = None  # of a person who is one


@dataclass(frozen=True, slots=True)
class Happened:
    """`what` is plain Chinese; `lead` is the id of something with a story of its own.

    `stands`: not a step, but how things stand at this moment.
    """

    at: datetime
    source: str
    what: str
    lead: str | None = None
    stands: bool = False


class Witness(Protocol):
    """A context's part in stories, timelines and the reckoning of promises."""

    def subject_of(self, any_id: str) -> Subject | None:
        """What the id names, if it is one of this context's and exists."""

    def tell(self, subject: Subject, *, now: datetime) -> Sequence[Happened]:
        """In any order; how things stand at this moment is told with `now`."""

    def links(self, subject: Subject, *, now: datetime) -> Sequence[Link]:
        """Its links of the way of a person, card, visit or top-up, in any order; none of what is not its own."""

    def observed(self, *, since: datetime, now: datetime) -> Iterable[Observed]:
        """Each promise of its own that was to be kept between then and now."""
