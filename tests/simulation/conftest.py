"""The town the workflows are played in, once per file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.builders.outside import Outside
from tests.simulation.cast import Cast, cast_of
from tests.simulation.town import SimulatedTown, Snapshot


@pytest.fixture(scope="module")
def ready(outside: Outside) -> Iterator[tuple[Cast, Snapshot]]:
    with SimulatedTown(outside) as town:
        cast = cast_of(town)
        yield cast, town.snapshot()
