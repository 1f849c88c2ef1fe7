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
    Person,
    PersonAlreadyBound,
    Private,
    with_application,
    with_identity_proven,
    with_roles,
    with_sessions_ended,
    without_application,
)
from chalicelib.identity.ports import Identity
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.principal import Principal, Role
from chalicelib.kernel.refusals import NotSignedIn
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
            person = replace(person, phone_since=now)
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
    """Name and number, normalised, as the public-security record has them. Again with the same: no change.

    Exact, with every middle dot folded, is proven. Tolerated is the same name in another spelling (rare characters in
    old code points, compatibility variants): it goes to a person of ours at once, with both. What the record does not
    confirm is kept, so that they can decide on it without its being typed again.
    """
    id_number = parse_id_number(command.id_number, today=business_date(now))
    name = normalise_name(command.name)
    person, private = read_me(identity, by=by)
    if person.identity_proven_at is not None:
        if by.acting:  # or whose number it is could be tried out over the phone
            raise AlreadyProven
        return _same_proof(person, private, id_number)
    if kind_of(id_number) is NumberKind.FOREIGNER:
        _keep_application(identity, command, id_number, by=by, now=now, begin=begin)
        raise NumberForPeopleToCheck(field="id_number")
    if private.applied_register and (private.applied_name, private.applied_number) == (name, id_number):
        raise NameSpelledOtherwise(field="name")  # each question is charged, and this answer is known
    confirmed = next(
        (each for each in spellings(name) if identity.real_name.matches(name=each, id_number=id_number)), None
    )
    if confirmed != name:
        _keep_application(identity, command, id_number, register=confirmed, by=by, now=now, begin=begin)
        raise NameSpelledOtherwise(field="name") if confirmed else NameAndNumberDiffer(field="name")

    def commit_proof() -> tuple[Person, Private]:
        person, private = read_me(identity, by=by)
        if person.identity_proven_at is not None:
            return _same_proof(person, private, id_number)
        private = replace(without_application(private), name=name, id_number=id_number, typed_name=_raw(command))
        person = _sealed(identity, with_identity_proven(person, now=now), private)
        uow = begin()
        taken = PersonAlreadyBound(field="id_number")
        identity.store.stage_id_number(uow, id_number, person.person_id, taken=taken)
        identity.store.stage_person(uow, person, event=PersonProven.NAME)
        uow.commit()
        return person, private

    return again_when_stale(commit_proof)


def invite(identity: Identity, *, command: Invite, uow: UnitOfWork) -> None:
    """Staged into the caller's unit of work, so that a caregiver and her invitation come to be together."""
    identity.store.stage_invitation(uow, command.phone, command.roles, command.caregiver_id)


def _keep_application(
    identity: Identity,
    command: ProveIdentity,
    id_number: str,
    *,
    register: str | None = None,
    by: Principal,
    now: datetime,
    begin: Begin,
) -> None:
    wanted = (normalise_name(command.name), id_number, register)

    def keep() -> None:
        person, private = read_me(identity, by=by)
        if person.identity_proven_at is not None:
            return
        if (private.applied_name, private.applied_number, private.applied_register) == wanted:
            return
        name, number, spelling = wanted
        private = replace(
            private,
            applied_name=name,
            applied_number=number,
            applied_register=spelling,
            typed_name=_raw(command),
        )
        uow = begin()
        identity.store.stage_person(uow, _sealed(identity, with_application(person, by=by.actor, now=now), private))
        uow.commit()

    again_when_stale(keep)


def _raw(command: ProveIdentity) -> str | None:
    return command.name if command.name != normalise_name(command.name) else None


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
