"""Locking an account at which somebody guesses, and unlocking it alone (features.md A7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.identity.domain.person import PastLock, Person, is_locked, with_sessions_ended
from chalicelib.kernel.refusals import Conflict, Invalid

# Inclusive: the tenth wrong answer within a day of the first locks.
WITHIN = timedelta(hours=24)
WRONG_MOST = 10
# So many are kept for the story; a year of nights of guessing would grow the item without end.
PAST_LOCKS = 20


class NumberNotTheirs(Invalid):
    """Counted as a wrong answer."""

    code = "identity.number_not_yours"
    message = "证件号和您实名时的对不上。"
    next_step = "请对着证件再填一次；实在填不对，请打客服电话 {hotline}。"


class NoPhoneToUnlock(Conflict):
    code = "identity.no_phone"
    message = "您没有登记过手机号，没法用短信解锁。"
    next_step = "请打客服电话 {hotline}，核对身份后帮您解锁。"


def with_wrong_answer(person: Person, *, has_phone: bool, now: datetime) -> Person:
    """Locked, with every session ended, when it was one too many; never who has no phone to unlock it with."""
    wrong = (*(at for at in person.wrong_answers if now - at <= WITHIN), now)
    if len(wrong) < WRONG_MOST or not has_phone or is_locked(person, now=now):
        return replace(person, wrong_answers=wrong)
    locked = replace(person, wrong_answers=(), locked_at=now, past_locks=with_past_lock(person))
    return with_sessions_ended(locked, now=now)


def unlocked(person: Person, *, now: datetime) -> Person:
    """The person itself when there is nothing to unlock."""
    if person.locked_at is None:
        return person
    return replace(person, locked_at=None, past_locks=with_past_lock(person, unlocked_at=now), wrong_answers=())


def with_past_lock(
    person: Person, *, unlocked_at: datetime | None = None, by_move: bool = False
) -> tuple[PastLock, ...]:
    """With the lock there is now, if there is one, among those that ended."""
    if person.locked_at is None:
        return person.past_locks
    return (*person.past_locks, PastLock(person.locked_at, unlocked_at, by_move))[-PAST_LOCKS:]
