"""Family ask for an elder who has no mini program: the elder is rung and says yes or no, or a court has said it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.identity.domain import entrustment as rules
from chalicelib.identity.domain.entrustment import BecomeGuardian, Elder, Entrustment, OpenForElder, State
from chalicelib.identity.domain.grant import Grant, Ground, NotProvenYet, ended, holds
from chalicelib.identity.domain.id_number import parse_id_number
from chalicelib.identity.domain.names import normalise_name, spellings
from chalicelib.identity.domain.otp import Otp, OtpTooMany, OtpTooSoon, Purpose, SendState
from chalicelib.identity.domain.paper import NoSuchPaper, check_alive, finished
from chalicelib.identity.domain.person import Person, Private, with_identity_proven
from chalicelib.identity.domain.ways import Way
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.papers import put_together
from chalicelib.identity.usecases.proofs import load_person, raw_name, read_me
from chalicelib.kernel.ids import GrantId, OtpId, PersonId, make_id
from chalicelib.kernel.principal import Principal, Role
from chalicelib.kernel.quiet import is_quiet, not_quiet_from
from chalicelib.kernel.refusals import AlreadyDone, IdTaken, Stale
from chalicelib.kernel.time import business_date, spoken
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]
VOICE_KIND = "elder_voice"


@dataclass(frozen=True, slots=True)
class Opened:
    """With who it is about, in the clear, for who typed it; `call` is the latest that was made for it."""

    entrustment: Entrustment
    elder: Elder
    call: Otp | None = None


def open_for_elder(
    identity: Identity, *, command: OpenForElder, by: Principal, now: datetime, begin: Begin
) -> Opened:
    """Kept, to be rung; ElderForPeople where the phone is not known to be theirs. The same again changes nothing.

    Name and number are as the register has them. Of an elder for whom somebody opened an account before, it takes
    the phone of that account.
    """
    standing = _standing(identity, command, by)
    if standing is None:
        elder, person = _known_elder(identity, command, by=by, phone=command.phone, now=now)
        mine = read_me(identity, by=by)[1]
        if command.phone == mine.phone:
            raise rules.PhoneOfMine(field="phone")
        private = identity.store.open(person) if person else None
        if private and private.openid is not None:
            raise rules.ElderHasWeChat
        standing = rules.by_voice(
            command,
            by=by.person_id,
            theirs=_is_phone_of(identity, elder, private),
            sealed=identity.entrustments.seal(command.id, by.data_key, elder),
            command_hash=identity.entrustments.hash_of(command),
            now=now,
        )
        standing = _kept(identity, standing, begin())
    if standing.state is State.FOR_PEOPLE:
        raise rules.ElderForPeople
    return _opened(identity, standing, by)


def become_guardian(
    identity: Identity, *, command: BecomeGuardian, by: Principal, now: datetime, begin: Begin
) -> Opened:
    """A court's paper, for a person of ours to look at: GuardianForPeople until it is decided."""
    standing = _standing(identity, command, by)
    if standing is None:
        paper = identity.papers.find(command.paper_id)
        if paper is None or paper.person_id != by.person_id:
            raise NoSuchPaper
        rules.check_until(command.until, now=now)
        check_alive(paper, now=now)
        elder, _ = _known_elder(identity, command, by=by, phone=None, now=now)
        if paper.finished_at is None:
            put_together(identity, paper)
        standing = rules.by_paper(
            command,
            by=by.person_id,
            sealed=identity.entrustments.seal(command.id, by.data_key, elder),
            command_hash=identity.entrustments.hash_of(command),
            now=now,
        )
        uow = begin()
        identity.papers.stage(uow, finished(paper, now=now))
        standing = _kept(identity, standing, uow)
    if standing.state is State.FOR_PEOPLE:
        raise rules.GuardianForPeople
    return _opened(identity, standing, by)


def read_entrustments(identity: Identity, *, by: Principal) -> list[Opened]:
    """What I asked for, newest first."""
    return [_opened(identity, each, by) for each in identity.entrustments.of_family(by.person_id)]


def read_entrustment(identity: Identity, *, grant_id: GrantId, by: Principal) -> Opened:
    return _opened(identity, _mine(identity, grant_id, by), by)


def ring_elder(
    identity: Identity, *, grant_id: GrantId, otp_id: OtpId, by: Principal, now: datetime, begin: Begin
) -> Opened:
    """The elder's phone is rung, by day: what is asked for is read aloud, and they key a yes or a no."""
    entrustment = _mine(identity, grant_id, by)
    rules.check_may_be_rung(entrustment, now=now)
    if is_quiet(now):
        raise rules.ElderAsleep(wakes_at=spoken(not_quiet_from(now)))
    elder = identity.entrustments.open(entrustment, by.data_key)
    phone = elder.phone
    if phone is None:
        raise AssertionError("an elder to be rung without a phone")
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
        before = _mine(identity, grant_id, by)
        rules.check_may_be_rung(before, now=now)
        if before.rung == otp_id:
            return before
        uow = begin()
        identity.otps.stage_new(uow, otp, phone)
        after = replace(before, rung=otp_id)
        identity.entrustments.stage(uow, before, after, told=False, now=now)
        with suppress(AlreadyDone):
            uow.commit()
        return after

    try:
        entrustment = again_when_stale(keep)
    except (OtpTooSoon, OtpTooMany) as often:
        refused = rules.ElderRungJustNow() if isinstance(often, OtpTooSoon) else rules.ElderRungTooOften()
        refused.facts = often.facts
        raise refused from None
    sent = identity.sms.call(
        phone=phone,
        text=rules.said_to(entrustment),
        kind=VOICE_KIND,
        values=rules.said_values(entrustment),
        pressing=True,
        now=now,
        keys=len(rules.YES),
    )
    otp = replace(otp, state=SendState.SENT if sent.outcome == "sent" else SendState.QUEUED, gateway=sent.gateway)
    uow = begin()
    identity.otps.stage_sent(uow, otp, sent.reference)
    uow.commit()
    if sent.outcome in ("refused", "failed"):
        raise rules.ElderNotReached
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

    again_when_stale(attempt)


