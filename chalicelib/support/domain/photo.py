"""A photo somebody sends: a small JPEG, kept without what a camera writes beside the picture."""

from __future__ import annotations

import base64

from chalicelib.kernel.refusals import Invalid, Missing

# Inclusive. With its words it fits into the 64 KB of a request; the phone makes it small (ADR 11).
MOST_BYTES = 40_000
MOST_CHARACTERS = (MOST_BYTES + 2) // 3 * 4
_START, _SCAN, _END = b"\xff\xd8", 0xDA, 0xD9
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
    except ValueError:
        raise NotAPhoto(field="photo") from None
    if len(raw) > MOST_BYTES or not raw.startswith(_START):
        raise NotAPhoto(field="photo")
    return _START + b"".join(_kept_parts(raw))


def _kept_parts(raw: bytes) -> list[bytes]:
    """Segments without those beside the picture, the scans between them, and the end; nothing after it."""
    kept: list[bytes] = []
    at, has_scan = len(_START), False
    while at + 2 <= len(raw) and raw[at] == 0xFF:
        marker = raw[at + 1]
        if marker == _END:
            break
        if marker == 0xFF:  # a byte to fill up
            at += 1
            continue
        ends = at + 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
        if marker == _SCAN:
            has_scan, ends = True, _end_of_scan(raw, ends)
        if marker not in _BESIDE:
            kept.append(raw[at:ends])
        at = max(ends, at + 4)
    if not has_scan:
        raise NotAPhoto(field="photo")
    return [*kept, bytes((0xFF, _END))]


def _end_of_scan(raw: bytes, at: int) -> int:
    """Where the next marker is that is neither a stuffed byte nor a restart (ISO/IEC 10918-1, B.1.1)."""
    while (at := raw.find(b"\xff", at)) >= 0 and at + 1 < len(raw):
        if raw[at + 1] != 0 and not 0xD0 <= raw[at + 1] <= 0xD7:
            return at
        at += 2
    return len(raw)
