"""One summary a day of the visits of whom somebody follows, at an hour of where they live (features.md M3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.contracts import care
from chalicelib.kernel.command import WHOLE, Command
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.quiet import is_quiet
from chalicelib.kernel.refusals import Invalid
from chalicelib.kernel.time import spoken

DIGEST = "family_digest"
DAY = timedelta(days=1)
# Exclusive: swept so long after its hour, it is left to the next day.
LATE = timedelta(hours=3)
# Longer than anything can be booked ahead (care).
AHEAD = timedelta(days=8)
# Longer than any visit.
BEFORE = timedelta(days=1)
HERE = "Asia/Shanghai"
_DONE = (care.VisitCheckedOut.NAME,)
_FAILED = (care.VisitDeclined.NAME, care.VisitLapsed.NAME, care.VisitMissed.NAME, care.VisitNotApproved.NAME)
_CANCELLED = (care.VisitCancelled.NAME,)
_OVER = (*_DONE, *_FAILED, *_CANCELLED)
STANDS = {
    care.VisitAsked.NAME: "等本人同意",
    care.VisitNotApproved.NAME: "没有约成",
    care.VisitBooked.NAME: "等护工接单",
    care.VisitMoved.NAME: "改了时间，等护工接单",
    care.VisitAccepted.NAME: "约好了",
    care.CaregiverDeparted.NAME: "护工在路上",
    care.VisitCheckedIn.NAME: "护工到家了",
    care.VisitCheckedOut.NAME: "做完了",
    care.VisitDeclined.NAME: "护工来不了，钱已退回",
    care.VisitLapsed.NAME: "没有人接单，钱已退回",
    care.VisitMissed.NAME: "护工没有来，钱已退回",
    care.VisitCancelled.NAME: "取消了",
}


class UnknownZone(Invalid):
    code = "notify.unknown_zone"
    message = "没有找到您选的这个时区。"
    next_step = "请从列表里选离您最近的一个城市。"


class SetDigest(Command):
    """`zone` is where I live (IANA), whose nights are kept quiet; `hour` of its clock, null for no digest."""

    zone: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]+(/[A-Za-z0-9_+-]+){0,2}$", max_length=40)]
    hour: Annotated[int, Field(ge=7, le=21), WHOLE] | None


def zone_of(name: str | None) -> tzinfo | None:
    """None: here."""
    return zone_named(name) if name and name != HERE else None


def zone_named(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - cold start

    return ZoneInfo(name)


def check_zone(name: str) -> None:
    from zoneinfo import available_timezones  # noqa: PLC0415 - cold start

    if name not in available_timezones():
        raise UnknownZone(field="zone")


@dataclass(frozen=True, slots=True)
class Digest:
    """Of one day of where its reader lives. Another zone or hour meanwhile, and it is void."""

    person_id: PersonId
    zone: str
    hour: int
    on: date

    @property
    def due_at(self) -> datetime:
        """An hour that a change of clocks left out, or has twice, is none between 7 and 21."""
        return datetime.combine(self.on, time(self.hour), zone_named(self.zone)).astimezone(UTC)

    @property
    def since(self) -> datetime:
        return Digest(self.person_id, self.zone, self.hour, self.on - DAY).due_at

    @property
    def until(self) -> datetime:
        return Digest(self.person_id, self.zone, self.hour, self.on + DAY).due_at

    @property
    def subject(self) -> str:
        return f"{DIGEST} {self.person_id} {self.zone} {self.hour} {self.on.isoformat()}"


def digest_in(subject: str) -> Digest:
    _, person_id, zone, hour, on = subject.split(" ")
    return Digest(PersonId(person_id), zone, int(hour), date.fromisoformat(on))


def next_digest(person_id: PersonId, *, zone: str, hour: int, after: datetime) -> Digest:
    """The first that is due later than that."""
    today = Digest(person_id, zone, hour, after.astimezone(zone_named(zone)).date())
    return today if today.due_at > after else Digest(person_id, zone, hour, today.on + DAY)


def is_too_late(digest: Digest, *, now: datetime) -> bool:
    return now >= digest.due_at + LATE or is_quiet(now, zone=zone_named(digest.zone))


@dataclass(frozen=True, slots=True)
class Days:
    """The latest news of each visit of the day that was, and of the one to come."""

    past: tuple[care.VisitEvent, ...]
    coming: tuple[care.VisitEvent, ...]


def split(visits: Sequence[care.VisitEvent], *, since: datetime, at: datetime, until: datetime) -> Days:
    """What is over by the day on which it ended, whenever it was to be; what is under way, and what is to come."""
    past, coming = [], []
    for each in sorted(visits, key=lambda each: each.start_at):
        if each.NAME in _OVER:
            past += [each] if since <= _over_at(each) < at else []
        elif each.start_at < at:
            past.append(each)
        elif each.start_at < until:
            coming.append(each)
    return Days(tuple(past), tuple(coming))


def _over_at(visit: care.VisitEvent) -> datetime:
    by_clock = visit.ended_at if isinstance(visit, care.VisitCheckedOut) else None
    return by_clock or visit.at


def facts_of(days: Days) -> dict[str, str] | None:
    """In counts alone, which tell nothing about anybody's health; None when there is nothing to tell."""
    if not days.past and not days.coming:
        return None
    first = f"最早北京时间 {spoken(days.coming[0].start_at)}" if days.coming else ""
    return {"past": _past(days.past), "coming": _coming(days.coming), "first": first and f"，{first}"}


def _past(visits: Sequence[care.VisitEvent]) -> str:
    held = [each for each in visits if each.NAME not in _CANCELLED]
    if not held:
        return "没有上门"
    done = sum(each.NAME in _DONE for each in held)
    failed = sum(each.NAME in _FAILED for each in held)
    others = len(held) - done - failed
    told = [(done, "次做完"), (failed, "次没成"), (others, "次还没做完")]
    return "，".join(f"{count} {words}" for count, words in told if count)


def _coming(visits: Sequence[care.VisitEvent]) -> str:
    if not visits:
        return "没有安排"
    return f"{len(visits)} 次"


def sentence_of(visit: care.VisitEvent) -> str:
    """One line, by the clock of where the visit is."""
    return f"{spoken(visit.start_at)} {visit.service_name}，{visit.caregiver_name}：{STANDS[visit.NAME]}"
