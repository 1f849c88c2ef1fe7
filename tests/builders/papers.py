"""Photos as a phone sends them, in parts."""

from __future__ import annotations

import os
from typing import Any

import requests

from local.people import Phone, done, new_id

MB = 1024 * 1024
HEADS = {
    "image/jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "image/png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "image/heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
    "image/webp": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    "application/pdf": b"%PDF-1.7\n",
}


def a_photo(size: int, content_type: str = "image/jpeg") -> bytes:
    head = HEADS[content_type]
    return head + os.urandom(size - len(head))


def begins(phone: Phone, photo: bytes, **changes: Any) -> dict[str, Any]:
    return {"id": new_id("paper"), "content_type": "image/jpeg", "size": len(photo)} | changes


def begun(phone: Phone, body: dict[str, Any]) -> dict[str, Any]:
    return done(phone.post("/v1/me/papers", body), 201)


def sends(photo: bytes, part: dict[str, Any]) -> None:
    requests.put(part["url"], data=photo[part["first"] : part["last"] + 1], timeout=10).raise_for_status()


def sent(phone: Phone, photo: bytes, **changes: Any) -> str:
    body = begins(phone, photo, **changes)
    for part in begun(phone, body)["missing"]:
        sends(photo, part)
    return str(body["id"])
