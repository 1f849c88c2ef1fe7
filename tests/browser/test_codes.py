"""Codes by SMS on the phone: a number without WeChat's button, an account unlocked, and one that moves here."""

from __future__ import annotations

import re

import pytest

from chalicelib.identity.domain.person import PHONE_FOR
from local import people
from local.people import Phone, done
from tests.browser.hand import Hand, Opens
from tests.engine.test_stack import Cast

pytestmark = [pytest.mark.engine, pytest.mark.slow]


def types_the_code(hand: Hand, cast: Cast, number: str) -> None:
    known = len(_codes(cast, number))
    hand.types("手机号", number.removeprefix("+86"))
    hand.tap("获取验证码")
    hand.sees("秒后可以再发")
    cast.town.until(lambda: len(_codes(cast, number)) > known, "the code")
    (fresh,) = set(_codes(cast, number)[known:])
    hand.types("验证码", fresh)


def _codes(cast: Cast, number: str) -> list[str]:
    return [found[1] for text in cast.town.sms_to(number) if (found := re.search(r"验证码(\d{6})", text))]


def test_a_phone_is_registered_by_sms_when_wechats_button_was_refused(opens: Opens, cast: Cast) -> None:
    newcomer = people.somebody(cast.town)
    hand = opens(newcomer, signed_in=False, privacyAgreed=True)
    hand.gives(phoneNumber=False)
    hand.logs_in()
    hand.tap("用微信手机号")
    hand.tap("用短信验证码登记")
    types_the_code(hand, cast, newcomer.number)
    hand.tap("登记这个手机号")
    hand.sees("手机号登记好了")


def test_a_wrong_code_is_told_at_its_field(opens: Opens, cast: Cast) -> None:
    member = people.a_member(cast.town)
    hand = opens(member, at="/pages/phone/phone")
    types_the_code(hand, cast, member.number)
    hand.types("验证码", "000000")
    hand.tap("登记这个手机号")
    assert "还能再试 4 次" in hand.trouble_at("验证码")


def test_who_is_locked_out_is_led_to_the_key(opens: Opens, cast: Cast) -> None:
    number = people.a_resident_number()
    elder = people.an_elder(cast.town, cast.staff, name="陈秀珍", id_number=number, balance_fen=0)
    people.lock_out(elder, lambda: people.somebody(cast.town).number)
    hand = opens(elder)
    hand.sees("您的账号先锁住了")
    hand.tap("解锁")
    types_the_code(hand, cast, elder.number)
    hand.types("证件号", number.lower())
    hand.tap("解锁", exact=True)
    hand.sees("账号没有锁")
    hand.tap("回首页")
    hand.sees("健康护工卡")


def test_an_account_moves_to_the_new_wechat(opens: Opens, cast: Cast) -> None:
    number = people.a_resident_number()
    elder = people.an_elder(cast.town, cast.staff, name="刘桂芳", id_number=number, balance_fen=0)
    cast.town.pass_time(PHONE_FOR)
    openid = cast.town.wechat("POST", "/users", {"phone": elder.number})["openid"]
    hand = opens(Phone(cast.town, openid, elder.number), at="/pages/identity/identity")
    hand.types("姓名", "刘桂芳")
    hand.types("身份证号", number)
    hand.tap("核实", exact=True)
    hand.sees("已经有账号了，不在您这个微信上")
    hand.tap("找回原来的账号")
    hand.types("姓名", "刘桂芳")
    hand.types("证件号", number)
    types_the_code(hand, cast, elder.number)
    hand.tap("找回原来的账号", exact=True)
    hand.sees("原来的账号找回来了")
    hand.tap("回首页")
    hand.sees("健康护工卡")
    elder.log_in()
    assert done(elder.get("/v1/cards"))["items"] == []
    old = opens(elder)
    old.sees("搬到了另一个微信上")
