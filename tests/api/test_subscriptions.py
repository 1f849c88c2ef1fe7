"""WeChat's credits: counted from what it tells us, spent on what matters most, corrected by its refusals (I1)."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from local.environment import TEMPLATE_IDS
from local.people import Phone, done
from tests.builders.story import refusal, shanghai
from tests.builders.telling import Scene, sns_down
from tests.builders.world import World

STATUS = TEMPLATE_IDS["visit_status"]
BILLED = TEMPLATE_IDS["visit_billed"]


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


def asked(phone: Phone, moment: str = "booking") -> list[str]:
    return list(done(phone.get(f"/v1/me/templates-to-ask?moment={moment}"))["template_ids"])


def popup(scene: Scene, answers: dict[str, str], **more: Any) -> None:
    body = {"openid": scene.elder.openid, "answers": answers, **more}
    scene.world.wechat("POST", "/popups", body)
    scene.world.settle()


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
        popup(scene, {STATUS: "accept"}, kept=True)
        done(scene.elder.post("/v1/me/subscriptions", {"answers": {STATUS: "accept"}}))
        scene.step(scene.book(shanghai(25, 14)), "decline")
        assert scene.pushed() == ["今天上门", "未接单"]

    def test_a_claim_of_the_phone_beside_wechats_word_counts_once(self, scene: Scene) -> None:
        popup(scene, {STATUS: "accept"})
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
        popup(scene, {STATUS: "reject", BILLED: "accept"})
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
        everything = {"wechat": True, "sms": True, "reminders": True, "short": False, "silenced_at": None}
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


class TestPush:
    @pytest.mark.parametrize("form", ["json", "xml"])
    @pytest.mark.parametrize("mode", ["safe", "plain"])
    def test_is_read_in_both_modes_and_formats(self, scene: Scene, mode: str, form: str) -> None:
        _use(scene.world, mode)
        scene.world.wechat("POST", "/push", {"mode": mode, "format": form})
        popup(scene, {STATUS: "accept"})
        popup(scene, {STATUS: "accept", BILLED: "accept"})
        scene.book_and_accept()
        scene.step(scene.book(shanghai(25, 14)), "decline")
        assert scene.pushed() == ["已接单", "未接单"]
        assert [each["tries"] for each in scene.world.wechat("GET", "/pushes")["items"][:2]] == [[200], [200]]

    def test_posted_again_and_again_it_counts_once(self, scene: Scene) -> None:
        popup(scene, {STATUS: "accept"})
        ids = [each["id"] for each in scene.world.wechat("GET", "/pushes")["items"]]
        for _ in range(3):
            assert scene.world.wechat("POST", "/pushes/send", {"ids": ids})["statuses"] == [200]
        scene.world.settle()
        scene.world.read_streams_again()
        scene.step(scene.book(), "decline")
        scene.step(scene.book(), "decline")
        assert scene.pushed() == ["未接单"]

    def test_an_address_is_checked_as_wechat_does_it(self, scene: Scene) -> None:
        query = _signed(scene.world)
        answer = scene.world.client.http.get(f"/v1/wechat/push?{query}&echostr=8123456")
        assert (answer.status_code, answer.body, answer.headers["Content-Type"]) == (
            200,
            b"8123456",
            "text/plain; charset=utf-8",
        )

    @pytest.mark.parametrize(
        "change", [("signature=", "signature=0"), ("nonce=", "nonce=1"), ("timestamp=", "timestamp=9")]
    )
    def test_what_wechat_did_not_sign_is_refused(self, scene: Scene, change: tuple[str, str]) -> None:
        query = _signed(scene.world).replace(*change)
        assert scene.world.client.http.get(f"/v1/wechat/push?{query}&echostr=8").status_code == 401
        assert scene.world.client.http.post(f"/v1/wechat/push?{query}", body=b"{}").status_code == 401

    def test_an_old_signature_is_refused(self, scene: Scene) -> None:
        query = _signed(scene.world)
        scene.world.clock.advance(_minutes(5))
        assert scene.world.client.http.get(f"/v1/wechat/push?{query}&echostr=8").status_code == 200
        scene.world.clock.advance(_minutes(0.001))
        assert scene.world.client.http.get(f"/v1/wechat/push?{query}&echostr=8").status_code == 401

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"<",
            b"<xml>",
            b"[]",
            b"7",
            b'{"Encrypt": "AAAA"}',
            b'{"Encrypt": 7}',
            b"\xff\xfe",
            b"<a/>",
            b"[" * 60_000,
        ],
    )
    def test_garbage_under_a_good_signature_is_refused(self, scene: Scene, body: bytes) -> None:
        answer = scene.world.client.http.post(f"/v1/wechat/push?{_signed(scene.world)}", body=body)
        assert (answer.status_code, json.loads(answer.body)["code"]) == (401, "wechat.push_refused")

    def test_in_safe_mode_a_body_that_is_not_encrypted_counts_for_nothing(self, scene: Scene) -> None:
        """The URL's signature does not cover the body: whoever saw one URL could write any."""
        scene.world.wechat("POST", "/push", {"mode": "plain"})
        popup(scene, {BILLED: "accept"})
        assert scene.world.wechat("GET", "/pushes")["items"][0]["tries"] == [401, 401, 401]
        assert asked(scene.elder) == [STATUS, BILLED]

    def test_of_somebody_we_do_not_know_changes_nothing(self, scene: Scene) -> None:
        stranger = scene.world.wechat("POST", "/users", {"phone": "+8613900001111"})["openid"]
        scene.world.wechat("POST", "/popups", {"openid": stranger, "answers": {STATUS: "accept"}})
        scene.world.settle()
        assert scene.world.wechat("GET", "/pushes")["items"][-1]["tries"] == [200]


