"""`make demo JOURNEY=stuck`: six people stuck at six links, each told where, who acts, by when; and each gets on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from chalicelib.kernel.time import spoken
from local import people
from local.demo.scene import a_booking, in_time, must, next_at, said_no
from local.demo.story import Narrator
from local.people import Phone, done, new_id
from local.town import HttpTown

OWNER_NAME = {"you": "本人", "us": "我们", "caregiver": "护工", "nobody": "没有人"}


@dataclass(frozen=True, slots=True)
class Stuck:
    """One person's way out; all of it was read over HTTP, as that person."""

    who: str
    link: str
    owner: str
    by: str
    short: str
    way_out: str


@dataclass(frozen=True, slots=True)
class Desk:
    agent: Phone
    reviewer: Phone
    on_duty: tuple[Phone, Phone]
    staff: Phone


def play(town: HttpTown, narrator: Narrator) -> list[Stuck]:
    """Raises Unexpected at the first step that does not hold."""
    town.move_clock_to(next_at(town.now(), hour=9))
    desk = Desk(
        agent=people.a_staff_member(town, "agent"),
        reviewer=people.a_staff_member(town, "reviewer"),
        on_duty=(people.a_staff_member(town, "rescue"), people.a_staff_member(town, "rescue")),
        staff=people.a_staff_member(town),
    )
    narrator.step("The desk", "an agent, a reviewer, two on call for the night; each signed in with two factors.")
    return [
        _rare_name(town, narrator, desk),
        _lost_box(narrator, desk, people.a_member(town)),
        _empty_purse(narrator, desk, people.a_member(town)),
        _lost_callback(town, narrator),
        _silent_caregiver(town, narrator, desk),
        _night(town, narrator, desk),
    ]


def _rare_name(town: HttpTown, narrator: Narrator, desk: Desk) -> Stuck:
    elder, number = people.a_member(town), people.a_resident_number()
    town.register_identity("王龑", number)  # as it was written down by hand
    third = [elder.put("/v1/me/identity", {"name": "王䶮", "id_number": number}) for _ in range(3)][2]
    narrator.step(
        "王䶮", "types the same right name three times; the third time nobody says “try again”:", said_no(third)
    )
    stuck = _told(desk, elder, elder.person_id, "王䶮")
    case = {"id": third.body["case_id"]}
    _act(desk.reviewer, case, "claim")
    masked = done(desk.reviewer.get(f"/v1/staff/cases/{case['id']}"))["application"]
    seen = _act(desk.reviewer, case, "unmask", text="对字形")["application"]
    narrator.step(
        "A reviewer",
        f"sees {masked['name_masked']}, gives a reason, sees {seen['name']} ({' '.join(seen['code_points'])}).",
    )
    _act(desk.reviewer, case, "decide", approve=True, applied_at=seen["applied_at"], text="对着证件看过，是您本人。")
    must(done(elder.get("/v1/me"))["identity_proven"], "the identity to be proven")
    narrator.step("王䶮", "is proven without typing anything again, and told so.")
    return stuck("a reviewer's decision; nothing typed again")


def _lost_box(narrator: Narrator, desk: Desk, elder: Phone) -> Stuck:
    people.prove(elder, "张桂兰", people.a_resident_number())
    box = done(desk.staff.post("/v1/staff/activation-codes", {"id": new_id("bat"), "count": 1}), 201)
    done(desk.staff.post(f"/v1/staff/activation-codes/{box['id']}/revoke", {"text": "寄丢了一箱"}))
    refused = elder.post("/v1/cards/activations", {"id": new_id("card"), "activation_code": box["codes"][0]})
    narrator.step("张桂兰", "holds a card from a box that was lost in the post and made worthless:", said_no(refused))
    case = _asks(elder, elder.person_id, "cards.code_not_accepted", "卡是邻居捡到给我的")
    stuck = _told(desk, elder, elder.person_id, "张桂兰")
    code = people.an_activation_code(desk.staff)
    _act(desk.agent, case, "claim")
    _act(desk.agent, case, "close", cause="cards.code_not_accepted", action="replaced", text=f"给您换了新码：{code}")
    thread = done(elder.get(f"/v1/cases/{case['id']}"))["posts"]
    people.activate(elder, thread[-1]["text"].partition("：")[2])
    narrator.step("An agent", "answers with a new code; she activates it from the thread.")
    return stuck("an agent's new code")


