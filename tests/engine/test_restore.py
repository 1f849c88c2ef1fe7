"""docs/runbooks/restore.md, rehearsed: backups of two instants, everything lost, put back, audited, and proven."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import boto3
import pytest

from local.layout import ROOT
from local.people import Phone, done, fix
from local.proof import findings, stored
from local.restore import empty, items_of, put_back
from tests.engine.conftest import RunningStack
from tests.engine.test_stack import Cast

pytestmark = [pytest.mark.engine, pytest.mark.slow]

CONTEXTS = ("identity", "cards", "care", "billing", "notify", "support", "platform")
Backup = dict[str, list[dict[str, Any]]]


def backed_up(*contexts: str) -> Backup:
    """Stands for a point-in-time restore of these tables to this instant, beside the lost ones."""
    client = boto3.client("dynamodb")
    return {f"healthcard-{each}": list(items_of(client, f"healthcard-{each}")) for each in contexts}


def kinds(phone: Phone) -> Counter[str]:
    return Counter(message["kind"] for message in done(phone.get("/v1/inbox"))["items"])


@pytest.fixture
def restart(running: RunningStack) -> Callable[[str], None]:
    def restart(part: str) -> None:
        running.stack.launch(part)
        running.stack.wait_for(part, lambda _: None)

    return restart


def test_what_was_lost_comes_back_and_what_should_have_followed_follows(
    running: RunningStack, restart: Callable[[str], None]
) -> None:
    cast = Cast(running)
    served = cast.visit_in_service()
    open_booking = cast.booking()
    open_visit = done(cast.elder.post("/v1/visits", open_booking), 201)["id"]
    done(cast.caregiver.post(f"/v1/visits/{open_visit}/accept"))
    cast.town.until(lambda: kinds(cast.elder)["visit_accepted"] == 2, "the news of both visits")
    # Six tables are not restored to the same instant: money and messages stand before the check-out, care after it.
    backup = backed_up("identity", "cards", "billing", "notify", "platform")
    running.stack.kill("worker")
    done(cast.caregiver.post(f"/v1/visits/{served}/check-out", fix()))
    backup |= backed_up("care")

    running.stack.kill("aws")
    client = boto3.client("dynamodb")
    for table in backup:
        empty(client, table)
    assert cast.elder.get("/v1/me").status == 401

    for table, items in backup.items():
        assert put_back(client, table, items) == len(items)
        put_back(client, table, items)  # a second time, as after a crash in the middle
    restart("aws")
    assert not cast.is_billed(served)
    restart("worker")
    cast.town.pass_time(timedelta(hours=1))
    cast.town.until(lambda: cast.is_billed(served), "the bill that the audit brings")
    cast.town.until(lambda: kinds(cast.elder)["visit_billed"] == 1, "its news")

    wallet = done(cast.elder.get("/v1/wallet"))
    assert (wallet["available_fen"], wallet["held_fen"]) == (100_000 - 2 * 12_800, 12_800)
    assert done(cast.elder.get("/v1/me"))["name_masked"] == "王*英"
    assert kinds(cast.elder)["visit_accepted"] == 2
    assert done(cast.elder.post("/v1/visits", open_booking), 201)["id"] == open_visit
    done(cast.elder.post(f"/v1/visits/{open_visit}/cancel"))
    assert done(cast.elder.get("/v1/wallet"))["available_fen"] == 87_200
    tables = (stored(client, f"healthcard-{context}") for context in ("care", "billing", "identity"))
    assert findings(*tables) == []

    proof = subprocess.run(
        [sys.executable, "-m", "local.proof"],
        cwd=ROOT,
        env=os.environ | {"PORT_BASE": str(running.stack.ports.base)},
        capture_output=True,
        text=True,
        check=True,
    )
    print(proof.stdout)
    assert "✓ 0 findings" in proof.stdout
