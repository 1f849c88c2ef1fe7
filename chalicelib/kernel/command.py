"""Commands: a request body, frozen, is the command itself; its content tells a replay from an id used twice."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from chalicelib.kernel.geo import Datum, Point


class Command(BaseModel):
    """Unknown fields are refused, and nothing is coerced: `"1"` is not 1."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, strict=True)


def content_of(command: Command) -> bytes:
    """Equal for commands that ask for the same thing, however they were spelled."""
    return command.model_dump_json().encode()


def input_of(command: Command) -> bytes:
    """What a person typed and chose: the content without the id that the client made anew for each attempt."""
    return command.model_dump_json(exclude={"id"}).encode()


def content_hash(command: Command) -> bytes:
    """16 bytes of `content_of`. For commands without personal data: anyone could try contents against it."""
    return hashlib.sha256(content_of(command)).digest()[:16]


def _to_utc(instant: datetime) -> datetime:
    try:
        return instant.astimezone(UTC)
    except OverflowError:
        raise ValueError("year out of range") from None


def printable(text: str) -> str:
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in text if character != "\n"):
        raise ValueError("control characters")
    return text


def _whole(number: object) -> object:
    """JSON knows one kind of number: 16.0 is the integer 16."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


# The contract's word for `printable`.
_CONTROL = r"\u0000-\u0009\u000b-\u001f\u007f-\u009f"
_PRINTABLE_PATTERN = {"pattern": f"^[^{_CONTROL}]*$"}


def visible(characters: int) -> dict[str, Any]:
    """The contract's word for a text with at least so many characters that are not blank."""
    return {"pattern": "^" + f"[^{_CONTROL}]*[^\\s{_CONTROL}]" * characters + f"[^{_CONTROL}]*$"}


Instant = Annotated[AwareDatetime, AfterValidator(_to_utc)]
# Stands last in an annotation, or pydantic leaves the bounds before it out of the contract.
WHOLE = BeforeValidator(_whole)
Printable = Annotated[str, AfterValidator(printable), Field(json_schema_extra=_PRINTABLE_PATTERN)]
# Constraints stand before the check, or blanks at the ends would count as length.
ShortText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60),
    AfterValidator(printable),
    Field(json_schema_extra=visible(1)),
]
MobilePhone = Annotated[str, StringConstraints(pattern=r"^\+861[3-9]\d{9}$")]
LongText = Annotated[Printable, StringConstraints(strip_whitespace=True, max_length=300)]


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
