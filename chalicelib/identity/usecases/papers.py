"""Handing in a photo of oneself with one's card, and what staff see of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from chalicelib.identity.domain import paper as rules
from chalicelib.identity.domain.id_number import parse_id_number
from chalicelib.identity.domain.names import normalise_name
from chalicelib.identity.domain.paper import BeginPaper, HandInPaper, Paper
from chalicelib.identity.domain.person import AlreadyProven, Person, Private, Said
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases.proofs import load_person, raw_name, stage_application
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PaperId
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import AlreadyDone, IdTaken
from chalicelib.kernel.time import business_date
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale

Begin = Callable[[], UnitOfWork]


@dataclass(frozen=True, slots=True)
class Sending:
    """`missing`: where each part that is not there yet may be sent."""

    paper: Paper
    missing: Mapping[int, str]


def begin_paper(identity: Identity, *, command: BeginPaper, by: Principal, now: datetime, uow: UnitOfWork) -> Sending:
    """The same again, within seven days, goes on where the line broke: only what is missing is asked for."""
    rules.check_size(command)
    paper = identity.papers.find(command.id)
    if paper is None:
        upload = identity.uploads.begin(key_of(command.id), content_type=command.content_type)
        paper = Paper(
            paper_id=command.id,
            person_id=by.person_id,
            content_type=command.content_type,
            size=command.size,
            upload=upload,
            begun_at=now,
            version=1,
        )
        identity.papers.stage_new(uow, paper)
        try:
            uow.commit()
        except AlreadyDone as done:
            paper = identity.papers.paper_in(done.item)
    if (paper.person_id, paper.content_type, paper.size) != (by.person_id, command.content_type, command.size):
        raise IdTaken(field="id")
    rules.check_alive(paper, now=now)
    sent = _sent(identity, paper)
    missing = (number for number in range(1, paper.parts + 1) if number not in sent)
    key = key_of(paper.paper_id)

    def address(number: int) -> str:
        first, last = paper.bytes_of(number)
        return identity.uploads.address_of_part(key, paper.upload, number, length=last - first + 1)

    return Sending(paper, {each: address(each) for each in missing})


def hand_in_paper(
    identity: Identity, *, paper_id: PaperId, command: HandInPaper, by: Principal, now: datetime, begin: Begin
) -> tuple[Person, Private]:
    """Handed in with the words it belongs to, it waits for a person of ours: PaperForPeople, and the same again.

    Who is proven with that number by then, by this or otherwise, is answered as they are.
    """
    said = Said(
        normalise_name(command.name),
        parse_id_number(command.id_number, today=business_date(now)),
        raw_name(command.name),
    )
    paper = identity.papers.find(paper_id)
    if paper is None or paper.person_id != by.person_id:
        raise rules.NoSuchPaper
    rules.check_alive(paper, now=now)
    if paper.finished_at is None:
        put_together(identity, paper)

    def hand_in() -> tuple[Person, Private] | None:
        person = load_person(identity, by.person_id)
        private = identity.store.open(person)
        if person.identity_proven_at is not None:
            if private.id_number != said.id_number:
                raise AlreadyProven
            return person, private
        fresh = identity.papers.find(paper_id)
        if fresh is None:
            raise rules.NoSuchPaper
        handed_in = (private.applied_paper, private.applied_name, private.applied_number)
        if fresh.finished_at is not None and handed_in == (paper_id, said.name, said.id_number):
            return None
        uow = begin()
        identity.papers.stage(uow, rules.finished(fresh, now=now))
        stage_application(identity, uow, person, replace(said, paper=paper_id), by=by.actor, now=now)
        uow.commit()
        return None

    proven = again_when_stale(hand_in)
    if proven is None:
        raise rules.PaperForPeople
    return proven


def put_together(identity: Identity, paper: Paper) -> None:
    """One file of its parts, of a kind that can be looked at; again changes nothing."""
    key = key_of(paper.paper_id)
    sent = identity.uploads.sent(key, paper.upload)
    if sent is not None:  # else an earlier attempt put it together
        if len(sent) < paper.parts:
            raise rules.PaperIncomplete
        identity.uploads.finish(key, paper.upload, sent)
    found = identity.uploads.head(key, length=rules.HEAD_BYTES)
    if found is None:
        raise rules.PaperOver
    head, size = found
    # A phone's guess from the name may be wrong about the kind; that it is one of them counts.
    if size != paper.size or rules.kind_of_file(head) is None:
        raise rules.PaperNotReadable


def _sent(identity: Identity, paper: Paper) -> Mapping[int, str]:
    """Of one that was put together every part is there."""
    if paper.finished_at is None:
        sent = identity.uploads.sent(key_of(paper.paper_id), paper.upload)
        if sent is not None:
            return sent
    return dict.fromkeys(range(1, paper.parts + 1), "")


def key_of(paper_id: PaperId) -> str:
    """Names nobody."""
    return f"papers/{paper_id}"
