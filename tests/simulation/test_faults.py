"""Every workflow × every single fault: done once, told, and nothing lost or doubled."""

from __future__ import annotations

import pytest

from tests.simulation.cast import Cast
from tests.simulation.chaos import faults_of
from tests.simulation.playing import again, played, prepared
from tests.simulation.stories import seeded, told
from tests.simulation.town import Snapshot
from tests.simulation.workflows import WORKFLOWS, Workflow


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


SEEDS = 60


@pytest.mark.parametrize("seed", [pytest.param(seed, marks=[pytest.mark.slow] * (seed % 2)) for seed in range(SEEDS)])
def test_a_seeded_story_ends_as_it_should(seed: int, ready: tuple[Cast, Snapshot]) -> None:
    workflow = seeded(seed)[0]
    cast, since = prepared(workflow, ready)
    facts = told(seed, again(cast, since), since)
    assert {name: facts[name] for name in workflow.facts} == workflow.facts
