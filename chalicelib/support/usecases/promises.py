"""Promises recomputed from what every context keeps (features.md J4)."""

from __future__ import annotations

from datetime import datetime

from chalicelib.support.domain.promises import Rate, rates
from chalicelib.support.ports import Support


def kept_promises(support: Support, *, since: datetime, now: datetime) -> list[Rate]:
    return rates(observed for witness in support.witnesses for observed in witness.observed(since=since, now=now))
