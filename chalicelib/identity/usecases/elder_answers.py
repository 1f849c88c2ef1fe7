"""An elder is rung and says yes or no, or one of us decides; with a yes there is an account, and a grant."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from chalicelib.contracts.review import HasGuardian, PaperPast
from chalicelib.identity.domain import elder_refusals as refusals
from chalicelib.identity.domain import entrustment as rules
from chalicelib.identity.domain.entrustment import Elder, Entrustment, State
from chalicelib.identity.domain.grant import EndedWhy, Grant, Ground, ended, holds
from chalicelib.identity.domain.otp import STATE_OF_OUTCOME, Otp, OtpTooMany, OtpTooSoon, Purpose, SendState
from chalicelib.identity.domain.person import Person, Private, with_identity_proven
from chalicelib.identity.domain.ways import Way
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.entrustments import Opened, find_mine
from chalicelib.identity.usecases.proofs import load_person, read_me
from chalicelib.kernel.ids import GrantId, OtpId, PersonId, make_id
from chalicelib.kernel.principal import Principal, Role
from chalicelib.kernel.quiet import is_quiet, not_quiet_from
from chalicelib.kernel.refusals import AlreadyDone, Stale
from chalicelib.kernel.time import business_date, spoken
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]
VOICE_KIND = "elder_voice"


def ring_elder(
    identity: Identity, *, grant_id: GrantId, otp_id: OtpId, by: Principal, now: datetime, begin: Begin
) -> Opened:
    """The elder's phone is rung, by day: what is asked for is read aloud, and they key a yes or a no.

    Of what waits for one of us it leads to the case, which is opened if it was not.
    """
    entrustment = find_mine(identity, grant_id, by)
    if entrustment.state is State.FOR_PEOPLE:
        raise refusals.ElderForPeople if entrustment.ground is Ground.VOICE else refusals.GuardianForPeople
    rules.check_may_be_rung(entrustment, now=now)
    elder = identity.entrustments.open(entrustment, by.data_key)
    account = identity.store.find_person_by_id_number(elder.id_number)
    if account and _other_guardianship(identity, entrustment, account, now=now):
        raise refusals.ElderHasGuardian
    if is_quiet(now):
        raise refusals.ElderAsleep(wakes_at=spoken(not_quiet_from(now)))
    phone = elder.phone
    name = read_me(identity, by=by)[1].name
    if phone is None or name is None:
        raise AssertionError("an elder to be rung without a phone, or by nobody known")
    said = rules.said_by(entrustment, rules.VOICE, name=name)
    otp = Otp(
        otp_id=otp_id,
        person_id=by.person_id,
        purpose=Purpose.ELDER,
        sealed=identity.otps.seal_phone(otp_id, by.data_key, phone),
        code_hash=identity.otps.hash_of(otp_id, rules.YES),
        made_at=now,
        about=grant_id,
    )

    def keep() -> Entrustment:
        before = find_mine(identity, grant_id, by)
        rules.check_may_be_rung(before, now=now)
        if before.rung == otp_id:
            return before
        uow = begin()
        identity.otps.stage_new(uow, otp, phone)
        after = replace(rules.with_said(before, said), rung=otp_id)
        identity.entrustments.stage(uow, before, after, told=False, now=now)
        with suppress(AlreadyDone):
            uow.commit()
        return after

    try:
        entrustment = again_when_stale(keep)
    except (OtpTooSoon, OtpTooMany) as often:
        refused = refusals.ElderRungJustNow() if isinstance(often, OtpTooSoon) else refusals.ElderRungTooOften()
        refused.facts = often.facts
        raise refused from None
    sent = identity.sms.call(
        phone=phone,
        text=said,
        kind=VOICE_KIND,
        values=rules.said_values(entrustment, name=name),
        pressing=True,
        now=now,
        keys=len(rules.YES),
    )
    otp = replace(otp, state=STATE_OF_OUTCOME.get(sent.outcome, SendState.QUEUED), gateway=sent.gateway)
    uow = begin()
    identity.otps.stage_sent(uow, otp, sent.reference)
    uow.commit()
    if otp.state is SendState.FAILED:
        raise refusals.ElderNotReached
    return Opened(entrustment, elder, otp)


def take_answer(identity: Identity, otp: Otp, keys: str, *, now: datetime, begin: Begin) -> None:
    """The first yes or no counts, whichever call it was in; other keys are noted, and another call may be made."""
    if keys not in (rules.YES, rules.NO):
        uow = begin()
        identity.otps.stage_receipt(uow, otp, SendState.MISKEYED)
        uow.commit()
        return

    def attempt() -> None:
        before = identity.entrustments.find(otp.about) if otp.about else None
        if before is None:
            raise AssertionError("a call about nothing")
        if before.state is not State.ASKED or now >= before.ends_at:
            return
        uow = begin()
        if keys == rules.YES:
            _stage_agreed(identity, uow, before, by_key=True, now=now)
        else:
            identity.entrustments.stage(uow, before, rules.declined(before, now=now), told=True, now=now)
        uow.commit()

    with suppress(HasGuardian):  # meanwhile; who asked is told so when they look or ring again
        again_when_stale(attempt)


def stage_decision(
    identity: Identity, uow: UnitOfWork, entrustment: Entrustment, *, approve: bool, now: datetime
) -> None:
    """One of us has spoken with the elder, or seen the paper; who asked hears of a no by the case."""
    if approve:
        if entrustment.ground is Ground.VOICE:
            name = identity.store.open(load_person(identity, entrustment.family_id)).name
            if name is None:
                raise AssertionError("asked for by nobody known")
            entrustment = rules.with_said(entrustment, rules.said_by(entrustment, rules.SPOKEN_BY_US, name=name))
        _stage_agreed(identity, uow, entrustment, by_key=False, now=now)
        return
    identity.entrustments.stage(uow, entrustment, rules.declined(entrustment, now=now), told=False, now=now)


def _stage_agreed(
    identity: Identity, uow: UnitOfWork, entrustment: Entrustment, *, by_key: bool, now: datetime
) -> None:
    """The elder has an account, if they had none, and this family may do for them what was asked.

    PaperPast when the last day of a guardianship is over by then. There is one guardian: another one's ends with it,
    and while there is one, HasGuardian for who was only agreed to.
    """
    if entrustment.until is not None and entrustment.until < business_date(now):
        raise PaperPast
    family = load_person(identity, entrustment.family_id)
    elder = identity.entrustments.open(entrustment, family.data_key)
    person = identity.store.find_person_by_id_number(elder.id_number)
    if person is None:
        person = _stage_account(identity, uow, entrustment, elder, by_key=by_key, now=now)
    elif entrustment.ground is Ground.PAPER:
        _stage_ward(identity, uow, entrustment, person, now=now)
    elif _other_guardianship(identity, entrustment, person, now=now):
        raise HasGuardian
    elif person.phone_unheard:
        _stage_heard(identity, uow, person, elder, now=now)
    after = rules.agreed(entrustment, person_id=person.person_id, now=now)
    identity.entrustments.stage(uow, entrustment, after, told=False, now=now)
    before = identity.families.find_given(entrustment.family_id, person.person_id, on=business_date(now))
    if before and before.grant.ended_at is None:
        if before.grant.is_guardian and entrustment.ground is Ground.VOICE and holds(before.grant, now=now):
            return  # more than was asked for
        gone = replace(
            ended(before.grant, by=entrustment.family_id, now=now),
            replaced_by=entrustment.grant_id,
        )
        identity.families.stage_ended(uow, gone, told=False, now=now)
    grant = Grant(
        grant_id=entrustment.grant_id,
        person_id=person.person_id,
        relation=entrustment.relation,
        scopes=entrustment.scopes,
        limit=entrustment.limit,
        offered_at=entrustment.asked_at,
        command_hash=entrustment.command_hash.encode(),
        until=entrustment.until,
        family_id=entrustment.family_id,
        accepted_at=now,
        ground=entrustment.ground,
    )
    identity.families.stage_given(uow, grant, now=now)


def _stage_ward(
    identity: Identity, uow: UnitOfWork, entrustment: Entrustment, person: Person, *, now: datetime
) -> None:
    """Written anew, so that of two guardians at once the second is Stale."""
    identity.store.stage_person(uow, person)
    if (over := _other_guardianship(identity, entrustment, person, now=now)) is not None:
        gone = replace(ended(over, by=entrustment.family_id, now=now), ended_why=EndedWhy.REVOKED)
        identity.families.stage_ended(uow, gone, told=True, now=now)


def _stage_heard(identity: Identity, uow: UnitOfWork, person: Person, elder: Elder, *, now: datetime) -> None:
    """They said yes on that phone, and nobody ever did on the one a guardian typed."""
    if elder.phone is None:
        raise AssertionError("an elder was rung without a phone")
    before = identity.store.open(person)
    sealed = identity.store.seal(person.person_id, person.data_key, replace(before, phone=elder.phone))
    identity.store.stage_phone(uow, elder.phone, person.person_id, before=before.phone)
    identity.store.stage_person(uow, replace(person, sealed=sealed, phone_since=now, phone_unheard=False))


def _other_guardianship(
    identity: Identity, entrustment: Entrustment, person: Person, *, now: datetime
) -> Grant | None:
    given = identity.families.grants_given(person.person_id)
    theirs = (each for each in given if each.family_id != entrustment.family_id)
    return next((each for each in theirs if each.is_guardian and holds(each, now=now)), None)


def _stage_account(
    identity: Identity, uow: UnitOfWork, entrustment: Entrustment, elder: Elder, *, by_key: bool, now: datetime
) -> Person:
    """Of who has no WeChat; with a WeChat of their own it can be moved there (usecases/recovery.py)."""
    randomness = hashlib.sha256(f"{entrustment.grant_id} elder".encode()).digest()[:10]
    person_id = PersonId(make_id(PersonId, now=entrustment.asked_at, randomness=randomness))
    key = identity.store.new_data_key()
    private = Private(
        phone=elder.phone,
        name=elder.register_name or elder.name,
        id_number=elder.id_number,
        typed_name=elder.typed_name or (elder.name if elder.register_name else None),
    )
    person = Person(
        person_id=person_id,
        roles=frozenset({Role.MEMBER}),
        data_key=key,
        sealed=identity.store.seal(person_id, key, private),
        created_at=now,
        sessions_from=now,
        version=1,
        has_wechat=False,
        opened_by_family=True,
        phone_since=now if elder.phone else None,
        phone_unheard=entrustment.ground is Ground.PAPER,
    )
    person = with_identity_proven(person, Way.PHONE if by_key else Way.PEOPLE, now=now)
    identity.store.stage_new_person(uow, person, None)
    identity.store.stage_id_number(uow, elder.id_number, person_id, taken=Stale())
    if elder.phone:
        identity.store.stage_phone(uow, elder.phone, person_id, before=None)
    return person
