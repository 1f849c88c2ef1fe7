"""What notify needs from others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from chalicelib.kernel.ids import CaregiverId, MessageId, PersonId
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.notify.domain.message import Message, PushState, Templates

# `try_later` was certainly not sent; `unknown` may have been.
SendOutcome = Literal["sent", "no_consent", "try_later", "unknown", "defect"]


class MessageStore(Protocol):
    def find(self, person_id: PersonId, message_id: MessageId) -> Message | None: ...
    def inbox_of(self, person_id: PersonId, *, limit: int, after: str | None) -> tuple[list[Message], str | None]: ...
    def message_in(self, item: dict[str, object]) -> Message: ...

    def stage_message(self, uow: UnitOfWork, message: Message) -> None:
        """AlreadyDone with the message as it is when it exists."""

    def stage_push(self, uow: UnitOfWork, message: Message, push: PushState, *, attempts: int) -> None:
        """Stale when another delivery of the event got further."""

    def stage_read(self, uow: UnitOfWork, message: Message, *, now: datetime) -> None: ...


class People(Protocol):
    def contact_of(self, person_id: PersonId) -> tuple[str, str | None]:
        """(openid, phone or None)."""

    def person_of_caregiver(self, caregiver_id: CaregiverId) -> PersonId: ...


class WeChat(Protocol):
    def send(self, *, openid: str, template_id: str, page: str, values: dict[str, str]) -> SendOutcome: ...


class Sms(Protocol):
    def send(self, *, phone: str, text: str) -> None:
        """Unavailable when it was not taken, or nobody knows."""


@dataclass(frozen=True, slots=True)
class Notify:
    store: MessageStore
    people: People
    wechat: WeChat
    sms: Sms
    templates: Templates
    template_ids: Mapping[str, str]
