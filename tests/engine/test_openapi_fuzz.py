"""schemathesis, with all its checks and two of ours, against the running stack: `/openapi.json` tells the truth."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from local.layout import ROOT, url
from local.people import done
from tests.engine.conftest import RunningStack
from tests.engine.test_stack import Cast

pytestmark = pytest.mark.engine

FUZZ = Path(__file__).parent / "fuzz"
ROLES = ("member", "caregiver", "staff")


@pytest.mark.slow
def test_no_request_finds_an_answer_the_contract_does_not_have(running: RunningStack) -> None:
    assert generated(running, "member", "--max-examples", "2", "--phases", "fuzzing,stateful") > 30


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_nor_does_any_corner_of_the_schema(running: RunningStack, role: str) -> None:
    counted = generated(running, role, "--max-examples", "5")
    print(f"\nschemathesis as {role}: {counted} requests, 0 failures")
    assert counted > 1_000


def generated(running: RunningStack, role: str, *options: str) -> int:
    """How many requests were made; none of them may have failed a check."""
    cast = Cast(running)
    cast.visit_in_service()
    # Something for every link to lead to: a visit that may be cancelled or accepted, messages, an agenda.
    done(cast.elder.post("/v1/visits", cast.booking()), 201)
    cast.town.until(lambda: len(done(cast.elder.get("/v1/inbox"))["items"]) > 4, "messages")
    token = {"member": cast.elder, "caregiver": cast.caregiver, "staff": cast.staff}[role].token
    # Signing out ends the session the whole run needs; tests/api/test_sessions.py has that route.
    told = run(running, token, "--exclude-path", "/v1/me/sign-out", *options)
    assert told.returncode == 0, told.stdout[-6000:]
    counted = re.search(r"(\d+) generated", told.stdout)
    assert counted is not None
    return int(counted[1])


def run(running: RunningStack, token: str | None, *options: str) -> subprocess.CompletedProcess[str]:
    address = url(running.stack.ports.api()) + "/openapi.json"
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "schemathesis.cli",
            "--config-file",
            str(FUZZ / "schemathesis.toml"),
            "run",
            address,
            "--header",
            f"Authorization: Bearer {token}",
            "--seed",
            "1",
            "--no-color",
            *options,
        ],
        cwd=ROOT,
        env=os.environ | {"SCHEMATHESIS_HOOKS": "tests.engine.fuzz.hooks"},
        capture_output=True,
        text=True,
        check=False,
    )
