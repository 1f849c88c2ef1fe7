"""Family ask for an elder who has no mini program: the elder is rung and says yes or no, or a court has said it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from chalicelib.identity.domain import elder_refusals as refusals
from chalicelib.identity.domain import entrustment as rules
from chalicelib.identity.domain.entrustment import BecomeGuardian, Elder, Entrustment, OpenForElder, State
from chalicelib.identity.domain.grant import NotProvenYet, holds
from chalicelib.identity.domain.id_number import parse_id_number
from chalicelib.identity.domain.names import normalise_name, spellings
from chalicelib.identity.domain.otp import Otp
from chalicelib.identity.domain.paper import NoSuchPaper, Paper, check_alive, finished
from chalicelib.identity.domain.person import Person
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.papers import put_together
from chalicelib.identity.usecases.proofs import raw_name, read_me
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import GrantId
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import AlreadyDone, IdTaken
from chalicelib.kernel.time import business_date
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]


@dataclass(frozen=True, slots=True)
class Opened:
    """With who it is about, in the clear, for who typed it; `call` is the latest that was made for it."""

    entrustment: Entrustment
    elder: Elder
    call: Otp | None = None


def open_for_elder(
    identity: Identity, *, command: OpenForElder, by: Principal, now: datetime, begin: Begin
) -> Opened:
    """Kept, to be rung; ElderForPeople where the phone is not known to be theirs, or the register
    spells their name otherwise. The same again changes nothing.

    Of an elder for whom somebody opened an account before, it takes
    the phone of that account, if they were ever heard on it.
    """
    standing = _standing(identity, command, by)
    if standing is None:
        elder, person = _known_elder(identity, command, by=by, phone=command.phone, now=now)
        mine = read_me(identity, by=by)[1]
        if command.phone == mine.phone:
            raise refusals.PhoneOfMine(field="phone")
        if person and person.has_wechat:
            raise refusals.ElderHasWeChat
        if person and identity.store.open(person).phone is None:
            raise refusals.ElderHasNoPhone
        standing = rules.by_voice(
            command,
            by=by.person_id,
            theirs=elder.register_name is None and _is_phone_of(identity, elder, person),
            sealed=identity.entrustments.seal(command.id, by.data_key, elder),
            command_hash=identity.entrustments.hash_of(command),
            now=now,
        )
        standing = _kept(identity, standing, command, begin())
    if standing.state is State.FOR_PEOPLE:
        raise refusals.ElderForPeople
    return _opened(identity, standing, by)


def become_guardian(
    identity: Identity, *, command: BecomeGuardian, by: Principal, now: datetime, begin: Begin
) -> Opened:
    """A court's paper, for a person of ours to look at: GuardianForPeople until it is decided."""
    standing = _standing(identity, command, by)
    if standing is None:
        paper = _paper(identity, command, by)
        rules.check_until(command.until, now=now)
        check_alive(paper, now=now)
        elder, _ = _known_elder(identity, command, by=by, phone=command.phone, now=now)
        if command.phone and command.phone == read_me(identity, by=by)[1].phone:
            raise refusals.PhoneOfMine(field="phone")
        if paper.finished_at is None:
            put_together(identity, paper)
        asked = rules.by_paper(
            command,
            by=by.person_id,
            sealed=identity.entrustments.seal(command.id, by.data_key, elder),
            command_hash=identity.entrustments.hash_of(command),
            now=now,
        )

        def hand_in() -> Entrustment:
            uow = begin()
            identity.papers.stage(uow, finished(_paper(identity, command, by), now=now))
            return _kept(identity, asked, command, uow)

        standing = again_when_stale(hand_in)
    if standing.state is State.FOR_PEOPLE:
        raise refusals.GuardianForPeople
    return _opened(identity, standing, by)


def read_entrustments(identity: Identity, *, by: Principal) -> list[Opened]:
    """What I asked for, newest first."""
    return [_opened(identity, each, by) for each in identity.entrustments.of_family(by.person_id)]


def read_entrustment(identity: Identity, *, grant_id: GrantId, by: Principal) -> Opened:
    return _opened(identity, find_mine(identity, grant_id, by), by)


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
        raise refusals.ElderIsMyself(field="id_number")
    name = normalise_name(command.name)
    for each in spellings(name):
        if identity.real_name.matches(name=each, id_number=id_number):
            break
    else:
        raise refusals.ElderNotMatched(field="name")
    person = identity.store.find_person_by_id_number(id_number)
    if person and isinstance(command, OpenForElder):
        given = identity.families.find_given(by.person_id, person.person_id, on=business_date(now))
        if given and holds(given.grant, now=now):
            raise refusals.ActsAlready
        others = identity.families.grants_given(person.person_id)
        if any(each.is_guardian and holds(each, now=now) for each in others):
            raise refusals.ElderHasGuardian
    register_name = each if each != name else None
    return Elder(name, id_number, phone, raw_name(command.name), register_name), person


def _is_phone_of(identity: Identity, elder: Elder, account: Person | None) -> bool:
    """By the account there is, if they were ever heard on its phone; else by the carrier's record."""
    if elder.phone is None:
        raise AssertionError("an elder to be rung without a phone")
    if account and not account.phone_unheard:
        return identity.store.open(account).phone == elder.phone
    return identity.real_name.owns_phone(name=elder.name, id_number=elder.id_number, phone=elder.phone)


def _paper(identity: Identity, command: BecomeGuardian, by: Principal) -> Paper:
    paper = identity.papers.find(command.paper_id)
    if paper is None or paper.person_id != by.person_id:
        raise NoSuchPaper
    return paper


def _kept(
    identity: Identity, entrustment: Entrustment, command: OpenForElder | BecomeGuardian, uow: UnitOfWork
) -> Entrustment:
    identity.entrustments.stage_new(uow, entrustment)
    try:
        uow.commit()
    except AlreadyDone:
        standing = identity.entrustments.find(entrustment.grant_id)
        theirs = standing is not None and standing.family_id == entrustment.family_id
        if standing is None or not theirs or not identity.entrustments.is_of(standing, command):
            raise IdTaken(field="id") from None
        return standing
    return entrustment


def find_mine(identity: Identity, grant_id: GrantId, by: Principal) -> Entrustment:
    entrustment = identity.entrustments.find(grant_id)
    if entrustment is None or entrustment.family_id != by.person_id:
        raise refusals.NoSuchEntrustment
    return entrustment


def _opened(identity: Identity, entrustment: Entrustment, by: Principal) -> Opened:
    call = identity.otps.find(entrustment.rung) if entrustment.rung else None
    return Opened(entrustment, identity.entrustments.open(entrustment, by.data_key), call)
