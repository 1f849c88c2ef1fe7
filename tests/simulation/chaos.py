"""What may go wrong at each call to the outside, ordered by the number of the call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import requests
from botocore.exceptions import ClientError, ReadTimeoutError
from requests.adapters import HTTPAdapter

from tests.builders.fake_dynamodb import TransactionCanceledException, cancelled


class Crash(BaseException):
    """The process is gone: nothing after this line runs, and nobody catches it."""


def faults_of(call: str) -> tuple[str, ...]:
    """A crash before a call is one after the call before it: only calls to the outside last."""
    faults = ["crash_after"]
    if call.startswith("http"):
        faults += ["timeout"]
    if call.startswith("dynamodb."):
        faults += ["throttle"]
    if call == "dynamodb.transact_write_items":
        faults += ["timeout", "conflict"]
    return tuple(faults)


class Chaos:
    """`plan` maps the number of a call to its fault; `log` says which calls there were, `window` how many were made
    until every step was answered and had come to rest."""

    def __init__(self) -> None:
        self.plan: Mapping[int, str] = {}
        self.log: list[str] = []
        self.window = 0

    def order(self, plan: Mapping[int, str]) -> None:
        self.plan, self.log = plan, []

    def call(self, name: str, carry_out: Callable[[], Any], *, parts: int = 1) -> Any:
        """`parts` is how many writes a transaction has."""
        fault = self.plan.get(len(self.log))
        self.log.append(name)
        is_database, is_write = name.startswith("dynamodb."), name == "dynamodb.transact_write_items"
        if fault == "crash_before":
            raise Crash
        if fault == "throttle" and is_database:
            error: Any = {"Error": {"Code": "ThrottlingException", "Message": "slow down"}}
            raise ClientError(error, name)
        if fault == "conflict" and is_write:
            raise cancelled([{"Code": "TransactionConflict"}, *[{"Code": "None"}] * (parts - 1)])
        answer = carry_out()
        if fault == "crash_after":
            raise Crash
        if fault == "timeout" and is_database:
            raise ReadTimeoutError(endpoint_url="dynamodb")
        if fault == "timeout" and name.startswith("http"):
            raise requests.ReadTimeout
        return answer

    def note(self, service: str, operation: str, request: Mapping[str, Any]) -> None:
        """For whoever wants to know what was asked of AWS; see test_policies.py."""

    def around(self, service: str, client: Any) -> Any:
        """The client as the product sees it."""
        return _Watched(self, service, client)

    @contextmanager
    def on_http(self) -> Iterator[None]:
        """Also what goes to WeChat and the identity check; the simulators' own control surface does not."""
        send = HTTPAdapter.send

        def watched(adapter: HTTPAdapter, request: Any, *given: Any, **named: Any) -> Any:
            path = str(urlsplit(str(request.url)).path)
            if path.startswith("/__sim"):
                return send(adapter, request, *given, **named)
            return self.call(f"http {path}", lambda: send(adapter, request, *given, **named))

        with patch.object(HTTPAdapter, "send", watched):
            yield


class _Watched:
    def __init__(self, chaos: Chaos, service: str, client: Any) -> None:
        self._chaos, self._service, self._client = chaos, service, client
        self.exceptions: Any = getattr(client, "exceptions", None)

    def __getattr__(self, operation: str) -> Any:
        carry_out = getattr(self._client, operation)

        def called(**request: Any) -> Any:
            self._chaos.note(self._service, operation, request)
            parts = len(request.get("TransactItems", [1]))
            try:
                return self._chaos.call(f"{self._service}.{operation}", lambda: carry_out(**request), parts=parts)
            except TransactionCanceledException as made_up:  # as the client at hand would raise it
                kind = self.exceptions.TransactionCanceledException
                raise kind(made_up.response, made_up.operation_name) from None

        return called
