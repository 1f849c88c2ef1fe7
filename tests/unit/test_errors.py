"""The closed catalogue of refusals: whatever is raised has an entry, and none sends anybody away with nothing."""

from __future__ import annotations

import ast
import re
from collections import Counter

import pytest

from chalicelib.kernel.refusals import Refusal
from chalicelib.platform.http.openapi import openapi_document
from chalicelib.support.catalogue import load_catalogue
from local import errors

CATALOGUE = errors.catalogue()
BY_NAME = {each.__name__: each for each in CATALOGUE}
# features.md #42: what a template answers when nobody knows. Each alone is no cause and no remedy.
EMPTY_WORDS = re.compile("系统(繁忙|异常|错误)|(稍后|稍候)(再试|重试)|请重试|未知错误|网络异常|操作失败")


def raised_in_source() -> set[str]:
    """Names of exceptions raised, handed on as `refuses=`, or made to be raised later, in the product."""
    names: set[str] = set()
    for path in errors.SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Raise) and node.exc is not None:
                made = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
                names.add(made.id if isinstance(made, ast.Name) else getattr(made, "attr", ""))
    return names


def test_the_page_is_what_the_source_says() -> None:
    assert errors.PAGE.read_text() == errors.page(), "make errors"


def test_every_code_is_one_refusals() -> None:
    twice = {code: count for code, count in Counter(each.code for each in CATALOGUE).items() if count > 1}
    assert twice == {}


def test_whatever_is_raised_has_an_entry() -> None:
    known = {each.__name__ for each in errors._below(Refusal)}
    assert raised_in_source() & known <= set(BY_NAME)


def test_whatever_a_route_declares_has_an_entry_and_every_entry_is_declared_or_the_edges() -> None:
    import app  # noqa: PLC0415

    document = openapi_document(app.APIS, version="test")
    declared = {
        code
        for path in document["paths"].values()
        for operation in path.values()
        for answer in operation["responses"].values()
        for code in answer.get("x-codes", ())
    }
    codes = {each.code for each in CATALOGUE}
    assert declared - codes == {"platform.defect"}
    # The gateway's own; met by orders, which go on without an answer; told to an operator.
    gateways, operators = "request.no_such_route", "identity.nobody_with_that_phone"
    assert codes - declared == {gateways, "wechat_pay.unreachable", operators}


@pytest.mark.parametrize("refusal", CATALOGUE, ids=lambda each: each.code)
class TestEachEntry:
    def test_names_a_cause_and_a_step_in_plain_words(self, refusal: type[Refusal]) -> None:
        assert re.fullmatch(r"[a-z_]+\.[a-z_]+", refusal.code)
        assert not EMPTY_WORDS.search(refusal.message + refusal.next_step)
        for sentence in (refusal.message, refusal.next_step):
            assert sentence.endswith(("。", "{offer}"))
            assert not re.search(r"[A-Z]{3,}|null|error|token", sentence.replace("JSON", ""))

    def test_opens_a_case_under_a_cause_there_is(self, refusal: type[Refusal]) -> None:
        if refusal.stuck:
            cause = load_catalogue().cause(refusal.stuck)
            assert "per" in cause.about
