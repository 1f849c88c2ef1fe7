"""The running stack as people meet it: over HTTP, and WeChat's control surface beside it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import boto3
import requests

from local.layout import DataFolder, Ports, url
from local.people import Answer, Unexpected, sent
from local.stack import Stack

WAITS_S = 30
LOOKS_EVERY_S = 0.1


class HttpTown:
    """Talks to the stack on these ports; its environment becomes this process's, for what operators invoke."""

    def __init__(self, ports: Ports, data: DataFolder) -> None:
        self._ports = ports
        self._http = requests.Session()
        os.environ.update(Stack(ports, data).environment)

    def request(
        self,
        method: str,
        path: str,
        *,
        token: str | None = None,
        body: Any = None,
        raw: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        given, content = sent(token=token, body=body, raw=raw, headers=headers)
        answer = self._http.request(method, url(self._ports.api()) + path, headers=given, data=content, timeout=30)
        return Answer(answer.status_code, answer.json() if answer.content else {}, dict(answer.headers))

    def wechat(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        answer = self._http.request(method, f"{url(self._ports.wechat)}/__sim{path}", json=body, timeout=10)
        answer.raise_for_status()
        return dict(answer.json())

    def register_identity(self, name: str, id_number: str) -> None:
        person = {"name": name, "id_number": id_number}
        self._http.post(f"{url(self._ports.partners)}/__sim/people", json=person, timeout=10).raise_for_status()

    def partner(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = self._http.post(f"{url(self._ports.partners)}/__sim{path}", json=body, timeout=10)
        answer.raise_for_status()
        return dict(answer.json())

    def enrol_staff(self, phone: str, *roles: str) -> None:
        import app as application  # noqa: PLC0415 - reads the environment set above
        from chalicelib import bootstrap  # noqa: PLC0415
        from chalicelib.platform.settings import Settings  # noqa: PLC0415

        application.bind(bootstrap.build(Settings.from_environment()))
        application.app.handler_map["enrol_staff"]({"phone": phone, "roles": roles}, None)

    def until(self, check: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + WAITS_S
        while not check():
            if time.monotonic() > deadline:
                raise Unexpected(f"waited {WAITS_S} s in vain for {what}")
            time.sleep(LOOKS_EVERY_S)

    def now(self) -> datetime:
        return datetime.fromisoformat(self.wechat("GET", "/clock")["now"])

    def move_clock_to(self, instant: datetime) -> None:
        self.wechat("POST", "/clock", {"set_to": instant.isoformat()})

    def pass_time(self, span: timedelta) -> None:
        self.wechat("POST", "/clock", {"advance_s": span.total_seconds()})

    def sms_to(self, phone: str) -> list[str]:
        """Read back from moto's SNS."""
        told = self._http.get(f"{url(self._ports.aws)}/moto-api/data.json", timeout=10).json()
        sent = told.get("sns", {}).get("SMS", [])  # moto tells of a service once it has something to tell
        return [sms["message"] for sms in sent if sms["phone_number"] == phone]

    def break_sns(self, region: str, *, down: bool) -> None:
        order = {"region": region, "down": down}
        self._http.post(f"{url(self._ports.aws)}/__outages", json=order, timeout=10).raise_for_status()

    def phone_answers(self, phone: str, response: str) -> None:
        """From now on carriers tell of texts to that number; an empty response, and they arrive."""
        order = {"phone": phone, "response": response}
        self._http.post(f"{url(self._ports.aws)}/__carrier", json=order, timeout=10).raise_for_status()

    def keys_in(self, phone: str, keys: str) -> None:
        """Who takes the call that rang there last keys that in."""
        order = {"phone": phone, "keys": keys}
        self._http.post(f"{url(self._ports.aws)}/__carrier", json=order, timeout=10).raise_for_status()

    def dead_letters(self) -> int:
        """How many events no consumer could handle; a healthy story leaves none."""
        sqs = boto3.client("sqs")
        counted = 0
        for queue in ("care", "billing", "notify", "reminders", "receipts"):
            address = sqs.get_queue_url(QueueName=f"healthcard-{queue}-dead")["QueueUrl"]
            told = sqs.get_queue_attributes(QueueUrl=address, AttributeNames=["ApproximateNumberOfMessages"])
            counted += int(told["Attributes"]["ApproximateNumberOfMessages"])
        return counted
