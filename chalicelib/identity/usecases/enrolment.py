"""The first of the company's staff: invited by an operator, who needs the right to invoke the function."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from chalicelib.identity.domain.commands import Invite, MobilePhone
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.proofs import invite
from chalicelib.kernel.command import Command
from chalicelib.kernel.principal import Role
from chalicelib.kernel.refusals import AlreadyDone
from chalicelib.kernel.unit_of_work import UnitOfWork

StaffRole = Literal["agent", "reviewer", "finance", "rescue", "supervisor"]


class EnrolStaff(Command):
    """`roles`: what of the company's work is theirs to do, one at least.

    `reset_second_factor`: they lost it, and may set another.
    """

    phone: MobilePhone
    reset_second_factor: bool = False
    roles: Annotated[tuple[StaffRole, ...], Field(min_length=1, strict=False)]


def enrol_staff(identity: Identity, *, command: EnrolStaff, uow: UnitOfWork) -> None:
    """Whoever proves this phone becomes staff with these roles; the same again changes nothing."""
    roles = frozenset({Role.STAFF, *map(Role, command.roles)})
    invite(identity, command=Invite(phone=command.phone, roles=roles), uow=uow)
    try:
        uow.commit()
    except AlreadyDone:
        return
