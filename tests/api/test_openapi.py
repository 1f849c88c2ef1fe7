"""The contract document: OpenAPI 3.1, complete, and made from the declarations the edge obeys."""

from __future__ import annotations

import json
from typing import Any

import pytest

import app as application
from chalicelib.kernel.refusals import Refusal
from tests.builders.world import World


@pytest.fixture(scope="module")
def document(town: World) -> dict[str, Any]:
    return town.request("GET", "/openapi.json").body


class TestDocument:
    def test_names_every_route_chalice_serves(self, document: dict[str, Any]) -> None:
        served = {(path, method.lower()) for path, methods in application.app.routes.items() for method in methods}
        told = {(path, method) for path, methods in document["paths"].items() for method in methods}
        assert told == served

    def test_every_reference_leads_somewhere(self, document: dict[str, Any]) -> None:
        schemas = document["components"]["schemas"]
        for reference in _references(document):
            assert reference.removeprefix("#/components/schemas/") in schemas

    def test_every_operation_says_in_words_what_it_does(self, document: dict[str, Any]) -> None:
        for path, methods in document["paths"].items():
            for method, operation in methods.items():
                assert operation["summary"], (method, path)
                assert "500" in operation["responses"], (method, path)

    def test_whoever_must_be_signed_in_is_told_so(self, document: dict[str, Any]) -> None:
        public = {
            path for path, methods in document["paths"].items() for each in methods.values() if "security" not in each
        }
        assert public == {
            "/v1/login",
            "/v1/staff/login",
            "/v1/wechat/pay/notify",
            "/v1/wechat/push",
            "/v1/health",
            "/v1/health/ready",
            "/openapi.json",
        }

    def test_links_the_ids_in_an_answer_to_the_routes_that_take_them(self, document: dict[str, Any]) -> None:
        booked = document["paths"]["/v1/visits"]["post"]["responses"]["201"]["links"]
        assert booked["cancel_visit"] == {
            "operationId": "cancel_visit",
            "parameters": {"visit_id": "$response.body#/id"},
        }
        assert "accept_visit" not in booked  # a caregiver's, not a member's
        agenda = document["paths"]["/v1/caregiver/agenda"]["get"]["responses"]["200"]["links"]
        assert agenda["accept_visit"]["parameters"] == {"visit_id": "$response.body#/items/0/id"}

    def test_is_openapi_3_1(self, document: dict[str, Any]) -> None:
        assert document["openapi"] == "3.1.0"
        assert json.dumps(document)


class TestRefusals:
    def test_every_one_has_its_own_code_and_chinese_words(self) -> None:
        codes: dict[str, type[Refusal]] = {}
        for refusal in _leaves(Refusal):
            assert codes.setdefault(refusal.code, refusal) is refusal, refusal.code
            for words in (refusal.message, refusal.next_step):
                assert words.endswith(("。", "}")), (refusal.code, words)
                assert "稍后再试" not in words, refusal.code
                assert "系统繁忙" not in words, refusal.code


def _leaves(kind: type[Refusal]) -> list[type[Refusal]]:
    return [kind] if hasattr(kind, "code") else [leaf for each in kind.__subclasses__() for leaf in _leaves(each)]


def _references(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if "$ref" in node else []
        return own + [reference for each in node.values() for reference in _references(each)]
    if isinstance(node, list):
        return [reference for each in node for reference in _references(each)]
    return []
