from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.kernel.money import Money, total

fen = st.integers(-(10**12), 10**12)


class TestMoney:
    def test_refuses_a_float(self) -> None:
        with pytest.raises(TypeError):
            Money(1.0)  # type: ignore[arg-type]

    def test_refuses_a_truth_value(self) -> None:
        with pytest.raises(TypeError):
            Money(True)

    @given(fen, fen)
    def test_what_is_added_can_be_taken_away(self, one: int, other: int) -> None:
        assert Money(one) + Money(other) - Money(other) == Money(one)

    @given(st.lists(fen))
    def test_a_total_is_the_sum_in_any_order(self, amounts: list[int]) -> None:
        assert total(map(Money, amounts)) == total(map(Money, reversed(amounts))) == Money(sum(amounts))

    @pytest.mark.parametrize(
        ("amount", "read"),
        [(0, "¥0.00"), (5, "¥0.05"), (12_800, "¥128.00"), (-3_205, "-¥32.05"), (123_456_789, "¥1,234,567.89")],
    )
    def test_is_read_as_yuan(self, amount: int, read: str) -> None:
        assert str(Money(amount)) == read
