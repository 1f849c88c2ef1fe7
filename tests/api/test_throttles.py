"""How often one may try: per person and per address, with the time when it counts again."""

from __future__ import annotations

from datetime import UTC, datetime

import boto3
import pytest

import app as application
from local import people
from local.people import Answer, Phone, done, new_id
from local.restore import items_of
from tests.builders.world import World


def wrong_identity(phone: Phone) -> Answer:
    return phone.put("/v1/me/identity", {"name": "李强", "id_number": "11010519491231002X"})


def is_too_often(answer: Answer) -> bool:
    return (answer.status, answer.body["code"]) == (429, "request.too_often")


class TestPerPerson:
    def test_the_eleventh_question_to_the_register_is_refused_with_the_time(self, world: World) -> None:
        phone, other = people.a_member(world), people.a_member(world)
        world.clock.set_to(datetime(2026, 11, 23, 0, 20, tzinfo=UTC))
        assert [wrong_identity(phone).status for _ in range(10)] == [422] * 10
        refused = wrong_identity(phone)
        assert is_too_often(refused)
        assert (refused.headers["Retry-After"], refused.body["facts"]["retry_at"]) == (
            "2400",
            "2026-11-23T01:00:00.000Z",
        )
        assert "11月23日 9:00" in refused.body["next_step"]
        assert wrong_identity(other).status == 422
        world.clock.set_to(datetime(2026, 11, 23, 1, 0, tzinfo=UTC))
        assert wrong_identity(phone).status == 422

    def test_what_is_refused_costs_nobody_a_question(self, world: World) -> None:
        phone = people.a_member(world)
        for _ in range(13):
            wrong_identity(phone)
        asked = world.outside.realname_documents.all("question")
        assert len(asked) == 10

    def test_activation_codes_cannot_be_tried_by_the_hundred(self, world: World) -> None:
        phone = people.a_member(world)
        tries = [
            phone.post("/v1/cards/activations", {"id": new_id("card"), "activation_code": "x"}) for _ in range(21)
        ]
        assert [is_too_often(each) for each in tries] == [False] * 20 + [True]


class TestPerAddress:
    def test_a_machine_that_logs_in_without_end_is_stopped_and_then_let_in_again(self, world: World) -> None:
        answers = [world.request("POST", "/v1/login", body={"code": "x"}) for _ in range(601)]
        assert [is_too_often(each) for each in answers] == [False] * 600 + [True]
        world.pass_time(minutes=10)
        assert done(people.a_member(world).get("/v1/me"))["roles"] == ["member"]

    def test_no_address_is_kept_in_plain(self, world: World) -> None:
        people.a_member(world)
        kept = list(items_of(boto3.client("dynamodb"), "healthcard-platform"))
        assert kept
        assert "127.0.0.1" not in str(kept)


@pytest.mark.parametrize(
    "name",
    ["POST /v1/login", "POST /v1/me/phone", "PUT /v1/me/identity", "POST /v1/cards/activations"],
)
def test_whatever_could_be_guessed_at_is_limited(name: str) -> None:
    operations = {f"{each.method} {each.path}": each for api in application.APIS for each in api.operations}
    assert operations[name].throttles
