"""A person's side of a case: opening it, saying something, reading it. Each may be sent again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import CaseId, PersonId, PostId, ulid_of
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import AlreadyDone, Invalid
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale
from chalicelib.support.domain import calling, duty, life
from chalicelib.support.domain.case import Case, CaseStatus, Channel
from chalicelib.support.domain.catalogue import Cause
from chalicelib.support.domain.commands import OpenCase, Say
from chalicelib.support.domain.photo import NoSuchPhoto, photo_from
from chalicelib.support.domain.post import Author, Post
from chalicelib.support.ports import NoSuchCase, Support

Begin = Callable[[], UnitOfWork]


class NotAboutThat(Invalid):
    """Also for a thing that is somebody else's, or does not exist."""

    code = "support.not_about_that"
    message = "没有找到您说的那张卡、那次服务或那笔付款。"
    next_step = "请从它的页面里点“求助”；还是不行，请打客服电话 {hotline}。"


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """A case with what was said, in the clear for its reader.

    `may_disown`: we spoke on the phone with somebody, and its person has not said yet that it was not them.
    """

    case: Case
    posts: Sequence[tuple[Post, str]] = ()
    may_disown: bool = False


def open_case(
    support: Support,
    *,
    command: OpenCase,
    channel: Channel,
    by: Principal,
    step: Callable[[Case], Case] = lambda case: case,
    also: Callable[[UnitOfWork, Case], None] = lambda _, __: None,
    now: datetime,
    begin: Begin,
) -> Case:
    """The case of this matter; told of within a day before, it is that one, with these words in it.

    `step` is what else becomes of it at once, `also` what is written along with it.

    Opened again with the same id and words it is the same case, whatever became of it.
    """
    cause = support.catalogue.cause(command.cause)
    _check_subject(support, command, cause, by.person_id)
    post = _post(support, command, PostId(f"post_{ulid_of(command.id)}"), by=by, channel=channel, now=now)

    def attempt() -> Case:
        standing = support.store.find_matter(by.person_id, _matter(command, cause))
        uow = begin()
        if standing is not None and (standing.case_id == command.id or _goes_on(standing, cause, now=now)):
            after = step(_told_again(support, standing, cause, now=now))
            support.store.stage_post(uow, post(standing.case_id))
            support.store.stage_case(uow, standing, after, now=now)
        else:
            after = step(_new_case(support, command, cause, channel=channel, by=by, now=now))
            support.store.stage_new_case(uow, after, matter=_matter(command, cause), instead_of=standing)
            support.store.stage_post(uow, post(after.case_id))
        also(uow, after)
        try:
            uow.commit()
        except AlreadyDone:
            return _as_it_is(support, after.case_id)
        return after

    return again_when_stale(attempt)


def say(
    support: Support,
    *,
    case_id: CaseId,
    command: Say,
    channel: Channel,
    by: Principal,
    now: datetime,
    begin: Begin,
) -> Case:
    """Another word of the person, perhaps with a photo; a closed case is open again."""
    post = _post(support, command, command.id, by=by, channel=channel, now=now)
    picture = photo_from(command.photo) if command.photo is not None else None

    def attempt() -> Case:
        case = read_own(support, case_id=case_id, by=by)
        after = heard_again(support, case, now=now)
        uow = begin()
        support.store.stage_post(uow, replace(post(case_id), photo=picture is not None))
        if picture is not None:
            sealed = support.store.seal_photo(command.id, by.data_key, picture)
            support.store.stage_photo(uow, case_id, command.id, sealed)
        support.store.stage_case(uow, case, after, now=now)
        try:
            uow.commit()
        except AlreadyDone:
            return _as_it_is(support, case_id)
        return after

    return again_when_stale(attempt)


def read_own(support: Support, *, case_id: CaseId, by: Principal) -> Case:
    case = support.store.find_case(case_id)
    if case is None or case.person_id != by.person_id:
        raise NoSuchCase
    return case


def photo_of(support: Support, case: Case, post_id: PostId) -> bytes:
    picture = support.store.find_photo(case.case_id, post_id, support.people.data_key_of(case.person_id))
    if picture is None:
        raise NoSuchPhoto
    return picture


def with_posts(support: Support, case: Case, *, colleagues: bool) -> OpenedCase:
    """`colleagues`: with what was said among them, which its person never sees."""
    key = support.people.data_key_of(case.person_id)
    posts = [
        (post, support.store.open(post, key))
        for post in support.store.posts_of(case.case_id)
        if colleagues or post.author is not Author.COLLEAGUES
    ]
    by_phone = not colleagues and any(post.channel is Channel.PHONE for post, _ in posts)
    may_disown = by_phone and any(not each.disowned_at for each in support.store.who_spoke(case.person_id))
    return OpenedCase(case, posts, may_disown)


