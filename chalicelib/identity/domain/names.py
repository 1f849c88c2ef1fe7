"""Names as people write them and as the public-security record holds them."""

from __future__ import annotations

MIDDLE_DOT = "\u00b7"
# Typed for the dot in names such as 阿依古丽·买买提; Unicode's own normalisation does not unify them.
_OTHER_DOTS = "\u2022\u30fb\uff65\u2027\u2219\u22c5\uff0e."
_TO_MIDDLE_DOT = str.maketrans(dict.fromkeys(_OTHER_DOTS, MIDDLE_DOT))


def normalise_name(typed: str) -> str:
    """Every dot becomes U+00B7 and spaces go at the ends; characters are never replaced."""
    return typed.strip().translate(_TO_MIDDLE_DOT)


def mask_name(name: str) -> str:
    """`王秀英` → `王*英`, `王英` → `王*`."""
    if len(name) <= 2:
        return name[:1] + "*"
    return name[0] + "*" * (len(name) - 2) + name[-1]


def mask_phone(phone: str) -> str:
    """`+8613812345678` → `138****5678`."""
    local = phone.removeprefix("+86")
    return f"{local[:3]}****{local[-4:]}"
