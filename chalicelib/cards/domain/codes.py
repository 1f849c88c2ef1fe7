"""Activation codes: 80 random bits, written so that they survive being read aloud and typed by hand."""

from __future__ import annotations

import unicodedata

# Crockford's base 32: no I, L, O or U, and the first three are read as the digits they look like.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011")
CODE_CHARACTERS = 16
CODE_BYTES = 10


def code_from(randomness: bytes) -> str:
    """10 random bytes as 16 characters, without the hyphens."""
    number = int.from_bytes(randomness, "big")
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(75, -5, -5))


def printed(code: str) -> str:
    """As it stands on the card: `4G7K-2M9P-X3QA-8TWZ`."""
    return "-".join(code[start : start + 4] for start in range(0, CODE_CHARACTERS, 4))


def normalise_code(typed: str) -> str:
    """Full-width, small letters, spaces, hyphens and look-alikes are what people type."""
    folded = unicodedata.normalize("NFKC", typed).upper()
    return "".join(character for character in folded if character.isalnum()).translate(_LOOKALIKES)
