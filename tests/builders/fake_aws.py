"""SQS, SNS, KMS and Secrets Manager as small as the product's use of them."""

from __future__ import annotations

import copy
import itertools
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from tests.builders.clock import StoppedClock

RECEIVES_MOST = 5
VISIBLE_AFTER = timedelta(seconds=60)


@dataclass
class FakeSqs:
    """A message stays until it is deleted; whatever was not comes again after its visibility timeout.

    Nobody waits for that: when nothing else is there the clock moves on to it.
    """

    queues: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    dead: list[dict[str, Any]] = field(default_factory=list)
    ids: Any = field(default_factory=itertools.count)
    # With it messages come in any order, and one in four comes once more although it was handled.
    chance: random.Random | None = None
    clock: StoppedClock | None = None

    def get_queue_url(self, *, QueueName: str) -> dict[str, str]:  # noqa: N803 - boto3's names
        return {"QueueUrl": QueueName}

    def send_message_batch(self, *, QueueUrl: str, Entries: list[dict[str, str]]) -> dict[str, Any]:  # noqa: N803
        for entry in Entries:
            number = str(next(self.ids))
            message = {"MessageId": number, "ReceiptHandle": number, "Body": entry["MessageBody"], "MD5OfBody": ""}
            self.queues.setdefault(QueueUrl, []).append(message | {"Attributes": {}, "receives": 0})
        return {"Successful": [], "Failed": []}

    def receive_message(self, *, QueueUrl: str, MaxNumberOfMessages: int, **_: Any) -> dict[str, Any]:  # noqa: N803
        queue = self.queues.setdefault(QueueUrl, [])
        if self.chance:
            self.chance.shuffle(queue)
        queue.sort(key=lambda message: message["receives"] > 0)
        batch = queue[:MaxNumberOfMessages]
        if self.clock and batch and batch[0]["receives"]:
            self.clock.advance(VISIBLE_AFTER)
        for message in batch:
            message["receives"] += 1
            if message["receives"] > RECEIVES_MOST:
                queue.remove(message)
                self.dead.append(message)
        return {"Messages": copy.deepcopy([each for each in batch if each in queue])}

    def delete_message_batch(self, *, QueueUrl: str, Entries: list[dict[str, str]]) -> None:  # noqa: N803
        gone = {entry["ReceiptHandle"] for entry in Entries if not self.chance or self.chance.random() < 0.75}
        self.queues[QueueUrl] = [each for each in self.queues[QueueUrl] if each["ReceiptHandle"] not in gone]

    def get_queue_attributes(self, *, QueueUrl: str, **_: Any) -> dict[str, Any]:  # noqa: N803
        return {"Attributes": {"ApproximateNumberOfMessages": str(len(self.queues.get(QueueUrl, [])))}}


class FakeLogs:
    """Knows of one line, whatever is asked; and of every text that SNS took, whether it arrived."""

    exceptions = SimpleNamespace(ResourceNotFoundException=KeyError)

    def __init__(self, sns: FakeSns, clock: Callable[[], datetime]) -> None:
        self._sns = sns
        self._clock = clock

    def filter_log_events(self, *, logGroupName: str, **_: Any) -> dict[str, Any]:  # noqa: N803 - boto3's names
        at_ms = int(self._clock().timestamp() * 1000)
        status = "FAILURE" if logGroupName.endswith("/Failure") else "SUCCESS"
        noted = [
            {"notification": {"messageId": str(place)}, "delivery": {}, "status": status}
            for place in range(len(self._sns.sent))
            if (place in self._sns.lost) == (status == "FAILURE")
        ]
        return {"events": [{"message": json.dumps(each), "timestamp": at_ms} for each in noted]}

    def start_query(self, **_: Any) -> dict[str, str]:
        return {"queryId": "1"}

    def get_query_results(self, **_: Any) -> dict[str, Any]:
        line = '{"message": "request", "timestamp": "2026-11-22 13:45:01,033+0000", "status": 200}'
        return {"status": "Complete", "results": [[{"field": "@message", "value": line}]]}


@dataclass
class FakeSns:
    """Texts and calls by phone, in order; `lost` are those that did not arrive."""

    sent: list[tuple[str, str]] = field(default_factory=list)
    lost: set[int] = field(default_factory=set)

    def publish(self, *, Message: str, PhoneNumber: str = "", **_: Any) -> dict[str, str]:  # noqa: N803
        told = {"phone": PhoneNumber, "text": Message} if PhoneNumber else json.loads(Message)
        self.sent.append((told["phone"], told["text"]))
        return {"MessageId": str(len(self.sent) - 1)}


class FakeKms:
    def decrypt(self, *, CiphertextBlob: bytes) -> dict[str, bytes]:  # noqa: N803
        return {"Plaintext": CiphertextBlob}


@dataclass
class FakeSecrets:
    text: str

    def get_secret_value(self, **_: Any) -> dict[str, str]:
        return {"SecretString": self.text}


@dataclass
class FakeS3:
    """A store of files sent in parts; an address is its parameters, and `put` is the phone that sends there."""

    uploads: dict[str, dict[int, bytes]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    ids: Any = field(default_factory=itertools.count)

    def create_multipart_upload(self, **_: Any) -> dict[str, str]:
        upload = f"upload-{next(self.ids)}"
        self.uploads[upload] = {}
        return {"UploadId": upload}

    def list_parts(self, *, UploadId: str, **_: Any) -> dict[str, Any]:  # noqa: N803 - boto3's names
        return {"Parts": [{"PartNumber": number, "ETag": str(number)} for number in self.uploads[UploadId]]}

    def complete_multipart_upload(self, *, Key: str, UploadId: str, **_: Any) -> None:  # noqa: N803
        self.files[Key] = b"".join(part for _, part in sorted(self.uploads[UploadId].items()))

    def get_object(self, *, Key: str, Range: str, **_: Any) -> dict[str, Any]:  # noqa: N803
        last = int(Range.rpartition("-")[2])
        whole = self.files[Key]
        head = SimpleNamespace(read=lambda: whole[: last + 1])
        return {"Body": head, "ContentRange": f"bytes 0-{last}/{len(whole)}"}

    def generate_presigned_url(self, *, ClientMethod: str, Params: dict[str, Any], **_: Any) -> str:  # noqa: N803
        return json.dumps([ClientMethod, Params])

    def put(self, url: str, content: bytes) -> None:
        _, asked = json.loads(url)
        self.uploads[asked["UploadId"]][asked["PartNumber"]] = content
