"""What notify needs from others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Protocol

from chalicelib.contracts.care import VisitEvent
from chalicelib.contracts.sms import SmsReceipt
from chalicelib.contracts.wechat import WeChatNotice
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaregiverId, MessageId, PersonId, VisitId
from chalicelib.kernel.principal import Relation
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.notify.domain.digest import SetDigest
from chalicelib.notify.domain.message import Awaited, Message, PushState
from chalicelib.notify.domain.reader import Credit, Hushing, Preferences, Said
from chalicelib.notify.domain.reminder import Void
from chalicelib.notify.domain.template import Templates

# `try_later` and `not_today` were certainly not sent; `unknown` may have been.
PushOutcome = Literal["sent", "no_consent", "try_later", "not_today", "unknown", "defect"]
# `refused` is for good: that number takes nothing from us. `failed` was certainly not taken, `unknown` may have been.
SmsOutcome = Literal["sent", "refused", "failed", "unknown"]


class Pushed(Protocol):
    """`push_id` is what WeChat calls the message."""

    @property
    def outcome(self) -> PushOutcome: ...
    @property
    def push_id(self) -> str | None: ...


class MessageStore(Protocol):
    def find(self, person_id: PersonId, message_id: MessageId) -> Message | None: ...
    def inbox_of(self, person_id: PersonId, *, limit: int, after: str | None) -> tuple[list[Message], str | None]: ...
    def message_in(self, item: dict[str, object]) -> Message: ...
    def preferences_of(self, person_id: PersonId) -> Preferences: ...
    def credits_of(self, person_id: PersonId) -> dict[str, Credit]:
        """By WeChat template."""

    def reader_of(self, person_id: PersonId, template: str | None) -> tuple[Preferences, Credit]:
        """One round trip."""

    def voids_of(self, person_id: PersonId) -> list[Void]: ...

    def stage_message(self, uow: UnitOfWork, message: Message) -> None:
        """AlreadyDone with the message as it is when it exists."""

    def stage_push(
        self,
        uow: UnitOfWork,
        message: Message,
        push: PushState,
        *,
        attempts: int,
        push_id: str | None = None,
        read_at: datetime | None = None,
        trying_until: datetime | None = None,
        send_from: datetime | None = None,
        rung: bool = False,
    ) -> None:
        """Stale when another delivery of the event got further."""

    def stage_awaited(self, uow: UnitOfWork, awaited: Awaited, *, now: datetime) -> None: ...
    def find_awaited(self, gateway: str, reference: str) -> Awaited | None: ...

    def receipts_read_until(self, gateway: str) -> datetime | None: ...
    def stage_receipts_read(self, uow: UnitOfWork, gateway: str, *, until: datetime) -> None: ...

    def stage_read(self, uow: UnitOfWork, message: Message, *, now: datetime) -> None: ...
    def stage_due(self, uow: UnitOfWork, subject: str, *, due_at: datetime, now: datetime) -> None: ...
    def stage_void(self, uow: UnitOfWork, void: Void) -> None:
        """AlreadyDone when it was noted before."""

    def stage_spent_credit(self, uow: UnitOfWork, person_id: PersonId, template: str) -> None:
        """Stale when there is none left."""

    def stage_returned_credit(self, uow: UnitOfWork, person_id: PersonId, template: str) -> None: ...
    def stage_no_credit(self, uow: UnitOfWork, person_id: PersonId, template: str) -> None: ...
    def stage_said(
        self, uow: UnitOfWork, person_id: PersonId, template: str, before: Credit, said: Said, *, now: datetime
    ) -> None:
        """As the mini program tells it: an accept where none is left makes the number unknown. Stale as above."""

    def stage_heard(self, uow: UnitOfWork, person_id: PersonId, template: str, said: Said, *, now: datetime) -> None:
        """As WeChat tells it: an accept is one message more, a reject takes what there was."""

    def stage_notice(self, uow: UnitOfWork, notice: WeChatNotice, *, now: datetime) -> None:
        """AlreadyDone when WeChat posted it before."""

    def stage_notice_heeded(self, uow: UnitOfWork, notice_id: str, *, now: datetime) -> None:
        """AlreadyDone when its effect is there."""

    def stage_without_sms(self, uow: UnitOfWork, person_id: PersonId) -> None: ...
    def stage_closed(self, uow: UnitOfWork, person_id: PersonId, *, now: datetime) -> None: ...
    def stage_died(self, uow: UnitOfWork, person_id: PersonId, *, by: PersonId, now: datetime) -> None:
        """AlreadyDone when they are silenced, for whatever reason."""

    def hushings_of(self, person_id: PersonId) -> list[Hushing]: ...
    def stage_unsilenced(self, uow: UnitOfWork, person_id: PersonId, *, by: PersonId, now: datetime) -> None:
        """AlreadyDone when they are not silenced for having died."""

    def stage_preferences(
        self, uow: UnitOfWork, person_id: PersonId, wanted: Mapping[str, bool], *, ends_silence: bool
    ) -> None: ...
    def stage_digest(self, uow: UnitOfWork, person_id: PersonId, wanted: SetDigest) -> None: ...


class People(Protocol):
    def is_known(self, person_id: PersonId) -> bool: ...
    def contact_of(self, person_id: PersonId) -> tuple[str | None, str | None]:
        """(openid, phone); None of who has none."""

    def person_of_caregiver(self, caregiver_id: CaregiverId) -> PersonId: ...
    def find_person_by_openid_hashes(self, hashes: Sequence[str]) -> PersonId | None: ...
    def stage_sessions_ended(self, uow: UnitOfWork, person_id: PersonId, *, now: datetime) -> None: ...


class Cards(Protocol):
    def cards_of(self, holder_id: PersonId, /) -> Sequence[object]: ...


class Visits(Protocol):
    def between(self, member_id: PersonId, *, since: datetime, until: datetime) -> list[VisitEvent]:
        """The latest news of each visit of theirs that begins then; `until` is exclusive."""

    def standing(self, visit_id: VisitId) -> VisitEvent:
        """The latest news of that visit."""


class WeChat(Protocol):
    def send(self, *, openid: str, template_id: str, page: str, values: dict[str, str]) -> Pushed: ...


class Pushes(Protocol):
    def check(self, signed: Any, *, now: datetime) -> None:
        """Refuses what WeChat did not sign just now."""

    def read(self, signed: Any, body: bytes, *, now: datetime) -> WeChatNotice | None:
        """Refuses as above; None for what nobody acts on."""


class GatewayHealth(Protocol):
    """`rate` of hand-overs that went well lately, `share` of the traffic, receipts; tripped, only probes reach it."""

    @property
    def rate(self) -> float: ...
    @property
    def share(self) -> float: ...
    @property
    def tripped(self) -> bool: ...
    @property
    def delivered(self) -> int: ...


class SmsSent(Protocol):
    """`gateway` took it and calls it `reference`; both are known when it was sent."""

    @property
    def outcome(self) -> SmsOutcome: ...
    @property
    def gateway(self) -> str | None: ...
    @property
    def reference(self) -> str | None: ...


class Receipts(Protocol):
    def between(self, since: datetime, until: datetime) -> Iterator[SmsReceipt]: ...


class Otps(Protocol):
    def take_receipt(
        self,
        gateway: str,
        reference: str,
        *,
        delivered: bool,
        keys: str | None,
        now: datetime,
        begin: Callable[[], UnitOfWork],
    ) -> bool:
        """False when that text or call carried no one-time code; `keys` were keyed in during the call."""


class Followed(Protocol):
    """Whose visits somebody of the family may see, with the name they are known by, where it was proven."""

    @property
    def person_id(self) -> PersonId: ...
    @property
    def name_masked(self) -> str | None: ...
    @property
    def relation(self) -> Relation:
        """Who the reader is to them."""


class Families(Protocol):
    def followed_by(self, family_id: PersonId, *, at: datetime) -> Sequence[Followed]: ...
    def guardian_of(self, person_id: PersonId, *, at: datetime) -> PersonId | None: ...
    def others_of(self, person_id: PersonId, *, than: PersonId, at: datetime) -> list[PersonId]:
        """Who else of the family might do something for this person at that moment, and still may."""

    def followers_of(self, person_id: PersonId, *, at: datetime) -> list[PersonId]:
        """Who of the family could see this person's visits at that moment, and still can."""


