"""The message templates shipped with this version."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter

from chalicelib.notify.domain.template import Templates


def load_templates() -> Templates:
    raw = (Path(__file__).parent / "templates.json").read_bytes()
    return TypeAdapter(Templates).validate_json(raw)
