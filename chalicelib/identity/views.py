"""What a person sees of themselves."""

from __future__ import annotations

from datetime import datetime

from chalicelib.identity.domain.names import mask_name, mask_phone
from chalicelib.identity.domain.person import Person, Private
from chalicelib.kernel.ids import CaregiverId, PersonId
from chalicelib.kernel.principal import Role
from chalicelib.platform.http.answers import View


class MeView(View):
    person_id: PersonId
    roles: list[Role]
    name_masked: str | None
    phone_masked: str | None
    identity_proven: bool
    caregiver_id: CaregiverId | None

    @classmethod
    def of(cls, person: Person, private: Private) -> MeView:
        return cls(
            person_id=person.person_id,
            roles=sorted(person.roles),
            name_masked=mask_name(private.name) if private.name else None,
            phone_masked=mask_phone(private.phone) if private.phone else None,
            identity_proven=person.identity_proven_at is not None,
            caregiver_id=person.caregiver_id,
        )


class SignedInView(View):
    token: str
    expires_at: datetime
    member: MeView


class SecondFactorView(View):
    """Told until it was used for the first time. `uri` makes the QR code for an authenticator."""

    secret: str
    uri: str


class PairingView(View):
    """To be typed at the desk, once, until then."""

    code: str
    expires_at: datetime


class AtDeskView(View):
    token: str
    expires_at: datetime
    person_id: PersonId
    roles: list[Role]


class SignedOutView(View):
    """Every session of the person has ended."""

    ended_at: datetime
