"""An elder without a mini program, over HTTP: an account by their voice, and guardianship by a court's paper."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from chalicelib.identity.domain import elder_refusals as refusals
from chalicelib.identity.domain import grant, id_number, paper
from chalicelib.identity.domain.entrustment import BecomeGuardian, OpenForElder, State, standing_of
from chalicelib.identity.domain.grant import Ground
from chalicelib.identity.domain.names import mask_name, mask_phone
from chalicelib.identity.domain.otp import STATE_NAME, SendState
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases import elder_answers, entrustments
from chalicelib.identity.usecases.entrustments import Opened
from chalicelib.kernel.ids import GrantId, GrantIdField, OtpId, PersonId
from chalicelib.kernel.principal import RELATION_NAME, Relation, Role, Scope
from chalicelib.kernel.refusals import IdTaken, MovedMeanwhile
from chalicelib.platform.http.answers import View
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.http.throttling import Throttle
from chalicelib.platform.realname.tencent import RealNameUnavailable
from chalicelib.platform.uploads import UploadsUnavailable

api: Api[Identity] = Api("entrustments")

# Each question to the registers is charged, and could be used to learn who has which number.
_ASKS = (
    Throttle("entrust", per="person", most=10, within=timedelta(days=1)),
    Throttle("entrust", per="address", most=100, within=timedelta(hours=1)),
)
# Also looks at how it stands; an elder's phone is kept quiet by the budget of its codes, for all families together.
_RINGS = Throttle("ring_elder", per="person", most=50, within=timedelta(days=1))


class EntrustmentView(View):
    """`person_id` goes into `X-Acting-For` once it is agreed. `call` is how the latest call went, or null.

    `may_ring_from`: from when on the elder may be rung; null when that is over, or not for a machine to do.
    """

    id: GrantId
    ground: Ground
    state: State
    sentence: str
    name_masked: str
    phone_masked: str | None
    relation: Relation
    relation_name: str
    scopes: list[Scope]
    limit_fen: int
    until: date | None
    person_id: PersonId | None
    call: str | None
    may_ring_from: datetime | None

    @classmethod
    def of(cls, opened: Opened, *, now: datetime) -> EntrustmentView:
        each, call = opened.entrustment, opened.call
        rings = each.state is State.ASKED and now < each.ends_at
        return cls(
            id=each.grant_id,
            ground=each.ground,
            state=each.state,
            sentence=standing_of(each, call=call.state if call else None, now=now),
            name_masked=mask_name(opened.elder.name),
            phone_masked=mask_phone(opened.elder.phone) if opened.elder.phone else None,
            relation=each.relation,
            relation_name=RELATION_NAME[each.relation],
            scopes=sorted(each.scopes),
            limit_fen=each.limit.fen,
            until=each.until,
            person_id=each.person_id,
            call=_CALL.get(call.state, STATE_NAME[call.state]) if call else None,
            may_ring_from=(call.resend_at if call else each.asked_at) if rings else None,
        )


_CALL = {
    SendState.QUEUED: "正在拨",
    SendState.SENT: "已经拨出",
    SendState.DELIVERED: "接了，没有按 1 或者 2",
    SendState.FAILED: "没有打通",
    SendState.MISKEYED: "按的不是 1 也不是 2",
}


class EntrustmentsView(View):
    items: list[EntrustmentView]


@api.post(
    "/v1/me/managed-accounts",
    role=Role.MEMBER,
    status=201,
    refuses=(
        *id_number.REFUSALS,
        grant.NotProvenYet,
        grant.LimitMissing,
        refusals.ElderIsMyself,
        refusals.ElderNotMatched,
        refusals.ElderHasWeChat,
        refusals.ElderHasNoPhone,
        refusals.PhoneOfMine,
        refusals.ActsAlready,
        refusals.ElderHasGuardian,
        refusals.ElderForPeople,
        refusals.OneAtATime,
        IdTaken,
        RealNameUnavailable,
    ),
    throttles=_ASKS,
)
def open_for_elder(call: Call[Identity], command: OpenForElder) -> EntrustmentView:
    """Ask for an account of an elder who has no WeChat; `id` is made by the client, and the same again is the same.

    Then they are to be rung. Where the phone is not known to be theirs, one of us rings: refused with the case.
    """
    opened = entrustments.open_for_elder(
        call.deps, command=command, by=call.principal, now=call.now, begin=call.begin
    )
    return EntrustmentView.of(opened, now=call.now)


@api.get("/v1/me/managed-accounts", role=Role.MEMBER, while_locked=True)
def list_entrustments(call: Call[Identity]) -> EntrustmentsView:
    """What I asked for, for elders without WeChat and by courts' papers, newest first, also what has its answer."""
    found = entrustments.read_entrustments(call.deps, by=call.principal)
    return EntrustmentsView(items=[EntrustmentView.of(each, now=call.now) for each in found])


@api.get(
    "/v1/me/managed-accounts/{grant_id}",
    role=Role.MEMBER,
    refuses=(refusals.NoSuchEntrustment,),
    while_locked=True,
)
def read_entrustment(call: Call[Identity], grant_id: GrantIdField) -> EntrustmentView:
    """How it stands: who acts next, and by when."""
    opened = entrustments.read_entrustment(call.deps, grant_id=grant_id, by=call.principal)
    return EntrustmentView.of(opened, now=call.now)


@api.post(
    "/v1/me/managed-accounts/{grant_id}/ring",
    role=Role.MEMBER,
    refuses=(
        refusals.NoSuchEntrustment,
        refusals.EntrustmentOver,
        refusals.ElderHasGuardian,
        refusals.ElderForPeople,
        refusals.GuardianForPeople,
        refusals.ElderAsleep,
        refusals.ElderNotReached,
        refusals.ElderRungJustNow,
        refusals.ElderRungTooOften,
        MovedMeanwhile,
    ),
    throttles=(_RINGS,),
)
def ring_elder(call: Call[Identity], grant_id: GrantIdField) -> EntrustmentView:
    """Have the elder rung: what I ask for is read aloud, and they key 1 for yes or 2 for no. Not at night."""
    opened = elder_answers.ring_elder(
        call.deps,
        grant_id=grant_id,
        otp_id=OtpId(call.new_id(OtpId)),
        by=call.principal,
        now=call.now,
        begin=call.begin,
    )
    return EntrustmentView.of(opened, now=call.now)


@api.post(
    "/v1/me/guardianships",
    role=Role.MEMBER,
    status=201,
    refuses=(
        *id_number.REFUSALS,
        grant.NotProvenYet,
        grant.LimitMissing,
        grant.UntilPast,
        refusals.EndTooFar,
        refusals.ElderIsMyself,
        refusals.ElderNotMatched,
        refusals.PhoneOfMine,
        refusals.GuardianForPeople,
        refusals.OneAtATime,
        paper.NoSuchPaper,
        paper.PaperIncomplete,
        paper.PaperNotReadable,
        paper.PaperOver,
        IdTaken,
        RealNameUnavailable,
        UploadsUnavailable,
        MovedMeanwhile,
    ),
    throttles=_ASKS,
)
def become_guardian(call: Call[Identity], command: BecomeGuardian) -> EntrustmentView:
    """Hand in a court's paper that makes me somebody's guardian, sent before by `POST /v1/me/papers`.

    Refused with the case of who of us looks at it, until that is decided; then the same again is how it ended.
    """
    opened = entrustments.become_guardian(
        call.deps, command=command, by=call.principal, now=call.now, begin=call.begin
    )
    return EntrustmentView.of(opened, now=call.now)
