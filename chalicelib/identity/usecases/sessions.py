"""Logging in with WeChat, being recognised, and ending every session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from chalicelib.identity.domain.commands import LogIn
from chalicelib.identity.domain.person import Person, Private, principal_of, with_sessions_ended
from chalicelib.identity.ports import Identity
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.principal import Principal, Role
from chalicelib.kernel.refusals import NotSignedIn, SessionRevoked
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale


@dataclass(frozen=True, slots=True)
class SignedIn:
    token: str
    expires_at: datetime
    person: Person
    private: Private


def log_in(
    identity: Identity,
    *,
    command: LogIn,
    new_person_id: PersonId,
    now: datetime,
    begin: Callable[[], UnitOfWork],
) -> SignedIn:
    """The person behind a WeChat login code, made on first sight, and a session.

    The code is used up by the first try; repeating it is refused by WeChat, and the client asks for another.
    """
    openid = identity.wechat.openid_for(command.code)

    def find_or_create() -> Person:
        person = identity.store.find_person_by_openid(openid)
        if person is not None:
            return person
        key = identity.store.new_data_key()
        person = Person(
            person_id=new_person_id,
            roles=frozenset({Role.MEMBER}),
            data_key=key,
            sealed=identity.store.seal(new_person_id, key, Private(openid=openid)),
            created_at=now,
            sessions_from=now,
            version=1,
            moved_away_at=identity.store.moved_away_at(openid),
        )
        uow = begin()
        identity.store.stage_new_person(uow, person, openid)
        uow.commit()
        return person

    person = again_when_stale(find_or_create)
    token, expires_at = identity.tokens.issue(person.person_id, epoch=person.session_epoch, now=now)
    return SignedIn(token, expires_at, person, identity.store.open(person))


def authenticate(identity: Identity, token: str, *, now: datetime) -> Principal:
    """The principal of a token; refuses one that is unknown, expired, or was revoked (felt by the next request)."""
    person_id, epoch, at_desk = identity.tokens.read(token, now=now)
    person = identity.store.find_person(person_id)
    if person is None:
        raise NotSignedIn
    return principal_of(person, epoch=epoch, at_desk=at_desk, documents=identity.documents, now=now)


def sign_out_everywhere(identity: Identity, *, by: Principal, now: datetime, begin: Callable[[], UnitOfWork]) -> None:
    """Ends every session of the person, this one too."""

    def end_sessions() -> None:
        person = identity.store.find_person(by.person_id)
        if person is None:
            raise SessionRevoked
        uow = begin()
        identity.store.stage_person(uow, with_sessions_ended(person, now=now))
        uow.commit()

    again_when_stale(end_sessions)
