"""How people are kept: one item each, private fields sealed, found by keyed hashes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from chalicelib.contracts.envelope import Event
from chalicelib.contracts.identity import AccountLocked, AccountMoved, CaregiverLinked, PersonProven
from chalicelib.identity import keys
from chalicelib.identity.domain.consent import Answer
from chalicelib.identity.domain.person import Person, Private
from chalicelib.identity.ports import Invitation, Pairing
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaregiverId, PersonId
from chalicelib.kernel.principal import Role, WrappedKey
from chalicelib.kernel.refusals import AlreadyDone, IdTaken, MovedMeanwhile, Stale
from chalicelib.kernel.time import from_wire, to_wire
from chalicelib.kernel.unit_of_work import (
    Delete,
    Item,
    ItemKey,
    Otherwise,
    Put,
    Rank,
    UnitOfWork,
    absent,
    equal,
    exists,
    impossible,
    stale,
)
from chalicelib.platform.crypto import LookupHash, Vault
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database


@dataclass(frozen=True, slots=True)
class Pointer:
    person_id: PersonId


class IdentityItems:
    def __init__(self, database: Database, table: str, vault: Vault, lookup: LookupHash) -> None:
        self._database = database
        self._table = table
        self._vault = vault
        self._lookup = lookup

    def find_person(self, person_id: PersonId) -> Person | None:
        item = self._database.get(keys.person_key(self._table, person_id))
        return from_item(Person, item) if item else None

    def find_person_by_openid(self, openid: str) -> Person | None:
        person_id = self.find_person_id_by_openid_hashes(self._lookup.all("openid", openid))
        return self.find_person(person_id) if person_id else None

    def find_person_id_by_openid_hashes(self, hashes: Sequence[str]) -> PersonId | None:
        for openid_hash in hashes:
            person_id = self._follow(keys.openid_key(self._table, openid_hash))
            if person_id:
                return person_id
        return None

    def find_person_by_id_number(self, id_number: str) -> Person | None:
        for number_hash in self._lookup.all("id_number", id_number):
            person_id = self._follow(keys.id_number_key(self._table, number_hash))
            if person_id:
                return self.find_person(person_id)
        return None

    def moved_away_at(self, openid: str) -> datetime | None:
        for openid_hash in self._lookup.all("openid", openid):
            item = self._database.get(keys.moved_away_key(self._table, openid_hash))
            if item:
                return from_wire(item["at"])
        return None

    def find_people_by_phone(self, phone: str) -> list[Person]:
        found: dict[PersonId, Person] = {}
        for phone_hash in self._lookup.all("phone", phone):
            items = self._database.query_all(
                table=self._table, partition=keys.phone_partition(phone_hash), sort_from="PERSON#"
            )
            for pointer in (from_item(Pointer, item) for item in items):
                person = self.find_person(pointer.person_id)
                if person is not None:
                    found[pointer.person_id] = person
        return list(found.values())

    def find_person_of_caregiver(self, caregiver_id: CaregiverId) -> PersonId | None:
        return self._follow(keys.caregiver_key(self._table, caregiver_id))

    def find_pairing(self, code: str) -> Pairing | None:
        item = self._database.get(self._pairing_key(code))
        return from_item(Pairing, item) if item else None

    def find_invitation(self, phone: str) -> Invitation | None:
        for phone_hash in self._lookup.all("phone", phone):
            item = self._database.get(keys.invitation_key(self._table, phone_hash))
            if item:
                return from_item(Invitation, item)
        return None

    def new_data_key(self) -> WrappedKey:
        return self._vault.new_data_key()

    def seal(self, person_id: PersonId, key: WrappedKey, private: Private) -> bytes:
        known = {name: value for name, value in asdict(private).items() if value}
        return self._vault.seal(key, json.dumps(known).encode(), label=f"{person_id}/private")

    def open(self, person: Person) -> Private:
        plain = self._vault.open(person.data_key, person.sealed, label=f"{person.person_id}/private")
        known = json.loads(plain)
        return Private(**known | {"former_openids": tuple(known.get("former_openids", ()))})

    def stage_new_person(self, uow: UnitOfWork, person: Person, openid: str | None) -> None:
        for openid_hash in self._lookup.all("openid", openid) if openid else ():
            uow.stage(self._pointer(keys.openid_key(self._table, openid_hash), person.person_id, stale))
        uow.stage(
            Put(
                keys.person_key(self._table, person.person_id),
                to_item(person),
                needs=(absent("PK"),),
                rank=Rank.STATE,
                otherwise=impossible("a new person's id exists already"),
            ),
        )

    def stage_person(self, uow: UnitOfWork, person: Person, *, event: str | None = None) -> None:
        item = to_item(replace(person, version=person.version + 1))
        if event:
            item["event"] = uow.marker(event)
        uow.stage(
            Put(
                keys.person_key(self._table, person.person_id),
                item,
                needs=(equal("version", person.version),),
                rank=Rank.STATE,
                otherwise=stale,
            )
        )

    def stage_id_number(self, uow: UnitOfWork, id_number: str, person_id: PersonId, *, taken: Exception) -> None:
        for number_hash in self._lookup.all("id_number", id_number):
            key = keys.id_number_key(self._table, number_hash)
            uow.stage(self._pointer(key, person_id, lambda held: _held_by(held, person_id, taken)))

    def stage_moved_openid(
        self, uow: UnitOfWork, *, before: str | None, after: str, to: PersonId, now: datetime
    ) -> None:
        for openid_hash in self._lookup.all("openid", after):
            key = keys.openid_key(self._table, openid_hash)
            uow.stage(Put(key, to_item(Pointer(to)), needs=(), rank=Rank.STATE, otherwise=_unconditional))
        for openid_hash in self._lookup.all("openid", before) if before else ():
            away = keys.moved_away_key(self._table, openid_hash)
            uow.stage(
                Delete(
                    keys.openid_key(self._table, openid_hash),
                    needs=(),
                    rank=Rank.STATE,
                    otherwise=_unconditional,
                ),
                Put(away, {"at": to_wire(now)}, needs=(), rank=Rank.STATE, otherwise=_unconditional),
            )

    def stage_phone(self, uow: UnitOfWork, phone: str, person_id: PersonId, *, before: str | None) -> None:
        for phone_hash in self._lookup.all("phone", phone):
            key = keys.phone_key(self._table, phone_hash, person_id)
            uow.stage(Put(key, to_item(Pointer(person_id)), needs=(), rank=Rank.STATE, otherwise=_unconditional))
        if before is not None and before != phone:
            for phone_hash in self._lookup.all("phone", before):
                key = keys.phone_key(self._table, phone_hash, person_id)
                uow.stage(Delete(key, needs=(), rank=Rank.STATE, otherwise=_unconditional))

    def stage_answer(self, uow: UnitOfWork, person: Person, answer: Answer) -> None:
        key = keys.answer_key(self._table, person.person_id, person.version + 1)
        uow.stage(Put(key, to_item(answer), needs=(absent("PK"),), rank=Rank.STATE, otherwise=stale))

    def answers_of(self, person_id: PersonId, *, limit: int, after: str | None) -> tuple[list[Answer], str | None]:
        partition = keys.person_partition(person_id)
        items, last = self._database.newest(
            table=self._table, partition=partition, prefix=keys.ANSWERS, limit=limit, after=after
        )
        return [from_item(Answer, item) for item in items], last

    def stage_pairing(self, uow: UnitOfWork, code: str, pairing: Pairing) -> None:
        item = to_item(pairing) | {"expires_s": int(pairing.expires_at.timestamp())}
        uow.stage(
            Put(
                self._pairing_key(code),
                item,
                needs=(absent("PK"),),
                rank=Rank.STATE,
                otherwise=lambda _: MovedMeanwhile(),
            )
        )

    def stage_used_pairing(self, uow: UnitOfWork, code: str) -> None:
        uow.stage(Delete(self._pairing_key(code), needs=(exists("PK"),), rank=Rank.STATE, otherwise=stale))

    def _pairing_key(self, code: str) -> ItemKey:
        return keys.pairing_key(self._table, self._lookup.current("pairing", code))

    def stage_invitation(
        self, uow: UnitOfWork, phone: str, roles: frozenset[Role], caregiver_id: CaregiverId | None
    ) -> None:
        # Where one stands under a key before the current one, that is the item this one must not overwrite.
        standing = self.find_invitation(phone)
        phone_hash = standing.phone_hash if standing else self._lookup.current("phone", phone)
        uow.stage(
            Put(
                keys.invitation_key(self._table, phone_hash),
                to_item(Invitation(roles=roles, phone_hash=phone_hash, caregiver_id=caregiver_id)),
                needs=(absent("PK"),),
                rank=Rank.STATE,
                otherwise=lambda other: _invited_already(other, roles, caregiver_id),
            )
        )

    def stage_changed_invitation(self, uow: UnitOfWork, invitation: Invitation, roles: frozenset[Role]) -> None:
        uow.stage(
            Put(
                keys.invitation_key(self._table, invitation.phone_hash),
                to_item(replace(invitation, roles=roles)),
                needs=(absent("accepted_by"),),
                rank=Rank.STATE,
                otherwise=stale,
            )
        )

    def stage_acceptance(self, uow: UnitOfWork, invitation: Invitation, person_id: PersonId) -> None:
        uow.stage(
            Put(
                keys.invitation_key(self._table, invitation.phone_hash),
                to_item(replace(invitation, accepted_by=person_id)),
                needs=(absent("accepted_by"),),
                rank=Rank.STATE,
                otherwise=stale,
            )
        )
        if invitation.caregiver_id is not None:
            uow.stage(
                Put(
                    keys.caregiver_key(self._table, invitation.caregiver_id),
                    to_item(Pointer(person_id)),
                    needs=(absent("PK"),),
                    rank=Rank.STATE,
                    otherwise=stale,
                )
            )

    @staticmethod
    def _pointer(key: ItemKey, person_id: PersonId, otherwise: Otherwise) -> Put:
        """Written under every lookup key in use: while keys rotate, no two processes miss each other's."""
        return Put(key, to_item(Pointer(person_id)), needs=(absent("PK"),), rank=Rank.IDENTITY, otherwise=otherwise)

    def _follow(self, key: ItemKey) -> PersonId | None:
        item = self._database.get(key)
        return from_item(Pointer, item).person_id if item else None


