"""One world per test that asks for it; the simulators' keys and servers are made once per run."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws

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
        "WECHAT_API_BASE": "http://127.0.0.1:1",
        "WECHAT_PAY_BASE": "http://127.0.0.1:1",
        "REALNAME_ENDPOINT": "http://127.0.0.1:1",
        "FACE_RULE_ID": "1",
        "UPLOADS_BUCKET": "healthcard-uploads",
        "WECHAT_MCHID": "1900000001",
        "WECHAT_PAY_NOTIFY_URL": "http://127.0.0.1/v1/wechat/pay/notify",
        "WECHAT_TEMPLATE_IDS": "{}",
        "WECHAT_PUSH_MODE": "safe",
        "SMS_GATEWAYS": '[{"name": "none", "region": "cn-north-1", "weight": 1, "fen": 0}]',
        "SMS_TEMPLATE_IDS": "{}",
        "SMS_CAP_FEN": "1000000",
        "HOTLINE": "400-000-0000",
        "POWERTOOLS_SERVICE_NAME": "healthcard",
        "LOG_GROUPS": '["api", "worker"]',
        "CARE_STREAM_ARN": "arn:aws-cn:dynamodb:cn-north-1:000000000000:table/healthcard-care/stream/test",
    }
)

from local.resources import create_tables
from tests.builders.engine import Engine, is_available
from tests.builders.fake_dynamodb import FakeDynamoDB
from tests.builders.outside import Outside
from tests.builders.world import World


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without the real local database its tests are skipped and say so; `make test` does not accept that."""
    if is_available():
        return
    if os.environ.get("REQUIRE_ENGINE"):
        pytest.exit("The tests marked `engine` need the local database, and it is not here.", returncode=1)
    why = pytest.mark.skip(reason="needs the local database (dynoxide): `make test` fetches it")
    for item in items:
        if item.get_closest_marker("engine"):
            item.add_marker(why)


def pytest_sessionstart() -> None:
    """Thousands of small worlds come and go by reference counts; looking for cycles after every 700 new objects is a
    tenth of the time."""
    gc.set_threshold(200_000, 50, 1_000)


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    """The real local database, in memory, for a whole run."""
    engine = Engine()
    yield engine
    engine.stop()


@pytest.fixture(params=["moto", "fake", pytest.param("engine", marks=pytest.mark.engine)])
def dynamodb(request: pytest.FixtureRequest) -> Iterator[Any]:
    """A boto3 client over empty tables: moto, the simulation's fake, and the real local database."""
    if request.param == "engine":
        engine: Engine = request.getfixturevalue("engine")
        engine.empty()
        client = engine.client("dynamodb")
        create_tables(client)
        yield client
        return
    if request.param == "fake":
        fake = FakeDynamoDB()
        create_tables(fake)
        yield fake
        return
    with mock_aws():
        client = boto3.client("dynamodb")
        create_tables(client)
        yield client


@pytest.fixture(scope="session")
def outside() -> Iterator[Outside]:
    outside = Outside()
    yield outside
    outside.stop()


@pytest.fixture(scope="session")
def engine_if_any(request: pytest.FixtureRequest) -> Engine | None:
    """With it tests run on the real local database, and without it all the same, on moto."""
    return request.getfixturevalue("engine") if is_available() else None


@pytest.fixture
def world(outside: Outside, engine_if_any: Engine | None) -> Iterator[World]:
    with World(outside, engine_if_any) as world:
        yield world


@pytest.fixture
def world_on_moto(outside: Outside) -> Iterator[World]:
    with World(outside) as world:
        yield world


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The size of the table of routes and callers, whenever it was run."""
    table = "test_hostile_callers.py::"
    passed, failed = (
        sum(table in report.nodeid for report in terminalreporter.getreports(outcome) if report.when == "call")
        for outcome in ("passed", "failed")
    )
    if passed or failed:
        terminalreporter.write_line(f"routes × callers: {passed + failed} answers, {failed} wrong")
