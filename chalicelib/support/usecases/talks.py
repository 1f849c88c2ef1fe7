"""Acting for who is on the phone: known by what they say, agreed to, written down where it was done."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.kernel.ids import PersonId, PostId, make_id, ulid_of
from chalicelib.kernel.principal import Acting, Principal
from chalicelib.kernel.refusals import Conflict
from chalicelib.kernel.time import spoken
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.support.domain.case import Case, CaseStatus, Channel, OwnSubmission, spoken_about
from chalicelib.support.domain.commands import OpenCase, StartTalk
from chalicelib.support.domain.talk import Act, Talk
from chalicelib.support.ports import Support
from chalicelib.support.usecases.cases import open_case, our_word
from chalicelib.support.usecases.desk import may_work

Begin = Callable[[], UnitOfWork]


class SpeakerNotConfirmed(Conflict):
    """Also for a phone nobody has proven: which of the three is wrong is told to nobody."""

    code = "support.speaker_not_confirmed"
    message = "来电人报的手机号、姓名和证件号后四位，与登记的对不上。"
    next_step = "麻烦来电人慢慢再报一遍；还是对不上，就不能代办，请他在自己的小程序里点“求助”。"


def start_talk(
    support: Support, *, command: StartTalk, by: Principal, now: datetime, begin: Begin
) -> tuple[Case, Talk]:
    """The case of the matter, chat or phone, and half an hour in which this agent may act. Again changes nothing."""
    confirmed = support.people.speaker(phone=command.phone, name=command.name, number_ends=command.number_ends)
    if confirmed is None:
        raise SpeakerNotConfirmed
    speaker, known = confirmed
    if speaker.person_id == by.person_id:
        raise OwnSubmission
    opening = OpenCase(
        id=command.id, cause=command.cause, about=command.about or speaker.person_id, text=command.text
    )
    theirs = may_work(support, support.catalogue.cause(command.cause).queue, by)

    def also(uow: UnitOfWork, case: Case) -> None:
        talk = Talk(case.case_id, speaker.person_id, by.person_id, now)
        randomness = hashlib.sha256(f"{command.id} talk".encode()).digest()[:10]
        post_id = PostId(make_id(PostId, now=now, randomness=randomness))
        support.store.stage_talk(uow, talk)
        sealed = support.store.seal(post_id, speaker.data_key, _told(talk, known=known))
        word = our_word(post_id, case.case_id, by=by.person_id, channel=Channel.PHONE, sealed=sealed, now=now)
        support.store.stage_post(uow, word)

    case = open_case(
        support,
        command=opening,
        channel=Channel.PHONE,
        by=replace(speaker, acting=Acting(by.person_id, command.id)),
        step=lambda case: spoken_about(case, by=by.person_id, theirs=theirs, now=now),
        also=also,
        now=now,
        begin=begin,
    )
    talk = support.store.find_talk(by.person_id, speaker.person_id)
    if talk is None:
        raise AssertionError("a talk that was not kept")
    return case, talk


@dataclass(frozen=True, slots=True)
class OnBehalf:
    """What the edge asks when one of us acts for somebody."""

    support: Support

    def principal(self, person_id: PersonId, *, agent: Principal, now: datetime) -> Principal | None:
        """None once the talk's time is over, or its case is closed."""
        talk = self.support.store.find_talk(agent.person_id, person_id)
        case = self.support.store.find_case(talk.case_id) if talk and now < talk.ends_at else None
        if case is None or case.status is CaseStatus.CLOSED:
            return None
        return replace(self.support.people.member(person_id), acting=Acting(agent.person_id, case.case_id))

    def stage(self, uow: UnitOfWork, by: Principal, *, what: str, about: str, request_id: str, now: datetime) -> None:
        if by.acting is None:
            raise AssertionError("nobody acts for anybody")
        case_id, agent = by.acting.case_id, by.acting.by
        text = f"客服在电话里替您办了：{what}。"
        post_id = PostId(f"post_{ulid_of(request_id)}")
        sealed = self.support.store.seal(post_id, by.data_key, text)
        word = our_word(post_id, case_id, by=agent, channel=Channel.PHONE, sealed=sealed, now=now)
        self.support.store.stage_act(uow, Act(case_id, about, what, agent, now), request_id=request_id)
        self.support.store.stage_post(uow, word)


def _told(talk: Talk, *, known: bool) -> str:
    said = "手机号、姓名和证件号后四位" if known else "手机号"
    return (
        f"您打来电话，报对了登记的{said}，同意客服替您办，{spoken(talk.ends_at)} 前有效。"
        "不是您本人打的，请马上在这里告诉我们。"
    )
