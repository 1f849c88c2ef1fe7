"""`kill -9` at seeded moments of the story, on every part; and a day without worker, queues or streams."""

from __future__ import annotations

import itertools
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import boto3
import pytest
import requests

from local import people
from local.demo.receipt import print_receipt
from local.demo.scene import next_at
from local.demo.story import Narrator, play
from local.layout import DataFolder
from local.people import Answer, done, fix, new_id
from local.proof import stored
from local.stack import Stack
from local.streams import Checkpoints
from local.town import HttpTown
from tests.builders.world import skip_streams
from tests.engine.conftest import RunningStack, free_ports
from tests.engine.test_stack import Cast

pytestmark = [pytest.mark.engine, pytest.mark.slow]

PARTS = ("api", "worker", "database", "aws", "wechat", "partners")
MOMENTS = 10
TRIES = 40


class KilledTown(HttpTown):
    """People who press again until it works, in a town where parts die while their requests are under way."""

    def __init__(self, stack: Stack, data: DataFolder, seed: int) -> None:
        super().__init__(stack.ports, data)
        self._stack = stack
        self._chance = random.Random(seed)
        self._kills = {moment: self._chance.choice(PARTS) for moment in self._chance.sample(range(3, 34), MOMENTS)}
        self._sent = 0
        self._code_made_by: dict[str, Callable[[], str]] = {}
        self.killed: list[str] = []

    def wechat(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        made = super().wechat(method, path, body)
        if path.endswith("-codes"):
            self._code_made_by[made["code"]] = lambda: str(super(KilledTown, self).wechat(method, path, body)["code"])
        return made

    def request(self, method: str, path: str, **sent: Any) -> Answer:
        self._sent += 1
        if path == "/v1/staff/login" and self._sent in self._kills:  # both its codes are good once: nobody resends it
            later = next(moment for moment in itertools.count(self._sent) if moment not in self._kills)
            self._kills[later] = self._kills.pop(self._sent)
        killer = self._kill_soon(self._kills.pop(self._sent)) if self._sent in self._kills else None
        code = (sent.get("body") or {}).get("code")
        for _ in range(TRIES):
            try:
                answer = super().request(method, path, **sent)
            except requests.RequestException:
                answer = Answer(503, {})
            if killer is not None:
                killer.join()
                killer = None
                # Here and not in the killer's thread: a part dies with the thread that started it.
                self._stack.launch(self.killed[-1])
                self._stack.wait_for(self.killed[-1], lambda _: None)
            # Killed before they were shown: then another batch, as the refusal says.
            if answer.body.get("code") == "cards.codes_shown_once":
                sent["body"] = sent["body"] | {"id": new_id("bat")}
                continue
            if answer.status < 500 and answer.body.get("code") != "wechat.code_refused":
                return answer
            if code:  # good for one try only, as WeChat's are
                sent["body"] = sent["body"] | {"code": self._code_made_by[code]()}
            time.sleep(0.25)
        raise AssertionError(f"{method} {path} is not answered any more: {answer}")

    def sms_to(self, phone: str) -> list[str]:
        """The stand-in for SNS keeps what it sent in memory: killed, it cannot tell any more."""
        return super().sms_to(phone) or (["…"] if "aws" in self.killed else [])

    def _kill_soon(self, part: str) -> threading.Thread:
        self.killed.append(part)
        wait_s = self._chance.uniform(0, 0.03)

        def kill() -> None:
            time.sleep(wait_s)
            self._stack.kill(part)

        thread = threading.Thread(target=kill)
        thread.start()
        return thread


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_story_holds_with_ten_kills(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    data, ports = DataFolder(tmp_path_factory.mktemp("killed")), free_ports()
    stack = Stack(ports, data)
    stack.start(lambda _: None)
    try:
        town = KilledTown(stack, data, seed)
        town.move_clock_to(next_at(town.now(), hour=8))  # at night news wait, and are not all told by the end
        told = play(town, Narrator())
        print_receipt(told)
        print(f"  seed {seed}: killed {', '.join(f'{part} ×{n}' for part, n in Counter(town.killed).items())}")
        assert len(town.killed) == MOMENTS
        assert told.wallet["available_fen"] + told.bill["amount_fen"] == told.topped_up_fen
        assert told.wallet["held_fen"] == 0
        assert all(sum(leg["amount_fen"] for leg in entry["legs"]) == 0 for entry in told.entries)
        assert len(told.entries) == 2
        assert told.dead_letters == 0
        # What a killed SNS cannot tell any more, the messages themselves do.
        everything = stored(boto3.client("dynamodb"), "healthcard-notify")
        kept = [item for item in everything if item["SK"].startswith("MSG#")]
        (billed,) = [message["push"] for message in kept if message["kind"] == "visit_billed"]
        assert billed in ("by_sms", "delivered")
        assert {message["push"] for message in kept} <= {"sent", "by_sms", "delivered", "inbox_only", "void"}
    finally:
        stack.stop()


def test_a_day_without_worker_and_then_without_queues_and_streams(running: RunningStack) -> None:
    cast = Cast(running)
    visit_id = cast.visit_in_service()
    cast.town.until(lambda: "caregiver_arrived" in kinds(cast), "the news of her arrival")
    running.stack.kill("worker")
    done(cast.caregiver.post(f"/v1/visits/{visit_id}/check-out", fix()))
    skip_streams(Checkpoints(running.data.checkpoints))
    running.stack.kill("aws")
    running.stack.launch("aws")
    running.stack.wait_for("aws", lambda _: None)
    cast.town.pass_time(timedelta(hours=25))
    assert not cast.is_billed(visit_id)
    running.stack.launch("worker")
    cast.town.until(lambda: cast.is_billed(visit_id), "the bill")
    cast.town.until(lambda: "visit_billed" in kinds(cast), "the news of the bill")
    cast.town.pass_time(timedelta(hours=2))
    people.top_up(cast.elder, 1_000)
    assert kinds(cast)["visit_billed"] == 1
    assert done(cast.elder.get("/v1/wallet"))["available_fen"] == 88_200


def kinds(cast: Cast) -> Counter[str]:
    return Counter(message["kind"] for message in done(cast.elder.get("/v1/inbox"))["items"])
