"""Playing a workflow under a plan of faults, again and again until it is done, and looking after every step."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import timedelta

from local.people import Answer
from tests.simulation import invariants
from tests.simulation.cast import Cast, Send
from tests.simulation.chaos import Crash
from tests.simulation.town import SimulatedTown, Snapshot
from tests.simulation.workflows import Workflow


def prepared(workflow: Workflow, ready: tuple[Cast, Snapshot]) -> tuple[Cast, Snapshot]:
    """Everything before the workflow has happened, without faults."""
    cast, beginning = ready
    cast.town.restore(beginning)
    cast = Cast(cast.town, cast.staff, cast.caregiver, cast.caregiver_id, cast.elder)
    workflow.before(cast)
    return cast, cast.town.snapshot()


def again(cast: Cast, since: Snapshot) -> Cast:
    cast.town.restore(since)
    return Cast(
        cast.town, cast.staff, cast.caregiver, cast.caregiver_id, cast.elder, cast.visit_id, cast.case_id, cast.family
    )


def played(workflow: Workflow, cast: Cast, plan: dict[int, str], since: Snapshot, *, told_twice: bool = True) -> Cast:
    """From the snapshot; a failing case prints the command that plays it again."""
    cast = again(cast, since)
    try:
        run(workflow, cast, plan, since, told_twice=told_twice)
    except BaseException:
        calls = cast.town.chaos.log
        story = "; ".join(f"{fault} at call {number} ({calls[number]})" for number, fault in sorted(plan.items()))
        print(f'\npython -m tests.simulation.replay "{workflow.name}" "{plan}"\n  {story}')
        raise
    return cast


def run(
    workflow: Workflow,
    cast: Cast,
    plan: dict[int, str],
    since: Snapshot | None,
    *,
    jumps_s: Sequence[int] = (),
    told_twice: bool = True,
) -> None:
    """Plays it under the plan: all is sent again until answered, then once more; `told_twice`, every event too.

    `jumps_s` moves the clock before each step. Without `since` (a real database) events come once.
    """
    town = cast.town
    steps = workflow.steps(cast)
    earlier = _callbacks(town)
    town.chaos.order(plan)
    for send, jump in zip(steps, itertools.chain(jumps_s, itertools.repeat(0)), strict=False):
        town.clock.advance(timedelta(seconds=jump))
        until_answered(send)
        invariants.check(town)
        town.settle()
        invariants.check(town)
    town.chaos.window = len(town.chaos.log)
    town.pass_time(minutes=2)
    for send in steps:
        until_answered(send)
    if told_twice and (fresh := [each for each in _callbacks(town) if each not in earlier]):
        # WeChat Pay tells again what was taken long ago, the latest first.
        town.wechat("POST", "/callbacks/send", {"ids": [*reversed(fresh), *fresh]})
        invariants.check(town)
    if since and told_twice:
        town.deliver_again(since)
    town.pass_time(minutes=35)
    invariants.check(town)
    assert town.sqs.dead == [], "no event was given up"
    told = {what: times for what, times in cast.pushes().items() if times > 1 + len(plan)}
    assert told == {}, "a fault costs at most one push more"


def _callbacks(town: SimulatedTown) -> list[str]:
    return [str(each["id"]) for each in town.outside.wechat_documents.all("callback")]


def until_answered(send: Send) -> Answer:
    for _ in range(6):
        try:
            answer = send()
        except Crash:
            continue
        if answer.status < 300:
            return answer
        assert answer.status >= 500, f"refused: {answer}"
    raise AssertionError("not answered")
