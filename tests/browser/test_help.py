"""Asking for help in the mini program: asked once whatever the line does, answered, opened again; nobody is lost."""

from __future__ import annotations

import base64

import pytest

from local import people
from local.people import Phone, done, new_id
from tests.browser.hand import Hand, Opens
from tests.engine.conftest import RunningStack
from tests.engine.test_stack import Cast

pytestmark = [pytest.mark.engine, pytest.mark.slow]


def answers(staff: Phone, case_id: str, step: str, text: str, **body: object) -> None:
    done(staff.post(f"/v1/staff/cases/{case_id}/claim"))
    word = {"id": new_id("post"), "text": text} | body
    done(staff.post(f"/v1/staff/cases/{case_id}/{step}", word))


def asks(hand: Hand, cause: str, words: str) -> None:
    hand.tap(cause)
    hand.types("说说是怎么回事", words)
    hand.tap("请人来帮我", exact=True)


def test_from_the_first_screen_to_the_end_and_open_again(opens: Opens, phones: RunningStack) -> None:
    staff = people.a_staff_member(phones.town)
    elder = people.a_member(phones.town)
    hand = opens(elder)
    hand.sees("现在到：实名认证", "轮到您")
    hand.tap("我的求助")
    hand.sees("还没有求助过")
    hand.tap("我要求助")
    hand.sees("遇到什么事了？", "姓名和身份证号对不上", "2 小时内回复（每天 8:00–20:00）")
    asks(hand, "姓名和身份证号对不上", "名字里的字打不出来")
    hand.sees("我们收到了", "最晚")
    (case,) = done(elder.get("/v1/cases"))["items"]
    hand.tap("看求助进展")
    hand.sees("我们在处理", "名字里的字打不出来")
    hand.go("/pages/home/home")
    hand.sees("现在到：实名认证", "轮到我们，最晚")
    hand.tap("看求助进展")

    answers(staff, case["id"], "reply", "请把身份证正面念给我听", waits=True)
    hand.refreshes()
    hand.sees("等您回复", "请把身份证正面念给我听")
    hand.types("还有话要说", "好，我念")
    hand.tap("送出", exact=True)
    hand.sees("我们在处理", "好，我念")
    answers(staff, case["id"], "close", "登记好了", cause="identity.name_differs", action="corrected")
    hand.refreshes()
    hand.sees("已处理完", "改好了登记的资料", "登记好了")
    hand.types("还没解决", "还是不行")
    hand.tap("送出", exact=True)
    hand.sees("我们在处理", "还是不行")


def test_asked_while_the_answers_are_lost_is_asked_once(opens: Opens, phones: RunningStack) -> None:
    elder = people.a_member(phones.town)
    hand = opens(elder, at=f"/packages/help/ask/ask?about={elder.person_id}")
    hand.sees("遇到什么事了？")
    hand.wishes(network="answers_lost")
    asks(hand, "小程序用不了", "打开是白的")
    assert "还不知道办成没有" in hand.trouble()
    hand.wishes(network="on")
    hand.reload()
    hand.sees("小程序用不了")
    hand.tap("请人来帮我", exact=True)
    hand.sees("我们收到了")
    (case,) = done(elder.get("/v1/cases"))["items"]
    assert [each["text"] for each in done(elder.get(f"/v1/cases/{case['id']}"))["posts"]] == ["打开是白的"]


def test_the_third_time_the_same_fails_leads_to_a_person(opens: Opens, phones: RunningStack) -> None:
    hand = opens(people.a_member(phones.town), at="/pages/identity/identity")
    hand.types("姓名", "王秀瑛")
    hand.types("身份证号", people.a_resident_number())
    for _ in range(2):
        hand.tap("核实", exact=True)
        hand.sees("对不上", "请人工核对")
        assert "看求助进展" not in hand.text()
    hand.tap("核实", exact=True)
    hand.sees("不用再试了，我们已经替您转给人工")
    hand.tap("看求助进展")
    hand.sees("我们在处理", "您不用再试")


