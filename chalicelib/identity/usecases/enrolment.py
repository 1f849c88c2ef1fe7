"""The first of the company's staff: invited by an operator, who needs the right to invoke the function."""

from __future__ import annotations

from chalicelib.identity.domain.commands import Invite, MobilePhone
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.proofs import invite
from chalicelib.kernel.command import Command
from chalicelib.kernel.principal import Role
from chalicelib.kernel.refusals import AlreadyDone
from chalicelib.kernel.unit_of_work import UnitOfWork


class EnrolStaff(Command):
    phone: MobilePhone


def enrol_staff(identity: Identity, *, command: EnrolStaff, uow: UnitOfWork) -> None:
    """Whoever proves this phone becomes staff; the same phone again changes nothing."""
    invite(identity, command=Invite(phone=command.phone, role=Role.STAFF), uow=uow)
    try:
        uow.commit()
    except AlreadyDone:
        return
