"""DynamoDB at request level, in memory, for whole workflows by the thousand; the contract tests run on it too."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from botocore.exceptions import ClientError

Wire = dict[str, Any]
Key = tuple[str, str]


class TransactionCanceledException(ClientError):
    pass


class _Exceptions:
    TransactionCanceledException = TransactionCanceledException


@dataclass
class _Table:
    streamed: bool
    indexes: dict[str, tuple[str, str]]
    items: dict[Key, Wire] = field(default_factory=dict)


@dataclass
class FakeDynamoDB:
    """As boto3's `dynamodb` and `dynamodbstreams` clients, as far as the product calls them."""

    exceptions = _Exceptions
    tables: dict[str, _Table] = field(default_factory=dict)
    changes: dict[str, list[Wire]] = field(default_factory=dict)
    written: int = 0

    # --- tables

    def list_tables(self) -> Wire:
        return {"TableNames": list(self.tables)}

    def create_table(self, **definition: Any) -> None:
        indexes = {
            index["IndexName"]: (index["KeySchema"][0]["AttributeName"], index["KeySchema"][1]["AttributeName"])
            for index in definition.get("GlobalSecondaryIndexes", ())
        }
        name = definition["TableName"]
        self.tables[name] = _Table(streamed="StreamSpecification" in definition, indexes=indexes)
        self.changes[name] = []

    def describe_table(self, *, TableName: str) -> Wire:  # noqa: N803 - boto3's names
        return {"Table": {"LatestStreamArn": TableName}}

    def snapshot(self) -> tuple[Any, ...]:
        """Cheap: an item is replaced, never changed in place, and so may be shared."""
        items = {name: dict(table.items) for name, table in self.tables.items()}
        return items, {name: list(changes) for name, changes in self.changes.items()}, self.written

    def restore(self, snapshot: tuple[Any, ...]) -> None:
        items, changes, self.written = snapshot
        for name, table in self.tables.items():
            table.items = dict(items[name])
            self.changes[name] = list(changes[name])

    # --- reading

    def get_item(self, **request: Any) -> Wire:
        item = self.tables[request["TableName"]].items.get(_key(request["Key"]))
        return {"Item": item} if item else {}

    def batch_get_item(self, *, RequestItems: Wire) -> Wire:  # noqa: N803
        found: dict[str, list[Wire]] = {}
        for name, wanted in RequestItems.items():
            keys = [_key(key) for key in wanted["Keys"]]
            items = self.tables[name].items
            found[name] = [items[key] for key in keys if key in items]
        return {"Responses": found, "UnprocessedKeys": {}}

    def query(self, **request: Any) -> Wire:
        table = self.tables[request["TableName"]]
        names, values = request["ExpressionAttributeNames"], request["ExpressionAttributeValues"]
        partition, sort = table.indexes[request["IndexName"]] if "IndexName" in request else ("PK", "SK")
        assert names["#p"] == partition
        found = [
            item
            for item in table.items.values()
            if item.get(partition) == values[":p"]
            and sort in item
            and (":from" not in values or values[":from"]["S"] <= item[sort]["S"] <= values[":to"]["S"])
        ]
        found.sort(
            key=lambda item: (item[sort]["S"].encode(), _key(item)), reverse=not request.get("ScanIndexForward", True)
        )
        if after := request.get("ExclusiveStartKey"):
            # By order, as DynamoDB: the item itself need not be there.
            place = (after[sort]["S"].encode(), _key(after))
            forward = request.get("ScanIndexForward", True)
            found = [
                item
                for item in found
                if ((item[sort]["S"].encode(), _key(item)) > place) == forward and _key(item) != place[1]
            ]
        limit = request.get("Limit", len(found))
        page, more = found[:limit], len(found) >= limit and "Limit" in request
        answer: Wire = {"Items": page}
        if more and page and len(found) > limit:
            answer["LastEvaluatedKey"] = {name: page[-1][name] for name in {"PK", "SK", partition, sort}}
        return answer

    def get_paginator(self, operation: str) -> _Pages:
        assert operation == "scan"
        return _Pages(self)

    # --- writing

    def transact_write_items(self, *, TransactItems: list[Wire]) -> None:  # noqa: N803
        entries = [next(iter(entry.items())) for entry in TransactItems]
        reasons = [self._reason(request) for _, request in entries]
        if any(reason["Code"] != "None" for reason in reasons):
            raise cancelled(reasons)
        for kind, request in entries:
            self._write(kind, request)

    def update_item(self, **request: Any) -> None:
        self._write("Update", request)

    def batch_write_item(self, *, RequestItems: Wire) -> Wire:  # noqa: N803
        for name, requests in RequestItems.items():
            for request in requests:
                ((kind, write),) = request.items()
                self._write(kind.removesuffix("Request"), {"TableName": name, **write})
        return {}

    def _reason(self, request: Wire) -> Wire:
        key = _key(request.get("Item") or request["Key"])
        old = self.tables[request["TableName"]].items.get(key)
        if _holds(request, old or {}):
            return {"Code": "None"}
        wanted = request.get("ReturnValuesOnConditionCheckFailure") == "ALL_OLD" and old
        return {"Code": "ConditionalCheckFailed"} | ({"Item": old} if wanted else {})

    def _write(self, kind: str, request: Wire) -> None:
        table = self.tables[request["TableName"]]
        key = _key(request.get("Item") or request["Key"])
        old = table.items.get(key)
        match kind:
            case "Put":
                new: Wire | None = request["Item"]
            case "Update":
                new = _updated(request, dict(old or request["Key"]))
            case _:
                new = None
        if new is None:
            table.items.pop(key, None)
        else:
            table.items[key] = new
        if table.streamed and new != old:
            self.written += 1
            self.changes[request["TableName"]].append(
                {
                    "eventID": f"{self.written}",
                    "eventName": "MODIFY" if old and new else "INSERT" if new else "REMOVE",
                    "dynamodb": {
                        "Keys": {"PK": {"S": key[0]}, "SK": {"S": key[1]}},
                        **({"NewImage": new} if new else {}),
                        **({"OldImage": old} if old else {}),
                        "ApproximateCreationDateTime": datetime(2026, 11, 23, tzinfo=UTC),
                        "SequenceNumber": f"{self.written:021d}",
                        "SizeBytes": 1,
                        "StreamViewType": "NEW_AND_OLD_IMAGES",
                    },
                }
            )

    # --- streams

    def describe_stream(self, *, StreamArn: str) -> Wire:  # noqa: N803
        return {"StreamDescription": {"Shards": [{"ShardId": StreamArn}]}}

    def get_shard_iterator(self, **request: Any) -> Wire:
        after = request.get("SequenceNumber", "")
        place = sum(each["dynamodb"]["SequenceNumber"] <= after for each in self.changes[request["StreamArn"]])
        return {"ShardIterator": f"{request['StreamArn']}|{place}"}

    def get_records(self, *, ShardIterator: str, Limit: int) -> Wire:  # noqa: N803
        name, place = ShardIterator.split("|")
        records = self.changes[name][int(place) : int(place) + Limit]
        return {"Records": records, "NextShardIterator": f"{name}|{int(place) + len(records)}"}


