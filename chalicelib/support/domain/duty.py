"""Who is on duty when: the order in which people are called, and the hours nobody covers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId, ShiftId
from chalicelib.kernel.refusals import Invalid

LONGEST_SHIFT = timedelta(hours=24)
# How far ahead a gap is looked for: long enough to find somebody.
LOOK_AHEAD = timedelta(hours=12)


class ShiftNotPossible(Invalid):
    code = "support.shift_not_possible"
    message = "班次最长 24 小时，结束要晚于开始，也要晚于现在。"
    next_step = "请改一下开始或结束的时间。"


@dataclass(frozen=True, slots=True)
class Shift:
    """From `from_at`, inclusive, to `to_at`, exclusive. `turn` 1 is called first."""

    shift_id: ShiftId
    queue: str
    person_id: PersonId
    from_at: datetime
    to_at: datetime
    turn: int


def check_shift(shift: Shift, *, now: datetime) -> Shift:
    if shift.to_at <= max(shift.from_at, now) or shift.to_at - shift.from_at > LONGEST_SHIFT:
        raise ShiftNotPossible(field="to_at")
    return shift


def on_duty(shifts: Sequence[Shift], *, now: datetime) -> list[PersonId]:
    """In the order they are called, each once."""
    covering = sorted(
        (each.turn, each.from_at, each.shift_id, each) for each in shifts if each.from_at <= now < each.to_at
    )
    return list(dict.fromkeys(each.person_id for *_, each in covering))


def first_gap(shifts: Sequence[Shift], *, now: datetime) -> datetime | None:
    """The first moment from now to LOOK_AHEAD that nobody covers."""
    covered_to = now
    for shift in sorted(shifts, key=lambda each: each.from_at):
        if shift.from_at > covered_to:
            break
        covered_to = max(covered_to, shift.to_at)
    return covered_to if covered_to < now + LOOK_AHEAD else None
