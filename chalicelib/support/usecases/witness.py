"""Support's part in stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from chalicelib.contracts.promises import Observed
from chalicelib.contracts.story import Happened, Subject
from chalicelib.contracts.timeline import Link
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaseId, PersonId
from chalicelib.support.domain.case import STATUS_NAME, Case, Effect
from chalicelib.support.domain.catalogue import Catalogue, spoken_span
from chalicelib.support.domain.clocks import ClockKind, in_time
from chalicelib.support.domain.post import Author
from chalicelib.support.ports import CaseStore

SOURCE = "support"
_DONE_BY = {ClockKind.FIRST_ANSWER: "答复", ClockKind.NEXT_ANSWER: "再次答复", ClockKind.RESOLVE: "办结"}
_WORD_OF = {Author.PERSON: "用户说了一句", Author.STAFF: "我们回了一句", Author.COLLEAGUES: "同事之间说了一句"}


@dataclass(frozen=True, slots=True)
class SupportWitness:
    store: CaseStore
    catalogue: Catalogue

    def subject_of(self, any_id: str) -> Subject | None:
        case = self.store.find_case(CaseId(any_id)) if any_id.startswith("case_") else None
        return Subject(any_id, (case.person_id,)) if case else None

    def observed(self, *, since: datetime, now: datetime) -> Iterable[Observed]:
        """Of the cases opened since: each clock that was kept, or has run out."""
        for cause in self.catalogue.causes:
            for case in self.store.cases_of_cause(cause.code, since=since):
                kind = self.catalogue.kind(case.kind).name
                for clock in case.clocks:
                    kept = in_time(clock, now=now)
                    if clock.kept_at or not kept:
                        within = spoken_span(clock.allowed_min)
                        yield Observed(f"{kind}：{within}内{_DONE_BY[clock.kind]}", kept=kept)
                if case.effect in {Effect.HELPED, Effect.STILL_STUCK}:
                    yield Observed("办结以后真的解决了", kept=case.effect is Effect.HELPED)

    def links(self, subject: Subject, *, now: datetime) -> Sequence[Link]:  # noqa: ARG002 - a case is not on the way
        return ()

    def tell(self, subject: Subject, *, now: datetime) -> Sequence[Happened]:
        """Every step of a case; of anything else the cases about it."""
        if subject.id.startswith("case_"):
            case = self.store.find_case(CaseId(subject.id))
            return self._steps(case, now) if case else ()
        cases = [case for person in subject.people for case in self.store.cases_of(PersonId(person))]
        acts = [
            Happened(act.at, SOURCE, f"客服在电话里代办：{act.what}", act.by)
            for act in self.store.acts_on(subject.id)
        ]
        return acts + [
            Happened(case.opened_at, SOURCE, f"求助“{self._cause(case)}”：{STATUS_NAME[case.status]}", case.case_id)
            for case in cases
            if subject.id in {case.subject, case.person_id}
        ]

    def _cause(self, case: Case) -> str:
        return self.catalogue.cause(case.cause).name

    def _steps(self, case: Case, now: datetime) -> list[Happened]:
        opened = Happened(case.opened_at, SOURCE, f"求助“{self._cause(case)}”", case.subject)
        told = [
            opened,
            *(Happened(p.at, SOURCE, _WORD_OF[p.author], p.by) for p in self.store.posts_of(case.case_id)),
        ]
        if case.page is not None:
            called = "没有人值班" if case.page.to is None else "呼叫了值班的同事"
            told.append(Happened(case.page.at, SOURCE, called, case.page.to))
        if case.outcome is not None:
            action = self.catalogue.action(case.outcome.action).name
            told.append(Happened(case.outcome.at, SOURCE, f"办结：{action}", case.outcome.by))
        queue = self.catalogue.queue(case.queue).name
        return [*told, Happened(now, SOURCE, f"{STATUS_NAME[case.status]}，在“{queue}”", case.owner, stands=True)]
