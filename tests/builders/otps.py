"""One-time codes as people get and type them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from local.people import Answer, Phone, done
from tests.builders.world import World


def asked(phone: Phone, purpose: str = "phone", number: str | None = None) -> Answer:
    return phone.post("/v1/otp", {"phone": number or phone.number, "purpose": purpose})


def texts(world: World, number: str) -> list[str]:
    """The digits of every code that was texted there, in no order."""
    return [found[1] for to, text in world.sms() if to == number and (found := re.search(r"验证码(\d{6})", text))]


def received(world: World, phone: Phone, purpose: str = "phone", number: str | None = None) -> dict[str, Any]:
    """What is to be sent with a command that wants a code."""
    to = number or phone.number
    before = texts(world, to)
    otp_id = done(asked(phone, purpose, number), 201)["id"]
    (digits,) = (Counter(texts(world, to)) - Counter(before)).elements()
    return {"otp_id": otp_id, "otp": digits}


def wrong(otp: dict[str, Any]) -> dict[str, Any]:
    return otp | {"otp": f"{(int(otp['otp']) + 1) % 10**6:06d}"}
