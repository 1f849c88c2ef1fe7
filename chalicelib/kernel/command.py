"""Commands: a request body, frozen, is the command itself; its content tells a replay from an id used twice."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from chalicelib.kernel.geo import Datum, Point


class Command(BaseModel):
    """Unknown fields are refused, and nothing is coerced: `"1"` is not 1."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def content_of(command: Command) -> bytes:
    """Equal for commands that ask for the same thing, however they were spelled."""
    return command.model_dump_json().encode()


def content_hash(command: Command) -> bytes:
    """16 bytes of `content_of`. For commands without personal data: anyone could try contents against it."""
    return hashlib.sha256(content_of(command)).digest()[:16]


def _to_utc(instant: datetime) -> datetime:
    if not 2000 <= instant.year < 2200:
        raise ValueError("year out of range")
    return instant.astimezone(UTC)


def printable(text: str) -> str:
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in text if character != "\n"):
        raise ValueError("control characters")
    return text


Instant = Annotated[AwareDatetime, AfterValidator(_to_utc)]
AmountFen = Annotated[int, Field(ge=1, le=1_000_000_00)]
ShortText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), AfterValidator(printable)
]
LongText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300), AfterValidator(printable)]


class Place(Command):
    """Where something is, with the datum its coordinates are in; without one they are refused."""

    lat: float = Field(ge=-90, le=90, allow_inf_nan=False)
    lng: float = Field(ge=-180, le=180, allow_inf_nan=False)
    datum: Datum

    def to_point(self) -> Point:
        return Point(lat=self.lat, lng=self.lng, datum=self.datum)


class Fix(Place):
    """A place as a phone measured it."""

    accuracy_m: float = Field(ge=0, le=100_000, allow_inf_nan=False)
