"""The simulated WeChat Pay against wechat-facts.md §6, asked by wechatpayv3: independent code proves its crypto."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
import requests
from wechatpayv3 import WeChatPay, WeChatPayType
from wechatpayv3.type import RequestType

from local.environment import APPID, MCHID
from local.wechat.callbacks import LADDER_S
from tests.builders.wechat import WeChat

ORDER: dict[str, Any] = {
    "description": "健康护工卡充值",
    "out_trade_no": "top_01M00000000000000000000004",
    "amount": {"total": 50_000, "currency": "CNY"},
}


def merchant(wechat: WeChat, **changes: Any) -> WeChatPay:
    fields = {
        "wechatpay_type": WeChatPayType.MINIPROG,
        "mchid": MCHID,
        "private_key": wechat.keys["merchant_private_key"],
        "cert_serial_no": wechat.keys["merchant_serial"],
        "appid": APPID,
        "apiv3_key": wechat.keys["api_v3_key"],
        "notify_url": "http://127.0.0.1:1/notify",
        "public_key": wechat.keys["platform_public_key"],
        "public_key_id": wechat.keys["platform_key_id"],
    }
    client = WeChatPay(**(fields | changes))
    client._core._gate_way = wechat.url
    return client


def order(wechat: WeChat, openid: str, **changes: Any) -> tuple[int, dict[str, Any]]:
    status, text = merchant(wechat).pay(**(ORDER | {"payer": {"openid": openid}} | changes))
    return status, json.loads(text)


def payment(wechat: WeChat, prepay_id: str, *, time_stamp: str = "1795392000") -> dict[str, str]:
    package = f"prepay_id={prepay_id}"
    signed = merchant(wechat).sign([APPID, time_stamp, "nonce", package])
    return {"timeStamp": time_stamp, "nonceStr": "nonce", "package": package, "signType": "RSA", "paySign": signed}


def pay(wechat: WeChat, openid: str, action: str = "pay") -> str:
    _, body = order(wechat, openid)
    wanted = {"openid": openid, "action": action, "payment": payment(wechat, body["prepay_id"])}
    return str(wechat.sim("POST", "/payments", wanted)["errMsg"])


class TestOrder:
    def test_is_answered_with_a_prepay_id_and_a_right_signature(self, wechat: WeChat) -> None:
        status, body = order(wechat, wechat.user())
        assert status == 200
        assert body["prepay_id"].startswith("wx")

    def test_the_identical_order_again_is_the_same_order(self, wechat: WeChat) -> None:
        openid = wechat.user()
        assert order(wechat, openid)[0] == order(wechat, openid)[0] == 200
        assert len(wechat.sim("GET", "/orders")["items"]) == 1

    @pytest.mark.parametrize("empty", ["description", "amount", "payer"])
    def test_a_null_is_refused(self, wechat: WeChat, empty: str) -> None:
        body = ORDER | {"appid": APPID, "mchid": MCHID, "notify_url": "https://a.b/c", "payer": {"openid": "x"}}
        status, text = merchant(wechat)._core.request(
            "/v3/pay/transactions/jsapi", method=RequestType.POST, data=body | {empty: None}
        )
        assert (status, json.loads(text)["code"]) == (400, "PARAM_ERROR")

    def test_other_parameters_under_its_number_are_refused(self, wechat: WeChat) -> None:
        openid = wechat.user()
        order(wechat, openid)
        status, body = order(wechat, openid, amount={"total": 1, "currency": "CNY"})
        assert (status, body["code"]) == (400, "INVALID_REQUEST")

    @pytest.mark.parametrize(
        "changes",
        [
            {"amount": {"total": 1.5, "currency": "CNY"}},
            {"amount": {"total": 0, "currency": "CNY"}},
            {"amount": {"total": 1, "currency": "USD"}},
            {"out_trade_no": "short"},
            {"out_trade_no": "with space 1"},
            {"description": "x" * 128},
            {"notify_url": "http://127.0.0.1:1/notify?a=1"},
            {"payer": {"openid": "nobody"}},
            {"goods_tag": "unknown here"},
        ],
    )
    def test_refuses_what_the_page_of_the_interface_does(self, wechat: WeChat, changes: dict[str, Any]) -> None:
        status, body = order(wechat, wechat.user(), **changes)
        assert (status, body["code"]) == (400, "PARAM_ERROR")

    def test_a_wrong_serial_is_a_signature_error(self, wechat: WeChat) -> None:
        stranger = merchant(wechat, cert_serial_no="0" * 40)
        status, text = stranger.pay(**ORDER, payer={"openid": wechat.user()})
        assert (status, json.loads(text)["code"]) == (401, "SIGN_ERROR")

    def test_a_body_changed_on_its_way_is_a_signature_error(self, wechat: WeChat) -> None:
        answer = requests.post(f"{wechat.url}/v3/pay/transactions/jsapi", json=ORDER, timeout=5)
        assert answer.status_code == 401
        assert answer.headers["Wechatpay-Signature-Type"] == "WECHATPAY2-SHA256-RSA2048"

    def test_a_probe_with_a_wrong_signature_is_not_believed(self, wechat: WeChat) -> None:
        openid = wechat.user()
        wechat.sim("POST", "/faults", {"path": "/v3/", "bad_signature": True})
        with pytest.raises(Exception, match="signature"):
            order(wechat, openid)
        assert order(wechat, openid)[0] == 200


class TestPayment:
    def test_turns_the_order_into_success(self, wechat: WeChat) -> None:
        openid = wechat.user()
        assert pay(wechat, openid) == "requestPayment:ok"
        status, text = merchant(wechat).query(out_trade_no=ORDER["out_trade_no"])
        told = json.loads(text)
        assert (status, told["trade_state"], told["amount"]["total"]) == (200, "SUCCESS", 50_000)
        assert told["payer"] == {"openid": openid}

    def test_cancelled_leaves_it_unpaid(self, wechat: WeChat) -> None:
        assert pay(wechat, wechat.user(), "cancel") == "requestPayment:fail cancel"
        _, text = merchant(wechat).query(out_trade_no=ORDER["out_trade_no"])
        assert json.loads(text)["trade_state"] == "NOTPAY"

    def test_by_somebody_else_is_refused(self, wechat: WeChat) -> None:
        _, body = order(wechat, wechat.user())
        wanted = {"openid": wechat.user(), "payment": payment(wechat, body["prepay_id"])}
        assert wechat.sim("POST", "/payments", wanted)["errMsg"].startswith("requestPayment:fail")

    def test_with_a_wrong_signature_is_refused(self, wechat: WeChat) -> None:
        openid = wechat.user()
        _, body = order(wechat, openid)
        wrong = payment(wechat, body["prepay_id"]) | {"timeStamp": "1"}
        told = wechat.sim("POST", "/payments", {"openid": openid, "payment": wrong})
        assert told["errMsg"] == "requestPayment:fail 支付验证签名失败"

    def test_two_hours_later_the_prepay_id_is_dead(self, wechat: WeChat) -> None:
        openid = wechat.user()
        _, body = order(wechat, openid)
        wechat.clock.advance(timedelta(hours=2))
        told = wechat.sim("POST", "/payments", {"openid": openid, "payment": payment(wechat, body["prepay_id"])})
        assert told["errMsg"] == "requestPayment:fail 预支付已过期"

    def test_an_unknown_order_is_not_found(self, wechat: WeChat) -> None:
        status, text = merchant(wechat).query(out_trade_no="top_nobody_knows")
        assert (status, json.loads(text)["code"]) == (404, "ORDER_NOT_EXIST")

    def test_a_closed_order_cannot_be_ordered_again(self, wechat: WeChat) -> None:
        openid = wechat.user()
        order(wechat, openid)
        status, _ = merchant(wechat).close(out_trade_no=ORDER["out_trade_no"])
        assert status == 204
        assert order(wechat, openid)[1]["code"] == "ORDER_CLOSED"


class TestCallbacks:
    def test_are_signed_and_sealed_as_wechatpayv3_expects(self, wechat: WeChat) -> None:
        openid = wechat.user()
        pay(wechat, openid)
        assert wechat.callbacks.turn() == 1
        _, body, headers = wechat.told[0]
        notice = merchant(wechat).callback(headers, body)
        assert notice["event_type"] == "TRANSACTION.SUCCESS"
        assert notice["resource"]["out_trade_no"] == ORDER["out_trade_no"]
        assert notice["resource"]["payer"] == {"openid": openid}

    def test_stop_once_they_are_answered(self, wechat: WeChat) -> None:
        pay(wechat, wechat.user())
        wechat.callbacks.turn()
        wechat.clock.advance(timedelta(days=2))
        assert wechat.callbacks.turn() == 0

    def test_climb_the_ladder_until_its_end(self, wechat: WeChat) -> None:
        wechat.answer = 500
        pay(wechat, wechat.user())
        assert wechat.callbacks.turn() == 1
        for seconds in LADDER_S:
            wechat.clock.advance(timedelta(seconds=seconds) - timedelta(milliseconds=1))
            assert wechat.callbacks.turn() == 0
            wechat.clock.advance(timedelta(milliseconds=1))
            assert wechat.callbacks.turn() == 1
        wechat.clock.advance(timedelta(days=30))
        assert wechat.callbacks.turn() == 0
        assert len(wechat.told) == 16

    def test_can_be_held_and_sent_in_any_order_and_number(self, wechat: WeChat) -> None:
        wechat.sim("POST", "/callbacks/hold", {"on": True})
        pay(wechat, wechat.user())
        assert wechat.callbacks.turn() == 0
        held = [each["id"] for each in wechat.sim("GET", "/callbacks")["items"]]
        told = wechat.sim("POST", "/callbacks/send", {"ids": held, "times": 3, "concurrently": True})
        assert told["statuses"] == [200, 200, 200]

    def test_a_spoiled_one_does_not_open(self, wechat: WeChat) -> None:
        wechat.sim("POST", "/faults", {"path": "callback", "bad_signature": True})
        pay(wechat, wechat.user())
        wechat.callbacks.turn()
        _, body, headers = wechat.told[0]
        assert headers["Wechatpay-Signature"].startswith("WECHATPAY/SIGNTEST/")
        assert merchant(wechat).callback(headers, body) is None

    def test_a_dropped_one_comes_again(self, wechat: WeChat) -> None:
        wechat.sim("POST", "/faults", {"path": "callback", "drop": "before"})
        pay(wechat, wechat.user())
        wechat.callbacks.turn()
        assert wechat.told == []
        wechat.clock.advance(timedelta(seconds=15))
        wechat.callbacks.turn()
        assert len(wechat.told) == 1
