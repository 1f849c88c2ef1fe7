"""What family hear of one another: who may act for whom, what was done, and when a guardian goes before."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.contracts import care
from chalicelib.contracts.identity import ElderDeclined, FamilyActed, FamilyLinked, FamilyUnlinked, GuardianEndsSoon
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.principal import RELATION_NAME
from chalicelib.kernel.time import spoken
from chalicelib.notify.domain.message import Message
from chalicelib.notify.ports import Notify
from chalicelib.notify.telling import message_of, of_relatives_visit, told
from chalicelib.notify.usecases.wording import visit_facts
from chalicelib.platform.messaging.consumer import Job


@told(FamilyLinked)
def family_linked(job: Job[Notify], event: FamilyLinked) -> Sequence[Message]:
    """Who accepted an invitation knows; who asked for an elder, or by a court's paper, hears of it here."""
    if event.guardian:
        others = job.deps.families.others_of(event.person_id, than=event.family_id, at=event.at)
        return (
            _of(job, event, "guardian_registered", event.family_id),
            _of(job, event, "family_guardian", event.person_id),
            *(_of(job, event, "guardian_named", each) for each in others),
        )
    if event.entrusted:
        return (
            _of(job, event, "elder_agreed", event.family_id),
            _of(job, event, "family_entrusted", event.person_id),
        )
    return (_of(job, event, "family_linked", event.person_id),)


@told(GuardianEndsSoon)
def guardian_ends_soon(job: Job[Notify], event: GuardianEndsSoon) -> Sequence[Message]:
    until = f"{event.until.year}年{event.until.month}月{event.until.day}日"
    return (message_of(job, event, "guardian_ends_soon", event.family_id, {"until": until}, subject=event.grant_id),)


@told(ElderDeclined)
def elder_declined(job: Job[Notify], event: ElderDeclined) -> Sequence[Message]:
    return (message_of(job, event, "elder_declined", event.family_id, {}, subject=event.grant_id),)


@told(FamilyUnlinked)
def family_unlinked(job: Job[Notify], event: FamilyUnlinked) -> Sequence[Message]:
    """Who has it no more is told, or whose things it was about; of what we ended, both."""
    if event.by_us:
        return tuple(_of(job, event, "guardian_ended", each) for each in (event.family_id, event.person_id))
    if event.by_person:
        return (_of(job, event, "family_taken_back", event.family_id),)
    return (_of(job, event, "family_given_up", event.person_id),)


@told(FamilyActed)
def family_acted(job: Job[Notify], event: FamilyActed) -> Sequence[Message]:
    """In the person's own channel, whatever was done; what they are asked for is told with its question."""
    if event.asks:
        return ()
    facts = _relation(event) | {"what": event.what, "at": spoken(event.at)}
    kind = "guardian_acted" if event.guardian else "family_acted"
    return (message_of(job, event, kind, event.person_id, facts, subject=event.request_id),)


@told(care.VisitOpposed)
def visit_opposed(job: Job[Notify], event: care.VisitOpposed) -> Sequence[Message]:
    """A guardian goes before who was only invited, and both hear of it (features.md A11)."""
    facts = visit_facts(event) | {"relation": RELATION_NAME[event.relation]}
    return (
        of_relatives_visit(job, event, "visit_opposed", event.guardian, facts),
        of_relatives_visit(job, event, "visit_not_undone", event.opposed_by, facts),
    )


def _of(job: Job[Notify], event: FamilyLinked | FamilyUnlinked, kind: str, person_id: PersonId) -> Message:
    return message_of(job, event, kind, person_id, _relation(event), subject=event.grant_id)


def _relation(event: FamilyLinked | FamilyUnlinked | FamilyActed) -> dict[str, str]:
    return {"relation": RELATION_NAME[event.relation]}
