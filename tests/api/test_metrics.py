"""What CloudWatch is told, in its embedded format: the names and dimensions the alarms listen to."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import boto3
import pytest

from local import people
from local.environment import SMS_GATEWAYS
from local.people import done
from tests.builders import story
from tests.builders.story import a_booked_visit, a_served_visit, go_to_service
from tests.builders.world import World

SERVICE = {"service": "healthcard"}


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Any:
    """The figures of one name since last asked: (dimensions, value)."""

    def read(name: str) -> list[tuple[dict[str, str], float]]:
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith('{"_aws"')]
        figures = []
        for line in lines:
            (metrics,) = line["_aws"]["CloudWatchMetrics"]
            assert metrics["Namespace"] == "healthcard"
            if metrics["Metrics"][0]["Name"] == name:
                (names,) = metrics["Dimensions"]
                figures.append(({each: line[each] for each in names}, line[name][0]))
        return figures

    return read


def test_a_refusal_is_counted_by_its_code(world: World, told: Any) -> None:
    world.request("GET", "/v1/me")
    assert told("Refusals") == [(SERVICE | {"code": "request.not_signed_in"}, 1)]


def test_a_refusal_that_people_must_look_at_is_counted_once_more(world: World, told: Any) -> None:
    world.request("POST", "/v1/wechat/pay/notify", raw=b"{}")
    assert told("AlarmingRefusals") == [(SERVICE | {"code": "wechat_pay.callback_refused"}, 1)]
    world.request("GET", "/v1/me")
    assert told("AlarmingRefusals") == []


def test_a_defect_is_counted(world: World, told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    member = people.a_member(world)
    monkeypatch.setattr("chalicelib.cards.api.CardsView", None)
    assert member.get("/v1/cards").status == 500
    assert told("Defects") == [(SERVICE, 1)]


def test_each_audit_tells_that_it_came_to_its_end(world: World, told: Any) -> None:
    world.settle()
    world.pass_time(hours=1)
    assert told("Audits") == [(SERVICE, 1)]


def test_each_sweep_tells_how_late_it_was(world: World, told: Any) -> None:
    staff = people.a_staff_member(world)
    _, caregiver_id = people.a_caregiver(world, staff)
    elder = story.an_elder(world, staff)
    a_booked_visit(elder, caregiver_id)
    world.pass_time(minutes=1)
    told("DueLag")
    world.clock.advance(timedelta(minutes=40))  # half an hour to accept, then ten minutes nobody swept
    world.settle()
    late = {figure[0]["table"]: figure[1] for figure in told("DueLag")}
    assert late["healthcard-care"] == pytest.approx(660, abs=61)
    world.pass_time(minutes=1)
    assert (SERVICE | {"table": "healthcard-care"}, 0) in told("DueLag")


def test_the_relay_tells_how_long_a_change_waited(world: World, told: Any) -> None:
    people.a_member(world).give_number()
    told("RelayLag")
    staff = people.a_staff_member(world)
    people.a_caregiver(world, staff)
    figures = told("RelayLag")
    assert figures
    assert all(dimensions == SERVICE and value >= 0 for dimensions, value in figures)


def test_an_sms_is_counted(world: World, told: Any) -> None:
    staff = people.a_staff_member(world)
    _, caregiver_id = people.a_caregiver(world, staff)
    elder = story.an_elder(world, staff)
    a_booked_visit(elder, caregiver_id)
    told("Sms")
    world.settle()
    ((dimensions, count),) = told("Sms")  # to the caregiver who is asked
    assert count == 1
    assert dimensions.pop("gateway") in {each["name"] for each in SMS_GATEWAYS}
    assert dimensions == SERVICE | {"outcome": "sent"}


class TestTheLedgersProof:
    def test_is_told_for_each_wallet_that_was_billed(self, world: World, told: Any) -> None:
        self._billed(world)
        told("LedgerBroken")
        world.pass_time(hours=1)
        assert told("LedgerBroken") == [(SERVICE, 0)]

    def test_is_told_also_when_the_clock_ended_the_visit(self, world: World, told: Any) -> None:
        staff = people.a_staff_member(world)
        caregiver, caregiver_id = people.a_caregiver(world, staff)
        elder = story.an_elder(world, staff)
        go_to_service(world, caregiver, a_booked_visit(elder, caregiver_id))
        world.pass_time(hours=4, minutes=1)  # two that were booked, two to check out, and nobody did
        world.pass_time(minutes=2)
        assert len(done(elder.get("/v1/bills"))["items"]) == 1
        told("LedgerBroken")
        world.pass_time(hours=1)
        assert told("LedgerBroken") == [(SERVICE, 0)]

    def test_finds_a_wallet_that_its_journal_does_not_explain(
        self, world: World, told: Any, caplog: pytest.LogCaptureFixture
    ) -> None:
        elder = self._billed(world)
        told("LedgerBroken")
        key = {"PK": {"S": f"WALLET#{elder.person_id.removeprefix('per_')}"}, "SK": {"S": "WALLET"}}
        one_fen_more = {
            "TableName": "healthcard-billing",
            "Key": key,
            "UpdateExpression": "ADD #available :fen",
            "ExpressionAttributeNames": {"#available": "available"},
            "ExpressionAttributeValues": {":fen": {"N": "1"}},
        }
        boto3.client("dynamodb").transact_write_items(TransactItems=[{"Update": one_fen_more}])
        world.pass_time(hours=1)
        assert told("LedgerBroken") == [(SERVICE, 1)]
        (line,) = [record for record in caplog.records if record.getMessage() == "ledger_broken"]
        assert (line.__dict__["owned_fen"], line.__dict__["posted_fen"]) == (37_201, 37_200)
        assert done(elder.get("/v1/wallet"))["available_fen"] == 37_201
        told_to_staff = done(people.a_staff_member(world).get(f"/v1/staff/story/{elder.person_id}"))["items"]
        assert "余额 ¥372.01，预留 ¥0.00，与账目不符" in [each["what"] for each in told_to_staff]

    def _billed(self, world: World) -> people.Phone:
        staff = people.a_staff_member(world)
        caregiver, caregiver_id = people.a_caregiver(world, staff)
        elder = story.an_elder(world, staff)
        a_served_visit(world, elder, caregiver, caregiver_id, minutes=120)
        return elder
