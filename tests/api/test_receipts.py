"""What became of an SMS after a gateway took it: delivered, refused for good, failed for now (seed items #6, #12)."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from botocore.exceptions import EndpointConnectionError

from chalicelib.platform.settings import Settings
from local.lambda_events import queue_event, schedule_event
from local.people import done
from tests.builders import clients
from tests.builders.story import shanghai
from tests.builders.telling import Scene
from tests.builders.world import World

REQUEST = "req_01M82V7M00GSP7QTCPRVA8MCST"
UNREACHABLE = "Phone is currently unreachable/unavailable"


class SnsLogs:
    """CloudWatch Logs as SNS fills them, of all regions in one; a silent one does not answer."""

    exceptions = SimpleNamespace(ResourceNotFoundException=LookupError)

    def __init__(self) -> None:
        self.lines: dict[str, list[tuple[datetime, dict[str, Any]]]] = {}
        self.silent: set[str] = set()

    def note(self, gateway: str, reference: str, at: datetime, failure: str = "") -> None:
        noted = {"notification": {"messageId": reference}, "delivery": {"providerResponse": failure}}
        group = f"{gateway}/Failure" if failure else gateway
        self.lines.setdefault(group, []).append((at, noted | {"status": "FAILURE" if failure else "SUCCESS"}))

    def filter_log_events(self, **asked: Any) -> dict[str, Any]:
        group = asked["logGroupName"]
        if group in self.silent:
            raise EndpointConnectionError(endpoint_url=group)
        if group not in self.lines:
            raise self.exceptions.ResourceNotFoundException
        noted = [(int(at.timestamp() * 1000), line) for at, line in self.lines[group]]
        found = [(ms, line) for ms, line in noted if asked["startTime"] <= ms <= asked["endTime"]]
        place = int(asked.get("nextToken", 0))
        page = [{"timestamp": ms, "message": json.dumps(line)} for ms, line in found[place : place + 1]]
        return {"events": page} | ({"nextToken": str(place + 1)} if place + 1 < len(found) else {})


class Receipts:
    """The scene with receipts switched on, and what SNS took in the order it did."""

    def __init__(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        self.scene, self.world, self.logs = Scene(world), world, SnsLogs()
        monkeypatch.setitem(clients._given, "logs", self.logs)
        world.rebuild(_with_receipts)
        self._seen = set(self._taken())

    def _taken(self) -> dict[str, str]:
        from moto.sns.models import sns_backends  # noqa: PLC0415 - inside the mock

        regions = {"singapore": "ap-southeast-1", "tokyo": "ap-northeast-1"}
        return {
            reference: gateway
            for gateway, region in regions.items()
            for reference, text in sns_backends["123456789012"][region].sms_messages.items()
            if text[0] == self.scene.elder.number
        }

    def newest(self) -> tuple[str, str]:
        """(gateway, reference) of the one text to the elder since the last look."""
        taken = self._taken()
        (reference,) = taken.keys() - self._seen
        self._seen.add(reference)
        return taken[reference], reference

    def count(self) -> int:
        return len(self._taken())

    def note(self, of: tuple[str, str], failure: str = "") -> None:
        """SNS notes it now; two minutes later it was looked for."""
        self.logs.note(*of, self.world.clock(), failure)
        self.look()

    def look(self) -> None:
        self.world.clock.advance(timedelta(minutes=2))
        self.world.settle()

    def push(self) -> str:
        return str(self.scene.messages()["visit_accepted"]["push"])


def _with_receipts(settings: Settings) -> Settings:
    noting = tuple(each.model_copy(update={"receipts": each.name}) for each in settings.sms_gateways)
    return settings.model_copy(update={"sms_gateways": noting})


@pytest.fixture
def receipts(world: World, monkeypatch: pytest.MonkeyPatch) -> Receipts:
    made = Receipts(world, monkeypatch)
    made.scene.book_and_accept()
    assert made.push() == "by_sms"
    return made


class TestNumbers:
    def test_the_phone_has_it_and_the_desk_sees_that(self, receipts: Receipts) -> None:
        gateway, reference = receipts.newest()
        receipts.note((gateway, reference))
        assert receipts.push() == "delivered"
        states = done(receipts.scene.staff.get("/v1/staff/gateways"))["items"]
        assert {each["name"]: each["delivered"] for each in states}[gateway] == 1
        story = done(receipts.scene.staff.get(f"/v1/staff/story/{receipts.scene.elder.person_id}"))
        assert "短信已送到手机" in json.dumps(story, ensure_ascii=False)

    def test_one_that_failed_for_now_goes_again_and_no_more_than_three_times(self, receipts: Receipts) -> None:
        for sent, wait in ((2, timedelta(minutes=10)), (3, timedelta(hours=1))):
            receipts.note(receipts.newest(), UNREACHABLE)
            assert receipts.push() == "held"
            receipts.world.clock.advance(wait - timedelta(minutes=1))
            receipts.world.settle()
            assert receipts.count() == sent - 1
            receipts.look()
            assert (receipts.push(), receipts.count()) == ("by_sms", sent)
        receipts.note(receipts.newest(), UNREACHABLE)
        assert (receipts.push(), receipts.count()) == ("undelivered", 3)

    def test_a_number_that_takes_nothing_is_not_tried_again(self, receipts: Receipts) -> None:
        receipts.note(receipts.newest(), "Phone number is opted out")
        assert (receipts.push(), receipts.count()) == ("undelivered", 1)

    def test_what_it_says_is_no_longer_so_it_does_not_go_again(self, receipts: Receipts) -> None:
        (visit,) = done(receipts.scene.elder.get("/v1/visits"))["items"]
        receipts.scene.cancel(visit["id"])
        receipts.note(receipts.newest(), UNREACHABLE)
        receipts.world.clock.advance(timedelta(minutes=11))
        receipts.world.settle()
        assert (receipts.push(), receipts.count()) == ("void", 1)

    def test_at_night_it_waits_for_the_morning(self, receipts: Receipts) -> None:
        first = receipts.newest()
        receipts.world.clock.set_to(shanghai(23, 21, 55))
        receipts.note(first, UNREACHABLE)
        before = receipts.count()
        receipts.scene.until(24, 6, 59)
        assert (receipts.push(), receipts.count()) == ("held", before)
        receipts.scene.until(24, 7)
        assert receipts.push() == "by_sms"

    def test_the_first_receipt_of_an_attempt_counts(self, receipts: Receipts) -> None:
        first = receipts.newest()
        receipts.note(first, UNREACHABLE)
        receipts.note(first, UNREACHABLE)
        receipts.world.clock.advance(timedelta(minutes=10))
        receipts.world.settle()
        receipts.note(first, UNREACHABLE)
        assert (receipts.push(), receipts.count()) == ("by_sms", 2)
        receipts.note(receipts.newest())
        receipts.note(first, "Invalid phone number")
        assert (receipts.push(), receipts.count()) == ("delivered", 2)


class TestGathering:
    def test_what_was_noted_while_nobody_looked_is_found(self, receipts: Receipts) -> None:
        receipts.look()
        receipts.logs.note(*receipts.newest(), receipts.world.clock())
        receipts.world.clock.advance(timedelta(hours=6))
        receipts.world.settle()
        assert receipts.push() == "delivered"

    def test_a_region_that_does_not_answer_holds_up_no_other_and_is_read_later(self, receipts: Receipts) -> None:
        gateway, reference = receipts.newest()
        other = {"singapore": "tokyo", "tokyo": "singapore"}[gateway]
        receipts.look()
        receipts.logs.note(gateway, reference, receipts.world.clock())
        receipts.world.clock.advance(timedelta(minutes=2))
        for silent, handed_over in ((gateway, 0), (other, 1)):
            receipts.world.clock.advance(timedelta(seconds=20))
            receipts.logs.silent = {silent}
            with pytest.raises(ExceptionGroup):
                _gather(receipts.world)
            assert len(receipts.world.queued("receipts")) == handed_over
        receipts.logs.silent = set()
        receipts.world.settle()
        assert receipts.push() == "delivered"


class TestQueue:
    """A gateway behind a topic sends its own receipts."""

    def test_of_a_text_we_are_about_to_note_it_comes_again_and_of_no_text_it_is_dropped(
        self, receipts: Receipts
    ) -> None:
        now = receipts.world.clock()
        failed = _told(receipts.world, _receipt(reference="not-noted-yet", at=now))
        assert failed == ["1"]
        assert _told(receipts.world, _receipt(reference="nobody's", at=now - timedelta(minutes=2))) == []

    def test_it_settles_the_text(self, receipts: Receipts) -> None:
        gateway, reference = receipts.newest()
        mine = _receipt(reference=reference, at=receipts.world.clock()) | {"gateway": gateway}
        assert _told(receipts.world, mine) == []
        assert receipts.push() == "delivered"

    @pytest.mark.parametrize(("outcome", "state"), [("delivered", "delivered"), ("failed", "failed")])
    def test_it_tells_of_a_one_time_code_as_well(self, receipts: Receipts, outcome: str, state: str) -> None:
        elder = receipts.scene.elder
        receipts.newest()
        otp_id = done(elder.post("/v1/otp", {"phone": elder.number, "purpose": "phone"}), 201)["id"]
        gateway, reference = receipts.newest()
        for said in (outcome, "delivered", "failed"):
            mine = _receipt(reference=reference, at=receipts.world.clock()) | {"gateway": gateway, "outcome": said}
            assert _told(receipts.world, mine) == []
            assert done(elder.get(f"/v1/otp/{otp_id}"))["state"] == state

    @pytest.mark.parametrize("wrong", [{"outcome": "perhaps"}, {"at": "yesterday"}, {"reference": None}])
    def test_what_is_no_receipt_ends_with_the_dead_letters(self, receipts: Receipts, wrong: dict[str, Any]) -> None:
        assert _told(receipts.world, _receipt(reference="x", at=receipts.world.clock()) | wrong) == ["1"]


def _receipt(*, reference: str, at: datetime) -> dict[str, Any]:
    return {"gateway": "singapore", "reference": reference, "outcome": "delivered", "at": at.isoformat()}


def _told(world: World, receipt: dict[str, Any]) -> list[str]:
    """Ids of what the function asks to be delivered again."""
    envelope = {"id": REQUEST, "name": "sms.receipt", "version": 1, "correlation_id": REQUEST, "data": receipt}
    message = {
        "MessageId": "1",
        "ReceiptHandle": "1",
        "Body": json.dumps(envelope),
        "Attributes": {},
        "MD5OfBody": "",
    }
    event = queue_event([message], queue="healthcard-receipts")
    answer = world.client.lambda_.invoke("receipt_events", event).payload
    return [each["itemIdentifier"] for each in answer["batchItemFailures"]]


def _gather(world: World) -> None:
    world.client.lambda_.invoke("sms_receipts", schedule_event("sms_receipts", world.clock()))
