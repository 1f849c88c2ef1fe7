"""A region of SNS that is down, on order: `POST /__outages {"region": …, "down": true}` beside moto."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

PATH = "/__outages"
Start = Callable[..., Any]


class Outages:
    """In front of a WSGI application; which region is meant stands in the request's signature."""

    def __init__(self, behind: Any) -> None:
        self._behind = behind
        self._down: set[str] = set()

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        if environ["PATH_INFO"] == PATH:
            return self._order(environ, start)
        signed = str(environ.get("HTTP_AUTHORIZATION", ""))
        if any(f"/{region}/sns/" in signed for region in self._down):
            start("503 Service Unavailable", [("Content-Type", "text/xml")])
            return [b"<ErrorResponse><Error><Code>ServiceUnavailable</Code></Error></ErrorResponse>"]
        answer: Iterable[bytes] = self._behind(environ, start)
        return answer

    def _order(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        wanted = json.loads(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))
        change = self._down.add if wanted["down"] else self._down.discard
        change(str(wanted["region"]))
        start("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(sorted(self._down)).encode()]
