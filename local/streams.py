"""Reading the tables' streams for the relay, with a checkpoint that survives a restart."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from local.lambda_events import stream_event
from local.resources import load_resources, of_type

BATCH = 100
# dynoxide's sequence numbers are shorter than boto3 accepts.
SEQUENCE_DIGITS = 21


class Checkpoints:
    """Per table, the last record whose consequences are all consumed. Without a path nothing is kept."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._last_by_table: dict[str, str] = json.loads(path.read_text()) if path and path.exists() else {}

    def last(self, table: str) -> str | None:
        return self._last_by_table.get(table)

    def move(self, positions: dict[str, str]) -> None:
        if positions == self._last_by_table:
            return
        self._last_by_table = dict(positions)
        if self._path is not None:
            fresh = self._path.with_suffix(".new")
            fresh.write_text(json.dumps(self._last_by_table))
            fresh.replace(self._path)


@dataclass
class _Stream:
    table: str
    arn: str
    shard_id: str
    relayed: str | None
    iterator: str | None = None


class Streams:
    """`turn` hands new records to the relay; a record it could not pass on is read again."""

    def __init__(
        self,
        dynamodb: Any,
        client: Any,
        checkpoints: Checkpoints,
        relay: Callable[[dict[str, Any]], dict[str, Any]],
    ) -> None:
        self._client = client
        self._checkpoints = checkpoints
        self._relay = relay
        self._streams = [self._open(dynamodb, table) for table in _streamed_tables()]

    def turn(self) -> int:
        return sum(self._read(stream) for stream in self._streams)

    def all_consumed(self) -> None:
        """Everything relayed so far has been consumed: a restart may begin after it."""
        self._checkpoints.move({each.table: each.relayed for each in self._streams if each.relayed})

    def reopen(self) -> None:
        """Finds its place anew. For moto, which replaces a table, and with it the stream, when it rolls back."""
        for stream in self._streams:
            stream.iterator = None

    def rewind(self) -> None:
        """What was relayed may be lost: read again from the last checkpoint."""
        for stream in self._streams:
            stream.relayed = self._checkpoints.last(stream.table)
            stream.iterator = None

    def _open(self, dynamodb: Any, table: str) -> _Stream:
        arn = dynamodb.describe_table(TableName=table)["Table"]["LatestStreamArn"]
        shard = self._client.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"][0]
        return _Stream(table, arn, shard["ShardId"], self._checkpoints.last(table))

    def _read(self, stream: _Stream) -> int:
        if stream.iterator is None:
            stream.iterator = self._iterator(stream)
        answer = self._client.get_records(ShardIterator=stream.iterator, Limit=BATCH)
        records = answer["Records"]
        if not records:
            stream.iterator = answer["NextShardIterator"]
            return 0
        failures = self._relay(stream_event(records, arn=stream.arn))["batchItemFailures"]
        numbers = [record["dynamodb"]["SequenceNumber"] for record in records]
        taken = numbers.index(failures[0]["itemIdentifier"]) if failures else len(numbers)
        if taken:
            stream.relayed = numbers[taken - 1]
        stream.iterator = None if failures else answer["NextShardIterator"]
        return taken

    def _iterator(self, stream: _Stream) -> str:
        where: dict[str, Any] = {"ShardIteratorType": "TRIM_HORIZON"}
        if stream.relayed:
            number = stream.relayed.zfill(SEQUENCE_DIGITS)
            where = {"ShardIteratorType": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": number}
        answer = self._client.get_shard_iterator(StreamArn=stream.arn, ShardId=stream.shard_id, **where)
        return str(answer["ShardIterator"])


def _streamed_tables() -> list[str]:
    tables = of_type(load_resources(), "AWS::DynamoDB::Table").values()
    return [table["TableName"] for table in tables if "StreamSpecification" in table]
