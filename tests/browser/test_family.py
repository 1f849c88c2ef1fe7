"""A daughter who acts for her mother, as both see it on their phones."""

from __future__ import annotations

from datetime import timedelta

import pytest

from local import people
from local.people import done
from tests.browser.hand import Opens, up_to_the_caregiver
from tests.engine.test_stack import Cast

pytestmark = [pytest.mark.engine, pytest.mark.slow]
PAGE_OF_LOOKS = 20


def test_she_is_invited_books_within_her_limit_asks_above_it_and_is_taken_back(opens: Opens, cast: Cast) -> None:
    mother = opens(cast.elder, at="/packages/family/family/family")
    mother.tap("邀请一位家人")
    mother.tap("女儿")
    mother.switch("替我求助")
    mother.switch("看身体情况")
    mother.tap("做好邀请")
    mother.tap("发给家人")
    link = mother.calls("share")[0]["path"]
    daughter = people.a_relative(cast.town)
    hers = opens(daughter, at=link, privacyAgreed=True)
    hers.sees("花老人的余额", "看身体情况")
    assert "替老人求助" not in hers.text()
    hers.tap("接受，替他办事")
    hers.tap("现在就替 王*英 办事")
    up_to_the_caregiver(hers)
    hers.tap("请李护理员来")
    hers.sees("预约发出了")
    assert done(daughter.get("/v1/families"))["mine"][0]["scopes"] == ["book", "pay", "view_health", "view_visits"]
    (visit,) = done(cast.elder.get("/v1/visits"))["items"]
    assert (visit["status"], visit["booked_by"]) == ("booked", "女儿")
    assert done(daughter.get("/v1/visits"))["items"] == []
    hers.go("/packages/booking/book/book")
    hers.tap("生活照护")
    hers.tap("后天上午9点，2小时")
    hers.tap("黄浦区人民大道 200 号")
    hers.tap("请李护理员来")
    hers.sees("已经请本人点头", "女儿想约，要 ¥128.00")
    asked = done(cast.elder.get("/v1/visits"))["items"][0]
    mother.go(f"/packages/tracking/visit/visit?id={asked['id']}")
    mother.tap("同意，就约这次")
    mother.sees("等护工接单")
    mother.go("/packages/family/family/family")
    mother.tap("收回权限")
    mother.answers("收回")
    mother.sees("还没有。您可以请儿女")
    hers.go("/pages/home/home")
    assert "已经收回或者到期了" in hers.trouble()
    hers.tap("换回我自己")
    hers.sees("现在到：激活护工卡")


def test_of_two_parents_each_is_their_own(opens: Opens, cast: Cast) -> None:
    daughter = people.a_relative(cast.town)
    father = people.a_relative(cast.town, "王建国")
    people.give(cast.elder, daughter, "view_visits", "book")
    people.give(father, daughter, "view_visits")
    done(cast.elder.post("/v1/visits", cast.booking(later=4)), 201)
    hand = opens(daughter, at="/packages/family/family/family")
    hand.tap("替 王*英 办事")
    hand.sees("正在替 王*英 办事", "等护工接单")
    hand.go("/packages/family/family/family")
    hand.tap("替 王*国 办事")
    hand.sees("正在替 王*国 办事")
    assert "等护工接单" not in hand.text()
    # What was taken back meanwhile is said where it is tapped.
    hand.go("/packages/family/family/family")
    (hers,) = [each for each in done(cast.elder.get("/v1/families"))["given"] if each["state"] == "holds"]
    done(cast.elder.post(f"/v1/grants/{hers['id']}/end"))
    hand.tap("替 王*英 办事")
    assert "您现在不能替这位家人办事了" in hand.trouble()


def test_a_link_somebody_else_used_and_one_of_ones_own_say_so(opens: Opens, cast: Cast) -> None:
    invitation = people.invite(cast.elder)
    link = f"/packages/family/accept/accept?code={invitation['code']}"
    own = opens(cast.elder, at=link)
    own.tap("接受，替他办事")
    assert "要由家人来接受" in own.trouble()
    unknown = opens(people.a_member(cast.town), at=link)
    unknown.tap("接受，替他办事")
    assert "要先核实您自己的身份" in unknown.trouble()
    unknown.tap("先核实我的身份")
    unknown.sees("请照着身份证填")
    people.accept(people.a_relative(cast.town), invitation)
    late = opens(people.a_relative(cast.town), at=link)
    assert "这份邀请已经用过、收回" in late.trouble()


def test_what_was_looked_at_is_listed_to_its_end(opens: Opens, cast: Cast) -> None:
    daughter = people.a_relative(cast.town)
    mother = people.a_member(cast.town)
    people.give(mother, daughter, "view_visits")
    for _ in range(PAGE_OF_LOOKS + 1):
        cast.town.pass_time(timedelta(hours=1))
        done(daughter.as_family_of(mother).get("/v1/visits"))
    mother.log_in()
    hers = opens(mother, at="/packages/family/looks/looks")
    hers.sees("女儿")
    assert hers.front.get_by_text("看上门").count() == PAGE_OF_LOOKS
    hers.tap("看更早的")
    hers.front.get_by_text("看上门").nth(PAGE_OF_LOOKS).wait_for()
    hers.front.get_by_text("看更早的").wait_for(state="detached")
    assert hers.front.get_by_text("看上门").count() == PAGE_OF_LOOKS + 1
