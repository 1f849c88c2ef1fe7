"""Reading items, and the only `transact_write_items` of the product."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from botocore.exceptions import ClientError, ConnectionError, HTTPClientError  # noqa: A004 - botocore's name

from chalicelib.kernel.refusals import Unavailable
from chalicelib.kernel.unit_of_work import Item, ItemKey, Rank, UnitOfWork, Update, Write, impossible
from chalicelib.platform.dynamo.codec import from_wire_item, to_wire_value
from chalicelib.platform.dynamo.expressions import transaction_entry, wire_key

if TYPE_CHECKING:
    from types_boto3_dynamodb import DynamoDBClient

Answer = TypeVar("Answer")

RESENDS = 3
# With RESENDS and jitter one call waits for the database less than 18 s, and what is still unanswered then is
# refused: API Gateway gives up after 29.
CONNECT_TIMEOUT_S = 1
READ_TIMEOUT_S = 3
BATCH_GET_LIMIT = 100
BATCH_WRITE_LIMIT = 25
_PASSING_REASONS = frozenset({"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
_PASSING_ERRORS = frozenset(
    {
        "InternalServerError",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ThrottlingException",
        "TransactionConflictException",
        "TransactionInProgressException",
    }
)


class DatabaseBusy(Unavailable):
    code = "platform.database_busy"
    message = "此刻办理的人太多，您的这一步还没有办成，什么都没有改动。"
    next_step = "请等几秒钟再点一次，不会重复办理。"


class OutcomeUnknown(Unavailable):
    """No attempt was answered, and one of them may have been carried out."""

    code = "platform.outcome_unknown"
    message = "网络不稳，还不知道您的这一步有没有办成。"
    next_step = "请等几秒钟，原样再点一次：办成了的不会重复办理，没办成的会接着办。"


class Database:
    """Items in and out, over one boto3 client that does not retry by itself: retries are here, and counted."""

    def __init__(self, client: DynamoDBClient) -> None:
        self._client = client

    def get(self, key: ItemKey, *, consistent: bool = True) -> Item | None:
        answer = _again_when_passing(
            lambda: self._client.get_item(TableName=key.table, Key=wire_key(key), ConsistentRead=consistent)
        )
        return from_wire_item(answer["Item"]) if "Item" in answer else None

    def get_many(
        self, keys: Sequence[ItemKey], *, consistent_tables: frozenset[str] = frozenset()
    ) -> dict[ItemKey, Item]:
        """The items found, by key, over any tables; one round trip per 100 keys."""
        found: dict[ItemKey, Item] = {}
        unique = list(dict.fromkeys(keys))
        for start in range(0, len(unique), BATCH_GET_LIMIT):
            found |= self._batch_get(unique[start : start + BATCH_GET_LIMIT], consistent_tables)
        return found

    def query(
        self,
        *,
        table: str,
        partition: object,
        index: tuple[str, str, str] | None = None,
        sort_from: str | None = None,
        sort_to: str | None = None,
        newest_first: bool = False,
        limit: int | None = None,
        after: Mapping[str, object] | None = None,
    ) -> tuple[list[Item], Item | None]:
        """One page of a partition, in sort order, and the key to go on after (None: that was all).

        `index` is (name, partition attribute, sort attribute); `sort_from` and `sort_to` are inclusive.
        """
        index_name, partition_name, sort_name = index or (None, "PK", "SK")
        names = {"#p": partition_name}
        values = {":p": to_wire_value(partition)}
        condition = "#p = :p"
        if sort_from is not None:
            names["#s"] = sort_name
            values[":from"] = to_wire_value(sort_from)
            values[":to"] = to_wire_value(sort_to if sort_to is not None else sort_from + "\uffff")
            condition += " AND #s BETWEEN :from AND :to"
        request: dict[str, Any] = {
            "TableName": table,
            "KeyConditionExpression": condition,
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": values,
            "ScanIndexForward": not newest_first,
        }
        if index_name:
            request["IndexName"] = index_name
        else:
            request["ConsistentRead"] = True
        if limit is not None:
            request["Limit"] = limit
        if after is not None:
            request["ExclusiveStartKey"] = {name: to_wire_value(value) for name, value in after.items()}
        answer = _again_when_passing(lambda: self._client.query(**request))
        last = answer.get("LastEvaluatedKey")
        return [from_wire_item(item) for item in answer["Items"]], from_wire_item(last) if last else None

    def newest(
        self, *, table: str, partition: str, prefix: str, limit: int, after: str | None
    ) -> tuple[list[Item], str | None]:
        """A page of what stands under a prefix, newest first; `after` and the second value lack the prefix."""
        items, last = self.query(
            table=table,
            partition=partition,
            sort_from=prefix,
            newest_first=True,
            limit=limit,
            after={"PK": partition, "SK": prefix + after} if after else None,
        )
        return items, last["SK"].removeprefix(prefix) if last else None

    def query_all(self, **request: Any) -> list[Item]:
        items: list[Item] = []
        after: Item | None = None
        while True:
            page, after = self.query(**request, after=after)
            items += page
            if after is None:
                return items

    def begin(self, *, command_id: bytes, cause: bytes | None = None) -> UnitOfWork:
        return UnitOfWork(self.transact, command_id=command_id, cause=cause)

    def transact(self, writes: Sequence[Write], command_id: bytes) -> None:
        """Sends the writes as one transaction.

        A conflict or throttling is sent again, unchanged, up to RESENDS times with jitter (design.md §3.8); so
        is a time-out, whose first attempt may have been carried out: then an item bears `command_id`.
        """
        entries = cast("Any", [transaction_entry(write) for write in writes])
        unknown = False
        for attempt in range(RESENDS + 1):
            _wait_before(attempt)
            try:
                self._client.transact_write_items(TransactItems=entries)
                return
            except self._client.exceptions.TransactionCanceledException as cancelled:
                reasons = cast("list[dict[str, Any]]", cancelled.response["CancellationReasons"])
                if self._was_ours(reasons, command_id):
                    return
                self._raise_failed_condition(writes, reasons)
                if not all(reason.get("Code") in _PASSING_REASONS | {"None"} for reason in reasons):
                    raise
            except ClientError as error:
                if error.response["Error"]["Code"] not in _PASSING_ERRORS:
                    raise
            except (ConnectionError, HTTPClientError):
                unknown = True  # the resend finds out
        raise OutcomeUnknown if unknown else DatabaseBusy

    def _batch_get(self, keys: list[ItemKey], consistent_tables: frozenset[str]) -> dict[ItemKey, Item]:
        requests: dict[str, Any] = {}
        for key in keys:
            of_table = requests.setdefault(key.table, {"Keys": [], "ConsistentRead": key.table in consistent_tables})
            of_table["Keys"].append(wire_key(key))
        found: dict[ItemKey, Item] = {}
        for attempt in range(RESENDS + 1):
            _wait_before(attempt)
            asked = requests
            answer = _again_when_passing(lambda: self._client.batch_get_item(RequestItems=asked))  # noqa: B023 - called at once
            for table, wires in answer["Responses"].items():
                for wire in wires:
                    item = from_wire_item(wire)
                    found[ItemKey(table, item["PK"], item["SK"])] = item
            requests = answer.get("UnprocessedKeys") or {}
            if not requests:
                return found
        raise DatabaseBusy

    def add(self, key: ItemKey, adds: Mapping[str, int], *, sets: Mapping[str, object]) -> None:
        """Adds to numbers of one item, outside of any transaction: for figures that many write at once.

        Repeated when nobody answers, and then perhaps counted twice: not for anything that must be right.
        """
        update = Update(key, (), Rank.STATE, impossible("no condition"), sets=sets, adds=adds)
        request: Any = transaction_entry(update)["Update"]
        _again_when_passing(lambda: self._client.update_item(**request))

    def delete_all(self, keys: Sequence[ItemKey]) -> None:
        """Without conditions, 25 a call; deleting what is gone is no harm, so a call may be repeated."""
        for start in range(0, len(keys), BATCH_WRITE_LIMIT):
            requests: Any = {}
            for key in keys[start : start + BATCH_WRITE_LIMIT]:
                requests.setdefault(key.table, []).append({"DeleteRequest": {"Key": wire_key(key)}})
            self._batch_write(requests)

    def _batch_write(self, requests: Any) -> None:
        for attempt in range(RESENDS + 1):
            _wait_before(attempt)
            asked = requests
            answer = _again_when_passing(lambda: self._client.batch_write_item(RequestItems=asked))  # noqa: B023 - called at once
            requests = answer.get("UnprocessedItems") or {}
            if not requests:
                return
        raise DatabaseBusy

    @staticmethod
    def _was_ours(reasons: list[dict[str, Any]], command_id: bytes) -> bool:
        markers = (from_wire_item(reason["Item"]).get("event") for reason in reasons if reason.get("Item"))
        return any(marker and marker["id"] == command_id for marker in markers)

    @staticmethod
    def _raise_failed_condition(writes: Sequence[Write], reasons: list[dict[str, Any]]) -> None:
        failed = [
            (write, reason)
            for write, reason in zip(writes, reasons, strict=True)
            if reason.get("Code") == "ConditionalCheckFailed"
        ]
        if failed:
            write, reason = min(failed, key=lambda pair: pair[0].rank)
            raise write.otherwise(from_wire_item(reason["Item"]) if reason.get("Item") else None)


def _again_when_passing(ask: Callable[[], Answer]) -> Answer:
    """For reads, which may be repeated at will."""
    trouble: Exception | None = None
    for attempt in range(RESENDS + 1):
        _wait_before(attempt)
        try:
            return ask()
        except ClientError as error:
            if error.response["Error"]["Code"] not in _PASSING_ERRORS:
                raise
            trouble = error
        except (ConnectionError, HTTPClientError) as error:
            trouble = error
    raise DatabaseBusy from trouble


def _wait_before(attempt: int) -> None:
    if attempt:
        time.sleep(random.uniform(0.01, 0.05) * 2**attempt)  # noqa: S311 - jitter, not a secret
