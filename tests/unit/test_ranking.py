"""D4: filters, then experience, nearness, rating; every place explained; no order depends on the input's."""

from __future__ import annotations

import itertools
from typing import Any

from chalicelib.care.domain.search import Candidate, ranked, reasons, spoken_distance
from chalicelib.kernel.ids import CaregiverId
from tests.builders.visits import a_profile


def someone(letter: str, *, years: int = 5, distance_m: int = 1_000, **profile: Any) -> Candidate:
    caregiver_id = CaregiverId(f"cgr_01M0000000000000000000000{letter}")
    return Candidate(a_profile(caregiver_id=caregiver_id, name=letter, **profile), distance_m, years)


def order(*candidates: Candidate) -> str:
    return "".join(each.caregiver.name for each in ranked(candidates))


class TestRanked:
    def test_three_years_come_before_less_however_near(self) -> None:
        assert order(someone("A", years=2, distance_m=100), someone("B", years=3, distance_m=9_000)) == "BA"

    def test_five_kilometres_come_before_more(self) -> None:
        better = {"good_reviews": 100, "all_reviews": 100}
        assert order(someone("A", distance_m=5_001, **better), someone("B", distance_m=5_000)) == "BA"

    def test_within_them_the_better_rated_comes_first(self) -> None:
        near = someone("A", distance_m=100, good_reviews=96, all_reviews=100)
        far = someone("B", distance_m=4_900, good_reviews=97, all_reviews=100)
        assert order(near, far) == "BA"

    def test_newcomers_come_after_rated_ones_of_their_tier(self) -> None:
        assert order(someone("A", good_reviews=4, all_reviews=4), someone("B")) == "BA"

    def test_then_the_nearer(self) -> None:
        assert order(someone("A", distance_m=1_001), someone("B", distance_m=1_000)) == "BA"

    def test_nobody_beyond_reach_is_offered(self) -> None:
        assert order(someone("A", distance_m=20_001), someone("B", distance_m=20_000)) == "B"

    def test_is_one_order_whatever_order_they_came_in(self) -> None:
        crowd = [
            someone("A", years=1),
            someone("B", distance_m=7_000),
            someone("C"),
            someone("D"),
            someone("E", good_reviews=100, all_reviews=100),
        ]
        assert {order(*shuffled) for shuffled in itertools.permutations(crowd)} == {"ECDBA"}


class TestReasons:
    def test_say_what_placed_her(self) -> None:
        assert reasons(someone("A", years=8, distance_m=1_478)) == [
            "从业 8 年",
            "离您约 1 公里",
            "近 90 天 20 条评价，好评 95%",
        ]

    def test_say_how_many_of_the_reviews_were_good(self) -> None:
        assert reasons(someone("A", good_reviews=100, all_reviews=100))[2] == "近 90 天 100 条评价，好评 100%"
        assert reasons(someone("A", good_reviews=20, all_reviews=30))[2] == "近 90 天 30 条评价，好评 66%"

    def test_say_that_a_newcomer_is_one(self) -> None:
        assert reasons(someone("A", good_reviews=1, all_reviews=1))[-1] == "新加入，评价还不多"

    def test_never_point_at_a_home(self) -> None:
        assert {spoken_distance(metres) for metres in range(1_500)} == {"1 公里"}
        assert spoken_distance(1_501) == "2 公里"
