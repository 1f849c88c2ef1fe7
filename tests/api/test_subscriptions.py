"""WeChat's credits: counted from what it tells us, spent on what matters most, corrected by its refusals (I1)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from local.environment import TEMPLATE_IDS
from local.people import done
from tests.builders.story import refusal, shanghai
from tests.builders.telling import Scene, asked, sns_down
from tests.builders.world import World

STATUS = TEMPLATE_IDS["visit_status"]
BILLED = TEMPLATE_IDS["visit_billed"]


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


class TestBudget:
    def test_one_credit_goes_to_what_matters_most_and_the_rest_by_sms(self, scene: Scene) -> None:
        """features.md I1: one consent, three messages due."""
        scene.elder.consent("visit_status", 1)
        scene.book_and_accept(shanghai(24, 14))
        scene.until(23, 18)
        scene.until(24, 12)
        messages = scene.messages()
        pushes = [messages[kind]["push"] for kind in ("visit_accepted", "visit_tomorrow", "visit_soon")]
        assert pushes == ["by_sms", "by_sms", "sent"]
        assert scene.pushed() == ["今天上门"]

    def test_with_enough_credits_everything_goes_by_wechat(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 4)
        scene.world.settle()
        scene.book_and_accept(shanghai(24, 14))
        scene.until(23, 18)
        scene.until(24, 12)
        assert scene.pushed() == ["等待接单", "已接单", "明天上门", "今天上门"]
        assert scene.sms_to(scene.elder) == []

    def test_wechats_refusal_corrects_the_count_and_the_sms_goes_at_once(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 3)
        scene.world.settle()
        visit_id = scene.book(shanghai(24, 14))
        scene.world.wechat("POST", "/faults", {"path": "/cgi-bin/message", "errcode": 43101})
        scene.step(visit_id, "accept")
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"
        scene.until(23, 18)
        # It is known that nothing is left: WeChat is not even asked.
        assert scene.messages()["visit_tomorrow"]["push"] == "by_sms"
        assert scene.pushed() == []

    def test_a_phone_that_always_says_yes_gets_another_try(self, scene: Scene) -> None:
        """Who ticked “always keep” sees no popup, and WeChat tells us nothing: only the phone does."""
        scene.elder.consent("visit_status", 1)
        scene.book_and_accept(shanghai(24, 14))
        scene.until(23, 18)
        scene.until(24, 12)
        assert scene.pushed() == ["今天上门"]
        scene.popup({STATUS: "accept"}, kept=True)
        done(scene.elder.post("/v1/me/subscriptions", {"answers": {STATUS: "accept"}}))
        scene.step(scene.book(shanghai(25, 14)), "decline")
        assert scene.pushed() == ["今天上门", "未接单"]

    def test_a_claim_of_the_phone_beside_wechats_word_counts_once(self, scene: Scene) -> None:
        scene.popup({STATUS: "accept"})
        for _ in range(3):
            done(scene.elder.post("/v1/me/subscriptions", {"answers": {STATUS: "accept"}}))
        scene.step(scene.book(shanghai(25, 14)), "decline")
        scene.step(scene.book(shanghai(25, 9)), "decline")
        assert scene.pushed() == ["未接单"]
        assert len(scene.sms_to(scene.elder)) == 1

    def test_a_push_that_wechat_took_and_lost_goes_by_sms(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 2)
        scene.book_and_accept()
        msgid = scene.world.wechat("GET", "/outbox")["items"][0]["msgid"]
        scene.world.wechat("POST", "/lost-messages", {"msgid": msgid})
        scene.world.settle()
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"
        assert len(scene.sms_to(scene.elder)) == 1

    def test_a_lost_push_whose_sms_nobody_took_at_first_still_arrives(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        scene.elder.consent("visit_status", 2)
        scene.world.settle()
        scene.book_and_accept()
        msgid = scene.world.wechat("GET", "/outbox")["items"][0]["msgid"]
        sns_down(monkeypatch, times=2)
        scene.world.wechat("POST", "/lost-messages", {"msgid": msgid})
        scene.world.settle()
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"

    def test_wechat_that_is_busy_for_minutes_is_not_waited_for(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 2)
        scene.world.wechat("POST", "/faults", {"path": "/cgi-bin/message", "errcode": -1, "times": 99})
        visit_id = scene.book()
        done(scene.caregiver.post(f"/v1/visits/{visit_id}/accept"))
        scene.world.worker.reopen_streams()
        scene.world.worker.turn()  # one delivery: the next comes a minute later, and the one after that
        assert scene.messages()["visit_accepted"]["push"] == "pending"
        scene.world.pass_time(minutes=3)
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"

    def test_switched_off_in_wechat_it_goes_by_sms_from_then_on(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 5)
        scene.world.wechat("POST", "/switches", {"openid": scene.elder.openid, "templates": ["visit_status"]})
        scene.book_and_accept()
        assert scene.messages()["visit_accepted"]["push"] == "by_sms"
        assert scene.pushed() == []


class TestTemplatesToAsk:
    def test_are_those_the_matter_will_call_for(self, scene: Scene) -> None:
        assert asked(scene.elder) == [STATUS, BILLED]
        assert asked(scene.elder, "activating") == [STATUS]
        assert asked(scene.caregiver, "working") == [TEMPLATE_IDS["visit_offer"]]
        assert asked(scene.elder, "asking_help") == [TEMPLATE_IDS["case_status"]]

    def test_are_none_once_there_are_enough(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 3)
        scene.elder.consent("visit_billed", 1)
        scene.world.settle()
        assert asked(scene.elder) == [STATUS]
        scene.elder.consent("visit_status", 1)
        scene.world.settle()
        assert asked(scene.elder) == []

    def test_a_no_is_respected_for_a_week(self, scene: Scene) -> None:
        scene.popup({STATUS: "reject", BILLED: "accept"})
        assert asked(scene.elder) == []
        scene.until(30, 7, 59)
        scene.elder.log_in()
        assert STATUS not in asked(scene.elder)
        scene.until(30, 8, 1)
        assert asked(scene.elder) == [STATUS]

    @pytest.mark.parametrize("said", ["ban", "filter"])
    def test_what_wechat_drops_is_left_alone_for_a_month(self, scene: Scene, said: str) -> None:
        done(scene.elder.post("/v1/me/subscriptions", {"answers": {STATUS: said}}))
        scene.until(30, 9)
        scene.elder.log_in()
        assert asked(scene.elder) == [BILLED]

    def test_are_none_for_who_wants_no_wechat(self, scene: Scene) -> None:
        done(scene.elder.put("/v1/me/preferences", {"wechat": False, "sms": True, "reminders": True, "short": False}))
        assert asked(scene.elder) == []

    def test_of_a_moment_there_is_none_are_refused(self, scene: Scene) -> None:
        assert refusal(scene.elder.get("/v1/me/templates-to-ask?moment=sleeping")) == (422, "request.field_invalid")

    def test_an_answer_about_a_template_we_do_not_have_is_refused(self, scene: Scene) -> None:
        answer = scene.elder.post("/v1/me/subscriptions", {"answers": {"tmpl-nobodys": "accept"}})
        assert refusal(answer) == (422, "notify.no_such_template")


class TestPreferences:
    def test_are_everything_until_somebody_chooses(self, scene: Scene) -> None:
        everything = {
            "wechat": True,
            "sms": True,
            "reminders": True,
            "short": False,
            "calls": False,
            "silenced_at": None,
            "hush": None,
        }
        assert done(scene.elder.get("/v1/me/preferences")) == everything

    def test_without_wechat_it_goes_by_sms_and_without_both_stays_in_the_inbox(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 5)
        wishes = {"wechat": False, "sms": True, "reminders": True, "short": False}
        done(scene.elder.put("/v1/me/preferences", wishes))
        scene.step(scene.book(), "decline")
        assert (scene.messages()["visit_declined"]["push"], scene.pushed()) == ("by_sms", [])
        done(scene.elder.put("/v1/me/preferences", wishes | {"sms": False}))
        scene.world.clock.advance(_minutes(1))
        scene.step(scene.book(), "decline")
        assert scene.messages()["visit_declined"]["push"] == "inbox_only"
        assert len(scene.sms_to(scene.elder)) == 1

    def test_the_short_form_says_less(self, scene: Scene) -> None:
        done(scene.elder.put("/v1/me/preferences", {"wechat": True, "sms": True, "reminders": True, "short": True}))
        scene.book_and_accept()
        assert scene.messages()["visit_accepted"]["text"] == "李护理员会在11月24日 9:00上门。"


def _minutes(count: float) -> timedelta:
    return timedelta(minutes=count)
