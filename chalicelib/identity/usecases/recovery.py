"""Unlocking one's account alone, and moving the one there was to the WeChat one has now (features.md A7, A8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from chalicelib.contracts.identity import AccountMoved
from chalicelib.identity.domain.commands import Recover, Unlock
from chalicelib.identity.domain.id_number import normalise, parse_id_number
from chalicelib.identity.domain.lock import NumberNotTheirs, unlocked, with_past_lock
from chalicelib.identity.domain.names import normalise_name, spellings
from chalicelib.identity.domain.otp import Purpose
from chalicelib.identity.domain.person import (
    EVERYBODYS,
    PHONE_FOR,
    Person,
    Private,
    is_locked,
    with_sessions_ended,
    without_application,
)
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.otps import TOLD_WITHIN, check, count_wrong_answer
from chalicelib.identity.usecases.proofs import read_me
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import Conflict, Invalid
from chalicelib.kernel.time import business_date
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]


class RecoveryRefused(Invalid):
    """Which of the three was wrong, and whether there is such an account, is told to nobody. Counted as wrong."""

    code = "identity.recovery_refused"
    message = "姓名、证件号和手机号，与原来的账号对不上，账号没有搬。"
    next_step = "请对着证件再填一次，手机号要填原来登记的；那个号不用了、或者三天之内才换的，请打客服电话 {hotline}。"


class NotEmpty(Conflict):
    """What is in this account would be left behind."""

    code = "identity.not_empty"
    message = "您现在这个微信号上已经有实名、余额或工作人员身份，不能直接把原来的账号搬过来。"
    next_step = "请打客服电话 {hotline}，核对身份后由人工合并。"


def unlock(
    identity: Identity, *, command: Unlock, by: Principal, now: datetime, begin: Begin
) -> tuple[Person, Private]:
    """With a code to the registered phone and the number of one's paper, if it was proven. Again changes nothing."""
    person, private = read_me(identity, by=by)
    if not is_locked(person, now=now):
        return person, private
    otp, phone = check(
        identity, otp_id=command.otp_id, typed=command.otp, purpose=Purpose.UNLOCK, by=by, now=now, begin=begin
    )
    typed = normalise(command.id_number or "")
    if phone != private.phone or (private.id_number is not None and typed != private.id_number):
        count_wrong_answer(identity, by=by, now=now, begin=begin)
        raise NumberNotTheirs(field="id_number")

    def attempt() -> tuple[Person, Private]:
        person, private = read_me(identity, by=by)
        uow = begin()
        identity.otps.stage_used(uow, otp, now=now)
        identity.store.stage_person(uow, unlocked(person, now=now))
        uow.commit()
        return unlocked(person, now=now), private

    return again_when_stale(attempt)


def recover(identity: Identity, *, command: Recover, by: Principal, now: datetime, begin: Begin) -> Person:
    """The account there was, now with the WeChat of who asks; every session of it has ended.

    Name, number and phone must be those of that account, and the code have come to that phone.
    """
    number = parse_id_number(command.id_number, today=business_date(now))
    if _is_not_empty(identity, read_me(identity, by=by)[0]):
        raise NotEmpty
    otp, phone = check(
        identity, otp_id=command.otp_id, typed=command.otp, purpose=Purpose.RECOVER, by=by, now=now, begin=begin
    )

    def attempt() -> Person:
        empty, ours = read_me(identity, by=by)
        if _is_not_empty(identity, empty):
            raise NotEmpty
        old = identity.store.find_person_by_id_number(number)
        private = identity.store.open(old) if old else None
        if old is None or private is None or not _is_theirs(old, private, command, phone, now=now):
            raise RecoveryRefused
        former = (*private.former_openids, *([private.openid] if private.openid else ()))
        moved = replace(private, openid=ours.openid, former_openids=former)
        sealed = identity.store.seal(old.person_id, old.data_key, moved)
        after = replace(
            with_sessions_ended(old, now=now),
            sealed=sealed,
            has_wechat=True,
            locked_at=None,
            past_locks=with_past_lock(old, unlocked_at=now, by_move=True),
            wrong_answers=(),
            account_moved_at=now,
        )
        # What was applied for, and agreed to, with the empty one is over.
        nothing = identity.store.seal(empty.person_id, empty.data_key, without_application(ours))
        gone = replace(
            with_sessions_ended(empty, now=now), moved_to=old.person_id, applied_at=None, consents=(), sealed=nothing
        )
        if ours.openid is None:
            raise AssertionError("a session without a WeChat")
        uow = begin()
        identity.otps.stage_used(uow, otp, now=now)
        identity.store.stage_moved_openid(uow, before=private.openid, after=ours.openid, to=old.person_id, now=now)
        identity.store.stage_person(uow, after, event=AccountMoved.NAME)
        identity.store.stage_person(uow, gone)
        identity.families.stage_due(uow, old.person_id, due_at=now + TOLD_WITHIN, now=now)
        uow.commit()
        return after

    try:
        return again_when_stale(attempt)
    except RecoveryRefused:
        count_wrong_answer(identity, by=by, now=now, begin=begin)
        raise


def _is_not_empty(identity: Identity, person: Person) -> bool:
    has_role = bool(person.roles - EVERYBODYS or person.caregiver_id)
    return person.identity_proven_at is not None or has_role or identity.has_money(person.person_id)


def _is_theirs(old: Person, private: Private, command: Recover, phone: str, *, now: datetime) -> bool:
    """Staff do not move by themselves: their rights need more than this. Nor does a phone that is theirs since today:
    who had the old device in hand for a minute could have registered their own."""
    named = private.name is not None and normalise_name(command.name) in spellings(private.name)
    for_long = old.phone_since is None or old.phone_since + PHONE_FOR <= now
    heard = for_long and not old.phone_unheard
    return named and private.phone == phone and heard and not old.roles - EVERYBODYS
