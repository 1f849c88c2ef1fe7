"""Ids: a prefix and a ULID outside (`vis_01J…`), the ULID's 16 bytes inside items."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, NewType

from pydantic import StringConstraints
from ulid import ULID

from chalicelib.kernel.time import to_millis

ULID_PATTERN = "[0-7][0-9A-HJKMNP-TV-Z]{25}"

PersonId = NewType("PersonId", str)
CardId = NewType("CardId", str)
CaregiverId = NewType("CaregiverId", str)
VisitId = NewType("VisitId", str)
TopUpId = NewType("TopUpId", str)
BatchId = NewType("BatchId", str)
MessageId = NewType("MessageId", str)
RequestId = NewType("RequestId", str)
CaseId = NewType("CaseId", str)
PostId = NewType("PostId", str)
ShiftId = NewType("ShiftId", str)
ProblemId = NewType("ProblemId", str)
TalkId = NewType("TalkId", str)
GrantId = NewType("GrantId", str)
OtpId = NewType("OtpId", str)
FaceCheckId = NewType("FaceCheckId", str)
PaperId = NewType("PaperId", str)

PREFIX_BY_KIND: dict[Callable[[str], str], str] = {
    PersonId: "per",
    CardId: "card",
    CaregiverId: "cgr",
    VisitId: "vis",
    TopUpId: "top",
    BatchId: "bat",
    MessageId: "msg",
    RequestId: "req",
    CaseId: "case",
    PostId: "post",
    ShiftId: "shift",
    ProblemId: "prb",
    TalkId: "talk",
    GrantId: "grant",
    OtpId: "otp",
    FaceCheckId: "face",
    PaperId: "paper",
}

# What a request may carry in a field of that kind.
PersonIdField = Annotated[PersonId, StringConstraints(pattern=f"^per_{ULID_PATTERN}$")]
FaceCheckIdField = Annotated[FaceCheckId, StringConstraints(pattern=f"^face_{ULID_PATTERN}$")]
PaperIdField = Annotated[PaperId, StringConstraints(pattern=f"^paper_{ULID_PATTERN}$")]
OtpIdField = Annotated[OtpId, StringConstraints(pattern=f"^otp_{ULID_PATTERN}$")]
GrantIdField = Annotated[GrantId, StringConstraints(pattern=f"^grant_{ULID_PATTERN}$")]
TalkIdField = Annotated[TalkId, StringConstraints(pattern=f"^talk_{ULID_PATTERN}$")]
CardIdField = Annotated[CardId, StringConstraints(pattern=f"^card_{ULID_PATTERN}$")]
CaregiverIdField = Annotated[CaregiverId, StringConstraints(pattern=f"^cgr_{ULID_PATTERN}$")]
VisitIdField = Annotated[VisitId, StringConstraints(pattern=f"^vis_{ULID_PATTERN}$")]
TopUpIdField = Annotated[TopUpId, StringConstraints(pattern=f"^top_{ULID_PATTERN}$")]
BatchIdField = Annotated[BatchId, StringConstraints(pattern=f"^bat_{ULID_PATTERN}$")]
CaseIdField = Annotated[CaseId, StringConstraints(pattern=f"^case_{ULID_PATTERN}$")]
PostIdField = Annotated[PostId, StringConstraints(pattern=f"^post_{ULID_PATTERN}$")]
ShiftIdField = Annotated[ShiftId, StringConstraints(pattern=f"^shift_{ULID_PATTERN}$")]
ProblemIdField = Annotated[ProblemId, StringConstraints(pattern=f"^prb_{ULID_PATTERN}$")]
MessageIdField = Annotated[MessageId, StringConstraints(pattern=f"^msg_{ULID_PATTERN}$")]


def make_id(kind: Callable[[str], str], *, now: datetime, randomness: bytes) -> str:
    """A new id of that kind; `randomness` is 10 bytes, made at the edge."""
    return f"{PREFIX_BY_KIND[kind]}_{ULID(to_millis(now).to_bytes(6, 'big') + randomness)}"


def ulid_of(any_id: str) -> str:
    return any_id.rpartition("_")[2]


def id_to_bytes(any_id: str) -> bytes:
    return bytes(ULID.from_str(ulid_of(any_id)))


def id_from_bytes(kind: Callable[[str], str], raw: bytes) -> str:
    return f"{PREFIX_BY_KIND[kind]}_{ULID(raw)}"
