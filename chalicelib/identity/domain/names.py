"""Names as people write them and as the public-security record holds them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import islice, product

MIDDLE_DOT = "\u00b7"
# Typed for the dot in names such as 阿依古丽·买买提; Unicode's own normalisation does not unify them.
_OTHER_DOTS = (
    "\u2022\u30fb\uff65\u2027\u2219\u22c5\uff0e.\u0387\u119e\u1427\u16eb\u2024\u25cf\u2e31\u2e33\u318d\ua78f\ufe52"
)
_BLANKS = re.compile(rf"\s*{MIDDLE_DOT}\s*")
_TO_MIDDLE_DOT = str.maketrans(dict.fromkeys(_OTHER_DOTS, MIDDLE_DOT))


def normalise_name(typed: str) -> str:
    """Every dot becomes U+00B7, blanks go around it and at the ends; characters are never replaced."""
    return _BLANKS.sub(MIDDLE_DOT, typed.strip().translate(_TO_MIDDLE_DOT))


# GB 18030's two-byte characters FE50 to FEA0 stood in the private use area, one after the other, until Unicode had
# places for them; old phones, old keyboards and old registers still write them there (䶮 as U+E863).
_OLD_FIRST, _OLD_LAST = 0xE815, 0xE864
# Of these Python's codec, which is of the year 2000, knows no place yet (GB 18030-2005, appendix D; -2022).
_LATER = {
    0xE816: "\U00020087",
    0xE817: "\U00020089",
    0xE818: "\U000200cc",
    0xE81E: "\u9fb4",
    0xE826: "\u9fb5",
    0xE82B: "\u9fb6",
    0xE82C: "\u9fb7",
    0xE831: "\U000215d7",
    0xE832: "\u9fb8",
    0xE83B: "\U0002298f",
    0xE843: "\u9fb9",
    0xE854: "\u9fba",
    0xE855: "\U000241fe",
    0xE864: "\u9fbb",
}


# Each is a question to the register, and charged.
MOST_SPELLINGS = 8


def spellings(name: str) -> list[str]:
    """The ways a register may have written this very name, as it was typed first: never another name."""
    modern = [_MODERN.get(character, character) for character in unicodedata.normalize("NFKC", name)]
    ways = product(*((character, *_others().get(character, ())) for character in modern))
    return list(dict.fromkeys((name, *map("".join, islice(ways, MOST_SPELLINGS)))))[:MOST_SPELLINGS]


@cache
def _others() -> dict[str, list[str]]:
    """By each character, where else old registers have it: in the private use area, or as a compatibility ideograph,
    of which GBK has a few.
    """
    others = {modern: [old] for old, modern in _MODERN.items()}
    for each in map(chr, range(0xF900, 0xFB00)):
        modern = unicodedata.normalize("NFKC", each)
        if modern != each and _is_in_gbk(each):
            others.setdefault(modern, []).append(each)
    return others


def _is_in_gbk(character: str) -> bool:
    try:
        return bool(character.encode("gbk"))
    except UnicodeEncodeError:
        return False


def _modern(code_point: int) -> str:
    trail = 0x50 + code_point - _OLD_FIRST
    return _LATER.get(code_point) or bytes([0xFE, trail + (trail >= 0x7F)]).decode("gb18030")


_MODERN = {chr(code_point): _modern(code_point) for code_point in range(_OLD_FIRST, _OLD_LAST + 1)}


def mask_name(name: str) -> str:
    """`王秀英` → `王*英`, `王英` → `王*`."""
    if len(name) <= 2:
        return name[:1] + "*"
    return name[0] + "*" * (len(name) - 2) + name[-1]


def mask_number(id_number: str) -> str:
    """`310101195003072323` → `310101************`: the last four are what a caller is known by."""
    return id_number[:6] + "*" * (len(id_number) - 6)


def mask_phone(phone: str) -> str:
    """`+8613812345678` → `138****5678`."""
    local = phone.removeprefix("+86")
    return f"{local[:3]}****{local[-4:]}"
