"""The usual cast and bookings of a test, in November 2026."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from chalicelib.kernel.time import SHANGHAI
from local import people
from local.people import ADDRESS, Answer, Phone, done, fix, new_id
from tests.builders.numbers import ELDER_NUMBER
from tests.builders.world import World


def an_elder(world: World, staff: Phone, *, balance_fen: int = 50_000) -> Phone:
    return people.an_elder(world, staff, name="王秀英", id_number=ELDER_NUMBER, balance_fen=balance_fen)


def shanghai(day: int, hour: int, minute: int = 0) -> datetime:
    """The 23rd is the Monday on which a world begins, at 8:00."""
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


def booking(with_: str, /, **changes: Any) -> dict[str, Any]:
    """Two hours of living care on Tuesday at nine, at ¥32.00 the half hour."""
    return {
        "id": new_id("vis"),
        "caregiver_id": with_,
        "service": "living_care",
        "start_at": shanghai(24, 9).isoformat(),
        "duration_min": 120,
        "address": ADDRESS,
        "needs": "需要协助翻身",
        "quote_fen": 12_800,
    } | changes


def refusal(answer: Answer) -> tuple[int, str]:
    return answer.status, answer.body["code"]


def a_booked_visit(elder: Phone, caregiver_id: str, **changes: Any) -> str:
    body = booking(caregiver_id, **changes)
    done(elder.post("/v1/visits", body), 201)
    return str(body["id"])


def go_to_service(world: World, caregiver: Phone, visit_id: str) -> None:
    """Accepted, on the way, and checked in at nine on Tuesday."""
    done(caregiver.post(f"/v1/visits/{visit_id}/accept"))
    world.clock.set_to(shanghai(24, 8, 30))
    done(caregiver.post(f"/v1/visits/{visit_id}/depart"))
    world.clock.set_to(shanghai(24, 9))
    done(caregiver.post(f"/v1/visits/{visit_id}/check-in", fix()))


def a_served_visit(world: World, elder: Phone, caregiver: Phone, caregiver_id: str, *, minutes: int) -> str:
    """From booking to check-out after that many minutes, and everything that follows."""
    visit_id = a_booked_visit(elder, caregiver_id)
    go_to_service(world, caregiver, visit_id)
    world.clock.advance(timedelta(minutes=minutes))
    done(caregiver.post(f"/v1/visits/{visit_id}/check-out", fix()))
    world.settle()
    return visit_id
