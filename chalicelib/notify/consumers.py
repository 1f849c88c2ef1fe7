"""Who is told what, when something happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from pydantic import AwareDatetime

from chalicelib.contracts import care
from chalicelib.contracts.billing import VisitBilled, WalletToppedUp
from chalicelib.contracts.cards import CardActivated
from chalicelib.contracts.envelope import Event
from chalicelib.contracts.identity import AccountLocked, AccountMoved, FaceDecided, PersonProven
from chalicelib.contracts.sms import SmsReceipt
from chalicelib.contracts.support import CaseAnswered, CaseClosed, CaseEvent, CasePaged, CaseReopened, CaseSpoken
from chalicelib.contracts.wechat import WeChatNotice
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.money import Money
from chalicelib.kernel.principal import RELATION_NAME
from chalicelib.kernel.time import spoken
from chalicelib.notify import family_news  # noqa: F401 - its handlers are registered by being imported
from chalicelib.notify.domain.message import Message
from chalicelib.notify.domain.reminder import FollowUp
from chalicelib.notify.ports import Notify, Receipts
from chalicelib.notify.telling import consumer, message_of, of_relatives_visit, told
from chalicelib.notify.usecases import receipts, reminders, wishes
from chalicelib.notify.usecases.wording import visit_facts
from chalicelib.platform.dynamo.due import Due, NotHandedOver, Sweep
from chalicelib.platform.messaging.auditor import Attempts
from chalicelib.platform.messaging.consumer import Consumer, Job, envelope_of
from chalicelib.platform.messaging.queues import Queues

# What falls due has a queue of its own: an evening of reminders must not delay the news of the moment.
due_consumer: Consumer[Notify] = Consumer("reminders")
# Gateways may send to this one alone.
receipt_consumer: Consumer[Notify] = Consumer("receipts")
# A message of the reminders' queue is one run of the function: so few that it ends in time while WeChat is mute.
DUES_TOGETHER = 8


class MessagesDue(Event):
    """`dues` are subjects of due entries with the moment of each."""

    NAME: ClassVar[str] = "notify.due"

    dues: tuple[tuple[str, AwareDatetime], ...]


def sweep_due(job: Job[Notify], sweep: Sweep, queues: Queues) -> int:
    """Hands what is due by now to the queue, from where many functions at once take it."""

    def take(dues: Sequence[Due]) -> list[int]:
        starts = range(0, len(dues), DUES_TOGETHER)
        bodies = [
            envelope_of(
                MessagesDue(dues=tuple((due.subject, due.due_at) for due in dues[start : start + DUES_TOGETHER])),
                command_id=job.new_command_id(),
            ).model_dump_json()
            for start in starts
        ]
        refused = queues.send(due_consumer.context, bodies)
        return [
            place for each in refused for place in range(starts[each], min(starts[each] + DUES_TOGETHER, len(dues)))
        ]

    return sweep.hand_over(now=job.now, begin=job.begin, take=take)


@due_consumer.on(MessagesDue)
def fall_due(job: Job[Notify], event: MessagesDue) -> None:
    """Each gets its turn; what could not be delivered comes again with the others, which have nothing left to do."""
    attempts = Attempts()
    for subject, due_at in event.dues:
        attempts.make(
            partial(reminders.fall_due, job.deps, subject=subject, due_at=due_at, now=job.now, begin=job.begin)
        )
    attempts.end()


def gather_receipts(job: Job[Notify], sources: Mapping[str, Receipts], queues: Queues) -> None:
    """What each gateway noted since it was asked last goes to the queue; a place that is kept is not read again."""
    attempts = Attempts()
    for gateway, source in sources.items():
        attempts.make(partial(_gather, job, gateway, source, queues))
    attempts.end()


def _gather(job: Job[Notify], gateway: str, source: Receipts, queues: Queues) -> None:
    read_until = job.deps.store.receipts_read_until(gateway)
    since, latest = read_until or job.now - receipts.FIRST_LOOK_BACK, job.now - receipts.NOTED_LATE
    together = receipts.READ_TOGETHER
    while since < latest:
        until = min(since + together, latest)
        bodies = [
            envelope_of(receipt, command_id=job.new_command_id()).model_dump_json()
            for receipt in source.between(since, until)
        ]
        if queues.send(receipt_consumer.context, bodies):
            raise NotHandedOver(f"receipts of {gateway}")
        uow = job.begin()
        job.deps.store.stage_receipts_read(uow, gateway, until=until)
        uow.commit()
        since = until
        together = 4 * together if len(bodies) < receipts.FEW else receipts.READ_TOGETHER


@receipt_consumer.on(SmsReceipt)
def heed_receipt(job: Job[Notify], receipt: SmsReceipt) -> None:
    receipts.take_receipt(job.deps, receipt, now=job.now, begin=job.begin)


@consumer.on(PersonProven)
def see_them_to_their_card(job: Job[Notify], event: PersonProven) -> None:
    planned = FollowUp(event.person_id, event.at)
    reminders.plan_follow_up(job.deps, planned, now=job.now, begin=job.begin)


@consumer.on(WeChatNotice)
def heed_wechat(job: Job[Notify], notice: WeChatNotice) -> None:
    wishes.heed(job.deps, notice, now=job.now, begin=job.begin)


@told(care.VisitBooked)
def visit_booked(job: Job[Notify], event: care.VisitBooked) -> Sequence[Message]:
    facts = visit_facts(event) | {"accept_by": spoken(event.accept_by)}
    approved = (of_relatives_visit(job, event, "visit_approved", event.asked_by, facts),) if event.asked_by else ()
    return (
        _of_visit(job, event, "visit_booked", event.member_id, facts),
        _of_visit(job, event, "visit_offered", _caregiver(job, event), facts),
        *approved,
    )


@told(care.VisitAsked)
def visit_asked(job: Job[Notify], event: care.VisitAsked) -> Sequence[Message]:
    facts = visit_facts(event) | {
        "relation": RELATION_NAME[event.relation],
        "amount": str(Money(event.price_fen)),
        "by": spoken(event.answer_by),
        "otherwise": "不答复的话，到时自动约上" if event.then_booked else "不答复就不约",
    }
    hers = _of_visit(job, event, "visit_asked", event.member_id, facts)
    guardian = job.deps.families.guardian_of(event.member_id, at=event.at)
    if guardian in (None, event.asked_by):
        return (hers,)
    return (hers, of_relatives_visit(job, event, "visit_asked_guardian", guardian, facts))


@told(care.VisitNotApproved)
def visit_not_approved(job: Job[Notify], event: care.VisitNotApproved) -> Sequence[Message]:
    facts = visit_facts(event) | {"why": event.why}
    theirs = () if event.withdrawn else (of_relatives_visit(job, event, "visit_not_approved", event.asked_by, facts),)
    # She may have been told that it would be booked.
    hers = (_of_visit(job, event, "visit_not_booked", event.member_id, facts),) if event.by_clock else ()
    return (*theirs, *hers)


@told(care.VisitMoved)
def visit_moved(job: Job[Notify], event: care.VisitMoved) -> Sequence[Message]:
    facts = visit_facts(event) | {"accept_by": spoken(event.accept_by), "was": spoken(event.moved_from)}
    return (
        _of_visit(job, event, "visit_moved", event.member_id, facts),
        _of_visit(job, event, "visit_move_offered", _caregiver(job, event), facts),
    )


_KIND_FOR_FAMILY: dict[type[care.VisitEvent], str] = {
    care.VisitAccepted: "visit_accepted",
    care.VisitDeclined: "visit_declined",
    care.VisitLapsed: "visit_lapsed",
    care.VisitMissed: "visit_missed",
    care.CaregiverDeparted: "caregiver_departed",
    care.VisitCheckedIn: "caregiver_arrived",
}


# A child abroad hears that somebody is there, or that nobody comes; what is between would be noise (features.md M3).
_KIND_FOR_FOLLOWERS: dict[type[care.VisitEvent], str] = {
    care.VisitCheckedIn: "relative_visit_began",
    care.VisitDeclined: "relative_visit_failed",
    care.VisitLapsed: "relative_visit_failed",
    care.VisitMissed: "relative_visit_failed",
}


@told(*_KIND_FOR_FAMILY)
def family_follows(job: Job[Notify], event: care.VisitEvent) -> Sequence[Message]:
    facts = visit_facts(event)
    mine = _of_visit(job, event, _KIND_FOR_FAMILY[type(event)], event.member_id, facts)
    kind = _KIND_FOR_FOLLOWERS.get(type(event))
    if kind is None:
        return (mine,)
    followers = job.deps.families.followers_of(event.member_id, at=event.at)
    return (mine, *(of_relatives_visit(job, event, kind, each, facts) for each in followers))


@told(care.VisitCancelled)
def visit_cancelled(job: Job[Notify], event: care.VisitCancelled) -> Sequence[Message]:
    facts = visit_facts(event)
    hers = _of_visit(job, event, "visit_cancelled", _caregiver(job, event), facts)
    if event.overruled_by is None or event.booked_by is None:
        return (hers,)
    return (
        hers,
        of_relatives_visit(job, event, "visit_overruled", event.booked_by, facts),
        of_relatives_visit(job, event, "visit_overruled_told", event.overruled_by, facts),
    )


@told(care.VisitReviewed)
def visit_reviewed(job: Job[Notify], event: care.VisitReviewed) -> Sequence[Message]:
    facts = visit_facts(event) | {"stars": str(event.stars)}
    return (_of_visit(job, event, "visit_reviewed", _caregiver(job, event), facts),)


@told(VisitBilled)
def visit_billed(job: Job[Notify], event: VisitBilled) -> Sequence[Message]:
    hours = f"{event.billed_half_hours / 2:g} 小时"
    facts = {"service": event.service_name, "hours": hours, "amount": str(Money(event.amount_fen))}
    return (message_of(job, event, "visit_billed", event.payer_id, facts, subject=event.visit_id),)


@told(WalletToppedUp)
def wallet_topped_up(job: Job[Notify], event: WalletToppedUp) -> Sequence[Message]:
    facts = {"amount": str(Money(event.amount_fen))}
    return (message_of(job, event, "wallet_topped_up", event.payer_id, facts, subject=event.top_up_id),)


@told(CardActivated)
def card_activated(job: Job[Notify], event: CardActivated) -> Sequence[Message]:
    return (message_of(job, event, "card_activated", event.holder_id, {}, subject=event.card_id),)


@told(AccountLocked)
def account_locked(job: Job[Notify], event: AccountLocked) -> Sequence[Message]:
    return (message_of(job, event, "account_locked", event.person_id, {}, subject=event.person_id),)


@told(AccountMoved)
def account_moved(job: Job[Notify], event: AccountMoved) -> Sequence[Message]:
    facts = {"at": spoken(event.at)}
    return (message_of(job, event, "account_moved", event.person_id, facts, subject=event.person_id),)


@told(FaceDecided)
def face_decided(job: Job[Notify], event: FaceDecided) -> Sequence[Message]:
    kind = "face_passed" if event.passed else "face_failed"
    return (message_of(job, event, kind, event.person_id, {}, subject=event.check_id),)


@told(CaseAnswered)
def case_answered(job: Job[Notify], event: CaseAnswered) -> Sequence[Message]:
    return (_of_case(job, event, "case_answered", {}),)


@told(CaseSpoken)
def case_spoken(job: Job[Notify], event: CaseSpoken) -> Sequence[Message]:
    proof = "登记的资料" if event.known else "登记的手机号"
    return (_of_case(job, event, "case_spoken", {"proof": proof}),)


@told(CaseClosed)
def case_closed(job: Job[Notify], event: CaseClosed) -> Sequence[Message]:
    return (_of_case(job, event, "case_closed", {"action": event.action_name}),)


@told(CaseReopened)
def case_reopened(job: Job[Notify], event: CaseReopened) -> Sequence[Message]:
    return (_of_case(job, event, "case_reopened", {}),)


@told(CasePaged)
def case_paged(job: Job[Notify], event: CasePaged) -> Sequence[Message]:
    return (_of_case(job, event, "case_paged", {"kind": event.kind_name, "by": _pressing(event)}),)


def _pressing(event: CasePaged) -> str:
    if event.answer_by is None:
        return "请马上看"
    by = spoken(event.answer_by)
    return (f"请在 {by} 前答复", f"时间快到了，请在 {by} 前答复", f"说好 {by}，已经晚了")[event.level]


def _of_case(job: Job[Notify], event: CaseEvent, kind: str, facts: dict[str, str]) -> Message:
    return message_of(job, event, kind, event.to, facts | {"cause": event.cause_name}, subject=event.case_id)


def _of_visit(
    job: Job[Notify], event: care.VisitEvent, kind: str, person_id: PersonId, facts: dict[str, str]
) -> Message:
    return message_of(job, event, kind, person_id, facts, subject=event.visit_id)


def _caregiver(job: Job[Notify], event: care.VisitEvent) -> PersonId:
    return job.deps.people.person_of_caregiver(event.caregiver_id)
