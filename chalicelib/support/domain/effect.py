"""Whether what we did helped: an ended case is looked at again, once per end."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.support.domain.case import Case, Effect, News
from chalicelib.support.domain.catalogue import Kind
from chalicelib.support.domain.life import heard

# Inclusive: so long after its end a case is looked at again (features.md #25).
MEASURED_AFTER = timedelta(hours=72)


def is_to_be_measured(case: Case, *, now: datetime) -> bool:
    return case.outcome is not None and case.effect is None and now >= case.outcome.at + MEASURED_AFTER


def was_declined(case: Case) -> bool:
    """Its person was told that it cannot be: no link of theirs will have moved, and that is no failure of ours."""
    return case.outcome is not None and case.outcome.action == "declined"


def measured(case: Case, effect: Effect) -> Case:
    return replace(case, effect=effect)


def reopened(case: Case, kind: Kind, *, now: datetime) -> Case:
    """By ourselves: it did not help. The person is told, and need not say it again."""
    again = heard(case, kind, now=now)
    return replace(
        again, effect=Effect.STILL_STUCK, last_contact_at=case.last_contact_at, news=News.REOPENED, news_at=now
    )
