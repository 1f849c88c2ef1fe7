"""In whatever order things happen, one link is blocked or none is, and who is stuck is told who acts and by when."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from chalicelib.billing.domain.timeline import link_of_bill, link_of_wallet, links_of_top_up
from chalicelib.billing.domain.top_up import TopUp, TopUpState
from chalicelib.billing.domain.wallet import Wallet
from chalicelib.cards.domain.card import Card, CardKind
from chalicelib.cards.domain.timeline import link_of_cards
from chalicelib.care.domain import visit as life
from chalicelib.care.domain.presence import Presence
from chalicelib.care.domain.timeline import links_of_visit
from chalicelib.care.domain.visit import Status, Visit
from chalicelib.contracts.timeline import Link, Owner
from chalicelib.identity.domain.person import Person
from chalicelib.identity.domain.timeline import links_of_person
from chalicelib.kernel.ids import CardId, TopUpId
from chalicelib.kernel.money import Money
from chalicelib.kernel.principal import WrappedKey
from chalicelib.kernel.refusals import Refusal
from chalicelib.support.catalogue import load_catalogue
from chalicelib.support.domain import calling
from chalicelib.support.domain import life as cases
from chalicelib.support.domain.case import Case
from chalicelib.support.domain.timeline import Timeline, diagnosis, timeline
from tests.builders.case_life import ANNA, a_case, ended
from tests.builders.clock import MONDAY_MORNING
from tests.builders.story import shanghai
from tests.builders.visits import MEMBER, a_visit, an_asked_visit

CAUSES = load_catalogue()
ORDERS = 10_000
NOBODY_KNEW = ("系统繁忙", "稍后再试", "系统异常", "未知错误")


def there(at: datetime) -> Presence:
    return Presence(at=at, distance_m=0, accuracy_m=20, outside=False)


STEPS: tuple[Callable[[Visit, datetime], Visit], ...] = (
    lambda visit, now: life.accept(visit, now=now),
    lambda visit, now: life.decline(visit, now=now),
    lambda visit, now: life.depart(visit, now=now),
    lambda visit, now: life.check_in(visit, there(now)),
    lambda visit, now: life.check_out(visit, there(now)),
    lambda visit, now: life.cancel(visit, now=now),
    lambda visit, now: life.expire(visit, now=now),
    lambda visit, now: life.approve(visit, now=now),
)


def a_person(**changes: Any) -> Person:
    return Person(MEMBER, frozenset(), WrappedKey(b"k"), b"s", MONDAY_MORNING, MONDAY_MORNING, version=1, **changes)


def lived(chance: random.Random) -> tuple[Visit, datetime]:
    """A visit after steps in any order and at any time, those refused left out; one in four asked for by family."""
    asked = chance.random() < 0.25
    visit, now = an_asked_visit() if asked else a_visit(), MONDAY_MORNING
    forwards = [*([STEPS[7]] if asked else []), STEPS[0], STEPS[2], STEPS[3], STEPS[4]]
    for _ in range(chance.randrange(12)):
        now += timedelta(minutes=chance.choice([1, 10, 29, 31, 24 * 60, 25 * 60]))
        step = chance.choice(STEPS) if chance.random() < 0.5 or not forwards else forwards.pop(0)
        try:
            visit = step(visit, now)
        except Refusal:
            continue
    return visit, now + timedelta(minutes=chance.randrange(180))


def told_of(case: Case, chance: random.Random, now: datetime) -> Case:
    """Steps of a case in any order, those refused left out."""
    kind = CAUSES.kind(case.kind)
    for _ in range(chance.randrange(6)):
        now += timedelta(minutes=chance.choice([1, 9, 300]))
        steps: list[Callable[[Case, datetime], Case]] = [
            lambda case, at: cases.claimed(case, by=ANNA, on_duty=[], now=at),
            lambda case, at: cases.answered(case, by=ANNA, waits=chance.random() < 0.5, now=at),
            lambda case, at: cases.heard(case, kind, now=at),
            lambda case, at: ended(case, now=at),
            lambda case, at: calling.looked_at(case, on_duty=[ANNA], again=True, now=at),
        ]
        try:
            case = chance.choice(steps)(case, now)
        except Refusal:
            continue
    return case


def some_cases(chance: random.Random, now: datetime) -> list[Case]:
    causes = chance.sample(CAUSES.causes, chance.randrange(3))
    return [
        told_of(
            a_case(
                CAUSES.kind(each.kind),
                cause=each.code,
                queue=each.queue,
                owner=None,
                opened_at=now,
                clocks=cases.clocks_for(CAUSES.kind(each.kind), now=now),
            ),
            chance,
            now,
        )
        for each in causes
    ]


def way_of_a_visit(chance: random.Random) -> tuple[list[Link], list[Case], datetime]:
    visit, now = lived(chance)
    billed = now if visit.status is Status.DONE and chance.random() < 0.5 else None
    return [*links_of_visit(visit, now=now), link_of_bill(billed)], some_cases(chance, MONDAY_MORNING), now


def way_of_a_person(chance: random.Random) -> tuple[list[Link], list[Case], datetime]:
    """Identity, card and money come in any order: what is true of each is drawn for itself."""
    now = MONDAY_MORNING + timedelta(minutes=chance.randrange(5_000))
    fen = chance.choice([0, 4_999, 5_000])

    proven_at = chance.choice([None, MONDAY_MORNING])
    card = Card(CardId("card_01M00000000000000000000001"), CardKind.CARE, MEMBER, MONDAY_MORNING, b"h" * 16)
    links = [
        *links_of_person(a_person(identity_proven_at=proven_at)),
        link_of_cards(chance.choice([[], [card]])),
        link_of_wallet(Wallet(Money(fen), {}), least=Money(5_000)),
    ]
    return links, some_cases(chance, MONDAY_MORNING), now


def way_of_a_top_up(chance: random.Random) -> tuple[list[Link], list[Case], datetime]:
    state = chance.choice(list(TopUpState))
    paid_at = MONDAY_MORNING if state is TopUpState.PAID else None
    top_up = TopUp(
        TopUpId("top_01M00000000000000000000001"), MEMBER, Money(100), state, MONDAY_MORNING, b"h" * 16, paid_at
    )
    return links_of_top_up(top_up), some_cases(chance, MONDAY_MORNING), MONDAY_MORNING + timedelta(hours=1)


def check(told: Timeline, links: list[Link]) -> None:
    undone = [link.key for link in sorted(links, key=lambda link: link.place) if not link.done]
    assert (told.blocked.key if told.blocked else None) == (undone[0] if undone else None)
    assert told.usable == (not undone)
    if told.blocked is None:
        return
    assert told.blocked.owner is not Owner.NOBODY
    assert told.blocked.sentence
    assert told.blocked.short
    assert not any(words in told.blocked.sentence for words in NOBODY_KNEW)
    # Whoever waits for somebody else is told until when.
    assert told.blocked.by is not None or told.blocked.owner is Owner.YOU


@pytest.mark.parametrize("way", [way_of_a_visit, way_of_a_person, way_of_a_top_up])
def test_any_order_of_events_leaves_one_link_blocked_or_none(
    way: Callable[[random.Random], tuple[list[Link], list[Case], datetime]],
) -> None:
    blocked: Counter[str] = Counter()
    for seed in range(ORDERS):
        chance = random.Random(seed)
        links, open_cases, now = way(chance)
        chance.shuffle(links)
        told = timeline(links, open_cases, CAUSES, now=now)
        check(told, links)
        blocked[f"{told.blocked.key}/{told.blocked.owner}" if told.blocked else "usable"] += 1
    counts = ", ".join(f"{count} {key}" for key, count in sorted(blocked.items()))
    print(f"\ntimeline: {way.__name__}: {ORDERS} orders: {counts}")
    assert len(blocked) > 2


class TestVisit:
    def told(self, visit: Visit, now: datetime, *open_: Case) -> Timeline:
        return timeline([*links_of_visit(visit, now=now), link_of_bill(None)], open_, CAUSES, now=now)

    def test_that_waits_for_the_caregiver_says_so(self) -> None:
        blocked = self.told(a_visit(), MONDAY_MORNING).blocked
        assert blocked is not None
        assert (blocked.key, blocked.owner, blocked.by) == ("accepted", Owner.CAREGIVER, a_visit().accept_by)

    def test_that_family_asked_for_waits_for_the_members_yes_first(self) -> None:
        asked = an_asked_visit()
        blocked = self.told(asked, MONDAY_MORNING).blocked
        assert blocked is not None
        assert (blocked.key, blocked.owner, blocked.by) == ("approved", Owner.YOU, asked.accept_by)
        approved = self.told(life.approve(asked, now=MONDAY_MORNING), MONDAY_MORNING).blocked
        assert approved is not None
        assert (approved.key, approved.owner) == ("accepted", Owner.CAREGIVER)

    def test_that_was_served_waits_for_our_bill_within_ten_minutes(self) -> None:
        end = shanghai(24, 11)
        visit = a_visit(
            status=Status.DONE,
            accepted_at=MONDAY_MORNING,
            departed_at=shanghai(24, 8),
            check_in=there(shanghai(24, 9)),
            check_out=there(end),
            ended_at=end,
        )
        blocked = self.told(visit, end).blocked
        assert blocked is not None
        assert (blocked.key, blocked.owner, blocked.by) == ("billed", Owner.US, end + timedelta(minutes=10))
        late = self.told(visit, end + timedelta(minutes=10, seconds=1)).blocked
        assert late is not None
        assert "一分钟内" in blocked.sentence
        assert "还没有出来，对不起" in late.sentence

    def test_that_nobody_came_to_is_ours_once_a_case_is_open(self) -> None:
        late = a_visit(status=Status.ACCEPTED, accepted_at=MONDAY_MORNING)
        now = shanghai(24, 9, 20)
        alone = self.told(late, now).blocked
        assert alone is not None
        assert (alone.owner, alone.remedy) == (Owner.YOU, "visit")
        urgent = CAUSES.kind("urgent")
        plea = a_case(urgent, cause="care.nobody_came", clocks=cases.clocks_for(urgent, now=now))
        helped = self.told(late, now, plea)
        assert helped.blocked is not None
        assert (helped.blocked.key, helped.blocked.owner, helped.case_id) == (alone.key, Owner.US, plea.case_id)
        assert helped.blocked.by == now + timedelta(minutes=10)
        other = self.told(late, now, replace(plea, cause="suggestion")).blocked
        assert other == alone


class TestDiagnosis:
    def layers(self, *undone: str) -> list[tuple[str, bool | None]]:
        def link(key: str, place: int) -> Link:
            return Link(key, key, place, done=key not in undone, owner=Owner.YOU, sentence="请办", remedy=key)

        links = [link("login", 10), link("identity", 20), link("card", 30), link("money", 40)]
        told = diagnosis(timeline(links, [], CAUSES, now=MONDAY_MORNING))
        return [(layer.key, layer.holds) for layer in told.layers]

    @pytest.mark.parametrize(
        ("undone", "holds"),
        [
            (["identity", "money"], [False, None, None, None, None]),
            (["card"], [False, None, None, None, None]),
            (["money"], [True, True, True, True, False]),
            ([], [True, True, True, True, True]),
        ],
    )
    def test_stops_at_the_first_layer_that_does_not_hold(self, undone: list[str], holds: list[Any]) -> None:
        keys = ["data", "window", "device", "entry", "money"]
        assert self.layers(*undone) == [*zip(keys, holds, strict=True), ("appeal", None)]
