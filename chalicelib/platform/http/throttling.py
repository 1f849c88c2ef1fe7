"""How often one person, or one address, may try what costs money or could be guessed at: fixed windows, counted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.refusals import TooMany
from chalicelib.kernel.time import spoken, to_wire
from chalicelib.kernel.unit_of_work import Item, ItemKey, Rank, UnitOfWork, Update, below
from chalicelib.platform.crypto import LookupHash

# A counter is of no use once its window is over; DynamoDB may take it a day later.
KEPT = timedelta(days=1)


class TooOften(TooMany):
    """`retry_at` is when the next attempt counts again; the answer's `Retry-After` says it in seconds."""

    code = "request.too_often"
    message = "这一步您试得有点多了，为了安全，先歇一歇。"
    next_step = "请在 {retry_at_spoken} 以后再试；着急的话，请打客服电话 {hotline}。"


@dataclass(frozen=True, slots=True)
class Throttle:
    """At most `most` attempts within each window, succeeded or not.

    `per` person is whose hand it is; `per` phone the one the command names.
    """

    purpose: str
    per: Literal["person", "address", "phone"]
    most: int
    within: timedelta


class Throttles:
    """Subjects are kept as keyed hashes: an address is personal data."""

    def __init__(self, table: str, lookup: LookupHash) -> None:
        self._table = table
        self._lookup = lookup

    def count(
        self, throttles: Sequence[Throttle], uow: UnitOfWork, *, subjects: dict[str, str], now: datetime
    ) -> None:
        """One transaction; an attempt refused by one throttle counts for none."""
        for throttle in throttles:
            uow.stage(self._attempt(throttle, subjects[throttle.per], now))
        uow.commit()

    def _attempt(self, throttle: Throttle, subject: str, now: datetime) -> Update:
        seconds = int(throttle.within.total_seconds())
        ends_at = datetime.fromtimestamp((int(now.timestamp()) // seconds + 1) * seconds, UTC)
        hashed = self._lookup.current(f"throttle/{throttle.per}", subject)

        def refuse(_: Item | None) -> TooOften:
            wait_s = math.ceil((ends_at - now).total_seconds())
            return TooOften(retry_at=to_wire(ends_at), retry_at_spoken=spoken(ends_at), retry_after_s=wait_s)

        return Update(
            ItemKey(self._table, f"THROTTLE#{throttle.purpose}#{hashed}", to_wire(ends_at)),
            needs=(below("attempts", throttle.most),),
            rank=Rank.IDENTITY,
            otherwise=refuse,
            sets={"expires_s": int((ends_at + KEPT).timestamp())},
            adds={"attempts": 1},
        )
