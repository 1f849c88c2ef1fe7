"""When nothing goes out any more: somebody left WeChat, or has died; and how it is undone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from local import people
from local.environment import TEMPLATE_IDS
from local.people import done, new_id
from tests.builders.story import refusal, shanghai
from tests.builders.telling import Scene
from tests.builders.world import World

STATUS = TEMPLATE_IDS["visit_status"]
BILLED = TEMPLATE_IDS["visit_billed"]


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


class TestLeaving:
    """Who withdraws or closes their account with WeChat."""

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
        wishes = {"wechat": True, "sms": True, "reminders": True, "short": False}
        assert done(scene.elder.put("/v1/me/preferences", wishes))["silenced_at"] is not None
        assert done(scene.elder.put("/v1/me/preferences", wishes | {"again": True}))["silenced_at"] is None
        scene.step(scene.book(), "decline")
        assert scene.messages()["visit_declined"]["push"] == "by_sms"


class TestDeath:
    def test_nothing_goes_out_any_more_and_the_story_says_who_noted_it(self, scene: Scene) -> None:
        scene.elder.consent("visit_status", 5)
        visit_id = scene.book_and_accept(shanghai(24, 14))
        before = scene.pushed()
        agent = people.a_staff_member(scene.world, "agent")
        silence = f"/v1/staff/people/{scene.elder.person_id}/silence"
        silenced = done(agent.post(silence))
        assert silenced["why"] == "died"
        scene.until(23, 18)
        scene.until(24, 12)
        assert (scene.pushed(), scene.sms_to(scene.elder)) == (before, [])
        scene.elder.log_in()
        assert scene.messages()["visit_soon"]["push"] == "inbox_only"
        assert done(scene.elder.get(f"/v1/visits/{visit_id}"))["status"] == "accepted"
        scene.staff.come_back_to_desk()
        story = done(scene.staff.get(f"/v1/staff/story/{scene.elder.person_id}"))["items"]
        (told,) = [each for each in story if each["what"].startswith("从这时起不再发消息")]
        assert (told["what"], told["lead"]) == ("从这时起不再发消息：我们得知本人已经过世", agent.person_id)

    def test_noted_again_it_stays_as_it_was_and_an_error_is_undone(self, scene: Scene) -> None:
        agent = people.a_staff_member(scene.world, "agent")
        silence = f"/v1/staff/people/{scene.elder.person_id}/silence"
        first = done(agent.post(silence))
        scene.world.clock.advance(_minutes(1))
        assert done(agent.post(silence)) == first
        for _ in range(2):
            assert done(agent.post(f"{silence}/lift")) == {"silenced_at": None, "why": None}
        story = done(agent.get(f"/v1/staff/story/{scene.elder.person_id}"))["items"]
        told = [each["what"] for each in story if "发消息：" in each["what"]]
        assert told == ["从这时起不再发消息：我们得知本人已经过世", "恢复发消息：登记过世是弄错了"]
        scene.step(scene.book(), "decline")
        assert scene.messages()["visit_declined"]["push"] == "by_sms"

    def test_a_switch_on_her_phone_or_a_closed_account_leaves_it_as_it_is(self, scene: Scene) -> None:
        agent = people.a_staff_member(scene.world, "agent")
        silenced = done(agent.post(f"/v1/staff/people/{scene.elder.person_id}/silence"))
        wishes = {"wechat": True, "sms": False, "reminders": True, "short": False}
        assert done(scene.elder.put("/v1/me/preferences", wishes))["hush"] == "died"
        scene.world.clock.advance(_minutes(1))
        scene.world.wechat("POST", "/accounts", {"openid": scene.elder.openid, "event": "cancellation"})
        scene.world.settle()
        scene.elder.log_in()
        kept = done(scene.elder.get("/v1/me/preferences"))
        assert (kept["hush"], kept["silenced_at"]) == ("died", silenced["silenced_at"])

    def test_who_left_wechat_is_not_woken_by_us(self, scene: Scene) -> None:
        scene.world.clock.advance(_minutes(1))
        scene.world.wechat("POST", "/accounts", {"openid": scene.elder.openid, "event": "cancellation"})
        scene.world.settle()
        agent = people.a_staff_member(scene.world, "agent")
        silence = f"/v1/staff/people/{scene.elder.person_id}/silence"
        assert done(agent.post(silence))["why"] == "closed"
        assert done(agent.post(f"{silence}/lift"))["why"] == "closed"

    def test_nobody_of_that_id_and_nobody_but_an_agent(self, scene: Scene) -> None:
        agent = people.a_staff_member(scene.world, "agent")
        for step in ("silence", "silence/lift"):
            nobody = agent.post(f"/v1/staff/people/{new_id('per')}/{step}")
            assert refusal(nobody) == (404, "notify.no_such_person")
            mine = f"/v1/staff/people/{scene.elder.person_id}/{step}"
            assert scene.elder.post(mine).status == 403
        assert done(scene.elder.get("/v1/me/preferences"))["silenced_at"] is None


def _minutes(count: float) -> timedelta:
    return timedelta(minutes=count)
