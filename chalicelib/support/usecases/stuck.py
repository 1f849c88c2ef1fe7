"""Somebody fails at the same thing for the third time, unchanged: a case is opened for them, without being asked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime

from chalicelib.kernel.command import Command
from chalicelib.kernel.ids import CaseId, PostId, make_id
from chalicelib.kernel.principal import Principal
from chalicelib.kernel.refusals import Refusal, StuckHelp
from chalicelib.kernel.unit_of_work import UnitOfWork, again_when_stale
from chalicelib.support.domain.case import CaseStatus, Channel
from chalicelib.support.domain.commands import OpenCase, Say
from chalicelib.support.domain.failures import Failures, needs_a_person, with_failure
from chalicelib.support.domain.progress import for_person
from chalicelib.support.ports import Support
from chalicelib.support.usecases.cases import open_case, say

Begin = Callable[[], UnitOfWork]


def note_failure(
    support: Support, refusal: Refusal, *, command: Command, by: Principal, now: datetime, begin: Begin
) -> StuckHelp | None:
    """Counts it; from the third within a day on, or at once, the case that was opened for it, once."""
    if refusal.stuck is None:
        return None
    input_hash = support.store.input_hash(command, by.data_key)
    name = f"{refusal.code}#{input_hash.hex()}"

    def count() -> Failures:
        before = support.store.failures_of(by.person_id, name)
        after = with_failure(before, now=now)
        uow = begin()
        support.store.stage_failures(uow, by.person_id, name, before, after)
        uow.commit()
        return after

    failures = again_when_stale(count)
    if not refusal.at_once and not needs_a_person(failures):
        return None
    cause = support.catalogue.cause(refusal.stuck)
    how = f"“{cause.name}”" if refusal.at_once else f"您在“{cause.name}”这里连着几次没有通过"
    text = f"{how}，我们替您转给了人工，您不用再试。"
    # Follows from the failure, so that the fourth finds the case of the third.
    case_id = CaseId(make_id(CaseId, now=failures.times[0], randomness=_digest(by, name)))
    opening = OpenCase(id=case_id, cause=cause.code, about=by.person_id, text=text)
    case = open_case(support, command=opening, channel=Channel.SYSTEM, by=by, now=now, begin=begin)
    if case.status is CaseStatus.CLOSED:
        word = Say(id=PostId(make_id(PostId, now=now, randomness=_digest(by, name, "again"))), text=text)
        case = say(support, case_id=case.case_id, command=word, channel=Channel.SYSTEM, by=by, now=now, begin=begin)
    progress = for_person(case, support.catalogue, now=now)
    return StuckHelp(case.case_id, f"不用再试了，我们已经替您转给人工。{progress.sentence}")


def _digest(by: Principal, *words: str) -> bytes:
    return hashlib.sha256(" ".join((by.person_id, *words)).encode()).digest()[:10]
