"""One-time codes by SMS: a new one kills the one before, five tries, five minutes (features.md A5, A6)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from chalicelib.identity.domain.commands import SixDigits
from chalicelib.kernel.command import Command, MobilePhone
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import GrantId, OtpId, OtpIdField, PersonId
from chalicelib.kernel.refusals import Conflict, Gone, Invalid, TooMany

# Exclusive: at exactly five minutes it is good no more.
LIFE = timedelta(minutes=5)
# Inclusive: at exactly a minute the next may be sent.
COOLDOWN = timedelta(seconds=60)
TRIES = 5
# Of texts to one phone for one purpose: five an hour, ten a day.
BUDGET = ((timedelta(hours=1), 5), (timedelta(days=1), 10))


class Purpose(StrEnum):
    """`phone`: it becomes mine; `unlock`: my account; `recover`: the account I had with another WeChat.

    `voice` is read aloud to the registered phone and keyed back into it: nobody types it anywhere. `elder` asks an
    elder whether family may open an account for them; it has no digits, only a yes or a no.
    """

    PHONE = "phone"
    UNLOCK = "unlock"
    RECOVER = "recover"
    VOICE = "voice"
    ELDER = "elder"


class SendState(StrEnum):
    """`queued`: not handed to a gateway yet, or nobody knows. `delivered`: the phone has it, says its receipt."""

    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    MISKEYED = "miskeyed"


# What a gateway said of a text or a call; what is not known is not failed: it may well come.
STATE_OF_OUTCOME = {"sent": SendState.SENT, "refused": SendState.FAILED, "failed": SendState.FAILED}
STATE_NAME = {
    SendState.QUEUED: "正在发",
    SendState.SENT: "已经发出，等手机收到",
    SendState.DELIVERED: "手机已经收到",
    SendState.FAILED: "没有发成",
    SendState.MISKEYED: "按的数字不对",
}


class OtpTooSoon(TooMany):
    code = "identity.otp_too_soon"
    message = "刚刚发过一条验证码，请先看看短信。"
    next_step = "{retry_at_spoken} 以后可以再发一条；一直收不到的话，请打客服电话 {hotline}。"


class OtpTooMany(TooMany):
    code = "identity.otp_too_many"
    message = "这个号码今天收的验证码太多了，为了不打扰人，先停一停。"
    next_step = "{retry_at_spoken} 以后可以再发；着急的话，请打客服电话 {hotline}。"


class OtpNotSent(Invalid):
    """No gateway took it, or that number takes nothing from us."""

    code = "identity.otp_not_sent"
    message = "验证码没有发成，这个号码现在收不到我们的短信。"
    next_step = "请看看号码填对没有；没填错的话，请打客服电话 {hotline}，人工帮您办。"


class OtpWrong(Invalid):
    code = "identity.otp_wrong"
    message = "验证码不对，还能再试 {left} 次。"
    next_step = "请对着最新的一条短信再填一次。"


class OtpOver(Gone):
    """Too late, used, tried too often, or there is a newer one: which, is told to nobody."""

    code = "identity.otp_over"
    message = "这条验证码不能用了：过期了、用过了、试错太多次，或者后来又发过新的。"
    next_step = "请点“获取验证码”，用最新的一条。"


class NobodyRings(Conflict):
    """No gateway that rings took it, or there is none."""

    code = "identity.nobody_rings"
    message = "自动电话现在打不出去。"
    next_step = "姓名和身份证号核实过的已经算数；要更有把握的，请过几分钟再打一次，或者让对方在小程序里换一种办法。"


class OtherPhone(Invalid):
    code = "identity.other_phone"
    message = "这不是您登记的手机号。"
    next_step = "请填当初登记的那个手机号；那个号不用了的话，请打客服电话 {hotline}。"


class AskForOtp(Command):
    phone: MobilePhone
    purpose: Literal[Purpose.PHONE, Purpose.UNLOCK, Purpose.RECOVER]


class Typed(Command):
    """A code as it was typed."""

    otp_id: OtpIdField
    otp: SixDigits


@dataclass(frozen=True, slots=True)
class Otp:
    """`sealed` is the phone, under the key of who asked; `code_hash` a keyed hash, so that it cannot be tried out.

    `about`: what the elder is asked for.
    """

    otp_id: OtpId
    person_id: PersonId
    purpose: Purpose
    sealed: bytes
    code_hash: str
    made_at: datetime
    tries: int = 0
    state: SendState = SendState.QUEUED
    gateway: str | None = None
    used_at: datetime | None = None
    about: GrantId | None = None

    @property
    def expires_at(self) -> datetime:
        return self.made_at + LIFE

    @property
    def resend_at(self) -> datetime:
        return self.made_at + COOLDOWN


def may_be_tried(otp: Otp, *, by: PersonId, purpose: Purpose, now: datetime) -> bool:
    theirs = (otp.person_id, otp.purpose) == (by, purpose)
    return theirs and otp.used_at is None and otp.tries < TRIES and now < otp.expires_at
