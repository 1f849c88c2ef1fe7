"""`make demo JOURNEY=identity`: eight people who do not get past proving who they are, and how each of them does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from chalicelib.identity.domain.person import PHONE_FOR
from chalicelib.kernel.time import spoken
from local import people
from local.demo.scene import in_time, must, next_at, said_no
from local.demo.story import Narrator
from local.people import Answer, Phone, done
from local.town import HttpTown

# Tencent's return codes of a face check.
NO_WHOLE_FACE, GLARE = 2010, 1201
OLD_SPELLING = "王\ue863"  # 䶮, as it stood in registers before Unicode had a place for it


@dataclass(frozen=True, slots=True)
class Proven:
    who: str
    trouble: str
    way_out: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Scene:
    town: HttpTown
    narrator: Narrator
    staff: Phone
    reviewer: Phone


def play(town: HttpTown, narrator: Narrator) -> list[Proven]:
    """Raises Unexpected at the first step that does not hold."""
    town.move_clock_to(next_at(town.now(), hour=9))
    scene = Scene(town, narrator, people.a_staff_member(town), people.a_staff_member(town, "reviewer"))
    return [
        _an_x(scene),
        _a_dot(scene),
        _a_rare_name(scene),
        _a_face_that_fails(scene),
        _no_wechat_number(scene),
        _a_lock(scene),
        _a_guesser(scene),
        _another_wechat(scene),
    ]


def _an_x(scene: Scene) -> Proven:
    member, number = people.a_member(scene.town), _ending_in_x()
    scene.town.register_identity("张建国", number)
    wrong = (number[:6] + "O" + number[7:], number[:10] + "13" + number[12:], _another_digit(number))
    told = [_prove(member, "张建国", each) for each in wrong]
    must([each.body.get("position") for each in told] == ["7", "11-12", "1-18"], "honest places")
    scene.narrator.step("张建国", "mistypes three times, and is told each time as much as is honest:")
    for each in told:
        scene.narrator.say(f"    “{each.body['message']}”")
    typed = f" {number[:6]} {number[6:14]} {number[14:-1]}ｘ"
    must(done(_prove(member, "张建国", typed))["identity_proven"], "a full-width x and spaces to be taken")
    scene.narrator.step("张建国", f"then types “{typed}”, with spaces and a full-width x: taken as it is meant.")
    return Proven("张建国", "号码填错三回，末位是 ｘ", "每回都说清看哪几位", alone=True)


def _a_dot(scene: Scene) -> Proven:
    member, number = people.a_member(scene.town), people.a_resident_number()
    scene.town.register_identity("阿依古丽·买买提", number)
    must(done(_prove(member, "阿依古丽•买买提", number))["identity_proven"], "every middle dot to be taken")
    scene.narrator.step("阿依古丽", "has a keyboard with another dot than her card: the dot decides nothing.")
    return Proven("阿依古丽·买买提", "名字里的点打得不一样", "直接通过", alone=True)


def _a_rare_name(scene: Scene) -> Proven:
    member, number = people.a_member(scene.town), people.a_resident_number()
    scene.town.register_identity(OLD_SPELLING, number)
    refused = _prove(member, "王䶮", number)
    scene.narrator.step("王䶮", "is in the register in an old spelling; the first time already:", said_no(refused))
    case = f"/v1/staff/cases/{refused.body['case_id']}"
    done(scene.reviewer.post(f"{case}/claim"))
    reason = {"id": people.new_id("post"), "text": "对字形"}
    seen = done(scene.reviewer.post(f"{case}/unmask", reason))["application"]
    both = f"{' '.join(seen['code_points'])} / {' '.join(seen['register_code_points'])}"
    decision = {"id": people.new_id("post"), "text": "同一个字", "approve": True, "applied_at": seen["applied_at"]}
    done(scene.reviewer.post(f"{case}/decide", decision))
    must(done(member.get("/v1/me"))["identity_proven"], "the decision to prove her")
    scene.narrator.step("A reviewer", f"sees both spellings ({both}) and decides once; nobody types anything again.")
    return Proven("王䶮", "生僻字，登记的是旧写法", "人工核对一次", alone=False)


def _a_face_that_fails(scene: Scene) -> Proven:
    member, number = people.a_member(scene.town), people.a_resident_number()
    scene.town.register_identity("吴凤英", number)
    member.give_number()
    people.agree(member, "face")
    told = [_scan(scene, member, "吴凤英", number, code) for code in (NO_WHOLE_FACE, GLARE)]
    must([each.status for each in told] == [422, 422], "each failure to be guided")
    scene.narrator.step("吴凤英", "agrees to a face check, which fails, and is told each time how to hold the phone:")
    for each in told:
        scene.narrator.say(f"    “{each.body['message']}{each.body['next_step']}”")
    waiting = done(_scan(scene, member, "吴凤英", number, None))
    scene.narrator.step("吴凤英", "tries once more, and the provider is slow:", waiting["sentence"])
    agree = people.agree(member, "face", accepted=False)
    must(
        agree["agreed"] is False and _ways(member)["face"] == "not_agreed", "her no to take the face out of the offer"
    )
    people.register_phone(member, "吴凤英", number)
    by_phone = {"name": "吴凤英", "id_number": number, "way": "phone"}
    me = done(member.put("/v1/me/identity", by_phone))
    must((me["proven_by"], me["assurance"]) == ("phone", "held"), "the carrier to know her, as surely as a face")
    scene.narrator.step("吴凤英", "takes her consent back, and is known by her phone: as sure as by face.")
    return Proven("吴凤英", "刷脸两回不过，第三回没结果", "收回同意，凭手机号", alone=True)


def _scan(scene: Scene, phone: Phone, name: str, id_number: str, code: int | None) -> Answer:
    """A face check from its beginning; None: no verdict yet."""
    check = {"id": people.new_id("face"), "name": name, "id_number": id_number}
    token = done(phone.post("/v1/me/face-checks", check), 201)["token"]
    if code is not None:
        people.shows_face(scene.town, token, code)
    return phone.post(f"/v1/me/face-checks/{check['id']}/result")


def _ways(phone: Phone) -> dict[str, str | None]:
    return {each["way"]: each["obstacle"] for each in done(phone.get("/v1/me/ways?phone_can_scan=true"))["items"]}


def _no_wechat_number(scene: Scene) -> Proven:
    member = people.a_member(scene.town)
    scene.town.break_sns("ap-southeast-1", down=True)
    otp = _code(scene, member, "phone")
    scene.town.break_sns("ap-southeast-1", down=False)
    again = member.post("/v1/otp", {"phone": member.number, "purpose": "phone"})
    scene.narrator.step("周玉兰", "presses “get a code” twice; the second time:", said_no(again))
    masked = done(member.post("/v1/me/phone", otp))["phone_masked"]
    scene.narrator.step("周玉兰", f"has {masked} registered, though one region of carriers was dead.")
    return Proven("周玉兰", "不给微信手机号，一路短信坏了", "另一路送到", alone=True)


def _a_lock(scene: Scene) -> Proven:
    number = people.a_resident_number()
    elder = people.an_elder(scene.town, scene.staff, name="陈秀珍", id_number=number, balance_fen=0)
    scene.town.move_clock_to(next_at(scene.town.now(), hour=3))
    elder.log_in()
    people.lock_out(elder, lambda: people.somebody(scene.town).number)
    scene.town.pass_time(timedelta(seconds=1))
    elder.log_in()
    scene.narrator.step(
        "陈秀珍", "types ten wrong codes at three in the morning, and is locked:", said_no(elder.get("/v1/wallet"))
    )
    unlocked = done(elder.post("/v1/me/unlock", _code(scene, elder, "unlock") | {"id_number": number.lower()}))
    must(unlocked["locked_at"] is None and elder.get("/v1/wallet").status == 200, "her to be in again")
    at = spoken(scene.town.now())
    scene.narrator.step("陈秀珍", f"unlocks it alone at {at}: a code to her phone, and the number of her card.")
    return Proven("陈秀珍", "连着填错验证码，账号锁了", "半夜自己解开", alone=True)


def _a_guesser(scene: Scene) -> Proven:
    victim, thief = people.a_member(scene.town), people.a_member(scene.town)
    body = {"phone": victim.number, "purpose": "phone"}
    otp_id = done(thief.post("/v1/otp", body), 201)["id"]
    in_time(scene.town, lambda: len(_codes(scene, victim.number)) == 1, "the SMS")
    (right,) = _codes(scene, victim.number)
    guesses = [{"otp_id": otp_id, "otp": f"{(int(right) + each) % 10**6:06d}"} for each in range(1, 6)]
    refused = [thief.post("/v1/me/phone", guess) for guess in guesses]
    late = thief.post("/v1/me/phone", {"otp_id": otp_id, "otp": right})
    must((refused[0].status, late.status) == (422, 410), "a code to be worthless after five tries")
    scene.narrator.step("Somebody", "has a code sent to 赵淑芬 and guesses; the sixth would be right:", said_no(late))
    scene.town.pass_time(timedelta(minutes=1))
    masked = done(victim.post("/v1/me/phone", _code(scene, victim, "phone")))["phone_masked"]
    scene.narrator.step("赵淑芬", f"asks for a code of her own a minute later, and has {masked} registered.")
    return Proven("赵淑芬", "有人猜她的验证码", "猜不到，她自己照样办成", alone=True)


def _another_wechat(scene: Scene) -> Proven:
    number = people.a_resident_number()
    scene.staff.come_back_to_desk()
    elder = people.an_elder(scene.town, scene.staff, name="刘桂芳", id_number=number, balance_fen=10_000)
    scene.town.pass_time(PHONE_FOR)
    elder.log_in()
    openid = scene.town.wechat("POST", "/users", {"phone": elder.number})["openid"]
    new = Phone(scene.town, openid, elder.number)
    new.log_in()
    scene.narrator.step(
        "刘桂芳", "has a new WeChat, and the old one has her card:", said_no(_prove(new, "刘桂芳", number))
    )
    thief = people.a_member(scene.town)
    mine = {"name": "刘桂芳", "id_number": number}
    stolen = thief.post("/v1/me/recovery", mine | _code(scene, thief, "recover"))
    scene.narrator.step("A thief", "with her name and number and another phone:", said_no(stolen))
    scene.town.pass_time(timedelta(seconds=1))
    done(new.post("/v1/me/recovery", mine | _code(scene, new, "recover")))
    scene.town.pass_time(timedelta(seconds=1))
    new.log_in()
    must(done(new.get("/v1/wallet"))["available_fen"] == 10_000, "her money to have come along")
    in_time(scene.town, lambda: _texts(scene, elder.number, "另一个微信号") == 1, "the old device to be told")
    must(elder.get("/v1/wallet").status == 401, "the old device to be out")
    scene.narrator.step("刘桂芳", "has card and money on the new WeChat; the old device is out, and told by SMS.")
    return Proven("刘桂芳", "换了微信，证件绑在旧号上", "账号搬过来", alone=True)


def _prove(phone: Phone, name: str, id_number: str) -> Answer:
    return phone.put("/v1/me/identity", {"name": name, "id_number": id_number})


def _code(scene: Scene, phone: Phone, purpose: str) -> dict[str, Any]:
    """What is to be sent with a command that wants a code, as it was read from the SMS."""
    before = _codes(scene, phone.number)
    otp_id = done(phone.post("/v1/otp", {"phone": phone.number, "purpose": purpose}), 201)["id"]
    scene.town.until(lambda: len(_codes(scene, phone.number)) > len(before), "the SMS")
    (fresh,) = [each for each in _codes(scene, phone.number) if each not in before]
    return {"otp_id": otp_id, "otp": fresh}


def _codes(scene: Scene, number: str) -> list[str]:
    texts = scene.town.sms_to(number)
    return [found[1] for text in texts if (found := re.search(r"验证码(\d{6})", text))]


def _texts(scene: Scene, number: str, words: str) -> int:
    return sum(words in text for text in scene.town.sms_to(number))


def _ending_in_x() -> str:
    return next(number for number in iter(people.a_resident_number, "") if number.endswith("X"))


def _another_digit(number: str) -> str:
    """One digit of the sequence wrong: only the check character tells, and not which."""
    return number[:15] + str((int(number[15]) + 1) % 10) + number[16:]
