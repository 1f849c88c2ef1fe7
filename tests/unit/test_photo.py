"""A photo keeps its picture and loses what the camera wrote beside it."""

from __future__ import annotations

import base64

import pytest

from chalicelib.support.domain.photo import MOST_BYTES, NotAPhoto, photo_from


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


JFIF = segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\0\0")
EXIF = segment(0xE1, b"Exif\0\0GPS 31.2304 121.4737")
COLOURS = segment(0xEE, b"Adobe\0d\0\0\0\0\1")
COMMENT = segment(0xFE, "王秀英的卡".encode())
TABLES = segment(0xDB, bytes(65)) + segment(0xC0, bytes(15)) + segment(0xC4, bytes(28))
SCAN = segment(0xDA, bytes(10)) + b"picture \xff\x00 picture" + b"\xff\xd9"


def sent(*parts: bytes) -> str:
    return base64.b64encode(b"\xff\xd8" + b"".join(parts)).decode()


def test_place_time_and_comments_go_and_the_picture_stays() -> None:
    assert photo_from(sent(JFIF, EXIF, COLOURS, COMMENT, TABLES, SCAN)) == (
        b"\xff\xd8" + JFIF + COLOURS + TABLES + SCAN
    )


def test_nor_does_what_stands_between_scans_or_after_the_end() -> None:
    """A progressive picture, and the second one some phones put behind the first."""
    first = SCAN.removesuffix(b"\xff\xd9")
    assert photo_from(sent(JFIF, TABLES, first, EXIF, first, b"\xff\xd9", b"\xff\xd8", EXIF)) == (
        b"\xff\xd8" + JFIF + TABLES + first + first + b"\xff\xd9"
    )


def test_bytes_that_fill_up_and_restarts_are_no_end() -> None:
    scan = segment(0xDA, bytes(10)) + b"one\xff\xd0two\xff\x00\xff\xd7three"
    assert photo_from(sent(b"\xff\xff", JFIF[1:], TABLES, scan, b"\xff\xd9")) == (
        b"\xff\xd8" + JFIF + TABLES + scan + b"\xff\xd9"
    )


@pytest.mark.parametrize(
    "no_photo",
    [
        "",
        "not base64!",
        "照片",
        base64.b64encode(b"\x89PNG\r\n\x1a\n").decode(),
        base64.b64encode(b"<svg onload=alert(1)>").decode(),
        sent(),
        sent(JFIF, TABLES),
        sent(b"\xff\xe1\xff\xff"),
        sent(b"\xff\xe0\0\0" * 9),
    ],
)
def test_what_is_none_is_refused(no_photo: str) -> None:
    with pytest.raises(NotAPhoto):
        photo_from(no_photo)


def test_of_forty_thousand_bytes_is_taken_and_of_one_more_is_not() -> None:
    scan = SCAN.removesuffix(b"\xff\xd9")
    room = MOST_BYTES - len(base64.b64decode(sent(JFIF, TABLES, SCAN)))
    assert len(photo_from(sent(JFIF, TABLES, scan, bytes(room), b"\xff\xd9"))) == 40_000
    with pytest.raises(NotAPhoto):
        photo_from(sent(JFIF, TABLES, scan, bytes(room + 1), b"\xff\xd9"))
