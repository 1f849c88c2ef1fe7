"""The JSON that Lambda is invoked with, for streams, queues and schedules."""

from __future__ import annotations

import base64
import json
from datetime import datetime
from typing import Any

ACCOUNT = "000000000000"


def stream_event(records: list[dict[str, Any]], *, arn: str) -> dict[str, Any]:
    """Binary values are base64 text and times are numbers, unlike in boto3's answers."""
    return {"Records": [_stream_record(record, arn) for record in records]}


def queue_event(messages: list[dict[str, Any]], *, queue: str) -> dict[str, Any]:
    return {"Records": [_queue_record(message, queue) for message in messages]}


def schedule_event(name: str, now: datetime) -> dict[str, Any]:
    return {
        "version": "0",
        "account": ACCOUNT,
        "region": "local",
        "detail": {},
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "time": f"{now:%Y-%m-%dT%H:%M:%SZ}",
        "id": f"{name}-{now.timestamp():.0f}",
        "resources": [f"arn:aws-cn:events:local:{ACCOUNT}:rule/{name}"],
    }


def _stream_record(record: dict[str, Any], arn: str) -> dict[str, Any]:
    change = record["dynamodb"]
    images = {name: change[name] for name in ("Keys", "NewImage", "OldImage") if name in change}
    return {
        "eventID": record["eventID"],
        "eventName": record["eventName"],
        "eventSource": "aws:dynamodb",
        "awsRegion": "local",
        "eventSourceARN": arn,
        "dynamodb": {
            **json.loads(json.dumps(images, default=_base64_text)),
            "ApproximateCreationDateTime": change["ApproximateCreationDateTime"].timestamp(),
            "SequenceNumber": change["SequenceNumber"],
            "SizeBytes": change["SizeBytes"],
            "StreamViewType": change["StreamViewType"],
        },
    }


def _base64_text(binary: Any) -> str:
    return base64.b64encode(bytes(binary)).decode()


def _queue_record(message: dict[str, Any], queue: str) -> dict[str, Any]:
    return {
        "messageId": message["MessageId"],
        "receiptHandle": message["ReceiptHandle"],
        "body": message["Body"],
        "attributes": message["Attributes"],
        "messageAttributes": {},
        "md5OfBody": message["MD5OfBody"],
        "eventSource": "aws:sqs",
        "eventSourceARN": f"arn:aws-cn:sqs:local:{ACCOUNT}:{queue}",
        "awsRegion": "local",
    }
