"""Putting a table's items back from a restored copy of it (docs/runbooks/restore.md).

`python -m local.restore FROM INTO`, with AWS's own variables; FROM and INTO are names of tables.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import boto3

BATCH_WRITE_LIMIT = 25


def main() -> int:
    if len(sys.argv) != 3:
        print("\n  From which table into which? python -m local.restore FROM INTO\n", file=sys.stderr)
        return 2
    client = boto3.client("dynamodb")
    print(f"  {empty(client, sys.argv[2])} items taken out of {sys.argv[2]}")
    copied = put_back(client, sys.argv[2], items_of(client, sys.argv[1]))
    print(f"  {copied} items put back into {sys.argv[2]}")
    return 0


def items_of(client: Any, table: str) -> Iterator[dict[str, Any]]:
    """In DynamoDB's wire form."""
    for page in client.get_paginator("scan").paginate(TableName=table):
        yield from page["Items"]


def empty(client: Any, table: str) -> int:
    """Takes everything out: what was written after the instant must not stay beside what is put back."""
    count = 0
    for item in items_of(client, table):
        client.delete_item(TableName=table, Key={name: item[name] for name in ("PK", "SK")})
        count += 1
    return count


def put_back(client: Any, table: str, items: Iterable[dict[str, Any]]) -> int:
    """Without their event markers: the relay must not tell again what happened long ago.

    What was never heard of, the audit finds. May be repeated; how many items it was.
    """
    count, rest = 0, iter(items)
    while batch := list(islice(rest, BATCH_WRITE_LIMIT)):
        puts = [{"PutRequest": {"Item": _without_marker(item)}} for item in batch]
        left: dict[str, Any] = {table: puts}
        while left:
            left = client.batch_write_item(RequestItems=left).get("UnprocessedItems") or {}
        count += len(batch)
    return count


def _without_marker(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name != "event"}


if __name__ == "__main__":
    raise SystemExit(main())