@dataclass
class _Pages:
    database: FakeDynamoDB

    def paginate(self, *, TableName: str) -> list[Wire]:  # noqa: N803
        return [{"Items": list(self.database.tables[TableName].items.values())}]


def cancelled(reasons: list[Wire]) -> TransactionCanceledException:
    response: Any = {
        "Error": {"Code": "TransactionCanceledException", "Message": "cancelled"},
        "CancellationReasons": reasons,
    }
    return TransactionCanceledException(response, "TransactWriteItems")


def _key(item: Wire) -> Key:
    return item["PK"]["S"], item["SK"]["S"]


def _holds(request: Wire, old: Wire) -> bool:
    expression = request.get("ConditionExpression")
    if not expression:
        return True
    return all(_condition(each, request, old) for each in expression.split(" AND "))


def _condition(text: str, request: Wire, old: Wire) -> bool:
    names, values = request.get("ExpressionAttributeNames", {}), request.get("ExpressionAttributeValues", {})
    if text.startswith("(") and text.endswith(")"):
        return any(_condition(each, request, old) for each in text[1:-1].split(" OR "))
    if found := re.fullmatch(r"attribute_exists\((#n\d+)\)", text):
        return names[found[1]] in old
    if found := re.fullmatch(r"attribute_not_exists\((#n\d+)\)", text):
        return names[found[1]] not in old
    if found := re.fullmatch(r"(#n\d+) (=|>=|<) (:v\d+)", text):
        return _compares(old.get(names[found[1]]), found[2], values[found[3]])
    raise AssertionError(f"the fake does not know the condition {text}")


def _compares(left: Wire | None, operator: str, right: Wire) -> bool:
    if left is None or left.keys() != right.keys():
        return False
    if operator == "=":
        return left == right
    (one,), (other,) = left.values(), right.values()
    return Decimal(one) >= Decimal(other) if operator == ">=" else Decimal(one) < Decimal(other)


def _updated(request: Wire, item: Wire) -> Wire:
    names, values = request.get("ExpressionAttributeNames", {}), request.get("ExpressionAttributeValues", {})
    for clause, body in re.findall(r"(SET|REMOVE|ADD) (.*?)(?= SET | REMOVE | ADD |$)", request["UpdateExpression"]):
        for part in body.split(", "):
            words = part.replace(" = ", " ").split(" ")
            name = names[words[0]]
            match clause:
                case "SET":
                    item[name] = values[words[1]]
                case "REMOVE":
                    item.pop(name, None)
                case _:
                    item[name] = {"N": str(Decimal(item.get(name, {"N": "0"})["N"]) + Decimal(values[words[1]]["N"]))}
    return item
