"""Proving who one is by face: begun here, made on the phone, decided by the provider, now or later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.contracts.face import FaceOutcome
from chalicelib.contracts.identity import FaceDecided
from chalicelib.identity.domain import face as rules
from chalicelib.identity.domain.consent import in_force
from chalicelib.identity.domain.face import BeginFaceCheck, FaceCheck, FaceState, FaceWords
from chalicelib.identity.domain.id_number import NumberForPeopleToCheck, NumberKind, kind_of, parse_id_number
from chalicelib.identity.domain.names import normalise_name
from chalicelib.identity.domain.person import AlreadyProven, Person, PersonAlreadyBound, Said
from chalicelib.identity.domain.ways import Offered, Way, offered
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.proofs import (
    load_person,
    raw_name,
    read_me,
    stage_application,
    stage_proof,
)
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import FaceCheckId, PersonId
from chalicelib.kernel.principal import Consent, Principal
from chalicelib.kernel.refusals import AlreadyDone, IdTaken, Unavailable
from chalicelib.kernel.time import business_date
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]


@dataclass(frozen=True, slots=True)
class Begun:
    check: FaceCheck
    token: str | None


def ways_for(identity: Identity, *, phone_can_scan: bool, by: Principal) -> Sequence[Offered]:
    person, private = read_me(identity, by=by)
    return offered(
        phone_can_scan=phone_can_scan,
        agreed_to_face=Consent.FACE in by.consents,
        has_phone=private.phone is not None,
        has_applied=person.applied_at is not None,
    )


def begin_check(identity: Identity, *, command: BeginFaceCheck, by: Principal, now: datetime, begin: Begin) -> Begun:
    """Kept first, then the provider is asked for a token: without its answer the same command again goes on there.

    Decided already, it is answered as it is, without a token.
    """
    if Consent.FACE not in by.consents:
        raise rules.FaceNotAgreed
    id_number = parse_id_number(command.id_number, today=business_date(now))
    if kind_of(id_number) is NumberKind.FOREIGNER:
        raise NumberForPeopleToCheck(field="id_number")
    person, private = read_me(identity, by=by)
    if person.identity_proven_at is not None and private.id_number != id_number:
        raise AlreadyProven
    said = Said(normalise_name(command.name), id_number, raw_name(command.name))
    check = _keep(identity, command, FaceWords(said), person, now=now, uow=begin())
    if check.state in rules.DECIDED:
        return Begun(check, None)
    if now >= check.ends_at:
        raise rules.FaceCheckOver
    known = identity.checks.open(check, person.data_key).token
    if known is not None:
        return Begun(check, known)
    token = identity.faces.begin(check.check_id, name=said.name, id_number=id_number)

    def keep_token() -> Begun:
        check = _mine(identity, command.id, person.person_id)
        known = identity.checks.open(check, person.data_key)
        if known.token is not None:
            return Begun(check, known.token)
        sealed = identity.checks.seal(check.check_id, person.data_key, replace(known, token=token))
        opened = replace(check, state=FaceState.OPEN, sealed=sealed)
        uow = begin()
        identity.checks.stage(uow, opened)
        identity.checks.stage_look(uow, opened, at=now + rules.LOOK_AFTER, now=now)
        uow.commit()
        return Begun(opened, token)

    return again_when_stale(keep_token)


def _keep(
    identity: Identity, command: BeginFaceCheck, words: FaceWords, person: Person, *, now: datetime, uow: UnitOfWork
) -> FaceCheck:
    new = FaceCheck(
        check_id=command.id,
        person_id=person.person_id,
        state=FaceState.BEGUN,
        command_hash=identity.checks.hash_of(command),
        sealed=identity.checks.seal(command.id, person.data_key, words),
        begun_at=now,
        version=1,
    )
    identity.checks.stage_new(uow, new)
    try:
        uow.commit()
    except AlreadyDone as done:
        check = identity.checks.check_in(done.item)
        if check.person_id != person.person_id or not identity.checks.is_of(check, command):
            raise IdTaken(field="id") from None
        return check
    return new


def read_result(
    identity: Identity, *, check_id: FaceCheckId, by: Principal, now: datetime, begin: Begin
) -> FaceCheck:
    """Asks the provider unless it is decided. Not passed, it is refused with why, and again the same.

    With no verdict yet, or no answer, the check is waiting: its person may leave, and is told.
    """
    check = _mine(identity, check_id, by.person_id)
    if check.state not in rules.DECIDED:
        check = _look(identity, check, asking=True, now=now, begin=begin)
    if check.state in rules.DECIDED and check.state is not FaceState.PASSED:
        if Consent.FACE not in by.consents:
            raise rules.FaceNotAgreed
        raise rules.refusal_of(check)
    return check


def look_again(
    identity: Identity, *, check_id: FaceCheckId, now: datetime, begin: Begin
) -> tuple[FaceCheck | None, timedelta | None]:
    """By the clock, whoever has left; how long until the next time, None when it is decided, or swept away by now."""
    check = identity.checks.find(check_id)
    if check is None:
        return None, None
    if check.state not in rules.DECIDED:
        check = _look(identity, check, asking=False, now=now, begin=begin)
    return check, None if check.state in rules.DECIDED else rules.look_again_at(check, now=now) - now


def _look(identity: Identity, check: FaceCheck, *, asking: bool, now: datetime, begin: Begin) -> FaceCheck:
    person = load_person(identity, check.person_id)
    words = identity.checks.open(check, person.data_key)

    def settle(state: FaceState, outcome: FaceOutcome | None, *, tells: bool) -> FaceCheck:
        return _settle(identity, check, words, state, outcome, tells=tells and not asking, now=now, begin=begin)

    if not _agrees(identity, person) or person.moved_to is not None:
        return settle(FaceState.OVER, None, tells=False)  # whatever the provider saw, we do not ask
    proven = person.identity_proven_at is not None
    outcome = _ask(identity, words.token)
    if outcome in (None, FaceOutcome.WAITING):
        if rules.is_over(check, silent=outcome is None, now=now):
            return settle(FaceState.OVER, None, tells=check.asked_at is not None and not proven)
        return _still_waiting(identity, check, now=now, begin=begin) if asking else check
    try:
        state = FaceState.PASSED if outcome is FaceOutcome.PASSED else FaceState.FAILED
        return settle(state, outcome, tells=state is FaceState.PASSED or not proven)
    except PersonAlreadyBound:
        return settle(FaceState.BOUND, outcome, tells=True)


def _agrees(identity: Identity, person: Person) -> bool:
    return Consent.FACE in in_force(person.consents, identity.documents)


def _ask(identity: Identity, token: str | None) -> FaceOutcome | None:
    """None: no answer, and nothing is known."""
    if token is None:
        return FaceOutcome.WAITING
    try:
        return identity.faces.outcome(token)
    except Unavailable:
        return None


def _still_waiting(identity: Identity, check: FaceCheck, *, now: datetime, begin: Begin) -> FaceCheck:
    """Its person wants to know, and from now on we look often; not again while we do, or each would bring another."""

    def attempt() -> FaceCheck:
        fresh = _mine(identity, check.check_id, check.person_id)
        if fresh.state in rules.DECIDED or rules.is_looked_at_often(fresh, now=now):
            return fresh
        asked = replace(fresh, asked_at=now)
        uow = begin()
        identity.checks.stage(uow, asked)
        identity.checks.stage_look(uow, asked, at=now + rules.LOOK_SOON, now=now)
        uow.commit()
        return asked

    return again_when_stale(attempt)


def _settle(
    identity: Identity,
    check: FaceCheck,
    words: FaceWords,
    state: FaceState,
    outcome: FaceOutcome | None,
    *,
    tells: bool,
    now: datetime,
    begin: Begin,
) -> FaceCheck:
    """Decided once, in one transaction with what comes of it; whoever decided it meanwhile is right."""

    def attempt() -> FaceCheck:
        fresh = _mine(identity, check.check_id, check.person_id)
        if fresh.state in rules.DECIDED:
            return fresh
        person = load_person(identity, check.person_id)
        if state is FaceState.PASSED and not _agrees(identity, person):  # taken back while the provider was asked
            return _settle(identity, check, words, FaceState.OVER, None, tells=False, now=now, begin=begin)
        after = rules.decided(fresh, state, outcome, tells=tells, now=now)
        uow = begin()
        identity.checks.stage(uow, after, event=FaceDecided.NAME if tells else None)
        if tells:
            identity.checks.stage_look(uow, after, at=now + rules.LOOK_AFTER, now=now)
        if state is FaceState.PASSED:
            private = identity.store.open(person)
            if person.identity_proven_at is not None and private.id_number != words.said.id_number:
                raise PersonAlreadyBound(field="id_number")
            stage_proof(identity, uow, person, private, words.said, way=Way.FACE, now=now)
        if outcome is FaceOutcome.NAME and person.identity_proven_at is None:
            stage_application(identity, uow, person, words.said, by=check.person_id, now=now)
        uow.commit()
        return after

    return again_when_stale(attempt)


def _mine(identity: Identity, check_id: FaceCheckId, person_id: PersonId) -> FaceCheck:
    check = identity.checks.find(check_id)
    if check is None or check.person_id != person_id:
        raise rules.NoSuchFaceCheck
    return check
