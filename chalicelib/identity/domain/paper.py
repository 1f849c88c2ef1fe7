"""A photo of the holder with their card, sent in parts that survive a bad line, for a person of ours to look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from chalicelib.identity.domain.commands import TypedIdNumber
from chalicelib.kernel.command import WHOLE, Command, ShortText
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PaperId, PaperIdField, PersonId
from chalicelib.kernel.refusals import Conflict, Gone, Invalid, Missing

# Inclusive.
MOST_BYTES = 10 * 1024 * 1024
# S3 takes no smaller part but the last.
PART_BYTES = 5 * 1024 * 1024
# Exclusive; unfinished uploads are swept away by the bucket's own rule after as many days (.chalice/resources.json).
LIFE = timedelta(days=7)
# What is enough of a file to tell its kind.
HEAD_BYTES = 32


class PaperType(StrEnum):
    JPEG = "image/jpeg"
    PNG = "image/png"
    HEIC = "image/heic"
    WEBP = "image/webp"
    PDF = "application/pdf"


class PaperTooLarge(Invalid):
    code = "identity.paper_too_large"
    message = "这张照片太大了，超过了 10 MB。"
    next_step = "请用手机重新拍一张，不用最高清的那种。"


class PaperNotReadable(Invalid):
    """Its content is none of the kinds, or not as long as was said."""

    code = "identity.paper_not_readable"
    message = "这个文件打不开，不像是照片。"
    next_step = "请用手机现拍一张再传；截图、别的文件都不行。"


class PaperIncomplete(Conflict):
    code = "identity.paper_incomplete"
    message = "照片还没有传完。"
    next_step = "请再点一次“接着传”，传过的不用再传；七天之内都可以接着传。"


class PaperOver(Gone):
    code = "identity.paper_over"
    message = "这张照片七天里没有传完，已经作废了。"
    next_step = "请重新拍一张再传。"


class NoSuchPaper(Missing):
    code = "identity.no_such_paper"
    message = "没有找到这张照片。"
    next_step = "请重新拍一张，再传一次。"


class PaperForPeople(Conflict):
    """Nothing failed: the next step is ours, and the case says until when."""

    code = "identity.paper_for_people"
    stuck = "identity.paper"
    at_once = True
    message = "照片收到了，由人工对着它核对。"
    next_step = "您不用再做什么：结果出来马上通知您。"


class BeginPaper(Command):
    """`size` in bytes, of the whole file."""

    id: PaperIdField
    content_type: PaperType
    size: Annotated[int, Field(ge=1, le=10**10), WHOLE]


class HandInPaper(Command):
    name: ShortText
    id_number: TypedIdNumber


@dataclass(frozen=True, slots=True)
class Paper:
    """`upload` is what the store of files calls it while it is being sent."""

    paper_id: PaperId
    person_id: PersonId
    content_type: PaperType
    size: int
    upload: str
    begun_at: datetime
    version: int
    finished_at: datetime | None = None

    @property
    def ends_at(self) -> datetime:
        return self.begun_at + LIFE

    @property
    def parts(self) -> int:
        return -(-self.size // PART_BYTES)

    def bytes_of(self, number: int) -> tuple[int, int]:
        """(first, last) of that part, inclusive."""
        first = (number - 1) * PART_BYTES
        return first, min(first + PART_BYTES, self.size) - 1


def check_size(command: BeginPaper) -> None:
    if command.size > MOST_BYTES:
        raise PaperTooLarge(field="size")


def check_alive(paper: Paper, *, now: datetime) -> None:
    if paper.finished_at is None and now >= paper.ends_at:
        raise PaperOver


def finished(paper: Paper, *, now: datetime) -> Paper:
    return replace(paper, finished_at=paper.finished_at or now)


def kind_of_file(head: bytes) -> PaperType | None:
    """By its first bytes, whatever it is called. HEIF's brands: ISO/IEC 23008-12, 10.2 and 10.3."""
    if head.startswith(b"\xff\xd8\xff"):
        return PaperType.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PaperType.PNG
    if head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc"}:
        return PaperType.HEIC
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return PaperType.WEBP
    return PaperType.PDF if head.startswith(b"%PDF-") else None
