"""Check characters by the other formula of GB 11643: powers of two from the end, instead of a table of weights."""

from __future__ import annotations

# By hand: the weighted sum of the first 17 digits is 174, 174 mod 11 is 9, and 9 stands for 3.
ELDER_NUMBER = "310101195003072323"


def with_check(number: str) -> str:
    """The first seventeen digits with the check character that belongs to them."""
    weighted = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(number[:17]))
    rest = (12 - weighted % 11) % 11
    return number[:17] + ("X" if rest == 10 else str(rest))
