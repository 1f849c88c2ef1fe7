"""The inbox over HTTP, what a person wants of us, and what WeChat posts."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from chalicelib.kernel.command import Command
from chalicelib.kernel.ids import ULID_PATTERN, MessageIdField, PersonIdField
from chalicelib.kernel.principal import RELATION_NAME, Role
from chalicelib.kernel.refusals import MovedMeanwhile
from chalicelib.notify.domain.digest import DAY, SetDigest, UnknownZone
from chalicelib.notify.domain.reader import Moment, Said, SetPreferences
from chalicelib.notify.ports import Notify
from chalicelib.notify.usecases import digests, wishes
from chalicelib.notify.usecases.delivery import NoSuchMessage, mark_read
from chalicelib.notify.usecases.wishes import NoSuchPerson, NoSuchTemplate
from chalicelib.notify.views import (
    DayView,
    DigestView,
    FollowedView,
    GatewaysView,
    InboxView,
    MessageView,
    NotedView,
    PreferencesView,
    SilenceView,
    TemplatesToAskView,
)
from chalicelib.platform.http.answers import PlainText
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.http.throttling import Throttle
from chalicelib.platform.wechat.push import PushRefused, Signature

api: Api[Notify] = Api("notify")

# One popup a tap; a hundred taps in an hour are no person's.
_ANSWERS = Throttle("subscriptions", per="person", most=100, within=timedelta(hours=1))
# Each choice plans a digest of its own, of which only the chosen one tells anything.
_DIGESTS = Throttle("digest", per="person", most=50, within=timedelta(days=1))
_TEMPLATE_ID = Annotated[str, StringConstraints(max_length=64)]


class InboxQuery(Command):
    limit: Annotated[int, Field(ge=1, le=50)] = 20
    after: Annotated[str, StringConstraints(pattern=f"^{ULID_PATTERN}$")] | None = None


class TemplatesQuery(Command):
    moment: Moment


class NoteAnswers(Command):
    """By template id, what `wx.requestSubscribeMessage` answered."""

    answers: Annotated[dict[_TEMPLATE_ID, Said], Field(min_length=1, max_length=3)]


class PushQuery(Command):
    """WeChat may add to its URL what we do not know."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True, hide_input_in_errors=True)

    signature: str
    timestamp: str
    nonce: str
    msg_signature: str = ""

    @property
    def signed(self) -> Signature:
        return Signature(self.signature, self.timestamp, self.nonce, self.msg_signature)


class CheckQuery(PushQuery):
    echostr: Annotated[str, StringConstraints(pattern="^[A-Za-z0-9_-]{1,256}$")]


@api.get("/v1/inbox", role=Role.MEMBER)
def read_inbox(call: Call[Notify], query: InboxQuery) -> InboxView:
    """My messages, newest first; everything we told me is here, whatever WeChat did."""
    messages, after = call.deps.store.inbox_of(call.principal.person_id, limit=query.limit, after=query.after)
    return InboxView(items=[MessageView.of(message) for message in messages], next=after)


@api.post("/v1/inbox/{message_id}/read", role=Role.MEMBER, refuses=(NoSuchMessage,))
def mark_message_read(call: Call[Notify], message_id: MessageIdField) -> MessageView:
    """Mark a message as read."""
    message = mark_read(
        call.deps,
        person_id=call.principal.person_id,
        message_id=message_id,
        now=call.now,
        begin=call.begin,
    )
    return MessageView.of(message)


@api.get("/v1/me/preferences", role=Role.MEMBER)
def read_preferences(call: Call[Notify]) -> PreferencesView:
    """How I want to be told things."""
    return PreferencesView.of(call.deps.store.preferences_of(call.principal.person_id))


@api.put("/v1/me/preferences", role=Role.MEMBER)
def set_preferences(call: Call[Notify], command: SetPreferences) -> PreferencesView:
    """Choose how I am told things; calls that concern my safety come all the same, and the inbox has everything."""
    wanted = wishes.set_preferences(call.deps, person_id=call.principal.person_id, command=command, begin=call.begin)
    return PreferencesView.of(wanted)


