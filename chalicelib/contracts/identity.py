"""What identity tells the others."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import AwareDatetime

from chalicelib.contracts.envelope import Event
from chalicelib.kernel.ids import CaregiverId, FaceCheckId, GrantId, PersonId, RequestId
from chalicelib.kernel.principal import Relation


class PersonProven(Event):
    """Name and number agree with the register, by themselves or by one of us."""

    NAME: ClassVar[str] = "identity.person.proven"

    person_id: PersonId
    at: AwareDatetime


class CaregiverLinked(Event):
    """A caregiver the company enrolled has logged in and proven her phone: she can take visits now."""

    NAME: ClassVar[str] = "identity.caregiver.linked"

    caregiver_id: CaregiverId
    person_id: PersonId


class FamilyEvent(Event):
    """`person_id` gave `family_id` the grant; `relation` is who that is to the person."""

    grant_id: GrantId
    person_id: PersonId
    family_id: PersonId
    relation: Relation
    at: AwareDatetime


class FamilyLinked(FamilyEvent):
    """`entrusted`: it was not accepted on their phone, so who may act now has yet to hear of it; `guardian`: by a
    court's paper, before everybody else."""

    NAME: ClassVar[str] = "identity.family.linked"

    entrusted: bool = False
    guardian: bool = False


class ElderDeclined(Event):
    """Rung up about an account that family would open for them, an elder said no."""

    NAME: ClassVar[str] = "identity.elder.declined"

    grant_id: GrantId
    family_id: PersonId
    at: AwareDatetime


class GuardianEndsSoon(FamilyEvent):
    """A month is left of a guardianship; `at` is when that is told."""

    NAME: ClassVar[str] = "identity.guardian.ends_soon"

    until: date


class FamilyUnlinked(FamilyEvent):
    """`by_person`: they took it back; `by_us`: a guardianship, and both hear of it; else who had it gave it up."""

    NAME: ClassVar[str] = "identity.family.unlinked"

    by_person: bool
    by_us: bool = False


class FamilyActed(FamilyEvent):
    """Something was done in the person's name, in that request; with `asks` they are asked for a yes, and told so."""

    NAME: ClassVar[str] = "identity.family.acted"

    request_id: RequestId
    what: str
    about: str
    asks: bool
    guardian: bool = False


class AccountLocked(Event):
    """Somebody answered wrongly too often; its owner can unlock it alone."""

    NAME: ClassVar[str] = "identity.account.locked"

    person_id: PersonId
    at: AwareDatetime


class AccountMoved(Event):
    """The account belongs to another WeChat from now on."""

    NAME: ClassVar[str] = "identity.account.moved"

    person_id: PersonId
    at: AwareDatetime


class FaceDecided(Event):
    """A face check came to its end while nobody was waiting for it."""

    NAME: ClassVar[str] = "identity.face.decided"

    check_id: FaceCheckId
    person_id: PersonId
    at: AwareDatetime
    passed: bool
