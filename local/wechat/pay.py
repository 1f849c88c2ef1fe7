"""WeChat Pay v3 for a direct merchant (wechat-facts.md §6): JSAPI order, query, close. Every answer is signed."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, request

from local.documents import Document
from local.layout import LOOPBACK
from local.wechat.faults import Faults, under_faults
from local.wechat.signing import Signing
from local.wechat.world import World

PREPAY_LIFE = timedelta(hours=2)
_OUT_TRADE_NO = re.compile(r"^[0-9A-Za-z_\-|*]{6,32}$")
_ORDER_FIELDS = {"appid", "mchid", "description", "out_trade_no", "notify_url", "amount", "payer", "time_expire"}
_REQUIRED = _ORDER_FIELDS - {"time_expire"}


class PayRefused(Exception):
    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(code)
        self.status, self.code, self.message = status, code, message


def add_pay(app: Flask, world: World, faults: Faults, signing: Signing) -> None:
    def endpoint(handle: Callable[..., Document | None]) -> Callable[..., Response]:
        def view(**path: str) -> Response:
            return under_faults(faults, lambda fault: _answer(world, signing, fault, lambda: handle(world, **path)))

        return view

    app.add_url_rule("/v3/pay/transactions/jsapi", "jsapi", endpoint(_place_order), methods=["POST"])
    by_number = "/v3/pay/transactions/out-trade-no/<out_trade_no>"
    app.add_url_rule(by_number, "query", endpoint(_query), methods=["GET"])
    app.add_url_rule(f"{by_number}/close", "close", endpoint(_close), methods=["POST"])


def trade(world: World, order: Document) -> Document:
    """An order as a query answers it and a callback carries it."""
    told: Document = {
        "appid": world.appid,
        "mchid": world.mchid,
        "out_trade_no": order["out_trade_no"],
        "trade_state": order["trade_state"],
        "trade_state_desc": {"SUCCESS": "支付成功", "NOTPAY": "订单未支付", "CLOSED": "订单已关闭"}[
            order["trade_state"]
        ],
    }
    if order["trade_state"] != "SUCCESS":
        return told
    return told | {
        "transaction_id": order["transaction_id"],
        "trade_type": "JSAPI",
        "bank_type": "OTHERS",
        "attach": "",
        "success_time": order["success_time"],
        "payer": {"openid": order["openid"]},
        "amount": {
            "total": order["total"],
            "payer_total": order["total"],
            "currency": "CNY",
            "payer_currency": "CNY",
        },
    }


def _answer(world: World, signing: Signing, fault: Document, handle: Callable[[], Document | None]) -> Response:
    status, body = 200, b""
    try:
        if "status" in fault:
            raise PayRefused(fault["status"], "SYSTEM_ERROR", "系统异常，请稍后重试")
        why = signing.authorization_fault(
            request.headers.get("Authorization", ""),
            method=request.method,
            path=_path_as_sent(),
            body=request.get_data(),
        )
        if why:
            raise PayRefused(401, "SIGN_ERROR", why)
        if not request.headers.get("Accept") or not request.headers.get("User-Agent"):
            raise PayRefused(400, "PARAM_ERROR", "缺少 Accept 或 User-Agent")
        answered = handle()
        status, body = (204, b"") if answered is None else (200, _encoded(answered))
    except PayRefused as refused:
        status = refused.status
        body = _encoded({"code": refused.code, "message": refused.message})
    headers = signing.headers(body, timestamp=int(world.now().timestamp()), spoiled=bool(fault.get("bad_signature")))
    return Response(body, status=status, headers=headers, content_type="application/json; charset=utf-8")


def _place_order(world: World) -> Document:
    wanted = _json_body()
    _check_order(world, wanted)
    now = world.now()
    with world.documents.changing():
        order = world.documents.get("order", wanted["out_trade_no"])
        if order is None:
            order = {
                "out_trade_no": wanted["out_trade_no"],
                "request": wanted,
                "openid": wanted["payer"]["openid"],
                "total": wanted["amount"]["total"],
                "notify_url": wanted["notify_url"],
                "trade_state": "NOTPAY",
                "prepay": {},
            }
        elif order["request"] != wanted:
            raise PayRefused(400, "INVALID_REQUEST", "该订单号已存在，且与原请求参数不一致")
        if order["trade_state"] == "SUCCESS":
            raise PayRefused(400, "ORDERPAID", "该订单已支付")
        if order["trade_state"] == "CLOSED":
            raise PayRefused(400, "ORDER_CLOSED", "该订单已关闭")
        prepay_id = f"wx{now:%d%H%M%S}{secrets.token_hex(14)}"
        order["prepay"][prepay_id] = (now + PREPAY_LIFE).isoformat()
        world.documents.put("order", order["out_trade_no"], order)
    return {"prepay_id": prepay_id}


def _query(world: World, out_trade_no: str) -> Document:
    if request.args.get("mchid") != world.mchid:
        raise PayRefused(400, "MCH_NOT_EXISTS", "商户号不存在")
    return trade(world, _known(world, out_trade_no))


def _close(world: World, out_trade_no: str) -> None:
    with world.documents.changing():
        order = _known(world, out_trade_no)
        if order["trade_state"] == "SUCCESS":
            raise PayRefused(400, "ORDERPAID", "该订单已支付")
        world.documents.put("order", out_trade_no, order | {"trade_state": "CLOSED"})


def _known(world: World, out_trade_no: str) -> Document:
    order = world.documents.get("order", out_trade_no)
    if order is None:
        raise PayRefused(404, "ORDER_NOT_EXIST", "订单不存在")
    return order


def _check_order(world: World, wanted: Document) -> None:
    """The parameters as the page of the interface limits them; unknown fields and nulls are refused."""
    if unknown := set(wanted) - _ORDER_FIELDS:
        raise _parameter(f"不支持的字段 {sorted(unknown)[0]}")
    if empty := sorted(name for name, value in wanted.items() if value is None):
        raise _parameter(f"字段 {empty[0]} 为空")
    if missing := _REQUIRED - set(wanted):
        raise _parameter(f"缺少字段 {sorted(missing)[0]}")
    if (wanted["appid"], wanted["mchid"]) != (world.appid, world.mchid):
        raise PayRefused(400, "APPID_MCHID_NOT_MATCH", "appid 与 mchid 不匹配")
    if not _OUT_TRADE_NO.match(str(wanted["out_trade_no"])):
        raise _parameter("out_trade_no 格式错误")
    if not 1 <= len(str(wanted["description"])) <= 127:
        raise _parameter("description 长度错误")
    _check_notify_url(str(wanted["notify_url"]))
    _check_amount(wanted["amount"])
    payer = wanted["payer"]
    if not isinstance(payer, dict) or world.user(str(payer.get("openid"))) is None:
        raise _parameter("无效的 openid")


def _check_notify_url(notify_url: str) -> None:
    parts = urlsplit(notify_url)
    # The real one wants https and a public name; this one talks to nobody but its own machine.
    if parts.hostname != LOOPBACK or parts.query or len(notify_url) > 255:
        raise _parameter("notify_url 格式错误")


def _check_amount(amount: Any) -> None:
    if not isinstance(amount, dict) or set(amount) != {"total", "currency"} or amount["currency"] != "CNY":
        raise _parameter("amount 格式错误")
    if type(amount["total"]) is not int or amount["total"] < 1:
        raise _parameter("amount.total 格式错误")


def _parameter(message: str) -> PayRefused:
    return PayRefused(400, "PARAM_ERROR", message)


def _json_body() -> Document:
    body = request.get_json(force=True, silent=True)
    if not isinstance(body, dict):
        raise _parameter("请求不是合法的 JSON")
    return body


def _path_as_sent() -> str:
    query = request.query_string.decode()
    return f"{request.path}?{query}" if query else request.path


def _encoded(body: Document) -> bytes:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
