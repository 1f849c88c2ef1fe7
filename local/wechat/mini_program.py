"""The server API of mini programs (wechat-facts.md §1-4): HTTP 200 always, the verdict in `errcode`."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from flask import Flask, Response, request

from local.documents import Document
from local.layout import ROOT
from local.wechat.faults import Faults, under_faults
from local.wechat.pushes import Pushes
from local.wechat.templates import wrong_value
from local.wechat.world import World

TOKEN_LIFE = timedelta(seconds=7200)
RENEWED_BEFORE_END = timedelta(minutes=5)
FORCED_PER_DAY = 20
FORCED_APART = timedelta(seconds=30)
ERRMSG = {
    -1: "system error",
    40001: "invalid credential, access_token is invalid or not latest",
    40003: "invalid openid",
    40013: "invalid appid",
    40014: "invalid access_token",
    40029: "invalid code",
    40037: "invalid template_id",
    40125: "invalid appsecret",
    40163: "code been used",
    41001: "access_token missing",
    41030: "invalid page",
    42001: "access_token expired",
    43101: "user refuse to accept the msg",
    47001: "data format error",
}
_APP = json.loads((ROOT / "miniprogram-stub" / "miniprogram" / "app.json").read_text())
PAGES = (
    *_APP["pages"],
    *(f"{package['root']}/{page}" for package in _APP["subPackages"] for page in package["pages"]),
)


class Refused(Exception):
    def __init__(self, errcode: int, errmsg: str | None = None) -> None:
        super().__init__(errcode)
        self.errcode = errcode
        self.errmsg = errmsg or ERRMSG.get(errcode, "error")


def add_mini_program(app: Flask, world: World, faults: Faults, pushes: Pushes) -> None:
    def endpoint(handle: Callable[[World], Document], *, plain_text: bool = False) -> Callable[[], Response]:
        def view() -> Response:
            return under_faults(faults, lambda fault: _answer(world, handle, fault, plain_text=plain_text))

        return view

    # The verdict of jscode2session is JSON under text/plain.
    app.add_url_rule(
        "/sns/jscode2session", "code_to_session", endpoint(_code_to_session, plain_text=True), methods=["GET"]
    )
    app.add_url_rule("/cgi-bin/stable_token", "stable_token", endpoint(_stable_token), methods=["POST"])
    app.add_url_rule("/wxa/business/getuserphonenumber", "phone", endpoint(_phone_number), methods=["POST"])
    app.add_url_rule("/cgi-bin/message/subscribe/send", "send", endpoint(partial(_send, pushes)), methods=["POST"])


def _answer(world: World, handle: Callable[[World], Document], fault: Document, *, plain_text: bool) -> Response:
    try:
        if "errcode" in fault:
            raise Refused(fault["errcode"])
        if "status" in fault:
            return Response("", status=fault["status"])
        body = handle(world)
    except Refused as refused:
        rid = "-".join(secrets.token_hex(4) for _ in range(3))
        body = {"errcode": refused.errcode, "errmsg": f"{refused.errmsg} rid: {rid}"}
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    kind = "text/plain" if plain_text else "application/json; encoding=utf-8"
    return Response(text, content_type=kind)


def _code_to_session(world: World) -> Document:
    given = request.args
    for name, errcode in (("appid", 41002), ("secret", 41004), ("js_code", 41008)):
        if not given.get(name):
            raise Refused(errcode, f"{name} missing")
    _check_app(world, given["appid"], given["secret"])
    openid = world.redeem("login", given["js_code"])
    if isinstance(openid, int):
        raise Refused(openid)
    return {"session_key": base64.b64encode(secrets.token_bytes(16)).decode(), "openid": openid}


def _stable_token(world: World) -> Document:
    body = _json_body()
    _check_app(world, body.get("appid", ""), body.get("secret", ""))
    now = world.now()
    with world.documents.changing():
        kept = world.documents.get("stable", world.appid) or {"tokens": {}, "forced": []}
        tokens = {token: end for token, end in kept["tokens"].items() if datetime.fromisoformat(end) > now}
        newest = max(tokens, key=lambda token: tokens[token], default=None)
        if body.get("force_refresh") and _may_force(kept["forced"], now):
            tokens, newest = {}, None
            kept["forced"].append(now.isoformat())
        if newest is None or datetime.fromisoformat(tokens[newest]) - now <= RENEWED_BEFORE_END:
            newest = f"81_{secrets.token_urlsafe(96)}"
            tokens[newest] = (now + TOKEN_LIFE).isoformat()
        world.documents.put("stable", world.appid, {"tokens": tokens, "forced": kept["forced"]})
    left = datetime.fromisoformat(tokens[newest]) - now
    return {"access_token": newest, "expires_in": int(left.total_seconds())}


def _may_force(forced: list[str], now: datetime) -> bool:
    recent = [datetime.fromisoformat(each) for each in forced]
    today = [each for each in recent if now - each < timedelta(days=1)]
    return len(today) < FORCED_PER_DAY and all(now - each >= FORCED_APART for each in today)


def _phone_number(world: World) -> Document:
    _check_token(world)
    openid = world.redeem("phone", str(_json_body().get("code", "")))
    if isinstance(openid, int):
        raise Refused(openid)
    user = world.user(openid) or {}
    number = str(user["phone"]).removeprefix("+86")
    watermark = {"timestamp": int(world.now().timestamp()), "appid": world.appid}
    return {
        "errcode": 0,
        "errmsg": "ok",
        "phone_info": {
            "phoneNumber": number,
            "purePhoneNumber": number,
            "countryCode": "86",
            "watermark": watermark,
        },
    }


def _send(pushes: Pushes, world: World) -> Document:
    _check_token(world)
    body = _json_body()
    openid, template_id = str(body.get("touser", "")), str(body.get("template_id", ""))
    if world.user(openid) is None:
        raise Refused(40003)
    kind_by_id = {template: kind for kind, template in world.template_ids.items()}
    if template_id not in kind_by_id:
        raise Refused(40037)
    if str(body.get("page", PAGES[0])).partition("?")[0] not in PAGES:
        raise Refused(41030)
    if wrong := wrong_value(kind_by_id[template_id], body.get("data", {})):
        raise Refused(47003, wrong)
    with world.documents.changing():
        consent = world.documents.get("consent", f"{openid}/{template_id}") or {"credits": 0}
        if consent["credits"] < 1:
            raise Refused(43101)
        world.documents.put("consent", f"{openid}/{template_id}", {"credits": consent["credits"] - 1})
        number = len(world.documents.all("outbox")) + 1
        sent = {"msgid": number, "at": world.now().isoformat(), **body}
        world.documents.put("outbox", f"{number:09d}", sent)
        told = {"TemplateId": template_id, "MsgID": str(number), "ErrorCode": "0", "ErrorStatus": "success"}
        pushes.announce(openid, "subscribe_msg_sent_event", told)
    return {"errcode": 0, "errmsg": "ok", "msgid": number}


def _check_app(world: World, appid: str, secret: str) -> None:
    if appid != world.appid:
        raise Refused(40013)
    if secret != world.keys["app_secret"]:
        raise Refused(40125)


def _check_token(world: World) -> None:
    token = request.args.get("access_token", "")
    if not token:
        raise Refused(41001)
    if not token.startswith("81_"):
        raise Refused(40014)
    kept = world.documents.get("stable", world.appid) or {"tokens": {}}
    if token not in kept["tokens"]:
        raise Refused(40001)
    if datetime.fromisoformat(kept["tokens"][token]) <= world.now():
        raise Refused(42001)


def _json_body() -> Document:
    body = request.get_json(force=True, silent=True)
    if not isinstance(body, dict):
        raise Refused(47001)
    return body