def _empty_purse(narrator: Narrator, desk: Desk, elder: Phone) -> Stuck:
    people.prove(elder, "刘建国", people.a_resident_number())
    people.activate(elder, people.an_activation_code(desk.staff))
    stuck = _told(desk, elder, elder.person_id, "刘建国")
    narrator.step("刘建国", "has a card and no money, and is told so before he tries:", stuck.sentence)
    people.top_up(elder, 10_000)
    must(_standing(elder, elder.person_id)["usable"], "everything to be ready")
    narrator.step("刘建国", "tops up ¥100 and may book.")
    return stuck("topped up by himself")


def _lost_callback(town: HttpTown, narrator: Narrator) -> Stuck:
    elder = people.a_member(town)
    town.wechat("POST", "/callbacks/hold", {"on": True})
    order_id = new_id("top")
    order = {"id": order_id, "amount_fen": 10_000}
    payment = done(elder.post("/v1/wallet/top-ups", order), 201)["payment"]
    elder.pay(payment)
    told = _standing(elder, order_id)["blocked"]
    narrator.step("赵玉梅", "has paid, and WeChat's message is held back:", told["sentence"])
    town.pass_time(timedelta(minutes=3))
    in_time(town, lambda: _standing(elder, order_id)["usable"], "the money, asked for by ourselves")
    town.wechat("POST", "/callbacks/hold", {"on": False})
    narrator.step("Nobody", "does anything: within three minutes we asked WeChat, and the money is there.")
    return _row("赵玉梅", told, "we asked WeChat ourselves")


def _silent_caregiver(town: HttpTown, narrator: Narrator, desk: Desk) -> Stuck:
    elder, number = people.a_member(town), people.a_resident_number()
    elder.give_number()
    people.prove(elder, "陈秀珍", number)
    people.activate(elder, people.an_activation_code(desk.staff))
    people.top_up(elder, 50_000)
    _, silent = people.a_caregiver(town, desk.staff, name="钱护理员")
    _, other = people.a_caregiver(town, desk.staff, name="孙护理员")
    visit_id = done(elder.post("/v1/visits", a_booking(town, silent)), 201)["id"]
    stuck = _told(desk, elder, visit_id, "陈秀珍")
    narrator.step("陈秀珍", "booked, and the caregiver does not answer:", stuck.sentence)
    town.pass_time(timedelta(minutes=31))
    in_time(town, lambda: _standing(elder, visit_id)["blocked"]["remedy"] == "book", "the offer to lapse")
    narrator.step(
        "陈秀珍", "cannot read the screen well, and rings up:", _standing(elder, visit_id)["blocked"]["sentence"]
    )
    said = {
        "id": new_id("talk"),
        "phone": elder.number,
        "name": "陈秀珍",
        "number_ends": number[-4:],
        "agreed": True,
        "cause": "care.cannot_book",
        "text": "没有人接单，屏幕又看不清",
    }
    wrong = desk.agent.post("/v1/staff/talks", said | {"id": new_id("talk"), "number_ends": "0000"})
    narrator.step("An agent", "types what she says; with one digit wrong:", said_no(wrong))
    talk = done(desk.agent.post("/v1/staff/talks", said), 201)
    acting = {"x-acting-for": talk["person_id"]}
    booked = done(
        town.request("POST", "/v1/visits", token=desk.agent.token, body=a_booking(town, other), headers=acting)
    )
    thread = [each["text"] for each in done(elder.get(f"/v1/cases/{talk['case']['id']}"))["posts"]]
    narrator.step("An agent", "books 孙护理员 for her, and it stands in her own thread:", thread[-1])
    must(done(elder.get(f"/v1/visits/{booked['id']}"))["status"] == "booked", "the visit to be hers")
    _act(desk.agent, talk["case"], "close", cause="care.cannot_book", action="rebooked", text="替您约了孙护理员。")
    return stuck("an agent on the phone, as she herself could")


