"""Due buckets: what must happen at a minute stands in `DUE#<day>#<shard>`, sorted by minute, until swept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from zlib import crc32

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.time import from_wire, to_wire
from chalicelib.kernel.unit_of_work import Delete, Item, ItemKey, Put, Rank, UnitOfWork, Write, impossible
from chalicelib.platform import metrics
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database

SHARDS = 4
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)

# A sweep begins this far behind the one before: an entry may be committed after its own minute was swept, by a
# command that took long. Longer than any Lambda of ours may run (60 s).
BEHIND = timedelta(minutes=15)

# Before the first sweep ever there is no cursor; what was due by then must not be passed over.
FIRST_LOOK_BACK = timedelta(days=2)

# How long an event may take before the auditor looks for what should have come of it.
AUDIT_AFTER = timedelta(minutes=10)

_unconditional = impossible("a write without a condition cannot fail one")


@dataclass(frozen=True, slots=True)
class Due:
    """`subject` is whatever id the context gave; handling it must be harmless when it no longer applies."""

    subject: str
    due_at: datetime


def due_write(table: str, due: Due, *, now: datetime, shards: int = SHARDS) -> Write:
    """The entry's write; not into a minute that is over, so that a sweep that is not late finds it at once."""
    minute = max(_minute_up(due.due_at), _minute_down(now) + MINUTE)
    key = ItemKey(table, _bucket(minute, _shard(due.subject, shards)), f"{_minute_text(minute)}#{due.subject}")
    return Put(key, to_item(due), needs=(), rank=Rank.STATE, otherwise=_unconditional)


@dataclass(frozen=True, slots=True)
class _Page:
    partition: str
    items: list[Item]
    after: Item | None


class NotHandedOver(Exception):
    """Some of what is due was not taken; the next run hands it over."""


class Sweep:
    """Hands every entry due by now to `handle`, oldest day first, and forgets it after.

    A crash resumes where it was: an entry may be handled twice, never skipped. An entry that cannot be handled
    does not hold up the others; it stays, the run fails loudly at its end, and the next run tries it again.
    """

    def __init__(self, database: Database, table: str, *, shards: int = SHARDS) -> None:
        self._database = database
        self._table = table
        self._shards = shards
        self._cursor_key = ItemKey(table, "DUE", "CURSOR")

    def run(self, *, now: datetime, begin: Callable[[], UnitOfWork], handle: Callable[[Due], None]) -> int:
        handled = 0
        latest = timedelta()
        failures: list[Exception] = []
        since, until = self._span(now)
        for item in (item for page in self._pages(since, until) for item in page):
            due = from_item(Due, item)
            latest = max(latest, now - due.due_at)
            try:
                handle(due)
            except Exception as failure:  # noqa: BLE001 - raised below, after the others had their turn
                failures.append(failure)
                continue
            key = ItemKey(self._table, item["PK"], item["SK"])
            self._write(begin(), Delete(key, needs=(), rank=Rank.STATE, otherwise=_unconditional))
            handled += 1
        # Told by every run, so that silence means that none ran.
        metrics.seconds("DueLag", latest.total_seconds(), table=self._table)
        if failures:
            raise ExceptionGroup("due entries that could not be handled", failures)
        self._end_at(until, begin())
        return handled

    def hand_over(
        self,
        *,
        now: datetime,
        begin: Callable[[], UnitOfWork],
        take: Callable[[Sequence[Due]], Collection[int]],
    ) -> int:
        """As `run`, for more than one function can do in its minute: pages of what is due go to `take`.

        It answers with the places it could not take; these stay for the next run. When a bucket has more than a
        page, all are swept at once, each in a thread, and `take` is called from these.
        """
        since, until = self._span(now)

        def bucket(first: _Page) -> tuple[int, int, timedelta]:
            handed = left = 0
            latest = timedelta()
            for page in self._from(first, since, until):
                dues = [from_item(Due, item) for item in page]
                latest = max([latest, *(now - due.due_at for due in dues)])
                refused = set(take(dues))
                taken = [item for place, item in enumerate(page) if place not in refused]
                self._database.delete_all([ItemKey(self._table, item["PK"], item["SK"]) for item in taken])
                handed += len(taken)
                left += len(refused)
            return handed, left, latest

        firsts = [self._page(partition, since, until, None) for partition in _buckets(since, until, self._shards)]
        if any(first.after for first in firsts):
            with ThreadPoolExecutor(max_workers=self._shards) as pool:
                swept = list(pool.map(bucket, firsts))
        else:
            swept = [bucket(first) for first in firsts]
        metrics.seconds("DueLag", max(latest for _, _, latest in swept).total_seconds(), table=self._table)
        if left := sum(left for _, left, _ in swept):
            raise NotHandedOver(f"{left} due entries")
        self._end_at(until, begin())
        return sum(handed for handed, _, _ in swept)

    def _span(self, now: datetime) -> tuple[datetime, datetime]:
        until = _minute_down(now)
        cursor = self._database.get(self._cursor_key)
        return (from_wire(cursor["swept"]) - BEHIND if cursor else until - FIRST_LOOK_BACK), until

    def _pages(self, since: datetime, until: datetime) -> Iterator[list[Item]]:
        for partition in _buckets(since, until, self._shards):
            yield from self._from(self._page(partition, since, until, None), since, until)

    def _from(self, page: _Page, since: datetime, until: datetime) -> Iterator[list[Item]]:
        while True:
            if page.items:
                yield page.items
            if page.after is None:
                break
            page = self._page(page.partition, since, until, page.after)

    def _page(self, partition: str, since: datetime, until: datetime, after: Item | None) -> _Page:
        items, after = self._database.query(
            table=self._table,
            partition=partition,
            sort_from=_minute_text(since),
            sort_to=_minute_text(until) + "\uffff",
            after=after,
        )
        return _Page(partition, items, after)

    def _end_at(self, until: datetime, uow: UnitOfWork) -> None:
        self._write(uow, Put(self._cursor_key, {"swept": to_wire(until)}, (), Rank.STATE, _unconditional))

    @staticmethod
    def _write(uow: UnitOfWork, write: Write) -> None:
        uow.stage(write)
        uow.commit()


def _buckets(since: datetime, until: datetime, shards: int) -> Iterator[str]:
    day = since.replace(hour=0, minute=0, second=0, microsecond=0)
    while day <= until:
        for shard in range(shards):
            yield _bucket(day, shard)
        day += DAY


def _bucket(instant: datetime, shard: int) -> str:
    return f"DUE#{to_wire(instant)[:10]}#{shard}"


def _minute_text(instant: datetime) -> str:
    return to_wire(instant)[:16]


def _shard(subject: str, shards: int) -> int:
    return crc32(subject.encode()) % shards


def _minute_down(instant: datetime) -> datetime:
    return instant.replace(second=0, microsecond=0)


def _minute_up(instant: datetime) -> datetime:
    down = _minute_down(instant)
    return down if down == instant else down + MINUTE
