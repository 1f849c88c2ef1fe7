"""The ways to prove who one is, and how sure each makes us (features.md A4): one is always left."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from chalicelib.kernel.frozen import dataclass


class Way(StrEnum):
    """How an identity was proven; the last three are people of ours: with what was typed before, or on the phone,
    there also with a code read to the registered phone and keyed back."""

    NAME_NUMBER = "name_number"
    PHONE = "phone"
    FACE = "face"
    PAPER = "paper"
    PEOPLE = "people"
    HOTLINE = "hotline"
    VOICE = "voice"


class Assurance(StrEnum):
    """`known`: what was said is right, and others may know it. `held`: it also took what only they have or are."""

    KNOWN = "known"
    HELD = "held"


ASSURANCE = {
    Way.NAME_NUMBER: Assurance.KNOWN,
    Way.PHONE: Assurance.HELD,
    Way.FACE: Assurance.HELD,
    Way.PAPER: Assurance.HELD,
    Way.PEOPLE: Assurance.KNOWN,
    Way.HOTLINE: Assurance.KNOWN,
    Way.VOICE: Assurance.HELD,
}
WAY_NAME = {
    Way.NAME_NUMBER: "姓名和身份证号",
    Way.PHONE: "手机号",
    Way.FACE: "刷脸",
    Way.PAPER: "手持身份证的照片",
    Way.PEOPLE: "人工核对",
    Way.HOTLINE: "客服电话",
    Way.VOICE: "客服电话和回拨按码",
}


class Obstacle(StrEnum):
    """Why a way is not open; what can be changed about it, its screen leads to."""

    PHONE_CANNOT = "phone_cannot"
    NOT_AGREED = "not_agreed"
    NO_PHONE = "no_phone"
    NOTHING_TYPED = "nothing_typed"


@dataclass(frozen=True, slots=True)
class Offered:
    way: Way
    obstacle: Obstacle | None = None


def offered(*, phone_can_scan: bool, agreed_to_face: bool, has_phone: bool, has_applied: bool) -> Sequence[Offered]:
    """Every way, open ones with no obstacle; name and number, a photo, and the telephone never have one."""
    face = None if agreed_to_face else Obstacle.NOT_AGREED
    return (
        Offered(Way.NAME_NUMBER),
        Offered(Way.PHONE, None if has_phone else Obstacle.NO_PHONE),
        Offered(Way.FACE, face if phone_can_scan else Obstacle.PHONE_CANNOT),
        Offered(Way.PAPER),
        Offered(Way.PEOPLE, None if has_applied else Obstacle.NOTHING_TYPED),
        Offered(Way.HOTLINE),
    )
