"""Agreeing on the phone: where it is needed, in one tap, and taken back as easily."""

from __future__ import annotations

from datetime import datetime

import pytest

from local import people
from local.people import done
from tests.browser.hand import Opens, up_to_the_caregiver
from tests.engine.conftest import RunningStack
from tests.engine.test_stack import Cast

pytestmark = [pytest.mark.engine, pytest.mark.slow]

CONSENTS = "/packages/me/consents/consents"


def test_what_help_is_needed_asks_for_a_yes_first(opens: Opens, cast: Cast) -> None:
    people.agree(cast.elder, "health", accepted=False)
    hand = opens(cast.elder, privacyAgreed=True)
    up_to_the_caregiver(hand)
    hand.tap("有话对护工说")
    hand.sees("把特别情况告诉护工", "不同意也能约")
    hand.tap("同意", exact=True)
    hand.sees("同意了 ✓", "同意：把特别情况告诉护工（第 1 版）")
    hand.tap("同意了，回去接着办")
    hand.tap("有话对护工说")
    hand.types("有话对护工说", "需要协助翻身")
    hand.tap("请李护理员来")
    hand.sees("预约发出了")
    assert done(cast.elder.get("/v1/visits"))["items"][0]["needs"] == "需要协助翻身"


def test_what_was_agreed_to_is_taken_back_in_one_tap(opens: Opens, cast: Cast) -> None:
    hand = opens(cast.elder, at="/pages/settings/settings")
    hand.tap("我同意过什么")
    hand.tap("收回同意")
    hand.sees("现在没有同意", "没有同意，或收回：把特别情况告诉护工")
    assert done(cast.elder.get("/v1/me"))["consents"] == []


def test_a_caregiver_who_is_not_located_checks_in_all_the_same(opens: Opens, phones: RunningStack) -> None:
    cast = Cast(phones)
    visit = done(cast.elder.post("/v1/visits", cast.booking()), 201)
    done(cast.caregiver.post(f"/v1/visits/{visit['id']}/accept"))
    phones.town.move_clock_to(datetime.fromisoformat(visit["start_at"]))
    for phone in (cast.caregiver, cast.elder):
        phone.log_in()
    done(cast.caregiver.post(f"/v1/visits/{visit['id']}/depart"))
    people.agree(cast.caregiver, "location", accepted=False)
    hand = opens(cast.caregiver, at=f"/packages/caregiver/job/job?id={visit['id']}")
    hand.sees("您签到、签退时不定位")
    hand.tap("到门口了，签到")
    hand.sees("服务结束，签退")
    assert hand.calls("getLocation") == []
    family = opens(cast.elder, at=f"/packages/tracking/visit/visit?id={visit['id']}")
    family.sees("已签到，没有用手机定位")
