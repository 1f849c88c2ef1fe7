"""A photo somebody sends: a small JPEG, kept without what a camera writes beside the picture."""

from __future__ import annotations

import base64
import binascii

from chalicelib.kernel.refusals import Invalid, Missing

# Inclusive. With its words it fits into the 64 KB of a request; the phone makes it small (ADR 11).
MOST_BYTES = 40_000
MOST_CHARACTERS = (MOST_BYTES + 2) // 3 * 4
_START, _SCAN = b"\xff\xd8", 0xDA
# ISO/IEC 10918-1, table B.1: application data (EXIF with place and time, colour profiles) and comments.
# 0xEE stays: it says how the colours are meant.
_BESIDE = (*range(0xE1, 0xEE), 0xEF, 0xFE)


class NotAPhoto(Invalid):
    code = "support.not_a_photo"
    message = "这张照片我们打不开，或者太大了。"
    next_step = "请重新拍一张，或者用文字说一说。"


class NoSuchPhoto(Missing):
    code = "support.no_such_photo"
    message = "没有找到这张照片。"
    next_step = "请回到求助里，重新点进去看。"


def photo_from(sent: str) -> bytes:
    """The picture alone, from base64; refuses what is no JPEG or more than MOST_BYTES."""
    try:
        raw = base64.b64decode(sent, validate=True)
    except binascii.Error:
        raise NotAPhoto(field="photo") from None
    if len(raw) > MOST_BYTES or not raw.startswith(_START):
        raise NotAPhoto(field="photo")
    return _START + b"".join(_kept_parts(raw))


def _kept_parts(raw: bytes) -> list[bytes]:
    """The segments before the scan without those beside the picture, then the scan as it is."""
    kept: list[bytes] = []
    at = len(_START)
    while at + 4 <= len(raw) and raw[at] == 0xFF:
        marker, ends = raw[at + 1], at + 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
        if marker == _SCAN:
            return [*kept, raw[at:]]
        if marker not in _BESIDE:
            kept.append(raw[at:ends])
        at = ends
    raise NotAPhoto(field="photo")
