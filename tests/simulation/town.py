"""The whole product in memory, on a clock that is moved, with faults at any call; it can be played again."""

from __future__ import annotations

import base64
import copy
import json
import os
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from unittest.mock import patch

import boto3
from aws_lambda_powertools.utilities.parameters import clear_caches
from boto3.session import Session
from chalice.test import Client

import app as application
from chalicelib import bootstrap
from chalicelib.contracts.sms import SmsReceipt
from chalicelib.platform.logging import logger
from chalicelib.platform.messaging.consumer import envelope_of
from chalicelib.platform.settings import Settings, SmsGatewaySettings
from local.environment import RINGING, product_secrets
from local.people import Answer
from local.proof import stored
from local.resources import create_tables
from local.streams import Checkpoints
from local.worker import Worker, functions_of
from tests.builders.engine import Engine
from tests.builders.fake_aws import FakeKms, FakeLogs, FakeS3, FakeSecrets, FakeSns, FakeSqs
from tests.builders.fake_dynamodb import FakeDynamoDB
from tests.builders.in_process import InProcessTown
from tests.builders.outside import Outside
from tests.simulation.chaos import Chaos, Crash


@dataclass(frozen=True)
class Snapshot:
    database: Any
    sqs: Any
    sns: Any
    documents: list[tuple[Any, ...]]
    now: Any
    checkpoints: dict[str, str]


class SimulatedTown(InProcessTown):
    """On the fake it can be put back to a snapshot; given a real database it can only be played once."""

    def __init__(self, outside: Outside, engine: Engine | None = None) -> None:
        super().__init__(outside)
        self.chaos = Chaos()
        self.dynamodb, self.sqs, self.sns = FakeDynamoDB(), FakeSqs(), FakeSns()
        self.s3 = FakeS3()
        self.sqs.clock = self.clock
        real = [engine.client(service) for service in ("dynamodb", "dynamodbstreams")] if engine else None
        wrapped_key = base64.b64encode(b"k" * 32).decode()
        secret = FakeSecrets(json.dumps(product_secrets(outside.keys, wrapped_key=wrapped_key)))
        self._clients: dict[str, Any] = {
            "dynamodb": real[0] if real else self.dynamodb,
            "dynamodbstreams": real[1] if real else self.dynamodb,
            "sqs": self.sqs,
            "sns": self.sns,
            "kms": FakeKms(),
            "s3": self.s3,
            "secretsmanager": secret,
            "logs": FakeLogs(self.sns, self.clock),
        }

    def __enter__(self) -> Self:
        self._stack = ExitStack()
        # The jitter between two attempts is of no interest here.
        self._stack.enter_context(patch("chalicelib.platform.dynamo.database._wait_before", lambda _: None))
        # Figures and log lines are looked at elsewhere; here they are a tenth of the time.
        self._stack.enter_context(patch("chalicelib.platform.metrics._emit", lambda *_: None))
        self._stack.callback(logger.setLevel, logger.log_level)
        logger.setLevel("CRITICAL")
        self._stack.enter_context(self.chaos.on_http())
        clear_caches()  # type: ignore[no-untyped-call]
        self.client = Client(application.app)
        self.outside.empty(self.client)
        self.outside.client = _Caught(self.client)  # type: ignore[assignment]
        create_tables(self._clients["dynamodb"])
        watched = {name: self.chaos.around(name, client) for name, client in self._clients.items()}
        self._stack.enter_context(patch.object(Session, "client", lambda _, service, **__: watched[service]))
        application.bind(bootstrap.build(self.settings(), clock=self.clock))
        self._new_worker({})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def settings(self) -> Settings:
        """With a gateway that rings; texts go by the others while one of them is up."""
        settings = super().settings()
        rings = SmsGatewaySettings.model_validate(RINGING)
        return settings.model_copy(update={"sms_gateways": (*settings.sms_gateways, rings)})

    def keys_in(self, phone: str, keys: str) -> Answer:
        """Who takes the latest call to that phone keys that in; 503 where nobody rang yet."""
        calls = [place for place, (to, text) in enumerate(self.sns.sent) if to == phone and "请按" in text]
        if not calls:
            return Answer(503, {})
        receipt = SmsReceipt(
            gateway=RINGING["name"], reference=str(calls[-1]), outcome="delivered", at=self.clock(), keys=keys
        )
        body = envelope_of(receipt, command_id=os.urandom(16)).model_dump_json()
        self.sqs.send_message_batch(QueueUrl="healthcard-receipts", Entries=[{"Id": "0", "MessageBody": body}])
        return Answer(200, {})

    # --- time and repetition

    def settle(self) -> None:
        """Until nothing is left to do; a function that crashes is invoked again, as Lambda and SQS do."""
        for _ in range(200):
            try:
                if not self.outside.callbacks.turn() + self.worker.turn():
                    return
            except (Crash, ExceptionGroup):
                continue
        raise AssertionError("it does not come to rest")

    def deliver_again(self, since: Snapshot) -> None:
        """Every event from there on once more, from the first."""
        self._new_worker(since.checkpoints)
        self.settle()

    def stored(self, table: str) -> list[dict[str, Any]]:
        """Every item of a table, whatever keeps it."""
        return stored(self._clients["dynamodb"], table)

    def lose_events(self) -> None:
        self.sqs.queues.clear()
        self._new_worker(self._ends_of_streams())

    def _ends_of_streams(self) -> dict[str, str]:
        streams = self.dynamodb.changes.items()
        return {name: changes[-1]["dynamodb"]["SequenceNumber"] for name, changes in streams if changes}

    def snapshot(self) -> Snapshot:
        self.settle()
        rows = self.outside.wechat_documents._connection.execute("SELECT * FROM documents").fetchall()
        ends = self._ends_of_streams()
        return Snapshot(
            self.dynamodb.snapshot(), copy.deepcopy(self.sqs.queues), list(self.sns.sent), rows, self.clock(), ends
        )

    def restore(self, snapshot: Snapshot) -> None:
        self.dynamodb.restore(snapshot.database)
        self.sqs.queues, self.sqs.dead = copy.deepcopy(snapshot.sqs), []
        self.sns.sent = list(snapshot.sns)
        documents = self.outside.wechat_documents
        documents.clear()
        documents._connection.executemany("INSERT INTO documents VALUES (?, ?, ?)", snapshot.documents)
        self.clock.set_to(snapshot.now)
        self._new_worker(snapshot.checkpoints)
        self.chaos.order({})

    def _new_worker(self, positions: dict[str, str]) -> None:
        checkpoints = Checkpoints(None)
        checkpoints.move(positions)
        with patch.object(boto3, "client", lambda service, **_: self._clients[service]):
            self.worker = Worker(functions_of(application.app), self.clock, checkpoints)


class _Caught:
    """WeChat's callback meets a process that dies: it gets no good answer, and comes again."""

    def __init__(self, client: Client) -> None:
        self.http = self
        self._client = client

    def post(self, path: str, *, headers: dict[str, str], body: bytes) -> Any:
        try:
            return self._client.http.post(path, headers=headers, body=body)
        except Crash:
            return _BadGateway


class _BadGateway:
    status_code = 502
