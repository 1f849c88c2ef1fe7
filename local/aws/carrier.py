"""What carriers do, beside moto: texts arrive, or do not, and SNS notes which; who was rung keys something in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import boto3
from ulid import ULID

from local.environment import RINGING, receipts_group

PATH = "/__carrier"
_MESSAGE_ID = re.compile(rb"<MessageId>([^<]+)</MessageId>")
_REGION = re.compile(r"/([a-z0-9-]+)/sns/")
Start = Callable[..., Any]


class Carrier:
    """In front of a WSGI application. `POST /__carrier {"phone": …, "response": …}`: that phone answers so from now
    on; an empty response, and texts arrive again. `{"phone": …, "keys": …}`: who was rung there last keys that in."""

    def __init__(self, behind: Any, folder: Path, clock: Callable[[], datetime]) -> None:
        self._behind = behind
        self._folder = folder
        self._clock = clock
        self._response_by_phone: dict[str, str] = {}
        self._call_by_phone: dict[str, str] = {}

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        region = _REGION.search(str(environ.get("HTTP_AUTHORIZATION", "")))
        if environ["PATH_INFO"] != PATH and not region:
            answer: Iterable[bytes] = self._behind(environ, start)
            return answer
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        if environ["PATH_INFO"] == PATH:
            status = self._ordered(json.loads(body))
            start(status, [("Content-Type", "application/json")])
            return [b"{}"]
        answered = b"".join(self._behind(environ | {"wsgi.input": BytesIO(body)}, start))
        asked = parse_qs(body.decode())
        phone = asked.get("PhoneNumber")
        taken = _MESSAGE_ID.search(answered)
        if region and phone and taken:
            self._note(region[1], phone[0], taken[1].decode())
        elif taken and asked.get("TopicArn"):
            self._ring(json.loads(asked["Message"][0]), taken[1].decode())
        return [answered]

    def _ordered(self, wanted: dict[str, str]) -> str:
        if "keys" not in wanted:
            self._response_by_phone[wanted["phone"]] = wanted["response"]
            return "200 OK"
        reference = self._call_by_phone.get(wanted["phone"])
        if reference is None:
            return "404 Not Found"  # nobody rang there
        receipt = {
            "gateway": RINGING["name"],
            "reference": reference,
            "outcome": "delivered",
            "at": self._clock().isoformat(),
            "keys": wanted["keys"],
        }
        request_id = f"req_{ULID()}"
        envelope = {"id": request_id, "name": "sms.receipt", "version": 1, "correlation_id": request_id}
        sqs = boto3.client("sqs")
        queue = sqs.get_queue_url(QueueName="healthcard-receipts")["QueueUrl"]
        sqs.send_message(QueueUrl=queue, MessageBody=json.dumps(envelope | {"data": receipt}))
        return "200 OK"

    def _ring(self, told: dict[str, Any], message_id: str) -> None:
        if told.get("call"):
            self._call_by_phone[str(told["phone"])] = message_id

    def _note(self, region: str, phone: str, message_id: str) -> None:
        failure = self._response_by_phone.get(phone, "")
        group = receipts_group(region) + ("/Failure" if failure else "")
        response = failure or "Message has been accepted by phone carrier"
        noted = {
            "notification": {"messageId": message_id},
            "delivery": {"destination": phone, "providerResponse": response},
            "status": "FAILURE" if failure else "SUCCESS",
        }
        file = file_of(self._folder, group)
        file.parent.mkdir(parents=True, exist_ok=True)
        line = {"timestamp": int(self._clock().timestamp() * 1000), "message": json.dumps(noted)}
        with file.open("a") as lines:
            lines.write(json.dumps(line) + "\n")


def file_of(folder: Path, group: str) -> Path:
    return folder / f"{group.replace('/', '.')}.jsonl"
