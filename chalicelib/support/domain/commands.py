"""What may be asked of cases."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from chalicelib.kernel.command import WHOLE, Command, Instant, MobilePhone, ShortText, printable, visible
from chalicelib.kernel.ids import ULID_PATTERN, CaseIdField, PostIdField, ShiftIdField, TalkIdField
from chalicelib.support.domain.photo import MOST_CHARACTERS

SubjectId = Annotated[str, StringConstraints(pattern=f"^(vis|card|top|per)_{ULID_PATTERN}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z_.]{1,40}$")]
Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
    AfterValidator(printable),
    Field(json_schema_extra=visible(1)),
]


# The contract tells the letters; refusing others is `photo_from`'s, in words of its own.
Base64 = Annotated[
    str,
    StringConstraints(max_length=MOST_CHARACTERS),
    Field(json_schema_extra={"pattern": "^[A-Za-z0-9+/]*={0,2}$"}),
]


class OpenCase(Command):
    """`about` is the visit, card or top-up it is about, or the person."""

    id: CaseIdField
    cause: Code
    about: SubjectId
    text: Words


class StartTalk(Command):
    """`phone`, `name` and the last four of the identity number are what the caller said; `agreed`, that we may act.

    `about` null is the person. `text` is what they are stuck at.
    """

    id: TalkIdField
    phone: MobilePhone
    name: ShortText
    number_ends: Annotated[str, StringConstraints(pattern=r"^\d{3}[\dXx]$")]
    agreed: Literal[True]
    cause: Code
    about: SubjectId | None = None
    text: Words


class Say(Command):
    """`photo` is a JPEG in base64, or null."""

    id: PostIdField
    text: Words
    photo: Base64 | None = None


class Disown(Command):
    id: PostIdField


class Reply(Command):
    """`waits`: the next word is the person's."""

    id: PostIdField
    text: Words
    waits: bool = False


class HandOver(Command):
    """`text` is for colleagues only. `cause`: what it turned out to be, or null."""

    id: PostIdField
    queue: Code
    cause: Code | None = None
    text: Words


class Close(Command):
    """`text` is the last word to the person."""

    id: PostIdField
    cause: Code
    action: Code
    text: Words


class Decide(Command):
    """`applied_at` names what was looked at. `text` is the last word to the person: what was checked, or why not."""

    id: PostIdField
    applied_at: Instant
    approve: bool
    text: Words


class Unmask(Command):
    """`text` says why; it stays among colleagues."""

    id: PostIdField
    text: Words


class CloseProblem(Command):
    """`text` is told to everybody linked."""

    text: Words


class TakeShift(Command):
    id: ShiftIdField
    queue: Code
    from_at: Instant
    to_at: Instant
    turn: Annotated[int, Field(ge=1, le=9), WHOLE] = 1
