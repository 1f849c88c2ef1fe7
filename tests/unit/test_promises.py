"""Rates of kept promises, with the interval that the number of times allows."""

from __future__ import annotations

import pytest

from chalicelib.contracts.promises import Observed
from chalicelib.support.domain.promises import rates


def test_are_one_for_each_promise_the_worst_kept_first() -> None:
    observed = [Observed("十分钟", kept) for kept in (True, True, False)] + [Observed("两小时", True)]
    assert [(rate.promise, rate.kept, rate.total) for rate in rates(observed)] == [("十分钟", 2, 3), ("两小时", 1, 1)]
    assert rates([]) == []


# Wilson's interval, as tables give it for 95 %: 9 of 10, 19 of 20, 0 of 5.
@pytest.mark.parametrize(
    ("kept", "total", "low", "high"), [(9, 10, 0.596, 0.982), (19, 20, 0.764, 0.991), (0, 5, 0, 0.434)]
)
def test_say_how_sure_one_can_be(kept: int, total: int, low: float, high: float) -> None:
    (rate,) = rates([Observed("p", place < kept) for place in range(total)])
    assert (round(rate.low, 3), round(rate.high, 3)) == (low, high)
