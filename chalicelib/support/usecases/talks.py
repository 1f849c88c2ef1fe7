"""Acting for who is on the phone: known by what they say, agreed to, written down where it was done."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.kernel.deed import Deed
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaseId, PersonId, PostId, TalkId, make_id, ulid_of
from chalicelib.kernel.principal import Acting, Principal, Role
from chalicelib.kernel.refusals import AlreadyDone, Conflict, IdTaken, Missing
from chalicelib.kernel.time import spoken
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale
from chalicelib.support.domain import life
from chalicelib.support.domain.case import Case, CaseStatus, Channel, KeptAway, OwnSubmission
from chalicelib.support.domain.commands import Disown, OpenCase, StartTalk
from chalicelib.support.domain.post import Author, Post
from chalicelib.support.domain.talk import Act, Talk, may_act
from chalicelib.support.ports import Support
from chalicelib.support.usecases.cases import called_if_urgent, heard_again, kept_away, open_case, our_word, read_own
from chalicelib.support.usecases.desk import may_work

Begin = Callable[[], UnitOfWork]
NOT_ME = "这个电话不是我打的。"


class SpeakerNotConfirmed(Conflict):
    """Also for a phone nobody has proven: which of the three is wrong is told to nobody."""

    code = "support.speaker_not_confirmed"
    message = "来电人报的手机号、姓名和证件号后四位，与登记的对不上。"
    next_step = "麻烦来电人慢慢再报一遍；还是对不上，就不能代办，请他在自己的小程序里点“求助”。"


class NoSuchTalk(Missing):
    """Also for a colleague's."""

    code = "support.no_such_talk"
    message = "没有找到这次通话。"
    next_step = "不用再办什么：代办最多半小时，到时候自己结束。"


class NoTalk(Conflict):
    code = "support.no_talk"
    message = "这个求助里没有人打过电话。"
    next_step = "有别的不放心，请在这里说一句，我们来查。"


def start_talk(
    support: Support, *, command: StartTalk, by: Principal, now: datetime, begin: Begin
) -> tuple[Case, Talk]:
    """The case of the matter, chat or phone, and half an hour in which this agent may act.

    Again, at any time, it is answered with the same talk; what was agreed holds no longer for it.
    """
    if (standing := support.store.find_talk(command.id)) is not None:
        return _as_it_was(support, standing, command, by)
    confirmed = support.people.speaker(phone=command.phone, name=command.name, number_ends=command.number_ends)
    if confirmed is None:
        raise SpeakerNotConfirmed
    speaker, known = confirmed
    # Also of an account of their own that they hold beside the one they work with.
    if speaker.person_id == by.person_id or command.phone == support.people.phone_of(by.person_id):
        raise OwnSubmission
    if by.person_id in kept_away(support, speaker.person_id):
        raise KeptAway
    about = command.about or speaker.person_id
    case_id = CaseId(f"case_{ulid_of(command.id)}")
    opening = OpenCase(id=case_id, cause=command.cause, about=about, text=command.text)

    def step(case: Case) -> Case:
        return life.spoken_about(case, by=by.person_id, theirs=may_work(support, case.queue, by), now=now)

    def also(uow: UnitOfWork, case: Case) -> None:
        talk = Talk(
            talk_id=command.id,
            case_id=case.case_id,
            person_id=speaker.person_id,
            agent=by.person_id,
            cause=command.cause,
            began_at=now,
            known=known,
            command_hash=support.store.fingerprint(command, speaker.data_key),
        )
        randomness = hashlib.sha256(f"{command.id} talk".encode()).digest()[:10]
        post_id = PostId(make_id(PostId, now=now, randomness=randomness))
        sealed = support.store.seal(post_id, speaker.data_key, _told(talk))
        after = now + timedelta(milliseconds=1)  # stands below what the person said
        word = our_word(post_id, case.case_id, by=by.person_id, channel=Channel.PHONE, sealed=sealed, now=after)
        support.store.stage_talk(uow, talk)
        support.store.stage_post(uow, word)

    open_case(
        support,
        command=opening,
        channel=Channel.PHONE,
        by=replace(speaker, acting=Acting(by.person_id, case_id, command.id)),
        step=step,
        also=also,
        now=now,
        begin=begin,
    )
    talk = support.store.find_talk(command.id)
    if talk is None:
        raise AssertionError("a talk that was not kept")
    return _case_of(support, talk), talk


