"""What `.chalice/resources.json` says is what the code relies on."""

from __future__ import annotations

import ast
import json
from typing import Any

import pytest
from chalice.app import SQSEventConfig

import app as application
from chalicelib import bootstrap
from chalicelib.platform.http import refusals
from local.layout import ROOT
from local.resources import load_resources, of_type

RESOURCES = load_resources()
GATEWAY = {
    response["ResponseType"]: response for response in of_type(RESOURCES, "AWS::ApiGateway::GatewayResponse").values()
}


def gateway_body(response_type: str) -> dict[str, Any]:
    return dict(json.loads(GATEWAY[response_type]["ResponseTemplates"]["application/json"]))


class TestTables:
    def test_are_one_per_context_and_one_for_adapters(self) -> None:
        names = {table["TableName"] for table in of_type(RESOURCES, "AWS::DynamoDB::Table").values()}
        contexts = ("identity", "cards", "care", "billing", "notify", "support", "platform")
        assert names == {f"healthcard-{context}" for context in contexts}

    def test_keep_their_data_when_the_stack_goes(self) -> None:
        for name, resource in RESOURCES.items():
            if resource["Type"] == "AWS::DynamoDB::Table":
                assert resource["DeletionPolicy"] == resource["UpdateReplacePolicy"] == "Retain", name
                assert resource["Properties"]["DeletionProtectionEnabled"], name


class TestQueues:
    def test_every_consumed_queue_exists_with_dead_letters(self) -> None:
        queues = {queue["QueueName"]: queue for queue in of_type(RESOURCES, "AWS::SQS::Queue").values()}
        consumed = {source.queue for source in application.app.event_sources if isinstance(source, SQSEventConfig)}
        assert consumed == {f"healthcard-{consumer.context}" for consumer in bootstrap.QUEUED}
        assert all("RedrivePolicy" in queues[str(name)] for name in consumed)


class TestEvents:
    def test_whatever_is_told_is_heard_and_whatever_is_heard_is_told(self) -> None:
        relay = application.house.relay
        assert set(relay._builders) == set(relay._contexts_by_event)


class TestGatewayResponses:
    @pytest.mark.parametrize(
        ("response_type", "refusal"),
        [("MISSING_AUTHENTICATION_TOKEN", refusals.NoSuchRoute), ("REQUEST_TOO_LARGE", refusals.BodyTooLarge)],
    )
    def test_refuse_in_the_words_of_the_edge(self, response_type: str, refusal: type[Any]) -> None:
        hotline = application.settings.hotline
        assert gateway_body(response_type) == {
            "code": refusal.code,
            "message": refusal.message,
            "next_step": refusal.next_step.format(hotline=hotline),
            "request_id": "$context.requestId",
        }
        assert int(GATEWAY[response_type]["StatusCode"]) == refusals.status_of(refusal)

    def test_every_one_has_the_fields_of_a_refusal(self) -> None:
        for response_type in GATEWAY:
            assert set(gateway_body(response_type)) == {"code", "message", "next_step", "request_id"}


def test_the_way_in_knows_neither_the_local_stack_nor_a_test() -> None:
    tree = ast.parse((ROOT / "app.py").read_text())
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {module.partition(".")[0] for module in modules} <= {
        "__future__",
        "collections",
        "typing",
        "chalice",
        "chalicelib",
    }
