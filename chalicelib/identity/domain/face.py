"""A face check: begun by us, made on the phone with the provider, decided by what the provider answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.contracts.face import FaceOutcome
from chalicelib.identity.domain.commands import TypedIdNumber
from chalicelib.identity.domain.person import NameAndNumberDiffer, PersonAlreadyBound, Said
from chalicelib.kernel.command import Command, ShortText
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import FaceCheckId, FaceCheckIdField, PersonId
from chalicelib.kernel.refusals import Conflict, Forbidden, Gone, Invalid, Missing, Refusal

# Exclusive. DetectAuth: a BizToken is good for 7,200 s.
CHECK_LIFE = timedelta(seconds=7_200)
# Exclusive. GetDetectInfoEnhanced: its result can be asked for over three days.
RESULT_LIFE = timedelta(days=3)
# So long after a check was begun, or its result was asked for in vain, we look ourselves; later less often.
LOOK_AFTER = timedelta(minutes=10)
LOOK_SOON = timedelta(minutes=2)
LOOK_LATER = timedelta(hours=1)
SOON_FOR = timedelta(minutes=30)


class FaceNotAgreed(Forbidden):
    code = "identity.face_not_agreed"
    message = "刷脸要您先同意，您还没有同意，或者收回了。"
    next_step = "想刷脸，请在“设置”的“我同意过什么”里点同意；不想刷也行，凭姓名和身份证号、凭手机号都能核实。"


class NoSuchFaceCheck(Missing):
    code = "identity.no_such_face_check"
    message = "没有找到这次刷脸。"
    next_step = "请回到“核实身份”，重新点一次“刷脸”，或者换一种办法。"


class FaceCheckOver(Gone):
    code = "identity.face_check_over"
    message = "这次刷脸等得太久，已经作废了。"
    next_step = "请重新点一次“刷脸”，或者换一种办法核实。"


class FaceAngle(Invalid):
    code = "identity.face_angle"
    stuck = "identity.face_fails"
    message = "没有拍到完整的正脸。"
    next_step = "请把手机举到和眼睛一样高，脸正对着它，摘下口罩和帽子，再刷一次；也可以换一种办法。"


class FaceBlur(Invalid):
    code = "identity.face_blur"
    stuck = "identity.face_fails"
    message = "画面太糊，看不清脸。"
    next_step = "请擦一擦镜头，两只手拿稳手机，人别动，再刷一次；也可以换一种办法。"


class FaceGlare(Invalid):
    code = "identity.face_glare"
    stuck = "identity.face_fails"
    message = "光太亮、太暗，或者反光了。"
    next_step = "请背对窗户和灯，站到光线均匀的地方，眼镜反光就先摘下来，再刷一次；也可以换一种办法。"


class FaceBackground(Invalid):
    code = "identity.face_background"
    stuck = "identity.face_fails"
    message = "画面里不止一张脸，或者背后太乱。"
    next_step = "请靠着一面墙，请旁边的人让开一点，墙上有照片也避开，再刷一次；也可以换一种办法。"


class FaceNotLive(Invalid):
    code = "identity.face_not_live"
    stuck = "identity.face_fails"
    message = "没能确认镜头前面是真人。"
    next_step = "请照着屏幕上的话慢慢做，不要对着照片或别的屏幕，再刷一次；也可以换一种办法。"


class FaceNotSame(Conflict):
    """Trying again with the same face will not help, and it is nobody's fault."""

    code = "identity.face_not_same"
    stuck = "identity.face_fails"
    message = "和公安登记的照片对不上。照片拍得早、人变了样，常会这样，不怪您。"
    next_step = "请换一种办法：凭手机号核实，或者打客服电话 {hotline} 请人工办。"


class FaceNoPhoto(Conflict):
    code = "identity.face_no_photo"
    stuck = "identity.face_fails"
    message = "公安那里没有能比对的照片，刷脸办不了。"
    next_step = "请换一种办法：凭姓名和身份证号、凭手机号，或者打客服电话 {hotline} 请人工办。"


class FaceBrokeOff(Conflict):
    code = "identity.face_broke_off"
    stuck = "identity.face_fails"
    message = "刷脸中途断了，不是您的问题。"
    next_step = "请看看网络，再刷一次；也可以换一种办法核实。"


REFUSALS: dict[FaceOutcome, type[Refusal]] = {
    FaceOutcome.ANGLE: FaceAngle,
    FaceOutcome.BLUR: FaceBlur,
    FaceOutcome.GLARE: FaceGlare,
    FaceOutcome.BACKGROUND: FaceBackground,
    FaceOutcome.NOT_LIVE: FaceNotLive,
    FaceOutcome.NOT_SAME: FaceNotSame,
    FaceOutcome.NO_PHOTO: FaceNoPhoto,
    FaceOutcome.NAME: NameAndNumberDiffer,
    FaceOutcome.SERVICE: FaceBrokeOff,
}


class BeginFaceCheck(Command):
    id: FaceCheckIdField
    name: ShortText
    id_number: TypedIdNumber


class FaceState(StrEnum):
    """`begun`: no word of the provider yet. `bound`: the face is right, and the number is another account's."""

    BEGUN = "begun"
    OPEN = "open"
    PASSED = "passed"
    FAILED = "failed"
    BOUND = "bound"
    OVER = "over"


DECIDED = frozenset({FaceState.PASSED, FaceState.FAILED, FaceState.BOUND, FaceState.OVER})


@dataclass(frozen=True, slots=True)
class FaceCheck:
    """`sealed` holds name, number and the provider's token. `asked_at`: since when its person wants to know.

    `told`: it was decided while nobody was asking, and its person is to hear of it.
    """

    check_id: FaceCheckId
    person_id: PersonId
    state: FaceState
    command_hash: str
    sealed: bytes
    begun_at: datetime
    version: int
    outcome: FaceOutcome | None = None
    asked_at: datetime | None = None
    decided_at: datetime | None = None
    told: bool = False

    @property
    def ends_at(self) -> datetime:
        return self.begun_at + CHECK_LIFE


@dataclass(frozen=True, slots=True)
class FaceWords:
    """What is kept sealed of a check, until it is decided."""

    said: Said
    token: str | None = None


def decided(
    check: FaceCheck, state: FaceState, outcome: FaceOutcome | None, *, tells: bool, now: datetime
) -> FaceCheck:
    return replace(check, state=state, outcome=outcome, sealed=b"", decided_at=now, told=tells)


def is_over(check: FaceCheck, *, silent: bool, now: datetime) -> bool:
    """Nothing more comes of it: not finished within its life, or, `silent`, no verdict while there could be one."""
    return now >= check.begun_at + (RESULT_LIFE if silent else CHECK_LIFE)


def look_again_at(check: FaceCheck, *, now: datetime) -> datetime:
    """Soon while its person may be waiting, until half an hour after they asked; then each hour."""
    return now + (LOOK_SOON if is_looked_at_often(check, now=now) else LOOK_LATER)


def is_looked_at_often(check: FaceCheck, *, now: datetime) -> bool:
    return check.asked_at is not None and now < check.asked_at + SOON_FOR


def refusal_of(check: FaceCheck) -> Refusal:
    """What a check that did not pass is refused with."""
    if check.state is FaceState.OVER or check.outcome is None:
        return FaceCheckOver()
    if check.state is FaceState.BOUND:
        return PersonAlreadyBound(field="id_number")
    return REFUSALS[check.outcome]()
