"""Where a card, visit, payment or person stands: the same for its people and for staff."""

from __future__ import annotations

from datetime import datetime

from chalicelib.contracts.story import Subject
from chalicelib.kernel.principal import Principal
from chalicelib.support.domain import timeline as rules
from chalicelib.support.domain.timeline import Diagnosis, Timeline
from chalicelib.support.ports import NothingKnown, Support


def timeline_of(support: Support, *, any_id: str, by: Principal | None, now: datetime) -> Timeline:
    """`by` None is staff; anybody else finds only what is theirs."""
    subject = _subject(support, any_id, by)
    links = [link for witness in support.witnesses for link in witness.links(subject, now=now)]
    person = subject.people[0]
    # A card stands where its holder stands; of a visit or a payment only what is about that very one.
    about = {any_id, person} if any_id.startswith("card_") else {any_id}
    cases = [case for case in support.store.cases_of(person) if case.subject in about]
    return rules.timeline(links, cases, support.catalogue, now=now)


def diagnosis_of(support: Support, *, card_id: str, by: Principal | None, now: datetime) -> Diagnosis:
    """The layered self-check of a card (features.md #46): it stops at the first layer that does not hold."""
    return rules.diagnosis(timeline_of(support, any_id=card_id, by=by, now=now))


def subject_of(support: Support, any_id: str) -> Subject | None:
    return next(filter(None, (witness.subject_of(any_id) for witness in support.witnesses)), None)


def _subject(support: Support, any_id: str, by: Principal | None) -> Subject:
    found = subject_of(support, any_id)
    if found is None or (by is not None and by.person_id != found.people[0]):
        raise NothingKnown
    return found
