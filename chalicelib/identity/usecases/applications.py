"""What the register did not confirm, for a person of ours to decide on: nobody types it again."""

from __future__ import annotations

from datetime import datetime

from chalicelib.contracts.review import Applicant, Application, HeldByAnother
from chalicelib.identity.domain.elder_refusals import ElderForPeople, GuardianForPeople
from chalicelib.identity.domain.entrustment import SPOKEN_BY_US, said_by
from chalicelib.identity.domain.grant import Ground, holds
from chalicelib.identity.domain.names import mask_name, mask_number
from chalicelib.identity.domain.person import Said
from chalicelib.identity.domain.ways import Way
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.elder_answers import stage_decision
from chalicelib.identity.usecases.papers import key_of
from chalicelib.identity.usecases.proofs import load_person, stage_proof
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PaperId, PersonId
from chalicelib.kernel.principal import RELATION_NAME
from chalicelib.kernel.refusals import Stale
from chalicelib.kernel.unit_of_work import UnitOfWork

# By the causes of the cases that are opened for them (support/catalogue.json); all others are about who one is.
GROUND_OF_CAUSE = {ElderForPeople.stuck: Ground.VOICE, GuardianForPeople.stuck: Ground.PAPER}


@dataclass(frozen=True, slots=True)
class Applications:
    identity: Identity

    def find(self, person_id: PersonId, cause: str, *, now: datetime) -> Application | None:
        """None once it is decided, or when nothing was applied for."""
        if ground := GROUND_OF_CAUSE.get(cause):
            return self._of_elder(person_id, ground, now=now)
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

    def _of_elder(self, family_id: PersonId, ground: Ground, *, now: datetime) -> Application | None:
        found = self.identity.entrustments.find_waiting(family_id, ground)
        if found is None:
            return None
        family = load_person(self.identity, family_id)
        elder = self.identity.entrustments.open(found, family.data_key)
        account = self.identity.store.find_person_by_id_number(elder.id_number)
        given = self.identity.families.grants_given(account.person_id) if account else []
        mine = self.identity.store.open(family)
        if mine.name is None or mine.id_number is None:
            raise AssertionError("an application by nobody known")
        applicant = Applicant(
            name=mine.name,
            id_number=mine.id_number,
            name_masked=mask_name(mine.name),
            number_masked=mask_number(mine.id_number),
            relation_name=RELATION_NAME[found.relation],
            asks=said_by(found, SPOKEN_BY_US, name=mine.name),
            instead_of_another=ground is Ground.PAPER
            and any(each.is_guardian and holds(each, now=now) and each.family_id != family_id for each in given),
        )
        # Whoever was heard on the phone of their account is rung there, and not where somebody would have it.
        heard = account is not None and not account.phone_unheard and ground is Ground.VOICE
        phone = self.identity.store.open(account).phone if account and heard else elder.phone
        return Application(
            applied_at=found.asked_at,
            applied_by=family_id,
            name=elder.name,
            id_number=elder.id_number,
            name_masked=mask_name(elder.name),
            number_masked=mask_number(elder.id_number),
            register_name=elder.register_name,
            paper=found.paper_id is not None,
            applicant=applicant,
            account=account.person_id if account else None,
            phone=phone,
            until=found.until,
        )

    def address_of_paper(self, person_id: PersonId, cause: str) -> str | None:
        """Where the photo that was handed in can be looked at for some minutes; None when there is none."""
        if ground := GROUND_OF_CAUSE.get(cause):
            found = self.identity.entrustments.find_waiting(person_id, ground)
            paper_id = found.paper_id if found else None
        else:
            person = self.identity.store.find_person(person_id)
            applied = self.identity.store.open(person).applied_paper if person else None
            paper_id = PaperId(applied) if applied else None
        return self.identity.uploads.address_to_look(key_of(paper_id)) if paper_id else None

    def stage_decision(
        self, uow: UnitOfWork, person_id: PersonId, cause: str, *, applied_at: datetime, approve: bool, now: datetime
    ) -> None:
        """HeldByAnother when somebody else has the number, Stale when what was applied for is not that any more.

        A no to who somebody is leaves what they typed: the case says why.
        """
        if ground := GROUND_OF_CAUSE.get(cause):
            found = self.identity.entrustments.find_waiting(person_id, ground)
            if found is None or found.asked_at != applied_at:
                raise Stale  # and whoever decides looks again
            stage_decision(self.identity, uow, found, approve=approve, now=now)
        elif approve:
            self._stage_proven(uow, person_id, applied_at=applied_at, now=now)

    def _stage_proven(self, uow: UnitOfWork, person_id: PersonId, *, applied_at: datetime, now: datetime) -> None:
        person = self.identity.store.find_person(person_id)
        if person is None or person.identity_proven_at is not None or person.applied_at != applied_at:
            raise Stale
        private = self.identity.store.open(person)
        name = private.applied_register or private.applied_name or ""
        said = Said(name, private.applied_number or "", private.typed_name)
        way = Way.PAPER if private.applied_paper else Way.PEOPLE
        stage_proof(self.identity, uow, person, private, said, way=way, taken=HeldByAnother(), now=now)
