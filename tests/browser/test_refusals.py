"""What the backend or WeChat says no to: told on its field, or with the next step, and never a dead end."""

from __future__ import annotations

from datetime import datetime

import pytest

from local import people
from local.demo.scene import next_at
from local.environment import TEMPLATE_IDS
from local.people import Phone, done
from tests.browser.hand import Hand, Opens
from tests.browser.screens import BOOK, JOB
from tests.engine.conftest import RunningStack
from tests.engine.test_stack import Cast

pytestmark = [pytest.mark.engine, pytest.mark.slow]


def a_member(phones: RunningStack) -> Phone:
    return people.a_member(phones.town)


def chooses(hand: Hand, time: str) -> None:
    """All of a booking but the caregiver, to the home she has been visited in or the one on the map."""
    hand.go(BOOK)
    hand.tap("生活照护")
    if time not in hand.text():
        hand.tap("后面几天的时间")
    hand.tap(time)
    hand.tap("在地图上选")


class TestFields:
    def test_a_wrong_id_number_is_told_at_its_field(self, opens: Opens, phones: RunningStack) -> None:
        hand = opens(a_member(phones), at="/pages/identity/identity")
        hand.types("姓名", "王小梅")
        hand.types("身份证号", "11010119491231002")
        hand.tap("核实", exact=True)
        assert "证件号要 18 位，您填了 17 位" in hand.trouble_at("身份证号")
        number = people.a_resident_number()
        phones.town.register_identity("王小梅", number)
        hand.types("身份证号", number)
        hand.tap("核实", exact=True)
        hand.sees("身份核实好了")

    def test_an_empty_field_is_told_in_its_own_words(self, opens: Opens, phones: RunningStack) -> None:
        hand = opens(a_member(phones), at="/pages/identity/identity")
        hand.tap("核实", exact=True)
        assert "还没有填姓名" in hand.trouble_at("姓名")
        hand.go("/pages/activate/activate")
        hand.tap("激活", exact=True)
        assert "还没有填激活码" in hand.trouble_at("激活码")

    def test_a_code_is_not_looked_at_before_identity_is_proven(self, opens: Opens, phones: RunningStack) -> None:
        hand = opens(a_member(phones), at="/pages/activate/activate")
        hand.types("激活码", "AAAA-BBBB-CCCC-DDDD")
        hand.tap("激活", exact=True)
        hand.tap("去核实身份")
        hand.sees("请照着身份证填")

    def test_a_wrong_code_is_told_at_its_field_and_the_right_one_then_works(
        self, opens: Opens, phones: RunningStack
    ) -> None:
        member, number = a_member(phones), people.a_resident_number()
        people.prove(member, "王小梅", number)
        hand = opens(member, at="/pages/activate/activate")
        hand.types("激活码", "AAAA-BBBB-CCCC-DDDD")
        hand.tap("激活", exact=True)
        assert "激活码" in hand.trouble_at("激活码")
        hand.types("激活码", people.an_activation_code(people.a_staff_member(phones.town)))
        hand.tap("激活", exact=True)
        hand.sees("健康护工卡激活好了")


