"""Reminders: bound to the visit as it stands, never at night, too late or twice (features.md I2, I3, I4, I6)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from local.lambda_events import schedule_event
from local.people import done
from tests.builders.story import shanghai
from tests.builders.telling import Scene, sns_down
from tests.builders.world import World


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


def tick(scene: Scene) -> None:
    """The minute's function, whether or not it ran in this minute."""
    scene.world.client.lambda_.invoke("notify_due", schedule_event("notify_due", scene.world.clock()))


def reminders(scene: Scene) -> list[str]:
    return [kind for kind in scene.kinds() if kind in ("visit_tomorrow", "visit_soon")]


class TestReminders:
    def test_come_the_evening_before_and_two_hours_before(self, scene: Scene) -> None:
        scene.book_and_accept(shanghai(24, 14))
        scene.until(23, 17, 59)
        assert reminders(scene) == []
        scene.until(23, 18, 0)
        assert reminders(scene) == ["visit_tomorrow"]
        scene.until(24, 11, 59)
        assert reminders(scene) == ["visit_tomorrow"]
        scene.until(24, 12, 0)
        assert reminders(scene) == ["visit_tomorrow", "visit_soon"]
        assert scene.messages()["visit_soon"]["text"] == "今天 14:00，李护理员上门做生活照护，请留人在家。"

    def test_of_an_early_visit_waits_for_the_end_of_the_night(self, scene: Scene) -> None:
        scene.book_and_accept(shanghai(24, 8))
        scene.until(23, 18)
        scene.until(24, 6, 59)
        assert reminders(scene) == ["visit_tomorrow"]
        scene.until(24, 7, 0)
        assert reminders(scene) == ["visit_tomorrow", "visit_soon"]

    def test_of_a_visit_nobody_accepted_there_are_none(self, scene: Scene) -> None:
        scene.book(shanghai(24, 14))
        scene.until(24, 12, 0)
        assert reminders(scene) == []

    def test_cancelled_one_second_before_goes_to_nobody(self, scene: Scene) -> None:
        visit_id = scene.book_and_accept(shanghai(24, 14))
        scene.world.clock.set_to(shanghai(23, 18) - timedelta(seconds=1))
        done(scene.elder.post(f"/v1/visits/{visit_id}/cancel"))
        scene.until(23, 18)
        assert reminders(scene) == []
        assert scene.sms_to(scene.elder)[1:] == []

    def test_the_same_tick_again_sends_nothing_more(self, scene: Scene) -> None:
        scene.book_and_accept(shanghai(24, 14))
        scene.until(23, 18)
        before = scene.sms_to(scene.elder)
        for _ in range(3):
            tick(scene)
            scene.world.settle()
        assert (reminders(scene), scene.sms_to(scene.elder)) == (["visit_tomorrow"], before)

    def test_who_wants_none_finds_them_in_the_inbox(self, scene: Scene) -> None:
        wishes = {"wechat": True, "sms": True, "reminders": False, "short": False}
        done(scene.elder.put("/v1/me/preferences", wishes))
        scene.book_and_accept(shanghai(24, 14))
        before = scene.sms_to(scene.elder)
        scene.until(24, 12)
        assert scene.messages()["visit_soon"]["push"] == "inbox_only"
        assert scene.sms_to(scene.elder) == before


