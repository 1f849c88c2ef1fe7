"""Every workflow × every pair of crashes: done once, told, and nothing lost or doubled.

That every event comes twice as well is looked at with single faults (test_faults.py) and in the seeded stories.
"""

from __future__ import annotations

import pytest

from tests.simulation.cast import Cast
from tests.simulation.playing import played, prepared
from tests.simulation.town import Snapshot
from tests.simulation.workflows import WORKFLOWS, Workflow

# With more calls every second or third pair is played: all pairs of the two longest take a third of the gate's time.
CALLS_FOR_ALL = 42


@pytest.mark.parametrize(
    "workflow",
    [pytest.param(each, id=each.name, marks=[pytest.mark.slow] if each.long else []) for each in WORKFLOWS],
)
def test_with_any_two_crashes_it_ends_the_same(workflow: Workflow, ready: tuple[Cast, Snapshot]) -> None:
    cast, since = prepared(workflow, ready)
    expected = played(workflow, cast, {}, since, told_twice=False).stored()
    calls, pairs = cast.town.chaos.window, 0
    step = max(1, calls // CALLS_FOR_ALL)
    for first in range(calls):
        played(workflow, cast, {first: "crash_after"}, since, told_twice=False)
        # What the first crash makes be done again is counted in: the second may come there too.
        for second in range(first + 1 + first % step, cast.town.chaos.window, step):
            plan = {first: "crash_after", second: "crash_after"}
            assert played(workflow, cast, plan, since, told_twice=False).stored() == expected, plan
            pairs += 1
    print(f"\nsimulation: {workflow.name}: {calls} calls, {pairs} pairs of crashes")
