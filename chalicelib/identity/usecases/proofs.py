"""Proving a phone and an identity. Outside first, then one commit; the outside call is never repeated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from chalicelib.contracts.identity import CaregiverLinked, PersonProven
from chalicelib.identity.domain.commands import Invite, ProveIdentity
from chalicelib.identity.domain.id_number import NumberForPeopleToCheck, NumberKind, kind_of, parse_id_number
from chalicelib.identity.domain.names import normalise_name, spellings
from chalicelib.identity.domain.person import (
    AlreadyProven,
    NameAndNumberDiffer,
    NameSpelledOtherwise,
    NoPhoneToProveBy,
    Person,
    PersonAlreadyBound,
    PhoneOfAnother,
    Private,
    Said,
    with_application,
    with_identity_proven,
    with_roles,
    with_sessions_ended,
    without_application,
)
from chalicelib.identity.domain.ways import ASSURANCE, Assurance, Way
from chalicelib.identity.ports import Identity
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.principal import Principal, Role
from chalicelib.kernel.refusals import NotSignedIn, Refusal
from chalicelib.kernel.time import business_date
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]
PHONE_CHANGED = "【远盟健康】您的账号登记的手机号换掉了。不是您本人换的，请马上打客服电话。"


def read_me(identity: Identity, *, by: Principal) -> tuple[Person, Private]:
    person = load_person(identity, by.person_id)
    return person, identity.store.open(person)


def bind_phone(
    identity: Identity,
    *,
    phone: str,
    by: Principal,
    now: datetime,
    begin: Begin,
    also: Callable[[UnitOfWork], None] = lambda _: None,
) -> tuple[Person, Private]:
    """A phone that somebody vouches for becomes the person's; one the company expects brings its role.

    `also` is staged with it. When there was another phone before, every session ends: whoever has that one may be in.
    """

    def bind() -> tuple[Person, Private]:
        person = load_person(identity, by.person_id)
        before = identity.store.open(person)
        private = replace(before, phone=phone)
        uow, event = begin(), None
        also(uow)
        identity.store.stage_phone(uow, phone, person.person_id, before=before.phone)
        invitation = identity.store.find_invitation(phone)
        if invitation and invitation.accepted_by is None:
            person = with_roles(person, invitation.roles, invitation.caregiver_id)
            identity.store.stage_acceptance(uow, invitation, person.person_id)
            event = CaregiverLinked.NAME if Role.CAREGIVER in invitation.roles else None
        if before.phone != phone:
            person = replace(person, phone_since=now, phone_unheard=False)
        if before.phone not in (None, phone):
            person = with_sessions_ended(person, now=now)
            replaced.append(before.phone)
        person = _sealed(identity, person, private)
        identity.store.stage_person(uow, person, event=event)
        uow.commit()
        return person, private

    replaced: list[str | None] = []
    bound = again_when_stale(bind)
    if replaced and (old := replaced[-1]):
        # Whoever has the number that went must hear of it, and it is in no contact of theirs any more.
        identity.sms.send(phone=old, text=PHONE_CHANGED, kind="phone_changed", values=[], pressing=True, now=now)
    return bound


def prove_identity(
    identity: Identity, *, command: ProveIdentity, by: Principal, now: datetime, begin: Begin
) -> tuple[Person, Private]:
    """Name and number, normalised, as the register of that way has them. Again with the same: no change, unless this
    way makes us surer than the one before.

    Exact, with every middle dot folded, is proven. Tolerated is the same name in another spelling (rare characters in
    old code points, compatibility variants): it goes to a person of ours at once, with both. What the public-security
    record does not confirm is kept, so that they can decide on it without its being typed again.
    """
    id_number = parse_id_number(command.id_number, today=business_date(now))
    name = normalise_name(command.name)
    said = Said(name, id_number, raw_name(command.name))
    way = Way.HOTLINE if by.acting else command.way
    person, private = read_me(identity, by=by)
    if person.identity_proven_at is not None:
        if by.acting:  # or whose number it is could be tried out over the phone
            raise AlreadyProven
        proven = _same_proof(person, private, id_number)
        if not is_surer(way, person) or kind_of(id_number) is NumberKind.FOREIGNER:
            return proven
    if kind_of(id_number) is NumberKind.FOREIGNER:
        _keep_application(identity, said, by=by, now=now, begin=begin)
        raise NumberForPeopleToCheck(field="id_number")
    _check_with_register(identity, command.way, private, said, by=by, now=now, begin=begin)

    def commit_proof() -> tuple[Person, Private]:
        person, private = read_me(identity, by=by)
        if person.identity_proven_at is not None:
            proven = _same_proof(person, private, id_number)
            if not is_surer(way, person):
                return proven
        uow = begin()
        proven = stage_proof(identity, uow, person, private, said, way=way, now=now)
        uow.commit()
        return proven

    return again_when_stale(commit_proof)


def _check_with_register(
    identity: Identity, way: Way, private: Private, said: Said, *, by: Principal, now: datetime, begin: Begin
) -> None:
    """Returns when name and number are there as they were said; each question is charged."""
    if way is Way.PHONE:
        confirmed = _with_carrier(identity, private.phone, said)
        if confirmed is None:
            _keep_application(identity, said, by=by, now=now, begin=begin)
            raise PhoneOfAnother(field="name")
    else:
        known = (private.applied_name, private.applied_number) == (said.name, said.id_number)
        if known and private.applied_register:
            raise NameSpelledOtherwise(field="name")
        confirmed = _first(said, lambda name: identity.real_name.matches(name=name, id_number=said.id_number))
    if confirmed != said.name:
        _keep_application(identity, said, register=confirmed, by=by, now=now, begin=begin)
        raise NameSpelledOtherwise(field="name") if confirmed else NameAndNumberDiffer(field="name")


def _with_carrier(identity: Identity, phone: str | None, said: Said) -> str | None:
    if phone is None:
        raise NoPhoneToProveBy(field="way")
    return _first(
        said,
        lambda name: identity.real_name.owns_phone(name=name, id_number=said.id_number, phone=phone),
    )


def _first(said: Said, is_right: Callable[[str], bool]) -> str | None:
    """The name in the spelling that a register has of it."""
    return next((each for each in spellings(said.name) if is_right(each)), None)


def stage_proof(
    identity: Identity,
    uow: UnitOfWork,
    person: Person,
    private: Private,
    said: Said,
    *,
    way: Way,
    taken: Refusal | None = None,
    now: datetime,
) -> tuple[Person, Private]:
    """The person is who they say. `taken`: refused with, instead of PersonAlreadyBound."""
    first = person.identity_proven_at is None
    private = replace(
        without_application(private), name=said.name, id_number=said.id_number, typed_name=said.typed_name
    )
    person = _sealed(identity, with_identity_proven(person, way, now=now), private)
    if first:
        taken = taken or PersonAlreadyBound(field="id_number")
        identity.store.stage_id_number(uow, said.id_number, person.person_id, taken=taken)
    identity.store.stage_person(uow, person, event=PersonProven.NAME if first else None)
    return person, private


def is_surer(way: Way, person: Person) -> bool:
    return ASSURANCE[way] is Assurance.HELD and person.assurance is not Assurance.HELD


def invite(identity: Identity, *, command: Invite, uow: UnitOfWork) -> None:
    """Staged into the caller's unit of work, so that a caregiver and her invitation come to be together."""
    identity.store.stage_invitation(uow, command.phone, command.roles, command.caregiver_id)


