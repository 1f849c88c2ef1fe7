"""Messages as their reader sees them."""

from __future__ import annotations

from datetime import datetime

from chalicelib.kernel.ids import CaseId, MessageId, VisitId
from chalicelib.notify.domain.message import Message, PushState
from chalicelib.platform.http.answers import View


class MessageView(View):
    id: MessageId
    kind: str
    title: str
    text: str
    visit_id: VisitId | None
    case_id: CaseId | None
    created_at: datetime
    read_at: datetime | None
    push: PushState

    @classmethod
    def of(cls, message: Message) -> MessageView:
        return cls(
            id=message.message_id,
            kind=message.kind,
            title=message.title,
            text=message.text,
            visit_id=message.visit_id,
            case_id=message.case_id,
            created_at=message.created_at,
            read_at=message.read_at,
            push=message.push,
        )


class InboxView(View):
    items: list[MessageView]
    next: str | None
