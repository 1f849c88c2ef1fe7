"""The facts of an event as messages name them."""

from __future__ import annotations

from datetime import datetime

from chalicelib.contracts.care import VisitEvent
from chalicelib.kernel.time import in_shanghai, spoken


def visit_facts(event: VisitEvent) -> dict[str, str]:
    return {
        "service": event.service_name,
        "caregiver": event.caregiver_name,
        "time": spoken(event.start_at),
        "time_long": _as_wechat_time(event.start_at),
    }


def _as_wechat_time(instant: datetime) -> str:
    """A form the `time` values of subscribe messages accept: `2026年11月23日 09:00`."""
    return f"{in_shanghai(instant):%Y年%m月%d日 %H:%M}"