def _keep_application(
    identity: Identity,
    said: Said,
    *,
    register: str | None = None,
    by: Principal,
    now: datetime,
    begin: Begin,
) -> None:
    def keep() -> None:
        person, private = read_me(identity, by=by)
        if person.identity_proven_at is not None:
            return
        kept = private.applied_name, private.applied_number, private.applied_register
        if kept == (said.name, said.id_number, register or private.applied_register):
            return
        uow = begin()
        stage_application(identity, uow, person, said, register=register, by=by.actor, now=now)
        uow.commit()

    again_when_stale(keep)


def stage_application(
    identity: Identity,
    uow: UnitOfWork,
    person: Person,
    said: Said,
    *,
    register: str | None = None,
    by: PersonId,
    now: datetime,
) -> None:
    """What the register did not confirm is kept for a person of ours; `register`: the name as it is spelled there."""
    before = identity.store.open(person)
    # Of the same words nothing is lost that came with them before.
    same = (before.applied_name, before.applied_number) == (said.name, said.id_number)
    private = replace(
        before,
        applied_name=said.name,
        applied_number=said.id_number,
        applied_register=register or (before.applied_register if same else None),
        applied_paper=said.paper or (before.applied_paper if same else None),
        typed_name=said.typed_name,
    )
    if private == before:
        return
    identity.store.stage_person(uow, _sealed(identity, with_application(person, by=by, now=now), private))


def raw_name(typed: str) -> str | None:
    return typed if typed != normalise_name(typed) else None


def _same_proof(person: Person, private: Private, id_number: str) -> tuple[Person, Private]:
    if private.id_number != id_number:
        raise AlreadyProven
    return person, private


def load_person(identity: Identity, person_id: PersonId) -> Person:
    person = identity.store.find_person(person_id)
    if person is None:
        raise NotSignedIn
    return person


def _sealed(identity: Identity, person: Person, private: Private) -> Person:
    return replace(person, sealed=identity.store.seal(person.person_id, person.data_key, private))
