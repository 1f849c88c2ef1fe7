"""What was said about a case: by its person, by us, or among colleagues."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaseId, PersonId, PostId
from chalicelib.support.domain.case import Channel


class Author(StrEnum):
    """`colleagues`: an internal word, which its person never sees."""

    PERSON = "person"
    STAFF = "staff"
    COLLEAGUES = "colleagues"


@dataclass(frozen=True, slots=True)
class Post:
    """`sealed` holds the words, under the key of the person the case is about; `photo`: a picture is kept beside."""

    post_id: PostId
    case_id: CaseId
    author: Author
    by: PersonId
    channel: Channel
    at: datetime
    command_hash: bytes
    sealed: bytes
    photo: bool = False