class TestAfterAnOutage:
    """Nothing ran for hours: what is still of use goes once, the rest is noted, and nobody is flooded."""

    def test_what_is_still_of_use_goes_once_and_the_rest_is_noted(self, scene: Scene) -> None:
        visit_id = scene.book_and_accept(shanghai(24, 10))
        # Since eight the morning before: both reminders fell due meanwhile.
        scene.until(24, 9)
        assert reminders(scene) == ["visit_soon"]
        scene.staff.come_back_to_desk()
        story = done(scene.staff.get(f"/v1/staff/story/{visit_id}"))["items"]
        told = [each["what"] for each in story if each["what"].startswith("提醒")]
        assert told == ["提醒“明天有护工上门”没有发：到能发的时候已经没有用了"]

    def test_a_visit_that_began_meanwhile_is_not_announced_any_more(self, scene: Scene) -> None:
        scene.book_and_accept(shanghai(24, 10))
        scene.until(24, 10)
        assert reminders(scene) == []

    def test_a_crash_between_the_queue_and_the_deletion_sends_nothing_twice(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from chalicelib.platform.dynamo.database import Database  # noqa: PLC0415

        scene.book_and_accept(shanghai(24, 14))
        sms = len(scene.sms_to(scene.elder))
        scene.world.clock.set_to(shanghai(23, 18))
        with monkeypatch.context() as crash:
            crash.setattr(Database, "delete_all", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                tick(scene)
        scene.world.settle()
        scene.world.pass_time(minutes=1)
        assert reminders(scene) == ["visit_tomorrow"]
        assert len(scene.sms_to(scene.elder)) == sms + 1

    def test_a_queue_that_refuses_keeps_them_for_the_next_minute(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from chalicelib.platform.messaging.queues import Queues  # noqa: PLC0415

        scene.book_and_accept(shanghai(24, 14))
        scene.world.clock.set_to(shanghai(23, 18))
        with monkeypatch.context() as refusing:
            refusing.setattr(Queues, "send", lambda _, __, bodies: list(range(len(bodies))))
            with pytest.raises(Exception, match="due entries"):
                tick(scene)
        assert reminders(scene) == []
        scene.world.pass_time(minutes=1)
        assert reminders(scene) == ["visit_tomorrow"]


class TestQuietHours:
    def test_news_of_the_night_waits_for_the_morning(self, scene: Scene) -> None:
        visit_id = scene.book(shanghai(25, 14))
        scene.until(23, 8, 20)
        scene.step(visit_id, "decline")
        assert scene.messages()["visit_declined"]["push"] == "by_sms"
        scene.until(23, 21, 59)
        second = scene.book(shanghai(25, 14))
        scene.until(23, 22, 0)
        sms = scene.sms_to(scene.elder)
        scene.step(second, "decline")
        assert scene.messages()["visit_declined"]["push"] == "held"
        scene.until(24, 6, 59)
        assert scene.sms_to(scene.elder) == sms
        scene.until(24, 7, 0)
        assert scene.messages()["visit_declined"]["push"] == "by_sms"
        assert len(scene.sms_to(scene.elder)) == len(sms) + 1

    def test_news_that_is_none_any_more_in_the_morning_does_not_go_out(self, scene: Scene) -> None:
        scene.until(23, 22, 30)
        visit_id = scene.book_and_accept(shanghai(25, 14))
        assert scene.messages()["visit_accepted"]["push"] == "held"
        scene.cancel(visit_id)
        sms = scene.sms_to(scene.elder)
        scene.until(24, 7)
        assert scene.messages()["visit_accepted"]["push"] == "void"
        assert scene.sms_to(scene.elder) == sms

    def test_a_caregiver_who_is_asked_is_asked_at_once(self, scene: Scene) -> None:
        scene.until(23, 22, 30)
        scene.book(shanghai(25, 14))
        assert scene.messages(scene.caregiver)["visit_offered"]["push"] == "by_sms"

    def test_what_nobody_took_in_the_evening_does_not_go_at_night(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        scene.until(23, 21, 59)
        visit_id = scene.book(shanghai(25, 14))
        with monkeypatch.context() as dead:
            sns_down(dead)
            scene.world.wechat("POST", "/faults", {"path": "/cgi-bin/message", "errcode": 45009, "times": 9})
            done(scene.caregiver.post(f"/v1/visits/{visit_id}/accept"))
            with monkeypatch.context() as once:
                once.setattr("local.worker.Worker._queues_are_empty", lambda _: True)
                scene.world.worker.turn()
        sms = scene.sms_to(scene.elder)
        scene.until(23, 22, 1)
        assert scene.messages()["visit_accepted"]["push"] == "held"
        scene.until(24, 7)
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"
        assert len(scene.sms_to(scene.elder)) == len(sms) + 1

    def test_an_sms_that_nobody_takes_in_the_morning_comes_again(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        scene.until(23, 22, 30)
        scene.book_and_accept(shanghai(25, 14))
        sms = len(scene.sms_to(scene.elder))
        sns_down(monkeypatch, times=2)
        scene.until(24, 7)
        for _ in range(4):
            scene.world.settle()
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"
        assert len(scene.sms_to(scene.elder)) == sms + 1


def test_each_of_three_deliveries_in_any_order_tells_once(scene: Scene) -> None:
    """features.md I3: every event is told three times more."""
    visit_id = scene.book_and_accept(shanghai(24, 14))
    scene.until(23, 18)
    before = (scene.kinds(), scene.sms_to(scene.elder), scene.sms_to(scene.caregiver))
    for _ in range(3):
        scene.world.read_streams_again()
    scene.world.pass_time(minutes=1)
    assert (scene.kinds(), scene.sms_to(scene.elder), scene.sms_to(scene.caregiver)) == before
    assert done(scene.elder.get(f"/v1/visits/{visit_id}"))["status"] == "accepted"
