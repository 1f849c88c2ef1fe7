"""What stands in for CloudWatch Logs: Insights with the one query the product makes, and what SNS noted."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flask import Flask, Response, jsonify, request

from local.aws.carrier import file_of

_QUERY = re.compile(r'filter correlation_id = "(req_\w+)"')


def make_logs(folder: Path) -> Flask:
    """A log group is the files whose names begin with its name. A query's times are not looked at: the stack's
    clock may stand elsewhere than its logs'."""
    app = Flask("logs")
    groups_by_query: dict[str, list[str]] = {}

    @app.post("/")
    def operate() -> Response:
        operation = request.headers.get("X-Amz-Target", "").rpartition(".")[2]
        body: dict[str, Any] = request.get_json(force=True)
        if operation == "StartQuery":
            asked = _QUERY.search(body["queryString"])
            if asked is None:
                return _refuse("MalformedQueryException")
            groups_by_query[asked[1]] = body["logGroupNames"]
            return jsonify(queryId=asked[1])
        if operation == "GetQueryResults":
            query = body["queryId"]
            lines = matching(folder, groups_by_query[query], query)
            return jsonify(
                status="Complete", results=[[{"field": "@message", "value": line}] for line in lines], statistics={}
            )
        if operation == "FilterLogEvents":
            file = file_of(folder / "sns", body["logGroupName"])
            if not file.exists():
                return _refuse("ResourceNotFoundException")
            noted = [json.loads(line) for line in file.read_text().splitlines()]
            return jsonify(
                events=[each for each in noted if body["startTime"] <= each["timestamp"] <= body["endTime"]]
            )
        return _refuse("UnknownOperationException")

    return app


def matching(folder: Path, groups: Sequence[str], correlation_id: str) -> list[str]:
    files = {file for group in groups for file in folder.glob(f"{group}*.log")}
    lines = [line for file in files for line in file.read_text().splitlines() if correlation_id in line]
    told = [
        line for line in lines if line.startswith("{") and json.loads(line).get("correlation_id") == correlation_id
    ]
    return sorted(told, key=lambda line: str(json.loads(line)["timestamp"]))


def _refuse(kind: str) -> Response:
    answer = jsonify({"__type": kind})
    answer.status_code = 400
    return answer
