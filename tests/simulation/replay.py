"""Plays one case again: `python -m tests.simulation.replay "top up" "{4: 'timeout'}"`, or a seed: `… 17`."""

from __future__ import annotations

import ast
import sys

# The settings of the tests, before `app` is imported.
import tests.conftest  # noqa: F401
from tests.builders.outside import Outside
from tests.simulation.cast import cast_of
from tests.simulation.playing import again, played, prepared
from tests.simulation.stories import seeded, told
from tests.simulation.town import SimulatedTown
from tests.simulation.workflows import WORKFLOWS


def main(which: str, plan: str = "{}") -> None:
    outside = Outside()
    try:
        with SimulatedTown(outside) as town:
            seed = int(which) if which.isdigit() else None
            workflow = next(each for each in WORKFLOWS if each.name == which) if seed is None else seeded(seed)[0]
            cast, since = prepared(workflow, (cast_of(town), town.snapshot()))
            if seed is None:
                facts = played(workflow, cast, ast.literal_eval(plan), since).facts()
            else:
                facts = told(seed, again(cast, since), since)
            print(*(f"{number:4d}  {call}" for number, call in enumerate(town.chaos.log)), sep="\n")
            print(facts)
    finally:
        outside.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
