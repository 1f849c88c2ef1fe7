"""A case as the person it is about sees it."""

from __future__ import annotations

import base64
from datetime import datetime
from typing import Literal

from chalicelib.contracts.timeline import Owner
from chalicelib.kernel.ids import CaseId, PostId
from chalicelib.platform.http.answers import View
from chalicelib.support.domain.calendars import OPENING
from chalicelib.support.domain.case import STATUS_NAME, CaseStatus, Channel
from chalicelib.support.domain.catalogue import Catalogue, Cause, spoken_span
from chalicelib.support.domain.clocks import ClockKind
from chalicelib.support.domain.post import Author
from chalicelib.support.domain.progress import for_person
from chalicelib.support.usecases.cases import OpenedCase


class CauseView(View):
    """`about`: the kinds of ids it may be about. `promise` says how soon the first answer comes."""

    code: str
    name: str
    about: list[str]
    urgent: bool
    promise: str

    @classmethod
    def of(cls, cause: Cause, catalogue: Catalogue) -> CauseView:
        promise = catalogue.kind(cause.kind).promises[ClockKind.FIRST_ANSWER]
        hours = "" if promise.within_min < 60 else f"（{OPENING[promise.hours].name}）"
        return cls(
            code=cause.code,
            name=cause.name,
            about=list(cause.about),
            urgent=catalogue.queue(cause.queue).paged,
            promise=f"{spoken_span(promise.within_min)}内回复{hours}",
        )


class CausesView(View):
    items: list[CauseView]


class PostView(View):
    id: PostId
    author: Literal["you", "us"]
    at: datetime
    text: str
    photo: bool


class PhotoView(View):
    """A JPEG in base64."""

    jpeg: str

    @classmethod
    def of(cls, picture: bytes) -> PhotoView:
        return cls(jpeg=base64.b64encode(picture).decode())


class CaseView(View):
    """`waiting_for` and `by` say who acts next and until when; `sentence` says it to its person.

    `may_disown`: somebody rang up in its person's name, who has not said yet that it was not them.
    `assumed`: the deadline lies beyond the published holidays and was counted by weekdays.
    """

    id: CaseId
    about: str
    cause: str
    cause_name: str
    status: CaseStatus
    status_name: str
    waiting_for: Owner
    by: datetime | None
    assumed: bool
    sentence: str
    channel: Channel
    may_disown: bool
    opened_at: datetime
    outcome_name: str | None
    posts: list[PostView]

    @classmethod
    def of(cls, opened: OpenedCase, catalogue: Catalogue, *, now: datetime) -> CaseView:
        case = opened.case
        progress = for_person(case, catalogue, now=now)
        return cls(
            id=case.case_id,
            about=case.subject,
            cause=case.cause,
            cause_name=catalogue.cause(case.cause).name,
            status=case.status,
            status_name=STATUS_NAME[case.status],
            waiting_for=progress.owner,
            by=progress.by,
            assumed=progress.assumed,
            sentence=progress.sentence,
            channel=case.channel,
            may_disown=opened.may_disown,
            opened_at=case.opened_at,
            outcome_name=catalogue.action(case.outcome.action).name if case.outcome else None,
            posts=[
                PostView(
                    id=post.post_id,
                    author="you" if post.author is Author.PERSON else "us",
                    at=post.at,
                    text=text,
                    photo=post.photo,
                )
                for post, text in opened.posts
            ],
        )


class CasesView(View):
    """Newest first, without what was said."""

    items: list[CaseView]
