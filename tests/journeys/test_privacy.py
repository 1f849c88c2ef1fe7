"""What must never be read: a name, a phone, a number, an address, in logs, queues or the database."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any
from urllib.parse import quote

import boto3
import pytest

from local import people
from local.people import ADDRESS, Phone, done
from local.restore import items_of
from tests.builders import story
from tests.builders.world import World

AS_JSON = {"content-type": "application/json"}
NAME, STREET, NEED, WORDS = "司马相如", "梧桐里弄七号", "夜里要翻身两次", "手脚麻利话不多"
PLEA, ANSWER = "多算了半个钟头", "已按签退时间重算"


def plant_where_nobody_reads(world: World, elder: Phone, words: list[str]) -> None:
    """In the path, the query, a header, a field that does not exist, and JSON that does not end."""
    for word in words:
        quoted = quote(word)
        places = [
            world.request("GET", f"/v1/visits/{quoted}", token=elder.token),
            world.request("GET", f"/v1/visits?after={quoted}", token=elder.token),
            world.request("GET", f"/v1/visits?{quoted}=1", token=elder.token),
            world.request("GET", "/v1/visits", token=quoted),
            world.request("GET", "/v1/wallet", token=elder.token, headers={"x-note": quoted, "user-agent": quoted}),
            world.request("POST", "/v1/visits", token=elder.token, body={word: word}),
            world.request(
                "POST", "/v1/visits", token=elder.token, raw=f'{{"needs": "{word}'.encode(), headers=AS_JSON
            ),
            world.request("POST", "/v1/login", body={"code": word}),
            world.request("POST", "/v1/wechat/pay/notify", raw=word.encode()),
        ]
        assert {answer.status for answer in places} <= {200, 400, 401, 404, 422}


def _places(logs: StringIO, queued: list[Any]) -> dict[str, str]:
    return {"logs": logs.getvalue(), "queues": repr(queued), "database": everything_stored()}


def everything_stored() -> str:
    client = boto3.client("dynamodb")
    return "\n".join(repr(item) for table in client.list_tables()["TableNames"] for item in items_of(client, table))


@pytest.fixture
def logs() -> Iterator[StringIO]:
    """What the product's own handler writes, as CloudWatch would get it."""
    (handler,) = logging.getLogger("healthcard").handlers
    assert isinstance(handler, logging.StreamHandler)
    written = StringIO()
    before = handler.setStream(written)
    yield written
    handler.setStream(before)


def test_personal_data_is_in_no_log_no_queue_and_no_plain_item(world: World, logs: StringIO) -> None:
    queued: list[Any] = []
    boto3.client("sqs").meta.events.register(
        "before-parameter-build.sqs.SendMessageBatch", lambda params, **_: queued.append(params)
    )
    staff = people.a_staff_member(world)
    caregiver, caregiver_id = people.a_caregiver(world, staff)
    number = people.a_resident_number()
    elder = people.an_elder(world, staff, name=NAME, id_number=number, balance_fen=50_000)
    world.request("POST", "/v1/visits", token=elder.token, raw=f'{{"address": "{STREET}", '.encode())
    elder.put("/v1/me/identity", {"name": NAME, "id_number": number[:-1]})
    plant_where_nobody_reads(world, elder, [NAME, STREET, NEED, number, elder.number])
    visit_id = story.a_booked_visit(elder, caregiver_id, address=ADDRESS | {"text": STREET}, needs=NEED)
    story.go_to_service(world, caregiver, visit_id)
    done(caregiver.post(f"/v1/visits/{visit_id}/check-out", people.fix()))
    world.settle()
    done(elder.post(f"/v1/visits/{visit_id}/review", {"stars": 5, "text": WORDS}))
    world.settle()
    case = {"id": people.new_id("case"), "cause": "billing.bill_differs", "about": visit_id, "text": PLEA}
    done(elder.post("/v1/cases", case), 201)
    staff.come_back_to_desk()
    done(staff.post(f"/v1/staff/cases/{case['id']}/claim"))
    answer = {"id": people.new_id("post"), "text": ANSWER, "cause": "other", "action": "explained"}
    done(staff.post(f"/v1/staff/cases/{case['id']}/close", answer))
    world.settle()

    lines = [json.loads(line) for line in logs.getvalue().splitlines()]
    assert all("correlation_id" in line for line in lines)
    assert len(lines) > 25
    assert len(queued) > 5
    secrets = [
        NAME,
        STREET,
        NEED,
        WORDS,
        PLEA,
        ANSWER,
        number,
        elder.number,
        elder.number[3:],
        elder.openid,
        str(elder.token),
    ]
    secrets.append(staff.otp_secret)
    for place, text in _places(logs, queued).items():
        assert [secret for secret in secrets if secret in text] == [], place
