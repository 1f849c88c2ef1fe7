"""Stories as staff see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from chalicelib.contracts.story import Happened
from chalicelib.platform.http.answers import View


class HappenedView(View):
    """`lead` may be asked for in its turn; `stands` is how things are now, not a step."""

    at: datetime
    source: str
    what: str
    lead: str | None
    stands: bool


class StoryView(View):
    id: str
    items: list[HappenedView]

    @classmethod
    def of(cls, any_id: str, told: Sequence[Happened]) -> StoryView:
        return cls(id=any_id, items=[HappenedView(**asdict(each)) for each in told])
