"""Cases as their people handle them over the front door."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from local import people
from local.people import Answer, Phone, done, new_id
from tests.builders import story
from tests.builders.world import World


def asked(about: str, cause: str = "other", text: str = "不知道怎么办", **changes: Any) -> dict[str, Any]:
    return {"id": new_id("case"), "cause": cause, "about": about, "text": text} | changes


def opened(phone: Phone, about: str | None = None, cause: str = "other", **changes: Any) -> dict[str, Any]:
    return done(phone.post("/v1/cases", asked(about or phone.person_id, cause, **changes)), 201)


def act(staff: Phone, case: dict[str, Any], step: str, **body: Any) -> Answer:
    sent = None if step == "claim" else {"id": new_id("post"), "text": "您好，我来帮您"} | body
    return staff.post(f"/v1/staff/cases/{case['id']}/{step}", sent)


def claimed(staff: Phone, case: dict[str, Any]) -> dict[str, Any]:
    return done(act(staff, case, "claim"))


def closed(staff: Phone, case: dict[str, Any], **body: Any) -> dict[str, Any]:
    return done(act(staff, case, "close", **({"cause": "other", "action": "explained"} | body)))


def seen(phone: Phone, case: dict[str, Any]) -> dict[str, Any]:
    return done(phone.get(f"/v1/cases/{case['id']}"))


def told(phone: Phone, kind: str) -> list[str]:
    return [each["text"] for each in done(phone.get("/v1/inbox"))["items"] if each["kind"] == kind]


def on_duty(phone: Phone, queue: str, begins: Any, hours: int, turn: int = 1) -> None:
    body = {
        "id": new_id("shift"),
        "queue": queue,
        "from_at": begins.isoformat(),
        "to_at": (begins + timedelta(hours=hours)).isoformat(),
        "turn": turn,
    }
    done(phone.post("/v1/staff/duty", body), 201)


def urgent(world: World, staff: Phone) -> tuple[Phone, str, dict[str, Any]]:
    """An elder, a booked visit of hers, and her call for help about it."""
    _, caregiver_id = people.a_caregiver(world, staff)
    elder = story.an_elder(world, staff)
    visit_id = story.a_booked_visit(elder, caregiver_id)
    return elder, visit_id, opened(elder, visit_id, "care.nobody_came")
