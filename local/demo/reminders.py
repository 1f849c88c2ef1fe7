"""`make demo JOURNEY=reminders`: no credits, a refusal, a dead region, a visit moved, six hours lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from chalicelib.kernel.time import SHANGHAI, in_shanghai, spoken
from local import people
from local.demo.story import Narrator
from local.environment import SMS_GATEWAYS, TEMPLATE_IDS
from local.people import ADDRESS, Phone, Unexpected, done, new_id
from local.town import HttpTown

WAY_NAME = {
    "sent": "微信",
    "by_sms": "短信",
    "delivered": "短信，已送到",
    "inbox_only": "只在消息里",
    "void": "只在消息里",
    "held": "等早上",
}
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Heard:
    """One message as its reader has it, or a reminder that was not sent, and why."""

    at: str
    title: str
    way: str


@dataclass
class Scene:
    town: HttpTown
    staff: Phone
    elder: Phone
    caregiver: Phone
    caregiver_id: str
    other: Phone
    other_id: str
    today: datetime  # the midnight in Shanghai with which the first day begins

    def at(self, day: int, hour: int, minute: int = 0) -> datetime:
        return self.today + timedelta(days=day, hours=hour, minutes=minute)

    def until(self, day: int, hour: int, minute: int = 0) -> None:
        self.town.move_clock_to(self.at(day, hour, minute) + SECOND)

    def again(self) -> None:
        """Sessions end after days: everybody opens the mini program once more."""
        for phone in (self.elder, self.caregiver, self.other):
            phone.log_in()
        self.staff.come_back_to_desk()

    def book(self, day: int, hour: int, minute: int = 0, *, other: bool = False) -> str:
        whose, phone = (self.other_id, self.other) if other else (self.caregiver_id, self.caregiver)
        wanted = {"service": "living_care", "start_at": self.at(day, hour, minute).isoformat(), "duration_min": 120}
        body = {"id": new_id("vis"), "caregiver_id": whose, **wanted, "address": ADDRESS, "quote_fen": 12_800}
        visit_id = str(done(self.elder.post("/v1/visits", body), 201)["id"])
        done(phone.post(f"/v1/visits/{visit_id}/accept"))
        self.wait(lambda: self.told("visit_accepted", visit_id), "the acceptance to be told")
        return visit_id

    def cancel(self, visit_id: str) -> None:
        """It was for the messages only: nobody comes."""
        done(self.elder.post(f"/v1/visits/{visit_id}/cancel"))

    def told(self, kind: str, visit_id: str) -> dict[str, Any] | None:
        """That message, once it has gone as far as it goes."""
        for each in done(self.elder.get("/v1/inbox?limit=50"))["items"]:
            if (each["kind"], each["visit_id"]) == (kind, visit_id) and each["push"] in WAY_NAME:
                return dict(each)
        return None

    def wait(self, check: Callable[[], Any], what: str) -> None:
        self.town.until(lambda: bool(check()), what)

    def way_of(self, kind: str, visit_id: str) -> str:
        """How it went out; whether the phone has it by now is not asked."""
        self.wait(lambda: self.told(kind, visit_id), f"{kind} to be told")
        way = str((self.told(kind, visit_id) or {})["push"])
        return "by_sms" if way == "delivered" else way


def play(town: HttpTown, narrator: Narrator) -> list[Heard]:
    """Raises Unexpected at the first step that does not hold."""
    now = in_shanghai(town.now())
    today = datetime(now.year, now.month, now.day, tzinfo=SHANGHAI) + timedelta(days=1)
    town.move_clock_to(today + timedelta(hours=8))
    staff = people.a_staff_member(town)
    caregiver, caregiver_id = people.a_caregiver(town, staff)
    other, other_id = people.a_caregiver(town, staff, name="陈护理员")
    elder = people.an_elder(town, staff, name="王秀英", id_number=people.a_resident_number(), balance_fen=200_000)
    scene = Scene(town, staff, elder, caregiver, caregiver_id, other, other_id, today)
    narrator.step("王秀英", "has a card, money, and a phone; her caregivers are 李护理员 and 陈护理员.")
    _credits_run_out(scene, narrator)
    _wechat_refuses(scene, narrator)
    _a_region_is_dead(scene, narrator)
    _her_phone_is_off(scene, narrator)
    _moved_one_second_before(scene, narrator)
    _nothing_ran_for_six_hours(scene, narrator)
    return _everything(scene)


def _credits_run_out(scene: Scene, narrator: Narrator) -> None:
    asks = done(scene.elder.get("/v1/me/templates-to-ask?moment=booking"))["template_ids"]
    answers = {each: "accept" if each == TEMPLATE_IDS["visit_status"] else "reject" for each in asks}
    scene.town.wechat("POST", "/popups", {"openid": scene.elder.openid, "answers": answers})
    narrator.step("王秀英", "taps “允许” once: WeChat will let one message through, and tells us so.")
    visit_id = scene.book(1, 14)
    scene.until(0, 18)
    ways = [scene.way_of(kind, visit_id) for kind in ("visit_accepted", "visit_tomorrow")]
    scene.until(1, 12)
    ways.append(scene.way_of("visit_soon", visit_id))
    _must(ways == ["by_sms", "by_sms", "sent"], f"the one credit to be kept for what matters most: {ways}")
    narrator.step("One credit, three messages", "two by SMS; the one that cannot wait, two hours before, by WeChat:")
    narrator.say(f"    “{(scene.told('visit_soon', visit_id) or {})['text']}”")
    scene.cancel(visit_id)


def _wechat_refuses(scene: Scene, narrator: Narrator) -> None:
    scene.until(2, 9)
    scene.again()
    scene.elder.consent("visit_status", 4)
    scene.wait(lambda: not _is_asked(scene), "the four credits to be counted")
    # The caregivers' credits are unknown, and an unknown one is tried: for them there are refusals enough.
    scene.town.wechat("POST", "/faults", {"path": "/cgi-bin/message", "errcode": 43101, "times": 9})
    visit_id = scene.book(3, 14)
    _must(scene.way_of("visit_accepted", visit_id) == "by_sms", "the SMS to follow the refusal")
    scene.town.wechat("DELETE", "/faults")
    narrator.step("WeChat", "refuses with 43101 what we thought it would take; the SMS goes at the same moment.")
    _must(_is_asked(scene), "the count to be corrected")
    narrator.step("The count", "is corrected to none: at the next booking she is asked again.")
    scene.cancel(visit_id)


def _a_region_is_dead(scene: Scene, narrator: Narrator) -> None:
    first = str(SMS_GATEWAYS[0]["region"])
    scene.town.break_sns(first, down=True)
    before = len(scene.town.sms_to(scene.elder.number))
    scene.until(3, 9)
    visit_id = scene.book(4, 9)
    _must(scene.way_of("visit_accepted", visit_id) == "by_sms", "the SMS to go by the other region")
    _must(len(scene.town.sms_to(scene.elder.number)) > before, "the SMS")
    scene.until(3, 18)
    _must(scene.way_of("visit_tomorrow", visit_id) == "by_sms", "the reminder by the other region")
    scene.again()
    gateways = done(scene.staff.get("/v1/staff/gateways"))
    seen = "，".join(f"{each['name']} {each['rate']:.0%}" for each in gateways["items"])
    narrator.step(first, f"is dead; every SMS goes by the other region at once. The desk sees: {seen};")
    narrator.say(f"    {gateways['month']}: ¥{gateways['spent_fen'] / 100:.2f} of ¥{gateways['cap_fen'] / 100:.2f}.")
    scene.town.break_sns(first, down=False)
    scene.cancel(visit_id)


def _her_phone_is_off(scene: Scene, narrator: Narrator) -> None:
    scene.town.phone_answers(scene.elder.number, "Phone is currently unreachable/unavailable")
    visit_id = scene.book(4, 14)
    _must(scene.way_of("visit_accepted", visit_id) == "by_sms", "the SMS")
    before = len(scene.town.sms_to(scene.elder.number))
    scene.town.phone_answers(scene.elder.number, "")
    scene.town.move_clock_to(scene.town.now() + 2 * MINUTE)
    scene.wait(lambda: (scene.told("visit_accepted", visit_id) or {})["push"] == "held", "the receipt of the first")
    scene.town.move_clock_to(scene.town.now() + 11 * MINUTE)
    scene.wait(lambda: len(scene.town.sms_to(scene.elder.number)) == before + 1, "the SMS again")
    scene.town.move_clock_to(scene.town.now() + 2 * MINUTE)
    scene.wait(lambda: (scene.told("visit_accepted", visit_id) or {})["push"] == "delivered", "the receipt")
    narrator.step("Her phone", "is off: the carrier's receipt says so, and ten minutes later the SMS goes once more;")
    narrator.say("    the receipt of that one says that she has it.")
    scene.cancel(visit_id)


def _moved_one_second_before(scene: Scene, narrator: Narrator) -> None:
    scene.until(4, 8)
    scene.again()
    visit_id = scene.book(5, 14)
    scene.town.move_clock_to(scene.at(4, 18) - SECOND)
    moved = {"start_at": scene.at(6, 16).isoformat()}
    done(scene.elder.post(f"/v1/visits/{visit_id}/reschedule", moved))
    done(scene.caregiver.post(f"/v1/visits/{visit_id}/accept"))
    narrator.step("王秀英", f"moves the visit to {spoken(scene.at(6, 16))}, one second before 18:00; accepted again.")
    scene.until(4, 18)
    scene.wait(lambda: _voids(scene, visit_id), "the old reminder to be dropped")
    _must(scene.told("visit_tomorrow", visit_id) is None, "no reminder of the old time")
    scene.until(5, 18)
    scene.way_of("visit_tomorrow", visit_id)
    text = (scene.told("visit_tomorrow", visit_id) or {})["text"]
    _must(text.startswith(spoken(scene.at(6, 16))), f"the new time in the reminder: {text}")
    narrator.step("18:00", "brings no reminder of the old time; the next evening the right one comes:", text)
    scene.again()
    scene.cancel(visit_id)


def _nothing_ran_for_six_hours(scene: Scene, narrator: Narrator) -> None:
    scene.until(6, 20)
    scene.again()
    late, in_time = scene.book(7, 12), scene.book(7, 15, 30, other=True)
    scene.until(7, 7, 30)
    before = len(done(scene.elder.get("/v1/inbox?limit=50"))["items"])
    scene.until(7, 13, 40)
    narrator.step(
        "Everything of ours", "stands still from 7:30 to 13:40. Reminders of visits at 12:00 and 15:30 fell due."
    )
    scene.again()
    scene.way_of("visit_soon", in_time)
    scene.wait(lambda: _voids(scene, late), "the late one to be noted")
    _must(scene.told("visit_soon", late) is None, "nothing about what has begun")
    items = done(scene.elder.get("/v1/inbox?limit=50"))["items"]
    fresh = [each for each in items[: len(items) - before] if each["kind"] == "visit_soon"]
    _must(len(fresh) == 1, f"one reminder, and no flood: {fresh}")
    narrator.step("Afterwards", "she gets the one that is still of use, once; of the other it is noted why not:")
    narrator.say(f"    “{_voids(scene, late)[-1]}”")


def _everything(scene: Scene) -> list[Heard]:
    if scene.town.dead_letters():
        raise Unexpected("dead letters")
    items = done(scene.elder.get("/v1/inbox?limit=50"))["items"]
    return [
        Heard(spoken(datetime.fromisoformat(each["created_at"])), each["title"], WAY_NAME[each["push"]])
        for each in reversed(items)
        if each["visit_id"]
    ]


def _is_asked(scene: Scene) -> bool:
    """Whether her next tap would bring the popup: WeChat lets too little through."""
    asks = done(scene.elder.get("/v1/me/templates-to-ask?moment=booking"))["template_ids"]
    return TEMPLATE_IDS["visit_status"] in asks


def _voids(scene: Scene, visit_id: str) -> list[str]:
    story = done(scene.staff.get(f"/v1/staff/story/{visit_id}"))["items"]
    return [each["what"] for each in story if each["what"].startswith("提醒")]


def _must(holds: object, what: str) -> None:
    if not holds:
        raise Unexpected(what)
