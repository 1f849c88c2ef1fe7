"""A case and its clocks for tests of the rules, from Monday nine o'clock on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from chalicelib.kernel.ids import CaseId, PersonId
from chalicelib.support.domain import clocks, life
from chalicelib.support.domain.calendars import Hours
from chalicelib.support.domain.case import Case, CaseStatus, Channel
from chalicelib.support.domain.catalogue import Kind
from chalicelib.support.domain.clocks import ClockKind
from tests.builders.story import shanghai

PERSON = PersonId("per_01M00000000000000000000001")
ANNA, BEN, CARA = (PersonId(f"per_01M0000000000000000000000{n}") for n in (2, 3, 4))
START = shanghai(23, 9)
MIN = timedelta(minutes=1)


def kind(**promises: tuple[Hours, int]) -> Kind:
    given = {name: {"hours": hours, "within_min": within} for name, (hours, within) in promises.items()}
    return Kind.model_validate({"code": "stuck", "name": "办不下去", "promises": given})


ALWAYS = Hours.ALWAYS
PLAIN = kind(first_answer=(ALWAYS, 60), next_answer=(ALWAYS, 30), resolve=(ALWAYS, 240))


def a_case(of: Kind = PLAIN, **changes: Any) -> Case:
    fields: dict[str, Any] = {
        "case_id": CaseId("case_01M00000000000000000000009"),
        "person_id": PERSON,
        "subject": PERSON,
        "cause": "other",
        "kind": of.code,
        "queue": "service",
        "channel": Channel.CHAT,
        "status": CaseStatus.OPEN,
        "opened_by": PERSON,
        "opened_at": START,
        "last_contact_at": START,
        "clocks": life.clocks_for(of, now=START),
        "command_hash": b"h" * 16,
        "owner": ANNA,
    }
    return Case(**(fields | changes))


def due(case: Case, which: ClockKind) -> datetime | None:
    clock = case.clock(which)
    moment = clocks.due(clock) if clock else None
    return moment.at if moment else None


def level(case: Case, which: ClockKind) -> int:
    clock = case.clock(which)
    assert clock is not None
    return clock.level


def ended(case: Case, *, now: datetime, by: PersonId = ANNA, **changes: Any) -> Case:
    """Closed by her, who had nothing to do with it before."""
    usual: dict[str, Any] = {"cause": "other", "action": "explained", "four_eyes": False, "spoke": False}
    return life.closed(case, by=by, now=now, **(usual | changes))