def end_talk(support: Support, *, talk_id: TalkId, by: Principal, now: datetime, uow: UnitOfWork) -> None:
    """Nothing more may be done in it. Again changes nothing, nor does it when a later talk began meanwhile."""
    talk = support.store.find_talk(talk_id)
    if talk is None or talk.agent != by.person_id:
        raise NoSuchTalk
    support.store.stage_ended_talk(uow, talk, now=now)
    try:
        uow.commit()
    except AlreadyDone:
        return


def disown(
    support: Support, *, case_id: CaseId, command: Disown, by: Principal, now: datetime, begin: Begin
) -> tuple[Case, bool]:
    """It was somebody else who rang up: whoever spoke with them is kept from this person. True when that is new."""
    post = Post(
        post_id=command.id,
        case_id=case_id,
        author=Author.PERSON,
        by=by.person_id,
        channel=Channel.CHAT,
        at=now,
        command_hash=support.store.fingerprint(command, by.data_key),
        sealed=support.store.seal(command.id, by.data_key, NOT_ME),
    )

    def attempt() -> tuple[Case, bool]:
        case = read_own(support, case_id=case_id, by=by)
        everybody = support.store.who_spoke(by.person_id)
        if not everybody:
            raise NoTalk
        fresh = [each for each in everybody if each.disowned_at is None]
        if not fresh:
            return case, False
        agents = {each.agent for each in everybody}
        after = life.taken_from(heard_again(support, case, now=now), agents)
        after = called_if_urgent(support, after, now=now, without=agents)
        uow = begin()
        for each in fresh:
            support.store.stage_disowned(uow, each, now=now)
        support.store.stage_post(uow, post)
        support.store.stage_case(uow, case, after, now=now)
        try:
            uow.commit()
        except AlreadyDone:
            return read_own(support, case_id=case_id, by=by), False
        return after, True

    return again_when_stale(attempt)


@dataclass(frozen=True, slots=True)
class OnPhone:
    """What the edge asks when one of us acts for somebody."""

    support: Support

    def principal(self, person_id: PersonId, *, agent: Principal, now: datetime) -> Principal | None:
        """For an agent at the desk; None once the talk is over, or its case is closed."""
        spoke = self.support.store.find_spoke(person_id, agent.person_id) if Role.AGENT in agent.roles else None
        case = self.support.store.find_case(spoke.case_id) if spoke and may_act(spoke, now=now) else None
        if spoke is None or case is None or case.status is CaseStatus.CLOSED:
            return None
        acting = Acting(agent.person_id, case.case_id, spoke.talk_id)
        return replace(self.support.people.member(person_id), acting=acting)

    def stage(self, uow: UnitOfWork, by: Principal, deed: Deed) -> None:
        if by.acting is None:
            raise AssertionError("nobody acts for anybody")
        case_id, agent = by.acting.case_id, by.acting.by
        post_id = PostId(f"post_{ulid_of(deed.request_id)}")
        sealed = self.support.store.seal(post_id, by.data_key, f"客服在电话里替您办了：{deed.what}。")
        word = our_word(post_id, case_id, by=agent, channel=Channel.PHONE, sealed=sealed, now=deed.at)
        act = Act(case_id, deed.about, deed.what, agent, deed.at)
        self.support.store.stage_act(
            uow, act, word, for_=by.person_id, talk_id=by.acting.talk_id, request_id=deed.request_id
        )


def _as_it_was(support: Support, talk: Talk, command: StartTalk, by: Principal) -> tuple[Case, Talk]:
    key = support.people.data_key_of(talk.person_id)
    if (talk.agent, talk.command_hash) != (by.person_id, support.store.fingerprint(command, key)):
        raise IdTaken(field="id")
    return _case_of(support, talk), talk


def _case_of(support: Support, talk: Talk) -> Case:
    case = support.store.find_case(talk.case_id)
    if case is None:
        raise AssertionError("a talk without its case")
    return case


def _told(talk: Talk) -> str:
    if talk.ends_at is None:
        return "您打来电话，报对了登记的手机号，我们记下了您说的事。不是您本人打的，请马上点“电话不是我打的”。"
    return (
        f"您打来电话，报对了登记的手机号、姓名和证件号后四位，同意客服替您办，{spoken(talk.ends_at)} 前有效。"
        "不是您本人打的，请马上点“电话不是我打的”。"
    )
