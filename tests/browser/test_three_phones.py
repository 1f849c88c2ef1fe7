"""The page with three phones, as `make run` shows it to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from local.cast import cast_of
from local.layout import url
from local.people import Phone, done
from tests.engine.conftest import RunningStack

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.engine, pytest.mark.slow]


def test_three_people_and_harm_on_purpose(chromium: Browser, phones: RunningStack) -> None:
    cast = cast_of(phones.town, phones.data)
    page = chromium.new_page(viewport={"width": 1280, "height": 1250})
    page.set_default_timeout(10_000)
    page.goto(url(phones.stack.ports.phones))
    for frame in ("老人的手机", "女儿的手机", "护工的手机"):
        page.frame_locator(f'iframe[title="{frame}"]').get_by_role("button", name="微信登录").click()
    elder = page.frame_locator('iframe[title="老人的手机"]')
    caregiver = page.frame_locator('iframe[title="护工的手机"]')
    caregiver.get_by_text("这几天没有安排").wait_for()
    elder.get_by_role("button", name="余额和充值").click()
    elder.get_by_role("button", name="100 元", exact=True).click()
    elder.get_by_text("¥600.00").wait_for()

    page.get_by_role("button", name="把付款通知再发 5 遍").click()
    page.get_by_text("应该只加了一次").wait_for()
    page.get_by_role("button", name="杀掉后台任务").click()
    page.get_by_text("不会做两遍").wait_for()
    phones.town.until(lambda: phones.stack.stopped_parts() == ["worker"], "the worker to be dead")
    phones.stack.launch("worker")
    person = Phone(phones.town, cast.elder.openid, cast.elder.number)
    person.log_in()
    assert done(person.get("/v1/wallet"))["available_fen"] == 60_000

    # Who works for the company: her phone instead of the daughter's, and the authenticator on the page.
    daughter = page.frame_locator('iframe[title="女儿的手机"]')
    page.locator('section[data-role="daughter"] [data-set="openid"]').select_option(label="周敏")
    daughter.get_by_role("button", name="微信登录").click()
    daughter.get_by_role("button", name="设置").click()
    # The one shown was used when the stack began: a second factor is good once.
    used = page.locator("#otp").inner_text()
    page.get_by_role("button", name="过 15 分钟").click()
    page.wait_for_function("(used) => document.querySelector('#otp').textContent !== used", arg=used)
    daughter.get_by_role("button", name="取登录码").click()
    daughter.get_by_text("登录码：").wait_for()
    code = daughter.get_by_text("登录码：").inner_text().split("：")[1].split("，")[0]
    with page.expect_popup() as opened:
        page.get_by_role("link", name="打开").click()
    console = opened.value
    console.get_by_label("登录码").fill(code)
    console.get_by_label("动态口令").fill(str(page.locator("#otp").inner_text()))
    console.get_by_role("button", name="登录").click()
    console.get_by_role("button", name="客服").wait_for()

    before = page.locator("#now").get_attribute("datetime")
    page.get_by_role("button", name="过 1 小时").click()
    page.wait_for_function("(before) => document.querySelector('#now').dateTime > before", arg=before)
    page.close()
