"""`/__sim`: what people do about subscribe messages and their account, each told to the merchant by push."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, jsonify, request

from local.documents import Document
from local.wechat.pushes import Pushes
from local.wechat.world import World

SURFACE = {
    "POST /__sim/consents": "taps of “accept” on a subscription popup: {openid, template|template_id, count?}",
    "POST /__sim/popups": "one popup: {openid, answers: {template_id: accept|reject}, kept?: it did not even show}",
    "POST /__sim/switches": "templates switched off in WeChat's own list: {openid, templates}",
    "POST /__sim/lost-messages": "WeChat took it and cannot deliver it: {msgid}",
    "POST /__sim/accounts": "{openid, event: revoke|cancellation}: leave taken back, account closed",
    "POST /__sim/push": "how the account wants its pushes: {mode?: plain|safe, format?: json|xml}",
    "POST /__sim/pushes/send": "post these again: {ids} → {statuses}",
    "GET /__sim/push-query": "signature, timestamp and nonce of a push at this moment → {query}",
    "GET /__sim/pushes": "every message push with its tries",
}


def add_subscriptions(app: Flask, world: World, pushes: Pushes) -> None:  # noqa: C901 - a flat list of routes
    documents = world.documents

    def add_credits(openid: str, template_id: str, count: int) -> int:
        key = f"{openid}/{template_id}"
        with documents.changing():
            left = int((documents.get("consent", key) or {"credits": 0})["credits"]) + count
            documents.put("consent", key, {"credits": left})
        return left

    @app.post("/__sim/consents")
    def give_consent() -> Response:
        body = _body()
        template_id = body.get("template_id") or world.template_ids[body["template"]]
        left = 0
        for _ in range(int(body.get("count", 1))):
            left = add_credits(body["openid"], template_id, 1)
            pushes.announce(body["openid"], "subscribe_msg_popup_event", _answer(template_id, "accept"))
        return jsonify(credits=left)

    @app.post("/__sim/popups")
    def answer_popup() -> Response:
        body = _body()
        for template_id, said in body["answers"].items():
            if said == "accept":
                add_credits(body["openid"], template_id, 1)
        if not body.get("kept"):
            told = [_answer(template_id, said) for template_id, said in body["answers"].items()]
            pushes.announce(body["openid"], "subscribe_msg_popup_event", *told)
        return jsonify(body["answers"])

    @app.post("/__sim/switches")
    def switch_off() -> Response:
        body = _body()
        template_ids = [world.template_ids[name] for name in body["templates"]]
        for template_id in template_ids:
            documents.put("consent", f"{body['openid']}/{template_id}", {"credits": 0})
        told = [{"TemplateId": each, "SubscribeStatusString": "reject"} for each in template_ids]
        pushes.announce(body["openid"], "subscribe_msg_change_event", *told)
        return jsonify(off=body["templates"])

    @app.post("/__sim/lost-messages")
    def lose_message() -> Response:
        sent = documents.get("outbox", f"{int(_body()['msgid']):09d}") or {}
        told = {
            "TemplateId": sent["template_id"],
            "MsgID": str(sent["msgid"]),
            "ErrorCode": "1",
            "ErrorStatus": "fail",
        }
        pushes.announce(sent["touser"], "subscribe_msg_sent_event", told)
        return jsonify(lost=sent["msgid"])

    @app.post("/__sim/accounts")
    def change_account() -> Response:
        body = _body()
        pushes.announce(body["openid"], f"user_authorization_{body['event']}")
        return jsonify(event=body["event"])

    @app.post("/__sim/push")
    def change_push() -> Response:
        return jsonify(pushes.change(_body()))

    @app.get("/__sim/push-query")
    def sign_query() -> Response:
        return jsonify(query=pushes.signed_query())

    @app.post("/__sim/pushes/send")
    def send_again() -> Response:
        wanted = set(_body()["ids"])
        return jsonify(statuses=[pushes.post(each) for each in pushes.told() if each["id"] in wanted])

    @app.get("/__sim/pushes")
    def list_pushes() -> Response:
        return jsonify(items=pushes.told())


def _answer(template_id: str, said: str) -> Document:
    return {"TemplateId": template_id, "SubscribeStatusString": said, "PopupScene": "0"}


def _body() -> dict[str, Any]:
    body = request.get_json(force=True, silent=True)
    return body if isinstance(body, dict) else {}
