"""Messages: in the inbox whatever happens, by WeChat where it may, by SMS where it may not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.platform.sms.routes import SmsRoutes
from chalicelib.platform.wechat.mini_program import MiniProgram
from local import people
from local.environment import SMS_GATEWAYS
from local.lambda_events import queue_event
from local.people import done, new_id
from tests.builders import story
from tests.builders.telling import Scene, sns_down
from tests.builders.world import World


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


class TestPush:
    def test_goes_by_wechat_with_consent_and_by_sms_without(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 2)
        first = scene.book_and_accept()
        scene.cancel(first)
        declined = scene.book()
        scene.step(declined, "decline")
        assert scene.pushed() == ["已接单", "未接单"]
        scene.step(scene.book(), "decline")
        assert scene.sms_to(scene.elder) == [
            "【远盟健康】11月24日 9:00的生活照护，护工来不了，预留的钱已退回，请另选护工。"
        ]

    def test_without_consent_or_phone_the_inbox_has_it(self, scene: Scene, world: World) -> None:
        staff = people.a_staff_member(world)
        silent = people.a_member(world)
        people.prove(silent, "李强", people.a_resident_number())
        people.activate(silent, people.an_activation_code(staff))
        people.top_up(silent, 50_000)
        people.agree(silent, "health")
        visit = done(silent.post("/v1/visits", story.booking(scene.caregiver_id)), 201)
        world.settle()
        scene.step(visit["id"], "decline")
        assert scene.messages(silent)["visit_declined"]["push"] == "inbox_only"

    @pytest.mark.parametrize("fault", [{"errcode": 43108, "times": 4}, {"drop": "before"}, {"status": 500}])
    def test_wechat_not_now_is_tried_again_with_the_next_delivery(self, scene: Scene, fault: dict[str, Any]) -> None:
        scene.elder.consent("visit_status", 2)
        scene.world.wechat("POST", "/faults", {"path": "/cgi-bin/message", **fault})
        scene.book_and_accept()
        for _ in range(3):
            scene.world.settle()
        assert scene.messages()["visit_accepted"]["push"] == "sent"
        assert scene.pushed() == ["已接单"]
        assert scene.sms_to(scene.elder) == []

    def test_a_day_whose_quota_is_used_up_goes_on_by_sms(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 2)
        scene.world.wechat("POST", "/faults", {"path": "/cgi-bin/message", "errcode": 45009, "times": 9})
        scene.book_and_accept()
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"

    def test_another_message_on_its_way_at_the_same_moment_costs_no_delivery(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 2)
        scene.world.wechat("POST", "/faults", {"path": "/cgi-bin/message", "errcode": 43108, "times": 2})
        scene.book_and_accept()
        assert scene.messages()["visit_accepted"]["push"] == "sent"

    def test_an_answer_that_was_lost_costs_at_most_one_duplicate(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 5)
        scene.book()
        scene.world.wechat("POST", "/faults", {"path": "/cgi-bin/message", "drop": "after"})
        scene.book_and_accept(story.shanghai(24, 14))
        for _ in range(4):
            scene.world.settle()
        assert scene.pushed().count("已接单") <= 2
        assert scene.messages()["visit_accepted"]["push"] == "sent"

    def test_two_answers_that_were_lost_end_in_an_sms(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 3)
        scene.world.wechat("POST", "/faults", {"path": "/cgi-bin/message", "drop": "after", "times": 9})
        scene.book_and_accept()
        for _ in range(6):
            scene.world.settle()
        assert scene.pushed() == ["已接单", "已接单"]
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"
        assert len(scene.sms_to(scene.elder)) == 1

    def test_an_sms_that_was_not_taken_goes_with_the_next_delivery(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        scene.book()
        sns_down(monkeypatch, times=2 * len(SMS_GATEWAYS))
        scene.book_and_accept(story.shanghai(24, 14))
        for _ in range(6):
            scene.world.settle()
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"
        assert len(scene.sms_to(scene.elder)) == 1

    def test_what_could_not_be_delivered_at_all_says_so(self, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
        sns_down(monkeypatch, times=99)
        scene.book_and_accept()
        for _ in range(6):
            scene.world.settle()
        assert scene.messages()["visit_accepted"]["push"] == "undelivered"

    @pytest.mark.parametrize("errcode", [47003, 40037, 41030])
    def test_a_template_of_ours_that_is_wrong_still_reaches_the_person(self, scene: Scene, errcode: int) -> None:
        scene.elder.consent("visit_status", 5)
        scene.world.wechat("POST", "/faults", {"path": "/cgi-bin/message", "errcode": errcode, "times": 9})
        scene.book_and_accept()
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"


class TestAtOnce:
    """The queue gives one event to two functions at the same moment."""

    @pytest.mark.parametrize("way", ["wechat", "sms"])
    def test_only_one_of_them_calls_anybody(self, scene: Scene, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
        if way == "wechat":
            scene.elder.consent("visit_status", 5)
        visit_id = scene.book()
        other = _second_delivery_during(monkeypatch, scene, MiniProgram if way == "wechat" else SmsRoutes)
        scene.step(visit_id, "accept")
        assert other == [1], "the second is delivered again"
        assert len(scene.pushed()) + len(scene.sms_to(scene.elder)) == 1
        assert scene.messages()["visit_accepted"]["push"] == ("sent" if way == "wechat" else "by_sms")


def _second_delivery_during(monkeypatch: pytest.MonkeyPatch, scene: Scene, kind: Any) -> list[int]:
    """How many of its events each asked to have again."""
    send = kind.send
    asked: list[int] = []

    def while_another(outside: Any, **given: Any) -> Any:
        if not asked:
            asked.append(0)
            waiting = scene.world.queued("notify")
            again = scene.world.client.lambda_.invoke(
                "notify_events", queue_event(waiting, queue="healthcard-notify")
            )
            asked[0] = len(again.payload["batchItemFailures"])
        return send(outside, **given)

    monkeypatch.setattr(kind, "send", while_another)
    return asked


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
