"""What a person lets their family do: inviting, accepting, taking back, and acting by it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime

from chalicelib.identity.domain.family_day import Act, Look
from chalicelib.identity.domain.grant import (
    EndGuardianship,
    Grant,
    Ground,
    GuardianStands,
    InvitationOver,
    InviteFamily,
    NoGuardian,
    NoSuchGrant,
    NoSuchInvitation,
    accepted,
    ended,
    follows,
    hears,
    holds,
    may_be_accepted,
    offered,
    require,
)
from chalicelib.identity.domain.names import mask_name
from chalicelib.identity.domain.person import as_member, is_locked
from chalicelib.identity.ports import Identity
from chalicelib.kernel.command import content_hash
from chalicelib.kernel.deed import Amounts, Deed
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import GrantId, PersonId, RequestId
from chalicelib.kernel.money import ZERO, Money
from chalicelib.kernel.principal import Family, Principal, Relation, Scope
from chalicelib.kernel.refusals import AlreadyDone, NotGranted, PersonLocked
from chalicelib.kernel.time import business_date
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]


@dataclass(frozen=True, slots=True)
class Named:
    """A grant with the name of the other side, where there is one and it was proven."""

    grant: Grant
    name: str | None = None
    left: Money = ZERO


@dataclass(frozen=True, slots=True)
class Followed:
    """Whose visits somebody of the family may see; `relation`: who that is to them."""

    person_id: PersonId
    name_masked: str | None
    relation: Relation


def invite(identity: Identity, *, command: InviteFamily, by: Principal, now: datetime, uow: UnitOfWork) -> Grant:
    """The same command again is the same invitation, as it stands now."""
    grant = offered(command, by=by.person_id, command_hash=content_hash(command), now=now)
    identity.families.stage_invitation(uow, grant)
    try:
        uow.commit()
    except AlreadyDone as done:
        return identity.families.grant_in(done.item)
    return grant


def read_invitation(identity: Identity, *, code: str, by: Principal, now: datetime) -> Named:
    """For who holds the link, before they accept: what it gives, and who gives it."""
    grant = _invitation(identity, code)
    if not may_be_accepted(grant, now=now) and by.person_id not in (grant.family_id, grant.person_id):
        raise InvitationOver
    return Named(grant, _name_of(identity, grant.person_id))


def accept(identity: Identity, *, code: str, by: Principal, now: datetime, begin: Begin) -> Named:
    """The first who accepts has it; the same person again changes nothing. What that person gave them before ends."""

    def attempt() -> Grant:
        grant = _invitation(identity, code)
        after = accepted(grant, by=by.person_id, proven=by.identity_proven, now=now)
        if after is grant:
            return grant
        uow = begin()
        before = identity.families.find_given(by.person_id, grant.person_id, on=business_date(now))
        if before is not None and before.grant.ended_at is None:
            if before.grant.is_guardian and holds(before.grant, now=now):
                raise GuardianStands
            gone = replace(ended(before.grant, by=by.person_id, now=now), replaced_by=grant.grant_id)
            identity.families.stage_ended(uow, gone, told=False, now=now)
        identity.families.stage_accepted(uow, after, now=now)
        uow.commit()
        return after

    grant = again_when_stale(attempt)
    return Named(grant, _name_of(identity, grant.person_id), _left(identity, grant, now))


def end(identity: Identity, *, grant_id: GrantId, by: Principal, now: datetime, begin: Begin) -> Named:
    """Taken back, or given up; felt by the next request. Again changes nothing."""

    def attempt() -> Grant:
        grant = identity.families.find_grant(grant_id)
        if grant is None or by.person_id not in (grant.person_id, grant.family_id):
            raise NoSuchGrant
        # Who holds it may give it up, also while acting by it.
        after = ended(grant, by=by.actor if by.actor == grant.family_id else by.person_id, now=now)
        if after is grant:
            return grant
        uow = begin()
        identity.families.stage_ended(uow, after, told=grant.accepted_at is not None, now=now)
        uow.commit()
        return after

    grant = again_when_stale(attempt)
    other = grant.family_id if by.person_id == grant.person_id else grant.person_id
    return Named(grant, _name_of(identity, other) if other else None)


def end_guardianship(
    identity: Identity, *, person_id: PersonId, command: EndGuardianship, by: Principal, now: datetime, begin: Begin
) -> Named:
    """By one of us; both sides are told, and the next request feels it. Again it is refused: there is none."""

    def attempt() -> Grant:
        given = identity.families.grants_given(person_id)
        grant = next((each for each in given if each.is_guardian and holds(each, now=now)), None)
        if grant is None:
            raise NoGuardian
        after = replace(ended(grant, by=by.person_id, now=now), ended_why=command.why)
        uow = begin()
        identity.families.stage_ended(uow, after, told=True, now=now)
        uow.commit()
        return after

    grant = again_when_stale(attempt)
    return Named(grant, _name_of(identity, grant.family_id) if grant.family_id else None)


def read_families(identity: Identity, *, by: Principal, now: datetime) -> tuple[list[Named], list[Named]]:
    """(what I gave, for whom I may act); of the second only what holds."""
    given = [
        Named(each, _name_of(identity, each.family_id) if each.family_id else None)
        for each in identity.families.grants_given(by.person_id)
    ]
    mine = [
        Named(each, _name_of(identity, each.person_id), _left(identity, each, now))
        for each in identity.families.grants_for(by.person_id)
        if holds(each, now=now)
    ]
    return given, mine


def names_of(identity: Identity, family: Collection[PersonId]) -> dict[PersonId, str]:
    """Masked, of those whose name is known."""
    named = ((each, _name_of(identity, each)) for each in family)
    return {each: mask_name(name) for each, name in named if name}


def acting_for(
    identity: Identity, person_id: PersonId, *, family: Principal, scope: Scope | None, now: datetime
) -> Principal:
    """The person's rights of a member, in the hand of who may use that scope; NotGranted, GrantOver, ScopeMissing.

    No scope: it takes a guardian.
    """
    given = identity.families.find_given(family.person_id, person_id, on=business_date(now))
    if given is None:
        raise NotGranted
    require(given.grant, scope, now=now)
    if is_locked(given.person, now=now):
        raise PersonLocked
    hand = Family(
        by=family.person_id,
        grant_id=given.grant.grant_id,
        relation=given.grant.relation,
        scopes=given.grant.scopes,
        limit=given.grant.limit,
        spent=given.day.spent if given.day else ZERO,
        acted_today=given.day is not None,
        guardian=given.grant.is_guardian,
        # She was told so, or has no screen on which silence could be offered as a yes.
        needs_a_yes=given.grant.ground is Ground.VOICE or not (given.person.has_wechat or given.grant.is_guardian),
    )
    return replace(as_member(given.person, identity.documents), family=hand, caregiver_id=family.caregiver_id)


def _left(identity: Identity, grant: Grant, now: datetime) -> Money:
    spent = identity.families.spent_on(grant.person_id, business_date(now), grant.grant_id)
    return Money(max(0, grant.limit.fen - spent))


def _invitation(identity: Identity, code: str) -> Grant:
    grant = identity.families.find_by_code(code)
    if grant is None:
        raise NoSuchInvitation
    return grant


def _name_of(identity: Identity, person_id: PersonId) -> str | None:
    person = identity.store.find_person(person_id)
    return identity.store.open(person).name if person else None


@dataclass(frozen=True, slots=True)
class Families:
    """What the edge and other contexts ask of the grants."""

    identity: Identity

    def principal(self, person_id: PersonId, *, family: Principal, scope: Scope | None, now: datetime) -> Principal:
        return acting_for(self.identity, person_id, family=family, scope=scope, now=now)

    def stage(self, uow: UnitOfWork, by: Principal, deed: Deed, amounts: Amounts) -> None:
        if by.family is None:
            raise AssertionError("nobody of the family acts")
        act = Act(RequestId(deed.request_id), deed.at, deed.what, deed.about, amounts.spends, amounts.asks)
        self.identity.families.stage_act(uow, by.person_id, by.family, act)

    def note(self, person_id: PersonId, *, by: PersonId, who: str, deed: Deed) -> None:
        self.identity.families.note_look(person_id, Look(deed.at, by, who, deed.what, deed.about))

    def left_today(self, by: Principal, *, now: datetime) -> Money:
        """Of what this person of the family may spend, read anew."""
        if by.family is None:
            raise AssertionError("nobody of the family acts")
        spent = self.identity.families.spent_on(by.person_id, business_date(now), by.family.grant_id)
        return Money(max(0, by.family.limit.fen - spent))

    def followers_of(self, person_id: PersonId, *, at: datetime) -> list[PersonId]:
        """Who of the family could see this person's visits at that moment, and still can."""
        return [
            grant.family_id
            for grant in self.identity.families.grants_given(person_id)
            if grant.family_id and follows(grant, at=at)
        ]

    def followed_by(self, family_id: PersonId, *, at: datetime) -> list[Followed]:
        return [
            Followed(grant.person_id, mask_name(name) if name else None, grant.relation)
            for grant in self.identity.families.grants_for(family_id)
            if follows(grant, at=at)
            for name in [_name_of(self.identity, grant.person_id)]
        ]

    def guardian_of(self, person_id: PersonId, *, at: datetime) -> PersonId | None:
        """Who acted by a court's paper at that moment, and still does."""
        given = self.identity.families.grants_given(person_id)
        return next((each.family_id for each in given if each.is_guardian and hears(each, at=at)), None)

    def others_of(self, person_id: PersonId, *, than: PersonId, at: datetime) -> list[PersonId]:
        """Who else of the family might do something for this person at that moment, and still may."""
        return [
            grant.family_id
            for grant in self.identity.families.grants_given(person_id)
            if grant.family_id and grant.family_id != than and hears(grant, at=at)
        ]

    def still_pays(self, grant_id: GrantId, *, now: datetime) -> bool:
        """Whether who was given it may spend now, by it or what took its place, and its person could say no."""
        grant = self.identity.families.find_grant(grant_id)
        while grant is not None and grant.replaced_by:
            grant = self.identity.families.find_grant(grant.replaced_by)
        person = self.identity.store.find_person(grant.person_id) if grant else None
        if grant is None or person is None or is_locked(person, now=now):
            return False
        return holds(grant, now=now) and Scope.PAY in grant.scopes
