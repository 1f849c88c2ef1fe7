"""Visits, caregivers and days for tests of pure rules."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from chalicelib.care.domain.caregiver import Caregiver, Credential
from chalicelib.care.domain.roster import Day, Shift
from chalicelib.care.domain.visit import Hand, Status, Visit
from chalicelib.kernel.geo import Datum, Point
from chalicelib.kernel.ids import CaregiverId, GrantId, PersonId, VisitId
from chalicelib.kernel.money import Money
from chalicelib.kernel.principal import Relation
from chalicelib.kernel.time import HALF_HOURS_PER_DAY
from tests.builders.clock import MONDAY_MORNING
from tests.builders.story import shanghai

CAREGIVER = CaregiverId("cgr_01M00000000000000000000001")
MEMBER = PersonId("per_01M00000000000000000000002")
DAUGHTER = PersonId("per_01M00000000000000000000004")
GRANT = GrantId("grant_01M00000000000000000000005")
VISIT = VisitId("vis_01M00000000000000000000003")


def a_visit(**changes: Any) -> Visit:
    """Tuesday at nine, two hours, booked on Monday at eight."""
    start_at: datetime = changes.get("start_at", shanghai(24, 9))
    fields: dict[str, Any] = {
        "visit_id": VISIT,
        "member_id": MEMBER,
        "caregiver_id": CAREGIVER,
        "caregiver_name": "李护理员",
        "status": Status.BOOKED,
        "service": "living_care",
        "start_at": start_at,
        "duration_min": 120,
        "half_hour_price": Money(3_200),
        "tariff_version": "2026-01",
        "booked_at": MONDAY_MORNING,
        "accept_by": MONDAY_MORNING + timedelta(minutes=30),
        "command_hash": b"h" * 16,
        "sealed": b"s",
    }
    return Visit(**(fields | changes))


def a_profile(**changes: Any) -> Caregiver:
    """Active, eight years of practice, 19 of 20 reviews good."""
    fields: dict[str, Any] = {
        "caregiver_id": CAREGIVER,
        "name": "李护理员",
        "practising_since": date(2018, 5, 1),
        "services": ("living_care",),
        "credentials": (Credential("elderly_care", date(2028, 12, 31)),),
        "base": Point(31.2404, 121.4837, Datum.GCJ02),
        "weekly": (Shift(0, 14, 42),),
        "enrolled_at": MONDAY_MORNING,
        "command_hash": b"h" * 16,
        "active": True,
        "good_reviews": 19,
        "all_reviews": 20,
    }
    return Caregiver(**(fields | changes))


def a_day(on: date, *, free: range | set[int] = range(HALF_HOURS_PER_DAY)) -> Day:
    return Day(caregiver_id=CAREGIVER, on=on, free=frozenset(free), visit_by_half_hour={})


def an_asked_visit(*, pays: bool = True, **changes: Any) -> Visit:
    """The same, asked for by her daughter, whom she has a day to answer."""
    hand = Hand(DAUGHTER, GRANT, Relation.DAUGHTER, pays=pays)
    waits = {"status": Status.ASKED, "accept_by": MONDAY_MORNING + timedelta(hours=24), "hand": hand}
    return a_visit(**waits | changes)
