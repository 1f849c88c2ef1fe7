"""`/__sim`: what people do in WeChat, and what goes wrong, on order. Documented in docs/simulator.md."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from flask import Flask, Response, jsonify, request

from local.documents import Document
from local.wechat.callbacks import Callbacks
from local.wechat.faults import Faults
from local.wechat.signing import Signing
from local.wechat.subscriptions import SURFACE as SUBSCRIPTIONS
from local.wechat.world import World

SURFACE = {
    "POST /__sim/users": "a person with WeChat: {phone?, openid? to change their phone} → {openid}",
    "POST /__sim/login-codes": "what wx.login gives: {openid} → {code}",
    "POST /__sim/phone-codes": "what the getPhoneNumber button gives: {openid} → {code}",
    "POST /__sim/payments": "wx.requestPayment: {openid, action: pay|cancel, payment: {…}} → {errMsg}",
    "GET /__sim/orders": "every order and its state",
    "GET /__sim/callbacks": "every notification with its tries",
    "POST /__sim/callbacks/send": "send again: {ids, times?, concurrently?} → {statuses}",
    "POST /__sim/callbacks/hold": "keep new notifications back: {on}",
    **SUBSCRIPTIONS,
    "POST /__sim/faults": "{path, times?, status?, errcode?, delay_s?, drop?: before|after, bad_signature?}",
    "GET /__sim/faults": "faults still to come",
    "DELETE /__sim/faults": "no more faults",
    "GET /__sim/outbox": "subscribe messages that were sent",
    "GET /__sim/clock": "the stack's time → {now}",
    "POST /__sim/clock": "move it for every process: {advance_s} or {set_to} → {now}",
}


def add_control(app: Flask, world: World, faults: Faults, signing: Signing, callbacks: Callbacks) -> None:  # noqa: C901 - a flat list of routes
    documents = world.documents

    @app.get("/__sim")
    def surface() -> Response:
        return jsonify(SURFACE)

    @app.post("/__sim/users")
    def make_user() -> Response:
        body = _body()
        openid = body.get("openid") or f"o{secrets.token_urlsafe(20)[:27]}"
        documents.put("user", openid, {"openid": openid, "phone": body.get("phone")})
        return jsonify(openid=openid)

    @app.post("/__sim/login-codes")
    def mint_login_code() -> Response:
        return _minted(world, "login")

    @app.post("/__sim/phone-codes")
    def mint_phone_code() -> Response:
        return _minted(world, "phone")

    @app.post("/__sim/payments")
    def request_payment() -> Response:
        body = _body()
        return jsonify(errMsg=_request_payment(world, signing, callbacks, body))

    @app.get("/__sim/orders")
    def list_orders() -> Response:
        return jsonify(items=documents.all("order"))

    @app.get("/__sim/callbacks")
    def list_callbacks() -> Response:
        return jsonify(items=callbacks.told())

    @app.post("/__sim/callbacks/send")
    def send_callbacks() -> Response:
        body = _body()
        ids = list(body["ids"]) * int(body.get("times", 1))
        return jsonify(statuses=callbacks.send_now(ids, concurrently=bool(body.get("concurrently"))))

    @app.post("/__sim/callbacks/hold")
    def hold_callbacks() -> Response:
        callbacks.hold(on=bool(_body()["on"]))
        return jsonify(on=_body()["on"])

    @app.post("/__sim/faults")
    def order_fault() -> Response:
        try:
            return jsonify(faults.order(_body()))
        except ValueError as wrong:
            return _wrong(str(wrong))

    @app.get("/__sim/faults")
    def list_faults() -> Response:
        return jsonify(items=faults.ordered())

    @app.delete("/__sim/faults")
    def clear_faults() -> Response:
        faults.clear()
        return jsonify(items=[])

    @app.get("/__sim/outbox")
    def list_outbox() -> Response:
        return jsonify(items=documents.all("outbox"))

    @app.get("/__sim/clock")
    def read_clock() -> Response:
        return jsonify(now=world.now().isoformat())

    @app.post("/__sim/clock")
    def move_clock() -> Response:
        body = _body()
        if "set_to" in body:
            now = world.clock.set_to(datetime.fromisoformat(body["set_to"]))
        else:
            now = world.clock.advance(timedelta(seconds=float(body["advance_s"])))
        return jsonify(now=now.isoformat())


def _request_payment(world: World, signing: Signing, callbacks: Callbacks, body: Document) -> str:
    """As the phone does it: the parameters must be signed by the merchant for an order of this person."""
    payment: dict[str, Any] | None = body["payment"]
    if payment is None:
        return "requestPayment:fail parameter error"
    if not signing.pay_sign_is_right(payment, appid=world.appid):
        return "requestPayment:fail 支付验证签名失败"
    prepay_id = payment["package"].removeprefix("prepay_id=")
    if body.get("action") == "cancel":
        return "requestPayment:fail cancel"
    with world.documents.changing():
        order = next((each for each in world.documents.all("order") if prepay_id in each["prepay"]), None)
        if order is None or order["openid"] != body["openid"]:
            return "requestPayment:fail 订单不存在"
        if datetime.fromisoformat(order["prepay"][prepay_id]) <= world.now():
            return "requestPayment:fail 预支付已过期"
        if order["trade_state"] != "NOTPAY":
            return "requestPayment:fail 订单已支付或已关闭"
        shanghai = (world.now() + timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M:%S+08:00")
        order |= {
            "trade_state": "SUCCESS",
            "transaction_id": f"4200{secrets.randbelow(10**24):024d}",
            "success_time": shanghai,
        }
        world.documents.put("order", order["out_trade_no"], order)
        callbacks.announce(order)
    return "requestPayment:ok"


def _minted(world: World, kind: str) -> Response:
    openid = str(_body().get("openid", ""))
    if world.user(openid) is None:
        return _wrong("no such openid; make one with POST /__sim/users")
    return jsonify(code=world.mint(kind, openid))


def _body() -> Document:
    body = request.get_json(force=True, silent=True)
    return body if isinstance(body, dict) else {}


def _wrong(why: str) -> Response:
    answer = jsonify(error=why)
    answer.status_code = 400
    return answer
