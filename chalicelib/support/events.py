"""From a case to the contract events about it: its latest news, and a call to who is on duty."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from chalicelib.contracts import support as contracts
from chalicelib.kernel.unit_of_work import Item
from chalicelib.platform.dynamo.codec import from_item
from chalicelib.platform.messaging.relay import EventBuilder
from chalicelib.support.domain.case import Case, News
from chalicelib.support.domain.catalogue import Catalogue
from chalicelib.support.domain.clocks import due
from chalicelib.support.domain.talk import Talk

NAME_OF = {
    News.ANSWERED: contracts.CaseAnswered.NAME,
    News.CLOSED: contracts.CaseClosed.NAME,
    News.REOPENED: contracts.CaseReopened.NAME,
}


PAGED = contracts.CasePaged.NAME


def event_builders(catalogue: Catalogue) -> dict[str, EventBuilder]:
    news: dict[str, EventBuilder] = dict.fromkeys(
        NAME_OF.values(), partial(_from_item, build=news_of_case, catalogue=catalogue)
    )

    def of_talk(item: Item) -> contracts.CaseSpoken:
        return talk_about_case(from_item(Talk, item), catalogue)

    return news | {
        contracts.CaseSpoken.NAME: of_talk,
        PAGED: partial(_from_item, build=call_about_case, catalogue=catalogue),
    }


def news_of_case(case: Case, catalogue: Catalogue) -> contracts.CaseEvent:
    """What its person is to know by now."""
    common = _common(case, catalogue) | {"to": case.person_id, "at": case.news_at}
    match case.news:
        case News.ANSWERED:
            return contracts.CaseAnswered.model_validate(common)
        case News.REOPENED:
            return contracts.CaseReopened.model_validate(common)
        case News.CLOSED if case.outcome is not None:
            name = catalogue.action(case.outcome.action).name
            return contracts.CaseClosed.model_validate(common | {"action_name": name})
    raise AssertionError(f"a case without the news it is said to have: {case.news}")


def call_about_case(case: Case, catalogue: Catalogue) -> contracts.CaseEvent:
    """For whoever is called, if somebody is."""
    page = case.page
    if page is None or page.to is None:
        raise AssertionError("a call to nobody")
    clock = case.clock(page.clock)
    moment = due(clock) if clock else None
    paged = {
        "to": page.to,
        "at": page.at,
        "kind_name": catalogue.kind(case.kind).name,
        "level": page.level,
        "answer_by": moment and moment.at,
    }
    return contracts.CasePaged.model_validate(_common(case, catalogue) | paged)


def talk_about_case(talk: Talk, catalogue: Catalogue) -> contracts.CaseSpoken:
    """For the person who is said to have rung up."""
    return contracts.CaseSpoken(
        case_id=talk.case_id,
        to=talk.person_id,
        cause_name=catalogue.cause(talk.cause).name,
        at=talk.began_at,
        known=talk.known,
    )


def _common(case: Case, catalogue: Catalogue) -> dict[str, object]:
    return {"case_id": case.case_id, "cause_name": catalogue.cause(case.cause).name}


def _from_item(
    item: Item, *, build: Callable[[Case, Catalogue], contracts.CaseEvent], catalogue: Catalogue
) -> contracts.CaseEvent:
    return build(from_item(Case, item), catalogue)
