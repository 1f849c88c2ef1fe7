"""What an elder needs: E1–E9 on every screen, a size of her own, few decisions, a way on from every page."""

from __future__ import annotations

import pytest

from local import people
from local.people import done
from tests.browser.audit import LARGEST, audit
from tests.browser.hand import Opens
from tests.browser.screens import Walk
from tests.engine.conftest import RunningStack
from tests.engine.test_stack import Cast

pytestmark = pytest.mark.engine

HEIGHT = 780


def problems_of(
    walk: Walk, *, sizes: tuple[float, ...], widths: tuple[int, ...], modes: tuple[bool, ...] = (False, True)
) -> list[str]:
    """`modes`: whether it is the elders' version."""
    found = []
    for name, hand in walk.screens():
        for width in widths:
            hand.page.set_viewport_size({"width": width, "height": HEIGHT})
            for elder in modes:
                for size in sizes:
                    problems = audit(hand, elder=elder, size=size, with_axe=size == 1)["problems"]
                    found += [f"{name}, {width} px, elder {elder}, × {size}: {problem}" for problem in problems]
        hand.looks(elder=False, size=1)
    return found


def test_every_screen_for_elders(opens: Opens, phones: RunningStack) -> None:
    assert problems_of(Walk(phones, opens), sizes=(1,), widths=(390,), modes=(True,)) == []


@pytest.mark.slow
def test_every_screen_in_both_modes_at_three_widths_and_the_largest_size(opens: Opens, phones: RunningStack) -> None:
    assert problems_of(Walk(phones, opens), sizes=(1, LARGEST), widths=(320, 375, 430)) == []


@pytest.mark.slow
class TestElders:
    def test_the_eleventh_page_opens_too(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones)
        visit_id = cast.visit_in_service()
        done(cast.caregiver.post(f"/v1/visits/{visit_id}/check-out", people.fix()))
        phones.town.until(lambda: cast.is_billed(visit_id), "the bill")
        hand = opens(cast.elder, at="/packages/bills/bills/bills")
        for _ in range(6):
            hand.tap("看这次上门")
            hand.sees("服务结束了")
            hand.tap("看账单")
            hand.sees("¥128.00")

    def test_four_decisions_at_the_largest_size(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones)
        done(cast.elder.post("/v1/visits", cast.booking()), 201)
        hand = opens(cast.elder, elder=True, size=LARGEST)
        hand.tap("约护工上门", exact=True)
        hand.taps = 0
        for decision in ("生活照护", "后天上午9点，2小时", "黄浦区人民大道 200 号", "请李护理员来"):
            hand.tap(decision)
        hand.sees("预约发出了")
        assert hand.taps == 4
        assert len(done(cast.elder.get("/v1/visits"))["items"]) == 2

    def test_wechats_own_size_is_followed_and_ours_may_be_larger(self, opens: Opens) -> None:
        hand = opens(fontScale=1.6)
        assert hand.size_of(".screen") == pytest.approx(17 * 1.6)
        hand.looks(elder=False, size=LARGEST)
        assert hand.size_of(".screen") == pytest.approx(17 * LARGEST)

    def test_the_elders_version_is_one_tap_from_home_and_back(self, opens: Opens, phones: RunningStack) -> None:
        hand = opens(Cast(phones).elder)
        hand.tap("换成长辈版")
        hand.sees("换回标准版")
        assert hand.size_of(".screen") == 20
        hand.reload()
        assert hand.size_of(".screen") == 20
        hand.tap("换回标准版")
        assert hand.size_of(".screen") == 17
        hand.go("/pages/settings/settings")
        hand.switch("长辈版")
        assert hand.size_of(".screen") == 20
