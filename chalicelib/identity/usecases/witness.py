"""Identity's part in stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from chalicelib.contracts.promises import Observed
from chalicelib.contracts.story import Happened, Subject
from chalicelib.contracts.timeline import Link
from chalicelib.identity.domain.grant import EndedWhy, Grant
from chalicelib.identity.domain.person import LOCK_LIFE, PastLock, Person
from chalicelib.identity.domain.timeline import links_of_person
from chalicelib.identity.domain.ways import ASSURANCE, WAY_NAME, Assurance, Way
from chalicelib.identity.ports import Identity
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.principal import Role

SOURCE = "identity"
_ROLE_NAME = {
    Role.MEMBER: "用户",
    Role.CAREGIVER: "护工",
    Role.STAFF: "工作人员",
    Role.AGENT: "客服",
    Role.REVIEWER: "核对",
    Role.FINANCE: "财务",
    Role.RESCUE: "救援值班",
    Role.SUPERVISOR: "主管",
}


def _how(person: Person) -> str:
    """Of who was proven before ways were kept, it was by name and number."""
    way = person.proven_by or Way.NAME_NUMBER
    held = "，是本人的把握更大" if ASSURANCE[way] is Assurance.HELD else ""
    return f"凭{WAY_NAME[way]}{held}"


_ENDED_WHY = {EndedWhy.REVOKED: "，文书撤销了", EndedWhy.MISTAKEN: "，登记错了"}


def _of_locks(person: Person, *, now: datetime) -> list[Happened]:
    locks = [*person.past_locks, *([PastLock(person.locked_at)] if person.locked_at else [])]
    told = [Happened(each.locked_at, SOURCE, "连着填错十次，账号锁住了") for each in locks]
    return told + [ended for each in locks if (ended := _end_of_lock(each, now=now))]


def _end_of_lock(lock: PastLock, *, now: datetime) -> Happened | None:
    if lock.unlocked_at:
        how = "账号换了微信，锁也解开了" if lock.by_move else "用短信验证码和证件号自己解了锁"
        return Happened(lock.unlocked_at, SOURCE, how)
    ends_at = lock.locked_at + LOCK_LIFE
    return Happened(ends_at, SOURCE, "一天到了，锁自己解开了") if ends_at <= now else None


def _of_guardian(grant: Grant) -> list[Happened]:
    """By a court's paper; what a person gives by themselves is between them and their family."""
    if not grant.is_guardian or grant.accepted_at is None:
        return []
    told = [Happened(grant.accepted_at, SOURCE, "登记了法定监护人", grant.family_id)]
    if grant.ended_at is not None:
        why = _ENDED_WHY[grant.ended_why] if grant.ended_why else ""
        told.append(Happened(grant.ended_at, SOURCE, f"法定监护结束了{why}", grant.ended_by))
    return told


@dataclass(frozen=True, slots=True)
class IdentityWitness:
    identity: Identity

    def subject_of(self, any_id: str) -> Subject | None:
        person = self.identity.store.find_person(PersonId(any_id)) if any_id.startswith("per_") else None
        return Subject(any_id, (person.person_id,), person.caregiver_id) if person else None

    def tell(self, subject: Subject, *, now: datetime) -> Sequence[Happened]:
        if not subject.id.startswith("per_"):
            return ()
        person = self.identity.store.find_person(PersonId(subject.id))
        if person is None:
            return ()
        began = "家人替他开了账户" if person.opened_by_family else "第一次登录"
        told = [Happened(person.created_at, SOURCE, began)]
        if person.identity_proven_at is not None:
            told.append(Happened(person.identity_proven_at, SOURCE, f"实名认证通过，{_how(person)}"))
        if person.sessions_from > person.created_at:
            told.append(Happened(person.sessions_from, SOURCE, "退出了在此之前的所有登录"))
        told += _of_locks(person, now=now)
        for grant in self.identity.families.grants_given(person.person_id):
            told += _of_guardian(grant)
        if person.moved_to is not None:
            told.append(Happened(person.sessions_from, SOURCE, "并入了原来的账号", person.moved_to))
        roles = "、".join(_ROLE_NAME[role] for role in sorted(person.roles))
        return [*told, Happened(now, SOURCE, f"身份是{roles}", stands=True)]

    def observed(self, *, since: datetime, now: datetime) -> Iterable[Observed]:  # noqa: ARG002 - it promises no figure
        return ()

    def links(self, subject: Subject, *, now: datetime) -> Sequence[Link]:  # noqa: ARG002 - who one is has no deadline
        if not subject.id.startswith(("per_", "card_")):
            return ()
        person = self.identity.store.find_person(subject.people[0])
        return links_of_person(person) if person else ()
