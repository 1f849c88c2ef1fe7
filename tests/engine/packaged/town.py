"""The stack with the packaged zip in front of it: each request goes to both, and both must say the same."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import requests

from local.clock import SimulatedClock
from local.layout import DataFolder, Ports, url
from local.people import Answer, sent
from local.stack import Stack
from local.streams import Checkpoints
from local.town import HttpTown
from local.worker import IDLE_S, Functions, Worker
from tests.engine.packaged.gateway import Gateway
from tests.engine.packaged.runtime import Function, SharedTime
from tests.engine.packaged.site import Site

# Good for one try: codes of WeChat's, and activation codes are told once. The second server cannot be asked too.
ONCE = (
    "/v1/login",
    "/v1/me/phone",
    "/v1/me/sign-out",
    "/v1/staff/activation-codes",
    "/v1/me/pairing",
    "/v1/staff/login",
)
HEADERS = (
    *("content-type", "cache-control", "x-content-type-options", "strict-transport-security"),
    *("retry-after", "allow"),
)
# WeChat Pay signs each time anew, and every answer has an id of its own.
OWN = ("request_id", "payment")


class Different(AssertionError):
    """The package answered otherwise than the local server."""


class PackagedTown(HttpTown):
    """`functions` are those of the template, by its names; streams, queues and schedules reach them as it says."""

    def __init__(self, stack: Stack, data: DataFolder, site: Site, folder: Path) -> None:
        super().__init__(stack.ports, data)
        clock = SimulatedClock(data.clock)
        shared = SharedTime(folder / "time", clock.offset)
        self.equal = 0
        self.functions: dict[str, Function] = {}
        for name, properties in site.functions.items():
            log = data.log(f"packaged-{name}")
            self.functions[name] = Function(name, properties, site, shared, log)
        self._gateway = Gateway(site.template, self.functions["APIHandler"], gateway_port(stack.ports))
        self._address = url(gateway_port(stack.ports))
        # Where AWS is, and with which key: the runtime gives a function these, not the template.
        aws = {name: value for name, value in stack.environment.items() if name.startswith("AWS_")}
        for function in self.functions.values():
            function.environment |= aws | site.environment(stack.environment)
        self._worker = Worker(_as_deployed(site, self.functions), clock, Checkpoints(None))
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work)
        self.failures: list[Exception] = []
        self._thread.start()

    def _work(self) -> None:
        while not self._stopping.is_set():
            try:
                busy = self._worker.turn()
            except Exception as failure:  # noqa: BLE001 - told when the town closes
                self.failures.append(failure)
                return
            if not busy:
                time.sleep(IDLE_S)

    def close(self) -> None:
        self._stopping.set()
        self._thread.join()
        self._gateway.close()
        for function in self.functions.values():
            function.close()

    def enrol_staff(self, phone: str, *roles: str) -> None:
        self.functions["EnrolStaff"].invoke({"phone": phone, "roles": roles})

    def request(self, method: str, path: str, **request: Any) -> Answer:
        given, content = sent(**request)
        packaged = _asked(method, self._address + path, given, content)
        if path not in ONCE:
            local = _asked(method, url(self._ports.api()) + path, given, content)
            if method == "GET" and _said(packaged) != _said(local):
                # Something may have been consumed between the two: only a lasting difference counts.
                packaged = _asked(method, self._address + path, given, content)
            if _said(packaged) != _said(local):
                raise Different(f"{method} {path}\n  package {_said(packaged)}\n  local   {_said(local)}")
            self.equal += 1
        return packaged


def gateway_port(ports: Ports) -> int:
    """Where the packaged API answers, beside the local one."""
    return ports.api(2)


def _asked(method: str, address: str, headers: dict[str, str], content: bytes) -> Answer:
    answer = requests.request(method, address, headers=headers, data=content, timeout=60)
    return Answer(answer.status_code, answer.json() if answer.content else {}, dict(answer.headers))


def _said(answer: Answer) -> dict[str, Any]:
    lower = {name.lower(): value for name, value in answer.headers.items()}
    return {
        "status": answer.status,
        "body": {name: value for name, value in answer.body.items() if name not in OWN},
        "headers": {name: lower.get(name) for name in HEADERS},
        "has_request_id": "x-request-id" in lower,
    }


def _as_deployed(site: Site, functions: dict[str, Function]) -> Functions:
    """Queues and schedules as the template maps them; the relay is the one function that reads streams."""
    queues, schedules, relay = {}, {}, ""
    for name, properties in site.functions.items():
        for source in properties.get("Events", {}).values():
            told = source["Properties"]
            if source["Type"] == "SQS":
                queues[told["Queue"]["Fn::Sub"].rpartition(":")[2]] = name
            elif source["Type"] == "Schedule":
                schedules[name] = told["Schedule"]
            elif source["Type"] == "DynamoDB":
                relay = name
    return Functions(
        queues=queues,
        schedules=schedules,
        invoke=lambda name, event: functions[relay if name == "relay" else name].invoke(event),
    )
