"""How cases are kept: the case, its posts, and pointers by person, by matter and by queue; and who is on duty."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chalicelib.kernel.command import Command, content_of, input_of
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaseId, PersonId, PostId, id_to_bytes
from chalicelib.kernel.principal import WrappedKey
from chalicelib.kernel.refusals import IdTaken
from chalicelib.kernel.time import from_wire, to_wire
from chalicelib.kernel.unit_of_work import (
    Delete,
    Item,
    ItemKey,
    Put,
    Rank,
    UnitOfWork,
    absent,
    equal,
    replayed_or_taken,
    stale,
)
from chalicelib.platform.crypto import Vault
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.dynamo.due import AUDIT_AFTER, Due, due_write
from chalicelib.support import keys
from chalicelib.support.desk_store import UNCONDITIONAL, DeskItems
from chalicelib.support.domain.calling import next_look_at
from chalicelib.support.domain.case import Case, CaseStatus
from chalicelib.support.domain.post import Post
from chalicelib.support.events import NAME_OF, PAGED


@dataclass(frozen=True, slots=True)
class Pointer:
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Photo:
    sealed: bytes


class CaseItems(DeskItems):
    def __init__(self, database: Database, table: str, vault: Vault) -> None:
        super().__init__(database, table)
        self._vault = vault

    # --- reading

    def find_case(self, case_id: CaseId) -> Case | None:
        item = self._database.get(keys.case_key(self._table, case_id))
        return from_item(Case, item) if item else None

    def find_matter(self, person_id: PersonId, matter: str) -> Case | None:
        pointer = self._database.get(keys.matter_key(self._table, person_id, matter))
        return self.find_case(from_item(Pointer, pointer).case_id) if pointer else None

    def cases_of(self, person_id: PersonId) -> list[Case]:
        cases = self._pointed_at(keys.person_partition(person_id))
        return sorted(cases, key=lambda case: case.opened_at, reverse=True)

    def cases_in(self, queue: str) -> list[Case]:
        return [
            case for case in self._pointed_at(keys.queue_partition(queue)) if case.status is not CaseStatus.CLOSED
        ]

    def posts_of(self, case_id: CaseId) -> list[Post]:
        items = self._database.query_all(
            table=self._table, partition=keys.case_partition(case_id), sort_from=keys.POSTS
        )
        return sorted((from_item(Post, item) for item in items), key=lambda post: (post.at, post.post_id))

    def was_said(self, post: Post) -> bool:
        item = self._database.get(keys.post_key(self._table, post.case_id, post.post_id))
        if item is not None and (item["by"], item["command_hash"]) != (id_to_bytes(post.by), post.command_hash):
            raise IdTaken(field="id")
        return item is not None

    def latest_of_cause(self, cause: str, *, limit: int) -> list[datetime]:
        items, _ = self._database.query(
            table=self._table,
            partition=keys.cause_partition(cause),
            sort_from=keys.CASES,
            newest_first=True,
            limit=limit,
        )
        return [from_wire(item["SK"].removeprefix(keys.CASES).partition("#")[0]) for item in items]

    def cases_of_cause(self, cause: str, *, since: datetime) -> list[Case]:
        return self._pointed_at(keys.cause_partition(cause), sort_from=keys.CASES + to_wire(since), sort_to="CASE#9")

    # --- secrets

    def fingerprint(self, command: Command, key: WrappedKey) -> bytes:
        return self._vault.fingerprint(key, content_of(command))

    def input_hash(self, command: Command, key: WrappedKey) -> bytes:
        return self._vault.fingerprint(key, input_of(command))

    def seal(self, post_id: str, key: WrappedKey, text: str) -> bytes:
        return self._vault.seal(key, text.encode(), label=f"{post_id}/text")

    def open(self, post: Post, key: WrappedKey) -> str:
        return self._vault.open(key, post.sealed, label=f"{post.post_id}/text").decode()

    def seal_photo(self, post_id: str, key: WrappedKey, picture: bytes) -> bytes:
        return self._vault.seal(key, picture, label=f"{post_id}/photo")

    def find_photo(self, case_id: CaseId, post_id: PostId, key: WrappedKey) -> bytes | None:
        item = self._database.get(keys.photo_key(self._table, case_id, post_id))
        return self._vault.open(key, from_item(Photo, item).sealed, label=f"{post_id}/photo") if item else None

    # --- staging

    def stage_new_case(self, uow: UnitOfWork, case: Case, *, matter: str, instead_of: Case | None) -> None:
        item = self._item(uow, None, case)
        pointer = to_item(Pointer(case.case_id))
        was = absent("PK") if instead_of is None else equal("case_id", id_to_bytes(instead_of.case_id))
        uow.stage(
            Put(
                keys.case_key(self._table, case.case_id),
                item,
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=replayed_or_taken(item, owner="person_id"),
            ),
            Put(
                keys.matter_key(self._table, case.person_id, matter),
                pointer,
                needs=(was,),
                rank=Rank.STATE,
                otherwise=stale,
            ),
            self._pointer(keys.person_case_key(self._table, case.person_id, case.case_id), case),
            self._pointer(keys.queue_case_key(self._table, case.queue, case.case_id), case),
            self._pointer(keys.cause_case_key(self._table, case), case),
        )
        self._stage_looks(uow, None, case, now=case.opened_at)

    def stage_case(self, uow: UnitOfWork, before: Case, after: Case, *, now: datetime) -> None:
        uow.stage(
            Put(
                keys.case_key(self._table, after.case_id),
                self._item(uow, before, replace(after, version=before.version + 1)),
                needs=(equal("version", before.version),),
                rank=Rank.STATE,
                otherwise=stale,
            )
        )
        stood = before.queue if before.status is not CaseStatus.CLOSED else None
        stands = after.queue if after.status is not CaseStatus.CLOSED else None
        if stood and stood != stands:
            key = keys.queue_case_key(self._table, stood, after.case_id)
            uow.stage(Delete(key, needs=(), rank=Rank.STATE, otherwise=UNCONDITIONAL))
        if stands and stands != stood:
            uow.stage(self._pointer(keys.queue_case_key(self._table, stands, after.case_id), after))
        self._stage_looks(uow, before, after, now=now)

    def stage_post(self, uow: UnitOfWork, post: Post) -> None:
        item = to_item(post)
        uow.stage(
            Put(
                keys.post_key(self._table, post.case_id, post.post_id),
                item,
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=replayed_or_taken(item, owner="by"),
            )
        )

    def stage_photo(self, uow: UnitOfWork, case_id: CaseId, post_id: PostId, sealed: bytes) -> None:
        key = keys.photo_key(self._table, case_id, post_id)
        uow.stage(Put(key, to_item(Photo(sealed)), needs=(), rank=Rank.STATE, otherwise=UNCONDITIONAL))

    def _item(self, uow: UnitOfWork, before: Case | None, after: Case) -> Item:
        item = to_item(after)
        if _is_called(before, after):
            item["event"] = uow.marker(PAGED)
        elif after.news and after.news_at != (before.news_at if before else None):
            item["event"] = uow.marker(NAME_OF[after.news])
        return item

    def _stage_looks(self, uow: UnitOfWork, before: Case | None, after: Case, *, now: datetime) -> None:
        """When the clock is to be looked at, and whether the latest news arrived; at most one entry a minute."""
        look_at = next_look_at(after)
        moments = {look_at} if look_at and look_at != (next_look_at(before) if before else None) else set()
        if after.news_at and after.news_at != (before.news_at if before else None):
            moments.add(after.news_at + AUDIT_AFTER)
        if after.page and _is_called(before, after):
            moments.add(after.page.at + AUDIT_AFTER)
        due_writes = {
            write.key: write for at in moments for write in [due_write(self._table, Due(after.case_id, at), now=now)]
        }
        uow.stage(*due_writes.values())

    @staticmethod
    def _pointer(key: ItemKey, case: Case) -> Put:
        return Put(key, to_item(Pointer(case.case_id)), needs=(), rank=Rank.STATE, otherwise=UNCONDITIONAL)

    def _pointed_at(self, partition: str, *, sort_from: str = keys.CASES, sort_to: str | None = None) -> list[Case]:
        pointers = self._database.query_all(
            table=self._table, partition=partition, sort_from=sort_from, sort_to=sort_to
        )
        case_keys = [keys.case_key(self._table, from_item(Pointer, item).case_id) for item in pointers]
        found = self._database.get_many(case_keys, consistent_tables=frozenset({self._table}))
        return [from_item(Case, item) for item in found.values()]


def _is_called(before: Case | None, after: Case) -> bool:
    """Somebody is called with this write who was not before it."""
    called_at = before.page.at if before and before.page else None
    return after.page is not None and after.page.to is not None and after.page.at != called_at
