"""Which gateway to try first: a pure reading of what became of the last minutes' hand-overs (seed items #12, #13)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from chalicelib.kernel.frozen import dataclass

WINDOW = timedelta(seconds=10)
# So far back a window counts for the rate, each a fifth less than the one after it.
LOOK_BACK = 30
FADES_BY = 0.8
# Before anything is known a gateway is held to be good.
PRIOR = 0.5
# So many failures, and so large a share, within the last minute trip the breaker.
TRIP_WINDOWS = 6
TRIP_FAILURES = 3
TRIP_SHARE = 0.5
# One phone that is off says nothing of the gateway; so many texts lost, and most of what receipts came for, do.
TRIP_LOST = 20


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of one gateway's hand-overs in one window, and the receipts that came in it."""

    sent: int = 0
    failed: int = 0
    delivered: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Gateway:
    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class Health:
    """`share` is how much of the traffic it gets among those that are not tripped; `delivered` counts receipts."""

    rate: float
    share: float
    tripped: bool
    delivered: int = 0


def window_of(now: datetime) -> datetime:
    return now - timedelta(seconds=now.second % WINDOW.seconds, microseconds=now.microsecond)


def health(gateways: Sequence[Gateway], tallies: Mapping[str, Sequence[Tally]]) -> dict[str, Health]:
    """`tallies` by gateway, the present window first, one for every window of LOOK_BACK.

    Nothing is switched on again: old failures fade, probes bring new successes, and the share grows with them.
    """
    rates = {each.name: _rate(tallies[each.name]) for each in gateways}
    tripped = {each.name: _is_tripped(tallies[each.name]) for each in gateways}
    weights = {each.name: 0.0 if tripped[each.name] else each.weight * rates[each.name] ** 2 for each in gateways}
    total = sum(weights.values()) or 1.0
    delivered = {each.name: sum(tally.delivered for tally in tallies[each.name]) for each in gateways}
    return {
        name: Health(rates[name], weight / total, tripped[name], delivered[name]) for name, weight in weights.items()
    }


def order(gateways: Sequence[Gateway], now: Mapping[str, Health], *, chance: float, probe: str | None) -> list[str]:
    """Whom to try, one after the other: a probe first, then by chance according to shares, tripped ones never.

    With all tripped there is nothing to lose: all are tried, the heaviest first. `chance` is from 0 to 1.
    """
    up = [each.name for each in gateways if not now[each.name].tripped]
    if not up:
        return [each.name for each in sorted(gateways, key=lambda each: -each.weight)]
    first = _drawn(up, now, chance * sum(now[name].share for name in up))
    others = sorted((name for name in up if name != first), key=lambda name: -now[name].share)
    return [*([probe] if probe else []), first, *others]


def _drawn(names: Sequence[str], now: Mapping[str, Health], chance: float) -> str:
    reached = 0.0
    for name in names:
        reached += now[name].share
        if chance < reached:
            return name
    return names[-1]


def _rate(tallies: Sequence[Tally]) -> float:
    good, all_ = PRIOR, PRIOR
    for age, tally in enumerate(tallies):
        if count := tally.sent + tally.failed:
            good += FADES_BY**age * tally.sent / count
            all_ += FADES_BY**age
    return good / all_


def _is_tripped(tallies: Sequence[Tally]) -> bool:
    sent = sum(tally.sent for tally in tallies[:TRIP_WINDOWS])
    failed = sum(tally.failed for tally in tallies[:TRIP_WINDOWS])
    if failed >= TRIP_FAILURES and failed >= TRIP_SHARE * (sent + failed):
        return True
    delivered, lost = sum(tally.delivered for tally in tallies), sum(tally.lost for tally in tallies)
    return lost >= TRIP_LOST and lost >= TRIP_SHARE * (delivered + lost)
