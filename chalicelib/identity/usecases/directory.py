"""What identity answers other contexts about people."""

from __future__ import annotations

from dataclasses import dataclass

from chalicelib.identity.domain.commands import Invite
from chalicelib.identity.domain.person import Person
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.proofs import invite
from chalicelib.kernel.ids import CaregiverId, PersonId
from chalicelib.kernel.principal import Role, WrappedKey
from chalicelib.kernel.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Directory:
    identity: Identity

    def data_key_of(self, person_id: PersonId) -> WrappedKey:
        return self._person(person_id).data_key

    def openid_of(self, person_id: PersonId) -> str:
        return self.contact_of(person_id)[0]

    def contact_of(self, person_id: PersonId) -> tuple[str, str | None]:
        """(openid, phone or None)."""
        private = self.identity.store.open(self._person(person_id))
        return private.openid, private.phone

    def find_person_of_caregiver(self, caregiver_id: CaregiverId) -> PersonId | None:
        return self.identity.store.find_person_of_caregiver(caregiver_id)

    def person_of_caregiver(self, caregiver_id: CaregiverId) -> PersonId:
        person_id = self.find_person_of_caregiver(caregiver_id)
        if person_id is None:
            raise LookupError(f"caregiver {caregiver_id} has not logged in yet")
        return person_id

    def stage_caregiver_invitation(self, uow: UnitOfWork, *, phone: str, caregiver_id: CaregiverId) -> None:
        command = Invite(phone=phone, roles=frozenset({Role.CAREGIVER}), caregiver_id=caregiver_id)
        invite(self.identity, command=command, uow=uow)

    def _person(self, person_id: PersonId) -> Person:
        person = self.identity.store.find_person(person_id)
        if person is None:
            raise LookupError(f"no person {person_id}")
        return person
