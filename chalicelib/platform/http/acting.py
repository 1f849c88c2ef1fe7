"""`X-Acting-For`: somebody does something for a person, with the person's leave; the only place that lets anybody."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from chalicelib.kernel.deed import Amounts, Deed
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import ULID_PATTERN, PersonId
from chalicelib.kernel.principal import RELATION_NAME, Principal, Role, Scope
from chalicelib.kernel.refusals import NotAgreed, NotGranted, NotOnBehalf
from chalicelib.kernel.unit_of_work import UnitOfWork

# Who of us acts in a talk, in the list of who looked.
ON_PHONE = "我们的工作人员，在电话里"
_PERSON = re.compile(f"^per_{ULID_PATTERN}$")


@dataclass(frozen=True, slots=True)
class Behalf:
    """What is done on a route for somebody else, in a few words; who may: one of us on the phone, family with it.

    `guardian`: nobody of the family but who acts by a court's paper.
    """

    what: str
    on_phone: bool = False
    scope: Scope | None = None
    guardian: bool = False

    @property
    def by_family(self) -> bool:
        return self.scope is not None or self.guardian


class OnPhone(Protocol):
    """Staff, for who is on the phone with them (features.md M4)."""

    def principal(self, person_id: PersonId, *, agent: Principal, now: datetime) -> Principal | None:
        """The person's, while what they agreed to with this agent holds."""

    def stage(self, uow: UnitOfWork, by: Principal, deed: Deed) -> None:
        """That it was done on the phone and by whom, in the transaction that does it."""


class ByFamily(Protocol):
    """Family, with the scopes the person gave them (features.md A9, A10)."""

    def principal(self, person_id: PersonId, *, family: Principal, scope: Scope | None, now: datetime) -> Principal:
        """The person's; NotGranted, GrantOver, ScopeMissing. No scope: it takes a guardian."""

    def stage(self, uow: UnitOfWork, by: Principal, deed: Deed, amounts: Amounts) -> None:
        """That it was done and by whom, with what it spends, in the transaction that does it.

        Stale when less of the day's limit is left than was read; GrantOver when it was taken back meanwhile.
        """


class AccessLog(Protocol):
    """Who else looked at a person's data (features.md K4)."""

    def note(self, person_id: PersonId, *, by: PersonId, who: str, deed: Deed) -> None:
        """Kept before anything is shown; the same within an hour is one entry."""


def spoken_for(
    on_phone: OnPhone, by_family: ByFamily, behalf: Behalf | None, person_id: str, *, caller: Principal, now: datetime
) -> Principal:
    """At the desk a talk counts, and nothing else; elsewhere what family were given."""
    known = PersonId(person_id) if _PERSON.match(person_id) else None
    if Role.STAFF in caller.roles:
        if behalf is None or not behalf.on_phone:
            raise NotOnBehalf
        principal = on_phone.principal(known, agent=caller, now=now) if known else None
        if principal is None:
            raise NotAgreed
        return principal
    if behalf is None or not behalf.by_family:
        raise NotOnBehalf
    if known is None:
        raise NotGranted
    return by_family.principal(known, family=caller, scope=behalf.scope, now=now)


def deed_of(
    behalf: Behalf | None,
    caller: Principal | None,
    arguments: Mapping[str, object],
    *,
    path_fields: Mapping[str, object],
    request_id: str,
    now: datetime,
) -> Deed | None:
    """None when somebody does something for themselves."""
    if behalf is None or caller is None or caller.actor == caller.person_id:
        return None
    of_path = (str(value) for name, value in arguments.items() if name in path_fields)
    about = str(getattr(arguments.get("command"), "id", None) or next(of_path, caller.person_id))
    return Deed(behalf.what, about, request_id, now)


def note_look(access_log: AccessLog, caller: Principal, deed: Deed, *, only_reads: bool) -> None:
    """Somebody was shown something and changed nothing: what is changed stands where deeds do."""
    who = RELATION_NAME[caller.family.relation] if caller.family else ON_PHONE
    what = deed.what if only_reads else f"{deed.what}（又问了一次结果）"
    access_log.note(caller.person_id, by=caller.actor, who=who, deed=replace(deed, what=what))


def note_of(
    on_phone: OnPhone, by_family: ByFamily, caller: Principal | None, deed: Deed | None
) -> Callable[[UnitOfWork, Amounts], None] | None:
    """What is staged with whatever is written."""
    if caller is None or deed is None:
        return None
    if caller.family:
        return lambda uow, amounts: by_family.stage(uow, caller, deed, amounts)
    return lambda uow, _: on_phone.stage(uow, caller, deed)
