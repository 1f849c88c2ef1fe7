"""The desk in a browser: signed in with two factors, a case claimed by key, answered, decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from pyotp import TOTP

from local import people
from local.layout import url
from local.people import Phone, done, new_id
from tests.engine.conftest import RunningStack

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.engine, pytest.mark.slow]


@pytest.fixture
def page(phones: RunningStack, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


@pytest.fixture
def elder(phones: RunningStack) -> Phone:
    return people.a_member(phones.town)


def case_of(elder: Phone, cause: str, text: str) -> dict[str, Any]:
    body = {"id": new_id("case"), "cause": cause, "about": elder.person_id, "text": text}
    return done(elder.post("/v1/cases", body), 201)


def signs_in(page: Page, phones: RunningStack, *roles: str) -> Phone:
    """A member of staff who reads the code off the phone, and the second factor off the authenticator."""
    staff = people.somebody(phones.town)
    phones.town.enrol_staff(staff.number, *roles)
    staff.log_in()
    staff.give_number()
    secret = done(staff.post("/v1/me/second-factor"))["secret"]
    code = done(staff.post("/v1/me/pairing"), 201)["code"]
    page.goto(f"{url(phones.stack.ports.phones)}/staff/")
    page.get_by_label("登录码").fill(f"{code[:4]} {code[4:]}")
    page.get_by_label("动态口令").fill(TOTP(secret).at(phones.town.now()))
    page.get_by_role("button", name="登录").click()
    return staff


def test_a_case_is_claimed_by_key_answered_and_closed(page: Page, phones: RunningStack, elder: Phone) -> None:
    case = case_of(elder, "app.does_not_work", "打开是<b>白</b>的")
    signs_in(page, phones, "agent")
    page.get_by_role("button", name="小程序用不了").first.wait_for()
    while page.get_by_text("打开是<b>白</b>的").count() == 0:
        page.keyboard.press("j")
        page.get_by_role("button", name="接手 c", exact=True).wait_for()
    page.get_by_text("第一次答复").first.wait_for()
    page.keyboard.press("c")
    page.get_by_role("button", name="有人接手").first.wait_for()
    page.keyboard.press("r")
    page.keyboard.type("请关掉再打开")
    page.get_by_label("答复后等用户回话").check()
    page.get_by_role("button", name="答复", exact=True).click()
    page.get_by_text("办好了。").wait_for()
    assert done(elder.get(f"/v1/cases/{case['id']}"))["status"] == "waiting"
    page.locator("summary", has_text="办结").click()
    page.get_by_label("怎么处理的").select_option("fixed")
    page.get_by_label("最后给用户的一句话").fill("修好了")
    page.get_by_role("button", name="办结", exact=True).click()
    page.get_by_text("修好了我们的差错").wait_for()
    view = done(elder.get(f"/v1/cases/{case['id']}"))
    assert (view["status"], [each["text"] for each in view["posts"]][1:]) == ("closed", ["请关掉再打开", "修好了"])


def test_a_name_is_unmasked_with_a_reason_and_decided(page: Page, phones: RunningStack, elder: Phone) -> None:
    number = people.a_resident_number()
    assert elder.put("/v1/me/identity", {"name": "王䶮", "id_number": number}).status == 422
    case_of(elder, "identity.name_differs", "名字打不出来")
    signs_in(page, phones, "reviewer")
    page.get_by_role("button", name="姓名和身份证号对不上").click()
    page.get_by_text("王*").wait_for()
    assert number not in page.content()
    page.get_by_role("button", name="接手 c", exact=True).click()
    page.get_by_role("button", name="有人接手").wait_for()
    page.get_by_label("看全名和号码的理由").fill("对字形")
    page.get_by_role("button", name="看全名和号码").click()
    page.get_by_text("U+738B U+4DAE").wait_for()
    assert number in page.content()
    page.get_by_label("给用户的话").fill("看过身份证，是本人")
    page.get_by_label("是本人，通过").check()
    page.get_by_role("button", name="决定").click()
    page.get_by_text("改好了登记的资料").wait_for()
    assert done(elder.get("/v1/me"))["identity_proven"]


def test_a_wrong_second_factor_is_said_and_what_somebody_is_stuck_at_is_shown(
    page: Page, phones: RunningStack, elder: Phone
) -> None:
    page.goto(f"{url(phones.stack.ports.phones)}/staff/")
    page.get_by_label("登录码").fill("00000000")
    page.get_by_label("动态口令").fill("000000")
    page.get_by_role("button", name="登录").click()
    page.get_by_text("登录码或动态口令不对").wait_for()
    case_of(elder, "cards.code_not_accepted", "刮花了")
    signs_in(page, phones, "agent")
    page.get_by_role("button", name="激活码不能用").click()
    page.get_by_role("link", name="卡在哪一步").click()
    page.get_by_text("实名认证：现在到这一步").wait_for()
    page.get_by_role("searchbox").fill(elder.person_id)
    page.keyboard.press("Enter")
    page.get_by_text("第一次登录").wait_for()
