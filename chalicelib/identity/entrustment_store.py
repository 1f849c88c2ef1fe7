"""How what family ask for an elder is kept: by its id, listed for who asked, and what waits for people of ours."""

from __future__ import annotations

import hmac
import json
from dataclasses import asdict, replace
from datetime import datetime

from chalicelib.contracts.identity import ElderDeclined
from chalicelib.identity import keys
from chalicelib.identity.domain.elder_refusals import OneAtATime
from chalicelib.identity.domain.entrustment import Elder, Entrustment, State
from chalicelib.identity.domain.grant import Ground
from chalicelib.kernel.command import Command, content_of
from chalicelib.kernel.ids import GrantId, PersonId, id_from_bytes, id_to_bytes
from chalicelib.kernel.principal import WrappedKey
from chalicelib.kernel.unit_of_work import (
    Delete,
    Put,
    Rank,
    UnitOfWork,
    absent,
    already_done,
    equal,
    impossible,
    stale,
)
from chalicelib.platform.crypto import LookupHash, Vault
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.dynamo.due import AUDIT_AFTER, Due, due_write
from chalicelib.platform.messaging.relay import EventBuilder

_HASH = "entrustment"
DECLINED = "declined "
_unconditional = impossible("a write without a condition cannot fail one")


class EntrustmentItems:
    def __init__(self, database: Database, table: str, vault: Vault, lookup: LookupHash) -> None:
        self._database = database
        self._table = table
        self._vault = vault
        self._lookup = lookup

    def hash_of(self, command: Command) -> str:
        return self._lookup.current(_HASH, content_of(command).decode())

    def is_of(self, entrustment: Entrustment, command: Command) -> bool:
        known = self._lookup.all(_HASH, content_of(command).decode())
        return any(hmac.compare_digest(each, entrustment.command_hash) for each in known)

    def seal(self, grant_id: GrantId, key: WrappedKey, elder: Elder) -> bytes:
        known = {name: value for name, value in asdict(elder).items() if value}
        return self._vault.seal(key, json.dumps(known).encode(), label=f"{grant_id}/elder")

    def open(self, entrustment: Entrustment, key: WrappedKey) -> Elder:
        return Elder(**json.loads(self._vault.open(key, entrustment.sealed, label=f"{entrustment.grant_id}/elder")))

    def find(self, grant_id: GrantId) -> Entrustment | None:
        item = self._database.get(keys.entrustment_key(self._table, grant_id))
        return from_item(Entrustment, item) if item else None

    def find_waiting(self, family_id: PersonId, ground: Ground) -> Entrustment | None:
        pointer = self._database.get(keys.waiting_key(self._table, family_id, ground))
        return self.find(GrantId(id_from_bytes(GrantId, pointer["grant_id"]))) if pointer else None

    def of_family(self, family_id: PersonId) -> list[Entrustment]:
        """Newest first."""
        pointers = self._database.query_all(
            table=self._table,
            partition=keys.person_partition(family_id),
            sort_from=keys.ENTRUSTED,
            newest_first=True,
        )
        ids = [GrantId(id_from_bytes(GrantId, each["grant_id"])) for each in pointers]
        wanted = [keys.entrustment_key(self._table, each) for each in ids]
        found = self._database.get_many(wanted, consistent_tables=frozenset({self._table}))
        return [from_item(Entrustment, found[each]) for each in wanted]

    def stage_new(self, uow: UnitOfWork, entrustment: Entrustment) -> None:
        pointer = {"grant_id": id_to_bytes(entrustment.grant_id)}
        uow.stage(
            Put(
                keys.entrustment_key(self._table, entrustment.grant_id),
                to_item(entrustment),
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=already_done,
            ),
            Put(
                keys.entrusted_key(self._table, entrustment.family_id, entrustment.grant_id),
                pointer,
                needs=(),
                rank=Rank.STATE,
                otherwise=_unconditional,
            ),
        )
        if entrustment.state is State.FOR_PEOPLE:
            uow.stage(
                Put(
                    keys.waiting_key(self._table, entrustment.family_id, entrustment.ground),
                    pointer,
                    needs=(absent("PK"),),
                    rank=Rank.STATE,
                    otherwise=lambda _: OneAtATime(),
                )
            )

    def stage(self, uow: UnitOfWork, before: Entrustment, after: Entrustment, *, told: bool, now: datetime) -> None:
        item = to_item(replace(after, version=before.version + 1))
        if told:
            item["event"] = uow.marker(ElderDeclined.NAME)
            uow.stage(due_write(self._table, Due(DECLINED + after.grant_id, now + AUDIT_AFTER), now=now))
        uow.stage(
            Put(
                keys.entrustment_key(self._table, after.grant_id),
                item,
                needs=(equal("version", before.version),),
                rank=Rank.STATE,
                otherwise=stale,
            )
        )
        if before.state is State.FOR_PEOPLE:
            key = keys.waiting_key(self._table, after.family_id, after.ground)
            uow.stage(Delete(key, needs=(), rank=Rank.STATE, otherwise=_unconditional))


def event_of_entrustment(entrustment: Entrustment) -> ElderDeclined:
    return ElderDeclined.model_validate(
        {
            "grant_id": entrustment.grant_id,
            "family_id": entrustment.family_id,
            "at": entrustment.decided_at,
        }
    )


EVENT_BUILDERS: dict[str, EventBuilder] = {
    ElderDeclined.NAME: lambda item: event_of_entrustment(from_item(Entrustment, item))
}
