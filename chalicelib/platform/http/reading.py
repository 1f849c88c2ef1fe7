"""Reading a request into declared shapes; whatever does not fit becomes a refusal naming the field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from chalice.app import MultiDict, Request
from pydantic import BaseModel, TypeAdapter, ValidationError

from chalicelib.kernel.refusals import Refusal
from chalicelib.platform.http import refusals

MAX_BODY_BYTES = 64 * 1024

Shape = TypeVar("Shape", bound=BaseModel)


def read_raw_body(request: Request) -> bytes:
    raw = request.raw_body
    body = raw.encode() if isinstance(raw, str) else raw
    if len(body) > MAX_BODY_BYTES:
        raise refusals.BodyTooLarge
    return body


def read_command(request: Request, shape: type[Shape]) -> Shape:
    body = read_raw_body(request)
    if body and not _is_json(request.headers.get("content-type", "")):
        raise refusals.NotJson
    try:
        return shape.model_validate_json(body or b"{}")
    except ValidationError as error:
        raise _refusal_for(error) from None


def read_query(request: Request, shape: type[Shape]) -> Shape:
    given = request.query_params or MultiDict({})
    values: dict[str, str] = {}
    for name in given:
        if len(given.getlist(name)) > 1:
            raise refusals.FieldInvalid(field=_tellable(name))
        values[name] = given[name]
    try:
        return shape.model_validate_strings(values)
    except ValidationError as error:
        raise _refusal_for(error) from None


def read_path(values: Mapping[str, str], adapters: Mapping[str, TypeAdapter[str]]) -> dict[str, str]:
    """An id that cannot be one is answered like one that does not exist."""
    try:
        return {name: adapter.validate_python(values[name]) for name, adapter in adapters.items()}
    except ValidationError:
        raise refusals.NoSuchThing from None


def _is_json(content_type: str) -> bool:
    media, _, parameters = content_type.partition(";")
    charset = parameters.strip().lower()
    return media.strip().lower() == "application/json" and charset in {"", "charset=utf-8", 'charset="utf-8"'}


def _tellable(name: str) -> str:
    """A field's name as it may be read back to a person; a caller may have made up anything."""
    return name if re.fullmatch(r"[A-Za-z0-9_.]{1,60}", name) else "?"


def _refusal_for(error: ValidationError) -> Refusal:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return refusals.MalformedJson()
    name = _tellable(".".join(str(part) for part in first["loc"]) or "body")
    kind = {"missing": refusals.FieldMissing, "extra_forbidden": refusals.FieldUnknown}.get(
        first["type"], refusals.FieldInvalid
    )
    return kind(field=name, name=name)
