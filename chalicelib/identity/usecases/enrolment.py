"""The first of the company's staff: invited by an operator, who needs the right to invoke the function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from chalicelib.identity.domain.commands import Invite
from chalicelib.identity.domain.person import EVERYBODYS, with_sessions_ended
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.proofs import invite
from chalicelib.kernel.command import Command, MobilePhone
from chalicelib.kernel.principal import Role
from chalicelib.kernel.refusals import AlreadyDone
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]

StaffRole = Literal["agent", "reviewer", "finance", "rescue", "supervisor"]


class EnrolStaff(Command):
    """`roles`: what of the company's work is theirs to do; none takes it away from them.

    `reset_second_factor`: they lost it, and may set another.
    """

    phone: MobilePhone
    reset_second_factor: bool = False
    roles: Annotated[tuple[StaffRole, ...], Field(strict=False)]


def enrol_staff(identity: Identity, *, command: EnrolStaff, now: datetime, begin: Begin) -> None:
    """Whoever proves this phone is staff with these roles, and with no others; the same again changes nothing.

    Without any they are staff no more. Roles that change end the sessions of who has them.
    """
    roles = frozenset({Role.STAFF, *map(Role, command.roles)}) if command.roles else frozenset()

    def attempt() -> None:
        uow = begin()
        invitation = identity.store.find_invitation(command.phone)
        if invitation is None:
            invite(identity, command=Invite(phone=command.phone, roles=roles), uow=uow)
        elif invitation.accepted_by is None:
            identity.store.stage_changed_invitation(uow, invitation, (invitation.roles & EVERYBODYS) | roles)
        else:
            person = identity.store.find_person(invitation.accepted_by)
            if person is None:
                raise AssertionError("an invitation accepted by nobody")
            wanted = (person.roles & EVERYBODYS) | roles
            if person.roles == wanted:
                return
            identity.store.stage_person(uow, with_sessions_ended(replace(person, roles=wanted), now=now))
        try:
            uow.commit()
        except AlreadyDone:
            return

    again_when_stale(attempt)
