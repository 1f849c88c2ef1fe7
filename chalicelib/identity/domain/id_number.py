"""Resident identity numbers (GB 11643): 6 area, 8 birth date, 3 sequence, 1 check character."""

from __future__ import annotations

import unicodedata
from datetime import date

from chalicelib.kernel.refusals import Invalid

LENGTH = 18
OLDEST_AGE = 130
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"


class NumberTooShortOrLong(Invalid):
    code = "identity.number_length"
    message = "身份证号要 18 位，您填了 {count} 位。"
    next_step = "请对着身份证，从头到尾再数一遍。"


class NumberHasOtherCharacter(Invalid):
    code = "identity.number_character"
    message = "身份证号第 {position} 位应该是数字。"
    next_step = "请看一下第 {position} 位；只有最后一位可以是字母 X。"


class NumberDateImpossible(Invalid):
    code = "identity.number_date"
    message = "身份证号第 7 到 14 位是出生日期，您填的这个日期不存在。"
    next_step = "请对着身份证检查第 7 到 14 位。"


class NumberCheckFailed(Invalid):
    """The check character tells that some digit is wrong, never which (features.md, trap T1)."""

    code = "identity.number_check"
    message = "18 位数字里有一位填错了。"
    next_step = "请对着身份证，从第 1 位到第 18 位再念一遍。"


def normalise(typed: str) -> str:
    """`11010119900307867ｘ ` → `11010119900307867X`: full-width and spaces folded, x raised."""
    folded = unicodedata.normalize("NFKC", typed)
    return "".join(folded.split()).upper()


def parse_id_number(typed: str, *, today: date) -> str:
    """The canonical form; refuses what cannot be an id number, naming the place where that is honest."""
    number = normalise(typed)
    if len(number) != LENGTH:
        raise NumberTooShortOrLong(field="id_number", count=len(number))
    for place, character in enumerate(number, start=1):
        if not (character in "0123456789" or (place == LENGTH and character == "X")):
            raise NumberHasOtherCharacter(field="id_number", position=str(place))
    _refuse_impossible_date(number[6:14], today)
    if _check_character(number) != number[-1]:
        raise NumberCheckFailed(field="id_number", position="1-18")
    return number


def _refuse_impossible_date(digits: str, today: date) -> None:
    try:
        born_on = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise NumberDateImpossible(field="id_number", position="7-14") from None
    if born_on > today or born_on.year < today.year - OLDEST_AGE:
        raise NumberDateImpossible(field="id_number", position="7-14")


def _check_character(number: str) -> str:
    weighted = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECK_CHARACTERS[weighted % 11]
