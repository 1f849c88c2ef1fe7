"""`X-Acting-For`: one of us does something for a person who is on the phone with them (features.md M4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from chalicelib.kernel.ids import ULID_PATTERN, PersonId
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import NotAgreed, NotOnBehalf
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.platform.http.operation import Operation

_PERSON = re.compile(f"^per_{ULID_PATTERN}$")


class OnBehalf(Protocol):
    def principal(self, person_id: PersonId, *, agent: Principal, now: datetime) -> Principal | None:
        """The person's, while what they agreed to with this agent holds."""

    def stage(self, uow: UnitOfWork, by: Principal, *, what: str, about: str, request_id: str, now: datetime) -> None:
        """That it was done on the phone and by whom, in the transaction that does it."""


def spoken_for(
    on_behalf: OnBehalf, operation: Operation, person_id: str, *, agent: Principal, now: datetime
) -> Principal:
    if not operation.on_behalf:
        raise NotOnBehalf
    known = _PERSON.match(person_id)
    principal = on_behalf.principal(PersonId(person_id), agent=agent, now=now) if known else None
    if principal is None:
        raise NotAgreed
    return principal


def note_of(
    on_behalf: OnBehalf,
    operation: Operation,
    caller: Principal | None,
    arguments: Mapping[str, object],
    *,
    request_id: str,
    now: datetime,
) -> Callable[[UnitOfWork], None] | None:
    """What was done is kept under the id of the thing it was done to, or made; else under the person's."""
    if caller is None or caller.acting is None:
        return None
    of_path = (str(value) for name, value in arguments.items() if name in operation.path_fields)
    about = str(getattr(arguments.get("command"), "id", None) or next(of_path, caller.person_id))
    what = operation.on_behalf
    return lambda uow: on_behalf.stage(uow, caller, what=what, about=about, request_id=request_id, now=now)
