"""What WeChat posts to us (wechat-facts.md §5): signed, encrypted in safe mode, as XML or JSON."""

from __future__ import annotations

import hashlib
import hmac
import json
import struct
from datetime import datetime, timedelta
from typing import Any, get_args

from chalicelib.contracts.wechat import Answered, Told, WeChatNotice
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.refusals import Unauthenticated
from chalicelib.platform.crypto import LookupHash
from chalicelib.platform.settings import SecretSource, Settings

# WeChat states no limit; a signature of its URL is good for so long, both ways, inclusive.
MAX_AGE = timedelta(minutes=5)


class PushRefused(Unauthenticated):
    """Anybody but WeChat learns nothing from it."""

    code = "wechat.push_refused"
    alarms = True
    message = "这条推送没有通过校验。"
    next_step = "微信会自动重新推送；其他来源不予受理。"


@dataclass(frozen=True, slots=True)
class Signature:
    """The query of every call: `of_message` only where the body is encrypted."""

    signature: str
    timestamp: str
    nonce: str
    of_message: str = ""


class PushReader:
    def __init__(self, settings: Settings, secrets: SecretSource, lookup: LookupHash) -> None:
        self._settings = settings
        self._secrets = secrets
        self._lookup = lookup

    def check(self, signed: Signature, *, now: datetime) -> None:
        """Refused unless WeChat's token signed the URL, not long ago."""
        token = self._secrets().wechat_push_token
        if not hmac.compare_digest(_sha1(token, signed.timestamp, signed.nonce), signed.signature.encode()):
            raise PushRefused
        if not signed.timestamp.isascii() or not signed.timestamp.isdigit() or len(signed.timestamp) > 11:
            raise PushRefused
        if abs(int(signed.timestamp) - now.timestamp()) > MAX_AGE.total_seconds():
            raise PushRefused

    def read(self, signed: Signature, body: bytes, *, now: datetime) -> WeChatNotice | None:
        """None for what nobody here acts on. In safe mode only what is encrypted counts: the rest is unsigned."""
        self.check(signed, now=now)
        fields = _fields(body)
        if self._settings.wechat_push_mode == "safe":
            fields = _fields(self._decrypted(str(fields.get("Encrypt", "")), signed))
        event, openid = fields.get("Event"), fields.get("FromUserName")
        if fields.get("MsgType") != "event" or event not in get_args(Told) or not openid:
            return None
        told = _list(fields)
        failed = tuple(
            str(each.get("MsgID", each.get("MsgId"))) for each in told if str(each.get("ErrorCode", "0")) != "0"
        )
        if event == "subscribe_msg_sent_event" and not failed:
            return None
        return WeChatNotice(
            notice_id=hashlib.sha256(f"{openid} {fields.get('CreateTime')} {event} {told}".encode()).hexdigest(),
            event=event,
            openid_hashes=tuple(self._lookup.all("openid", str(openid))),
            answers=tuple(
                Answered(template_id=str(each.get("TemplateId")), said=each["SubscribeStatusString"])
                for each in told
                if each.get("SubscribeStatusString") in ("accept", "reject")
            ),
            failed=failed,
        )

    def _decrypted(self, encrypted: str, signed: Signature) -> bytes:
        from wechatpy.crypto import WeChatCrypto  # noqa: PLC0415 - cold start
        from wechatpy.exceptions import WeChatException  # noqa: PLC0415

        secrets = self._secrets()
        # wechatpy compares signatures with `!=`, which tells by its time how much of a guess was right.
        right = _sha1(secrets.wechat_push_token, signed.timestamp, signed.nonce, encrypted)
        if not hmac.compare_digest(right, signed.of_message.encode()):
            raise PushRefused
        crypto = WeChatCrypto(secrets.wechat_push_token, secrets.wechat_push_aes_key, self._settings.wechat_appid)
        try:
            text = crypto.decrypt_message({"Encrypt": encrypted}, signed.of_message, signed.timestamp, signed.nonce)
        except (WeChatException, ValueError, struct.error):
            raise PushRefused from None
        return text.encode() if isinstance(text, str) else bytes(text)


def _sha1(*parts: str) -> bytes:
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest().encode()  # noqa: S324 - WeChat's choice


def _fields(body: bytes) -> dict[str, Any]:
    """The message's fields, whichever of the two formats the account has."""
    import xmltodict  # noqa: PLC0415 - cold start

    try:
        is_xml = body.lstrip().startswith(b"<")
        fields = xmltodict.parse(body.decode()).get("xml") if is_xml else json.loads(body)
    except (ValueError, RecursionError, xmltodict.expat.ExpatError):
        raise PushRefused from None
    if not isinstance(fields, dict):
        raise PushRefused
    return fields


def _list(fields: dict[str, Any]) -> list[dict[str, Any]]:
    """`List` stands alone in JSON and in a wrapper in XML; one entry comes as an object, several as an array."""
    wrappers = [
        value for name, value in fields.items() if name.startswith("SubscribeMsg") and isinstance(value, dict)
    ]
    entries = fields.get("List", wrappers[0].get("List") if wrappers else None)
    entries = entries if isinstance(entries, list) else [entries]
    return [each for each in entries if isinstance(each, dict)]
