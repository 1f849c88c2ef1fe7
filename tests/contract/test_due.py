"""Due buckets: what is due goes once, late writers are not missed, and a poison entry holds nobody up."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.dynamo.due import Due, Sweep, due_write
from tests.builders.clock import MONDAY_MORNING

TABLE = "healthcard-care"
MINUTE = timedelta(minutes=1)


class Desk:
    """A sweep, and what it handed out."""

    def __init__(self, database: Database, *, swept_before: bool = True) -> None:
        self.database = database
        self.handled: list[str] = []
        self.poison: set[str] = set()
        if swept_before:
            self.run(MONDAY_MORNING)

    def write(self, subject: str, due_at: datetime, *, now: datetime = MONDAY_MORNING) -> None:
        uow = self.database.begin(command_id=b"c" * 16)
        uow.stage(due_write(TABLE, Due(subject, due_at), now=now))
        uow.commit()

    def run(self, now: datetime) -> int:
        def handle(due: Due) -> None:
            if due.subject in self.poison:
                raise ValueError(due.subject)
            self.handled.append(due.subject)

        begin = lambda: self.database.begin(command_id=b"s" * 16)  # noqa: E731
        return Sweep(self.database, TABLE).run(now=now, begin=begin, handle=handle)


@pytest.fixture
def desk(dynamodb: Any) -> Desk:
    return Desk(Database(dynamodb))


class TestSweep:
    def test_the_first_one_ever_finds_what_was_due_before_it(self, dynamodb: Any) -> None:
        desk = Desk(Database(dynamodb), swept_before=False)
        desk.write("old", MONDAY_MORNING + MINUTE)
        desk.run(MONDAY_MORNING + timedelta(days=2))
        assert desk.handled == ["old"]

    def test_takes_what_is_due_and_leaves_the_rest(self, desk: Desk) -> None:
        desk.write("now", MONDAY_MORNING + 5 * MINUTE)
        desk.write("later", MONDAY_MORNING + 6 * MINUTE)
        assert desk.run(MONDAY_MORNING + 5 * MINUTE) == 1
        assert desk.handled == ["now"]

    def test_half_a_minute_waits_for_the_full_one(self, desk: Desk) -> None:
        desk.write("half", MONDAY_MORNING + 5 * MINUTE + timedelta(seconds=30))
        assert desk.run(MONDAY_MORNING + 5 * MINUTE + timedelta(seconds=59)) == 0
        assert desk.run(MONDAY_MORNING + 6 * MINUTE) == 1

    def test_takes_nothing_twice(self, desk: Desk) -> None:
        desk.write("once", MONDAY_MORNING + MINUTE)
        desk.run(MONDAY_MORNING + MINUTE)
        desk.run(MONDAY_MORNING + MINUTE)
        desk.run(MONDAY_MORNING + 2 * MINUTE)
        assert desk.handled == ["once"]

    def test_catches_up_after_more_than_a_day(self, desk: Desk) -> None:
        for hours in (1, 5, 23):
            desk.write(f"h{hours}", MONDAY_MORNING + timedelta(hours=hours))
        desk.run(MONDAY_MORNING + timedelta(hours=25))
        assert sorted(desk.handled) == ["h1", "h23", "h5"]

    def test_finds_what_was_written_when_it_was_due_already(self, desk: Desk) -> None:
        desk.run(MONDAY_MORNING + 10 * MINUTE)
        desk.write("late", MONDAY_MORNING + 3 * MINUTE, now=MONDAY_MORNING + 10 * MINUTE)
        desk.run(MONDAY_MORNING + 11 * MINUTE)
        assert desk.handled == ["late"]

    def test_finds_what_was_decided_before_its_minute_was_swept_and_committed_after(self, desk: Desk) -> None:
        desk.run(MONDAY_MORNING + 10 * MINUTE)
        desk.write("slow", MONDAY_MORNING + 3 * MINUTE, now=MONDAY_MORNING + 8 * MINUTE)
        desk.run(MONDAY_MORNING + 11 * MINUTE)
        assert desk.handled == ["slow"]

    def test_a_poison_entry_fails_the_run_loudly_and_is_tried_again(self, desk: Desk) -> None:
        for subject in ("a", "b", "c", "d", "e"):
            desk.write(subject, MONDAY_MORNING + MINUTE)
        desk.poison = {"b"}
        with pytest.raises(ExceptionGroup):
            desk.run(MONDAY_MORNING + MINUTE)
        assert sorted(desk.handled) == ["a", "c", "d", "e"]
        desk.poison = set()
        desk.run(MONDAY_MORNING + 2 * MINUTE)
        assert sorted(desk.handled) == ["a", "b", "c", "d", "e"]
