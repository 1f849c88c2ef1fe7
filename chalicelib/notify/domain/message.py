"""A message to one person: kept in the inbox whatever happens, and pushed as far as it may be."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from chalicelib.kernel.ids import CaseId, MessageId, PersonId, VisitId, id_to_bytes, make_id

THING_CHARACTERS = 20
# A push whose answer never came is sent once more; then it goes by SMS.
PUSH_ATTEMPTS = 2
SMS_ATTEMPTS = 3


class PushState(StrEnum):
    """`sending`: handed to WeChat, answer not known. `sms`: to go, or handed over, by SMS, answer not known.

    `inbox_only`: nothing but the inbox was possible or wanted. `undelivered`: everything was tried.
    """

    PENDING = "pending"
    SENDING = "sending"
    SMS = "sms"
    SENT = "sent"
    BY_SMS = "by_sms"
    INBOX_ONLY = "inbox_only"
    UNDELIVERED = "undelivered"


_UNSETTLED = frozenset({PushState.PENDING, PushState.SENDING, PushState.SMS})


class WeChatTemplate(BaseModel):
    """`page` of the mini program is opened by a tap on the message, with the id of what it is about."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    template: str
    page: str
    values: dict[str, str]


class Template(BaseModel):
    """Texts with `{named}` places. Without `wechat` and `sms` a message stays in the inbox."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    title: str
    text: str
    sms: Annotated[str, StringConstraints(max_length=70)] | None = None
    wechat: WeChatTemplate | None = None


Templates = dict[str, Template]


@dataclass(frozen=True, slots=True)
class Message:
    message_id: MessageId
    person_id: PersonId
    kind: str
    title: str
    text: str
    facts: dict[str, str]
    created_at: datetime
    push: PushState
    attempts: int = 0
    visit_id: VisitId | None = None
    case_id: CaseId | None = None
    read_at: datetime | None = None

    @property
    def is_settled(self) -> bool:
        return self.push not in _UNSETTLED


def compose(
    templates: Templates,
    *,
    kind: str,
    message_id: MessageId,
    person_id: PersonId,
    facts: dict[str, str],
    visit_id: VisitId | None,
    case_id: CaseId | None,
    now: datetime,
) -> Message:
    """The message with its words as they are today; a later change of the template leaves them."""
    template = templates[kind]
    return Message(
        message_id=message_id,
        person_id=person_id,
        kind=kind,
        title=template.title.format(**facts),
        text=template.text.format(**facts),
        facts=facts,
        created_at=now,
        push=_first_way(template),
        visit_id=visit_id,
        case_id=case_id,
    )


def _first_way(template: Template) -> PushState:
    if template.wechat:
        return PushState.PENDING
    return PushState.SMS if template.sms else PushState.INBOX_ONLY


def id_of_message(kind: str, *, subject: str, at: datetime) -> MessageId:
    """It follows from what it is about, so that an event told again, or found missing, is the same message."""
    return MessageId(make_id(MessageId, now=at, randomness=_digest(kind, subject)))


def is_about(message: Message, subject: str) -> bool:
    return id_to_bytes(message.message_id)[-10:] == _digest(message.kind, subject)


def _digest(kind: str, subject: str) -> bytes:
    return hashlib.sha256(f"{kind} {subject}".encode()).digest()[:10]


def wechat_values(template: WeChatTemplate, facts: dict[str, str]) -> dict[str, str]:
    """Filled, and cut to what WeChat allows by code points (wechat-facts.md §4.2)."""
    filled = {key: value.format(**facts) for key, value in template.values.items()}
    return {key: _fit(key, value) for key, value in filled.items()}


def _fit(key: str, value: str) -> str:
    if key.startswith("thing") and len(value) > THING_CHARACTERS:
        return value[: THING_CHARACTERS - 1] + "…"
    return value
