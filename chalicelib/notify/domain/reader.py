"""What one person wants of us, and what WeChat still allows us to send them."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from chalicelib.kernel.command import Command
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId
from chalicelib.notify.domain.template import Template

# At most so many templates may be asked for at a time (wechat-facts.md §4.1).
ASKED_AT_ONCE = 3
# Who said no is not asked again for a week; what WeChat itself dropped or banned, not for a month.
NO_FOR = timedelta(days=7)
DROPPED_FOR = timedelta(days=30)


class Moment(StrEnum):
    """The taps after which WeChat may be asked for leave to send messages."""

    BOOKING = "booking"
    PAYING = "paying"
    ACTIVATING = "activating"
    WORKING = "working"
    ASKING_HELP = "asking_help"
    FOLLOWING = "following"


# The WeChat templates that what is begun there will call for.
ASKS = {
    Moment.BOOKING: ("visit_status", "visit_billed"),
    Moment.PAYING: ("visit_status", "visit_billed"),
    Moment.ACTIVATING: ("visit_status",),
    Moment.WORKING: ("visit_offer",),
    Moment.ASKING_HELP: ("case_status",),
    Moment.FOLLOWING: ("family_digest", "visit_status"),
}


class Said(StrEnum):
    """What `wx.requestSubscribeMessage` answers for a template."""

    ACCEPT = "accept"
    REJECT = "reject"
    BAN = "ban"
    FILTER = "filter"


@dataclass(frozen=True, slots=True)
class Credit:
    """An estimate of how many messages of one template WeChat still lets through; None: nobody knows."""

    left: int | None = None
    said: Said | None = None
    said_at: datetime | None = None

    def is_spent_on(self, *, reserve: int) -> bool:
        """`reserve` is kept for heavier messages to come. An unknown credit is tried where nothing is kept."""
        return reserve == 0 if self.left is None else self.left > reserve

    def is_worth_asking(self, *, wanted: int, now: datetime) -> bool:
        if self.said is not None and self.said_at is not None and self.said is not Said.ACCEPT:
            wait = NO_FOR if self.said is Said.REJECT else DROPPED_FOR
            if now < self.said_at + wait:
                return False
        return self.left is None or self.left < wanted


class SetPreferences(Command):
    """`calls` left out stays as it is; `again` ends a silence."""

    wechat: bool
    sms: bool
    reminders: bool
    short: bool
    calls: bool | None = None
    again: bool = False


class Hush(StrEnum):
    """Why nothing goes out to a person: they closed their account with WeChat, or we were told of their death."""

    CLOSED = "closed"
    DIED = "died"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`silenced_at`: since then nothing goes out, for the reason `hush`; `silenced_by` is who of us noted a death.

    `zone` is where they live, if they said so, else China; `digest_hour` of its clock.
    """

    wechat: bool = True
    sms: bool = True
    reminders: bool = True
    short: bool = False
    calls: bool = False
    zone: str | None = None
    digest_hour: int | None = None
    silenced_at: datetime | None = None
    hush: Hush | None = None
    silenced_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Hushing:
    """One of us silenced a person who died, or took that back."""

    at: datetime
    by: PersonId
    silent: bool


Way = Literal["wechat", "sms", "call"]


def allows(preferences: Preferences, template: Template, way: Way) -> bool:
    """Safety and duty calls go out whatever is wished; nothing goes to who is silenced."""
    if preferences.silenced_at is not None:
        return False
    if way == "call":
        return preferences.calls and template.voice is not None and _wants_reminder(preferences, template)
    if template.heed == "nothing":
        return True
    if not _wants_reminder(preferences, template):
        return False
    return preferences.wechat if way == "wechat" else preferences.sms


def _wants_reminder(preferences: Preferences, template: Template) -> bool:
    return template.heed != "reminders" or preferences.reminders
