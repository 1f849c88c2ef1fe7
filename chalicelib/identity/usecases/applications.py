"""What the register did not confirm, for a person of ours to decide on: nobody types it again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.contracts.identity import PersonProven
from chalicelib.contracts.review import Application, HeldByAnother
from chalicelib.identity.domain.names import mask_name, mask_number
from chalicelib.identity.domain.person import with_identity_proven, without_application
from chalicelib.identity.ports import Identity
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.refusals import Stale
from chalicelib.kernel.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Applications:
    identity: Identity

    def find(self, person_id: PersonId) -> Application | None:
        """None once identity is proven, or when nothing was applied for."""
        person = self.identity.store.find_person(person_id)
        if person is None or person.applied_at is None or person.identity_proven_at is not None:
            return None
        private = self.identity.store.open(person)
        name, number = private.applied_name, private.applied_number
        if name is None or number is None:
            raise AssertionError("an application without its words")
        masked = mask_name(name), mask_number(number)
        return Application(person.applied_at, person.applied_by, name, number, *masked, private.applied_register)

    def stage_approval(self, uow: UnitOfWork, person_id: PersonId, *, applied_at: datetime, now: datetime) -> None:
        """The person is who they said; HeldByAnother when somebody else has the number, Stale when they moved on."""
        person = self.identity.store.find_person(person_id)
        if person is None or person.identity_proven_at is not None or person.applied_at != applied_at:
            raise Stale  # and whoever decides looks again
        private = self.identity.store.open(person)
        number = private.applied_number or ""
        name = private.applied_register or private.applied_name
        proven = replace(without_application(private), name=name, id_number=number)
        sealed = self.identity.store.seal(person_id, person.data_key, proven)
        self.identity.store.stage_id_number(uow, number, person_id, taken=HeldByAnother())
        self.identity.store.stage_person(
            uow, replace(with_identity_proven(person, now=now), sealed=sealed), event=PersonProven.NAME
        )
