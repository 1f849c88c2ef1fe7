"""A visit as the links of a timeline, whatever became of it."""

from __future__ import annotations

from datetime import datetime

from chalicelib.care.domain.progress import for_family
from chalicelib.care.domain.visit import ENDED_EARLY, STATUS_NAME, Visit
from chalicelib.contracts.timeline import Link, Owner

_SHORT = {
    Owner.YOU: "请您看一看",
    Owner.CAREGIVER: "等护工",
    Owner.US: "我们在办",
    Owner.NOBODY: "",
}


def links_of_visit(visit: Visit, *, now: datetime) -> list[Link]:
    """In order; the one that is not done says what the family reads of the visit itself."""
    progress = for_family(visit, now=now)
    steps = (
        ("accepted", "护工接单", visit.accepted_at),
        ("departed", "护工出发", visit.departed_at),
        ("arrived", "护工到家", visit.check_in.at if visit.check_in else None),
        ("served", "服务完成", visit.check_out.at if visit.check_out else None),
    )
    booked = Link("booked", "提交预约", 10, done=True, at=visit.booked_at)
    over = visit.status in ENDED_EARLY
    return [
        booked,
        *(
            Link(
                key,
                name,
                20 + 10 * place,
                done=at is not None,
                at=at,
                owner=progress.owner,
                by=progress.by,
                sentence=progress.sentence,
                short=STATUS_NAME[visit.status] if over else _SHORT[progress.owner],
                remedy="book" if over else "visit",
                over=over,
            )
            for place, (key, name, at) in enumerate(steps)
        ),
    ]
