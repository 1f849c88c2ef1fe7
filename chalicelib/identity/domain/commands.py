"""What a person asks of identity; each is the request body as it is."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, StringConstraints, model_validator
from pydantic.config import JsonDict

from chalicelib.identity.domain.ways import Way
from chalicelib.kernel.command import Command, MobilePhone, Printable, ShortText
from chalicelib.kernel.ids import CaregiverIdField, OtpIdField
from chalicelib.kernel.principal import Role

WeChatCode = Annotated[str, StringConstraints(min_length=1, max_length=128, pattern=r"^[0-9A-Za-z_-]+$")]
# Longer than a number is, so that a wrong length gets its own sentence.
TypedIdNumber = Annotated[Printable, StringConstraints(min_length=1, max_length=40)]


SixDigits = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]


class LogIn(Command):
    code: WeChatCode


_TEXT: JsonDict = {"type": "string"}
_NOTHING: JsonDict = {"type": "null"}
_BY_WECHAT: JsonDict = {
    "type": "object",
    "required": ["code"],
    "properties": {"code": _TEXT, "otp_id": _NOTHING, "otp": _NOTHING},
}
_BY_SMS: JsonDict = {
    "type": "object",
    "required": ["otp_id", "otp"],
    "properties": {"code": _NOTHING, "otp_id": _TEXT, "otp": _TEXT},
}


class BindPhone(Command):
    """By WeChat's `code`, or by a code that came by SMS: `otp_id` and `otp`."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [_BY_WECHAT, _BY_SMS]})

    code: WeChatCode | None = None
    otp_id: OtpIdField | None = None
    otp: SixDigits | None = None

    @model_validator(mode="after")
    def _one_way(self) -> BindPhone:
        by_sms = self.otp_id is not None and self.otp is not None
        if by_sms == (self.code is not None) or (self.otp_id is None) != (self.otp is None):
            raise ValueError("either WeChat's code, or otp_id and otp")
        return self


class Unlock(Command):
    """`id_number` is asked of who has proven theirs."""

    otp_id: OtpIdField
    otp: SixDigits
    id_number: TypedIdNumber | None = None


class Recover(Command):
    """Name, number and phone as they were with the account there was; the code came to that phone."""

    name: ShortText
    id_number: TypedIdNumber
    otp_id: OtpIdField
    otp: SixDigits


class StaffLogIn(Command):
    """`code` is shown in the mini program, `otp` by the authenticator."""

    code: Annotated[str, StringConstraints(pattern=r"^\d{8}$")]
    otp: SixDigits


class ProveIdentity(Command):
    """`way`: by the public-security record; or, `phone`, by the carrier's, with the phone I have registered here."""

    name: ShortText
    id_number: TypedIdNumber
    way: Literal[Way.NAME_NUMBER, Way.PHONE] = Way.NAME_NUMBER


class Invite(Command):
    """The company tells which phone a caregiver or a member of staff will log in with."""

    phone: MobilePhone
    roles: frozenset[Role]
    caregiver_id: CaregiverIdField | None = None
