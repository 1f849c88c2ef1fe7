"""Messages as their reader sees them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from chalicelib.contracts.care import VisitEvent
from chalicelib.kernel.ids import CaseId, MessageId, PersonId, VisitId
from chalicelib.notify.domain.digest import next_digest, sentence_of
from chalicelib.notify.domain.message import Message, PushState
from chalicelib.notify.domain.reader import Hush, Preferences
from chalicelib.notify.ports import GatewayHealth, SmsSpending
from chalicelib.notify.usecases.digests import DayOf
from chalicelib.platform.http.answers import View


class MessageView(View):
    """`relative`: whose visit `visit_id` is, where the reader hears of it as family."""

    id: MessageId
    kind: str
    title: str
    text: str
    visit_id: VisitId | None
    relative: PersonId | None
    case_id: CaseId | None
    created_at: datetime
    read_at: datetime | None
    push: PushState

    @classmethod
    def of(cls, message: Message) -> MessageView:
        return cls(
            id=message.message_id,
            kind=message.kind,
            title=message.title,
            text=message.text,
            visit_id=message.visit_id,
            relative=message.relative,
            case_id=message.case_id,
            created_at=message.created_at,
            read_at=message.read_at,
            push=message.push,
        )


class PreferencesView(View):
    """`silenced_at`: since then, and for which reason `hush`, nothing goes out but what the inbox has."""

    wechat: bool
    sms: bool
    reminders: bool
    short: bool
    calls: bool
    silenced_at: datetime | None
    hush: Hush | None

    @classmethod
    def of(cls, preferences: Preferences) -> PreferencesView:
        return cls(
            wechat=preferences.wechat,
            sms=preferences.sms,
            reminders=preferences.reminders,
            short=preferences.short,
            calls=preferences.calls,
            silenced_at=preferences.silenced_at,
            hush=preferences.hush,
        )


class VisitLineView(View):
    """`sentence` is by the clock of where the visit is."""

    visit_id: VisitId
    start_at: datetime
    sentence: str

    @classmethod
    def of(cls, visit: VisitEvent) -> VisitLineView:
        return cls(visit_id=visit.visit_id, start_at=visit.start_at, sentence=sentence_of(visit))


class FollowedView(View):
    """`past`: the visits of the last 24 hours; `coming`: of the next."""

    person_id: PersonId
    name_masked: str | None
    past: list[VisitLineView]
    coming: list[VisitLineView]

    @classmethod
    def of(cls, found: DayOf) -> FollowedView:
        return cls(
            person_id=found.followed.person_id,
            name_masked=found.followed.name_masked,
            past=[VisitLineView.of(each) for each in found.days.past],
            coming=[VisitLineView.of(each) for each in found.days.coming],
        )


class DigestView(View):
    """`zone` is where I live, null: China. `hour` of its clock, null: no digest; `next_at` is when the next comes."""

    zone: str | None
    hour: int | None
    next_at: datetime | None

    @classmethod
    def of(cls, preferences: Preferences, person_id: PersonId, *, now: datetime) -> DigestView:
        zone, hour = preferences.zone, preferences.digest_hour
        planned = next_digest(person_id, zone=zone, hour=hour, after=now) if zone and hour is not None else None
        return cls(zone=zone, hour=hour, next_at=planned.due_at if planned else None)


class DayView(View):
    """Of everybody whose visits I may see, as it stands now; nothing about health."""

    digest: DigestView
    people: list[FollowedView]


class SilenceView(View):
    """Since when nothing goes out to that person, and why; null while messages go out."""

    silenced_at: datetime | None
    why: Hush | None

    @classmethod
    def of(cls, preferences: Preferences) -> SilenceView:
        return cls(silenced_at=preferences.silenced_at, why=preferences.hush)


class TemplatesToAskView(View):
    template_ids: list[str]


class NotedView(View):
    noted: int


class GatewayView(View):
    """`rate`: of what was handed over in the last minutes, how much went well; `share` of the traffic it gets.

    `delivered`: receipts of these minutes that say a phone has its text.
    """

    name: str
    rate: float
    share: float
    tripped: bool
    delivered: int


class GatewaysView(View):
    """`month` is Shanghai's, as `2026-11`."""

    items: list[GatewayView]
    month: str
    spent_fen: int
    cap_fen: int

    @classmethod
    def of(cls, state: Mapping[str, GatewayHealth], spending: SmsSpending) -> GatewaysView:
        return cls(
            items=[
                GatewayView(
                    name=name,
                    rate=round(each.rate, 3),
                    share=round(each.share, 3),
                    tripped=each.tripped,
                    delivered=each.delivered,
                )
                for name, each in state.items()
            ],
            month=spending.month,
            spent_fen=spending.spent_fen,
            cap_fen=spending.cap_fen,
        )


class InboxView(View):
    items: list[MessageView]
    next: str | None
