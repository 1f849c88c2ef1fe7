"""Notify's part in stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from chalicelib.contracts.promises import Observed
from chalicelib.contracts.story import Happened, Subject
from chalicelib.contracts.timeline import Link
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId
from chalicelib.notify.domain.message import Message, PushState, is_about
from chalicelib.notify.domain.reader import Hush, Hushing
from chalicelib.notify.domain.reminder import Void, Why
from chalicelib.notify.ports import Notify

SOURCE = "notify"
LATEST_MESSAGES = 200
_PUSH_NAME = {
    PushState.HELD: "夜里不打扰，到时候再发",
    PushState.VOID: "事情已经变了，没有发出去",
    PushState.PENDING: "还没有推送",
    PushState.SENDING: "已交给微信，还没有回音",
    PushState.SMS: "正在改发短信",
    PushState.SENT: "微信已收下",
    PushState.BY_SMS: "已交给短信通道",
    PushState.BY_CALL: "正在打电话念给他听",
    PushState.DELIVERED: "短信已送到手机，或者电话里听到了",
    PushState.INBOX_ONLY: "只放在消息列表里",
    PushState.UNDELIVERED: "微信和短信都没有送到",
}


@dataclass(frozen=True, slots=True)
class NotifyWitness:
    notify: Notify

    def subject_of(self, any_id: str) -> Subject | None:  # noqa: ARG002 - a message has no story of its own
        return None

    def observed(self, *, since: datetime, now: datetime) -> Iterable[Observed]:  # noqa: ARG002 - it promises no figure
        return ()

    def links(self, subject: Subject, *, now: datetime) -> Sequence[Link]:  # noqa: ARG002 - no message holds up a way
        return ()

    def tell(self, subject: Subject, *, now: datetime) -> Sequence[Happened]:  # noqa: ARG002 - messages stand still
        """The messages about it, among the latest 200 of each person; of a person all of these."""
        told: list[Happened] = []
        for person in subject.people:
            voids = self.notify.store.voids_of(person)
            told += [_void(self.notify, each) for each in voids if subject.id in (person, each.reminder.visit_id)]
            if subject.id == person:
                told += _hushed(self.notify, person)
            messages, after = self.notify.store.inbox_of(person, limit=LATEST_MESSAGES, after=None)
            mine = [each for each in messages if subject.id == person or is_about(each, subject.id)]
            told += [_told(self.notify, each) for each in mine]
            told += [Happened(each.read_at, SOURCE, f"消息“{each.title}”被打开") for each in mine if each.read_at]
            if after is not None:
                earlier = f"更早的消息没有查（只查最近 {LATEST_MESSAGES} 条）"
                told.append(Happened(messages[-1].created_at, SOURCE, earlier, person))
        return told


_WHY_VOID = {Why.CHANGED: "约好的已经变了", Why.LATE: "到能发的时候已经没有用了"}


def _hushed(notify: Notify, person: PersonId) -> list[Happened]:
    told = [_hushing(each) for each in notify.store.hushings_of(person)]
    preferences = notify.store.preferences_of(person)
    if preferences.silenced_at is not None and preferences.hush is Hush.CLOSED:
        told.append(Happened(preferences.silenced_at, SOURCE, "从这时起不再发消息：本人在微信里注销了", person))
    return told


def _hushing(hushing: Hushing) -> Happened:
    what = "从这时起不再发消息：我们得知本人已经过世" if hushing.silent else "恢复发消息：登记过世是弄错了"
    return Happened(hushing.at, SOURCE, what, hushing.by)


def _void(notify: Notify, void: Void) -> Happened:
    title = notify.templates[void.reminder.kind].title
    return Happened(void.at, SOURCE, f"提醒“{title}”没有发：{_WHY_VOID[void.why]}", void.person_id)


def _told(notify: Notify, message: Message) -> Happened:
    older = message.template_version != notify.templates[message.kind].version
    words = f"（用的是第 {message.template_version} 版的话）" if older else ""
    told = f"消息“{message.title}”{words}：{_PUSH_NAME[message.push]}"
    return Happened(message.created_at, SOURCE, told, message.person_id)
