"""Numbers of papers that prove who somebody is: residents (GB 11643), residence permits, permanent residents.

Neither python-stdnum nor id-validator is right on all of these: both refuse region codes that were given up, and know
no card of a foreigner's.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum

from chalicelib.kernel.refusals import Conflict, Invalid

LENGTH = 18
# The first generation's, given up in 2013, and the older card of a foreigner with permanent residence.
SHORT_LENGTH = 15
# Inclusive: who is 130 may use our cards.
OLDEST_AGE = 130
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_COUNTRY_LETTERS = 3


class NumberKind(StrEnum):
    """`resident`; `permit`: of a resident from Hong Kong, Macao or Taiwan; `foreigner` with permanent residence."""

    RESIDENT = "resident"
    PERMIT = "permit"
    FOREIGNER = "foreigner"


class NumberTooShortOrLong(Invalid):
    code = "identity.number_length"
    message = "证件号要 18 位，您填了 {count} 位。"
    next_step = "请对着证件，从头到尾再数一遍。"


class NumberOfFirstGeneration(Invalid):
    code = "identity.number_first_generation"
    message = "您填的是以前的 15 位身份证号，2013 年起已经不能用了。"
    next_step = "请填现在身份证上的 18 位号码；还没有换证的，请先到派出所换。"


class NumberHasOtherCharacter(Invalid):
    code = "identity.number_character"
    message = "证件号第 {position} 位应该是{wanted}。"
    next_step = "请看一下第 {position} 位；身份证号只有最后一位可以是字母 X。"


class NumberDateImpossible(Invalid):
    code = "identity.number_date"
    message = "证件号第 7 到 14 位是出生日期，您填的第 {position} 位不可能。"
    next_step = "请对着证件检查第 {position} 位。"


class NumberCheckFailed(Invalid):
    """The check character tells that some digit is wrong, never which (features.md, trap T1)."""

    code = "identity.number_check"
    message = "18 位数字里有一位填错了。"
    next_step = "请对着身份证，从第 1 位到第 18 位再念一遍。"


# What `parse_id_number` refuses with.
REFUSALS = (
    NumberTooShortOrLong,
    NumberHasOtherCharacter,
    NumberDateImpossible,
    NumberOfFirstGeneration,
    NumberCheckFailed,
)


class NumberForPeopleToCheck(Conflict):
    """The register of residents knows nothing of foreigners' cards."""

    code = "identity.number_for_people"
    stuck = "identity.name_differs"
    at_once = True
    message = "外国人永久居留身份证要由人工核对，您填的我们留着了，不用再填。"
    next_step = "不用再试了：我们马上核对，结果会告诉您。"


def normalise(typed: str) -> str:
    """`11010119900307867ｘ ` → `11010119900307867X`: full-width and spaces folded, letters raised."""
    folded = unicodedata.normalize("NFKC", typed)
    return "".join(folded.split()).upper()


def parse_id_number(typed: str, *, today: date) -> str:
    """The canonical form; refuses what cannot be such a number, naming the place where that is honest.

    Region codes are not looked at: those that were given up stay good for life.
    """
    number = normalise(typed)
    if len(number) == SHORT_LENGTH:
        return _short(number)
    if len(number) != LENGTH:
        raise NumberTooShortOrLong(field="id_number", count=len(number))
    for place, character in enumerate(number, start=1):
        if not (character in "0123456789" or (place == LENGTH and character == "X")):
            raise NumberHasOtherCharacter(field="id_number", position=str(place), wanted="数字")
    _refuse_impossible_date(number[6:14], today)
    if _check_character(number) != number[-1]:
        raise NumberCheckFailed(field="id_number", position="1-18")
    return number


def kind_of(number: str) -> NumberKind:
    """Of a number as `parse_id_number` gives it."""
    if len(number) == SHORT_LENGTH or number[0] == "9":
        return NumberKind.FOREIGNER
    return NumberKind.PERMIT if re.match("8[123]0000", number) else NumberKind.RESIDENT


def _short(number: str) -> str:
    """Three letters of a country and twelve digits; of these no check character is published."""
    if number.isdigit() and number.isascii():
        raise NumberOfFirstGeneration(field="id_number")
    # Whose first is a digit meant a resident's number, where every place is one.
    letters = 0 if number[0] in "0123456789" else _COUNTRY_LETTERS
    for place, character in enumerate(number, start=1):
        is_letter = "A" <= character <= "Z"
        if place <= letters and not is_letter:
            raise NumberHasOtherCharacter(field="id_number", position=str(place), wanted="字母")
        if place > letters and character not in "0123456789":
            raise NumberHasOtherCharacter(field="id_number", position=str(place), wanted="数字")
    return number


def _refuse_impossible_date(digits: str, today: date) -> None:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if not 1 <= month <= 12:
        raise NumberDateImpossible(field="id_number", position="11-12")
    try:
        born_on = date(year, month, day)
    except ValueError:
        position = "7-10" if year == 0 else "13-14"
        raise NumberDateImpossible(field="id_number", position=position) from None
    age = today.year - year - ((today.month, today.day) < (month, day))
    if born_on > today or age > OLDEST_AGE:
        raise NumberDateImpossible(field="id_number", position="7-14")


def _check_character(number: str) -> str:
    weighted = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECK_CHARACTERS[weighted % 11]
