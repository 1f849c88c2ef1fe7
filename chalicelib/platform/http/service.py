"""Routes about the service itself: is it alive, is it ready, what does it offer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pydantic import RootModel

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.refusals import Unavailable
from chalicelib.kernel.unit_of_work import ItemKey
from chalicelib.platform.http.answers import View
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.logging import defect_fields, logger

api: Api[Service] = Api("service")


@dataclass(frozen=True, slots=True)
class Service:
    """`touch_secrets` raises when they cannot be read; `document` is the OpenAPI document."""

    commit: str
    tables: Sequence[str]
    touch_secrets: Callable[[], object]
    document: Callable[[], dict[str, Any]]


class NotReady(Unavailable):
    code = "platform.not_ready"
    message = "系统还没有准备好。"
    next_step = "请过一分钟再试；着急的话，请打客服电话 {hotline}。"


class HealthView(View):
    status: str
    commit: str


class OpenApiView(RootModel[dict[str, Any]]):
    """The OpenAPI 3.1 document."""


@api.get("/v1/health", role=None)
def read_health(call: Call[Service]) -> HealthView:
    """Alive; asks nobody else."""
    return HealthView(status="alive", commit=call.deps.commit)


@api.get("/v1/health/ready", role=None, refuses=(NotReady,))
def read_readiness(call: Call[Service]) -> HealthView:
    """Ready: every table answers and the secrets can be read."""
    try:
        for table in call.deps.tables:
            call.database.get(ItemKey(table, "READY", "READY"), consistent=False)
        call.deps.touch_secrets()
    except Exception as trouble:
        logger.error("not_ready", extra=defect_fields(trouble))
        raise NotReady from trouble
    return HealthView(status="ready", commit=call.deps.commit)


@api.get("/openapi.json", role=None)
def read_openapi(call: Call[Service]) -> OpenApiView:
    """This document."""
    return OpenApiView(call.deps.document())
