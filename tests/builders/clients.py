"""boto3 clients, made once per run: making one takes longer than most tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import boto3
from boto3.session import Session

_made: dict[tuple[str, str, str | None], Any] = {}
_given: dict[str, Any] = {}
_make = Session.client


@contextmanager
def kept_clients(given: dict[str, Any]) -> Iterator[None]:
    """Within it a client is made anew only for another service or another database; `given` ones are not made.

    Their connections are dropped first: the database behind them may have been started anew.
    """
    for client in _made.values():
        client.close()
    _given.update(given)
    try:
        with patch.object(Session, "client", _kept), patch.object(boto3, "client", _kept_by_default):
            yield
    finally:
        _given.clear()


def _kept(session: Session | None, service: str, **options: Any) -> Any:
    if service in _given:
        return _given[service]
    made_by = session or Session()
    key = (service, made_by.region_name, os.environ.get("AWS_ENDPOINT_URL_DYNAMODB"))
    if key not in _made:
        _made[key] = _make(made_by, service, **options)
    return _made[key]


def _kept_by_default(service: str, **options: Any) -> Any:
    return _kept(None, service, **options)
