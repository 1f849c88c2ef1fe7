"""Message push: WeChat posts to the account's address what happened to a person, up to three times (§5)."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlencode

import xmltodict
from wechatpy.crypto import WeChatCrypto

from local.documents import Document
from local.wechat.faults import Faults
from local.wechat.world import World

TRIES = 3
Post = Callable[[str, bytes, dict[str, str]], int | None]
_WRAPPER = {
    "subscribe_msg_popup_event": "SubscribeMsgPopupEvent",
    "subscribe_msg_change_event": "SubscribeMsgChangeEvent",
    "subscribe_msg_sent_event": "SubscribeMsgSentEvent",
}


class Pushes:
    """`mode` (plain or safe) and `format` (json or xml) are the account's; `POST /__sim/push` changes them."""

    def __init__(self, world: World, faults: Faults, post: Post) -> None:
        self._world = world
        self._faults = faults
        self._post = post

    def announce(self, openid: str, event: str, *told: Document) -> None:
        before = self.told()
        number = len(before) + 1
        # Two events of a person are told apart by their second: nobody taps twice within one.
        latest = [each["body"]["CreateTime"] for each in before if each["body"]["FromUserName"] == openid]
        body = {
            "ToUserName": "gh_local",
            "FromUserName": openid,
            "CreateTime": max([int(self._world.now().timestamp()), *(each + 1 for each in latest)]),
            "MsgType": "event",
            "Event": event,
        }
        key = f"{number:09d}"
        self._world.documents.put(
            "push", key, {"id": key, "body": body, "told": list(told), "tries": [], "waiting": True}
        )

    def told(self) -> list[Document]:
        return self._world.documents.all("push")

    def change(self, settings: Document) -> Document:
        changed = self._settings() | settings
        self._world.documents.put("setting", "push", changed)
        return changed

    def turn(self) -> int:
        """Posts what waits; answers with how many."""
        if not self._world.push_url:
            return 0
        waiting = self._world.documents.all("push", having="waiting")
        for push in waiting:
            self.post(push)
        return len(waiting)

    def post(self, push: Document) -> int | None:
        """Once more; a status other than 200 leaves it waiting until it was tried three times."""
        fault = self._faults.take("push")
        status = None if fault.get("drop") else self._post(*self._request(push))
        tries = [*push["tries"], status]
        waiting = True if status != 200 and len(tries) < TRIES else None
        self._world.documents.put("push", push["id"], push | {"tries": tries, "waiting": waiting})
        return status

    def signed_query(self, **more: str) -> str:
        stamp, nonce = str(int(self._world.now().timestamp())), secrets.token_hex(5)
        signature = _sha1(self._world.keys["push_token"], stamp, nonce)
        return urlencode({"signature": signature, "timestamp": stamp, "nonce": nonce} | more)

    def _request(self, push: Document) -> tuple[str, bytes, dict[str, str]]:
        settings, keys = self._settings(), self._world.keys
        query = self.signed_query(openid=push["body"]["FromUserName"])
        fields = _with_list(push, is_xml=settings["format"] == "xml")
        if settings["mode"] == "safe":
            stamp, nonce = (parse_qs(query)[name][0] for name in ("timestamp", "nonce"))
            crypto: Any = WeChatCrypto(keys["push_token"], keys["push_aes_key"], self._world.appid)
            inner = _written(fields, settings["format"]).decode()
            sealed = xmltodict.parse(crypto.encrypt_message(inner, nonce, stamp))["xml"]
            query += "&" + urlencode({"encrypt_type": "aes", "msg_signature": sealed["MsgSignature"]})
            fields = {"ToUserName": fields["ToUserName"], "Encrypt": sealed["Encrypt"]}
        kind = {"json": "application/json", "xml": "text/xml"}[settings["format"]]
        return f"{self._world.push_url}?{query}", _written(fields, settings["format"]), {"Content-Type": kind}

    def _settings(self) -> Document:
        return {"mode": "safe", "format": "json"} | (self._world.documents.get("setting", "push") or {})


def _with_list(push: Document, *, is_xml: bool) -> Document:
    """JSON has `List` at the top, XML wraps it; one entry comes as an object, several as an array."""
    told: Any = push["told"][0] if len(push["told"]) == 1 else push["told"]
    body: Document = push["body"]
    if not push["told"]:
        return body
    inside = {"List": told}
    return body | ({_WRAPPER[body["Event"]]: inside} if is_xml else inside)


def _written(fields: Document, form: str) -> bytes:
    if form == "xml":
        return str(xmltodict.unparse({"xml": fields}, full_document=False)).encode()
    return json.dumps(fields, ensure_ascii=False).encode()


def _sha1(*parts: str) -> str:
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()  # noqa: S324 - WeChat's choice
