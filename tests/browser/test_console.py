"""The desk in a browser: signed in with two factors, a case claimed by key, answered, decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from pyotp import TOTP

from chalicelib.kernel.time import SHANGHAI
from local import people
from local.layout import url
from local.people import Phone, done, new_id
from tests.builders.elders import Elder
from tests.engine.conftest import RunningStack

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.engine, pytest.mark.slow]


@pytest.fixture
def page(phones: RunningStack, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(10_000)
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


def test_what_is_written_to_one_person_never_stands_in_anothers_case(
    page: Page, phones: RunningStack, elder: Phone
) -> None:
    first = case_of(elder, "app.does_not_work", "第一位说的")["id"]
    second = case_of(people.a_member(phones.town), "app.does_not_work", "第二位说的")["id"]
    signs_in(page, phones, "agent")
    answer = page.locator("form[data-do=reply] textarea")
    page.locator(f"[data-do=open][data-id={first}]").click()
    page.get_by_text("第一位说的").wait_for()
    held: list[Route] = []
    page.route("**/claim", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks what it is given
    with page.expect_request("**/claim"):
        page.get_by_role("button", name="接手 c", exact=True).click()
    page.locator(f"[data-do=open][data-id={second}]").click()
    page.get_by_text("第二位说的").wait_for()
    answer.fill("写给第二位")
    page.get_by_label("答复后等用户回话").check()
    page.locator("summary", has_text="转交").click()
    page.get_by_label("转给哪个队列").select_option("review")
    held.pop().continue_()
    page.locator(f"[data-do=open][data-id={first}]", has_text="有人接手").wait_for()
    assert page.get_by_text("第二位说的").is_visible()
    assert answer.input_value() == "写给第二位"
    assert page.get_by_label("答复后等用户回话").is_checked()
    assert page.get_by_label("转给哪个队列").input_value() == "review"
    assert page.get_by_label("转给哪个队列").is_visible()
    page.locator(f"[data-do=open][data-id={first}]").click()
    page.get_by_text("第一位说的").wait_for()
    assert answer.input_value() == ""
    assert not page.get_by_label("答复后等用户回话").is_checked()


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


def test_a_refused_step_leaves_what_was_typed(page: Page, phones: RunningStack, elder: Phone) -> None:
    case_of(elder, "billing.money_missing", "钱没到")
    signs_in(page, phones, "finance")
    page.get_by_role("button", name="付了钱没到账").click()
    page.get_by_label("答复 r").fill("我们查一下，请稍等片刻")
    page.get_by_role("button", name="答复", exact=True).click()
    page.get_by_text("这个工单不是您接手的").wait_for()
    assert page.get_by_label("答复 r").input_value() == "我们查一下，请稍等片刻"


def test_a_case_of_another_kind_is_handed_on_as_what_it_is(page: Page, phones: RunningStack, elder: Phone) -> None:
    case = case_of(elder, "app.does_not_work", "其实是钱没到")
    signs_in(page, phones, "agent")
    page.locator(f"[data-do=open][data-id={case['id']}]").first.click()
    page.get_by_text("其实是钱没到").wait_for()
    page.keyboard.press("c")
    page.locator("summary", has_text="转交").click()
    page.get_by_label("转给哪个队列").select_option("finance")
    page.get_by_label("其实是什么问题").select_option("billing.money_missing")
    page.get_by_label("给同事的话").fill("付款没到账，请查")
    page.get_by_role("button", name="转交", exact=True).click()
    page.get_by_text("办好了。").wait_for()
    assert done(elder.get(f"/v1/cases/{case['id']}"))["cause_name"] == "付了钱没到账"


def test_a_caller_is_known_and_helped_to_a_card_and_a_visit(page: Page, phones: RunningStack) -> None:
    town = phones.town
    staff = people.a_staff_member(town)
    _, _ = people.a_caregiver(town, staff)
    elder = people.a_member(town)
    elder.give_number()
    number = people.a_resident_number()
    people.prove(elder, "王秀英", number)
    people.top_up(elder, 50_000)
    signs_in(page, phones, "agent")
    page.get_by_role("button", name="接来电").click()
    page.get_by_label("登记的手机号").fill(elder.number.removeprefix("+86"))
    page.get_by_label("姓名", exact=True).fill("王秀英")
    page.get_by_label("证件号后四位").fill("0000" if number[-4:] != "0000" else "1111")
    page.get_by_label("卡在什么地方").select_option("cards.code_not_accepted")
    page.get_by_label("来电人说的").fill("激活码太小看不清")
    page.get_by_label("我念过").check()
    page.get_by_role("button", name="核对，开始代办").click()
    page.get_by_text("与登记的对不上").wait_for()
    page.get_by_label("证件号后四位").fill(number[-4:])
    page.get_by_role("button", name="核对，开始代办").click()
    page.get_by_text("正在电话里替来电人办事").wait_for()
    page.get_by_label("激活码").fill(people.an_activation_code(staff))
    page.get_by_role("button", name="激活", exact=True).click()
    page.get_by_text("卡激活了。").wait_for()
    assert len(done(elder.get("/v1/cards"))["items"]) == 1
    page.get_by_text("该办的都办好了").wait_for()
    page.locator("summary", has_text="预约护工").click()
    tomorrow = (town.now() + timedelta(days=1)).astimezone(SHANGHAI)
    page.get_by_label("上门时间").fill(f"{tomorrow:%Y-%m-%d}T09:00")
    page.get_by_label("地址").fill("黄浦区人民大道 200 号")
    page.get_by_label("地图上的坐标").fill("31.2304,121.4737")
    page.get_by_role("button", name="找护工").click()
    page.get_by_role("button", name="约李护理员").first.click()
    page.get_by_text("约好了").wait_for()
    (visit,) = done(elder.get("/v1/visits"))["items"]
    assert (visit["status"], visit["address"]) == ("booked", "黄浦区人民大道 200 号")
    page.get_by_role("button", name="挂了").click()
    page.get_by_text("正在电话里替来电人办事").wait_for(state="detached")
    page.get_by_role("button", name="接来电").click()
    assert page.get_by_label("登记的手机号").input_value() == ""
    assert page.get_by_label("地址").count() == 0


def test_a_shift_is_taken_and_given_up(page: Page, phones: RunningStack) -> None:
    signs_in(page, phones, "finance")
    page.get_by_role("button", name="值班").click()
    page.get_by_text("从现在起没有人值班").wait_for()
    tomorrow = (phones.town.now() + timedelta(days=1)).astimezone(SHANGHAI)
    page.get_by_label("从").fill(f"{tomorrow:%Y-%m-%d}T09:00")
    page.get_by_label("到", exact=True).fill(f"{tomorrow:%Y-%m-%d}T08:00")
    page.get_by_role("button", name="我来值这一班").click()
    page.get_by_text("班次最长 24 小时").wait_for()
    page.get_by_label("到", exact=True).fill(f"{tomorrow:%Y-%m-%d}T18:00")
    page.get_by_role("button", name="我来值这一班").click()
    page.get_by_role("cell", name="我", exact=True).wait_for()
    page.get_by_role("button", name="取消").click()
    page.get_by_text("从现在起没有人值班").wait_for()


def test_a_lost_box_of_cards_is_made_worthless(page: Page, phones: RunningStack) -> None:
    signs_in(page, phones, "supervisor")
    page.get_by_role("button", name="发卡").click()
    page.get_by_label("几个激活码").fill("1")
    page.get_by_role("button", name="生成").click()
    code = page.locator("pre").inner_text().strip()
    page.get_by_label("批次").fill(page.locator("code").inner_text())
    page.get_by_label("为什么").fill("寄丢了")
    page.get_by_role("button", name="作废").click()
    page.get_by_text("这一批作废了").wait_for()
    elder = people.a_member(phones.town)
    people.prove(elder, "王秀英", people.a_resident_number())
    refused = elder.post("/v1/cards/activations", {"id": new_id("card"), "activation_code": code})
    assert refused.body["code"] == "cards.code_revoked"


def test_an_elder_is_rung_by_one_of_us_who_reads_the_same_words(page: Page, phones: RunningStack) -> None:
    daughter, mother = people.a_relative(phones.town), Elder(phones.town, owns_phone=False)
    asked = mother.asked_for()
    assert daughter.post("/v1/me/managed-accounts", asked).status == 409
    signs_in(page, phones, "agent")
    page.get_by_role("button", name="替老人开账户，请人工打电话").click()
    page.get_by_text("女儿 王*梅").wait_for()
    held: list[Route] = []
    page.route("**/claim", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks what it is given
    with page.expect_request("**/claim"):
        page.get_by_role("button", name="接手 c", exact=True).click()
    # What is typed before the answer comes stays.
    page.get_by_label("看全名和号码的理由").fill("要打给老人")
    held.pop().continue_()
    page.get_by_role("button", name=re.compile("替老人开账户.*有人接手")).wait_for()
    page.get_by_role("button", name="看全名、号码和电话").click()
    page.get_by_text("王小梅说是您的女儿，想在我们这里替您办这些事").wait_for()
    page.get_by_text(mother.number).wait_for()
    page.get_by_label("给用户的话").fill("老人自己说同意")
    page.get_by_label("老人自己说同意").check()
    page.get_by_role("button", name="决定").click()
    page.get_by_text("核对通过了").wait_for()
    (mine,) = done(daughter.get("/v1/families"))["mine"]
    assert mine["name_masked"] == "周*兰"
