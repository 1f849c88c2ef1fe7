"""Whether who is on the phone is the person: what they say is compared here, so that no colleague sees it."""

from __future__ import annotations

from chalicelib.identity.domain.names import normalise_name, spellings
from chalicelib.identity.domain.person import Private


def is_known(private: Private) -> bool:
    """By more than the phone."""
    return (private.name or private.applied_name) is not None


def is_the_person(private: Private, *, name: str, number_ends: str) -> bool:
    """Name and the last four of the number as they were proven, or else applied for."""
    known, number = private.name or private.applied_name, private.id_number or private.applied_number
    if known is None or number is None:
        return False
    return normalise_name(name) in spellings(known) and number[-4:] == number_ends.upper()
