"""A visit as the links of a timeline, whatever became of it."""

from __future__ import annotations

from datetime import datetime

from chalicelib.care.domain.progress import for_family
from chalicelib.care.domain.visit import ENDED_EARLY, NOT_HERS, STATUS_NAME, Visit
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
    # Of what family asked for the member's yes comes first.
    waited = visit.status in NOT_HERS or visit.approved_at is not None
    steps = (
        *([(15, "approved", "本人同意", visit.approved_at)] if waited else []),
        (20, "accepted", "护工接单", visit.accepted_at),
        (30, "departed", "护工出发", visit.departed_at),
        (40, "arrived", "护工到家", visit.check_in.at if visit.check_in else None),
        (50, "served", "服务完成", visit.check_out.at if visit.check_out else None),
    )
    booked = Link("booked", "提交预约", 10, done=True, at=visit.booked_at)
    over = visit.status in ENDED_EARLY
    return [
        booked,
        *(
            Link(
                key,
                name,
                place,
                done=at is not None,
                at=at,
                owner=progress.owner,
                by=progress.by,
                sentence=progress.sentence,
                short=STATUS_NAME[visit.status] if over else _SHORT[progress.owner],
                remedy="book" if over else "visit",
                over=over,
            )
            for place, key, name, at in steps
        ),
    ]
