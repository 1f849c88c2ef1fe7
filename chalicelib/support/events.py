"""From a case to the contract event about its latest news."""

from __future__ import annotations

from functools import partial

from chalicelib.contracts import support as contracts
from chalicelib.kernel.unit_of_work import Item
from chalicelib.platform.dynamo.codec import from_item
from chalicelib.platform.messaging.relay import EventBuilder
from chalicelib.support.domain.case import Case, News
from chalicelib.support.domain.catalogue import Catalogue
from chalicelib.support.domain.clocks import due

NAME_OF = {
    News.ANSWERED: contracts.CaseAnswered.NAME,
    News.CLOSED: contracts.CaseClosed.NAME,
    News.PAGED: contracts.CasePaged.NAME,
    News.REOPENED: contracts.CaseReopened.NAME,
}


def event_builders(catalogue: Catalogue) -> dict[str, EventBuilder]:
    return {name: partial(_from_item, catalogue=catalogue) for name in NAME_OF.values()}


def event_of_case(case: Case, catalogue: Catalogue) -> contracts.CaseEvent:
    common = {
        "case_id": case.case_id,
        "to": case.person_id,
        "cause_name": catalogue.cause(case.cause).name,
        "at": case.news_at,
    }
    if case.news is News.PAGED and case.page is not None:
        clock = case.clock(case.page.clock)
        moment = due(clock) if clock else None
        paged = {
            "to": case.page.to,
            "kind_name": catalogue.kind(case.kind).name,
            "level": case.page.level,
            "answer_by": moment and moment.at,
        }
        return contracts.CasePaged.model_validate(common | paged)
    if case.news is News.CLOSED and case.outcome is not None:
        name = catalogue.action(case.outcome.action).name
        return contracts.CaseClosed.model_validate(common | {"action_name": name})
    if case.news is News.REOPENED:
        return contracts.CaseReopened.model_validate(common)
    if case.news is News.ANSWERED:
        return contracts.CaseAnswered.model_validate(common)
    raise AssertionError(f"a case without the news it is said to have: {case.news}")


def _from_item(item: Item, *, catalogue: Catalogue) -> contracts.CaseEvent:
    return event_of_case(from_item(Case, item), catalogue)
