"""Every workflow × every single fault × every pair of crashes: done once, told, and nothing lost or doubled."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator

import pytest

from tests.builders.world import Outside
from tests.simulation.chaos import faults_of
from tests.simulation.stories import seeded, told
from tests.simulation.town import SimulatedTown, Snapshot
from tests.simulation.workflows import WORKFLOWS, Cast, Workflow, cast_of, run


@pytest.fixture(scope="module")
def ready(outside: Outside) -> Iterator[tuple[Cast, Snapshot]]:
    with SimulatedTown(outside) as town:
        cast = cast_of(town)
        yield cast, town.snapshot()


def prepared(workflow: Workflow, ready: tuple[Cast, Snapshot]) -> tuple[Cast, Snapshot]:
    cast, beginning = ready
    cast.town.restore(beginning)
    cast = Cast(cast.town, cast.staff, cast.caregiver, cast.caregiver_id, cast.elder)
    workflow.before(cast)
    return cast, cast.town.snapshot()


def again(cast: Cast, since: Snapshot) -> Cast:
    cast.town.restore(since)
    return Cast(cast.town, cast.staff, cast.caregiver, cast.caregiver_id, cast.elder, visit_id=cast.visit_id)


def played(workflow: Workflow, cast: Cast, plan: dict[int, str], since: Snapshot) -> Cast:
    cast = again(cast, since)
    try:
        run(workflow, cast, plan, since)
    except BaseException:
        calls = cast.town.chaos.log
        story = "; ".join(f"{fault} at call {number} ({calls[number]})" for number, fault in sorted(plan.items()))
        print(f"\nSIM='{workflow.name}' PLAN='{plan}' pytest tests/simulation -k replay\n  {story}")
        raise
    return cast


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
        calls = cast.town.chaos.window
        pairs = list(itertools.combinations(range(calls + calls // 2), 2))
        for first, second in pairs:
            plan = {first: "crash_after", second: "crash_after"}
            assert played(workflow, cast, plan, since).stored() == expected, plan
        print(f"\nsimulation: {workflow.name}: {calls} calls, {len(pairs)} pairs of crashes")


SEEDS = 60


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_seeded_story_ends_as_it_should(seed: int, ready: tuple[Cast, Snapshot]) -> None:
    workflow = seeded(seed)[0]
    cast, since = prepared(workflow, ready)
    facts = told(seed, again(cast, since), since)
    assert {name: facts[name] for name in workflow.facts} == workflow.facts


@pytest.mark.skipif("SIM" not in os.environ, reason="replays one case: SIM names the workflow, PLAN its faults")
def test_replay(ready: tuple[Cast, Snapshot]) -> None:
    workflow = next(each for each in WORKFLOWS if each.name == os.environ["SIM"])
    cast, since = prepared(workflow, ready)
    plan = {int(number): fault for number, fault in eval(os.environ["PLAN"]).items()}  # noqa: S307 - one's own shell
    print(played(workflow, cast, plan, since).facts(), *enumerate(cast.town.chaos.log), sep="\n")
