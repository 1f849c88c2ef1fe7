"""The summary of the day for who follows somebody's visits: planned for each day anew, told once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.notify.domain.digest import (
    AHEAD,
    BEFORE,
    DIGEST,
    LATE,
    Days,
    Digest,
    SetDigest,
    check_zone,
    facts_of,
    is_too_late,
    next_digest,
    split,
)
from chalicelib.notify.domain.message import compose, id_of_message
from chalicelib.notify.domain.reader import Preferences
from chalicelib.notify.ports import Followed, Notify
from chalicelib.notify.usecases.delivery import tell

Begin = Callable[[], UnitOfWork]


@dataclass(frozen=True, slots=True)
class DayOf:
    """What there is to tell of one person, as it stands now."""

    followed: Followed
    days: Days


def set_digest(
    notify: Notify, *, person_id: PersonId, command: SetDigest, now: datetime, begin: Begin
) -> Preferences:
    """The next is due at that hour of that zone; the same again plans nothing more."""
    check_zone(command.zone)
    uow = begin()
    notify.store.stage_digest(uow, person_id, command)
    if command.hour is not None:
        planned = next_digest(person_id, zone=command.zone, hour=command.hour, after=now)
        notify.store.stage_due(uow, planned.subject, due_at=planned.due_at, now=now)
    uow.commit()
    return notify.store.preferences_of(person_id)


def tell_digest(notify: Notify, digest: Digest, *, now: datetime, begin: Begin) -> None:
    """Of what was and what comes; nothing when there is neither, or when it is night there by now.

    The next that would not be too late is planned first: whatever becomes of this one, another day has its own.
    """
    preferences = notify.store.preferences_of(digest.person_id)
    if (preferences.zone, preferences.digest_hour) != (digest.zone, digest.hour):
        return
    planned = next_digest(digest.person_id, zone=digest.zone, hour=digest.hour, after=max(now - LATE, digest.due_at))
    uow = begin()
    notify.store.stage_due(uow, planned.subject, due_at=planned.due_at, now=now)
    uow.commit()
    if is_too_late(digest, now=now):
        return
    found = read_days(notify, person_id=digest.person_id, since=digest.since, until=digest.until, at=digest.due_at)
    together = Days(
        past=tuple(visit for each in found for visit in each.days.past),
        coming=tuple(sorted((v for each in found for v in each.days.coming), key=lambda v: v.start_at)),
    )
    facts = facts_of(together)
    if facts is None:
        return
    message = compose(
        notify.templates,
        kind=DIGEST,
        message_id=id_of_message(DIGEST, subject=digest.subject, at=digest.due_at),
        person_id=digest.person_id,
        facts=facts,
        now=now,
    )
    tell(notify, messages=(message,), now=now, begin=begin)


def read_days(notify: Notify, *, person_id: PersonId, since: datetime, until: datetime, at: datetime) -> list[DayOf]:
    """Of everybody whose visits this person may see at that moment: what was since then, what comes until then."""

    def days_of(followed: Followed) -> Days:
        visits = notify.visits.between(followed.person_id, since=since - BEFORE, until=at + AHEAD)
        return split(visits, since=since, at=at, until=until)

    return [DayOf(each, days_of(each)) for each in notify.families.followed_by(person_id, at=at)]
