"""Whether what we did helped: three days after a case was closed its person's way is looked at again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime

from chalicelib.kernel.ids import PostId, make_id
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.support.domain import effect as rules
from chalicelib.support.domain.case import Case, Effect
from chalicelib.support.ports import Support
from chalicelib.support.usecases.cases import our_word
from chalicelib.support.usecases.timeline import timeline_of

Begin = Callable[[], UnitOfWork]
SORRY = "三天过去了，您这一步还没有办好，说明上次没有真正解决，对不起。我们重新打开来看，您不用再说一遍。"


def measure(support: Support, case: Case, *, now: datetime, begin: Begin) -> Case:
    """Once per end: the case is open again when its person is still stuck at the link it was about."""
    if not rules.is_to_be_measured(case, now=now):
        return case
    told = timeline_of(support, any_id=case.subject, by=None, now=now)
    cause = support.catalogue.cause(case.cause)
    blocked = told.blocked
    uow = begin()
    if not cause.links or rules.was_declined(case) or (blocked is not None and blocked.over):
        after = rules.measured(case, Effect.UNKNOWN)
    elif blocked is None or blocked.key not in cause.links:
        after = rules.measured(case, Effect.HELPED)
    else:
        after = rules.reopened(case, support.catalogue.kind(case.kind), now=now)
        post_id = PostId(make_id(PostId, now=now, randomness=hashlib.sha256(case.case_id.encode()).digest()[:10]))
        key = support.people.data_key_of(case.person_id)
        sealed = support.store.seal(post_id, key, SORRY)
        word = our_word(post_id, case.case_id, by=case.person_id, channel=case.channel, sealed=sealed, now=now)
        support.store.stage_post(uow, word)
    support.store.stage_case(uow, case, after, now=now)
    uow.commit()
    return after
