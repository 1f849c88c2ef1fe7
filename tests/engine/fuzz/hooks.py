"""What schemathesis checks of every answer besides its own checks."""

from __future__ import annotations

from typing import Any

import schemathesis

SHAPE = {"request.field_missing", "request.field_unknown", "request.field_invalid", "request.malformed_json"}
REFUSAL = {"code", "message", "next_step", "request_id"}


@schemathesis.check
def refusals_are_in_the_one_format(_: Any, response: Any, case: Any) -> None:
    if response.status_code < 400 or case.method.upper() == "HEAD":
        return
    assert response.text.startswith("{"), f"{response.request.method} {response.status_code}: no body to read"
    body = response.json()
    assert body.keys() >= REFUSAL, body
    assert "{" not in body["message"] + body["next_step"], "an unfilled place"


@schemathesis.check
def what_fits_the_schema_is_not_refused_for_its_shape(_: Any, response: Any, case: Any) -> None:
    if case.meta is not None and case.meta.generation.mode.is_positive and response.status_code >= 400:
        code = response.json()["code"]
        assert code not in SHAPE, response.text