@api.get("/v1/me/digest", role=Role.MEMBER)
def read_digest(call: Call[Notify]) -> DayView:
    """The visits of everybody who lets me see them, a day back and a day ahead; each of them sees that I looked."""
    person_id, now = call.principal.person_id, call.now
    found = digests.read_days(call.deps, person_id=person_id, since=now - DAY, until=now + DAY, at=now)
    for each in found:
        of = each.followed
        call.note_read(of.person_id, who=RELATION_NAME[of.relation], what="看每日小结", about=of.person_id)
    wanted = DigestView.of(call.deps.store.preferences_of(person_id), person_id, now=now)
    return DayView(digest=wanted, people=[FollowedView.of(each) for each in found])


@api.put("/v1/me/digest", role=Role.MEMBER, refuses=(UnknownZone,), throttles=(_DIGESTS,))
def set_digest(call: Call[Notify], command: SetDigest) -> DigestView:
    """Have one digest a day at an hour of where I live, or none; news of my family keep its nights quiet too."""
    person_id = call.principal.person_id
    wanted = digests.set_digest(call.deps, person_id=person_id, command=command, now=call.now, begin=call.begin)
    return DigestView.of(wanted, person_id, now=call.now)


@api.get("/v1/me/templates-to-ask", role=Role.MEMBER)
def list_templates_to_ask(call: Call[Notify], query: TemplatesQuery) -> TemplatesToAskView:
    """Which subscription templates to ask for at the next tap; none when a popup would only disturb."""
    ids = wishes.templates_to_ask(call.deps, person_id=call.principal.person_id, moment=query.moment, now=call.now)
    return TemplatesToAskView(template_ids=ids)


@api.post("/v1/me/subscriptions", role=Role.MEMBER, refuses=(NoSuchTemplate, MovedMeanwhile), throttles=(_ANSWERS,))
def note_subscriptions(call: Call[Notify], command: NoteAnswers) -> NotedView:
    """Tell what the subscription popup answered; WeChat's own notice is what counts."""
    wishes.note_answers(
        call.deps,
        person_id=call.principal.person_id,
        answers=command.answers,
        now=call.now,
        begin=call.begin,
    )
    return NotedView(noted=len(command.answers))


@api.post("/v1/staff/people/{person_id}/silence", role=Role.AGENT, refuses=(NoSuchPerson,))
def silence_the_dead(call: Call[Notify], person_id: PersonIdField) -> SilenceView:
    """We were told that this person has died: no message goes out to them any more. The first time counts."""
    by = call.principal.person_id
    return SilenceView.of(wishes.silence(call.deps, person_id=person_id, by=by, now=call.now, begin=call.begin))


@api.post("/v1/staff/people/{person_id}/silence/lift", role=Role.AGENT, refuses=(NoSuchPerson,))
def lift_silence(call: Call[Notify], person_id: PersonIdField) -> SilenceView:
    """It was an error: messages go out again. A closed account stays silent; only its owner chooses anew."""
    by = call.principal.person_id
    return SilenceView.of(wishes.lift_silence(call.deps, person_id=person_id, by=by, now=call.now, begin=call.begin))


@api.get("/v1/staff/gateways", role=Role.STAFF)
def read_gateways(call: Call[Notify]) -> GatewaysView:
    """How the gateways for SMS do, and what this month's SMS cost so far."""
    return GatewaysView.of(call.deps.sms.state(call.now), call.deps.sms.spending(call.now))


@api.get("/v1/wechat/push", role=None, refuses=(PushRefused,))
def check_push_address(call: Call[Notify], query: CheckQuery) -> PlainText:
    """For WeChat: is this address ours? Answers with `echostr` as it came."""
    call.deps.pushes.check(query.signed, now=call.now)
    return PlainText(text=query.echostr)


@api.post("/v1/wechat/push", role=None, refuses=(PushRefused,))
def hear_of_push(call: Call[Notify], query: PushQuery, raw_body: bytes) -> PlainText:
    """For WeChat: something happened to a person's subscriptions or account. Kept first, acted on after."""
    notice = call.deps.pushes.read(query.signed, raw_body, now=call.now)
    if notice is not None:
        wishes.take_notice(call.deps, notice, now=call.now, begin=call.begin)
    return PlainText(text="success")
