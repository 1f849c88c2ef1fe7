"""Family over HTTP: inviting, accepting, taking back; what was done in my name, and who looked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.identity.domain import grant as rules
from chalicelib.identity.family_views import ActsView, FamiliesView, GivenView, InvitationView, LooksView, MineView
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases import families
from chalicelib.kernel.command import Command
from chalicelib.kernel.ids import GrantIdField, PersonIdField
from chalicelib.kernel.principal import RELATION_NAME, Role
from chalicelib.kernel.refusals import IdTaken, MovedMeanwhile
from chalicelib.platform.http.acting import Behalf
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.http.throttling import Throttle

api: Api[Identity] = Api("family")

_INVITATIONS = Throttle("invitation", per="person", most=20, within=timedelta(days=1))
_CODES = Throttle("invitation_code", per="person", most=60, within=timedelta(hours=1))


class InvitationCode(Command):
    code: Annotated[str, StringConstraints(min_length=1, max_length=100)]


class DaysQuery(Command):
    limit: Annotated[int, Field(ge=1, le=50)] = 20
    after: Annotated[str, StringConstraints(max_length=60, pattern=r"^\d{4}-\d\d-\d\d#[0-9A-Z]{26}$")] | None = None


class LooksQuery(Command):
    limit: Annotated[int, Field(ge=1, le=50)] = 20
    after: (
        Annotated[str, StringConstraints(max_length=80, pattern=r"^[0-9TZ:.-]{24}#[0-9A-Z]{26}#[0-9a-f]{16}$")] | None
    ) = None


@api.post(
    "/v1/invitations",
    role=Role.MEMBER,
    status=201,
    refuses=(rules.LimitMissing, rules.UntilPast, IdTaken),
    throttles=(_INVITATIONS,),
)
def invite_family(call: Call[Identity], command: rules.InviteFamily) -> InvitationView:
    """Invite somebody of my family to do things for me; `id` is made by the client, `code` goes to them by WeChat.

    Good for seven days and for one person; what it gives goes on until I take it back, or to the day I chose.
    """
    grant = families.invite(call.deps, command=command, by=call.principal, now=call.now, uow=call.begin())
    return InvitationView.of(grant, call.deps.families.code_of(grant.grant_id), now=call.now)


@api.post(
    "/v1/invitations/look",
    role=Role.MEMBER,
    refuses=(rules.NoSuchInvitation, rules.InvitationOver),
    throttles=(_CODES,),
)
def read_invitation(call: Call[Identity], command: InvitationCode) -> MineView:
    """What an invitation would let me do, and for whom, before I accept it."""
    found = families.read_invitation(call.deps, code=command.code, by=call.principal, now=call.now)
    return MineView.of(found)


@api.post(
    "/v1/invitations/accept",
    role=Role.MEMBER,
    refuses=(
        rules.NoSuchInvitation,
        rules.InvitationOver,
        rules.OwnInvitation,
        rules.NotProvenYet,
        rules.GuardianStands,
        MovedMeanwhile,
    ),
    throttles=(_CODES,),
)
def accept_invitation(call: Call[Identity], command: InvitationCode) -> MineView:
    """Accept it; from now on `X-Acting-For` with that person's id does what it gives."""
    found = families.accept(call.deps, code=command.code, by=call.principal, now=call.now, begin=call.begin)
    return MineView.of(found)


@api.get(
    "/v1/families",
    role=Role.MEMBER,
    while_locked=True,
    on_behalf=Behalf("看让哪些家人办事", on_phone=True, guardian=True),
)
def list_families(call: Call[Identity]) -> FamiliesView:
    """Whom I let do what, newest first, also what has ended; and for whom I may do what."""
    given, mine = families.read_families(call.deps, by=call.principal, now=call.now)
    return FamiliesView(
        given=[GivenView.of(each, now=call.now) for each in given],
        mine=[MineView.of(each) for each in mine],
    )


@api.post(
    "/v1/grants/{grant_id}/end",
    role=Role.MEMBER,
    refuses=(rules.NoSuchGrant, rules.GuardianStands, MovedMeanwhile),
    while_locked=True,
    on_behalf=Behalf("收回家人的权限", on_phone=True, guardian=True),
)
def end_grant(call: Call[Identity], grant_id: GrantIdField) -> GivenView:
    """Take it back, also before it was accepted; or give up what was given to me. The next request feels it.

    A guardian takes back what others were given; what a court gave, nobody ends here but who holds it.
    """
    family = call.principal.family
    # Giving it up is told as such, and is no deed by it.
    begin = replace(call, note=None).begin if family and family.grant_id == grant_id else call.begin
    found = families.end(call.deps, grant_id=grant_id, by=call.principal, now=call.now, begin=begin)
    return GivenView.of(found, now=call.now)


@api.post(
    "/v1/staff/people/{person_id}/guardianship/end",
    role=Role.REVIEWER,
    refuses=(rules.NoGuardian, MovedMeanwhile),
)
def end_guardianship(call: Call[Identity], person_id: PersonIdField, command: rules.EndGuardianship) -> GivenView:
    """A court took it back, or it was registered by mistake: this person's guardianship ends now; both are told."""
    call.note_read(person_id, who="我们的工作人员", what="法定监护", about=person_id)
    found = families.end_guardianship(
        call.deps, person_id=person_id, command=command, by=call.principal, now=call.now, begin=call.begin
    )
    return GivenView.of(found, now=call.now)


@api.get(
    "/v1/family-acts",
    role=Role.MEMBER,
    on_behalf=Behalf("看家人替本人办的事", on_phone=True, guardian=True),
)
def list_family_acts(call: Call[Identity], query: DaysQuery) -> ActsView:
    """What was done in my name by whom I let, latest day first."""
    days, after = call.deps.families.days_of(call.principal.person_id, limit=query.limit, after=query.after)
    names = families.names_of(call.deps, {day.family_id for day in days})
    return ActsView.of(days, after, names)


@api.get(
    "/v1/access-log",
    role=Role.MEMBER,
    on_behalf=Behalf("看谁看过本人的信息", on_phone=True, guardian=True),
)
def list_looks(call: Call[Identity], query: LooksQuery) -> LooksView:
    """Who else was shown something of mine: who, what for, and when; each once an hour, latest first.

    To a guardian without what was looked at in cases: somebody may be asking there to be guardian instead.
    """
    looks, after = call.deps.families.looks_at(call.principal.person_id, limit=query.limit, after=query.after)
    if call.principal.family:
        looks = [each for each in looks if not each.about.startswith("case_")]
    names = families.names_of(call.deps, {each.by for each in looks if each.who in RELATION_NAME.values()})
    return LooksView.of(looks, after, names)
