"""What a person asks of identity; each is the request body as it is."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from chalicelib.kernel.command import Command, MobilePhone, Printable, ShortText
from chalicelib.kernel.ids import CaregiverIdField
from chalicelib.kernel.principal import Role

WeChatCode = Annotated[str, StringConstraints(min_length=1, max_length=128, pattern=r"^[0-9A-Za-z_-]+$")]
# Longer than a number is, so that a wrong length gets its own sentence.
TypedIdNumber = Annotated[Printable, StringConstraints(min_length=1, max_length=40)]


class LogIn(Command):
    code: WeChatCode


class BindPhone(Command):
    code: WeChatCode


class StaffLogIn(Command):
    """`code` is shown in the mini program, `otp` by the authenticator."""

    code: Annotated[str, StringConstraints(pattern=r"^\d{8}$")]
    otp: Annotated[str, StringConstraints(pattern=r"^\d{6}$")]


class ProveIdentity(Command):
    name: ShortText
    id_number: TypedIdNumber


class Invite(Command):
    """The company tells which phone a caregiver or a member of staff will log in with."""

    phone: MobilePhone
    roles: frozenset[Role]
    caregiver_id: CaregiverIdField | None = None
