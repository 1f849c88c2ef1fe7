"""What support tells the others about a case."""

from __future__ import annotations

from typing import ClassVar

from pydantic import AwareDatetime

from chalicelib.contracts.envelope import Event
from chalicelib.kernel.ids import CaseId, PersonId


class CaseEvent(Event):
    """`to` is whoever is to be told; `at` is when it happened."""

    case_id: CaseId
    to: PersonId
    cause_name: str
    at: AwareDatetime


class CaseAnswered(CaseEvent):
    NAME: ClassVar[str] = "support.case.answered"


class CaseSpoken(CaseEvent):
    """Somebody who said they were this person spoke with us on the phone; `known`: by more than the phone."""

    NAME: ClassVar[str] = "support.case.spoken"

    known: bool


class CaseClosed(CaseEvent):
    NAME: ClassVar[str] = "support.case.closed"

    action_name: str


class CaseReopened(CaseEvent):
    """By ourselves: its person is stuck at the same link three days after it was closed."""

    NAME: ClassVar[str] = "support.case.reopened"


class CasePaged(CaseEvent):
    """Somebody on duty is called: the matter is urgent (`level` 0), a promise runs low (1), or was broken (2)."""

    NAME: ClassVar[str] = "support.case.paged"

    kind_name: str
    level: int
    answer_by: AwareDatetime | None = None
