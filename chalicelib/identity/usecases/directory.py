"""What identity answers other contexts about people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chalicelib.identity.domain.commands import Invite
from chalicelib.identity.domain.person import Person, as_member, with_sessions_ended
from chalicelib.identity.domain.speaker import is_known, is_the_person
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.proofs import invite
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaregiverId, PersonId
from chalicelib.kernel.principal import Principal, Role, WrappedKey
from chalicelib.kernel.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Directory:
    identity: Identity

    def data_key_of(self, person_id: PersonId) -> WrappedKey:
        return self._person(person_id).data_key

    def openid_of(self, person_id: PersonId) -> str:
        """Of who pays with their WeChat: nobody else gets so far."""
        openid, _ = self.contact_of(person_id)
        if openid is None:
            raise AssertionError("a payment by who has no WeChat")
        return openid

    def openids_of(self, person_id: PersonId) -> tuple[str, ...]:
        """The one in use, and those of before: a payment may come from a WeChat the account had then."""
        private = self.identity.store.open(self._person(person_id))
        return (*([private.openid] if private.openid else ()), *private.former_openids)

    def account_of(self, person_id: PersonId) -> PersonId:
        """Theirs, or the one into which it went."""
        return self._person(person_id).moved_to or person_id

    def is_known(self, person_id: PersonId) -> bool:
        return self.identity.store.find_person(person_id) is not None

    def contact_of(self, person_id: PersonId) -> tuple[str | None, str | None]:
        """(openid, phone); None of who has none."""
        private = self.identity.store.open(self._person(person_id))
        return private.openid, private.phone

    def speaker(self, *, phone: str, name: str, number_ends: str) -> tuple[Principal, bool] | None:
        """Whoever calls from that phone, if what they say of themselves is right; False: nothing else was known."""
        found = [each for each in self.identity.store.find_people_by_phone(phone) if not each.phone_unheard]
        opened = [(each, self.identity.store.open(each)) for each in found]
        # Who is proven goes before who has only applied under the same name.
        for person, private in sorted(opened, key=lambda each: each[0].identity_proven_at is None):
            if is_the_person(private, name=name, number_ends=number_ends):
                return as_member(person, self.identity.documents), True
        nobody = [person for person, private in opened if not is_known(private)]
        return (as_member(nobody[0], self.identity.documents), False) if len(nobody) == len(opened) == 1 else None

    def phone_of(self, person_id: PersonId) -> str | None:
        return self.contact_of(person_id)[1]

    def member(self, person_id: PersonId) -> Principal:
        """With the rights of somebody who uses the mini program, whatever else they are."""
        return as_member(self._person(person_id), self.identity.documents)

    def find_person_of_caregiver(self, caregiver_id: CaregiverId) -> PersonId | None:
        return self.identity.store.find_person_of_caregiver(caregiver_id)

    def person_of_caregiver(self, caregiver_id: CaregiverId) -> PersonId:
        person_id = self.find_person_of_caregiver(caregiver_id)
        if person_id is None:
            raise LookupError(f"caregiver {caregiver_id} has not logged in yet")
        return person_id

    def find_person_by_openid_hashes(self, hashes: Sequence[str]) -> PersonId | None:
        return self.identity.store.find_person_id_by_openid_hashes(hashes)

    def stage_sessions_ended(self, uow: UnitOfWork, person_id: PersonId, *, now: datetime) -> None:
        """Stale when the person changed since."""
        self.identity.store.stage_person(uow, with_sessions_ended(self._person(person_id), now=now))

    def stage_caregiver_invitation(self, uow: UnitOfWork, *, phone: str, caregiver_id: CaregiverId) -> None:
        command = Invite(phone=phone, roles=frozenset({Role.CAREGIVER}), caregiver_id=caregiver_id)
        invite(self.identity, command=command, uow=uow)

    def _person(self, person_id: PersonId) -> Person:
        person = self.identity.store.find_person(person_id)
        if person is None:
            raise LookupError(f"no person {person_id}")
        return person
