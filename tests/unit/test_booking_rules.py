"""Features #62-#64 and D1: what may be booked, at the write and not only on the screen."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from chalicelib.care.catalogue import load_catalogue
from chalicelib.care.domain import booking as rules
from chalicelib.care.domain.booking import BookVisit, booked, check_shape
from chalicelib.care.domain.caregiver import Caregiver, Credential
from chalicelib.care.domain.visit import Status, Visit
from chalicelib.kernel.geo import Datum, Point
from chalicelib.kernel.money import Money
from chalicelib.kernel.principal import Consent, Principal, Role, WrappedKey
from tests.builders.clock import MONDAY_MORNING
from tests.builders.story import booking, shanghai
from tests.builders.visits import CAREGIVER, MEMBER, a_profile

NOW = MONDAY_MORNING
CATALOGUE = load_catalogue()
FAMILY = Principal(
    person_id=MEMBER,
    roles=frozenset({Role.MEMBER}),
    identity_proven=True,
    data_key=WrappedKey(b"k"),
    consents=frozenset({Consent.HEALTH}),
)


def asked(**changes: Any) -> BookVisit:
    if isinstance(changes.get("start_at"), datetime):
        changes["start_at"] = changes["start_at"].isoformat()
    return BookVisit.model_validate_json(json.dumps(booking(CAREGIVER, **changes)))


def shape(command: BookVisit) -> None:
    check_shape(command.start_at, command.duration_min)


def book(
    command: BookVisit,
    *,
    caregiver: Caregiver | None = None,
    by: Principal = FAMILY,
    left: Money | None = None,
    now: datetime = NOW,
) -> Visit:
    return booked(
        command,
        caregiver=caregiver or a_profile(),
        service=CATALOGUE.service("living_care"),
        tariff=CATALOGUE.tariff_on(date(2026, 11, 23)),
        by=by,
        command_hash=b"h",
        sealed=b"s",
        left=left,
        now=now,
    )


class TestCheckShape:
    @pytest.mark.parametrize("minute", [1, 15, 29, 45, 59])
    def test_a_start_off_the_half_hour_is_refused(self, minute: int) -> None:
        with pytest.raises(rules.OffGrid):
            shape(asked(start_at=shanghai(24, 14, minute)))

    @pytest.mark.parametrize("minute", [0, 30])
    def test_the_hour_and_the_half_hour_are_fine(self, minute: int) -> None:
        shape(asked(start_at=shanghai(24, 14, minute)))

    @pytest.mark.parametrize("minutes", [-60, 0, 30, 59, 61, 75, 119])
    def test_less_than_an_hour_or_off_the_half_hour_is_refused(self, minutes: int) -> None:
        with pytest.raises(rules.TooShort):
            shape(asked(duration_min=minutes))

    @pytest.mark.parametrize("minutes", [60, 90, 690, 720])
    def test_from_one_hour_to_twelve_is_fine(self, minutes: int) -> None:
        shape(asked(duration_min=minutes))

    def test_more_than_twelve_hours_is_refused(self) -> None:
        with pytest.raises(rules.TooLong):
            shape(asked(duration_min=750))


class TestWindow:
    def test_seven_days_from_now_is_the_last_that_may_be_booked(self) -> None:
        start_at = NOW + timedelta(days=7)
        assert book(asked(start_at=start_at)).start_at == start_at

    def test_half_an_hour_later_is_too_far(self) -> None:
        with pytest.raises(rules.TooFar):
            book(asked(start_at=NOW + timedelta(days=7, minutes=30)))

    def test_now_is_past(self) -> None:
        with pytest.raises(rules.InPast):
            book(asked(start_at=NOW))

    def test_a_millisecond_before_the_start_is_instant_booking(self) -> None:
        assert book(asked(start_at=NOW), now=NOW - timedelta(milliseconds=1)).status is Status.BOOKED


class TestBooked:
    def test_is_priced_by_the_half_hour_at_todays_tariff(self) -> None:
        visit = book(asked(duration_min=150, quote_fen=16_000))
        assert (visit.price, visit.tariff_version) == (Money(16_000), "2026-01")

    def test_another_price_than_the_one_agreed_to_is_refused(self) -> None:
        with pytest.raises(rules.PriceChanged) as refused:
            book(asked(quote_fen=12_799))
        assert refused.value.facts["price_fen"] == 12_800

    def test_waits_half_an_hour_for_an_answer(self) -> None:
        assert book(asked()).accept_by == NOW + timedelta(minutes=30)

    def test_waits_until_the_start_when_that_is_sooner(self) -> None:
        visit = book(asked(start_at=NOW + timedelta(minutes=30)), now=NOW + timedelta(minutes=10))
        assert visit.accept_by == visit.start_at

    def test_nobody_by_that_id_is_refused(self) -> None:
        with pytest.raises(rules.CaregiverUnavailable):
            booked(
                asked(),
                caregiver=None,
                service=CATALOGUE.service("living_care"),
                tariff=CATALOGUE.tariffs[0],
                by=FAMILY,
                command_hash=b"h",
                sealed=b"",
                left=None,
                now=NOW,
            )

    @pytest.mark.parametrize(
        "profile",
        [
            {"active": False},
            {"services": ("companionship",)},
            {"credentials": ()},
            {"good_reviews": 18, "all_reviews": 19},
        ],
    )
    def test_what_a_search_filters_is_refused_here_too(self, profile: dict[str, Any]) -> None:
        with pytest.raises(rules.CaregiverUnavailable):
            book(asked(), caregiver=a_profile(**profile))

    def test_a_credential_that_ends_with_the_day_covers_a_visit_that_ends_at_midnight(self) -> None:
        profile = a_profile(credentials=(Credential("elderly_care", date(2026, 11, 24)),))
        assert book(asked(start_at=shanghai(24, 22)), caregiver=profile).status is Status.BOOKED
        with pytest.raises(rules.CaregiverUnavailable):
            book(asked(start_at=shanghai(24, 22, 30)), caregiver=profile)

    def test_nobody_comes_from_another_city(self) -> None:
        in_beijing = a_profile(base=Point(39.90, 116.40, Datum.GCJ02))
        with pytest.raises(rules.TooFarAway):
            book(asked(), caregiver=in_beijing)

    def test_a_caregiver_may_not_book_herself(self) -> None:
        with pytest.raises(rules.NotOneself):
            book(asked(), by=replace(FAMILY, caregiver_id=CAREGIVER))
