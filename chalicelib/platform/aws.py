"""AWS clients, made when first used: to load boto3 and make one takes as long as all else of a cold start."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Any


class LazyClient:
    """Stands for a boto3 client, which is made when one of its operations is first asked for.

    `options` are botocore's Config. A function never makes the clients of services it does not use.
    """

    def __init__(self, service: str, *, region: str, **options: Any) -> None:
        self._service = service
        self._region = region
        self._options = options

    def __getattr__(self, operation: str) -> Any:
        return getattr(self._client, operation)

    @cached_property
    def _client(self) -> Any:
        from botocore.config import Config  # noqa: PLC0415 - see above

        return _session(self._region).client(self._service, config=Config(**self._options))


@cache
def _session(region: str) -> Any:
    """One for all clients: it loads botocore's data about every service, for each anew."""
    import boto3  # noqa: PLC0415 - see above

    return boto3.session.Session(region_name=region)
