"""The whole story of anything, for staff: in order, from every context, and naming nobody."""

from __future__ import annotations

from typing import Any

import pytest

from local import people
from local.people import Phone, done, new_id
from tests.builders import numbers, story
from tests.builders.story import refusal
from tests.builders.world import World


@pytest.fixture
def staff(world: World) -> Phone:
    return people.a_staff_member(world)


@pytest.fixture
def caregiver(world: World, staff: Phone) -> tuple[Phone, str]:
    return people.a_caregiver(world, staff)


@pytest.fixture
def elder(world: World, staff: Phone) -> Phone:
    return story.an_elder(world, staff)


def told(staff: Phone, any_id: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = done(staff.get(f"/v1/staff/story/{any_id}"))["items"]
    assert [each["at"] for each in items] == sorted(each["at"] for each in items)
    return items


def words(items: list[dict[str, Any]]) -> list[str]:
    return [f"{each['source']}: {'现在：' * each['stands']}{each['what']}" for each in items]


class TestVisit:
    def test_is_told_from_booking_to_review_with_its_messages_and_its_money(
        self, world: World, staff: Phone, elder: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        visit_id = story.a_served_visit(world, elder, *caregiver, minutes=125)
        world.pass_time(minutes=5)
        done(elder.post(f"/v1/visits/{visit_id}/review", {"stars": 5, "text": "手脚轻"}))
        world.settle()
        staff.come_back_to_desk()
        items = words(told(staff, visit_id))
        steps = [each for each in items if not each.startswith("notify")]
        assert steps == [
            "care: 预约生活照护，11月24日 9:00 起 120 分钟，预留 ¥128.00；最晚 11月23日 8:30 接单",
            "care: 护工接单",
            "care: 护工出发",
            "care: 签到，离家 0 米",
            "care: 签退，离家 0 米",
            "billing: 账单：服务 125 分钟，收 ¥128.00，退回预留 ¥0.00（余额 -¥128.00，护理收入 +¥128.00）",
            "care: 家属评价 5 星",
            "care: 现在：已完成",
        ]
        messages = [each for each in items if each.startswith("notify: 消息“") and "被打开" not in each]
        assert len(messages) == 7
        assert "notify: 消息“账单已结清”：已交给短信通道" in messages

    def test_that_is_open_says_what_is_held_and_what_stands(
        self, staff: Phone, elder: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        visit_id = story.a_booked_visit(elder, caregiver[1])
        items = told(staff, visit_id)
        assert words(items)[-2:] == ["care: 现在：等护工接单", "billing: 现在：钱包里为这次服务预留着 ¥128.00"]
        assert items[0]["lead"] == elder.person_id


class TestOthers:
    def test_a_top_up_from_its_order_to_its_entry(self, staff: Phone, elder: Phone) -> None:
        top_up = done(elder.post("/v1/wallet/top-ups", {"id": new_id("top"), "amount_fen": 1_000}), 201)
        assert words(told(staff, top_up["id"])) == ["billing: 下单充值 ¥10.00", "billing: 现在：还没有付款"]
        elder.pay(top_up["payment"])
        elder.town.until(lambda: done(elder.get("/v1/wallet"))["available_fen"] == 51_000, "the money")
        items = words(told(staff, top_up["id"]))
        assert items[0] == "billing: 下单充值 ¥10.00"
        assert "billing: 充值入账（微信支付 -¥10.00，余额 +¥10.00）" in items
        assert sum(each.startswith("billing: 微信支付已付，交易号 ") for each in items) == 1
        assert sum(each.startswith("notify: 消息“") for each in items) == 1

    def test_a_card(self, staff: Phone, elder: Phone) -> None:
        (card,) = done(elder.get("/v1/cards"))["items"]
        items = told(staff, card["id"])
        assert words(items)[0] == "cards: 激活健康护工卡"
        assert items[0]["lead"] == elder.person_id
        assert len(items) == 2

    def test_a_person_leads_to_cards_visits_and_payments(
        self, staff: Phone, elder: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        visit_id = story.a_booked_visit(elder, caregiver[1])
        (card,) = done(elder.get("/v1/cards"))["items"]
        items = told(staff, elder.person_id)
        assert words(items)[0] == "identity: 第一次登录"
        assert "identity: 实名认证通过，凭姓名和身份证号" in words(items)
        assert "billing: 现在：余额 ¥372.00，预留 ¥128.00，与账目相符" in words(items)
        assert "identity: 现在：身份是用户" in words(items)
        leads = {each["lead"] for each in items}
        assert {visit_id, card["id"]} <= leads

    def test_a_caregiver_leads_to_the_visits_on_her_days(
        self, staff: Phone, elder: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        visit_id = story.a_booked_visit(elder, caregiver[1])
        declined = story.a_booked_visit(elder, caregiver[1], start_at=story.shanghai(25, 9).isoformat())
        done(caregiver[0].post(f"/v1/visits/{declined}/decline"))
        items = told(staff, caregiver[0].person_id)
        served = [(each["what"], each["lead"]) for each in items if each["what"].startswith("作为护工：")]
        assert served == [
            ("作为护工：预约生活照护，11月24日 9:00 起 120 分钟，预留 ¥128.00：等护工接单", visit_id),
            ("作为护工：预约生活照护，11月25日 9:00 起 120 分钟，预留 ¥128.00：护工没能接单", declined),
        ]

    def test_every_lead_has_a_story_of_its_own(
        self, staff: Phone, elder: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        story.a_booked_visit(elder, caregiver[1])
        for person in (elder.person_id, caregiver[0].person_id):
            leads = {each["lead"] for each in told(staff, person)} - {None}
            assert leads
            for lead in leads:
                assert lead not in {each["lead"] for each in told(staff, lead)}

    def test_what_is_cut_off_is_said_to_be(self, staff: Phone, elder: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
        people.top_up(elder, 1_000)
        monkeypatch.setattr("chalicelib.billing.usecases.witness.LATEST_ENTRIES", 1)
        items = words(told(staff, elder.person_id))
        assert "billing: 充值入账（微信支付 -¥10.00，余额 +¥10.00）" in items
        assert "billing: 充值入账（微信支付 -¥500.00，余额 +¥500.00）" not in items
        assert "billing: 更早的账目不再列出（每种只列最近 1 笔）" in items

    def test_an_order_nobody_paid_is_closed(self, world: World, staff: Phone, elder: Phone) -> None:
        top_up = done(elder.post("/v1/wallet/top-ups", {"id": new_id("top"), "amount_fen": 1_000}), 201)
        world.settle()
        world.pass_time(hours=3)
        items = told(staff, top_up["id"])
        assert words(items)[-1] == "billing: 现在：超过两小时没有付款，已关闭"
        assert items[0]["lead"] == elder.person_id


class TestWhoMay:
    def test_nobody_is_named(self, staff: Phone, elder: Phone, caregiver: tuple[Phone, str]) -> None:
        visit_id = story.a_booked_visit(elder, caregiver[1])
        text = "".join(words(told(staff, visit_id)) + words(told(staff, elder.person_id)))
        for private in ("王秀英", "李护理员", elder.number[3:], numbers.ELDER_NUMBER, "人民大道", "翻身"):
            assert private not in text

    def test_a_member_may_not(self, elder: Phone) -> None:
        assert refusal(elder.get(f"/v1/staff/story/{elder.person_id}")) == (403, "request.role_missing")

    @pytest.mark.parametrize("kind", ["vis", "card", "top", "per"])
    def test_what_nobody_knows_is_said_to_be_unknown(self, staff: Phone, kind: str) -> None:
        assert refusal(staff.get(f"/v1/staff/story/{new_id(kind)}")) == (404, "support.nothing_known")

    def test_another_kind_of_id_is_no_address(self, staff: Phone) -> None:
        assert refusal(staff.get(f"/v1/staff/story/{new_id('msg')}"))[0] == 404
