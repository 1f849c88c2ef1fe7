"""The product in one process: the real Chalice app on moto, with the simulated WeChat and identity check.

DynamoDB is moto, or the real local database, or the simulation's fake: by far the fastest of the three.
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

import boto3
from aws_lambda_powertools.utilities.parameters import clear_caches
from chalice.test import Client
from moto import mock_aws

import app as application
from chalicelib import bootstrap
from chalicelib.platform.settings import Settings
from local.environment import SMS_GATEWAYS, product_secrets
from local.resources import create_queues, create_tables, put_secret
from local.streams import Checkpoints, Streams
from local.worker import Worker, functions_of
from tests.builders.clients import kept_clients
from tests.builders.engine import Engine
from tests.builders.fake_aws import FakeKms, FakeSqs
from tests.builders.fake_dynamodb import FakeDynamoDB
from tests.builders.in_process import InProcessTown
from tests.builders.outside import Outside


class World(InProcessTown):
    """One test's world: empty tables, a stopped clock, and everybody ready to act through the front door."""

    def __init__(
        self, outside: Outside, database: Engine | FakeDynamoDB | None = None, *, queues: FakeSqs | None = None
    ) -> None:
        """With `queues` the simulation's, and its KMS, stand in for moto's: these two are half of a test's time."""
        super().__init__(outside)
        self._engine = database if isinstance(database, Engine) else None
        fake = database if isinstance(database, FakeDynamoDB) else None
        self._given: dict[str, Any] = {"dynamodb": fake, "dynamodbstreams": fake} if fake else {}
        self._queues = queues
        if queues:
            queues.clock = self.clock
            self._given |= {"sqs": queues, "kms": FakeKms()}

    def __enter__(self) -> Self:
        self._stack = ExitStack()
        self._stack.enter_context(mock_aws())
        if self._engine:
            self._engine.empty()
            self._stack.enter_context(self._engine.in_environment())
        self._stack.enter_context(kept_clients(self._given))
        clear_caches()  # type: ignore[no-untyped-call]
        self.client = Client(application.app)
        self.outside.empty(self.client)
        create_tables(boto3.client("dynamodb"))
        wrapped = b"k" * 32
        if self._queues is None:
            create_queues(boto3.client("sqs"))
            key = boto3.client("kms").create_key()["KeyMetadata"]["KeyId"]
            wrapped = boto3.client("kms").encrypt(KeyId=key, Plaintext=secrets.token_bytes(32))["CiphertextBlob"]
        secret = product_secrets(self.outside.keys, wrapped_key=base64.b64encode(wrapped).decode())
        put_secret("healthcard/secrets", json.dumps(secret))
        application.bind(bootstrap.build(self.settings(), clock=self.clock))
        self.worker = Worker(functions_of(application.app), self.clock, Checkpoints(None))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def settle(self) -> None:
        self.worker.reopen_streams()
        while self.outside.callbacks.turn() + self.worker.turn():
            pass

    def queued(self, context: str) -> list[dict[str, Any]]:
        """What stands in that queue, also what somebody is at work on."""
        assert self._queues
        return list(self._queues.queues.get(f"healthcard-{context}", ()))

    def rebuild(self, change: Callable[[Settings], Settings]) -> None:
        """As if it had been deployed with other settings."""
        application.bind(bootstrap.build(change(self.settings()), clock=self.clock))

    def read_streams_again(self) -> None:
        """Every event from the first on, once more."""
        self.worker = Worker(functions_of(application.app), self.clock, Checkpoints(None))
        self.settle()

    def lose_events(self) -> None:
        """Everything that the streams and the queues hold is gone, and the worker begins anew."""
        self.worker.reopen_streams()
        checkpoints = Checkpoints(None)
        skip_streams(checkpoints)
        if self._queues:
            self._queues.queues.clear()
            self.worker = Worker(functions_of(application.app), self.clock, checkpoints)
            return
        sqs = boto3.client("sqs")
        for queue in ("care", "billing", "notify", "reminders", "receipts"):
            url = sqs.get_queue_url(QueueName=f"healthcard-{queue}")["QueueUrl"]
            while messages := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages"):
                for message in messages:
                    sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        self.worker = Worker(functions_of(application.app), self.clock, checkpoints)

    def change_secret(self, **fields: Any) -> dict[str, Any]:
        """As operators rotate it, and processes that begin after it see it; what those fields were before."""
        client = boto3.client("secretsmanager")
        secret = json.loads(client.get_secret_value(SecretId="healthcard/secrets")["SecretString"])
        client.put_secret_value(SecretId="healthcard/secrets", SecretString=json.dumps(secret | fields))
        application.bind(bootstrap.build(self.settings(), clock=self.clock))
        return {name: secret[name] for name in fields}

    def sms(self) -> list[tuple[str, str]]:
        """(phone, text) of every SMS handed to SNS."""
        from moto.sns.models import sns_backends  # noqa: PLC0415 - inside the mock

        regions = [sns_backends["123456789012"][each["region"]] for each in SMS_GATEWAYS]
        return [(phone, text) for backend in regions for phone, text, *_ in backend.sms_messages.values()]


def skip_streams(checkpoints: Checkpoints) -> None:
    """As if everything in the streams until now had been read: whatever it told is lost."""
    deaf = Streams(
        boto3.client("dynamodb"),
        boto3.client("dynamodbstreams"),
        checkpoints,
        relay=lambda _: {"batchItemFailures": []},
    )
    while deaf.turn():
        pass
    deaf.all_consumed()
