"""What identity needs from others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Literal, Protocol

from chalicelib.contracts.face import FaceOutcome
from chalicelib.identity.domain.consent import Answer, Documents
from chalicelib.identity.domain.entrustment import Elder, Entrustment
from chalicelib.identity.domain.face import FaceCheck, FaceWords
from chalicelib.identity.domain.family_day import Act, FamilyDay, Look
from chalicelib.identity.domain.grant import Grant, Ground
from chalicelib.identity.domain.otp import Otp, SendState
from chalicelib.identity.domain.paper import Paper
from chalicelib.identity.domain.person import Person, Private
from chalicelib.kernel.command import Command
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaregiverId, FaceCheckId, GrantId, OtpId, PaperId, PersonId
from chalicelib.kernel.principal import Family, Role, WrappedKey
from chalicelib.kernel.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Invitation:
    """A phone the company expects, and what its owner becomes on proving it."""

    roles: frozenset[Role]
    phone_hash: str
    caregiver_id: CaregiverId | None = None
    accepted_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Pairing:
    """Whose sign-in to the desk a code is good for, until when (exclusive)."""

    person_id: PersonId
    expires_at: datetime


class IdentityStore(Protocol):
    def find_person(self, person_id: PersonId) -> Person | None: ...
    def find_person_by_openid(self, openid: str) -> Person | None: ...
    def find_person_id_by_openid_hashes(self, hashes: Sequence[str]) -> PersonId | None: ...
    def find_person_by_id_number(self, id_number: str) -> Person | None: ...
    def moved_away_at(self, openid: str) -> datetime | None:
        """When the account this WeChat had was moved to another."""

    def find_people_by_phone(self, phone: str) -> list[Person]:
        """Everybody whose phone it is: some households have one."""

    def find_invitation(self, phone: str) -> Invitation | None: ...
    def find_pairing(self, code: str) -> Pairing | None: ...
    def find_person_of_caregiver(self, caregiver_id: CaregiverId) -> PersonId | None: ...
    def new_data_key(self) -> WrappedKey: ...
    def seal(self, person_id: PersonId, key: WrappedKey, private: Private) -> bytes: ...
    def open(self, person: Person) -> Private: ...

    def stage_new_person(self, uow: UnitOfWork, person: Person, openid: str | None) -> None:
        """Stale when somebody with this openid was created meanwhile; None: they have no WeChat."""

    def stage_person(self, uow: UnitOfWork, person: Person, *, event: str | None = None) -> None:
        """Stale when the person changed since it was read."""

    def stage_id_number(self, uow: UnitOfWork, id_number: str, person_id: PersonId, *, taken: Exception) -> None:
        """`taken` when another person holds the number."""

    def stage_moved_openid(
        self, uow: UnitOfWork, *, before: str | None, after: str, to: PersonId, now: datetime
    ) -> None:
        """`after` leads to that person from now on; `before` to nobody, and whoever comes with it is told so."""

    def stage_phone(self, uow: UnitOfWork, phone: str, person_id: PersonId, *, before: str | None) -> None:
        """It leads to this person from now on, and the one before does not any more."""

    def stage_answer(self, uow: UnitOfWork, person: Person, answer: Answer) -> None:
        """Into the record, for good, together with the person."""

    def answers_of(
        self, person_id: PersonId, *, limit: int, after: str | None
    ) -> tuple[list[Answer], str | None]: ...

    def stage_pairing(self, uow: UnitOfWork, code: str, pairing: Pairing) -> None: ...
    def stage_used_pairing(self, uow: UnitOfWork, code: str) -> None:
        """Stale when it was used meanwhile."""

    def stage_invitation(
        self, uow: UnitOfWork, phone: str, roles: frozenset[Role], caregiver_id: CaregiverId | None
    ) -> None:
        """AlreadyDone when the phone has this very invitation, IdTaken when it has another one."""

    def stage_changed_invitation(self, uow: UnitOfWork, invitation: Invitation, roles: frozenset[Role]) -> None:
        """Stale when somebody accepted it meanwhile."""

    def stage_acceptance(self, uow: UnitOfWork, invitation: Invitation, person_id: PersonId) -> None:
        """Stale when somebody accepted it meanwhile."""


@dataclass(frozen=True, slots=True)
class Given:
    """What that person gave, the person, and what was done by it on that day; `day` None: nothing yet."""

    grant: Grant
    person: Person
    day: FamilyDay | None


class FamilyStore(Protocol):
    def code_of(self, grant_id: GrantId) -> str:
        """The secret of an invitation: made from its id, kept nowhere."""

    def find_by_code(self, code: str) -> Grant | None: ...
    def find_grant(self, grant_id: GrantId) -> Grant | None: ...
    def find_given(self, family_id: PersonId, person_id: PersonId, *, on: date) -> Given | None: ...
    def spent_on(self, person_id: PersonId, on: date, grant_id: GrantId) -> int:
        """Fen."""

    def grants_given(self, person_id: PersonId) -> list[Grant]:
        """Newest first; also those that have ended."""

    def grants_for(self, family_id: PersonId) -> list[Grant]:
        """The last of each person."""

    def grant_in(self, item: dict[str, object]) -> Grant: ...
    def stage_invitation(self, uow: UnitOfWork, grant: Grant) -> None:
        """AlreadyDone for this very one; IdTaken for another under its id."""

    def stage_accepted(self, uow: UnitOfWork, grant: Grant, *, now: datetime) -> None:
        """Stale when it changed since it was read."""

    def stage_given(self, uow: UnitOfWork, grant: Grant, *, now: datetime) -> None:
        """One that holds without an invitation; Stale when there is one of that id."""

    def stage_warned(self, uow: UnitOfWork, grant: Grant) -> None:
        """Stale when it changed since it was read; who holds it hears that it ends soon."""

    def stage_ended(self, uow: UnitOfWork, grant: Grant, *, told: bool, now: datetime) -> None:
        """Stale when it changed since it was read; `told`: the other side hears of it."""

    def stage_act(self, uow: UnitOfWork, person_id: PersonId, family: Family, act: Act) -> None:
        """Stale when it spends more than is left by now; GrantOver when it was taken back meanwhile."""

    def stage_due(self, uow: UnitOfWork, subject: str, *, due_at: datetime, now: datetime) -> None: ...
    def find_day(self, subject: str) -> FamilyDay:
        """By what its due entry names it."""

    def days_of(
        self, person_id: PersonId, *, limit: int, after: str | None
    ) -> tuple[list[FamilyDay], str | None]: ...
    def note_look(self, person_id: PersonId, look: Look) -> None: ...
    def looks_at(self, person_id: PersonId, *, limit: int, after: str | None) -> tuple[list[Look], str | None]: ...


class EntrustmentStore(Protocol):
    def hash_of(self, command: Command) -> str: ...
    def is_of(self, entrustment: Entrustment, command: Command) -> bool: ...
    def seal(self, grant_id: GrantId, key: WrappedKey, elder: Elder) -> bytes: ...
    def open(self, entrustment: Entrustment, key: WrappedKey) -> Elder:
        """With the key of the family who asked."""

    def find(self, grant_id: GrantId) -> Entrustment | None: ...
    def find_waiting(self, family_id: PersonId, ground: Ground) -> Entrustment | None:
        """The one that people of ours are to look at."""

    def of_family(self, family_id: PersonId) -> list[Entrustment]:
        """Newest first."""

    def stage_new(self, uow: UnitOfWork, entrustment: Entrustment) -> None:
        """AlreadyDone for its id; OneAtATime when another of its ground waits for people of ours."""

    def stage(self, uow: UnitOfWork, before: Entrustment, after: Entrustment, *, told: bool, now: datetime) -> None:
        """Stale when it changed since it was read; `told`: who asked hears that the elder said no."""


class OtpStore(Protocol):
    def hash_of(self, otp_id: OtpId, digits: str) -> str: ...
    def is_right(self, otp: Otp, digits: str) -> bool:
        """In a time that does not tell how much of it was right."""

    def seal_phone(self, otp_id: OtpId, key: WrappedKey, phone: str) -> bytes: ...
    def open_phone(self, otp: Otp, key: WrappedKey) -> str: ...
    def find(self, otp_id: OtpId) -> Otp | None: ...
    def is_latest(self, otp: Otp, phone: str) -> bool:
        """Of those that this person had sent to that phone for that purpose."""

    def find_awaited(self, gateway: str, reference: str) -> Otp | None: ...
    def stage_new(self, uow: UnitOfWork, otp: Otp, phone: str) -> None:
        """OtpTooSoon when there was one a moment ago, OtpTooMany to that phone; AlreadyDone for this very one."""

    def stage_sent(self, uow: UnitOfWork, otp: Otp, reference: str | None) -> None: ...
    def stage_receipt(self, uow: UnitOfWork, otp: Otp, state: SendState) -> None: ...
    def stage_try(self, uow: UnitOfWork, otp: Otp) -> None:
        """OtpOver when it was tried too often by now."""

    def stage_used(self, uow: UnitOfWork, otp: Otp, *, now: datetime) -> None:
        """OtpOver when it was used meanwhile."""


class PaperStore(Protocol):
    def find(self, paper_id: PaperId) -> Paper | None: ...
    def paper_in(self, item: dict[str, object]) -> Paper: ...
    def stage_new(self, uow: UnitOfWork, paper: Paper) -> None:
        """AlreadyDone, with what stands under its id."""

    def stage(self, uow: UnitOfWork, paper: Paper) -> None:
        """Stale when it changed since it was read."""


class Uploads(Protocol):
    """Files sent straight to a store of files; each of these may refuse with Unavailable."""

    def begin(self, key: str, *, content_type: str) -> str: ...
    def sent(self, key: str, upload: str) -> Mapping[int, str] | None:
        """The parts that are there; None when they were put together."""

    def address_of_part(self, key: str, upload: str, number: int, *, length: int) -> str: ...
    def finish(self, key: str, upload: str, parts: Mapping[int, str]) -> None: ...
    def head(self, key: str, *, length: int) -> tuple[bytes, int] | None:
        """The first bytes of a file, and its size."""

    def address_to_look(self, key: str) -> str: ...


class SmsSent(Protocol):
    """`gateway` took it and calls it `reference`; both are known when it was sent."""

    @property
    def outcome(self) -> Literal["sent", "refused", "failed", "unknown"]: ...
    @property
    def gateway(self) -> str | None: ...
    @property
    def reference(self) -> str | None: ...


class Sms(Protocol):
    def send(
        self, *, phone: str, text: str, kind: str, values: Sequence[str], pressing: bool, now: datetime
    ) -> SmsSent:
        """The next gateway at once when one fails; `pressing` also when the month's money is spent."""

    def call(
        self,
        *,
        phone: str,
        text: str,
        kind: str,
        values: Sequence[str],
        pressing: bool,
        now: datetime,
        keys: int = 0,
    ) -> SmsSent:
        """Read aloud, by the gateways that ring; they tell the so many keys that are pressed then."""