def stage_decision(
    identity: Identity, uow: UnitOfWork, entrustment: Entrustment, *, approve: bool, now: datetime
) -> None:
    """One of us has spoken with the elder, or seen the paper; who asked hears of a no by the case."""
    if approve:
        _stage_agreed(identity, uow, entrustment, by_key=False, now=now)
        return
    identity.entrustments.stage(uow, entrustment, rules.declined(entrustment, now=now), told=False, now=now)


def _stage_agreed(
    identity: Identity, uow: UnitOfWork, entrustment: Entrustment, *, by_key: bool, now: datetime
) -> None:
    """The elder has an account, if they had none, and this family may do for them what was asked."""
    family = load_person(identity, entrustment.family_id)
    elder = identity.entrustments.open(entrustment, family.data_key)
    person = identity.store.find_person_by_id_number(elder.id_number)
    if person is None:
        person = _stage_account(identity, uow, entrustment, elder, by_key=by_key, now=now)
    after = rules.agreed(entrustment, person_id=person.person_id, by_key=by_key, now=now)
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


def _stage_account(
    identity: Identity, uow: UnitOfWork, entrustment: Entrustment, elder: Elder, *, by_key: bool, now: datetime
) -> Person:
    """Of who has no WeChat; with a WeChat of their own it can be moved there (usecases/recovery.py)."""
    randomness = hashlib.sha256(f"{entrustment.grant_id} elder".encode()).digest()[:10]
    person_id = PersonId(make_id(PersonId, now=entrustment.asked_at, randomness=randomness))
    key = identity.store.new_data_key()
    private = Private(phone=elder.phone, name=elder.name, id_number=elder.id_number, typed_name=elder.typed_name)
    person = Person(
        person_id=person_id,
        roles=frozenset({Role.MEMBER}),
        data_key=key,
        sealed=identity.store.seal(person_id, key, private),
        created_at=now,
        sessions_from=now,
        version=1,
        phone_since=now if elder.phone else None,
    )
    person = with_identity_proven(person, Way.PHONE if by_key else Way.PEOPLE, now=now)
    identity.store.stage_new_person(uow, person, None)
    identity.store.stage_id_number(uow, elder.id_number, person_id, taken=Stale())
    if elder.phone:
        identity.store.stage_phone(uow, elder.phone, person_id, before=None)
    return person


def _standing(identity: Identity, command: OpenForElder | BecomeGuardian, by: Principal) -> Entrustment | None:
    if not by.identity_proven:
        raise NotProvenYet
    standing = identity.entrustments.find(command.id)
    if standing and (standing.family_id != by.person_id or not identity.entrustments.is_of(standing, command)):
        raise IdTaken(field="id")
    if standing is None and identity.families.find_grant(command.id):
        raise IdTaken(field="id")
    return standing


def _known_elder(
    identity: Identity, command: OpenForElder | BecomeGuardian, *, by: Principal, phone: str | None, now: datetime
) -> tuple[Elder, Person | None]:
    """As the register has them; with their account, if there is one."""
    id_number = parse_id_number(command.id_number, today=business_date(now))
    if read_me(identity, by=by)[1].id_number == id_number:
        raise rules.ElderIsMyself(field="id_number")
    name = normalise_name(command.name)
    for each in spellings(name):
        if identity.real_name.matches(name=each, id_number=id_number):
            break
    else:
        raise rules.ElderNotMatched(field="name")
    person = identity.store.find_person_by_id_number(id_number)
    if person and isinstance(command, OpenForElder):
        given = identity.families.find_given(by.person_id, person.person_id, on=business_date(now))
        if given and holds(given.grant, now=now):
            raise rules.ActsAlready
    return Elder(each, id_number, phone, raw_name(command.name)), person


def _is_phone_of(identity: Identity, elder: Elder, private: Private | None) -> bool:
    """By the account there is, or by the carrier's record."""
    if elder.phone is None:
        raise AssertionError("an elder to be rung without a phone")
    if private is not None:
        return private.phone == elder.phone
    return identity.real_name.owns_phone(name=elder.name, id_number=elder.id_number, phone=elder.phone)


def _kept(identity: Identity, entrustment: Entrustment, uow: UnitOfWork) -> Entrustment:
    identity.entrustments.stage_new(uow, entrustment)
    try:
        uow.commit()
    except AlreadyDone:
        standing = identity.entrustments.find(entrustment.grant_id)
        if standing is None or standing.family_id != entrustment.family_id:
            raise IdTaken(field="id") from None
        return standing
    return entrustment


def _mine(identity: Identity, grant_id: GrantId, by: Principal) -> Entrustment:
    entrustment = identity.entrustments.find(grant_id)
    if entrustment is None or entrustment.family_id != by.person_id:
        raise rules.NoSuchEntrustment
    return entrustment


def _opened(identity: Identity, entrustment: Entrustment, by: Principal) -> Opened:
    call = identity.otps.find(entrustment.rung) if entrustment.rung else None
    return Opened(entrustment, identity.entrustments.open(entrustment, by.data_key), call)
