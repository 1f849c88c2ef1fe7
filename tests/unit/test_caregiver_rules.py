"""Features #67-#70 and D5: filters, and what counts as experience."""

from __future__ import annotations

from datetime import date

import pytest

from chalicelib.care.catalogue import load_catalogue
from chalicelib.care.domain.caregiver import Credential, is_qualified, may_be_booked, years_of_practice
from tests.builders.visits import a_profile

SERVICE = load_catalogue().service("living_care")
TODAY = date(2026, 11, 24)


class TestRating:
    @pytest.mark.parametrize(
        ("good", "all_", "offered"),
        [(19, 20, True), (18, 19, False), (95, 100, True), (94, 100, False), (5, 5, True), (4, 5, False)],
    )
    def test_ninety_five_percent_is_the_filter(self, good: int, all_: int, offered: bool) -> None:
        profile = a_profile(good_reviews=good, all_reviews=all_)
        assert may_be_booked(profile, SERVICE, through=TODAY) is offered

    @pytest.mark.parametrize(("good", "all_"), [(0, 0), (0, 1), (3, 4)])
    def test_fewer_than_five_reviews_decide_nothing(self, good: int, all_: int) -> None:
        assert may_be_booked(a_profile(good_reviews=good, all_reviews=all_), SERVICE, through=TODAY)


class TestCredential:
    @pytest.mark.parametrize(("last_day", "qualified"), [(23, False), (24, True), (25, True)])
    def test_must_be_valid_through_the_last_day_of_the_visit(self, last_day: int, qualified: bool) -> None:
        profile = a_profile(credentials=(Credential("elderly_care", date(2026, 11, last_day)),))
        assert is_qualified(profile, SERVICE, through=TODAY) is qualified

    def test_of_another_kind_does_not_count(self) -> None:
        profile = a_profile(credentials=(Credential("nursing", date(2028, 1, 1)),))
        assert not is_qualified(profile, SERVICE, through=TODAY)

    def test_is_not_enough_without_offering_the_service(self) -> None:
        assert not is_qualified(a_profile(services=("companionship",)), SERVICE, through=TODAY)


class TestYears:
    @pytest.mark.parametrize(("since", "years"), [("2023-11-25", 2), ("2023-11-24", 3), ("2023-11-23", 3)])
    def test_a_year_is_full_on_its_anniversary(self, since: str, years: int) -> None:
        profile = a_profile(practising_since=date.fromisoformat(since))
        assert years_of_practice(profile, on=TODAY) == years
