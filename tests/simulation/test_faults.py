"""Every workflow × every single fault × every pair of crashes: done once, told, and nothing lost or doubled."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.builders.outside import Outside
from tests.simulation.cast import Cast, cast_of
from tests.simulation.chaos import faults_of
from tests.simulation.playing import again, played, prepared
from tests.simulation.stories import seeded, told
from tests.simulation.town import SimulatedTown, Snapshot
from tests.simulation.workflows import WORKFLOWS, Workflow


@pytest.fixture(scope="module")
def ready(outside: Outside) -> Iterator[tuple[Cast, Snapshot]]:
    with SimulatedTown(outside) as town:
        cast = cast_of(town)
        yield cast, town.snapshot()


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
class TestEveryFault:
    def test_without_one_it_ends_as_it_should(self, workflow: Workflow, ready: tuple[Cast, Snapshot]) -> None:
        cast, since = prepared(workflow, ready)
        facts = played(workflow, cast, {}, since).facts()
        assert {name: facts[name] for name in workflow.facts} == workflow.facts

    def test_with_any_one_it_ends_the_same(self, workflow: Workflow, ready: tuple[Cast, Snapshot]) -> None:
        cast, since = prepared(workflow, ready)
        expected = played(workflow, cast, {}, since).stored()
        calls = cast.town.chaos.log[: cast.town.chaos.window]
        faults = [
            (0, "crash_before"),
            *((number, fault) for number, call in enumerate(calls) for fault in faults_of(call)),
        ]
        for number, fault in faults:
            assert played(workflow, cast, {number: fault}, since).stored() == expected, (number, fault)
        print(f"\nsimulation: {workflow.name}: {len(calls)} calls, {len(faults)} single faults")

    def test_with_any_two_crashes_it_ends_the_same(self, workflow: Workflow, ready: tuple[Cast, Snapshot]) -> None:
        cast, since = prepared(workflow, ready)
        expected = played(workflow, cast, {}, since).stored()
        calls, pairs = cast.town.chaos.window, 0
        for first in range(calls):
            played(workflow, cast, {first: "crash_after"}, since)
            # What the first crash makes be done again is counted in: the second may come there too.
            for second in range(first + 1, cast.town.chaos.window):
                plan = {first: "crash_after", second: "crash_after"}
                assert played(workflow, cast, plan, since).stored() == expected, plan
                pairs += 1
        print(f"\nsimulation: {workflow.name}: {calls} calls, {pairs} pairs of crashes")


SEEDS = 60


@pytest.mark.parametrize("seed", [pytest.param(seed, marks=[pytest.mark.slow] * (seed % 2)) for seed in range(SEEDS)])
def test_a_seeded_story_ends_as_it_should(seed: int, ready: tuple[Cast, Snapshot]) -> None:
    workflow = seeded(seed)[0]
    cast, since = prepared(workflow, ready)
    facts = told(seed, again(cast, since), since)
    assert {name: facts[name] for name in workflow.facts} == workflow.facts
