"""What identity tells the others."""

from __future__ import annotations

from typing import ClassVar

from pydantic import AwareDatetime

from chalicelib.contracts.envelope import Event
from chalicelib.kernel.ids import CaregiverId, PersonId


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
