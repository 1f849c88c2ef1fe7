"""Refusals: the expected "no", said as an exception that carries its cause and its next step."""

from __future__ import annotations

from typing import ClassVar

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaseId


class Refusal(Exception):
    """A request that cannot be done as asked, and what the person can do next.

    Subclasses name the refusal with a stable dotted `code`; `message` and `next_step` are plain Chinese for
    an elder, and may hold `{named}` places filled from `facts`. `facts` also go to the client as data.
    """

    code: ClassVar[str]
    message: ClassVar[str]
    next_step: ClassVar[str]
    # Somebody of ours must look at each occurrence.
    alarms: ClassVar[bool] = False
    # The cause under which a case is opened for who meets it again and again with nothing changed.
    stuck: ClassVar[str | None] = None
    # That case is opened the first time already: trying again can change nothing.
    at_once: ClassVar[bool] = False

    def __init__(self, *, field: str | None = None, position: str | None = None, **facts: object) -> None:
        super().__init__(self.code)
        self.field = field
        self.position = position
        self.facts = facts


@dataclass(frozen=True, slots=True)
class StuckHelp:
    """A case was opened for who is stuck; `next_step` is said in place of the refusal's own."""

    case_id: CaseId
    next_step: str


class Malformed(Refusal):
    """The request cannot be read at all."""


class Unauthenticated(Refusal):
    """Nobody we know is asking."""


class PaymentNeeded(Refusal):
    """The money for it is not there."""


class Forbidden(Refusal):
    """A known person without the right to do it."""


class Missing(Refusal):
    """It does not exist, or not for this person: the two are indistinguishable."""


class MethodRefused(Refusal):
    """The address exists, but not with this method."""


class Conflict(Refusal):
    """The state of things does not allow it now."""


class Gone(Refusal):
    """It was there, and its time is over."""


class TooLarge(Refusal):
    """More bytes than we read."""


class MediaRefused(Refusal):
    """Not a content type we read."""


class Invalid(Refusal):
    """Readable, but a value is not acceptable."""


class TooMany(Refusal):
    """Too often; `retry_at` and `retry_after_s` in the facts say when again."""


class Unavailable(Refusal):
    """Somebody we depend on does not answer; nothing was changed, or the same id may be sent again."""


class AlreadyDone(Exception):
    """This very command was carried out before: not a refusal, its result stands in `item` as it is now."""

    def __init__(self, item: dict[str, object]) -> None:
        super().__init__("already done")
        self.item = item


class Stale(Exception):
    """What the decision was based on has changed since it was read: load, decide and stage again."""


class IdTaken(Conflict):
    """Source: design.md §3.3, another owner's id or other content under the same id, with nothing of the item."""

    code = "request.id_taken"
    message = "这个编号已经用过了，内容不一样，我们没有重复办理。"
    next_step = "请返回上一页重新提交一次。"


class MovedMeanwhile(Conflict):
    code = "request.moved_meanwhile"
    message = "您操作的同时，这件事被别人改动了，您的这一步没有生效。"
    next_step = "请刷新看一眼最新情况，再决定要不要继续。"


class NotSignedIn(Unauthenticated):
    code = "request.not_signed_in"
    message = "您还没有登录。"
    next_step = "请重新打开小程序，它会自动登录。"


class SessionExpired(Unauthenticated):
    code = "request.session_expired"
    message = "登录已经过期了。"
    next_step = "请重新打开小程序，它会自动登录。"


class SessionRevoked(Unauthenticated):
    code = "request.session_revoked"
    message = "这次登录已经退出了。"
    next_step = "请重新打开小程序登录；如果不是您本人退出的，请打客服电话 {hotline}。"


class AccountLocked(Forbidden):
    code = "request.account_locked"
    message = "有人连着填错验证码或证件号，为了安全，您的账号先锁住了。"
    next_step = (
        "您自己就能解开：点“解锁”，用登记的手机号收一条验证码，再填证件号。收不了短信的话，一天以后会自己解开。"
    )


class PersonLocked(Forbidden):
    """Nothing is done in the name of who cannot say no to it at this moment."""

    code = "request.person_locked"
    message = "这位家人的账号为了安全先锁住了，现在不能替他办事。"
    next_step = "请他本人打开小程序点“解锁”，几分钟就好，然后您再办。"


class NotOnBehalf(Forbidden):
    """A request with `X-Acting-For` on a route where nobody acts for anybody (features.md M4)."""

    code = "request.not_on_behalf"
    message = "这一步只能由本人来办，别人不能代办。"
    next_step = "请让本人在自己的小程序里办；不会用的话，请打客服电话 {hotline}。"


class NotGranted(Forbidden):
    """Also for a person there is not: whom somebody knows is told to nobody."""

    code = "request.not_granted"
    message = "这位家人没有请您代办。"
    next_step = "请他在自己的小程序里点“家人”，把邀请发给您；他没有微信的话，您在“家人”里替他申请。"


class GrantOver(Forbidden):
    code = "request.grant_over"
    message = "您替这位家人办事的权限，已经收回或者到期了，这一步没有办。"
    next_step = "还要替他办的话，请他重新邀请您；他没有微信的话，您在“家人”里重新替他申请。"


class ScopeMissing(Forbidden):
    """`scope` in the facts is the one that is needed."""

    code = "request.scope_missing"
    message = "这位家人没有让您办这一类事。"
    next_step = "要办的话，请他在自己的小程序里点“家人”，勾上这一项，重新邀请您。"


class GuardianOnly(Forbidden):
    """What only a guardian by a court's paper may do for somebody."""

    code = "request.guardian_only"
    message = "这一步只能由本人，或者法院指定的监护人来办。"
    next_step = "请让本人来办；您是法院指定的监护人的话，请在“家人”里登记。"


class AskedTooOften(Conflict):
    code = "request.asked_too_often"
    message = "今天已经请他点头 5 次了，这一次没有约。"
    next_step = "请先等他答复，或者明天再提；着急的话，请他自己约，或打客服电话 {hotline}。"


class NotAgreed(Forbidden):
    """Nothing was agreed on the phone, or its time is over."""

    code = "request.not_agreed"
    message = "没有来电人同意代办的记录，或者已经超过 30 分钟。"
    next_step = "请让来电人再报一次手机号、姓名和证件号后四位，同意以后再办。"
