"""Who is told what, when something happened."""

from __future__ import annotations

from datetime import datetime

from chalicelib.contracts import care
from chalicelib.contracts.billing import VisitBilled, WalletToppedUp
from chalicelib.contracts.cards import CardActivated
from chalicelib.kernel.ids import MessageId, PersonId, VisitId, ulid_of
from chalicelib.kernel.money import Money
from chalicelib.kernel.time import in_shanghai, spoken
from chalicelib.notify.domain.message import Message, compose
from chalicelib.notify.ports import Notify
from chalicelib.notify.usecases.delivery import tell
from chalicelib.platform.messaging.consumer import Consumer, Job

consumer: Consumer[Notify] = Consumer("notify")


@consumer.on(care.VisitBooked)
def visit_booked(job: Job[Notify], event: care.VisitBooked) -> None:
    facts = _visit_facts(event) | {"accept_by": spoken(event.accept_by)}
    to_family = _message(job, event.member_id, "visit_booked", facts, event.visit_id)
    to_caregiver = _message(job, _caregiver(job, event), "visit_offered", facts, event.visit_id)
    _tell(job, to_family, to_caregiver)


@consumer.on(care.VisitAccepted)
def visit_accepted(job: Job[Notify], event: care.VisitAccepted) -> None:
    _tell(job, _to_family(job, event, "visit_accepted"))


@consumer.on(care.VisitDeclined)
def visit_declined(job: Job[Notify], event: care.VisitDeclined) -> None:
    _tell(job, _to_family(job, event, "visit_declined"))


@consumer.on(care.VisitLapsed)
def visit_lapsed(job: Job[Notify], event: care.VisitLapsed) -> None:
    _tell(job, _to_family(job, event, "visit_lapsed"))


@consumer.on(care.VisitCancelled)
def visit_cancelled(job: Job[Notify], event: care.VisitCancelled) -> None:
    facts = _visit_facts(event)
    _tell(job, _message(job, _caregiver(job, event), "visit_cancelled", facts, event.visit_id))


@consumer.on(care.CaregiverDeparted)
def caregiver_departed(job: Job[Notify], event: care.CaregiverDeparted) -> None:
    _tell(job, _to_family(job, event, "caregiver_departed"))


@consumer.on(care.VisitCheckedIn)
def caregiver_arrived(job: Job[Notify], event: care.VisitCheckedIn) -> None:
    _tell(job, _to_family(job, event, "caregiver_arrived"))


@consumer.on(care.VisitReviewed)
def visit_reviewed(job: Job[Notify], event: care.VisitReviewed) -> None:
    facts = _visit_facts(event) | {"stars": str(event.stars)}
    _tell(job, _message(job, _caregiver(job, event), "visit_reviewed", facts, event.visit_id))


@consumer.on(VisitBilled)
def visit_billed(job: Job[Notify], event: VisitBilled) -> None:
    hours = f"{event.billed_half_hours / 2:g} 小时"
    facts = {"service": event.service_name, "hours": hours, "amount": str(Money(event.amount_fen))}
    _tell(job, _message(job, event.payer_id, "visit_billed", facts, event.visit_id))


@consumer.on(WalletToppedUp)
def wallet_topped_up(job: Job[Notify], event: WalletToppedUp) -> None:
    facts = {"amount": str(Money(event.amount_fen))}
    _tell(job, _message(job, event.payer_id, "wallet_topped_up", facts, None))


@consumer.on(CardActivated)
def card_activated(job: Job[Notify], event: CardActivated) -> None:
    _tell(job, _message(job, event.holder_id, "card_activated", {}, None))


def _tell(job: Job[Notify], *messages: Message) -> None:
    tell(job.deps, messages=messages, begin=job.begin)


def _to_family(job: Job[Notify], event: care.VisitEvent, kind: str) -> Message:
    return _message(job, event.member_id, kind, _visit_facts(event), event.visit_id)


def _message(
    job: Job[Notify], person_id: PersonId, kind: str, facts: dict[str, str], visit_id: VisitId | None
) -> Message:
    if job.event_id is None:
        raise AssertionError("a message without the event that caused it")
    return compose(
        job.deps.templates,
        kind=kind,
        message_id=MessageId(f"msg_{ulid_of(job.event_id)}"),
        person_id=person_id,
        facts=facts,
        visit_id=visit_id,
        now=job.now,
    )


def _caregiver(job: Job[Notify], event: care.VisitEvent) -> PersonId:
    return job.deps.people.person_of_caregiver(event.caregiver_id)


def _visit_facts(event: care.VisitEvent) -> dict[str, str]:
    return {
        "service": event.service_name,
        "caregiver": event.caregiver_name,
        "time": spoken(event.start_at),
        "time_long": _as_wechat_time(event.start_at),
    }


def _as_wechat_time(instant: datetime) -> str:
    """A form the `time` values of subscribe messages accept: `2026年11月23日 09:00`."""
    return f"{in_shanghai(instant):%Y年%m月%d日 %H:%M}"
