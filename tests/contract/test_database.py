"""The unit of work against a database: moto, and the same on the real local one."""

from __future__ import annotations

from typing import Any, cast

import pytest
from botocore.exceptions import ReadTimeoutError

from chalicelib.kernel.refusals import Stale
from chalicelib.kernel.unit_of_work import (
    Delete,
    Item,
    ItemKey,
    Put,
    Rank,
    UnitOfWork,
    Update,
    absent,
    at_least,
    equal,
    exists,
    impossible,
    stale,
)
from chalicelib.platform.dynamo.database import (
    CONNECT_TIMEOUT_S,
    READ_TIMEOUT_S,
    RESENDS,
    Database,
    DatabaseBusy,
    OutcomeUnknown,
)

TABLE = "healthcard-billing"
COMMAND = b"command-command-"
no_matter = impossible("not in this test")


class Because(Exception):
    def __init__(self, why: str, item: Item | None) -> None:
        super().__init__(why)
        self.why, self.item = why, item


def key(pk: str, sk: str = "X") -> ItemKey:
    return ItemKey(TABLE, pk, sk)


def new(pk: str, item: Item, *, rank: Rank = Rank.STATE) -> Put:
    return Put(key(pk), item, (absent("PK"),), rank, lambda old: Because(f"{pk} exists", old))


@pytest.fixture
def database(dynamodb: Any) -> Database:
    return Database(dynamodb)


def commit(database: Database, *writes: Put | Update | Delete, command_id: bytes = COMMAND) -> UnitOfWork:
    uow = database.begin(command_id=command_id)
    uow.stage(*writes)
    uow.commit()
    return uow


class TestTransact:
    def test_all_kinds_of_values_come_back(self, database: Database) -> None:
        item: Item = {
            "text": "王秀英",
            "number": -12,
            "place": 31.2304,
            "flag": True,
            "raw": b"\x00\xff",
            "nothing": None,
            "list": [1, "a", b"b"],
            "map": {"in": {"deeper": 1}},
        }
        commit(database, new("a", item))
        assert database.get(key("a")) == item | {"PK": "a", "SK": "X"}

    def test_nothing_is_written_when_one_condition_fails(self, database: Database) -> None:
        commit(database, new("a", {"n": 1}))
        with pytest.raises(Because, match="a exists"):
            commit(database, new("b", {}), new("a", {"n": 2}))
        assert database.get(key("b")) is None
        assert (database.get(key("a")) or {})["n"] == 1

    def test_the_item_that_refused_comes_with_the_refusal(self, database: Database) -> None:
        commit(database, new("a", {"n": 1, "raw": b"id"}))
        with pytest.raises(Because) as refused:
            commit(database, new("a", {}))
        assert refused.value.item == {"PK": "a", "SK": "X", "n": 1, "raw": b"id"}

    def test_of_several_failed_conditions_the_lowest_rank_is_the_reason(self, database: Database) -> None:
        commit(database, new("a", {}), new("b", {}))
        with pytest.raises(Because, match="b exists"):
            commit(database, new("a", {}, rank=Rank.MONEY), new("b", {}, rank=Rank.IDENTITY))

    def test_an_update_sets_removes_and_adds(self, database: Database) -> None:
        commit(database, new("a", {"status": "x", "gone": 1, "n": 5}))
        update = Update(
            key("a"), (exists("PK"),), Rank.STATE, no_matter, sets={"status": "y"}, removes=["gone"], adds={"n": -7}
        )
        commit(database, update)
        assert database.get(key("a")) == {"PK": "a", "SK": "X", "status": "y", "n": -2}

    def test_an_update_makes_the_item_unless_it_must_exist(self, database: Database) -> None:
        commit(database, Update(key("a"), (), Rank.STATE, no_matter, adds={"n": 3}))
        assert (database.get(key("a")) or {})["n"] == 3
        with pytest.raises(Stale):
            commit(database, Update(key("b"), (exists("PK"),), Rank.STATE, stale, adds={"n": 3}))

    @pytest.mark.parametrize(("least", "holds"), [(4, True), (5, True), (6, False)])
    def test_at_least_is_inclusive(self, database: Database, least: int, holds: bool) -> None:
        commit(database, new("a", {"n": 5}))
        update = Update(key("a"), (at_least("n", least),), Rank.MONEY, stale, sets={"seen": True})
        if holds:
            commit(database, update)
        else:
            with pytest.raises(Stale):
                commit(database, update)

    def test_a_condition_on_what_is_not_there_fails_without_an_item(self, database: Database) -> None:
        lacking = Update(
            key("a"), (at_least("n", 1),), Rank.MONEY, lambda old: Because("no wallet", old), sets={"x": 1}
        )
        with pytest.raises(Because) as refused:
            commit(database, lacking)
        assert refused.value.item is None

    def test_a_delete_needs_what_it_needs(self, database: Database) -> None:
        commit(database, new("a", {"n": 1}))
        with pytest.raises(Stale):
            commit(database, Delete(key("a"), (equal("n", 2),), Rank.STATE, stale))
        commit(database, Delete(key("a"), (equal("n", 1),), Rank.STATE, stale))
        assert database.get(key("a")) is None


