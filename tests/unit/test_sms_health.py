"""Which gateway comes first: shares by weight and rate, a breaker with probes, and a slow way back (#12, #13)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.platform.sms.health import LOOK_BACK, Gateway, Tally, health, order

DOMESTIC, SINGAPORE = Gateway("domestic", 3), Gateway("singapore", 1)
BOTH = (DOMESTIC, SINGAPORE)
QUIET = [Tally()] * LOOK_BACK


def of(domestic: list[Tally], singapore: list[Tally]) -> dict[str, list[Tally]]:
    return {
        "domestic": (domestic + QUIET)[:LOOK_BACK],
        "singapore": (singapore + QUIET)[:LOOK_BACK],
    }


class TestShares:
    def test_are_by_weight_while_all_is_well(self) -> None:
        now = health(BOTH, of([Tally(sent=9)], [Tally(sent=3)]))
        assert (now["domestic"].share, now["singapore"].share) == (0.75, 0.25)

    def test_shrink_with_failures_that_do_not_trip(self) -> None:
        now = health(BOTH, of([Tally(sent=3, failed=1)] * 6, []))
        assert 0.6 < now["domestic"].share < 0.75
        assert not now["domestic"].tripped


class TestBreaker:
    def test_trips_at_three_failures_that_are_half_of_the_last_minute(self) -> None:
        assert health(BOTH, of([Tally(sent=3, failed=3)], []))["domestic"].tripped
        assert not health(BOTH, of([Tally(sent=4, failed=3)], []))["domestic"].tripped
        assert not health(BOTH, of([Tally(failed=2)], []))["domestic"].tripped

    def test_failures_older_than_a_minute_do_not_trip(self) -> None:
        assert health(BOTH, of([Tally()] * 5 + [Tally(failed=50)], []))["domestic"].tripped
        assert not health(BOTH, of([Tally()] * 6 + [Tally(failed=50)], []))["domestic"].tripped

    def test_a_tripped_one_gets_nothing_but_a_probe(self) -> None:
        now = health(BOTH, of([Tally(failed=9)], [Tally(sent=9)]))
        assert order(BOTH, now, chance=0.0, probe=None) == ["singapore"]
        assert order(BOTH, now, chance=0.0, probe="domestic") == ["domestic", "singapore"]

    def test_with_all_tripped_all_are_tried(self) -> None:
        now = health(BOTH, of([Tally(failed=9)], [Tally(failed=9)]))
        assert order(BOTH, now, chance=0.9, probe=None) == ["domestic", "singapore"]

    def test_the_way_back_is_slow(self) -> None:
        """After a minute of failures: good probes for so many windows, and the share of each moment."""
        shares = []
        for good in range(6, 30, 6):
            tallies = [Tally(sent=1)] * good + [Tally(failed=20)] * 6
            shares.append(health(BOTH, of(tallies, [Tally(sent=9)] * LOOK_BACK))["domestic"].share)
        assert shares == sorted(shares)
        assert shares[0] < 0.67
        assert shares[-1] > 0.73


@given(
    st.lists(st.builds(Tally, st.integers(0, 500), st.integers(0, 500)), min_size=LOOK_BACK, max_size=LOOK_BACK),
    st.lists(st.builds(Tally, st.integers(0, 500), st.integers(0, 500)), min_size=LOOK_BACK, max_size=LOOK_BACK),
    st.floats(0, 1),
)
def test_whatever_happened_somebody_is_tried_and_shares_are_shares(
    domestic: list[Tally], singapore: list[Tally], chance: float
) -> None:
    now = health(BOTH, of(domestic, singapore))
    assert order(BOTH, now, chance=chance, probe=None)
    total = sum(each.share for each in now.values())
    assert total == 0 or abs(total - 1) < 1e-9
    assert all(0 <= each.rate <= 1 for each in now.values())