_unconditional = impossible("a write without a condition cannot fail one")


def _held_by(held: Item | None, person_id: PersonId, taken: Exception) -> Exception:
    """Mine already: an earlier attempt of this command was carried out, and a fresh look will show it."""
    mine = held is not None and from_item(Pointer, held).person_id == person_id
    return Stale() if mine else taken


def _invited_already(other: Item | None, roles: frozenset[Role], caregiver_id: CaregiverId | None) -> Exception:
    if other is not None:
        invitation = from_item(Invitation, other)
        if (invitation.roles, invitation.caregiver_id) == (roles, caregiver_id):
            return AlreadyDone(other)
    return IdTaken(field="phone")


def caregiver_linked(item: Item) -> Event:
    person = from_item(Person, item)
    if person.caregiver_id is None:
        raise AssertionError("a linked caregiver without a caregiver id")
    return CaregiverLinked(caregiver_id=person.caregiver_id, person_id=person.person_id)


def person_proven(item: Item) -> Event:
    person = from_item(Person, item)
    return PersonProven.model_validate({"person_id": person.person_id, "at": person.identity_proven_at})


def account_locked(item: Item) -> Event:
    person = from_item(Person, item)
    return AccountLocked.model_validate({"person_id": person.person_id, "at": person.locked_at})


def account_moved(item: Item) -> Event:
    person = from_item(Person, item)
    return AccountMoved.model_validate({"person_id": person.person_id, "at": person.account_moved_at})


def account_events(person: Person) -> list[Event]:
    """What its owner must have been told of by now."""
    item = to_item(person)
    locked = [account_locked(item)] if person.locked_at else []
    return locked + ([account_moved(item)] if person.account_moved_at else [])


EVENT_BUILDERS = {
    CaregiverLinked.NAME: caregiver_linked,
    PersonProven.NAME: person_proven,
    AccountLocked.NAME: account_locked,
    AccountMoved.NAME: account_moved,
}
