"""Proving who one is when name and number do not do: by face, by phone, and with a result that comes later."""

from __future__ import annotations

from typing import Any

import pytest

from local import people
from local.people import done, register_phone
from tests.browser.hand import Hand, Opens
from tests.engine.test_stack import Cast

pytestmark = [pytest.mark.engine, pytest.mark.slow]

IDENTITY = "/pages/identity/identity"


def types_who_she_is(hand: Hand, cast: Cast) -> str:
    number = people.a_resident_number()
    cast.town.register_identity("王秀英", number)
    hand.types("姓名", "王秀英")
    hand.types("身份证号", number)
    return number


def test_a_face_needs_a_yes_is_guided_and_then_passes(opens: Opens, cast: Cast) -> None:
    member = people.a_member(cast.town)
    hand = opens(member, at=IDENTITY, elder=True)
    types_who_she_is(hand, cast)
    hand.tap("刷脸")
    hand.sees("刷脸核实身份", "不收也不留您的照片和录像")
    hand.tap("同意", exact=True)
    hand.tap("同意了，回去接着办")
    hand.wishes(scans=2010)
    hand.tap("刷脸")
    hand.sees("没有拍到完整的正脸", "和眼睛一样高")
    hand.wishes(scans=0)
    hand.tap("刷脸")
    hand.sees("身份核实好了", "王*英")
    assert done(member.get("/v1/me"))["proven_by"] == "face"
    assert len({call["token"] for call in hand.calls("startVerify")}) == 2


def test_who_stops_before_the_camera_goes_on_with_the_same_check(opens: Opens, cast: Cast) -> None:
    member = people.a_member(cast.town)
    people.agree(member, "face")
    hand = opens(member, at=IDENTITY)
    types_who_she_is(hand, cast)
    hand.wishes(scans="leaves")
    hand.tap("刷脸")
    hand.sees("脸还没有刷完")
    hand.wishes(scans=0)
    hand.tap("刷脸")
    hand.sees("身份核实好了")
    assert len({call["token"] for call in hand.calls("startVerify")}) == 1


def test_a_result_that_is_late_need_not_be_waited_for(opens: Opens, cast: Cast) -> None:
    member = people.a_member(cast.town)
    people.agree(member, "face")
    hand = opens(member, at=IDENTITY)
    types_who_she_is(hand, cast)
    hand.wishes(scans="later")
    hand.tap("刷脸")
    hand.sees("刷脸的结果还没有出来", "您不用等着")
    people.shows_face(cast.town, hand.calls("startVerify")[-1]["token"])
    hand.tap("看看出来没有")
    hand.sees("身份核实好了")


def test_a_phone_that_cannot_scan_is_not_offered_it_and_the_carrier_knows_her(opens: Opens, cast: Cast) -> None:
    member = people.a_member(cast.town)
    member.give_number()
    hand = opens(member, at=IDENTITY, canScan=False)
    number = types_who_she_is(hand, cast)
    assert "刷脸" not in hand.text()
    hand.tap("凭手机号")
    hand.sees("登记的机主，和您填的")
    register_phone(member, "王秀英", number)
    hand.tap("凭手机号")
    hand.sees("身份核实好了")
    assert done(member.get("/v1/me"))["assurance"] == "held"


def test_a_photo_goes_on_where_the_line_broke_and_is_with_people_then(opens: Opens, cast: Cast) -> None:
    member = people.a_member(cast.town)
    hand = opens(member, at=IDENTITY, elder=True, photoBytes=6 * 1024 * 1024, privacyAgreed=True)
    hand.types("姓名", "龙英")
    hand.types("身份证号", people.a_resident_number())
    hand.tap("拍手持身份证的照片")
    hand.sees("怎么拍", "举在下巴旁边")
    sent: list[str] = []

    def breaks_at_the_second(route: Any) -> None:
        sent.append(route.request.url)
        route.abort() if len(sent) == 2 else route.continue_()

    hand.page.route("**/files/**", breaks_at_the_second)
    hand.tap("拍照，或从相册选")
    hand.sees("手机连不上网络", "传过的不用再传")
    hand.tap("接着传")
    hand.sees("照片收到了", "我们收到了")
    assert ["partNumber=1" in each for each in sent] == [True, False, False]
    reviewer = people.a_staff_member(cast.town, "reviewer")
    (case,) = done(reviewer.get("/v1/staff/queues/review"))["items"]
    assert (case["cause"], case["person_id"]) == ("identity.paper", member.person_id)
