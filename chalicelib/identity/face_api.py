"""The ways to prove who I am, and the one by face, over HTTP."""

from __future__ import annotations

from datetime import datetime, timedelta

from chalicelib.identity.domain import face as rules
from chalicelib.identity.domain import id_number
from chalicelib.identity.domain.face import BeginFaceCheck, FaceCheck, FaceState
from chalicelib.identity.domain.person import AlreadyProven, NameAndNumberDiffer, PersonAlreadyBound
from chalicelib.identity.domain.ways import ASSURANCE, Assurance, Obstacle, Offered, Way
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases import faces
from chalicelib.kernel.command import Command
from chalicelib.kernel.ids import FaceCheckId, FaceCheckIdField
from chalicelib.kernel.principal import Role
from chalicelib.kernel.refusals import IdTaken, MovedMeanwhile
from chalicelib.platform.http.answers import View
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.http.throttling import Throttle
from chalicelib.platform.realname.tencent import FaceUnavailable

api: Api[Identity] = Api("faces")

# Each is charged when it ends with a verdict.
_CHECKS = (
    Throttle("face", per="person", most=10, within=timedelta(days=1)),
    Throttle("face", per="address", most=300, within=timedelta(hours=1)),
)
_RESULTS = Throttle("face_result", per="person", most=120, within=timedelta(hours=1))
_SENTENCE = {
    FaceState.BEGUN: "正在准备刷脸。",
    FaceState.OPEN: "还在等刷脸的结果，一般几分钟就有。您不用等着：结果一出来就通知您。",
    FaceState.PASSED: "刷脸通过了，身份核实好了。",
}


class WaysQuery(Command):
    """`phone_can_scan`: whether this phone and this version of WeChat can make a face check at all."""

    phone_can_scan: bool = False


class WayView(View):
    """Open without an `obstacle`; it says what is in the way, and `why_not` in a sentence."""

    way: Way
    name: str
    assurance: Assurance
    obstacle: Obstacle | None
    why_not: str | None

    @classmethod
    def of(cls, each: Offered) -> WayView:
        return cls(
            way=each.way,
            name=_OFFER[each.way],
            assurance=ASSURANCE[each.way],
            obstacle=each.obstacle,
            why_not=_WHY_NOT[each.obstacle] if each.obstacle else None,
        )


class WaysView(View):
    items: list[WayView]


_OFFER = {
    Way.NAME_NUMBER: "凭姓名和身份证号",
    Way.PHONE: "凭手机号",
    Way.FACE: "刷脸",
    Way.PAPER: "拍手持身份证的照片",
    Way.PEOPLE: "请人工核对",
    Way.HOTLINE: "打电话请人工办",
    Way.VOICE: "打电话请人工办，再接一个自动电话",
}
_WHY_NOT = {
    Obstacle.PHONE_CANNOT: "您这台手机刷不了脸。",
    Obstacle.NOT_AGREED: "要您先同意刷脸。",
    Obstacle.NO_PHONE: "要先登记您自己的手机号。",
    Obstacle.NOTHING_TYPED: "先填一次姓名和身份证号；对不上的话，就能请人工核对。",
}


class FaceCheckView(View):
    """`token` is for the phone, until then; null once it is decided."""

    id: FaceCheckId
    state: FaceState
    token: str | None
    ends_at: datetime
    sentence: str

    @classmethod
    def of(cls, check: FaceCheck, token: str | None = None) -> FaceCheckView:
        return cls(
            id=check.check_id,
            state=check.state,
            token=token,
            ends_at=check.ends_at,
            sentence=_SENTENCE.get(check.state, "这次刷脸已经有结果了。"),
        )


@api.get("/v1/me/ways", role=Role.MEMBER)
def list_ways(call: Call[Identity], query: WaysQuery) -> WaysView:
    """How I can prove who I am, and what is in the way of each; three are always open."""
    found = faces.ways_for(call.deps, phone_can_scan=query.phone_can_scan, by=call.principal)
    return WaysView(items=[WayView.of(each) for each in found])


@api.post(
    "/v1/me/face-checks",
    role=Role.MEMBER,
    status=201,
    refuses=(
        rules.FaceNotAgreed,
        *id_number.REFUSALS,
        id_number.NumberForPeopleToCheck,
        AlreadyProven,
        rules.FaceCheckOver,
        FaceUnavailable,
        IdTaken,
        MovedMeanwhile,
    ),
    throttles=_CHECKS,
)
def begin_face_check(call: Call[Identity], command: BeginFaceCheck) -> FaceCheckView:
    """Begin a face check; `id` is made by the client, and the same again gives the same token."""
    begun = faces.begin_check(call.deps, command=command, by=call.principal, now=call.now, begin=call.begin)
    return FaceCheckView.of(begun.check, begun.token)


@api.post(
    "/v1/me/face-checks/{check_id}/result",
    role=Role.MEMBER,
    refuses=(
        rules.NoSuchFaceCheck,
        rules.FaceAngle,
        rules.FaceBlur,
        rules.FaceGlare,
        rules.FaceBackground,
        rules.FaceNotLive,
        rules.FaceNotSame,
        rules.FaceNoPhoto,
        rules.FaceBrokeOff,
        rules.FaceCheckOver,
        NameAndNumberDiffer,
        PersonAlreadyBound,
        MovedMeanwhile,
    ),
    throttles=(_RESULTS,),
)
def read_face_result(call: Call[Identity], check_id: FaceCheckIdField) -> FaceCheckView:
    """What came of it: passed, waiting, or refused with what to do about it. Asking again changes nothing."""
    check = faces.read_result(call.deps, check_id=check_id, by=call.principal, now=call.now, begin=call.begin)
    return FaceCheckView.of(check)
