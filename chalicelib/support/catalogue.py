"""The causes, promises and queues shipped with this version."""

from __future__ import annotations

from pathlib import Path

from chalicelib.support.domain.catalogue import Catalogue


def load_catalogue() -> Catalogue:
    return Catalogue.model_validate_json((Path(__file__).parent / "catalogue.json").read_bytes())
