"""What WeChat pushes to us: verified, read in every form, kept first, counted once (wechat-facts.md §5)."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from local.environment import TEMPLATE_IDS
from tests.builders.story import shanghai
from tests.builders.telling import Scene, asked
from tests.builders.world import World

STATUS = TEMPLATE_IDS["visit_status"]
BILLED = TEMPLATE_IDS["visit_billed"]


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


class TestPush:
    @pytest.mark.parametrize("form", ["json", "xml"])
    @pytest.mark.parametrize("mode", ["safe", "plain"])
    def test_is_read_in_both_modes_and_formats(self, scene: Scene, mode: str, form: str) -> None:
        _use(scene.world, mode)
        scene.world.wechat("POST", "/push", {"mode": mode, "format": form})
        scene.popup({STATUS: "accept"})
        scene.popup({STATUS: "accept", BILLED: "accept"})
        scene.book_and_accept()
        scene.step(scene.book(shanghai(25, 14)), "decline")
        assert scene.pushed() == ["已接单", "未接单"]
        assert [each["tries"] for each in scene.world.wechat("GET", "/pushes")["items"][:2]] == [[200], [200]]

    def test_posted_again_and_again_it_counts_once(self, scene: Scene) -> None:
        scene.popup({STATUS: "accept"})
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
        scene.popup({BILLED: "accept"})
        assert scene.world.wechat("GET", "/pushes")["items"][0]["tries"] == [401, 401, 401]
        assert asked(scene.elder) == [STATUS, BILLED]

    def test_of_somebody_we_do_not_know_changes_nothing(self, scene: Scene) -> None:
        stranger = scene.world.wechat("POST", "/users", {"phone": "+8613900001111"})["openid"]
        scene.world.wechat("POST", "/popups", {"openid": stranger, "answers": {STATUS: "accept"}})
        scene.world.settle()
        assert scene.world.wechat("GET", "/pushes")["items"][-1]["tries"] == [200]


def _use(world: World, mode: str) -> None:
    world.rebuild(lambda settings: settings.model_copy(update={"wechat_push_mode": mode}))


def _signed(world: World) -> str:
    """The query of a push of the simulator's, which signs as the official example does (wechat-facts.md §5.1)."""
    return str(world.wechat("GET", "/push-query")["query"])


def _minutes(count: float) -> timedelta:
    return timedelta(minutes=count)
