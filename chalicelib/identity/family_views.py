"""What a person sees of whom they let do things for them, and of who looked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from chalicelib.identity.domain.family_day import FamilyDay, Look
from chalicelib.identity.domain.grant import Grant, holds, standing
from chalicelib.identity.domain.names import mask_name
from chalicelib.identity.usecases.families import Named
from chalicelib.kernel.ids import GrantId, PersonId
from chalicelib.kernel.principal import RELATION_NAME, Relation, Scope
from chalicelib.platform.http.answers import View


class InvitationView(View):
    """`code` is for who is to accept it, and nobody else."""

    id: GrantId
    code: str
    relation: Relation
    scopes: list[Scope]
    limit_fen: int
    until: date | None
    invitation_ends_at: datetime
    sentence: str

    @classmethod
    def of(cls, grant: Grant, code: str, *, now: datetime) -> InvitationView:
        return cls(
            id=grant.grant_id,
            code=code,
            relation=grant.relation,
            scopes=sorted(grant.scopes),
            limit_fen=grant.limit.fen,
            until=grant.until,
            invitation_ends_at=grant.invitation_ends_at,
            sentence=standing(grant, now=now),
        )


class GivenView(View):
    """What I gave. `state`: waits for somebody to accept it, holds, or is over."""

    id: GrantId
    relation: Relation
    relation_name: str
    name_masked: str | None
    scopes: list[Scope]
    limit_fen: int
    until: date | None
    is_guardian: bool
    state: str
    sentence: str

    @classmethod
    def of(cls, named: Named, *, now: datetime) -> GivenView:
        grant = named.grant
        waits = grant.accepted_at is None and grant.ended_at is None and now < grant.invitation_ends_at
        return cls(
            id=grant.grant_id,
            relation=grant.relation,
            relation_name=RELATION_NAME[grant.relation],
            name_masked=mask_name(named.name) if named.name else None,
            scopes=sorted(grant.scopes),
            limit_fen=grant.limit.fen,
            until=grant.until,
            is_guardian=grant.is_guardian,
            state="waits" if waits else "holds" if holds(grant, now=now) else "over",
            sentence=standing(grant, now=now),
        )


class MineView(View):
    """For whom I may act: `person_id` goes into `X-Acting-For`. `left_fen` of today's limit is not spent yet."""

    id: GrantId
    person_id: PersonId
    name_masked: str | None
    relation: Relation
    relation_name: str
    scopes: list[Scope]
    limit_fen: int
    left_fen: int
    until: date | None
    is_guardian: bool

    @classmethod
    def of(cls, named: Named) -> MineView:
        grant = named.grant
        return cls(
            id=grant.grant_id,
            person_id=grant.person_id,
            name_masked=mask_name(named.name) if named.name else None,
            relation=grant.relation,
            relation_name=RELATION_NAME[grant.relation],
            scopes=sorted(grant.scopes),
            limit_fen=grant.limit.fen,
            left_fen=named.left.fen,
            until=grant.until,
            is_guardian=grant.is_guardian,
        )


class FamiliesView(View):
    given: list[GivenView]
    mine: list[MineView]


class ActView(View):
    """`asks_fen`: what the person was only asked for."""

    at: datetime
    relation_name: str
    name_masked: str | None
    what: str
    about: str
    spends_fen: int
    asks_fen: int


class ActsView(View):
    items: list[ActView]
    next: str | None

    @classmethod
    def of(cls, days: Sequence[FamilyDay], after: str | None, names: Mapping[PersonId, str]) -> ActsView:
        acts = [(day, act) for day in days for act in day.acts]
        return cls(
            items=[
                ActView(
                    at=act.at,
                    relation_name=RELATION_NAME[day.relation],
                    name_masked=names.get(day.family_id),
                    what=act.what,
                    about=act.about,
                    spends_fen=act.spends.fen,
                    asks_fen=act.asks.fen,
                )
                for day, act in sorted(acts, key=lambda pair: pair[1].at, reverse=True)
            ],
            next=after,
        )


class LookView(View):
    """`who` in plain words: family, a caregiver, or one of us; `what` is what they were shown, and so why.

    `name_masked`: of family, for there may be two daughters.
    """

    at: datetime
    who: str
    name_masked: str | None
    what: str
    about: str


class LooksView(View):
    items: list[LookView]
    next: str | None

    @classmethod
    def of(cls, looks: Sequence[Look], after: str | None, names: Mapping[PersonId, str]) -> LooksView:
        items = [
            LookView(at=each.at, who=each.who, name_masked=names.get(each.by), what=each.what, about=each.about)
            for each in looks
        ]
        return cls(items=items, next=after)
