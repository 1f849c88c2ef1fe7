"""What may be said and how it travels: the templates shipped with this version, as data."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from chalicelib.notify.domain.hours import Urgency

# wechat-facts.md §4.2: what a value of each type may have, by code points.
_LENGTH = {"thing": 20, "phrase": 5, "name": 10, "character_string": 32, "letter": 32, "number": 32, "symbol": 5}
_NUMBERED = "0123456789"
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")


class WeChatTemplate(BaseModel):
    """`page` of the mini program is opened by a tap, with the id of what the message is about and whose it is."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    template: str
    page: str
    values: dict[str, str]


class Template(BaseModel):
    """Texts with `{named}` places. Without `wechat` and `sms` a message stays in the inbox; `voice` is for a call.

    `alone` is the SMS for who has no mini program to do something in, and may name the `{hotline}`.

    `weight`: 3 must be acted on soon, 2 is news, 1 is nice to know. `then` names what usually follows in the same
    matter: a lighter message leaves WeChat's credits to the heavier ones to come. `useful_until` of a message about
    a visit: its start, or the day it is on. `heed` is what of the person's wishes it obeys.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    title: str
    text: str
    version: int = 1
    short: str | None = None
    sms: Annotated[str, StringConstraints(max_length=70)] | None = None
    alone: Annotated[str, StringConstraints(max_length=70)] | None = None
    voice: str | None = None
    wechat: WeChatTemplate | None = None
    weight: Annotated[int, Field(ge=1, le=3)] = 2
    urgency: Urgency = Urgency.DAYTIME
    then: tuple[str, ...] = ()
    useful_until: Literal["start", "its_day"] | None = None
    heed: Literal["ways", "reminders", "nothing"] = "ways"


Templates = dict[str, Template]


def reserve_of(templates: Templates, kind: str) -> int:
    """How many heavier messages of the same WeChat template are still to be expected after this one."""
    template = templates[kind]
    return sum(
        later.weight > template.weight
        for later in (templates[each] for each in template.then)
        if later.wechat and template.wechat and later.wechat.template == template.wechat.template
    )


def read_aloud(text: str) -> str:
    """Times of day as people say them: a machine that reads 9:30 aloud may say anything."""
    return _CLOCK.sub(lambda clock: f"{int(clock[1])}点" + (f"{int(clock[2])}分" if clock[2] != "00" else ""), text)


def wechat_values(template: WeChatTemplate, facts: dict[str, str]) -> dict[str, str]:
    """Filled, on one line, and cut to what WeChat allows by code points."""
    filled = {key: value.format(**facts) for key, value in template.values.items()}
    # An amount is digits between its sign and 元, without the space people read it with.
    return {
        key: _fit(key, ("" if key.startswith("amount") else " ").join(value.split())) for key, value in filled.items()
    }


def _fit(key: str, value: str) -> str:
    most = _LENGTH.get(key.rstrip(_NUMBERED))
    if most is None or len(value) <= most:
        return value
    # Only a `thing` may hold any character, an ellipsis too.
    return value[: most - 1] + "…" if key.startswith("thing") else value[:most]
