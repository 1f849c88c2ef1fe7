"""What carriers do with texts to numbers, beside moto: each arrives, or does not, and SNS notes which in its logs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from local.environment import receipts_group

PATH = "/__carrier"
_MESSAGE_ID = re.compile(rb"<MessageId>([^<]+)</MessageId>")
_REGION = re.compile(r"/([a-z0-9-]+)/sns/")
Start = Callable[..., Any]


class Carrier:
    """In front of a WSGI application. `POST /__carrier {"phone": …, "response": …}`: that phone answers so from now
    on; an empty response, and texts arrive again."""

    def __init__(self, behind: Any, folder: Path, clock: Callable[[], datetime]) -> None:
        self._behind = behind
        self._folder = folder
        self._clock = clock
        self._response_by_phone: dict[str, str] = {}

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        region = _REGION.search(str(environ.get("HTTP_AUTHORIZATION", "")))
        if environ["PATH_INFO"] != PATH and not region:
            answer: Iterable[bytes] = self._behind(environ, start)
            return answer
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        if environ["PATH_INFO"] == PATH:
            wanted = json.loads(body)
            self._response_by_phone[str(wanted["phone"])] = str(wanted["response"])
            start("200 OK", [("Content-Type", "application/json")])
            return [b"{}"]
        answered = b"".join(self._behind(environ | {"wsgi.input": BytesIO(body)}, start))
        phone = parse_qs(body.decode()).get("PhoneNumber")
        taken = _MESSAGE_ID.search(answered)
        if region and phone and taken:
            self._note(region[1], phone[0], taken[1].decode())
        return [answered]

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
