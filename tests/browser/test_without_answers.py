"""A phone without a network, news nobody waited for, sessions that end: what is shown is true, and leads on."""

from __future__ import annotations

import pytest

from local import people
from local.people import done
from tests.browser.hand import Opens, up_to_the_caregiver
from tests.engine.conftest import RunningStack
from tests.engine.test_stack import Cast

pytestmark = [pytest.mark.engine, pytest.mark.slow]


class TestWithoutANetwork:
    def test_proving_identity_can_be_tried_again(self, opens: Opens, phones: RunningStack) -> None:
        hand = opens(people.a_member(phones.town), network="off", at="/pages/identity/identity")
        assert "连不上网络" in hand.trouble()
        hand.wishes(network="on")
        hand.tap("再试一次")
        hand.sees("请照着身份证填")

    def test_an_address_leaves_the_caregivers_phone_with_the_job(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones)
        visit_id = cast.visit_in_service()
        hand = opens(cast.caregiver, privacyAgreed=True, at=f"/packages/caregiver/job/job?id={visit_id}")
        hand.sees("黄浦区人民大道 200 号")
        hand.tap("服务结束，签退")
        hand.answers("签退")
        hand.sees("地址不再显示")
        hand.go("/packages/caregiver/agenda/agenda")
        hand.sees("已完成")
        kept = hand.page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('app/'))")
        assert any(key.startswith("app/phone/copy/job/") for key, _ in kept)
        assert "人民大道" not in str(kept)

    def test_a_message_opens_what_it_is_about_all_the_same(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones)
        visit_id = done(cast.elder.post("/v1/visits", cast.booking()), 201)["id"]
        phones.town.until(lambda: "预约已提交" in str(cast.elder.get("/v1/inbox").body), "the message")
        hand = opens(cast.elder, at=f"/packages/tracking/visit/visit?id={visit_id}")
        hand.sees("等护工接单")
        hand.go("/pages/inbox/inbox")
        hand.sees("预约已提交")
        hand.wishes(network="off")
        hand.tap("预约已提交")
        hand.sees("手机连不上网络。下面是", "等护工接单")

    def test_what_was_seen_last_is_kept_and_said_to_be_old(self, opens: Opens, phones: RunningStack) -> None:
        hand = opens(Cast(phones).elder)
        hand.sees("健康护工卡")
        hand.wishes(network="off")
        hand.reload()
        hand.sees("手机连不上网络。下面是", "可能已经变了", "健康护工卡")

    def test_what_was_never_seen_can_be_tried_again(self, opens: Opens, phones: RunningStack) -> None:
        hand = opens(Cast(phones).elder)
        hand.sees("健康护工卡")
        hand.wishes(network="off")
        hand.go("/packages/bills/bills/bills")
        assert "连不上网络" in hand.trouble()
        hand.wishes(network="on")
        hand.tap("再试一次")
        hand.sees("还没有账单")

    def test_the_call_for_help_needs_none(self, opens: Opens) -> None:
        hand = opens(network="off")
        hand.tap("打电话求助")
        assert hand.calls("makePhoneCall") == [{"phoneNumber": "400-000-0000"}]


class TestNews:
    def test_a_visit_nobody_took_is_on_the_first_screen_with_a_way_on(
        self, opens: Opens, phones: RunningStack
    ) -> None:
        cast = Cast(phones)
        visit_id = done(cast.elder.post("/v1/visits", cast.booking()), 201)["id"]
        done(cast.caregiver.post(f"/v1/visits/{visit_id}/decline"))
        hand = opens(cast.elder)
        hand.tap("护工没能接单")
        hand.sees("没有收钱")
        hand.tap("再约一次")
        hand.sees("需要什么帮助")

    def test_the_backend_gone_is_not_blamed_on_the_phone(self, opens: Opens, phones: RunningStack) -> None:
        hand = opens(Cast(phones).elder)
        hand.sees("健康护工卡")
        hand.page.route("**/api/v1/bills", lambda route: route.fulfill(status=502, body=""))
        hand.go("/packages/bills/bills/bills")
        assert "不是您手机的问题" in hand.trouble()

    def test_a_booking_without_an_answer_is_on_the_first_screen(self, opens: Opens, phones: RunningStack) -> None:
        cast = Cast(phones)
        hand = opens(cast.elder, privacyAgreed=True)
        up_to_the_caregiver(hand)
        hand.wishes(network="answers_lost")
        hand.tap("请李护理员来")
        hand.sees("还不知道")
        hand.wishes(network="on")
        hand.go("/pages/home/home")
        hand.tap("有一次预约还没有办完")
        hand.sees("预约发出了")


class TestSession:
    def test_an_ended_session_is_renewed_without_a_word(self, opens: Opens, phones: RunningStack) -> None:
        elder = Cast(phones).elder
        hand = opens(elder)
        hand.sees("健康护工卡")
        done(elder.post("/v1/me/sign-out"))
        hand.go("/packages/bills/wallet/wallet")
        hand.sees("¥1000.00")
        assert len(hand.calls("login")) == 1

    def test_signing_out_forgets_what_was_kept(self, opens: Opens, phones: RunningStack) -> None:
        hand = opens(Cast(phones).elder)
        hand.sees("健康护工卡")
        hand.go("/pages/settings/settings")
        hand.tap("退出登录")
        hand.answers("退出")
        hand.sees("欢迎用健康卡")
        kept = hand.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('app/'))")
        assert kept == ["app/phone/look"]
