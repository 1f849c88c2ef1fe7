"""The whole story of a visit, card, payment, person or request (features.md M7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.contracts.story import Happened
from chalicelib.kernel.ids import PREFIX_BY_KIND, RequestId
from chalicelib.support.ports import NothingKnown, Support

_REQUEST = f"{PREFIX_BY_KIND[RequestId]}_"


def story_of(support: Support, *, any_id: str, now: datetime) -> list[Happened]:
    """In order of time. NothingKnown when no context and no log knows the id."""
    if any_id.startswith(_REQUEST):
        told = list(support.calls.calls_of(RequestId(any_id), now=now))
    else:
        subjects = (witness.subject_of(any_id) for witness in support.witnesses)
        subject = next(filter(None, subjects), None)
        told = [each for witness in support.witnesses for each in witness.tell(subject, now=now)] if subject else []
    if not told:
        raise NothingKnown
    elsewhere = [replace(each, lead=None) if each.lead == any_id else each for each in told]
    return sorted(elsewhere, key=lambda each: (each.at, each.stands))
