"""Check characters by the other formula of GB 11643: powers of two from the end, instead of a table of weights."""

from __future__ import annotations


def with_check(number: str) -> str:
    """The first seventeen digits with the check character that belongs to them."""
    weighted = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(number[:17]))
    rest = (12 - weighted % 11) % 11
    return number[:17] + ("X" if rest == 10 else str(rest))
