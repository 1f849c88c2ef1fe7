"""Of the links of a card, visit or payment the one that is blocked: a pure function of what the contexts tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.contracts.timeline import Link, Owner
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaseId
from chalicelib.support.domain.case import Case, CaseStatus
from chalicelib.support.domain.catalogue import Catalogue
from chalicelib.support.domain.progress import for_person

_SHORT = {Owner.US: "我们在处理", Owner.YOU: "客服等您回话"}


@dataclass(frozen=True, slots=True)
class Timeline:
    """At most one link is blocked, the first that is not done; none is when everything is done."""

    links: tuple[Link, ...]
    blocked: Link | None
    case_id: CaseId | None = None

    @property
    def usable(self) -> bool:
        return self.blocked is None


def timeline(links: Sequence[Link], cases: Sequence[Case], catalogue: Catalogue, *, now: datetime) -> Timeline:
    """Where a case about the blocked link is open, it says who acts next."""
    ordered = tuple(sorted(links, key=lambda link: link.place))
    place = next((place for place, link in enumerate(ordered) if not link.done), None)
    if place is None:
        return Timeline(ordered, None)
    blocked = ordered[place]
    before = ordered[place - 1].at if place else None
    if blocked.by is None and blocked.within is not None and before is not None:
        blocked = replace(blocked, by=before + blocked.within)
    if blocked.late and blocked.by is not None and now > blocked.by:
        blocked = replace(blocked, sentence=blocked.late)
    case = _case_about(blocked, cases, catalogue)
    if case is None:
        return Timeline(ordered, blocked)
    progress = for_person(case, catalogue, now=now)
    told = replace(
        blocked,
        owner=progress.owner,
        by=progress.by,
        sentence=progress.sentence,
        short=_SHORT[progress.owner],
        remedy="case",
    )
    return Timeline(ordered, told, case.case_id)


def _case_about(blocked: Link, cases: Sequence[Case], catalogue: Catalogue) -> Case | None:
    return next(
        (
            case
            for case in cases
            if case.status is not CaseStatus.CLOSED and blocked.key in catalogue.cause(case.cause).links
        ),
        None,
    )


@dataclass(frozen=True, slots=True)
class Layer:
    """`holds` is None for a layer that was not looked at, because one before it does not hold."""

    key: str
    name: str
    holds: bool | None
    sentence: str
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    layers: tuple[Layer, ...]
    case_id: CaseId | None


_DATA = frozenset({"login", "identity", "card"})
_HOLDS = (
    ("data", "资料", "实名和激活都办好了。"),
    ("window", "时限", "激活了的护工卡不会过期。"),
    ("device", "手机和网络", "您的手机连得上我们。"),
    ("entry", "官方入口", "您是从官方小程序进来的。"),
    ("money", "余额", "余额可以用来预约。"),
)


def diagnosis(told: Timeline) -> Diagnosis:
    """From data to appeal. Of a care card the window is always open; that this answer arrives proves the next two."""
    failing = None if told.blocked is None else "data" if told.blocked.key in _DATA else "money"
    layers: list[Layer] = []
    for key, name, sentence in _HOLDS:
        if any(layer.holds is False for layer in layers):
            layers.append(Layer(key, name, None, ""))
        elif key == failing and told.blocked is not None:
            layers.append(Layer(key, name, holds=False, sentence=told.blocked.sentence, remedy=told.blocked.remedy))
        else:
            layers.append(Layer(key, name, holds=True, sentence=sentence))
    appeal = "照上面说的做还是不行，请在这里求助，我们人工查。"
    layers.append(Layer("appeal", "申诉", holds=None, sentence=appeal, remedy="help"))
    return Diagnosis(tuple(layers), told.case_id)
