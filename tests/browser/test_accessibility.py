"""E1–E9 on every screen, standard and 长辈版."""

from __future__ import annotations

import pytest

from tests.browser.audit import LARGEST, audit
from tests.browser.hand import Opens
from tests.browser.screens import Walk
from tests.engine.conftest import RunningStack

pytestmark = pytest.mark.engine

HEIGHT = 780


def problems_of(walk: Walk, *, sizes: tuple[float, ...], widths: tuple[int, ...]) -> list[str]:
    found = []
    for name, hand in walk.screens():
        for width in widths:
            hand.page.set_viewport_size({"width": width, "height": HEIGHT})
            for elder in (False, True):
                for size in sizes:
                    problems = audit(hand, elder=elder, size=size, with_axe=size == 1)["problems"]
                    found += [f"{name}, {width} px, elder {elder}, × {size}: {problem}" for problem in problems]
        hand.looks(elder=False, size=1)
    return found


def test_every_screen_in_both_modes(opens: Opens, phones: RunningStack) -> None:
    assert problems_of(Walk(phones, opens), sizes=(1,), widths=(390,)) == []


@pytest.mark.slow
def test_every_screen_at_three_widths_and_the_largest_size(opens: Opens, phones: RunningStack) -> None:
    assert problems_of(Walk(phones, opens), sizes=(1, LARGEST), widths=(320, 375, 430)) == []
