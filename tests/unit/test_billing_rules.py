"""#81, F2: the rounding rule at its boundaries; never below an hour, never above what was booked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.billing.domain import top_up as rules
from chalicelib.billing.domain.journal import Account, Entry, Leg, top_up_entry, visit_entry
from chalicelib.billing.domain.tariff import Served, bill_for, billed_half_hours
from chalicelib.billing.domain.top_up import Payment, TopUp, TopUpState, check_payment, next_question_at
from chalicelib.kernel.ids import TopUpId
from chalicelib.kernel.money import ZERO, Money, total
from tests.builders.clock import MONDAY_MORNING
from tests.builders.story import shanghai
from tests.builders.visits import MEMBER, VISIT

TOP_UP = TopUpId("top_01M00000000000000000000004")


def served(minutes: float, *, booked: int = 6) -> Served:
    return Served(
        visit_id=VISIT,
        service_name="生活照护",
        tariff_version="2026-01",
        half_hour_price=Money(3_200),
        booked_half_hours=booked,
        checked_in_at=shanghai(24, 9),
        checked_out_at=shanghai(24, 9) + timedelta(minutes=minutes),
    )


class TestBilledHalfHours:
    @pytest.mark.parametrize(
        ("minutes", "half_hours"),
        [(0, 2), (1, 2), (60, 2), (65, 2), (66, 3), (90, 3), (95, 3), (96, 4), (125, 4), (150, 5), (180, 6)],
    )
    def test_a_started_half_hour_counts_after_five_minutes(self, minutes: int, half_hours: int) -> None:
        assert billed_half_hours(minutes, booked=6) == half_hours

    @pytest.mark.parametrize("minutes", [181, 240, 6_000])
    def test_never_more_than_was_booked(self, minutes: int) -> None:
        assert billed_half_hours(minutes, booked=6) == 6

    @given(st.integers(0, 1_000), st.integers(0, 1_000), st.integers(2, 24))
    def test_longer_never_costs_less(self, one: int, other: int, booked: int) -> None:
        less, more = sorted((one, other))
        assert billed_half_hours(less, booked=booked) <= billed_half_hours(more, booked=booked) <= booked


class TestBill:
    def test_seconds_are_not_charged(self) -> None:
        assert bill_for(served(65.99)).billed_half_hours == 2

    def test_lines_add_up_and_the_rest_is_released(self) -> None:
        bill = bill_for(served(95))
        assert (bill.amount, bill.released) == (Money(9_600), Money(9_600))
        assert total(line.amount for line in bill.lines) == bill.amount
        assert [line.text for line in bill.lines] == ["生活照护 1.5 小时"]

    @given(st.integers(0, 2_000), st.integers(2, 24))
    def test_bill_and_release_are_the_hold(self, minutes: int, booked: int) -> None:
        bill = bill_for(served(minutes, booked=booked))
        assert bill.amount + bill.released == Money(3_200).times(booked)
        assert bill.released >= ZERO


class TestJournal:
    def test_legs_that_do_not_sum_to_zero_are_a_defect(self) -> None:
        with pytest.raises(AssertionError):
            Entry(MEMBER, MONDAY_MORNING, (Leg(Account.WALLET, Money(1)),))

    def test_a_top_up_moves_from_wechat_to_the_wallet(self) -> None:
        entry = top_up_entry(TOP_UP, payer_id=MEMBER, amount=Money(500), now=MONDAY_MORNING)
        assert entry.legs == (Leg(Account.WECHAT_PAY, Money(-500)), Leg(Account.WALLET, Money(500)))

    def test_a_visit_moves_from_the_wallet_to_revenue(self) -> None:
        entry = visit_entry(bill_for(served(60)), payer_id=MEMBER, now=MONDAY_MORNING)
        assert entry.legs == (Leg(Account.WALLET, Money(-6_400)), Leg(Account.CARE_REVENUE, Money(6_400)))


ORDERED = TopUp(TOP_UP, MEMBER, Money(500), TopUpState.ORDERED, MONDAY_MORNING, b"h")
PAID = Payment(TOP_UP, Money(500), "CNY", "openid", "4200")


class TestCheckPayment:
    def test_what_was_ordered_is_fine(self) -> None:
        check_payment(ORDERED, PAID, payer_openids=["openid"])

    @pytest.mark.parametrize(
        "wrong",
        [
            Payment(TOP_UP, Money(499), "CNY", "openid", "4200"),
            Payment(TOP_UP, Money(501), "CNY", "openid", "4200"),
            Payment(TOP_UP, Money(500), "USD", "openid", "4200"),
            Payment(TOP_UP, Money(500), "CNY", "another", "4200"),
        ],
    )
    def test_anything_else_is_not(self, wrong: Payment) -> None:
        with pytest.raises(rules.PaymentDiffers):
            check_payment(ORDERED, wrong, payer_openids=["openid"])


class TestNextQuestion:
    @pytest.mark.parametrize(("after", "at"), [(0, 1), (1, 5), (4, 5), (5, 30), (30, 125), (124, 125)])
    def test_comes_at_growing_distances(self, after: int, at: int) -> None:
        asked = next_question_at(ORDERED, now=MONDAY_MORNING + timedelta(minutes=after))
        assert asked == MONDAY_MORNING + timedelta(minutes=at)

    def test_ends_when_the_prepay_id_is_dead(self) -> None:
        assert next_question_at(ORDERED, now=MONDAY_MORNING + timedelta(minutes=125)) is None
