"""What a person sees of themselves."""

from __future__ import annotations

from datetime import datetime

from chalicelib.identity.domain.consent import Documents, in_force
from chalicelib.identity.domain.names import mask_name, mask_phone
from chalicelib.identity.domain.otp import STATE_NAME, TRIES, Otp, SendState
from chalicelib.identity.domain.person import Person, Private
from chalicelib.identity.domain.ways import Assurance, Way
from chalicelib.kernel.ids import CaregiverId, OtpId, PersonId
from chalicelib.kernel.principal import Consent, Role
from chalicelib.platform.http.answers import View


class MeView(View):
    """`locked_at`: until I unlock it, little can be done. `moved_away_at`: this WeChat had another account before.

    `consents` are those in force.
    """

    person_id: PersonId
    roles: list[Role]
    name_masked: str | None
    phone_masked: str | None
    identity_proven: bool
    proven_by: Way | None
    assurance: Assurance | None
    caregiver_id: CaregiverId | None
    locked_at: datetime | None
    moved_away_at: datetime | None
    consents: list[Consent]

    @classmethod
    def of(cls, person: Person, private: Private, documents: Documents) -> MeView:
        return cls(
            person_id=person.person_id,
            roles=sorted(person.roles),
            name_masked=mask_name(private.name) if private.name else None,
            phone_masked=mask_phone(private.phone) if private.phone else None,
            identity_proven=person.identity_proven_at is not None,
            proven_by=person.proven_by,
            assurance=person.assurance,
            caregiver_id=person.caregiver_id,
            locked_at=person.locked_at,
            moved_away_at=person.moved_away_at,
            consents=sorted(in_force(person.consents, documents)),
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


class OtpView(View):
    """`state` goes from `queued` to `sent` and, when a receipt says so, `delivered`; the next may be sent then.

    `used_at`: it was right, and did what it was for."""

    id: OtpId
    state: SendState
    state_name: str
    resend_at: datetime
    expires_at: datetime
    tries_left: int
    used_at: datetime | None

    @classmethod
    def of(cls, otp: Otp) -> OtpView:
        return cls(
            id=otp.otp_id,
            state=otp.state,
            state_name=STATE_NAME[otp.state],
            resend_at=otp.resend_at,
            expires_at=otp.expires_at,
            tries_left=TRIES - otp.tries,
            used_at=otp.used_at,
        )


class MovedView(View):
    """Log in again: this WeChat leads to that account now."""

    person_id: PersonId
    moved_at: datetime


class SignedOutView(View):
    """Every session of the person has ended."""

    ended_at: datetime
