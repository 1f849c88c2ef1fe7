"""What the register did not confirm, for a person of ours to decide on: nobody types it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chalicelib.contracts.review import Application, HeldByAnother
from chalicelib.identity.domain.names import mask_name, mask_number
from chalicelib.identity.domain.person import Said
from chalicelib.identity.domain.ways import Way
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.papers import key_of
from chalicelib.identity.usecases.proofs import stage_proof
from chalicelib.kernel.ids import PaperId, PersonId
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
        return Application(
            applied_at=person.applied_at,
            applied_by=person.applied_by,
            name=name,
            id_number=number,
            name_masked=mask_name(name),
            number_masked=mask_number(number),
            register_name=private.applied_register,
            paper=private.applied_paper is not None,
        )

    def address_of_paper(self, person_id: PersonId) -> str | None:
        """Where the photo that was handed in can be looked at for some minutes; None when there is none."""
        person = self.identity.store.find_person(person_id)
        paper_id = self.identity.store.open(person).applied_paper if person else None
        return self.identity.uploads.address_to_look(key_of(PaperId(paper_id))) if paper_id else None

    def stage_approval(self, uow: UnitOfWork, person_id: PersonId, *, applied_at: datetime, now: datetime) -> None:
        """The person is who they said; HeldByAnother when somebody else has the number, Stale when they moved on."""
        person = self.identity.store.find_person(person_id)
        if person is None or person.identity_proven_at is not None or person.applied_at != applied_at:
            raise Stale  # and whoever decides looks again
        private = self.identity.store.open(person)
        name = private.applied_register or private.applied_name or ""
        said = Said(name, private.applied_number or "", private.typed_name)
        taken = HeldByAnother()
        way = Way.PAPER if private.applied_paper else Way.PEOPLE
        stage_proof(
            self.identity,
            uow,
            person,
            private,
            said,
            way=way,
            taken=taken,
            now=now,
        )
