"""What was planned falls due: it is looked at again, and goes only if it is still so and still of use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from chalicelib.contracts.care import VisitAccepted
from chalicelib.kernel.ids import MessageId, PersonId
from chalicelib.kernel.refusals import AlreadyDone
from chalicelib.kernel.time import in_shanghai, to_wire
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.notify.domain.digest import DIGEST, digest_in
from chalicelib.notify.domain.hours import Urgency, earliest
from chalicelib.notify.domain.message import About, compose, id_of_message, useless_from
from chalicelib.notify.domain.reminder import FOLLOW_UP, FollowUp, Reminder, Void, Why, follow_up_in, reminder_in
from chalicelib.notify.ports import Notify
from chalicelib.notify.usecases.delivery import release, tell
from chalicelib.notify.usecases.digests import tell_digest
from chalicelib.notify.usecases.moves import HELD
from chalicelib.notify.usecases.wording import visit_facts

Begin = Callable[[], UnitOfWork]


def fall_due(notify: Notify, *, subject: str, due_at: datetime, now: datetime, begin: Begin) -> None:
    """A reminder, a digest, a question to who got no further, what was held over night, or a call without end."""
    if subject.startswith(HELD):
        _, person_id, message_id = subject.split(" ")
        release(notify, person_id=PersonId(person_id), message_id=MessageId(message_id), now=now, begin=begin)
        return
    if subject.startswith(DIGEST):
        tell_digest(notify, digest_in(subject), now=now, begin=begin)
        return
    if subject.startswith(FOLLOW_UP):
        follow_up(notify, follow_up_in(subject), now=now, begin=begin)
        return
    remind(notify, reminder_in(subject, due_at), now=now, begin=begin)


def plan_follow_up(notify: Notify, planned: FollowUp, *, now: datetime, begin: Begin) -> None:
    uow = begin()
    notify.store.stage_due(uow, planned.subject, due_at=planned.due_at, now=now)
    uow.commit()


def follow_up(notify: Notify, planned: FollowUp, *, now: datetime, begin: Begin) -> None:
    """Only for who has no card yet. Swept too late for today it is looked at anew when the office opens."""
    if notify.cards.cards_of(planned.person_id):
        return
    opens = earliest(Urgency.OFFICE, now)
    if opens > now:
        uow = begin()
        notify.store.stage_due(uow, planned.subject, due_at=opens, now=now)
        uow.commit()
        return
    message = compose(
        notify.templates,
        kind=FOLLOW_UP,
        message_id=id_of_message(FOLLOW_UP, subject=planned.person_id, at=planned.due_at),
        person_id=planned.person_id,
        facts={},
        now=now,
    )
    tell(notify, messages=(message,), now=now, begin=begin)


def remind(notify: Notify, reminder: Reminder, *, now: datetime, begin: Begin) -> None:
    """Only while the visit stands accepted at the start it was planned for; otherwise it is noted why not."""
    standing = notify.visits.standing(reminder.visit_id)
    if (standing.NAME, standing.start_at) != (VisitAccepted.NAME, reminder.start_at):
        _note(notify, Void(reminder, standing.member_id, Why.CHANGED, now), begin)
        return
    useless = useless_from(notify.templates[reminder.kind], reminder.start_at)
    if useless is not None and now >= useless:
        _note(notify, Void(reminder, standing.member_id, Why.LATE, now), begin)
        return
    local = in_shanghai(reminder.start_at)
    message = compose(
        notify.templates,
        kind=reminder.kind,
        message_id=_id_of(reminder),
        person_id=standing.member_id,
        facts=visit_facts(standing) | {"clock": f"{local.hour}:{local.minute:02d}"},
        about=About(reminder.visit_id, VisitAccepted.NAME, reminder.start_at),
        visit_id=reminder.visit_id,
        now=now,
    )
    tell(notify, messages=(message,), now=now, begin=begin)


def _id_of(reminder: Reminder) -> MessageId:
    """Another start is another reminder, even where both fall due at seven in the morning."""
    subject = f"{reminder.visit_id} {to_wire(reminder.start_at)}"
    return id_of_message(reminder.kind, subject=subject, at=reminder.due_at)


def _note(notify: Notify, void: Void, begin: Begin) -> None:
    uow = begin()
    notify.store.stage_void(uow, void)
    try:
        uow.commit()
    except AlreadyDone:
        return
