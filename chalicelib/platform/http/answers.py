"""Answers: one JSON shape for every refusal, and the headers every answer bears."""

from __future__ import annotations

from typing import Any

from chalice.app import Response
from pydantic import BaseModel, ConfigDict

from chalicelib.kernel.refusals import Refusal, StuckHelp
from chalicelib.platform.http.refusals import status_of


class View(BaseModel):
    """What the client sees of something. Every field is always there; what is not known is null."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class PlainText(BaseModel):
    """For callers that want a word and no JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    text: str


class RefusalView(BaseModel):
    """Every "no" of every route. `code` is stable; `message` and `next_step` may be shown as they are.

    `case_id`: for who met it again and again with nothing changed a case was opened, and we act next.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, title="Refusal")

    code: str
    message: str
    next_step: str
    request_id: str
    field: str | None = None
    position: str | None = None
    facts: dict[str, Any] | None = None
    case_id: str | None = None


_HEADERS: dict[str, str | list[str]] = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
}


def answer(view: BaseModel, *, status: int, request_id: str) -> Response:
    headers = _HEADERS | {"X-Request-Id": request_id}
    if isinstance(view, PlainText):
        return Response(view.text, headers | {"Content-Type": "text/plain; charset=utf-8"}, status)
    return Response(view.model_dump_json(), headers, status)


def answer_refusal(refusal: Refusal, *, request_id: str, hotline: str, help_: StuckHelp | None = None) -> Response:
    places = {"hotline": hotline, "position": refusal.position} | refusal.facts
    view = RefusalView(
        code=refusal.code,
        message=refusal.message.format(**places),
        next_step=help_.next_step if help_ else refusal.next_step.format(**places),
        request_id=request_id,
        field=refusal.field,
        position=refusal.position,
        facts={name: value for name, value in refusal.facts.items() if name != "name"} or None,
        case_id=help_.case_id if help_ else None,
    )
    return Response(
        body=view.model_dump_json(exclude_none=True),
        status_code=status_of(refusal),
        headers=_HEADERS | {"X-Request-Id": request_id} | _retry_after(refusal),
    )


def _retry_after(refusal: Refusal) -> dict[str, str | list[str]]:
    """Seconds; 503s pass quickly, and their clients wait on their own."""
    wait_s = refusal.facts.get("retry_after_s")
    return {} if wait_s is None else {"Retry-After": str(wait_s)}


def answer_defect(*, request_id: str, hotline: str) -> Response:
    view = RefusalView(
        code="platform.defect",
        message="这一步在我们这边出了差错，值班工程师已经收到通知。",
        next_step=f"请十分钟后再试一次；着急的话，请打客服电话 {hotline}，报上这个编号：{request_id}。",
        request_id=request_id,
    )
    return Response(
        body=view.model_dump_json(exclude_none=True),
        status_code=500,
        headers=_HEADERS | {"X-Request-Id": request_id},
    )