class TestBooking:
    def test_too_little_money_leads_to_topping_up_and_back(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones, balance_fen=1_000)
        hand = opens(cast.elder, privacyAgreed=True)
        hand.sees("还没有约好的上门")
        chooses(hand, "明天上午9点，2小时")
        hand.tap("就是这里")
        hand.tap("请李护理员来")
        assert "还差" in hand.trouble()
        hand.tap("去充值")
        hand.tap("200 元")
        hand.sees("¥210.00")
        hand.tap("回去接着预约")
        assert "还差" not in hand.text()
        hand.tap("请李护理员来")
        hand.sees("预约发出了")
        assert len(done(cast.elder.get("/v1/visits"))["items"]) == 1

    def test_somebody_was_faster(self, opens: Opens, cast: Cast) -> None:
        hand = opens(cast.elder, privacyAgreed=True)
        hand.sees("约护工上门")
        chooses(hand, "明天下午2点，2小时")
        hand.tap("就是这里")
        hand.sees("请李护理员来")
        start = datetime.fromisoformat(cast.booking()["start_at"]).replace(hour=14)
        names = {offer["caregiver_id"] for offer in _offers(cast, start)}
        for caregiver_id in names:
            other = cast.an_elder(50_000)
            body = cast.booking() | {"start_at": start.isoformat(), "caregiver_id": caregiver_id}
            done(other.post("/v1/visits", body), 201)
        hand.tap("请李护理员来")
        assert "刚刚被别人约走" in hand.trouble()
        hand.sees("改到")
        assert done(cast.elder.get("/v1/visits"))["items"] == []

    def test_an_empty_address_is_told_at_its_field(self, opens: Opens, cast: Cast) -> None:
        hand = opens(cast.elder, privacyAgreed=True)
        hand.sees("约护工上门")
        chooses(hand, "后天上午9点，2小时")
        hand.types("地址，写到门牌号", "  ")
        hand.tap("就是这里")
        assert "还没有写地址" in hand.trouble_at("地址，写到门牌号")
        hand.types("地址，写到门牌号", "人民大道 200 号 3 楼")
        hand.tap("就是这里")
        hand.sees("请李护理员来")


class TestWhatWeChatAsks:
    def test_privacy_refused_is_no_dead_end_and_deleting_asks_again(self, opens: Opens) -> None:
        hand = opens()
        hand.logs_in()
        hand.tap("用微信手机号")
        hand.tap("不同意", exact=True)
        hand.sees("没关系，不留也能用")
        hand.tap("用微信手机号")
        hand.tap("同意，继续")
        hand.sees("现在到：实名认证")
        hand.page.evaluate("wx.phone.deleteMiniProgram()")
        hand.go("/pages/home/home")
        hand.logs_in()
        hand.go("/pages/settings/settings")
        hand.tap("换手机号")
        hand.sees("使用您的信息之前")

    def test_phone_number_refused(self, opens: Opens) -> None:
        hand = opens(privacyAgreed=True, gives={"phoneNumber": False, "location": True})
        hand.logs_in()
        hand.tap("用微信手机号")
        hand.sees("没关系，不留也能用")
        hand.gives(phoneNumber=True)
        hand.tap("用微信手机号")
        hand.sees("现在到：实名认证")

    def test_location_refused_when_booking(self, opens: Opens, cast: Cast) -> None:
        hand = opens(cast.elder, gives={"phoneNumber": True, "location": False})
        hand.sees("约护工上门")
        chooses(hand, "后天下午2点，2小时")
        hand.tap("不同意", exact=True)
        assert "没有您的同意" in hand.trouble()
        hand.tap("在地图上选")
        hand.tap("同意，继续")
        hand.sees("没有拿到位置")
        hand.tap("打开位置权限")
        assert hand.calls("openSetting")
        hand.gives(location=True)
        hand.tap("在地图上选")
        hand.sees("地址，写到门牌号")

    def test_location_refused_when_checking_in(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones)
        visit_id = done(cast.elder.post("/v1/visits", cast.booking()), 201)["id"]
        done(cast.caregiver.post(f"/v1/visits/{visit_id}/accept"))
        phones.town.move_clock_to(datetime.fromisoformat(cast.elder.get("/v1/visits").body["items"][0]["start_at"]))
        done(cast.caregiver.post(f"/v1/visits/{visit_id}/depart"))
        hand = opens(cast.caregiver, privacyAgreed=True, gives={"phoneNumber": True, "location": False})
        hand.go(JOB + visit_id)
        hand.tap("到门口了，签到")
        assert "还没有签上" in hand.trouble()
        hand.gives(location=True)
        hand.tap("到门口了，签到")
        hand.sees("服务中")

    def test_checking_in_far_from_the_home_is_asked_about_and_told_to_the_family(
        self, opens: Opens, phones: RunningStack
    ) -> None:
        cast = Cast(phones)
        visit = done(cast.elder.post("/v1/visits", cast.booking()), 201)
        done(cast.caregiver.post(f"/v1/visits/{visit['id']}/accept"))
        phones.town.move_clock_to(datetime.fromisoformat(visit["start_at"]))
        done(cast.caregiver.post(f"/v1/visits/{visit['id']}/depart"))
        away = {"name": "地铁站", "address": "", "latitude": 31.2484, "longitude": 121.4737, "accuracy": 20}
        hand = opens(cast.caregiver, privacyAgreed=True, at=JOB + visit["id"])
        hand.wishes(at=away)
        hand.tap("到门口了，签到")
        hand.answers("再想想")
        assert "还没有签到" in hand.trouble()
        assert done(cast.elder.get(f"/v1/visits/{visit['id']}"))["status"] == "on_the_way"
        hand.tap("到门口了，签到")
        hand.answers("已到，签到")
        hand.sees("服务中", "已经记下")
        family = opens(cast.elder, at=f"/packages/tracking/visit/visit?id={visit['id']}")
        family.sees("但手机显示离您家有 2002 米", "没见到人，请马上打客服电话")

    def test_a_map_that_is_closed_changes_nothing(self, opens: Opens, cast: Cast) -> None:
        hand = opens(cast.elder, privacyAgreed=True, cancelsMap=True)
        hand.sees("约护工上门")
        chooses(hand, "后天下午2点，2小时")
        hand.sees("第 3 步")
        assert "没有拿到位置" not in hand.text()

    @pytest.mark.parametrize(
        ("said", "sentence"),
        [("reject", "不用微信提醒"), ("ban", "微信现在发不了"), ("filter", "微信现在发不了")],
    )
    def test_subscription_refused(self, opens: Opens, cast: Cast, said: str, sentence: str) -> None:
        # Somebody new each time: who said no is left in peace for a week.
        caregiver, _ = people.a_caregiver_logs_in(cast.town, people.a_staff_member(cast.town))
        hand = opens(caregiver, subscribe=said)
        hand.tap("用微信提醒我")
        hand.sees(sentence, "短信")
        (asked,) = hand.calls("requestSubscribeMessage")
        assert 0 < len(asked["tmplIds"]) <= 3

    def test_payment_cancelled_costs_nothing_and_can_be_done_again(self, opens: Opens, phones: RunningStack) -> None:
        member = a_member(phones)
        hand = opens(member, at="/packages/bills/wallet/wallet", pays=False)
        hand.tap("100 元")
        hand.sees("没有付款，没有扣钱")
        hand.wishes(pays=True)
        hand.tap("100 元")
        hand.sees("充多少")
        phones.town.until(lambda: "可以用的余额\n¥100.00" in hand.text(), "the money on the screen")
        assert done(member.get("/v1/wallet"))["available_fen"] == 10_000


