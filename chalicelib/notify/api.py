"""The inbox over HTTP."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.kernel.command import Command
from chalicelib.kernel.ids import ULID_PATTERN, MessageIdField
from chalicelib.kernel.principal import Role
from chalicelib.notify.ports import Notify
from chalicelib.notify.usecases.delivery import NoSuchMessage, mark_read
from chalicelib.notify.views import InboxView, MessageView
from chalicelib.platform.http.edge import Api, Call

api: Api[Notify] = Api("notify")


class InboxQuery(Command):
    limit: Annotated[int, Field(ge=1, le=50)] = 20
    after: Annotated[str, StringConstraints(pattern=f"^{ULID_PATTERN}$")] | None = None


@api.get("/v1/inbox", role=Role.MEMBER)
def read_inbox(call: Call[Notify], query: InboxQuery) -> InboxView:
    """My messages, newest first; everything we told me is here, whatever WeChat did."""
    messages, after = call.deps.store.inbox_of(call.principal.person_id, limit=query.limit, after=query.after)
    return InboxView(items=[MessageView.of(message) for message in messages], next=after)


@api.post("/v1/inbox/{message_id}/read", role=Role.MEMBER, refuses=(NoSuchMessage,))
def mark_message_read(call: Call[Notify], message_id: MessageIdField) -> MessageView:
    """Mark a message as read."""
    message = mark_read(
        call.deps,
        person_id=call.principal.person_id,
        message_id=message_id,
        now=call.now,
        begin=call.begin,
    )
    return MessageView.of(message)
