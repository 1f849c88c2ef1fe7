"""What a person wants of us, what they allow WeChat to send, and what WeChat tells us of that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from chalicelib.contracts.wechat import WeChatNotice
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.refusals import AlreadyDone, Invalid, Missing
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale
from chalicelib.notify.domain.message import PushState
from chalicelib.notify.domain.reader import (
    ASKED_AT_ONCE,
    ASKS,
    Credit,
    Hush,
    Moment,
    Preferences,
    Said,
    SetPreferences,
)
from chalicelib.notify.domain.template import Templates
from chalicelib.notify.ports import Notify
from chalicelib.notify.usecases.delivery import deliver
from chalicelib.notify.usecases.moves import NotDelivered

Begin = Callable[[], UnitOfWork]
# An asynchronous failure is told within moments; among so many of the latest messages it is found.
LATEST_MESSAGES = 50


class NoSuchTemplate(Invalid):
    code = "notify.no_such_template"
    message = "没有这种微信提醒。"
    next_step = "请更新小程序以后再试一次。"


class NoSuchPerson(Missing):
    code = "notify.no_such_person"
    message = "没有找到这个人。"
    next_step = "请核对编号，从求助或来龙去脉里点“这个人”进来最稳妥。"


def set_preferences(notify: Notify, *, person_id: PersonId, command: SetPreferences, begin: Begin) -> Preferences:
    """Only who asks for it in so many words is told things again after a silence."""
    wanted = command.model_dump(exclude={"again"}, exclude_none=True)
    uow = begin()
    notify.store.stage_preferences(uow, person_id, wanted, ends_silence=command.again)
    uow.commit()
    return notify.store.preferences_of(person_id)


def silence(notify: Notify, *, person_id: PersonId, by: PersonId, now: datetime, begin: Begin) -> Preferences:
    """We were told of a death: nothing goes out from now on. Again, or after another silence, nothing changes."""
    _must_be_known(notify, person_id)
    uow = begin()
    notify.store.stage_died(uow, person_id, by=by, now=now)
    return _committed(notify, uow, person_id)


def lift_silence(notify: Notify, *, person_id: PersonId, by: PersonId, now: datetime, begin: Begin) -> Preferences:
    """It was an error. Who closed their account is not woken by it: only they themselves choose anew."""
    _must_be_known(notify, person_id)
    uow = begin()
    notify.store.stage_unsilenced(uow, person_id, by=by, now=now)
    return _committed(notify, uow, person_id)


def _must_be_known(notify: Notify, person_id: PersonId) -> None:
    if not notify.people.is_known(person_id):
        raise NoSuchPerson


def _committed(notify: Notify, uow: UnitOfWork, person_id: PersonId) -> Preferences:
    with suppress(AlreadyDone):
        uow.commit()
    return notify.store.preferences_of(person_id)


def templates_to_ask(notify: Notify, *, person_id: PersonId, moment: Moment, now: datetime) -> list[str]:
    """Ids of what is worth a popup at that moment, the scarcest first; at most three."""
    asks = ASKS[moment]
    if not notify.store.preferences_of(person_id).wechat:
        return []
    known = notify.store.credits_of(person_id)
    wanted = {name: wanted_of(notify.templates, name) for name in asks}
    worth = [name for name in asks if known.get(name, Credit()).is_worth_asking(wanted=wanted[name], now=now)]
    worth.sort(key=lambda name: (known.get(name, Credit()).left or 0) / wanted[name])
    return [notify.template_ids[name] for name in worth[:ASKED_AT_ONCE]]


def wanted_of(templates: Templates, name: str) -> int:
    """How many messages of a WeChat template one matter may call for: the longest way from one kind to its last."""
    kinds = [template for template in templates.values() if template.wechat and template.wechat.template == name]
    return 1 + max(len(template.then) for template in kinds)


def note_answers(
    notify: Notify, *, person_id: PersonId, answers: Mapping[str, Said], now: datetime, begin: Begin
) -> None:
    """What the popup answered on the phone, by template id. Only a hint: WeChat's own word is what counts."""
    name_by_id = {template_id: name for name, template_id in notify.template_ids.items()}
    if not answers.keys() <= name_by_id.keys():
        raise NoSuchTemplate(field="answers")

    def attempt() -> None:
        before = notify.store.credits_of(person_id)
        uow = begin()
        for template_id, said in sorted(answers.items()):
            name = name_by_id[template_id]
            notify.store.stage_said(uow, person_id, name, before.get(name, Credit()), said, now=now)
        uow.commit()

    again_when_stale(attempt)


def take_notice(notify: Notify, notice: WeChatNotice, *, now: datetime, begin: Begin) -> None:
    """Kept before anything is done about it, so that WeChat has its answer in time; once, however often posted."""
    uow = begin()
    notify.store.stage_notice(uow, notice, now=now)
    try:
        uow.commit()
    except AlreadyDone:
        return


def heed(notify: Notify, notice: WeChatNotice, *, now: datetime, begin: Begin) -> None:
    """A notice of a person; one of somebody or of a template we do not know changes nothing."""
    person_id = notify.people.find_person_by_openid_hashes(notice.openid_hashes)
    if person_id is None:
        return
    if notice.event == "subscribe_msg_sent_event":
        for push_id in notice.failed:
            _push_failed(notify, person_id, push_id, now=now, begin=begin)
        return
    uow = begin()
    notify.store.stage_notice_heeded(uow, notice.notice_id, now=now)
    _stage_effect(notify, notice, person_id, now, uow)
    try:
        uow.commit()
    except AlreadyDone:
        return


def _stage_effect(notify: Notify, notice: WeChatNotice, person_id: PersonId, now: datetime, uow: UnitOfWork) -> None:
    match notice.event:
        case "subscribe_msg_popup_event" | "subscribe_msg_change_event":
            name_by_id = {template_id: name for name, template_id in notify.template_ids.items()}
            said = {
                name_by_id[each.template_id]: each.said for each in notice.answers if each.template_id in name_by_id
            }
            for name, answer in said.items():
                notify.store.stage_heard(uow, person_id, name, Said(answer), now=now)
        case "user_authorization_revoke":
            # The number was theirs to lend, and they took it back.
            notify.store.stage_without_sms(uow, person_id)
        case "user_authorization_cancellation":
            if notify.store.preferences_of(person_id).hush is not Hush.DIED:
                notify.store.stage_closed(uow, person_id, now=now)
            notify.people.stage_sessions_ended(uow, person_id, now=now)


def _push_failed(notify: Notify, person_id: PersonId, push_id: str, *, now: datetime, begin: Begin) -> None:
    """WeChat took it and could not deliver: it goes the next way."""
    messages, _ = notify.store.inbox_of(person_id, limit=LATEST_MESSAGES, after=None)
    for message in (each for each in messages if each.push_id == push_id):
        again = message
        if message.push is PushState.SENT:
            uow = begin()
            notify.store.stage_push(uow, message, PushState.SMS, attempts=0)
            uow.commit()
            again = replace(message, push=PushState.SMS, attempts=0)
        if not deliver(notify, again, now=now, begin=begin):
            raise NotDelivered
