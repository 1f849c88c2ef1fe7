"""What travels in the queues: an event with its id and the request it goes back to."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict


class Event(BaseModel):
    """Something that happened, told to other contexts. Never personal data.

    New fields are optional and unknown ones are passed over, so that writer and reader deploy in any order.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    NAME: ClassVar[str]
    VERSION: ClassVar[int] = 1


class Envelope(BaseModel):
    """`id` names the command that caused the event; `correlation_id` the request the whole story began with."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    id: str
    name: str
    version: int
    correlation_id: str
    data: dict[str, Any]
