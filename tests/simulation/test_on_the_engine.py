"""The same seeds end alike on the real local database: the fake has not been flattering."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders.engine import Engine
from tests.builders.outside import Outside
from tests.simulation.cast import cast_of
from tests.simulation.stories import seeded, told
from tests.simulation.town import SimulatedTown

pytestmark = pytest.mark.engine


@pytest.mark.parametrize("seed", [*range(4), *(pytest.param(each, marks=pytest.mark.slow) for each in range(4, 15))])
def test_a_seed_ends_alike(seed: int, outside: Outside, engine: Engine) -> None:
    engine.empty()
    expected, real = (ending(seed, SimulatedTown(outside, database)) for database in (None, engine))
    assert real == expected


def ending(seed: int, town: SimulatedTown) -> dict[str, Any]:
    workflow = seeded(seed)[0]
    with town:
        cast = cast_of(town)
        workflow.before(cast)
        town.settle()
        facts = told(seed, cast, None)
    assert {name: facts[name] for name in workflow.facts} == workflow.facts
    return facts
