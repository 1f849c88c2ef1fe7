"""A message to one person: kept in the inbox whatever happens, and pushed as far as it may be."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaseId, MessageId, PersonId, VisitId, id_to_bytes, make_id
from chalicelib.kernel.time import SHANGHAI, at_half_hour, business_date
from chalicelib.notify.domain.hours import Urgency, earliest
from chalicelib.notify.domain.template import Template, Templates

# A push whose answer never came is sent once more; then it goes by SMS.
PUSH_ATTEMPTS = 2
SMS_ATTEMPTS = 3
AGAIN_AFTER = (timedelta(minutes=10), timedelta(hours=1))
# Nobody is woken at seven for a visit at seven; but news of it is not kept until it is too late either.
LEAST_BEFORE_START = timedelta(minutes=30)


class PushState(StrEnum):
    """`held`: waits for the morning, or to be tried again. `sending`: handed to WeChat, answer not known.

    `sms`: to go, or handed over, by SMS, answer not known. `by_sms`: a gateway took it. `delivered`: the phone has
    its SMS, or the key was pressed in the call `by_call`. `inbox_only`: nothing else was possible or wanted.
    `void`: no longer true, or too late, when it could have gone. `undelivered`: everything was tried.
    """

    HELD = "held"
    PENDING = "pending"
    SENDING = "sending"
    SMS = "sms"
    SENT = "sent"
    BY_SMS = "by_sms"
    BY_CALL = "by_call"
    DELIVERED = "delivered"
    INBOX_ONLY = "inbox_only"
    VOID = "void"
    UNDELIVERED = "undelivered"


_UNSETTLED = frozenset({PushState.PENDING, PushState.SENDING, PushState.SMS})


@dataclass(frozen=True, slots=True)
class About:
    """The visit a message speaks of: it holds while the visit's last news is `event` and it starts at `start_at`."""

    visit_id: VisitId
    event: str
    start_at: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """`send_from` is when it may go out, or when a call must have ended; `push_id` is what WeChat calls it.

    `rung`: somebody was called about it, once. `relative`: whose visit it is, for who hears of it as family.

    Until `trying_until`, exclusive, one delivery is calling somebody about it, and no other may.
    """

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
    template_version: int = 1
    send_from: datetime | None = None
    about: About | None = None
    push_id: str | None = None
    trying_until: datetime | None = None
    rung: bool = False
    relative: PersonId | None = None

    @property
    def is_settled(self) -> bool:
        """Nothing is to be done for it now."""
        return self.push not in _UNSETTLED

    def is_being_tried(self, now: datetime) -> bool:
        return not self.is_settled and self.trying_until is not None and now < self.trying_until

    def is_overdue(self, now: datetime) -> bool:
        """Held, and its time has come; or called about, and nobody told how that ended."""
        waits = self.push in (PushState.HELD, PushState.BY_CALL)
        return waits and self.send_from is not None and self.send_from <= now


@dataclass(frozen=True, slots=True)
class Awaited:
    """A text that a gateway took under that reference, by the message it carries; `attempt` is which it was."""

    gateway: str
    reference: str
    person_id: PersonId
    message_id: MessageId
    attempt: int


def compose(
    templates: Templates,
    *,
    kind: str,
    message_id: MessageId,
    person_id: PersonId,
    facts: dict[str, str],
    about: About | None = None,
    visit_id: VisitId | None = None,
    case_id: CaseId | None = None,
    relative: PersonId | None = None,
    now: datetime,
) -> Message:
    """The message with its words as they are today; a later change of the template leaves them."""
    template = templates[kind]
    message = Message(
        message_id=message_id,
        person_id=person_id,
        kind=kind,
        title=template.title.format(**facts),
        text=template.text.format(**facts),
        facts=facts,
        created_at=now,
        push=first_way(template),
        visit_id=visit_id,
        case_id=case_id,
        template_version=template.version,
        about=about,
        relative=relative,
    )
    return timed(message, template, now=now)


def timed(message: Message, template: Template, *, zone: tzinfo | None = None, now: datetime) -> Message:
    """Held while it is night for its reader; `zone` is where they live, if that is known to be elsewhere."""
    send_from = earliest_of(template, message.about, now, zone=zone)
    if send_from > now and (template.wechat or template.sms):
        return replace(message, push=PushState.HELD, send_from=send_from)
    return replace(message, push=first_way(template), send_from=None)


def after_receipt(push: PushState, attempts: int, outcome: str) -> PushState | None:
    """Where a receipt takes a message; None: nobody waits for it.

    That somebody took a call is not its end: the key may still be pressed.
    """
    if push is PushState.BY_CALL:
        return {"delivered": None, "confirmed": PushState.DELIVERED}.get(outcome, PushState.SMS)
    if push is not PushState.BY_SMS:
        return None
    match outcome:
        case "refused":
            return PushState.UNDELIVERED
        case "failed":
            return PushState.HELD if attempts < SMS_ATTEMPTS else PushState.UNDELIVERED
    return PushState.DELIVERED


def next_try(attempts: int, now: datetime) -> datetime:
    """When a text the phone did not get goes again; a phone that is off is so for longer than a minute."""
    return now + AGAIN_AFTER[attempts - 1]


def way_on(message: Message, template: Template) -> tuple[PushState, int]:
    """Of one that is overdue: with the attempts it has behind it. What went by phone goes on by phone."""
    if message.push is PushState.BY_CALL or message.attempts:
        return PushState.SMS, message.attempts
    return first_way(template), 0


def first_way(template: Template) -> PushState:
    if template.wechat:
        return PushState.PENDING
    return PushState.SMS if template.sms else PushState.INBOX_ONLY


def earliest_of(template: Template, about: About | None, now: datetime, *, zone: tzinfo | None = None) -> datetime:
    """The quiet hours do not keep news of a visit until it has begun."""
    send_from = earliest(template.urgency, now, zone=zone or SHANGHAI)
    # Who lives elsewhere is not the one to open the door.
    here = zone is None and template.urgency is Urgency.DAYTIME
    if about and here and now < about.start_at < send_from + LEAST_BEFORE_START:
        return now
    return send_from


def useless_from(template: Template, start_at: datetime) -> datetime | None:
    """From when on, inclusive, such a message about a visit says nothing any more."""
    match template.useful_until:
        case "start":
            return start_at
        case "its_day":
            return at_half_hour(business_date(start_at), 0).astimezone(UTC)
        case None:
            return None


def id_of_message(kind: str, *, subject: str, at: datetime) -> MessageId:
    """It follows from what it is about, so that an event told again, or found missing, is the same message."""
    return MessageId(make_id(MessageId, now=at, randomness=_digest(kind, subject)))


def is_about(message: Message, subject: str) -> bool:
    return subject in (message.visit_id, message.case_id) or id_to_bytes(message.message_id)[-10:] == _digest(
        message.kind, subject
    )


def _digest(kind: str, subject: str) -> bytes:
    return hashlib.sha256(f"{kind} {subject}".encode()).digest()[:10]