class SmsSpending(Protocol):
    @property
    def month(self) -> str: ...
    @property
    def spent_fen(self) -> int: ...
    @property
    def cap_fen(self) -> int: ...


class Sms(Protocol):
    def send(
        self, *, phone: str, text: str, kind: str, values: Sequence[str], pressing: bool, now: datetime
    ) -> SmsSent:
        """`kind` and `values` name the registered template and what fills it, for gateways that want these.

        What is not `pressing` is refused once the month's money is spent.
        """

    def call(
        self, *, phone: str, text: str, kind: str, values: Sequence[str], pressing: bool, now: datetime
    ) -> SmsSent:
        """As `send`, ringing and reading it aloud."""

    def rings(self, *, pressing: bool, now: datetime) -> bool:
        """Whether a call may be ordered now."""

    def note_receipt(self, gateway: str, *, delivered: bool, now: datetime) -> None: ...
    def state(self, now: datetime) -> Mapping[str, GatewayHealth]: ...
    def spending(self, now: datetime) -> SmsSpending: ...


@dataclass(frozen=True, slots=True)
class Notify:
    store: MessageStore
    people: People
    visits: Visits
    cards: Cards
    wechat: WeChat
    pushes: Pushes
    sms: Sms
    otps: Otps
    families: Families
    templates: Templates
    template_ids: Mapping[str, str]
    hotline: str
