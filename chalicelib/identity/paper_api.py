"""A photo of me with my card, over HTTP: begun here, sent straight to the store of files, handed in here."""

from __future__ import annotations

from datetime import datetime, timedelta

from chalicelib.identity.domain import id_number
from chalicelib.identity.domain import paper as rules
from chalicelib.identity.domain.paper import BeginPaper, HandInPaper
from chalicelib.identity.domain.person import AlreadyProven
from chalicelib.identity.ports import Identity
from chalicelib.identity.usecases import papers
from chalicelib.identity.usecases.papers import Sending
from chalicelib.identity.views import MeView
from chalicelib.kernel.ids import PaperId, PaperIdField
from chalicelib.kernel.principal import Role
from chalicelib.kernel.refusals import IdTaken, MovedMeanwhile
from chalicelib.platform.http.answers import View
from chalicelib.platform.http.edge import Api, Call
from chalicelib.platform.http.throttling import Throttle
from chalicelib.platform.uploads import UploadsUnavailable

api: Api[Identity] = Api("papers")

# Each photo is looked at by a person; a line that breaks begins again more often than that.
_PAPERS = Throttle("paper", per="person", most=30, within=timedelta(hours=1))


class PartView(View):
    """Bytes `first` to `last`, inclusive, to be PUT there within the hour."""

    number: int
    first: int
    last: int
    url: str


class PaperView(View):
    """What is still to be sent, until then; nothing: it may be handed in."""

    id: PaperId
    ends_at: datetime
    missing: list[PartView]

    @classmethod
    def of(cls, sending: Sending) -> PaperView:
        paper = sending.paper

        def part(number: int, url: str) -> PartView:
            first, last = paper.bytes_of(number)
            return PartView(number=number, first=first, last=last, url=url)

        missing = [part(number, url) for number, url in sending.missing.items()]
        return cls(id=paper.paper_id, ends_at=paper.ends_at, missing=missing)


@api.post(
    "/v1/me/papers",
    role=Role.MEMBER,
    status=201,
    refuses=(rules.PaperTooLarge, rules.PaperOver, IdTaken, UploadsUnavailable),
    throttles=(_PAPERS,),
)
def begin_paper(call: Call[Identity], command: BeginPaper) -> PaperView:
    """Begin to send a photo of me with my card, or go on: `id` is made by the client, and good for seven days."""
    sending = papers.begin_paper(call.deps, command=command, by=call.principal, now=call.now, uow=call.begin())
    return PaperView.of(sending)


@api.post(
    "/v1/me/papers/{paper_id}/hand-in",
    role=Role.MEMBER,
    refuses=(
        *id_number.REFUSALS,
        rules.NoSuchPaper,
        rules.PaperIncomplete,
        rules.PaperNotReadable,
        rules.PaperOver,
        rules.PaperForPeople,
        AlreadyProven,
        UploadsUnavailable,
        MovedMeanwhile,
    ),
    throttles=(_PAPERS,),
)
def hand_in_paper(call: Call[Identity], paper_id: PaperIdField, command: HandInPaper) -> MeView:
    """Hand it in with the name and number it shows; refused with the case of who of us looks at it.

    Who has been proven by it is answered as who they are now.
    """
    known = papers.hand_in_paper(
        call.deps, paper_id=paper_id, command=command, by=call.principal, now=call.now, begin=call.begin
    )
    return MeView.of(*known, call.deps.documents)
