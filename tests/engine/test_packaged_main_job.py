"""The deployable zip runs the main job: under awslambdaric, on the events and routes of its own template."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from local.demo.receipt import print_receipt
from local.demo.story import Narrator, play
from local.layout import DataFolder, url
from local.packaging.transform import RUNTIME
from local.people import Phone, a_member
from local.stack import Stack
from tests.engine.conftest import free_ports
from tests.engine.packaged.site import unpack
from tests.engine.packaged.town import PackagedTown, gateway_port

pytestmark = [
    pytest.mark.engine,
    pytest.mark.slow,
    pytest.mark.skipif(
        f"python{sys.version_info[0]}.{sys.version_info[1]}" != RUNTIME, reason="the zip is built for Python 3.13"
    ),
]


@pytest.fixture(scope="module")
def town(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PackagedTown]:
    folder = tmp_path_factory.mktemp("packaged")
    data = DataFolder(folder / "data")
    stack = Stack(free_ports(), data)
    # Both servers order with one address for WeChat's callbacks: the packaged one's.
    stack.environment["WECHAT_PAY_NOTIFY_URL"] = f"{url(gateway_port(stack.ports))}/v1/wechat/pay/notify"
    stack.start(lambda _: None)
    stack.kill("worker")  # the packaged functions do its work
    town = PackagedTown(stack, data, unpack(package, folder), folder)
    try:
        yield town
    finally:
        town.close()
        stack.stop()
    assert not town.failures


@pytest.fixture(scope="module")
def member(town: PackagedTown) -> Phone:
    return a_member(town)


def test_the_main_job_answers_as_on_the_local_server(town: PackagedTown) -> None:
    told = play(town, Narrator())
    print_receipt(told)
    assert told.wallet["available_fen"] == 37_200
    assert told.wallet["held_fen"] == 0
    assert told.dead_letters == 0
    assert told.sms
    print(f"  packaged: {town.equal} answers equal to the local server's")
    assert town.equal > 50
    town.pass_time(timedelta(minutes=3))
    town.until(lambda: town.functions["ReceiptEvents"].has_run, "receipts to be read")
    # Days later it falls due to ask whoever has no card yet: of these people everybody has one.
    town.pass_time(timedelta(days=12))
    town.until(lambda: town.functions["ReminderEvents"].has_run, "what is due to be handed over and looked at")
    assert {name for name, function in town.functions.items() if not function.has_run} == set()


STRANGE: dict[str, tuple[str, str, dict[str, Any]]] = {
    "the contract": ("GET", "/openapi.json", {}),
    "health": ("GET", "/v1/health", {}),
    "health of what stands behind": ("GET", "/v1/health/ready", {}),
    "nobody": ("GET", "/v1/me", {"token": None}),
    "a token that is none": ("GET", "/v1/me", {"token": "nonsense"}),
    "no such route": ("GET", "/v1/nowhere", {}),
    "a slash at the end": ("GET", "/v1/wallet/", {}),
    "no such visit": ("GET", "/v1/visits/vis_01M00000000000000000000009", {}),
    "an id that is none": ("GET", "/v1/visits/nonsense", {}),
    "an id in other letters": ("GET", "/v1/visits/%E8%AE%BF%E9%97%AE", {}),
    "a question nobody understands": ("GET", "/v1/wallet/entries?colour=red", {}),
    "a question asked twice": ("GET", "/v1/inbox?before=a&before=b", {}),
    "no body": ("POST", "/v1/visits", {}),
    "a body cut short": ("POST", "/v1/visits", {"raw": b'{"id": '}),
    "a body that is no text": ("POST", "/v1/visits", {"raw": b"\xff\xfe\x00"}),
    "a body said to be binary": (
        "POST",
        "/v1/visits",
        {"raw": b"{}", "headers": {"content-type": "application/octet-stream"}},
    ),
    "a body too large": ("POST", "/v1/visits", {"raw": b" " * 70_000}),
    "a callback nobody signed": ("POST", "/v1/wechat/pay/notify", {"raw": b"{}"}),
    "a wrong field": ("PUT", "/v1/me/identity", {"body": {"name": "王", "id_number": "1"}}),
    "somebody else's work": ("GET", "/v1/caregiver/agenda", {}),
}


@pytest.mark.parametrize("request_", STRANGE.values(), ids=list(STRANGE))
def test_strange_requests_are_answered_alike(
    town: PackagedTown, member: Phone, request_: tuple[str, str, dict[str, Any]]
) -> None:
    method, path, sent = request_
    before = town.equal
    town.request(method, path, **({"token": member.token} | sent))
    assert town.equal == before + 1
