"""Messages: in the inbox whatever happens, by WeChat where it may, by SMS where it may not."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import Any

import boto3
import pytest
from moto.core.exceptions import JsonRESTError

from local import people
from local.people import Phone, done, new_id
from tests.builders import story
from tests.builders.world import World


class Scene:
    def __init__(self, world: World) -> None:
        self.world = world
        staff = people.a_staff_member(world)
        self.caregiver, self.caregiver_id = people.a_caregiver(world, staff)
        self.elder = story.an_elder(world, staff)

    def book_and_accept(self) -> None:
        visit_id = story.a_booked_visit(self.elder, self.caregiver_id)
        self.world.settle()
        done(self.caregiver.post(f"/v1/visits/{visit_id}/accept"))
        self.world.settle()

    def messages(self, phone: Phone | None = None) -> dict[str, dict[str, Any]]:
        return {each["kind"]: each for each in done((phone or self.elder).get("/v1/inbox"))["items"]}

    def sms_to(self, phone: Phone) -> list[str]:
        return [text for number, text in self.world.sms() if number == phone.number]

    def pushed(self) -> list[str]:
        sent = self.world.wechat("GET", "/outbox")["items"]
        return [each["data"]["phrase3"]["value"] for each in sent if each["touser"] == self.elder.openid]


@pytest.fixture
def world(world_on_sqs: World) -> World:
    return world_on_sqs


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


class TestPush:
    def test_goes_by_wechat_with_consent_and_by_sms_without(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 1)
        scene.book_and_accept()
        messages = scene.messages()
        assert (messages["visit_booked"]["push"], messages["visit_accepted"]["push"]) == ("sent", "by_sms")
        assert scene.pushed() == ["等待接单"]
        assert scene.sms_to(scene.elder) == ["【远盟健康】李护理员已接单，11月24日 9:00上门做生活照护。"]

    def test_without_consent_or_phone_the_inbox_has_it(self, scene: Scene, world: World) -> None:
        staff = people.a_staff_member(world)
        silent = people.a_member(world)
        people.prove(silent, "李强", people.a_resident_number())
        people.activate(silent, people.an_activation_code(staff))
        people.top_up(silent, 50_000)
        done(silent.post("/v1/visits", story.booking(scene.caregiver_id)), 201)
        world.settle()
        assert scene.messages(silent)["visit_booked"]["push"] == "inbox_only"

    @pytest.mark.parametrize("fault", [{"errcode": 43108}, {"drop": "before"}, {"status": 500}])
    def test_wechat_not_now_is_tried_again_with_the_next_delivery(self, scene: Scene, fault: dict[str, Any]) -> None:
        scene.elder.consent("visit_status", 2)
        scene.world.wechat("POST", "/faults", {"path": "/cgi-bin/message", **fault})
        _deliver_failed_events_at_once()
        scene.book_and_accept()
        for _ in range(3):
            scene.world.settle()
        assert {each["push"] for each in scene.messages().values() if each["visit_id"]} == {"sent"}
        assert sorted(scene.pushed()) == ["已接单", "等待接单"]
        assert scene.sms_to(scene.elder) == []

    def test_an_answer_that_was_lost_costs_at_most_one_duplicate(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 5)
        scene.world.wechat("POST", "/faults", {"path": "/cgi-bin/message", "drop": "after"})
        _deliver_failed_events_at_once()
        scene.book_and_accept()
        for _ in range(4):
            scene.world.settle()
        assert sorted(scene.pushed()) in (["已接单", "等待接单", "等待接单"], ["已接单", "已接单", "等待接单"])

    def test_two_answers_that_were_lost_end_in_an_sms(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 9)
        scene.world.wechat("POST", "/faults", {"path": "/cgi-bin/message", "drop": "after", "times": 9})
        _deliver_failed_events_at_once()
        story.a_booked_visit(scene.elder, scene.caregiver_id)
        for _ in range(6):
            scene.world.settle()
        assert scene.pushed() == ["等待接单", "等待接单"]
        assert scene.messages()["visit_booked"]["push"] == "by_sms"
        assert len(scene.sms_to(scene.elder)) == 1

    def test_an_sms_that_was_not_taken_goes_with_the_next_delivery(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sns_down(monkeypatch, times=2)
        _deliver_failed_events_at_once()
        story.a_booked_visit(scene.elder, scene.caregiver_id)
        for _ in range(6):
            scene.world.settle()
        assert scene.messages()["visit_booked"]["push"] == "by_sms"
        assert len(scene.sms_to(scene.elder)) == 1

    def test_what_could_not_be_delivered_at_all_says_so(self, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
        sns_down(monkeypatch, times=99)
        _deliver_failed_events_at_once()
        story.a_booked_visit(scene.elder, scene.caregiver_id)
        for _ in range(6):
            scene.world.settle()
        assert scene.messages()["visit_booked"]["push"] == "undelivered"

    def test_a_template_of_ours_that_is_wrong_still_reaches_the_person(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 5)
        scene.world.wechat("POST", "/faults", {"path": "/cgi-bin/message", "errcode": 47003, "times": 9})
        scene.book_and_accept()
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"


class TestInbox:
    def test_keeps_everything_in_words(self, scene: Scene) -> None:
        scene.book_and_accept()
        messages = scene.messages()
        assert set(messages) == {"card_activated", "wallet_topped_up", "visit_booked", "visit_accepted"}
        assert messages["visit_accepted"]["text"] == "11月24日 9:00 的生活照护，李护理员已接单，会准时上门。"
        assert messages["visit_accepted"]["visit_id"].startswith("vis_")
        assert scene.messages(scene.caregiver)["visit_offered"]["title"] == "有新预约"

    def test_the_first_reading_counts(self, scene: Scene) -> None:
        scene.book_and_accept()
        message = scene.messages()["visit_accepted"]
        assert message["read_at"] is None
        first = done(scene.elder.post(f"/v1/inbox/{message['id']}/read"))
        scene.world.clock.advance(timedelta(minutes=5))
        assert done(scene.elder.post(f"/v1/inbox/{message['id']}/read"))["read_at"] == first["read_at"]

    def test_a_message_of_somebody_else_is_not_found(self, scene: Scene) -> None:
        scene.book_and_accept()
        message = scene.messages()["visit_accepted"]
        answer = scene.caregiver.post(f"/v1/inbox/{message['id']}/read")
        assert (answer.status, answer.body["code"]) == (404, "notify.no_such_message")
        assert scene.elder.post(f"/v1/inbox/{new_id('msg')}/read").status == 404

    def test_comes_page_by_page(self, scene: Scene) -> None:
        scene.book_and_accept()
        first = done(scene.elder.get("/v1/inbox?limit=3"))
        rest = done(scene.elder.get(f"/v1/inbox?limit=3&after={first['next']}"))
        assert (len(first["items"]), len(rest["items"]), rest["next"]) == (3, 1, None)


def sns_down(monkeypatch: pytest.MonkeyPatch, *, times: int) -> None:
    """The next hand-overs of an SMS are refused, as SNS does when it is throttled."""
    from moto.sns.models import SNSBackend  # noqa: PLC0415 - inside the mock

    publish, left = SNSBackend.publish, itertools.repeat(None, times)

    def throttled(*given: Any, **named: Any) -> Any:
        if next(left, "up") != "up":
            raise JsonRESTError("Throttled", "Rate exceeded")
        return publish(*given, **named)

    monkeypatch.setattr(SNSBackend, "publish", throttled)


def _deliver_failed_events_at_once() -> None:
    sqs = boto3.client("sqs")
    url = sqs.get_queue_url(QueueName="healthcard-notify")["QueueUrl"]
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "0"})
