"""What the functions logged of a request, asked through boto3 of the stand-in for Logs Insights."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config

from chalicelib.kernel.ids import RequestId
from chalicelib.platform import calls
from chalicelib.platform.calls import LogInsights, LogsSilent
from local.aws.logs import make_logs
from local.layout import url
from local.serving import serve_in_thread

MINE = RequestId("req_01M85R72V0H4K86B30SQDC7N4S")
NOW = datetime(2026, 11, 24, 4, tzinfo=UTC)
OTHER = "req_01M85R72V06665XFR9HJ6SVNJ7"


def line(second: int, message: str, correlation_id: str = MINE, **fields: Any) -> str:
    told = {"timestamp": f"2026-11-22 13:45:{second:02d},033+0000", "message": message}
    return json.dumps(told | {"correlation_id": correlation_id} | fields)


@pytest.fixture
def insights(tmp_path: Path) -> Iterator[LogInsights]:
    api = [
        "not a line of ours",
        line(1, "request", route="POST /v1/visits", status=409, refusal="care.slot_taken", person_id="per_1"),
        line(2, "request", OTHER, route="GET /v1/me", status=200),
    ]
    (tmp_path / "api.log").write_text("\n".join(api))
    (tmp_path / "worker.log").write_text(line(3, "event", consumer="notify", event="care.visit.booked"))
    (tmp_path / "partners.log").write_text(line(4, "request", route="not asked for"))
    server = serve_in_thread(make_logs(tmp_path))
    yield LogInsights(boto3.client("logs", endpoint_url=url(server.server_port)), ["api", "worker"])
    server.shutdown()


def test_tells_what_came_of_a_request_in_order(insights: LogInsights) -> None:
    told = insights.calls_of(MINE, now=NOW)
    assert [(each.what, each.lead) for each in told] == [
        ("request route=POST /v1/visits status=409 refusal=care.slot_taken", "per_1"),
        ("event consumer=notify event=care.visit.booked", None),
    ]
    assert told[0].at == datetime(2026, 11, 22, 13, 45, 1, 33_000, tzinfo=UTC)


def test_nothing_is_known_of_another(insights: LogInsights) -> None:
    assert insights.calls_of(RequestId("req_01M85R72V0H4K86B30SQDC7N00"), now=NOW) == []


@pytest.mark.parametrize("made_up", ["req_00000000000000000000000000", "req_7ZZZZZZZZZZZZZZZZZZZZZZZZZ"])
def test_an_id_of_no_year_of_ours_is_not_asked_about(insights: LogInsights, made_up: str) -> None:
    assert insights.calls_of(RequestId(made_up), now=NOW) == []


def test_what_is_cut_off_is_said_to_be(insights: LogInsights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "LINES_MOST", 2)
    assert [each.what for each in insights.calls_of(MINE, now=NOW)][2:] == ["再往后的日志不再列出（只列最早的 2 行）"]


class _Insights:
    """Answers with a status, so long as it is asked."""

    def __init__(self, status: str) -> None:
        self.status, self.asked = status, 0

    def start_query(self, **_: Any) -> dict[str, str]:
        return {"queryId": "q"}

    def get_query_results(self, **_: Any) -> dict[str, Any]:
        self.asked += 1
        return {"status": self.status, "results": []}


def test_says_so_when_the_answer_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "WAIT_S", 0.01)
    monkeypatch.setattr(calls, "ANSWERS_WITHIN_S", 0.05)
    slow = _Insights("Running")
    with pytest.raises(LogsSilent):
        LogInsights(slow, ["api"]).calls_of(MINE, now=NOW)
    assert slow.asked > 1


@pytest.mark.parametrize("status", ["Failed", "Cancelled", "Timeout", "Unknown"])
def test_a_query_that_failed_is_not_asked_about_again(status: str) -> None:
    failed = _Insights(status)
    with pytest.raises(LogsSilent):
        LogInsights(failed, ["api"]).calls_of(MINE, now=NOW)
    assert failed.asked == 1


def test_says_so_when_nobody_answers() -> None:
    nowhere = boto3.client(
        "logs", endpoint_url="http://127.0.0.1:1", config=Config(retries={"total_max_attempts": 1}, connect_timeout=1)
    )
    with pytest.raises(LogsSilent):
        LogInsights(nowhere, ["api"]).calls_of(MINE, now=NOW)


def test_waits_less_than_the_function_may_run() -> None:
    one_call_s = calls.OPTIONS["connect_timeout"] + calls.OPTIONS["read_timeout"]
    assert calls.ANSWERS_WITHIN_S + calls.WAIT_S + 2 * one_call_s < 25
