"""Every route refuses in one format, whatever is thrown at it; generated from the routes themselves."""

from __future__ import annotations

from typing import Any

import pytest

import app as application
from chalicelib.kernel.principal import Role
from chalicelib.platform.http.operation import NoContent, Operation
from local import people
from local.people import Answer, Phone
from tests.builders.world import World

OPERATIONS = [operation for api in application.APIS for operation in api.operations]
SIGNED_IN = [each for each in OPERATIONS if each.role is not None]
WITH_BODY = [each for each in OPERATIONS if each.command is not NoContent]
ULID = "01M00000000000000000000009"


def named(operations: list[Operation]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("operation", operations, ids=lambda each: f"{each.method} {each.path}")


# What these routes cannot do without in their query.
ASKED = {
    "/v1/me/templates-to-ask": {"moment": "booking"},
    "/v1/wechat/push": {"signature": "s", "timestamp": "1", "nonce": "n", "echostr": "e"},
}


def path_of(operation: Operation) -> str:
    kinds = {
        "visit_id": "vis",
        "person_id": "per",
        "card_id": "card",
        "caregiver_id": "cgr",
        "message_id": "msg",
        "story_id": "vis",
        "subject_id": "vis",
        "batch_id": "bat",
        "talk_id": "talk",
        "post_id": "post",
        "grant_id": "grant",
        "otp_id": "otp",
        "paper_id": "paper",
        "check_id": "face",
    }
    ids = {
        name: f"{kind}_{ULID}"
        for name, kind in (kinds | {"case_id": "case", "problem_id": "prb", "shift_id": "shift"}).items()
    }
    asked = "&".join(f"{name}={value}" for name, value in ASKED.get(operation.path, {}).items())
    return operation.path.format(**ids, queue="service") + (f"?{asked}" if asked else "")


def assert_refusal(answer: Answer, status: int, code: str) -> None:
    assert (answer.status, answer.body.get("code")) == (status, code), answer
    assert set(answer.body) <= {"code", "message", "next_step", "request_id", "field", "position", "facts"}
    assert answer.body["message"].endswith("。")
    assert answer.body["next_step"].endswith(("。", "？"))
    assert "{" not in answer.body["message"] + answer.body["next_step"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Request-Id"] == answer.body["request_id"]


@pytest.fixture(scope="module")
def everyone(town: World) -> dict[Role, Phone]:
    staff = people.a_staff_member(town)
    caregiver, _ = people.a_caregiver(town, staff)
    every = dict.fromkeys((Role.STAFF, Role.AGENT, Role.REVIEWER, Role.SUPERVISOR), staff)
    return {Role.MEMBER: people.a_member(town), Role.CAREGIVER: caregiver} | every


def send(town: World, operation: Operation, **request: Any) -> Answer:
    return town.request(operation.method, path_of(operation), **request)


class TestWithoutSession:
    @named(SIGNED_IN)
    def test_no_token_is_refused(self, town: World, operation: Operation) -> None:
        assert_refusal(send(town, operation), 401, "request.not_signed_in")

    @named(SIGNED_IN)
    @pytest.mark.parametrize("token", ["nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJwZXIifQ."])
    def test_a_token_that_is_none_is_refused(self, town: World, operation: Operation, token: str) -> None:
        assert_refusal(send(town, operation, token=token), 401, "request.not_signed_in")

    def test_another_scheme_is_refused(self, town: World) -> None:
        answer = town.request("GET", "/v1/me", headers={"authorization": "Basic YTpi"})
        assert_refusal(answer, 401, "request.not_signed_in")


class TestRoles:
    @named([each for each in SIGNED_IN if each.role is not Role.MEMBER])
    def test_a_member_without_the_role_is_refused(
        self, town: World, everyone: dict[Role, Phone], operation: Operation
    ) -> None:
        answer = send(town, operation, token=everyone[Role.MEMBER].token)
        assert_refusal(answer, 403, "request.role_missing")

    @named([each for each in SIGNED_IN if each.role not in {Role.MEMBER, Role.CAREGIVER}])
    def test_a_caregiver_is_no_staff(self, town: World, everyone: dict[Role, Phone], operation: Operation) -> None:
        answer = send(town, operation, token=everyone[Role.CAREGIVER].token)
        assert_refusal(answer, 403, "request.role_missing")


class TestBodies:
    def token(self, operation: Operation, everyone: dict[Role, Phone]) -> str | None:
        return everyone[operation.role].token if operation.role else None

    @named(WITH_BODY)
    @pytest.mark.parametrize("raw", [b"{", b"", b"[]", b'"text"', b"\xff\xfe", b'{"a": NaN'])
    def test_what_is_no_command_is_refused(
        self, town: World, everyone: dict[Role, Phone], operation: Operation, raw: bytes
    ) -> None:
        answer = send(
            town,
            operation,
            raw=raw,
            headers={"content-type": "application/json"},
            token=self.token(operation, everyone),
        )
        assert answer.status in {400, 422}
        assert_refusal(answer, answer.status, answer.body["code"])

    @named(WITH_BODY)
    @pytest.mark.parametrize("kind", ["text/plain", "application/xml", "application/json; charset=gbk", "garbage"])
    def test_another_content_type_is_refused(
        self, town: World, everyone: dict[Role, Phone], operation: Operation, kind: str
    ) -> None:
        answer = send(
            town, operation, raw=b"{}", headers={"content-type": kind}, token=self.token(operation, everyone)
        )
        assert_refusal(answer, 415, "request.not_json")

    @named(WITH_BODY)
    def test_an_unknown_field_is_refused_by_name(
        self, town: World, everyone: dict[Role, Phone], operation: Operation
    ) -> None:
        answer = send(town, operation, body={"surprise": 1}, token=self.token(operation, everyone))
        assert answer.status == 422
        assert answer.body["code"] in {"request.field_unknown", "request.field_missing"}
        assert answer.body["field"]

    @named([each for each in OPERATIONS if each.method != "GET"])
    def test_more_than_64_kb_is_refused(self, town: World, everyone: dict[Role, Phone], operation: Operation) -> None:
        raw = b'{"a": "' + b"x" * (64 * 1024) + b'"}'
        answer = send(
            town,
            operation,
            raw=raw,
            headers={"content-type": "application/json"},
            token=self.token(operation, everyone),
        )
        assert_refusal(answer, 413, "request.too_large")

    @named(
        [each for each in OPERATIONS if each.method != "GET" and each not in WITH_BODY and not each.reads_raw_body]
    )
    def test_a_body_where_none_belongs_is_refused(
        self, town: World, everyone: dict[Role, Phone], operation: Operation
    ) -> None:
        answer = send(town, operation, body={"a": 1}, token=self.token(operation, everyone))
        assert_refusal(answer, 422, "request.field_unknown")


class TestPathsAndQueries:
    @named([each for each in SIGNED_IN if each.path_fields])
    def test_what_cannot_be_an_id_is_not_found(
        self, town: World, everyone: dict[Role, Phone], operation: Operation
    ) -> None:
        path = operation.path.format(**dict.fromkeys(operation.path_fields, "1'--"))
        token = everyone[operation.role or Role.MEMBER].token
        assert_refusal(town.request(operation.method, path, token=token), 404, "request.no_such_thing")

    @named([each for each in SIGNED_IN if each.method == "GET"])
    def test_an_unknown_question_is_refused(
        self, town: World, everyone: dict[Role, Phone], operation: Operation
    ) -> None:
        token = everyone[operation.role or Role.MEMBER].token
        path = path_of(operation)
        answer = town.request("GET", f"{path}{'&' if '?' in path else '?'}surprise=1", token=token)
        assert_refusal(answer, 422, "request.field_unknown")

    @pytest.mark.parametrize("query", ["limit=0", "limit=51", "limit=x", "limit=1&limit=2", "after=' OR 1"])
    @pytest.mark.parametrize("path", ["/v1/visits", "/v1/bills", "/v1/inbox", "/v1/wallet/entries"])
    def test_a_page_out_of_range_is_refused(
        self, town: World, everyone: dict[Role, Phone], path: str, query: str
    ) -> None:
        answer = town.request("GET", f"{path}?{query}", token=everyone[Role.MEMBER].token)
        assert_refusal(answer, 422, "request.field_invalid")

    def test_an_unknown_method_is_refused(self, town: World) -> None:
        assert_refusal(town.request("DELETE", "/v1/wallet"), 405, "request.no_such_method")


class TestService:
    def test_is_alive_and_ready_and_says_which_version(self, town: World) -> None:
        assert town.request("GET", "/v1/health").body == {"status": "alive", "commit": "unknown"}
        assert town.request("GET", "/v1/health/ready").body["status"] == "ready"

    def test_every_answer_bears_its_headers(self, town: World) -> None:
        headers = town.request("GET", "/v1/health").headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Strict-Transport-Security"].startswith("max-age=")
        assert headers["X-Request-Id"].startswith("req_")
