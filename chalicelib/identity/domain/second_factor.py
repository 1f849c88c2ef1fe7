"""The second factor of staff: a time-based code (RFC 6238) beside the WeChat account, each good for one sign-in."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

from chalicelib.kernel.refusals import Conflict, Forbidden, Unauthenticated

STEP_S = 30
# One step to either side: a phone's clock may be half a minute off.
NEIGHBOURS = (0, -1, 1)
# A code for the computer is read off one screen and typed into another.
PAIRING_LIFE = timedelta(minutes=5)
ISSUER = "远盟健康工作台"


class NotStaff(Forbidden):
    code = "identity.not_staff"
    message = "您的账号不是工作人员账号。"
    next_step = "请让主管登记您的手机号，再在小程序里用这个号码登录一次。"


class SecondFactorSet(Conflict):
    code = "identity.second_factor_set"
    message = "您的动态口令已经绑定过了，不能再看一次。"
    next_step = "换了手机、口令丢了，请让主管给您重置。"


class SecondFactorMissing(Conflict):
    code = "identity.second_factor_missing"
    message = "您还没有绑定动态口令，不能登录工作台。"
    next_step = "请先在小程序的设置里点“绑定动态口令”。"


class SignInRefused(Unauthenticated):
    """Never says which of the two was wrong."""

    code = "identity.sign_in_refused"
    message = "登录码或动态口令不对，或者登录码已经用过、过期了。"
    next_step = "请在小程序里重新取一个登录码，和动态口令一起再填一次。"


def uri_of(secret: str, *, account: str) -> str:
    """For a QR code that an authenticator reads."""
    from pyotp import TOTP  # noqa: PLC0415 - few requests of staff need it

    return TOTP(secret).provisioning_uri(name=account, issuer_name=ISSUER)


def step_of(secret: str, otp: str, *, after: int, now: datetime) -> int | None:
    """The step that this code is of; None for a wrong one, and for one of a step used before."""
    from pyotp import TOTP  # noqa: PLC0415

    current = int(now.timestamp()) // STEP_S
    for neighbour in NEIGHBOURS:
        step = current + neighbour
        if step > after and hmac.compare_digest(TOTP(secret).at(step * STEP_S), otp):
            return step
    return None
