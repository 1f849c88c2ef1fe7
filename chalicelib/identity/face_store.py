"""How face checks are kept: one item each, the words of it sealed under its person's key."""

from __future__ import annotations

import hmac
import json
from dataclasses import asdict, replace
from datetime import datetime

from chalicelib.contracts.envelope import Event
from chalicelib.contracts.identity import FaceDecided
from chalicelib.identity import keys
from chalicelib.identity.domain.face import RESULT_LIFE, FaceCheck, FaceState, FaceWords
from chalicelib.identity.domain.person import Said
from chalicelib.kernel.command import Command, content_of
from chalicelib.kernel.ids import FaceCheckId
from chalicelib.kernel.principal import WrappedKey
from chalicelib.kernel.unit_of_work import Item, Put, Rank, UnitOfWork, absent, already_done, equal, stale
from chalicelib.platform.crypto import LookupHash, Vault
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.dynamo.due import Due, due_write

_HASH = "face_check"


class FaceItems:
    def __init__(self, database: Database, table: str, vault: Vault, lookup: LookupHash) -> None:
        self._database = database
        self._table = table
        self._vault = vault
        self._lookup = lookup

    def hash_of(self, command: Command) -> str:
        return self._lookup.current(_HASH, content_of(command).decode())

    def is_of(self, check: FaceCheck, command: Command) -> bool:
        known = self._lookup.all(_HASH, content_of(command).decode())
        return any(hmac.compare_digest(each, check.command_hash) for each in known)

    def find(self, check_id: FaceCheckId) -> FaceCheck | None:
        item = self._database.get(keys.face_key(self._table, check_id))
        return self.check_in(item) if item else None

    def check_in(self, item: Item) -> FaceCheck:
        return from_item(FaceCheck, item)

    def seal(self, check_id: FaceCheckId, key: WrappedKey, words: FaceWords) -> bytes:
        return self._vault.seal(key, json.dumps(asdict(words)).encode(), label=f"{check_id}/face")

    def open(self, check: FaceCheck, key: WrappedKey) -> FaceWords:
        known = json.loads(self._vault.open(key, check.sealed, label=f"{check.check_id}/face"))
        return FaceWords(Said(**known["said"]), known["token"])

    def stage_new(self, uow: UnitOfWork, check: FaceCheck) -> None:
        key = keys.face_key(self._table, check.check_id)
        uow.stage(Put(key, _item(check), needs=(absent("PK"),), rank=Rank.IDENTITY, otherwise=already_done))

    def stage(self, uow: UnitOfWork, check: FaceCheck, *, event: str | None = None) -> None:
        item = _item(replace(check, version=check.version + 1))
        if event:
            item["event"] = uow.marker(event)
        key = keys.face_key(self._table, check.check_id)
        uow.stage(Put(key, item, needs=(equal("version", check.version),), rank=Rank.STATE, otherwise=stale))

    def stage_look(self, uow: UnitOfWork, check: FaceCheck, *, at: datetime, now: datetime) -> None:
        uow.stage(due_write(self._table, Due(check.check_id, at), now=now))


def _item(check: FaceCheck) -> Item:
    """What is left of a check is of use as long as its result may be asked for, and its message be missing."""
    return to_item(check) | {"expires_s": int((check.begun_at + 2 * RESULT_LIFE).timestamp())}


def face_decided(item: Item) -> Event:
    return event_of_check(from_item(FaceCheck, item))


def event_of_check(check: FaceCheck) -> FaceDecided:
    return FaceDecided.model_validate(
        {
            "check_id": check.check_id,
            "person_id": check.person_id,
            "at": check.decided_at,
            "passed": check.state is FaceState.PASSED,
        }
    )


EVENT_BUILDERS = {FaceDecided.NAME: face_decided}
