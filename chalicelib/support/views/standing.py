"""Where things stand, and the story of how they came there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Literal

from chalicelib.contracts.story import Happened
from chalicelib.contracts.timeline import Link, Owner
from chalicelib.kernel.ids import CaseId
from chalicelib.platform.http.answers import View
from chalicelib.support.domain.timeline import Diagnosis, Timeline


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


class LinkView(View):
    """`state` is `done`, `blocked` (one at most) or `ahead`."""

    key: str
    name: str
    state: Literal["done", "blocked", "ahead"]
    at: datetime | None


class BlockedView(View):
    """The one link that holds things up: who acts next, until when, and what to do. `short` is for elder mode.

    `remedy` names what does it: identity, activate, wallet, book, visit or case; null when nothing is yours to do.
    """

    key: str
    name: str
    owner: Owner
    by: datetime | None
    sentence: str
    short: str
    remedy: str | None
    case_id: CaseId | None


class TimelineView(View):
    """`blocked` is null exactly when all links are done."""

    about: str
    usable: bool
    blocked: BlockedView | None
    links: list[LinkView]

    @classmethod
    def of(cls, about: str, told: Timeline) -> TimelineView:
        blocked = told.blocked

        def state(link: Link) -> Literal["done", "blocked", "ahead"]:
            if blocked is not None and link.key == blocked.key:
                return "blocked"
            return "done" if blocked is None or link.place < blocked.place else "ahead"

        return cls(
            about=about,
            usable=told.usable,
            blocked=blocked
            and BlockedView(
                key=blocked.key,
                name=blocked.name,
                owner=blocked.owner,
                by=blocked.by,
                sentence=blocked.sentence,
                short=blocked.short,
                remedy=blocked.remedy,
                case_id=told.case_id,
            ),
            links=[
                LinkView(key=link.key, name=link.name, state=state(link), at=link.at if link.done else None)
                for link in told.links
            ],
        )


class LayerView(View):
    """`holds` is null for what was not looked at: the check stops at the first layer that does not hold."""

    key: str
    name: str
    holds: bool | None
    sentence: str
    remedy: str | None


class DiagnosisView(View):
    """`case_id`: a case about what does not hold is open already."""

    about: str
    layers: list[LayerView]
    case_id: CaseId | None

    @classmethod
    def of(cls, about: str, told: Diagnosis) -> DiagnosisView:
        return cls(about=about, layers=[LayerView(**asdict(each)) for each in told.layers], case_id=told.case_id)
