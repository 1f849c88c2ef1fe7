"""An elder without WeChat, a guardian, and a child abroad, as they go through it on their phones."""

from __future__ import annotations

import pytest

from local import people
from local.demo.scene import next_at
from local.layout import ROOT
from local.people import done
from tests.browser.hand import Opens
from tests.builders.elders import Elder, asked, rings, seen
from tests.builders.guardians import become_guardian
from tests.engine.test_stack import Cast

pytestmark = [pytest.mark.engine, pytest.mark.slow]


def in_daytime(cast: Cast) -> None:
    """Nobody is rung at night."""
    now = cast.town.now()
    cast.town.move_clock_to(next_at(now, hour=9))


def test_an_account_by_her_voice_and_then_the_daughter_acts(opens: Opens, cast: Cast) -> None:
    in_daytime(cast)
    daughter, elder = people.a_relative(cast.town), Elder(cast.town)
    hand = opens(daughter, at="/packages/family/family/family")
    hand.tap("替没有微信的老人开账户")
    hand.types("老人的姓名", elder.name)
    hand.types("老人的身份证号", elder.id_number[:-1])
    hand.types("老人自己接的手机号", elder.number.removeprefix("+86"))
    hand.tap("填好了")
    assert "还没有选您是老人的谁" in hand.trouble()
    hand.tap("女儿")
    hand.tap("填好了")
    assert "17 位" in hand.trouble_at("老人的身份证号") or "少了" in hand.trouble_at("老人的身份证号")
    hand.types("老人的身份证号", elder.id_number)
    hand.tap("填好了")
    hand.sees("周*兰", "打之前，先跟老人说一声")
    hand.tap("现在打电话")
    hand.sees("已经拨出", "再打一次电话")
    cast.town.keys_in(elder.number, "1")
    cast.town.until(lambda: bool(done(daughter.get("/v1/families"))["mine"]), "her yes to arrive")
    hand.refreshes()
    hand.sees("老人同意了")
    hand.tap("替 周*兰 办事")
    hand.sees("正在替 周*兰 办事", "现在到：激活护工卡")


def test_where_the_phone_is_not_hers_one_of_us_rings(opens: Opens, cast: Cast) -> None:
    daughter, elder = people.a_relative(cast.town), Elder(cast.town, owns_phone=False)
    hand = opens(daughter, at="/packages/family/elder/elder")
    hand.types("老人的姓名", elder.name)
    hand.types("老人的身份证号", elder.id_number)
    hand.types("老人自己接的手机号", elder.number.removeprefix("+86"))
    hand.tap("女儿")
    hand.tap("填好了")
    hand.sees("由客服打给老人", "最晚")
    hand.tap("看求助进展")
    hand.sees("替老人开账户，请人工打电话")


def test_a_guardian_hands_in_a_paper_takes_back_and_agrees(opens: Opens, cast: Cast) -> None:
    daughter, son = people.a_relative(cast.town), people.a_relative(cast.town, "王小刚")
    people.give(cast.elder, daughter)
    hand = opens(son, at="/packages/family/guardian/guardian", privacyAgreed=True)
    hand.types("老人的姓名", "王秀英")
    hand.types("老人的身份证号", cast.id_number)
    hand.types("监护到哪一天", "20280230")
    hand.tap("儿子")
    hand.tap("拍照，或从相册选")
    hand.tap("交给人工核对")
    assert "这一天日历上没有" in hand.trouble_at("监护到哪一天")
    hand.types("监护到哪一天", "20280630")
    hand.tap("交给人工核对")
    hand.sees("文书收到了", "最晚")
    guardian = people.a_relative(cast.town, "王小明")
    become_guardian(guardian, people.a_staff_member(cast.town, "reviewer"), name="王秀英", id_number=cast.id_number)
    his = opens(guardian, at="/packages/family/family/family")
    his.tap("替 王*英 办事")
    his.tap("监护", exact=True)
    his.sees("女儿 王*梅")
    his.tap("收回权限")
    his.answers("收回")
    his.sees("没有别人")
    assert done(daughter.get("/v1/families"))["mine"] == []
    his.tap("收回同意")
    his.sees("替老人同意")
    assert done(cast.elder.get("/v1/me"))["consents"] == []


def test_a_digest_for_who_lives_in_los_angeles(opens: Opens, cast: Cast) -> None:
    daughter = people.a_relative(cast.town)
    mother = cast.an_elder(0)
    people.give(mother, daughter, "view_visits")
    hand = opens(daughter, at="/packages/family/digest/digest")
    hand.sees("现在没有开", "过去一天", "没有安排")
    hand.tap("洛杉矶")
    hand.sees("洛杉矶 ✓")
    hand.tap("8 点", exact=True)
    hand.sees("下一份：北京时间")
    assert done(daughter.get("/v1/me/digest"))["digest"]["zone"] == "America/Los_Angeles"
    hand.tap("不用每天发")
    hand.sees("现在没有开")
    hand.tap("去看 王*英")
    hand.sees("正在替 王*英 办事")


