"""Which days are worked in mainland China, from what the State Council published."""

from __future__ import annotations

from datetime import date


def is_working_day(day: date) -> tuple[bool, bool]:
    """(works, known): holidays and the Saturdays worked for them are in the data.

    It ends with 2026 (features.md T3); after that Monday to Friday count, and `known` is False.
    """
    from chinese_calendar import is_workday  # noqa: PLC0415 - few requests ask for a date

    try:
        return is_workday(day), True
    except NotImplementedError:
        return day.weekday() < 5, False