class TestResend:
    """A time-out after the commit: the resend finds its own marker and knows that it was done."""

    def test_of_a_command_that_was_carried_out_is_a_success(self, dynamodb: Any) -> None:
        database = Database(cast("Any", _TimesOutAfterCommit(dynamodb)))
        uow = database.begin(command_id=COMMAND)
        uow.stage(new("a", {"event": uow.marker("something.happened")}))
        uow.commit()
        assert Database(dynamodb).get(key("a")) is not None

    def test_of_another_command_is_refused(self, database: Database) -> None:
        first = database.begin(command_id=COMMAND)
        first.stage(new("a", {"event": first.marker("something.happened")}))
        first.commit()
        with pytest.raises(Because):
            commit(database, new("a", {}), command_id=b"another-another-")


class TestConflict:
    def test_is_sent_again_and_then_refused(self, dynamodb: Any) -> None:
        conflicting = _AlwaysConflicts(dynamodb)
        with pytest.raises(DatabaseBusy):
            commit(Database(cast("Any", conflicting)), new("a", {}))
        assert conflicting.sent == 4


class _NeverAnswers:
    def __init__(self, client: Any) -> None:
        self.exceptions = client.exceptions
        self.sent = 0

    def transact_write_items(self, **_: Any) -> None:
        self.sent += 1
        raise ReadTimeoutError(endpoint_url="x")


class TestNoAnswer:
    def test_is_asked_again_and_then_said_to_be_unknown(self, dynamodb: Any) -> None:
        silent = _NeverAnswers(dynamodb)
        with pytest.raises(OutcomeUnknown):
            commit(Database(cast("Any", silent)), new("a", {}))
        assert silent.sent == 4

    def test_is_waited_for_less_long_than_the_gateway_waits(self) -> None:
        waits = sum(0.05 * 2**attempt for attempt in range(1, RESENDS + 1))
        assert (RESENDS + 1) * (CONNECT_TIMEOUT_S + READ_TIMEOUT_S) + waits < 18


class TestReading:
    def test_many_items_of_many_tables_at_once(self, database: Database) -> None:
        writes = [new(f"p{number}", {"n": number}) for number in range(30)]
        commit(database, *writes)
        other = Put(ItemKey("healthcard-care", "q", "X"), {"n": 99}, (), Rank.STATE, no_matter)
        commit(database, other)
        wanted = [write.key for write in writes] * 4 + [other.key, key("nobody")]
        found = database.get_many(wanted, consistent_tables=frozenset({TABLE}))
        assert len(found) == 31
        assert found[other.key]["n"] == 99

    def test_a_page_goes_on_where_the_last_one_ended(self, database: Database) -> None:
        for number in range(5):
            commit(database, Put(key("p", f"S#{number}"), {}, (), Rank.STATE, no_matter))
        commit(database, Put(key("p", "T#9"), {}, (), Rank.STATE, no_matter))
        page, after = database.query(table=TABLE, partition="p", sort_from="S#", limit=2, newest_first=True)
        assert [item["SK"] for item in page] == ["S#4", "S#3"]
        rest = database.query_all(table=TABLE, partition="p", sort_from="S#")
        assert [item["SK"] for item in rest] == ["S#0", "S#1", "S#2", "S#3", "S#4"]
        page, _ = database.query(table=TABLE, partition="p", sort_from="S#", newest_first=True, after=after)
        assert [item["SK"] for item in page] == ["S#2", "S#1", "S#0"]


class _Wrapped:
    def __init__(self, client: Any) -> None:
        self._client = client
        self.sent = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)


class _TimesOutAfterCommit(_Wrapped):
    def transact_write_items(self, **request: Any) -> Any:
        self.sent += 1
        answer = self._client.transact_write_items(**request)
        if self.sent == 1:
            raise ReadTimeoutError(endpoint_url="nowhere")
        return answer


class _AlwaysConflicts(_Wrapped):
    def transact_write_items(self, **request: Any) -> Any:
        self.sent += 1
        response = {
            "Error": {"Code": "TransactionCanceledException", "Message": "conflict"},
            "CancellationReasons": [{"Code": "TransactionConflict"} for _ in request["TransactItems"]],
        }
        raise self._client.exceptions.TransactionCanceledException(response, "TransactWriteItems")