def test_a_card_of_a_visit_leads_who_may_see_it_there_and_tells_others_how(opens: Opens, cast: Cast) -> None:
    daughter = people.a_relative(cast.town)
    mother = cast.an_elder(50_000)
    people.give(mother, daughter, "view_visits")
    visit_id = done(mother.post("/v1/visits", cast.booking()), 201)["id"]
    hers = opens(mother, at=f"/packages/tracking/visit/visit?id={visit_id}")
    hers.tap("发给家人看")
    (card,) = hers.calls("share")
    assert "上门：等护工接单" in card["title"]
    # Else WeChat would show the page itself.
    assert (ROOT / "miniprogram-stub" / "miniprogram" / card["imageUrl"].removeprefix("/")).is_file()
    assert not any(word in str(card) for word in ("王", "李护理员", "生活照护"))
    hand = opens(daughter, at=card["path"])
    hand.sees("正在替 王*英 办事", "等护工接单")
    stranger = opens(people.a_member(cast.town), at=card["path"])
    stranger.sees("要本人让您看，才能打开")


def test_a_card_leads_there_whoever_is_acted_for_and_loses_nothing_under_way(opens: Opens, cast: Cast) -> None:
    father, mother = people.a_relative(cast.town, "王建国"), cast.elder
    people.give(mother, father, "view_visits", "book", "pay", relation="spouse")
    visit_id = done(mother.post("/v1/visits", cast.booking(later=4)), 201)["id"]
    card = f"/packages/family/shared/shared?id={visit_id}&of={mother.person_id}"
    hand = opens(father, at="/packages/family/family/family", privacyAgreed=True)
    hand.sees("能办：看上门和卡、约护工、花老人的余额")
    hand.tap("替 王*英 办事")
    hand.sees("正在替 王*英 办事")
    hand.go("/packages/booking/book/book")
    hand.tap("生活照护")
    hand.tap("后天上午9点，2小时")
    hand.tap("黄浦区人民大道 200 号")
    hand.sees("请李护理员来")
    hand.wishes(network="answers_lost")
    hand.tap("请李护理员来")
    hand.sees("还不知道")
    hand.wishes(network="on")
    hand.go(card)
    hand.sees("等护工接单")
    hand.go("/pages/home/home")
    hand.sees("正在替 王*英 办事", "有一次预约还没有办完")
    hand.tap("换回我自己")
    hand.sees("换成长辈版")
    assert "有一次预约还没有办完" not in hand.text()
    hand.go(card)
    hand.sees("等护工接单")
    hand.go("/pages/home/home")
    hand.sees("有一次预约还没有办完")
    # Her own, while she acts for him.
    people.give(father, mother, "view_visits", relation="spouse")
    hers = opens(mother, at="/packages/family/family/family")
    hers.tap("替 王*国 办事")
    hers.sees("正在替 王*国 办事")
    hers.go(card)
    hers.sees("等护工接单")
    assert "正在替" not in hers.text()
    # A message of her own leads to her own, whoever she acted for.
    hers.go("/packages/family/family/family")
    hers.tap("替 王*国 办事")
    hers.sees("正在替 王*国 办事")
    hers.go("/pages/inbox/inbox")
    hers.tap("预约已提交")
    hers.sees("等护工接单")
    assert "正在替" not in hers.text()


def test_a_message_about_a_parents_visit_opens_it_as_who_acts_for_them(opens: Opens, cast: Cast) -> None:
    daughter = people.a_relative(cast.town)
    people.give(cast.elder, daughter, "view_visits")
    visit_id = done(cast.elder.post("/v1/visits", cast.booking(later=5)), 201)["id"]
    done(cast.caregiver.post(f"/v1/visits/{visit_id}/decline"))
    cast.town.until(lambda: "您家人的上门没有成" in str(daughter.get("/v1/inbox").body), "the message")
    hand = opens(daughter, at="/pages/inbox/inbox")
    hand.tap("您家人的上门没有成")
    hand.sees("正在替 王*英 办事", "护工没能接单")


def test_a_no_says_what_can_be_done_now(opens: Opens, cast: Cast) -> None:
    in_daytime(cast)
    daughter, elder = people.a_relative(cast.town), Elder(cast.town)
    entrustment = asked(daughter, elder)
    done(rings(daughter, entrustment))
    cast.town.keys_in(elder.number, "2")
    cast.town.until(lambda: seen(daughter, entrustment)["state"] == "declined", "her no to arrive")
    hand = opens(daughter, at="/packages/family/family/family")
    hand.tap("周*兰")
    hand.sees("老人没有同意。请先跟老人说清楚要办什么")
    hand.tap("重新填一份")
    hand.sees("花老人的余额", "超过的要老人答应")
