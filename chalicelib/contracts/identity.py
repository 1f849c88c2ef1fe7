"""What identity tells the others."""

from __future__ import annotations

from typing import ClassVar

from chalicelib.contracts.envelope import Event
from chalicelib.kernel.ids import CaregiverId, PersonId


class CaregiverLinked(Event):
    """A caregiver the company enrolled has logged in and proven her phone: she can take visits now."""

    NAME: ClassVar[str] = "identity.caregiver.linked"

    caregiver_id: CaregiverId
    person_id: PersonId