def people_on_duty(
    support: Support, case: Case, *, now: datetime, without: Collection[PersonId] = ()
) -> list[PersonId]:
    """In the order they are called; nobody who is kept away from its person."""
    not_called = kept_away(support, case.person_id) | {*without}
    shifts = support.store.shifts_of(case.queue, ending_after=now)
    return [each for each in duty.on_duty(shifts, now=now) if each not in not_called]


def kept_away(support: Support, person_id: PersonId) -> set[PersonId]:
    """Those of us who spoke on the phone with somebody else in this person's name."""
    return {each.agent for each in support.store.who_spoke(person_id) if each.disowned_at}


def _check_subject(support: Support, command: OpenCase, cause: Cause, person_id: PersonId) -> None:
    kind = command.about.partition("_")[0]
    known = (witness.subject_of(command.about) for witness in support.witnesses)
    subject = next(filter(None, known), None)
    if kind not in cause.about or subject is None or person_id not in subject.people:
        raise NotAboutThat(field="about")


def _new_case(
    support: Support, command: OpenCase, cause: Cause, *, channel: Channel, by: Principal, now: datetime
) -> Case:
    case = Case(
        case_id=command.id,
        person_id=by.person_id,
        subject=command.about,
        cause=cause.code,
        kind=cause.kind,
        queue=cause.queue,
        channel=channel,
        status=CaseStatus.OPEN,
        opened_by=by.actor,
        opened_at=now,
        last_contact_at=now,
        clocks=life.clocks_for(support.catalogue.kind(cause.kind), now=now),
        command_hash=support.store.fingerprint(command, by.data_key),
        four_eyes=cause.four_eyes,
    )
    return called_if_urgent(support, case, now=now)


def _matter(command: OpenCase, cause: Cause) -> str:
    """What is one matter when it is told of again: a thing; about a person, whatever goes to the same queue.

    What waits for a decision is mixed with nothing but another way to the same one.
    """
    if cause.apart:
        return f"{command.about}#{cause.code}"
    of_person = command.about.startswith("per_")
    return f"{command.about}#{cause.queue}" if of_person or cause.decides else command.about


def _goes_on(standing: Case, cause: Cause, *, now: datetime) -> bool:
    """What stands apart is one case until its decision, unless somebody made another thing of it since."""
    if not cause.apart:
        return life.is_same_matter(standing, now=now)
    is_that = standing.cause == cause.code
    return is_that and (standing.status is not CaseStatus.CLOSED or life.is_same_matter(standing, now=now))


def _told_again(support: Support, standing: Case, cause: Cause, *, now: datetime) -> Case:
    standing = replace(standing, four_eyes=standing.four_eyes or cause.four_eyes)
    if not support.catalogue.queue(cause.queue).paged:
        return heard_again(support, standing, now=now)
    kind = support.catalogue.kind(cause.kind)
    if standing.queue != cause.queue:
        standing = life.pressed(standing, cause=cause.code, queue=cause.queue, kind=kind, now=now)
    heard = replace(life.heard(standing, kind, now=now), cause=cause.code)
    return called_if_urgent(support, heard, now=now)


def heard_again(support: Support, case: Case, *, now: datetime) -> Case:
    """Open again after its end, a case goes to who is there: its owner may have gone home."""
    after = life.heard(case, support.catalogue.kind(case.kind), now=now)
    if case.status is not CaseStatus.CLOSED:
        return after
    if case.owner not in people_on_duty(support, case, now=now):
        after = replace(after, owner=None)
    return called_if_urgent(support, after, now=now)


def called_if_urgent(support: Support, case: Case, *, now: datetime, without: Collection[PersonId] = ()) -> Case:
    """In a queue where somebody is on duty at any hour, unless a call about it waits already."""
    if not support.catalogue.queue(case.queue).paged or (case.page is not None and case.page.waits):
        return case
    on_duty = people_on_duty(support, case, now=now, without=without)
    return calling.called_at_once(case, on_duty=on_duty, now=now)


def _post(
    support: Support, command: OpenCase | Say, post_id: PostId, *, by: Principal, channel: Channel, now: datetime
) -> Callable[[CaseId], Post]:
    return lambda case_id: Post(
        post_id=post_id,
        case_id=case_id,
        author=Author.STAFF if channel is Channel.SYSTEM else Author.PERSON,
        by=by.actor,
        channel=channel,
        at=now,
        command_hash=support.store.fingerprint(command, by.data_key),
        sealed=support.store.seal(post_id, by.data_key, command.text),
    )


def our_word(
    post_id: PostId, case_id: CaseId, *, by: PersonId, channel: Channel, sealed: bytes, now: datetime
) -> Post:
    """Said by us of itself, once: its id follows from what led to it."""
    return Post(
        post_id=post_id,
        case_id=case_id,
        author=Author.STAFF,
        by=by,
        channel=channel,
        at=now,
        command_hash=post_id.encode(),
        sealed=sealed,
    )


def _as_it_is(support: Support, case_id: CaseId) -> Case:
    case = support.store.find_case(case_id)
    if case is None:
        raise AssertionError("words without their case")
    return case
