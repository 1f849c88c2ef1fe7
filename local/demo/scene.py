"""What the journeys have in common: a time to begin, a booking, a refusal, and waiting as the minutes pass."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from chalicelib.kernel.time import SHANGHAI, in_shanghai
from local.people import ADDRESS, Answer, Unexpected, new_id
from local.town import LOOKS_EVERY_S, HttpTown

MINUTES_MOST = 15
REAL_S_PER_MINUTE = 2


def must(holds: object, what: str) -> None:
    if not holds:
        raise Unexpected(what)


def said_no(answer: Answer) -> str:
    if answer.status < 400:
        raise Unexpected(f"a refusal was expected: {answer}")
    return str(answer.body["message"] + answer.body["next_step"])


def next_at(now: datetime, *, hour: int) -> datetime:
    local = in_shanghai(now)
    today = datetime(local.year, local.month, local.day, hour, tzinfo=SHANGHAI)
    return today if today > now else today + timedelta(days=1)


def a_booking(town: HttpTown, caregiver_id: str, *, start_at: datetime | None = None) -> dict[str, Any]:
    start_at = start_at or next_at(town.now(), hour=15)
    wanted = {"service": "living_care", "start_at": start_at.isoformat(), "duration_min": 120}
    return {"id": new_id("vis"), "caregiver_id": caregiver_id, **wanted, "address": ADDRESS, "quote_fen": 12_800}


def in_time(town: HttpTown, check: Callable[[], bool], what: str) -> None:
    """As the minutes pass: what was written while its minute was swept is found in the next."""
    for _ in range(MINUTES_MOST):
        deadline = time.monotonic() + REAL_S_PER_MINUTE
        while time.monotonic() < deadline:
            if check():
                return
            time.sleep(LOOKS_EVERY_S)
        town.pass_time(timedelta(minutes=1))
    raise Unexpected(f"waited {MINUTES_MOST} minutes in vain for {what}")
