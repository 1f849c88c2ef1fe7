"""Stories that a seed tells: which workflow, which faults, how the clock jumps, in what order events come."""

from __future__ import annotations

import random
from typing import Any

from tests.simulation.cast import Cast
from tests.simulation.playing import run
from tests.simulation.town import Snapshot
from tests.simulation.workflows import WORKFLOWS, Workflow


def seeded(seed: int) -> tuple[Workflow, dict[int, str], list[int], random.Random]:
    """A story of its own: up to four faults of any kind, jumps of the clock, events in any order and twice."""
    chance = random.Random(seed)
    workflow = WORKFLOWS[seed % len(WORKFLOWS)]
    kinds = ("crash_after", "crash_before", "timeout", "throttle", "conflict")
    plan = {chance.randrange(30): chance.choice(kinds) for _ in range(chance.randrange(1, 5))}
    return workflow, plan, [chance.randrange(120) for _ in range(4)], chance


def told(seed: int, cast: Cast, since: Snapshot | None) -> dict[str, Any]:
    workflow, plan, jumps_s, cast.town.sqs.chance = seeded(seed)
    try:
        run(workflow, cast, plan, since, jumps_s=jumps_s)
        return cast.facts()
    except BaseException:
        print(f"\nseed {seed}: {workflow.name}, {plan}; python -m tests.simulation.replay {seed}")
        raise
    finally:
        cast.town.sqs.chance = None
