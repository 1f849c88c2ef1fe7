"""How visits, caregivers and their days are kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from chalicelib.care import keys
from chalicelib.care.day_items import claim_write, day_in, free_write, move_write, new_day_write
from chalicelib.care.domain.caregiver import GOOD_STARS, Caregiver
from chalicelib.care.domain.roster import Claim, Day, claims_for
from chalicelib.care.domain.visit import Review, Visit
from chalicelib.care.ports import BookingFacts, VisitPrivate
from chalicelib.care.sealing import open_text, open_visit, seal_text, seal_visit
from chalicelib.kernel.command import Command, content_of
from chalicelib.kernel.guard import Guard
from chalicelib.kernel.ids import CaregiverId, PersonId, VisitId, id_from_bytes, id_to_bytes, ulid_of
from chalicelib.kernel.principal import WrappedKey
from chalicelib.kernel.time import business_date
from chalicelib.kernel.unit_of_work import (
    Item,
    ItemKey,
    Put,
    Rank,
    UnitOfWork,
    Update,
    absent,
    equal,
    exists,
    impossible,
    replayed_or_taken,
    stale,
)
from chalicelib.platform.crypto import Vault
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.dynamo.due import Due, due_write


class CareItems:
    def __init__(self, database: Database, table: str, vault: Vault) -> None:
        self._database = database
        self._table = table
        self._vault = vault

    # --- reading

    def load_booking(self, visit_id: VisitId, caregiver_id: CaregiverId, guards: Sequence[Guard]) -> BookingFacts:
        visit_key = keys.visit_key(self._table, visit_id)
        caregiver_key = keys.caregiver_key(self._table, caregiver_id)
        found = self._database.get_many(
            [visit_key, caregiver_key, *(guard.key for guard in guards)],
            consistent_tables=frozenset(guard.key.table for guard in guards),
        )
        if visit_key not in found:
            for guard in guards:
                guard.judge(found.get(guard.key))
        return BookingFacts(
            visit=from_item(Visit, found[visit_key]) if visit_key in found else None,
            caregiver=from_item(Caregiver, found[caregiver_key]) if caregiver_key in found else None,
        )

    def find_visit(self, visit_id: VisitId) -> Visit | None:
        item = self._database.get(keys.visit_key(self._table, visit_id))
        return from_item(Visit, item) if item else None

    def visit_in(self, item: Item) -> Visit:
        return from_item(Visit, item)

    def find_caregiver(self, caregiver_id: CaregiverId) -> Caregiver | None:
        item = self._database.get(keys.caregiver_key(self._table, caregiver_id))
        return from_item(Caregiver, item) if item else None

    def caregiver_in(self, item: Item) -> Caregiver:
        return from_item(Caregiver, item)

    def caregivers_offering(self, service: str) -> list[Caregiver]:
        offerings = self._database.query_all(table=self._table, partition=keys.service_partition(service))
        caregiver_keys = [
            keys.caregiver_key(self._table, CaregiverId(id_from_bytes(CaregiverId, offering["caregiver_id"])))
            for offering in offerings
        ]
        found = self._database.get_many(caregiver_keys)
        return [from_item(Caregiver, item) for item in found.values()]

    def days_of(
        self, caregiver_ids: Sequence[CaregiverId], dates: Sequence[date]
    ) -> dict[tuple[CaregiverId, date], Day]:
        key_by_day = {
            keys.day_key(self._table, caregiver_id, on): (caregiver_id, on)
            for caregiver_id in caregiver_ids
            for on in dates
        }
        found = self._database.get_many(list(key_by_day))
        return {key_by_day[key]: day_in(item, *key_by_day[key]) for key, item in found.items()}

    def visits_by_id(self, visit_ids: Sequence[VisitId]) -> list[Visit]:
        found = self._database.get_many([keys.visit_key(self._table, each) for each in visit_ids])
        return sorted((from_item(Visit, item) for item in found.values()), key=lambda visit: visit.start_at)

    def visits_of(self, member_id: PersonId, *, limit: int, after: str | None) -> tuple[list[Visit], str | None]:
        """Latest start first; `after` is `<start_at>~<visit ulid>` of the last one seen."""
        partition = id_to_bytes(member_id)
        start: dict[str, object] | None = None
        if after:
            start_at, _, visit_ulid = after.partition("~")
            start = {
                "PK": f"VISIT#{visit_ulid}",
                "SK": "VISIT",
                "member_id": partition,
                "start_at": start_at,
            }
        pointers, last = self._database.query(
            table=self._table,
            partition=partition,
            index=keys.BY_MEMBER,
            newest_first=True,
            limit=limit,
            after=start,
        )
        found = self._database.get_many([ItemKey(self._table, pointer["PK"], pointer["SK"]) for pointer in pointers])
        visits = [
            from_item(Visit, found[key])
            for pointer in pointers
            if (key := ItemKey(self._table, pointer["PK"], pointer["SK"])) in found
        ]
        return visits, f"{last['start_at']}~{last['PK'].removeprefix('VISIT#')}" if last else None

    def count_reviews(self, caregiver_id: CaregiverId, *, since: date) -> tuple[int, int]:
        items = self._database.query_all(
            table=self._table,
            partition=keys.caregiver_partition(caregiver_id),
            sort_from=f"{keys.REVIEWS}{since.isoformat()}",
            sort_to=f"{keys.REVIEWS}\uffff",
        )
        return sum(item["stars"] >= GOOD_STARS for item in items), len(items)

    # --- private fields

    def fingerprint(self, command: Command, key: WrappedKey) -> bytes:
        return self._vault.fingerprint(key, content_of(command))

    def seal_visit(self, visit_id: VisitId, key: WrappedKey, private: VisitPrivate) -> bytes:
        return seal_visit(self._vault, key, visit_id, private)

    def open_visit(self, visit: Visit, key: WrappedKey) -> VisitPrivate:
        return open_visit(self._vault, key, visit)

    def seal_review(self, visit_id: VisitId, key: WrappedKey, text: str) -> bytes:
        return seal_text(self._vault, key, text, label=f"{visit_id}/review")

    def open_review(self, visit: Visit, review: Review, key: WrappedKey) -> str:
        return open_text(self._vault, key, review.sealed, label=f"{visit.visit_id}/review")

    # --- visits

    def stage_booking(self, uow: UnitOfWork, visit: Visit, claims: Sequence[Claim], *, event: str) -> None:
        item = to_item(visit) | {"event": uow.marker(event)}
        uow.stage(
            Put(
                keys.visit_key(self._table, visit.visit_id),
                item,
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=replayed_or_taken(item, owner="member_id"),
            )
        )
        for claim in claims:
            uow.stage(claim_write(self._table, visit, claim))

    def stage_visit(self, uow: UnitOfWork, visit: Visit, *, event: str) -> None:
        item = to_item(visit) | {"version": visit.version + 1, "event": uow.marker(event)}
        uow.stage(
            Put(
                keys.visit_key(self._table, visit.visit_id),
                item,
                needs=(equal("version", visit.version),),
                rank=Rank.STATE,
                otherwise=stale,
            )
        )

    def stage_moved_slots(self, uow: UnitOfWork, before: Visit, after: Visit) -> None:
        old = {claim.on: set(claim.half_hours) for claim in claims_for(before.start_at, before.duration_min)}
        new = {claim.on: set(claim.half_hours) for claim in claims_for(after.start_at, after.duration_min)}
        for on in sorted(old.keys() | new.keys()):
            left, taken = old.get(on, set()) - new.get(on, set()), new.get(on, set()) - old.get(on, set())
            if left or taken:
                uow.stage(move_write(self._table, after, on, left=sorted(left), taken=sorted(taken)))

    def stage_freed_slots(self, uow: UnitOfWork, visit: Visit, claims: Sequence[Claim]) -> None:
        for claim in claims:
            uow.stage(free_write(self._table, visit, claim))

    def stage_review_of_caregiver(self, uow: UnitOfWork, visit: Visit, review: Review) -> None:
        uow.stage(
            Put(
                keys.review_key(self._table, visit.caregiver_id, business_date(review.at), visit.visit_id),
                {"stars": review.stars},
                needs=(absent("PK"),),
                rank=Rank.STATE,
                otherwise=stale,
            )
        )

    def stage_due(self, uow: UnitOfWork, visit_id: VisitId, *, due_at: datetime, now: datetime) -> None:
        uow.stage(due_write(self._table, Due(subject=visit_id, due_at=due_at), now=now))

    # --- caregivers

    def stage_caregiver(self, uow: UnitOfWork, caregiver: Caregiver) -> None:
        item = to_item(caregiver)
        uow.stage(
            Put(
                keys.caregiver_key(self._table, caregiver.caregiver_id),
                item,
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=replayed_or_taken(item),
            )
        )
        for service in caregiver.services:
            uow.stage(
                Put(
                    keys.offering_key(self._table, service, caregiver.caregiver_id),
                    {"caregiver_id": id_to_bytes(caregiver.caregiver_id)},
                    needs=(),
                    rank=Rank.STATE,
                    otherwise=impossible("a put without a condition"),
                )
            )

    def stage_days(self, uow: UnitOfWork, caregiver: Caregiver, dates: Sequence[date]) -> None:
        for on in dates:
            uow.stage(new_day_write(self._table, caregiver, on))

    def stage_active(self, uow: UnitOfWork, caregiver_id: CaregiverId) -> None:
        uow.stage(
            Update(
                keys.caregiver_key(self._table, caregiver_id),
                sets={"active": True},
                needs=(exists("PK"),),
                rank=Rank.STATE,
                otherwise=impossible(f"no caregiver {ulid_of(caregiver_id)}"),
            )
        )

    def stage_rating(self, uow: UnitOfWork, before: Caregiver, *, good: int, all_: int) -> None:
        uow.stage(
            Update(
                keys.caregiver_key(self._table, before.caregiver_id),
                sets={"good_reviews": good, "all_reviews": all_},
                needs=(equal("good_reviews", before.good_reviews), equal("all_reviews", before.all_reviews)),
                rank=Rank.STATE,
                otherwise=stale,
            )
        )