class WeChat(Protocol):
    def openid_for(self, login_code: str, /) -> str:
        """Refuses a used or old code, a restricted account, or for want of an answer. Call once, commit after."""

    def phone_for(self, phone_code: str, /) -> str:
        """E.164; refuses as above."""


class RealName(Protocol):
    def matches(self, *, name: str, id_number: str) -> bool:
        """Against the public-security record; Unavailable when it does not answer. Each call is charged."""

    def owns_phone(self, *, name: str, id_number: str, phone: str) -> bool:
        """Against the carrier's record; as above."""


class Faces(Protocol):
    def begin(self, check_id: FaceCheckId, *, name: str, id_number: str) -> str:
        """A token for the phone, good for CHECK_LIFE; Unavailable. Free, and may be repeated."""

    def outcome(self, token: str) -> FaceOutcome:
        """What the provider says of it now; Unavailable. Free, and may be repeated."""


class FaceStore(Protocol):
    def hash_of(self, command: Command) -> str: ...
    def is_of(self, check: FaceCheck, command: Command) -> bool: ...
    def find(self, check_id: FaceCheckId) -> FaceCheck | None: ...
    def check_in(self, item: dict[str, object]) -> FaceCheck: ...
    def seal(self, check_id: FaceCheckId, key: WrappedKey, words: FaceWords) -> bytes: ...
    def open(self, check: FaceCheck, key: WrappedKey) -> FaceWords: ...
    def stage_new(self, uow: UnitOfWork, check: FaceCheck) -> None:
        """AlreadyDone, with what stands under its id."""

    def stage(self, uow: UnitOfWork, check: FaceCheck, *, event: str | None = None) -> None:
        """Stale when it changed since it was read."""

    def stage_look(self, uow: UnitOfWork, check: FaceCheck, *, at: datetime, now: datetime) -> None:
        """We look at it ourselves then."""


class Tokens(Protocol):
    def issue(
        self, person_id: PersonId, *, epoch: int, now: datetime, at_desk: bool = False
    ) -> tuple[str, datetime]: ...
    def read(self, token: str, *, now: datetime) -> tuple[PersonId, int, bool]:
        """The person, the epoch, whether at the desk; NotSignedIn or SessionExpired."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Everything identity's use cases work with."""

    store: IdentityStore
    families: FamilyStore
    entrustments: EntrustmentStore
    otps: OtpStore
    sms: Sms
    has_money: Callable[[PersonId], bool]
    wechat: WeChat
    real_name: RealName
    documents: Documents
    faces: Faces
    checks: FaceStore
    papers: PaperStore
    uploads: Uploads
    tokens: Tokens