class TestWhatWeChatShowsInItsList:
    def test_a_message_opens_the_screen_of_its_reader(self, opens: Opens, phones: RunningStack) -> None:
        phones.town.move_clock_to(next_at(phones.town.now(), hour=9))  # at night it would be held
        cast = Cast(phones)
        cast.elder.consent("visit_status", 4)
        cast.caregiver.consent("visit_offer")
        asks = "/v1/me/templates-to-ask?moment=booking"
        phones.town.until(
            lambda: TEMPLATE_IDS["visit_status"] not in done(cast.elder.get(asks))["template_ids"], "the credits"
        )
        done(cast.elder.post("/v1/visits", cast.booking()), 201)
        readers = {cast.elder.openid: cast.elder, cast.caregiver.openid: cast.caregiver}

        def sent() -> dict[str, str]:
            outbox = phones.town.wechat("GET", "/outbox")["items"]
            return {each["touser"]: each["page"] for each in outbox if each["touser"] in readers}

        phones.town.until(lambda: len(sent()) == 2, "two messages of WeChat")
        for openid, page in sent().items():
            hand = opens(readers[openid], at=f"/{page}")
            hand.sees("等您答复" if openid == cast.caregiver.openid else "等护工接单", "回首页")


def _offers(cast: Cast, start: datetime) -> list[dict[str, str]]:
    body = cast.booking()
    wanted = {key: body[key] for key in ("service", "duration_min")} | {"start_at": start.isoformat()}
    found = done(cast.elder.post("/v1/caregivers/search", wanted | {"location": body["address"]["location"]}))
    return list(found["items"])
