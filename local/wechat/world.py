"""What the simulated WeChat knows and owns: its documents, its clock, its keys."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from local.clock import SimulatedClock
from local.documents import Document, Documents

REAL_APPID = re.compile(r"^wx[0-9a-f]{16}$")


class LooksReal(ValueError):
    """The simulator does not answer for an app that may exist."""


@dataclass(frozen=True, slots=True)
class World:
    documents: Documents
    clock: SimulatedClock
    appid: str
    mchid: str
    keys: dict[str, str]
    template_ids: dict[str, str]
    push_url: str = ""

    def __post_init__(self) -> None:
        if REAL_APPID.match(self.appid):
            raise LooksReal(f"{self.appid} has the form of a real app id; the simulator needs a made-up one")

    def now(self) -> datetime:
        return self.clock()

    def user(self, openid: str) -> Document | None:
        return self.documents.get("user", openid)

    def mint(self, kind: str, openid: str) -> str:
        """A code of `wx.login` or `getPhoneNumber`: five minutes, one use, for one purpose."""
        code = secrets.token_hex(16)
        expires_at = self.now() + timedelta(minutes=5)
        self.documents.put(
            "code",
            code,
            {"kind": kind, "openid": openid, "expires_at": expires_at.isoformat(), "used": False},
        )
        return code

    def redeem(self, kind: str, code: str) -> str | int:
        """The openid behind a code, or the errcode that refuses it; uses the code up."""
        with self.documents.changing():
            found = self.documents.get("code", code)
            if found is None or found["kind"] != kind:
                return 40029
            if found["used"]:
                return 40163 if kind == "login" else 40029
            if datetime.fromisoformat(found["expires_at"]) <= self.now():
                return 40029
            self.documents.put("code", code, found | {"used": True})
            return str(found["openid"])
