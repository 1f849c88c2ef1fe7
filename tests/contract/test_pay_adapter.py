"""WeChat Pay through the product's adapter: what it refuses that its library would let pass."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.platform.wechat.pay import Order, Pay, PayRefused
from chalicelib.platform.wechat.refusals import CallbackRefused, PayUnreachable
from local.wechat.signing import Signing
from tests.builders.wechat import WeChat

NUMBER = "top_01M00000000000000000000004"


def adapter(wechat: WeChat) -> Pay:
    secrets = wechat.secrets()
    return Pay(wechat.settings(), lambda: secrets)  # type: ignore[arg-type]


def place(wechat: WeChat, openid: str, amount_fen: int = 50_000) -> str:
    return adapter(wechat).place_order(
        out_trade_no=NUMBER, amount_fen=amount_fen, openid=openid, description="健康护工卡充值"
    )


def pay(wechat: WeChat, openid: str) -> str:
    payment = adapter(wechat).payment_parameters(place(wechat, openid), now=wechat.clock())
    told = wechat.sim("POST", "/payments", {"openid": openid, "payment": payment})
    return str(told["errMsg"])


def callback(wechat: WeChat) -> tuple[dict[str, str], bytes]:
    """The notification of a payment, headers in lower case as an HTTP gateway hands them over."""
    assert pay(wechat, wechat.user()) == "requestPayment:ok"
    wechat.callbacks.turn()
    _, body, headers = wechat.told[-1]
    return {name.lower(): value for name, value in headers.items()}, body


def read(wechat: WeChat, headers: dict[str, str], body: bytes) -> Order:
    return adapter(wechat).read_callback(headers, body, now=wechat.clock())


class TestOrder:
    def test_its_parameters_are_accepted_by_the_phone(self, wechat: WeChat) -> None:
        assert pay(wechat, wechat.user()) == "requestPayment:ok"

    @pytest.mark.parametrize(
        "fault", [{"drop": "before"}, {"drop": "after"}, {"status": 500}, {"bad_signature": True}]
    )
    def test_an_unknown_outcome_is_unreachable_and_may_be_repeated(
        self, wechat: WeChat, fault: dict[str, Any]
    ) -> None:
        openid = wechat.user()
        wechat.sim("POST", "/faults", {"path": "/v3/", **fault})
        with pytest.raises(PayUnreachable):
            place(wechat, openid)
        place(wechat, openid)
        assert len(wechat.sim("GET", "/orders")["items"]) == 1

    def test_a_refusal_of_ours_is_a_defect_not_an_excuse(self, wechat: WeChat) -> None:
        openid = wechat.user()
        place(wechat, openid)
        with pytest.raises(PayRefused) as refused:
            place(wechat, openid, amount_fen=1)
        assert refused.value.pay_code == "INVALIDREQUEST"


class TestFindOrder:
    def test_tells_the_state(self, wechat: WeChat) -> None:
        openid = wechat.user()
        place(wechat, openid)
        assert (found := adapter(wechat).find_order(NUMBER)) is not None
        assert found.state == "NOTPAY"
        pay(wechat, openid)
        assert (found := adapter(wechat).find_order(NUMBER)) is not None
        assert (found.state, found.amount_fen, found.currency, found.openid) == ("SUCCESS", 50_000, "CNY", openid)

    def test_none_for_an_order_nobody_knows(self, wechat: WeChat) -> None:
        assert adapter(wechat).find_order(NUMBER) is None


class TestReadCallback:
    def test_gives_the_order(self, wechat: WeChat) -> None:
        headers, body = callback(wechat)
        assert read(wechat, headers, body).out_trade_no == NUMBER

    def test_is_refused_when_older_than_five_minutes(self, wechat: WeChat) -> None:
        headers, body = callback(wechat)
        wechat.clock.advance(timedelta(seconds=300))
        read(wechat, headers, body)
        wechat.clock.advance(timedelta(seconds=1))
        with pytest.raises(CallbackRefused):
            read(wechat, headers, body)

    @pytest.mark.parametrize("name", ["signature", "timestamp", "nonce", "serial", "signature-type"])
    def test_is_refused_without_one_of_its_headers(self, wechat: WeChat, name: str) -> None:
        headers, body = callback(wechat)
        del headers[f"wechatpay-{name}"]
        with pytest.raises(CallbackRefused):
            read(wechat, headers, body)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("serial", "PUB_KEY_ID_UNKNOWN"),
            ("serial", "5F3C"),
            ("signature", "bm90IGEgc2lnbmF0dXJl"),
            ("signature", "not base64 ☃"),
            ("signature-type", "WECHATPAY2-SM2-WITH-SM3"),
            ("timestamp", "soon"),
        ],
    )
    def test_is_refused_with_a_wrong_header(self, wechat: WeChat, name: str, value: str) -> None:
        headers, body = callback(wechat)
        with pytest.raises(CallbackRefused):
            read(wechat, headers | {f"wechatpay-{name}": value}, body)

    def test_is_refused_when_written_anew(self, wechat: WeChat) -> None:
        headers, body = callback(wechat)
        with pytest.raises(CallbackRefused):
            read(wechat, headers, json.dumps(json.loads(body), indent=1).encode())

    def test_a_probe_is_refused(self, wechat: WeChat) -> None:
        wechat.sim("POST", "/faults", {"path": "callback", "bad_signature": True})
        headers, body = callback(wechat)
        with pytest.raises(CallbackRefused):
            read(wechat, headers, body)

    @pytest.mark.parametrize("body", [b"", b"{}", b"not json", b"\xff\xfe"])
    def test_signed_nonsense_is_refused(self, wechat: WeChat, body: bytes) -> None:
        headers = _signed(wechat, body)
        with pytest.raises(CallbackRefused):
            read(wechat, headers, body)

    @pytest.mark.parametrize("changes", [{"mchid": "1900000999"}, {"appid": "wx-other"}])
    def test_signed_for_another_merchant_is_refused(self, wechat: WeChat, changes: dict[str, str]) -> None:
        _, body = callback(wechat)
        order = {
            "out_trade_no": NUMBER,
            "trade_state": "SUCCESS",
            "appid": "wx-local-healthcard",
            "mchid": "1900000001",
        }
        sealed = Signing(wechat.keys, "1900000001").encrypted(order | changes, original_type="transaction")
        body = json.dumps(json.loads(body) | {"resource": sealed}).encode()
        with pytest.raises(CallbackRefused):
            read(wechat, _signed(wechat, body), body)


def _signed(wechat: WeChat, body: bytes) -> dict[str, str]:
    headers = Signing(wechat.keys, "1900000001").headers(body, timestamp=int(wechat.clock().timestamp()))
    return {name.lower(): value for name, value in headers.items()}
