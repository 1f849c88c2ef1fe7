"""The contexts' queues, filled by the relay and by the auditor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types_boto3_sqs import SQSClient

SQS_BATCH = 10


class Queues:
    def __init__(self, sqs: SQSClient, name_by_context: Mapping[str, str]) -> None:
        self._sqs = sqs
        self._name_by_context = name_by_context
        self._url_by_context: dict[str, str] = {}

    def send(self, context: str, bodies: Sequence[str]) -> list[int]:
        """Hands them to the context's queue; the places of those it did not take."""
        refused: list[int] = []
        for start in range(0, len(bodies), SQS_BATCH):
            answer = self._sqs.send_message_batch(
                QueueUrl=self._url(context),
                Entries=[
                    {"Id": str(start + place), "MessageBody": body}
                    for place, body in enumerate(bodies[start : start + SQS_BATCH])
                ],
            )
            refused += [int(entry["Id"]) for entry in answer.get("Failed", [])]
        return refused

    def _url(self, context: str) -> str:
        if context not in self._url_by_context:
            name = self._name_by_context[context]
            self._url_by_context[context] = self._sqs.get_queue_url(QueueName=name)["QueueUrl"]
        return self._url_by_context[context]