def _night(town: HttpTown, narrator: Narrator, desk: Desk) -> Stuck:
    night_shift = [{"weekday": day, "from_half_hour": 0, "to_half_hour": 48} for day in range(7)]
    caregiver, caregiver_id = people.a_caregiver(town, desk.staff, name="夜班护工", weekly=night_shift)
    elder = people.an_elder(town, desk.staff, name="周美华", id_number=people.a_resident_number(), balance_fen=50_000)
    start_at = next_at(town.now(), hour=2)
    visit_id = done(elder.post("/v1/visits", a_booking(town, caregiver_id, start_at=start_at)), 201)["id"]
    done(caregiver.post(f"/v1/visits/{visit_id}/accept"))
    town.move_clock_to(start_at - timedelta(minutes=30))
    desk.staff.come_back_to_desk()  # a session at the desk lasts a shift
    for turn, colleague in enumerate(desk.on_duty, start=1):
        colleague.come_back_to_desk()
        _on_duty(colleague, town.now(), turn)
    done(caregiver.post(f"/v1/visits/{visit_id}/depart"))
    town.move_clock_to(start_at + timedelta(minutes=10))
    case = _asks(elder, visit_id, "care.nobody_came", "说好两点，还没有人来")
    stuck = _told(desk, elder, visit_id, "周美华")
    narrator.step("周美华", f"{spoken(town.now())}, nobody has come:", stuck.sentence)
    first, second = desk.on_duty
    in_time(town, lambda: len(_calls(first)) == 1, "the first on duty to be called")
    narrator.step("First on duty", "is called within the minute, and sleeps on:", _calls(first)[0])
    town.pass_time(timedelta(minutes=5, seconds=1))
    in_time(town, lambda: len(_calls(second)) == 1, "the second on duty to be called")
    narrator.step("Second on duty", "is called after five minutes, and comes:", _calls(second)[0])
    _act(second, case, "claim")
    _act(second, case, "reply", text="打通了护工的电话：车坏在半路，换了车，十分钟到。", waits=False)
    town.pass_time(timedelta(minutes=10))
    done(caregiver.post(f"/v1/visits/{visit_id}/check-in", people.fix(north_m=20)))
    _act(second, case, "close", cause="care.nobody_came", action="fixed", text="护工到了。让您半夜等，对不起。")
    told = _standing(elder, visit_id)["blocked"]
    narrator.step("周美华", "sees that she has come:", told["sentence"])
    must(told["key"] == "served", "the visit to go on")
    return stuck("the second on duty, at night")


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was told at the moment of being stuck; called with the way out it is a row of the table."""

    who: str
    blocked: dict[str, Any]

    @property
    def sentence(self) -> str:
        return str(self.blocked["sentence"])

    def __call__(self, way_out: str) -> Stuck:
        return _row(self.who, self.blocked, way_out)


def _told(desk: Desk, phone: Phone, about: str, who: str) -> _Seen:
    """The person and staff are told the very same, and it is one link."""
    hers = _standing(phone, about)
    ours = done(desk.staff.get(f"/v1/staff/timeline/{about}"))
    must(hers == ours, f"one truth for {who} and for staff")
    must([link["state"] for link in hers["links"]].count("blocked") == 1, f"one blocked link for {who}")
    return _Seen(who, hers["blocked"])


def _row(who: str, blocked: dict[str, Any], way_out: str) -> Stuck:
    by = spoken(datetime.fromisoformat(blocked["by"])) if blocked["by"] else "—"
    return Stuck(who, blocked["name"], OWNER_NAME[blocked["owner"]], by, blocked["short"], way_out)


def _standing(phone: Phone, about: str) -> dict[str, Any]:
    return done(phone.get(f"/v1/timeline/{about}"))


def _asks(phone: Phone, about: str, cause: str, text: str) -> dict[str, Any]:
    return done(phone.post("/v1/cases", {"id": new_id("case"), "cause": cause, "about": about, "text": text}), 201)


def _act(colleague: Phone, case: dict[str, Any], step: str, **body: Any) -> dict[str, Any]:
    sent = {"id": new_id("post"), **body} if body else None
    return done(colleague.post(f"/v1/staff/cases/{case['id']}/{step}", sent))


def _on_duty(colleague: Phone, from_at: datetime, turn: int) -> None:
    to_at = from_at + timedelta(hours=6)
    shift = {"id": new_id("shift"), "queue": "rescue", "from_at": from_at.isoformat(), "to_at": to_at.isoformat()}
    done(colleague.post("/v1/staff/duty", shift | {"turn": turn}), 201)


def _calls(colleague: Phone) -> list[str]:
    return [each["text"] for each in done(colleague.get("/v1/inbox"))["items"] if each["kind"] == "case_paged"]
