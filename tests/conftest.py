"""One world per test that asks for it; the simulators' keys and servers are made once per run."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

# Before `app` is imported: it reads its settings from the environment. Worlds bind their own afterwards.
os.environ.update(
    {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "cn-north-1",
        "AWS_REGION": "cn-north-1",
        # boto3 would address streams by account, where moto does not listen.
        "AWS_ACCOUNT_ID_ENDPOINT_MODE": "disabled",
        "AWS_EC2_METADATA_DISABLED": "true",
        "SECRETS_NAME": "healthcard/secrets",
        "TABLE_PREFIX": "healthcard",
        "QUEUE_PREFIX": "healthcard",
        "WECHAT_APPID": "wx-local-healthcard",
        "WECHAT_MCHID": "1900000001",
        "WECHAT_PAY_NOTIFY_URL": "http://127.0.0.1/v1/wechat/pay/notify",
        "WECHAT_TEMPLATE_IDS": "{}",
        "HOTLINE": "400-000-0000",
        "CARE_STREAM_ARN": "arn:aws-cn:dynamodb:cn-north-1:000000000000:table/healthcard-care/stream/test",
    }
)

from tests.builders.world import Outside, World


@pytest.fixture(scope="session")
def outside() -> Iterator[Outside]:
    outside = Outside()
    yield outside
    outside.stop()


@pytest.fixture
def world(outside: Outside) -> Iterator[World]:
    with World(outside) as world:
        yield world