class TestLeaving:
    def test_leave_taken_back_ends_the_sms(self, scene: Scene) -> None:
        scene.world.wechat("POST", "/accounts", {"openid": scene.elder.openid, "event": "revoke"})
        scene.world.settle()
        scene.step(scene.book(), "decline")
        assert scene.messages()["visit_declined"]["push"] == "inbox_only"
        assert scene.sms_to(scene.elder) == []

    def test_who_closed_their_account_is_signed_out_and_hears_nothing_more(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 5)
        visit_id = scene.book_and_accept(shanghai(24, 14))
        before = scene.pushed()
        scene.world.clock.advance(_minutes(1))
        scene.world.wechat("POST", "/accounts", {"openid": scene.elder.openid, "event": "cancellation"})
        scene.world.settle()
        assert refusal(scene.elder.get("/v1/me")) == (401, "request.session_revoked")
        scene.until(23, 18)
        scene.until(24, 12)
        assert (scene.pushed(), scene.sms_to(scene.elder)) == (before, [])
        scene.elder.log_in()
        assert done(scene.elder.get("/v1/me/preferences"))["silenced_at"] is not None
        assert done(scene.elder.get(f"/v1/visits/{visit_id}"))["status"] == "accepted"

    def test_who_comes_back_and_chooses_is_told_again(self, scene: Scene) -> None:
        scene.world.clock.advance(_minutes(1))
        scene.world.wechat("POST", "/accounts", {"openid": scene.elder.openid, "event": "cancellation"})
        scene.world.settle()
        scene.world.clock.advance(_minutes(1))
        scene.elder.log_in()
        done(scene.elder.put("/v1/me/preferences", {"wechat": True, "sms": True, "reminders": True, "short": False}))
        scene.step(scene.book(), "decline")
        assert scene.messages()["visit_declined"]["push"] == "by_sms"


def _use(world: World, mode: str) -> None:
    world.rebuild(lambda settings: settings.model_copy(update={"wechat_push_mode": mode}))


def _signed(world: World) -> str:
    """The query of a push of the simulator's, which signs as the official example does (wechat-facts.md §5.1)."""
    return str(world.wechat("GET", "/push-query")["query"])


def _minutes(count: float) -> timedelta:
    return timedelta(minutes=count)
