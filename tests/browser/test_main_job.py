"""The main job in three hands: a daughter who starts from nothing, an elder, a caregiver."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from local import people
from local.people import done
from tests.browser.hand import Hand, Opens
from tests.engine.conftest import RunningStack
from tests.engine.test_stack import Cast

pytestmark = pytest.mark.engine


def books(hand: Hand, *, caregiver: str = "李护理员") -> None:
    """The four decisions of a booking."""
    hand.tap("约护工上门", exact=True)
    hand.tap("生活照护")
    hand.tap("明天上午9点，2小时")
    hand.tap("在地图上选您家")
    hand.tap("同意，继续")
    hand.sees("地址，写到门牌号")
    hand.tap("就是这里")
    hand.tap(f"请{caregiver}来")


def test_from_nothing_to_a_card_and_money(opens: Opens, phones: RunningStack) -> None:
    staff = people.a_staff_member(phones.town)
    code = people.an_activation_code(staff)
    number = people.a_resident_number()
    phones.town.register_identity("王小梅", number)
    hand = opens()
    hand.logs_in()
    hand.sees("留个手机号吧")
    hand.tap("用微信手机号")
    hand.sees("使用您的信息之前")
    hand.tap("同意，继续")
    hand.sees("现在到：实名认证")
    hand.tap("去核实身份")
    hand.types("姓名", "王小梅")
    hand.types("身份证号", number)
    hand.tap("核实", exact=True)
    hand.sees("身份核实好了", "王*梅")
    hand.tap("去激活卡")
    hand.types("激活码", code.lower())
    hand.tap("激活", exact=True)
    hand.sees("健康护工卡激活好了")
    hand.tap("去充值")
    hand.sees("¥0.00")
    hand.tap("200 元")
    hand.sees("¥200.00")
    hand.tap("回首页")
    hand.sees("健康护工卡", "还没有约好的上门")


def test_elder_books_caregiver_serves_and_the_bill_comes(opens: Opens, phones: RunningStack) -> None:
    cast = Cast(phones)
    elder = opens(cast.elder, elder=True, signed_in=False)
    elder.logs_in()
    books(elder)
    elder.sees("预约发出了", "等李护理员接单")
    elder.tap("用微信提醒我")
    elder.sees("好的，微信会提醒您")
    elder.tap("看这次上门")
    elder.sees("等护工接单", "等李护理员接单")

    caregiver = opens(cast.caregiver, signed_in=False)
    caregiver.logs_in()
    caregiver.sees("生活照护", "等您答复")
    caregiver.tap("生活照护")
    caregiver.sees("接单以后能看到地址")
    caregiver.tap("接单", exact=True)
    caregiver.sees("您已接单", "黄浦区人民大道 200 号")
    elder.refreshes()
    elder.sees("李护理员已接单")

    start = datetime.fromisoformat(done(cast.elder.get("/v1/visits"))["items"][0]["start_at"])
    phones.town.move_clock_to(start - timedelta(minutes=40))
    caregiver.tap("出发", exact=True)
    caregiver.sees("您已出发")
    phones.town.move_clock_to(start)
    caregiver.tap("到门口了，签到")
    caregiver.tap("同意，继续")
    caregiver.sees("服务中")
    elder.refreshes()
    elder.sees("护工到家：今天")
    phones.town.pass_time(timedelta(minutes=125))
    caregiver.tap("服务结束，签退")
    caregiver.answers("签退")
    caregiver.sees("已完成")

    visit_id = done(cast.elder.get("/v1/visits"))["items"][0]["id"]
    phones.town.until(lambda: cast.is_billed(visit_id), "the bill")
    elder.refreshes()
    elder.sees("已完成")
    elder.tap("看账单")
    elder.sees("¥128.00", "每半小时 ¥32.00 × 4", "余额付", "今天上午9点开始")
    elder.go(f"/packages/tracking/review/review?id={visit_id}")
    elder.tap("很满意，5 星")
    elder.tap("提交评价")
    elder.sees("谢谢您")
    assert done(cast.elder.get(f"/v1/visits/{visit_id}"))["review"]["stars"] == 5
    elder.go("/pages/inbox/inbox")
    elder.sees("未读")
