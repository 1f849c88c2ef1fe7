"""How a person is told things, as they see it: WeChat's leave at natural taps, wishes, and a visit that moves."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from local.environment import TEMPLATE_IDS
from local.people import done
from tests.browser.hand import Opens
from tests.engine.test_stack import Cast

pytestmark = [pytest.mark.engine, pytest.mark.slow]


def test_leave_is_asked_where_money_was_paid_and_not_again_when_there_is_enough(opens: Opens, cast: Cast) -> None:
    hand = opens(cast.elder, at="/packages/bills/wallet/wallet")
    hand.tap("100 元")
    hand.sees("约好的上门和账单，要用微信提醒您吗")
    hand.tap("用微信提醒我")
    hand.sees("好的，微信会提醒您")
    (asked,) = hand.calls("requestSubscribeMessage")
    assert asked["tmplIds"] == [TEMPLATE_IDS["visit_status"], TEMPLATE_IDS["visit_billed"]]
    cast.elder.consent("visit_status", 3)
    cast.town.until(
        lambda: done(cast.elder.get("/v1/me/templates-to-ask?moment=paying"))["template_ids"] == [],
        "the credits to be counted",
    )
    hand.tap("200 元")
    hand.sees("已经到账")
    assert "用微信提醒" not in hand.text()


def test_wishes_are_kept_as_they_were_tapped(opens: Opens, cast: Cast) -> None:
    hand = opens(cast.elder, at="/pages/settings/settings")
    hand.tap("怎么通知我")
    hand.sees("上门前提醒", "晚上 10 点到早上 7 点不打扰您")
    hand.switch("短信 开着")
    cast.town.until(lambda: not done(cast.elder.get("/v1/me/preferences"))["sms"], "the wish to be kept")
    hand.switch("说得短一点")
    cast.town.until(lambda: done(cast.elder.get("/v1/me/preferences"))["short"], "the other one")
    assert not done(cast.elder.get("/v1/me/preferences"))["sms"]
    hand.go("/pages/wishes/wishes")
    hand.sees("关着")


def test_a_visit_moves_to_a_time_that_is_free(opens: Opens, cast: Cast) -> None:
    first = done(cast.elder.post("/v1/visits", cast.booking()), 201)
    body = cast.booking()
    later = datetime.fromisoformat(body["start_at"]) + timedelta(hours=6)
    second = done(cast.elder.post("/v1/visits", body | {"start_at": later.isoformat()}), 201)
    hand = opens(cast.elder, at=f"/packages/tracking/visit/visit?id={second['id']}")
    hand.tap("改时间")
    hand.sees("改到哪一天")
    hand.tap("明天", exact=True)
    hand.tap("上午9点半", exact=True)
    hand.sees("价钱不变，要请李护理员重新接单")
    hand.tap("就改到这个时间")
    hand.sees("刚刚被别人约走了")
    hand.tap("改到明天上午11点")
    hand.tap("就改到这个时间")
    hand.sees("时间改好了")
    assert done(cast.elder.get(f"/v1/visits/{second['id']}"))["start_at"] != second["start_at"]
    hand.tap("看这次上门")
    hand.sees("等护工接单")
    for visit in (first, second):
        done(cast.elder.post(f"/v1/visits/{visit['id']}/cancel"))
