"""WeChat Pay v3 for a direct merchant: wechatpayv3 in public-key mode behind the checks it does not make."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from chalicelib.kernel.frozen import dataclass
from chalicelib.platform.logging import logger
from chalicelib.platform.settings import Secrets, SecretSource, Settings
from chalicelib.platform.wechat.refusals import CallbackRefused, PayUnreachable

if TYPE_CHECKING:
    from wechatpayv3 import WeChatPay

TIMEOUT_S = (3, 10)
CALLBACK_MAX_AGE_S = 300
_CALLBACK_HEADERS = (
    "Wechatpay-Signature",
    "Wechatpay-Timestamp",
    "Wechatpay-Nonce",
    "Wechatpay-Serial",
    "Wechatpay-Signature-Type",
)


class PayRefused(Exception):
    """WeChat Pay refused an order for a reason that is ours to mend; `pay_code` is its word, underscores off."""

    def __init__(self, status: int, pay_code: str) -> None:
        super().__init__(f"{status} {pay_code}")
        self.pay_code = pay_code


@dataclass(frozen=True, slots=True)
class Order:
    """An order as WeChat Pay tells it; `state` SUCCESS, REFUND, NOTPAY or CLOSED."""

    out_trade_no: str
    state: str
    amount_fen: int | None
    currency: str | None
    openid: str | None
    transaction_id: str | None
    appid: str
    mchid: str


class Pay:
    def __init__(self, settings: Settings, secrets: SecretSource) -> None:
        self._settings = settings
        self._secrets = secrets
        self._made: tuple[Secrets, WeChatPay] | None = None

    def place_order(self, *, out_trade_no: str, amount_fen: int, openid: str, description: str) -> str:
        """The prepay_id. The identical call may be repeated: it is the same order (wechat-facts.md §6.2)."""
        status, text = self._asking(
            lambda pay: pay.pay(
                description=description,
                out_trade_no=out_trade_no,
                amount={"total": amount_fen, "currency": "CNY"},
                payer={"openid": openid},
            )
        )
        return str(self._json(status, text)["prepay_id"])

    def payment_parameters(self, prepay_id: str, *, now: datetime) -> dict[str, str]:
        """What `wx.requestPayment` is called with."""
        time_stamp, nonce, package = str(int(now.timestamp())), os.urandom(16).hex(), f"prepay_id={prepay_id}"
        signature = self._client().sign([self._settings.wechat_appid, time_stamp, nonce, package])
        return {
            "timeStamp": time_stamp,
            "nonceStr": nonce,
            "package": package,
            "signType": "RSA",
            "paySign": signature,
        }

    def find_order(self, out_trade_no: str) -> Order | None:
        """None: WeChat Pay does not know it (also for a moment after it was placed)."""
        status, text = self._asking(lambda pay: pay.query(out_trade_no=quote(out_trade_no, safe="")))
        if status == 404:
            return None
        return _order(self._json(status, text))

    def read_callback(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> Order:
        """The paid order in a callback; refused unless fresh, signed by WeChat's key, and for this merchant."""
        by_name = {name: headers.get(name.lower(), "") for name in _CALLBACK_HEADERS}
        # Checked here because wechatpayv3 knows no age, and fetches certificates for any unknown serial.
        if by_name["Wechatpay-Serial"] != self._secrets().wechat_pay_public_key_id:
            raise CallbackRefused
        if not _is_fresh(by_name["Wechatpay-Timestamp"], now):
            raise CallbackRefused
        if by_name["Wechatpay-Signature-Type"] != "WECHATPAY2-SHA256-RSA2048":
            raise CallbackRefused
        try:
            notice = self._client().callback(by_name, body)
        except Exception as unreadable:
            if not _is_wechatpays_own(unreadable) and not isinstance(unreadable, (ValueError, KeyError, TypeError)):
                raise
            raise CallbackRefused from None
        if not notice or notice.get("event_type") != "TRANSACTION.SUCCESS":
            raise CallbackRefused
        order = _order(notice["resource"])
        if (order.appid, order.mchid) != (self._settings.wechat_appid, self._settings.wechat_mchid):
            raise CallbackRefused
        return order

    def _client(self) -> WeChatPay:
        from wechatpayv3 import WeChatPay, WeChatPayType  # noqa: PLC0415 - cold start

        secrets = self._secrets()
        if self._made is None or self._made[0] is not secrets:
            client = WeChatPay(
                wechatpay_type=WeChatPayType.MINIPROG,
                mchid=self._settings.wechat_mchid,
                private_key=secrets.wechat_pay_private_key,
                cert_serial_no=secrets.wechat_pay_cert_serial,
                appid=self._settings.wechat_appid,
                apiv3_key=secrets.wechat_pay_api_v3_key,
                notify_url=self._settings.wechat_pay_notify_url,
                timeout=TIMEOUT_S,
                public_key=secrets.wechat_pay_public_key,
                public_key_id=secrets.wechat_pay_public_key_id,
            )
            client._core._gate_way = self._settings.wechat_pay_base
            self._made = (secrets, client)
        return self._made[1]

    def _asking(self, ask: Callable[[WeChatPay], tuple[int, str]]) -> tuple[int, str]:
        import requests  # noqa: PLC0415 - cold start

        client = self._client()
        try:
            return ask(client)
        except requests.RequestException:
            raise PayUnreachable from None
        except Exception as error:
            # An answer whose signature is wrong: the outcome is unknown.
            if not _is_wechatpays_own(error):
                raise
            logger.error("wechat_pay", extra={"trouble": "answer not signed by WeChat"})
            raise PayUnreachable from None

    @staticmethod
    def _json(status: int, text: str) -> dict[str, Any]:
        try:
            body: dict[str, Any] = json.loads(text) if text else {}
        except ValueError:  # a proxy's page, not WeChat Pay's answer
            raise PayUnreachable from None
        if status < 300:
            return body
        pay_code = str(body.get("code", "")).replace("_", "")
        # ORDERPAID: paid between our question and this order; the next question tells.
        if status >= 500 or pay_code in {"FREQUENCYLIMITED", "RATELIMITEXCEEDED", "ORDERPAID"}:
            raise PayUnreachable
        logger.error("wechat_pay", extra={"status": status, "pay_code": pay_code})
        raise PayRefused(status, pay_code)


def _order(body: Mapping[str, Any]) -> Order:
    amount = body.get("amount") or {}
    return Order(
        out_trade_no=body["out_trade_no"],
        state=body["trade_state"],
        amount_fen=amount.get("total"),
        currency=amount.get("currency"),
        openid=(body.get("payer") or {}).get("openid"),
        transaction_id=body.get("transaction_id"),
        appid=body["appid"],
        mchid=body["mchid"],
    )


def _is_wechatpays_own(error: Exception) -> bool:
    """wechatpayv3 raises bare `Exception` for signatures and algorithms it does not accept."""
    return type(error) is Exception


def _is_fresh(timestamp: str, now: datetime) -> bool:
    return timestamp.isdigit() and abs(now.timestamp() - int(timestamp)) <= CALLBACK_MAX_AGE_S
