"""What WeChat tells us of a person, as the message push brings it."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from chalicelib.contracts.envelope import Event

Told = Literal[
    "subscribe_msg_popup_event",
    "subscribe_msg_change_event",
    "subscribe_msg_sent_event",
    "user_authorization_revoke",
    "user_authorization_cancellation",
]


class Answered(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    template_id: str
    said: Literal["accept", "reject"]


class WeChatNotice(Event):
    """The person by keyed hashes of their openid; `failed` are the ids of messages WeChat took and lost."""

    NAME: ClassVar[str] = "wechat.notice"

    notice_id: str  # the same for the same notice, however often WeChat posts it
    event: Told
    openid_hashes: tuple[str, ...]
    answers: tuple[Answered, ...] = ()
    failed: tuple[str, ...] = ()
