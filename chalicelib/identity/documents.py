"""The documents of consent shipped with this version."""

from __future__ import annotations

from pathlib import Path

from chalicelib.identity.domain.consent import Documents


def load_documents() -> Documents:
    return Documents.model_validate_json((Path(__file__).parent / "consents.json").read_bytes())
