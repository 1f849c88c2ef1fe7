"""The local worker's schedules: a machine that was off at night runs the jobs of the night when it wakes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import app as application
from local.streams import Checkpoints
from local.worker import Functions, Worker, functions_of
from tests.builders.world import World


def a_worker(world: World, ran: list[str], kept: Path) -> Worker:
    real = functions_of(application.app)

    def invoke(name: str, event: dict[str, Any]) -> Any:
        ran.append(name)
        return real.invoke(name, event)

    functions = Functions(queues=real.queues, schedules=real.schedules, invoke=invoke)
    return Worker(functions, world.clock, Checkpoints(None), kept)


def test_what_was_due_while_the_worker_was_down_runs_once_at_its_start(world: World, tmp_path: Path) -> None:
    ran: list[str] = []
    worker = a_worker(world, ran, tmp_path / "schedules.json")
    worker.turn()
    world.clock.advance(timedelta(minutes=1))
    worker.turn()
    assert {"care_due", "billing_due"} <= set(ran)
    assert "care_nightly" not in ran

    world.clock.advance(timedelta(days=1))
    ran.clear()
    worker = a_worker(world, ran, tmp_path / "schedules.json")
    worker.turn()
    worker.turn()
    assert ran.count("care_nightly") == 1
    assert ran.count("care_due") == 1
