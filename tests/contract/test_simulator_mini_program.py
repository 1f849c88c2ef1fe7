"""The simulated server API against wechat-facts.md §1-§4, asked by wechatpy and by hand."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
import requests
from wechatpy import WeChatClient
from wechatpy.exceptions import WeChatClientException

from local.documents import Documents
from local.environment import APPID, TEMPLATE_IDS
from local.wechat.world import LooksReal
from local.wechat.world import World as WeChatWorld
from tests.builders.clock import StoppedClock
from tests.builders.wechat import WeChat


def session(wechat: WeChat, code: str, **changes: str) -> requests.Response:
    query = {
        "appid": APPID,
        "secret": wechat.keys["app_secret"],
        "js_code": code,
        "grant_type": "authorization_code",
    }
    return requests.get(f"{wechat.url}/sns/jscode2session", params=query | changes, timeout=5)


def stable_token(wechat: WeChat, **changes: Any) -> dict[str, Any]:
    body = {"grant_type": "client_credential", "appid": APPID, "secret": wechat.keys["app_secret"]}
    return dict(requests.post(f"{wechat.url}/cgi-bin/stable_token", json=body | changes, timeout=5).json())


def call(wechat: WeChat, path: str, body: dict[str, Any], token: str | None = None) -> dict[str, Any]:
    token = stable_token(wechat)["access_token"] if token is None else token
    answer = requests.post(wechat.url + path, params={"access_token": token}, json=body, timeout=5)
    return dict(answer.json())


class TestLogin:
    def test_a_code_gives_openid_and_session_key_once(self, wechat: WeChat) -> None:
        openid = wechat.user()
        code = wechat.code(openid)
        first = session(wechat, code)
        assert first.json()["openid"] == openid
        assert len(first.json()["session_key"]) == 24
        assert first.headers["Content-Type"].startswith("text/plain")
        assert session(wechat, code).json()["errcode"] == 40163

    def test_lives_five_minutes(self, wechat: WeChat) -> None:
        openid = wechat.user()
        young, old = wechat.code(openid), wechat.code(openid)
        wechat.clock.advance(timedelta(minutes=5) - timedelta(seconds=1))
        assert "openid" in session(wechat, young).json()
        wechat.clock.advance(timedelta(seconds=1))
        assert session(wechat, old).json()["errcode"] == 40029

    def test_a_refusal_is_http_200_and_carries_a_rid(self, wechat: WeChat) -> None:
        answer = session(wechat, "nonsense")
        assert answer.status_code == 200
        assert re.fullmatch(r"invalid code rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}", answer.json()["errmsg"])

    def test_a_phone_code_is_no_login_code(self, wechat: WeChat) -> None:
        assert session(wechat, wechat.code(wechat.user(), "phone")).json()["errcode"] == 40029

    @pytest.mark.parametrize(
        ("changes", "errcode"),
        [
            ({"appid": "wx-other"}, 40013),
            ({"secret": "wrong"}, 40125),
            ({"js_code": ""}, 41008),
            ({"secret": ""}, 41004),
        ],
    )
    def test_names_what_is_wrong(self, wechat: WeChat, changes: dict[str, str], errcode: int) -> None:
        assert session(wechat, wechat.code(wechat.user()), **changes).json()["errcode"] == errcode

    def test_wechatpy_understands_it(self, wechat: WeChat) -> None:
        client = WeChatClient(APPID, wechat.keys["app_secret"], stable_token(wechat)["access_token"])
        client.wxa.API_BASE_URL = f"{wechat.url}/"
        openid = wechat.user()
        assert client.wxa.code_to_session(wechat.code(openid))["openid"] == openid
        with pytest.raises(WeChatClientException) as refused:
            client.wxa.code_to_session("nonsense")
        assert refused.value.errcode == 40029


class TestStableToken:
    def test_is_the_same_while_it_is_good(self, wechat: WeChat) -> None:
        first, second = stable_token(wechat), stable_token(wechat)
        assert first == second
        assert first["expires_in"] == 7200

    def test_is_renewed_in_its_last_five_minutes_and_both_work(self, wechat: WeChat) -> None:
        old = stable_token(wechat)["access_token"]
        wechat.clock.advance(timedelta(seconds=7200 - 300))
        new = stable_token(wechat)
        assert new["access_token"] != old
        code = wechat.code(wechat.user(), "phone")
        assert call(wechat, "/wxa/business/getuserphonenumber", {"code": code}, old)["errcode"] == 0
        wechat.clock.advance(timedelta(seconds=300))
        assert call(wechat, "/wxa/business/getuserphonenumber", {"code": "x"}, old)["errcode"] == 42001

    def test_forcing_kills_the_old_one_and_not_twice_within_30_seconds(self, wechat: WeChat) -> None:
        old = stable_token(wechat)["access_token"]
        forced = stable_token(wechat, force_refresh=True)["access_token"]
        assert stable_token(wechat, force_refresh=True)["access_token"] == forced
        assert call(wechat, "/wxa/business/getuserphonenumber", {"code": "x"}, old)["errcode"] == 40001

    @pytest.mark.parametrize(("token", "errcode"), [("", 41001), ("garbage", 40014), ("81_unknown", 40001)])
    def test_others_are_told_apart(self, wechat: WeChat, token: str, errcode: int) -> None:
        assert call(wechat, "/wxa/business/getuserphonenumber", {"code": "x"}, token)["errcode"] == errcode


class TestPhone:
    def test_gives_the_number_once(self, wechat: WeChat) -> None:
        code = wechat.code(wechat.user("+8613900002222"), "phone")
        answer = call(wechat, "/wxa/business/getuserphonenumber", {"code": code})
        assert answer["phone_info"]["purePhoneNumber"] == "13900002222"
        assert answer["phone_info"]["watermark"]["appid"] == APPID
        assert call(wechat, "/wxa/business/getuserphonenumber", {"code": code})["errcode"] == 40029

    def test_a_login_code_is_no_phone_code(self, wechat: WeChat) -> None:
        code = wechat.code(wechat.user())
        assert call(wechat, "/wxa/business/getuserphonenumber", {"code": code})["errcode"] == 40029


class TestSubscribeSend:
    def message(self, openid: str, **changes: Any) -> dict[str, Any]:
        values = {"thing1": "生活照护", "time2": "2026年11月24日 09:00", "phrase3": "已接单", "thing4": "准时上门"}
        return {
            "touser": openid,
            "template_id": TEMPLATE_IDS["visit_status"],
            "page": "packages/tracking/visit/visit?id=1",
            "data": {key: {"value": value} for key, value in values.items()},
        } | changes

    def test_one_consent_buys_one_message(self, wechat: WeChat) -> None:
        openid = wechat.user()
        wechat.sim("POST", "/consents", {"openid": openid, "template": "visit_status", "count": 1})
        assert call(wechat, "/cgi-bin/message/subscribe/send", self.message(openid))["errcode"] == 0
        assert call(wechat, "/cgi-bin/message/subscribe/send", self.message(openid))["errcode"] == 43101
        assert [sent["touser"] for sent in wechat.sim("GET", "/outbox")["items"]] == [openid]

    @pytest.mark.parametrize(
        ("changes", "errcode"),
        [
            ({"touser": "nobody"}, 40003),
            ({"template_id": "unknown"}, 40037),
            ({"page": "pages/unreleased/x"}, 41030),
            ({"data": {"thing1": {"value": "只有一项"}}}, 47003),
            ({"data": "text"}, 47003),
        ],
    )
    def test_names_what_is_wrong(self, wechat: WeChat, changes: dict[str, Any], errcode: int) -> None:
        openid = wechat.user()
        wechat.sim("POST", "/consents", {"openid": openid, "template": "visit_status", "count": 1})
        answer = call(wechat, "/cgi-bin/message/subscribe/send", self.message(openid, **changes))
        assert answer["errcode"] == errcode

    def test_twenty_characters_is_all_a_thing_may_have(self, wechat: WeChat) -> None:
        openid = wechat.user()
        wechat.sim("POST", "/consents", {"openid": openid, "template": "visit_status", "count": 2})
        data = self.message(openid)["data"]
        fits = self.message(openid, data=data | {"thing4": {"value": "字" * 20}})
        over = self.message(openid, data=data | {"thing4": {"value": "字" * 21}})
        assert call(wechat, "/cgi-bin/message/subscribe/send", over)["errmsg"].startswith(
            "argument invalid! data.thing4.value invalid"
        )
        assert call(wechat, "/cgi-bin/message/subscribe/send", fits)["errcode"] == 0


class TestFaults:
    def test_an_errcode_on_order_comes_as_often_as_ordered(self, wechat: WeChat) -> None:
        wechat.sim("POST", "/faults", {"path": "/sns/", "errcode": -1, "times": 2})
        code = wechat.code(wechat.user())
        assert [session(wechat, code).json().get("errcode") for _ in range(3)] == [-1, -1, None]

    def test_a_lost_answer_was_carried_out(self, wechat: WeChat) -> None:
        wechat.sim("POST", "/faults", {"path": "/sns/", "drop": "after"})
        code = wechat.code(wechat.user())
        with pytest.raises(requests.ConnectionError):
            session(wechat, code)
        assert session(wechat, code).json()["errcode"] == 40163

    def test_a_lost_call_was_not(self, wechat: WeChat) -> None:
        wechat.sim("POST", "/faults", {"path": "/sns/", "drop": "before"})
        code = wechat.code(wechat.user())
        with pytest.raises(requests.ConnectionError):
            session(wechat, code)
        assert "openid" in session(wechat, code).json()

    def test_an_unknown_kind_of_fault_is_refused(self, wechat: WeChat) -> None:
        answer = requests.post(f"{wechat.url}/__sim/faults", json={"path": "/", "explode": True}, timeout=5)
        assert answer.status_code == 400


class TestSafety:
    def test_does_not_answer_for_an_app_that_may_exist(self, wechat: WeChat) -> None:
        with pytest.raises(LooksReal):
            WeChatWorld(Documents(":memory:"), StoppedClock(), "wx0123456789abcdef", "1", wechat.keys, {})

    def test_refuses_a_page_of_another_site(self, wechat: WeChat) -> None:
        answer = requests.get(f"{wechat.url}/__sim", headers={"Host": "evil.example"}, timeout=5)
        assert answer.status_code == 403
