"""The product in one process: the real Chalice app on moto, with the simulated WeChat and identity check.

DynamoDB is moto, or the real local database, or the simulation's fake: by far the fastest of the three.
"""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import boto3
import requests
from aws_lambda_powertools.utilities.parameters import clear_caches
from chalice.test import Client
from moto import mock_aws

import app as application
from chalicelib import bootstrap
from chalicelib.platform.settings import Settings
from local.documents import Documents
from local.environment import APPID, MCHID, REALNAME_ID, REALNAME_KEY, TEMPLATE_IDS, make_wechat_keys, product_secrets
from local.layout import url
from local.partners.realname import make_realname
from local.people import Answer, Unexpected, sent
from local.resources import create_queues, create_tables, put_secret
from local.serving import serve_in_thread
from local.streams import Checkpoints, Streams
from local.wechat.server import make_wechat
from local.wechat.world import World as WeChatWorld
from local.worker import Worker
from tests.builders.clients import kept_clients
from tests.builders.clock import MONDAY_MORNING, StoppedClock
from tests.builders.engine import Engine
from tests.builders.fake_dynamodb import FakeDynamoDB


class Outside:
    """WeChat and the identity check, served on loopback for a whole run and emptied for each world."""

    def __init__(self) -> None:
        self.clock = StoppedClock()
        self.keys = make_wechat_keys()
        self.wechat_documents = Documents(":memory:")
        self.realname_documents = Documents(":memory:")
        self.client: Client | None = None
        wechat_world = WeChatWorld(self.wechat_documents, self.clock, APPID, MCHID, self.keys, TEMPLATE_IDS)
        wechat, self.callbacks = make_wechat(wechat_world, self._post)
        realname = make_realname(self.realname_documents, secret_id=REALNAME_ID, secret_key=REALNAME_KEY)
        self._servers = [serve_in_thread(wechat), serve_in_thread(realname)]
        self.wechat_url, self.realname_url = (url(server.server_port) for server in self._servers)

    def empty(self, client: Client) -> None:
        self.clock.set_to(MONDAY_MORNING)
        self.wechat_documents.clear()
        self.realname_documents.clear()
        self.client = client

    def wechat(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """A call to WeChat's control surface."""
        answer = requests.request(method, f"{self.wechat_url}/__sim{path}", json=body, timeout=10)
        answer.raise_for_status()
        return dict(answer.json())

    def stop(self) -> None:
        for server in self._servers:
            server.shutdown()

    def _post(self, address: str, body: bytes, headers: dict[str, str]) -> int:
        if self.client is None:
            raise AssertionError("no world to call back")
        path = urlsplit(address).path
        return int(self.client.http.post(path, headers=headers, body=body).status_code)


class World:
    """One test's world: empty tables, a stopped clock, and everybody ready to act through the front door."""

    def __init__(self, outside: Outside, database: Engine | FakeDynamoDB | None = None) -> None:
        self.outside = outside
        self.clock = outside.clock
        self._engine = database if isinstance(database, Engine) else None
        fake = database if isinstance(database, FakeDynamoDB) else None
        self._given = {"dynamodb": fake, "dynamodbstreams": fake} if fake else {}

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
        create_queues(boto3.client("sqs"))
        key = boto3.client("kms").create_key()["KeyMetadata"]["KeyId"]
        wrapped = boto3.client("kms").encrypt(KeyId=key, Plaintext=secrets.token_bytes(32))["CiphertextBlob"]
        secret = product_secrets(self.outside.keys, wrapped_key=base64.b64encode(wrapped).decode())
        put_secret("healthcard/secrets", json.dumps(secret))
        settings = Settings.from_environment().model_copy(
            update={
                "wechat_api_base": self.outside.wechat_url,
                "wechat_pay_base": self.outside.wechat_url,
                "realname_endpoint": self.outside.realname_url,
                "wechat_template_ids": TEMPLATE_IDS,
            }
        )
        application.bind(bootstrap.build(settings, clock=self.clock))
        self.worker = Worker(application.app, self.clock, Checkpoints(None))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

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
        """Over the front door. `body` is sent as JSON, `raw` as it is."""
        given, content = sent(token=token, body=body, raw=raw, headers=headers)
        answer = self.client.http.request(method, path, headers=given, body=content)
        return Answer(answer.status_code, json.loads(answer.body) if answer.body else {}, answer.headers)

    def wechat(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        return self.outside.wechat(method, path, body)

    def register_identity(self, name: str, id_number: str) -> None:
        self.outside.realname_documents.put("person", id_number, {"name": name, "id_number": id_number})

    def enrol_staff(self, phone: str) -> None:
        self.client.lambda_.invoke("enrol_staff", {"phone": phone})

    def until(self, check: Callable[[], bool], what: str) -> None:
        self.settle()
        if not check():
            raise Unexpected(f"waited in vain for {what}")

    def settle(self) -> None:
        """Lets everything happen that follows from what was done, until nothing is left to do."""
        self.worker.reopen_streams()
        while self.outside.callbacks.turn() + self.worker.turn():
            pass

    def pass_time(self, **span: float) -> None:
        self.clock.advance(timedelta(**span))
        self.settle()

    def lose_events(self) -> None:
        """Everything that the streams and the queues hold is gone, and the worker begins anew."""
        self.worker.reopen_streams()
        checkpoints = Checkpoints(None)
        skip_streams(checkpoints)
        sqs = boto3.client("sqs")
        for queue in ("care", "billing", "notify"):
            url = sqs.get_queue_url(QueueName=f"healthcard-{queue}")["QueueUrl"]
            while messages := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages"):
                for message in messages:
                    sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        self.worker = Worker(application.app, self.clock, checkpoints)

    def sms(self) -> list[tuple[str, str]]:
        """(phone, text) of every SMS handed to SNS."""
        from moto.sns.models import sns_backends  # noqa: PLC0415 - inside the mock

        backend = sns_backends["123456789012"]["cn-north-1"]
        return [(phone, text) for phone, text, *_ in backend.sms_messages.values()]


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
