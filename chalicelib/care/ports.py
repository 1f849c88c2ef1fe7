"""What care needs from others, and what it refuses with when they say no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol

from chalicelib.care.domain.caregiver import Caregiver
from chalicelib.care.domain.catalogue import Catalogue
from chalicelib.care.domain.roster import Claim, Day
from chalicelib.care.domain.visit import Review, Visit
from chalicelib.kernel.command import Command
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.geo import Point
from chalicelib.kernel.guard import Guard
from chalicelib.kernel.ids import CaregiverId, GrantId, PersonId, VisitId
from chalicelib.kernel.money import Money
from chalicelib.kernel.principal import Principal, WrappedKey
from chalicelib.kernel.refusals import Conflict, PaymentNeeded, Refusal
from chalicelib.kernel.unit_of_work import UnitOfWork


class NoCareCard(Conflict):
    code = "care.no_care_card"
    message = "预约前要先激活一张健康护工卡。"
    next_step = "请点“激活卡”，填卡片上的 16 位激活码。"


class NotEnoughMoney(PaymentNeeded):
    code = "care.not_enough_money"
    message = "余额不够，还差 {shortfall}。"
    next_step = "请先充值，再点一次预约；这个时间没有占用您的钱。"


class SlotTaken(Conflict):
    code = "care.slot_taken"
    message = "这个时间刚刚被别人约走了。"
    next_step = "{offer}"


class NotWorking(Conflict):
    code = "care.not_working"
    message = "这位护工那天不上班。"
    next_step = "请换一天，或者换一位护工。"


@dataclass(frozen=True, slots=True)
class VisitPrivate:
    """Where and what for; sealed under the member's key."""

    address: str
    home: Point
    needs: str


@dataclass(frozen=True, slots=True)
class BookingFacts:
    """What a booking is decided on, read at once. `visit` is there when the id was used before."""

    visit: Visit | None
    caregiver: Caregiver | None


class CareStore(Protocol):
    def load_booking(self, visit_id: VisitId, caregiver_id: CaregiverId, guards: Sequence[Guard]) -> BookingFacts:
        """One round trip; raises what a guard refuses with, unless the visit exists already."""

    def find_visit(self, visit_id: VisitId) -> Visit | None: ...
    def visit_in(self, item: dict[str, object]) -> Visit: ...
    def find_caregiver(self, caregiver_id: CaregiverId) -> Caregiver | None: ...
    def caregiver_in(self, item: dict[str, object]) -> Caregiver: ...
    def caregivers_offering(self, service: str) -> list[Caregiver]: ...
    def days_of(
        self, caregiver_ids: Sequence[CaregiverId], dates: Sequence[date]
    ) -> dict[tuple[CaregiverId, date], Day]: ...
    def visits_by_id(self, visit_ids: Sequence[VisitId]) -> list[Visit]: ...
    def visits_of(self, member_id: PersonId, *, limit: int, after: str | None) -> tuple[list[Visit], str | None]: ...
    def count_reviews(self, caregiver_id: CaregiverId, *, since: date) -> tuple[int, int]:
        """(good, all) since that day inclusive."""

    def fingerprint(self, command: Command, key: WrappedKey) -> bytes:
        """Tells this command from another under its id; nothing can be learnt from it without the key."""

    def seal_visit(self, visit_id: VisitId, key: WrappedKey, private: VisitPrivate) -> bytes: ...
    def open_visit(self, visit: Visit, key: WrappedKey) -> VisitPrivate: ...
    def seal_review(self, visit_id: VisitId, key: WrappedKey, text: str) -> bytes: ...
    def open_review(self, visit: Visit, review: Review, key: WrappedKey) -> str: ...

    def stage_booking(self, uow: UnitOfWork, visit: Visit, claims: Sequence[Claim], *, event: str) -> None:
        """AlreadyDone for this very booking, IdTaken for another under its id; SlotTaken with the next free
        times; NotWorking."""

    def stage_visit(self, uow: UnitOfWork, visit: Visit, *, event: str) -> None:
        """Stale when the visit changed since it was read."""

    def stage_moved_slots(self, uow: UnitOfWork, before: Visit, after: Visit) -> None:
        """SlotTaken with the next free times, NotWorking; what both times have in common is kept."""

    def stage_freed_slots(self, uow: UnitOfWork, visit: Visit, claims: Sequence[Claim]) -> None: ...
    def stage_review_of_caregiver(self, uow: UnitOfWork, visit: Visit, review: Review) -> None: ...
    def stage_due(self, uow: UnitOfWork, visit_id: VisitId, *, due_at: datetime, now: datetime) -> None: ...

    def stage_caregiver(self, uow: UnitOfWork, caregiver: Caregiver) -> None:
        """AlreadyDone for this very enrolment, IdTaken for another under its id."""

    def stage_days(self, uow: UnitOfWork, caregiver: Caregiver, dates: Sequence[date]) -> None:
        """New roster days; Stale when one exists."""

    def stage_active(self, uow: UnitOfWork, caregiver_id: CaregiverId) -> None: ...
    def stage_rating(self, uow: UnitOfWork, before: Caregiver, *, good: int, all_: int) -> None:
        """Stale when the rating changed since `before` was read."""


class Cards(Protocol):
    def care_card_guard(self, person_id: PersonId, *, without: Refusal) -> Guard: ...


class Holds(Protocol):
    def stage_hold(
        self,
        uow: UnitOfWork,
        *,
        payer_id: PersonId,
        visit_id: VisitId,
        amount: Money,
        short_of: Callable[[Money], Refusal],
    ) -> None: ...
    def stage_release(self, uow: UnitOfWork, *, payer_id: PersonId, visit_id: VisitId, amount: Money) -> None: ...


class Families(Protocol):
    def left_today(self, by: Principal, *, now: datetime) -> Money:
        """Of what who acts for this person may spend, read anew."""

    def still_pays(self, grant_id: GrantId, *, now: datetime) -> bool:
        """Whether who was given it may spend at all at this moment."""

    def guardian_of(self, person_id: PersonId, *, at: datetime) -> PersonId | None:
        """Who acts by a court's paper at that moment."""


class People(Protocol):
    def data_key_of(self, person_id: PersonId) -> WrappedKey: ...
    def member(self, person_id: PersonId) -> Principal: ...
    def find_person_of_caregiver(self, caregiver_id: CaregiverId) -> PersonId | None:
        """None until she has logged in."""

    def stage_caregiver_invitation(self, uow: UnitOfWork, *, phone: str, caregiver_id: CaregiverId) -> None: ...


@dataclass(frozen=True, slots=True)
class Care:
    store: CareStore
    catalogue: Catalogue
    cards: Cards
    holds: Holds
    people: People
    families: Families
