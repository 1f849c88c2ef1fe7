"""What the functions logged of a request: asked of CloudWatch Logs Insights, over all their log groups at once."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from ulid import ULID

from chalicelib.contracts.story import Happened
from chalicelib.kernel.ids import RequestId, ulid_of
from chalicelib.kernel.refusals import Unavailable
from chalicelib.kernel.time import to_millis

# What came of a request may be repaired by an audit a day later.
LOOKS_AROUND = (timedelta(minutes=-5), timedelta(days=2))
# As long as the log groups keep their lines.
KEPT = timedelta(days=90)
CLOCKS_DIFFER = timedelta(minutes=5)
LINES_MOST = 200
# With the calls at both ends (OPTIONS: 4 s each at most) less than the function's 25 s.
ANSWERS_WITHIN_S = 12.0
WAIT_S = 1.0
UNDER_WAY = ("Scheduled", "Running")
OPTIONS: dict[str, Any] = {"connect_timeout": 1, "read_timeout": 3, "retries": {"total_max_attempts": 1}}
_WORDS = ("route", "status", "refusal", "defect", "consumer", "event", "took_ms")


class LogsSilent(Unavailable):
    code = "support.logs_silent"
    message = "日志没有及时查到。"
    next_step = "请过一分钟再查一次。"


class LogInsights:
    def __init__(self, client: Any, groups: Sequence[str]) -> None:
        self._client = client
        self._groups = groups

    def calls_of(self, request_id: RequestId, *, now: datetime) -> list[Happened]:
        """LogsSilent when there is no answer, or not within the time a request may take."""
        made_at_ms = ULID.from_str(ulid_of(request_id)).milliseconds
        # An id that was made up may be of any year.
        if not to_millis(now - KEPT) < made_at_ms < to_millis(now + CLOCKS_DIFFER):
            return []
        made_at = datetime.fromtimestamp(made_at_ms / 1000, UTC)
        try:
            told = [_line(_message(row)) for row in self._rows(request_id, made_at)]
        except (BotoCoreError, ClientError) as trouble:
            raise LogsSilent from trouble
        if len(told) == LINES_MOST:
            told.append(Happened(told[-1].at, "log", f"再往后的日志不再列出（只列最早的 {LINES_MOST} 行）"))
        return told

    def _rows(self, request_id: RequestId, made_at: datetime) -> Sequence[Sequence[Mapping[str, Any]]]:
        query = self._client.start_query(
            logGroupNames=list(self._groups),
            startTime=int((made_at + LOOKS_AROUND[0]).timestamp()),
            endTime=int((made_at + LOOKS_AROUND[1]).timestamp()),
            queryString=f'fields @message | filter correlation_id = "{request_id}" | sort @timestamp asc',
            limit=LINES_MOST,
        )
        began = time.monotonic()
        while True:
            answer = self._client.get_query_results(queryId=query["queryId"])
            if answer["status"] == "Complete":
                rows: Sequence[Sequence[Mapping[str, Any]]] = answer["results"]
                return rows
            if answer["status"] not in UNDER_WAY or time.monotonic() - began > ANSWERS_WITHIN_S:
                raise LogsSilent
            time.sleep(WAIT_S)


def _message(row: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(next(each["value"] for each in row if each["field"] == "@message"))
    return told


def _line(told: Mapping[str, Any]) -> Happened:
    words = " ".join(f"{name}={told[name]}" for name in _WORDS if told.get(name) is not None)
    at = datetime.strptime(told["timestamp"], "%Y-%m-%d %H:%M:%S,%f%z").astimezone(UTC)
    return Happened(at, "log", f"{told['message']} {words}", told.get("person_id"))