def test_a_name_the_register_does_not_know_is_decided_by_a_person(opens: Opens, phones: RunningStack) -> None:
    reviewer = people.a_staff_member(phones.town, "reviewer")
    elder = people.a_member(phones.town)
    hand = opens(elder, elder=True, at="/pages/identity/identity")
    hand.types("姓名", "王䶮")
    hand.types("身份证号", people.a_resident_number())
    hand.tap("核实", exact=True)
    hand.tap("请人工核对")
    hand.sees("姓名和身份证号对不上", "2 小时内回复")
    hand.types("说说是怎么回事", "名字里是个生僻字")
    hand.tap("请人来帮我", exact=True)
    hand.sees("我们收到了")
    (case,) = done(elder.get("/v1/cases"))["items"]
    found = done(reviewer.get(f"/v1/staff/cases/{case['id']}"))["application"]
    answers(reviewer, case["id"], "decide", "看过身份证，是本人", approve=True, applied_at=found["applied_at"])
    hand.go("/pages/home/home")
    hand.sees("请激活护工卡")


def test_a_visit_leads_to_help_and_says_that_it_is_ours(opens: Opens, phones: RunningStack) -> None:
    cast = Cast(phones)
    visit_id = str(done(cast.elder.post("/v1/visits", cast.booking()), 201)["id"])
    hand = opens(cast.elder, elder=True, at=f"/packages/tracking/visit/visit?id={visit_id}")
    hand.sees("等护工", "轮到护工，最晚", "提交预约：")
    hand.tap("有问题，请人来帮我")
    hand.sees("护工没来", "10 分钟内回复")
    asks(hand, "约不上护工", "能不能换一位")
    hand.tap("看求助进展")
    hand.sees("我们在处理")
    hand.go(f"/packages/tracking/visit/visit?id={visit_id}")
    hand.sees("我们在处理", "轮到我们，最晚")


def test_a_card_is_checked_layer_by_layer(opens: Opens, phones: RunningStack) -> None:
    hand = opens(Cast(phones, balance_fen=0).elder)
    hand.tap("用不了点这里查")
    hand.sees("现在到：余额", "去充值")
    hand.tap("自己查一查")
    hand.sees("资料：没问题", "时限：没问题", "余额：卡在这里")


def test_a_photo_is_made_small_and_seen_by_who_helps(opens: Opens, phones: RunningStack) -> None:
    agent, elder = people.a_staff_member(phones.town, "agent"), people.a_member(phones.town)
    plea = {"id": new_id("case"), "cause": "cards.code_not_accepted", "about": elder.person_id, "text": "看不清"}
    done(elder.post("/v1/cases", plea), 201)
    hand = opens(elder)
    hand.go(f"/packages/help/case/case?id={plea['id']}")
    hand.wishes(cancelsCamera=True)
    hand.tap("拍张照片发过去")
    hand.sees("我们在处理")
    assert len(done(elder.get(f"/v1/cases/{plea['id']}"))["posts"]) == 1
    hand.wishes(cancelsCamera=False)
    hand.tap("拍张照片发过去")
    hand.tap("同意，继续")
    hand.sees("请看照片。")
    hand.tap("看照片", exact=True)
    hand.page.get_by_label("您发的照片").wait_for()
    (_, post) = done(elder.get(f"/v1/cases/{plea['id']}"))["posts"]
    sent = base64.b64decode(done(agent.get(f"/v1/staff/cases/{plea['id']}/photos/{post['id']}"))["jpeg"])
    assert sent.startswith(b"\xff\xd8")
    assert 10_000 < len(sent) <= 40_000


def test_who_did_not_ring_up_says_so_and_somebody_else_looks(opens: Opens, phones: RunningStack) -> None:
    agent, elder = people.a_staff_member(phones.town, "agent"), people.a_member(phones.town)
    elder.give_number()
    number = people.a_resident_number()
    people.prove(elder, "王秀英", number)
    said = {"phone": elder.number, "name": "王秀英", "number_ends": number[-4:], "agreed": True}
    said |= {"id": new_id("talk"), "cause": "other", "text": "帮我办一下"}
    case = done(agent.post("/v1/staff/talks", said), 201)["case"]
    hand = opens(elder)
    hand.go(f"/packages/help/case/case?id={case['id']}")
    hand.sees("您打来电话，报对了登记的手机号、姓名和证件号后四位")
    hand.tap("电话不是我打的")
    hand.answers("是我打的")
    assert done(elder.get(f"/v1/cases/{case['id']}"))["may_disown"]
    hand.tap("电话不是我打的")
    hand.answers("不是我")
    hand.sees("这个电话不是我打的。")
    assert not done(elder.get(f"/v1/cases/{case['id']}"))["may_disown"]
    assert agent.post(f"/v1/staff/cases/{case['id']}/claim").body["code"] == "support.kept_away"
