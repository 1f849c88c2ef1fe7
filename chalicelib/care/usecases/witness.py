"""Care's part in stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from chalicelib.care.domain.caregiver import GOOD_SHARE_PERCENT, GOOD_STARS
from chalicelib.care.domain.presence import Presence
from chalicelib.care.domain.progress import LATE_AFTER
from chalicelib.care.domain.timeline import links_of_visit
from chalicelib.care.domain.visit import ENDED_EARLY, STATUS_NAME, Status, Visit
from chalicelib.care.ports import Care
from chalicelib.care.usecases.auditing import audited_dates, named_on, visits_to_audit
from chalicelib.contracts.promises import Ended, Observed
from chalicelib.contracts.story import Happened, Subject
from chalicelib.contracts.timeline import Link
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId, VisitId
from chalicelib.kernel.principal import RELATION_NAME
from chalicelib.kernel.time import spoken

SOURCE = "care"
LATEST_VISITS = 50
ON_TIME = "护工准时到（最多晚 15 分钟）"
WELL_RATED = f"家属评价 {GOOD_STARS} 星以上（要到 {GOOD_SHARE_PERCENT}%）"


@dataclass(frozen=True, slots=True)
class CareWitness:
    care: Care

    def subject_of(self, any_id: str) -> Subject | None:
        visit = self.care.store.find_visit(VisitId(any_id)) if any_id.startswith("vis_") else None
        if visit is None:
            return None
        caregiver = self.care.people.find_person_of_caregiver(visit.caregiver_id)
        return Subject(any_id, (visit.member_id, *([caregiver] if caregiver else [])))

    def tell(self, subject: Subject, *, now: datetime) -> Sequence[Happened]:
        """All steps of a visit; of a person the latest 50 visits booked, and of a caregiver those on her days."""
        if subject.id.startswith("vis_"):
            visit = self.care.store.find_visit(VisitId(subject.id))
            return self._steps(visit, now) if visit else ()
        if subject.id.startswith("per_"):
            booked, after = self.care.store.visits_of(PersonId(subject.id), limit=LATEST_VISITS, after=None)
            told = [self._visit("", each) for each in booked]
            if after is not None:
                told.append(Happened(told[-1].at, SOURCE, f"更早的预约不再列出（只列最近 {LATEST_VISITS} 次）"))
            return told + [self._visit("作为护工：", each) for each in self._served(subject, now)]
        return ()

    def observed(self, *, since: datetime, now: datetime) -> Iterable[Observed]:
        """Of the visits on the audit's days, ten back: who accepted came in time, and how it was rated."""
        for visit in visits_to_audit(self.care, now=now):
            by = visit.start_at + LATE_AFTER
            if visit.accepted_at is not None and since <= by <= now and visit.status is not Status.CANCELLED:
                yield Observed(ON_TIME, kept=visit.check_in is not None and visit.check_in.at <= by)

            if visit.review is not None and since <= visit.review.at <= now:
                yield Observed(WELL_RATED, kept=visit.review.stars >= GOOD_STARS)

    def ended(self, *, now: datetime) -> Iterable[Ended]:
        """The visits of the same days that somebody checked out of."""
        for visit in visits_to_audit(self.care, now=now):
            if visit.status is Status.DONE and visit.check_out is not None:
                yield Ended(visit.visit_id, visit.member_id, visit.check_out.at)

    def links(self, subject: Subject, *, now: datetime) -> Sequence[Link]:
        visit = self.care.store.find_visit(VisitId(subject.id)) if subject.id.startswith("vis_") else None
        return links_of_visit(visit, now=now) if visit else ()

    def _served(self, subject: Subject, now: datetime) -> list[Visit]:
        """What stands on a caregiver's days: those of the audit, ten back and as far ahead as her roster."""
        if subject.caregiver_id is None:
            return []
        days = self.care.store.days_of([subject.caregiver_id], audited_dates(now)).values()
        return self.care.store.visits_by_id(sorted({each for day in days for each in named_on(day)}))

    def _visit(self, as_: str, visit: Visit) -> Happened:
        what = f"{as_}{self._booking(visit)}：{STATUS_NAME[visit.status]}"
        return Happened(visit.booked_at, SOURCE, what, visit.visit_id)

    def _booking(self, visit: Visit) -> str:
        service = self.care.catalogue.service(visit.service).name
        # Of a visit that was moved only the latest times are kept: they are told where it moved.
        start = "" if visit.moved_at else f"{spoken(visit.start_at)} 起 "
        return f"预约{service}，{start}{visit.duration_min} 分钟，预留 {visit.price}"

    def _steps(self, visit: Visit, now: datetime) -> list[Happened]:
        by = f"；最晚 {spoken(visit.accept_by)} 接单"
        first = "" if visit.moved_at or visit.hand else by
        steps: list[tuple[datetime | None, str, str | None]] = [
            (visit.booked_at, self._booking(visit) + first, visit.member_id),
            *_by_family(visit),
            (visit.moved_at, f"家属把时间从 {_spoken(visit.moved_from)} 改到 {spoken(visit.start_at)}{by}", None),
            (visit.accepted_at, "护工接单", None),
            (visit.departed_at, "护工出发", None),
            (visit.check_in.at if visit.check_in else None, f"签到，{_place(visit.check_in)}", None),
            (visit.check_out.at if visit.check_out else None, f"签退，{_place(visit.check_out)}", None),
            (visit.ended_at if visit.status in ENDED_EARLY else None, STATUS_NAME[visit.status], None),
        ]
        if visit.review is not None:
            steps.append((visit.review.at, f"家属评价 {visit.review.stars} 星", None))
        told = [Happened(at, SOURCE, what, lead) for at, what, lead in steps if at is not None]
        return [*told, Happened(now, SOURCE, STATUS_NAME[visit.status], stands=True)]


def _by_family(visit: Visit) -> list[tuple[datetime | None, str, str | None]]:
    if visit.hand is None:
        return []
    relation = RELATION_NAME[visit.hand.relation]
    yes = (visit.approved_at, "本人同意了，或者等满时间按约定约上", None)
    return [(visit.booked_at, f"由{relation}代办", visit.hand.by), yes]


def _spoken(instant: datetime | None) -> str:
    return spoken(instant) if instant else ""


def _place(presence: Presence | None) -> str:
    if presence is not None and presence.unlocated:
        return "护工没有同意定位"
    if presence is None or presence.by_clock:
        return "没有人操作，由系统按约定的结束时间记"
    return f"离家 {presence.distance_m} 米" + ("，超出范围" if presence.outside else "")
