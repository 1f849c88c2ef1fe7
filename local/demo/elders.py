"""The family journey, second half: a father without WeChat, his daughter abroad, and a brother as his guardian."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import requests

from chalicelib.kernel.money import Money
from chalicelib.kernel.time import SHANGHAI
from local import people
from local.demo.scene import a_booking, in_time, must, next_at, said_no
from local.demo.story import Narrator
from local.people import Phone, done, new_id
from local.town import HttpTown

FATHER = "王建国"
LIMIT_FEN = 20_000
ZONE = "America/Los_Angeles"
PHOTO = b"\xff\xd8\xff" + b"a court's paper" * 100


@dataclass
class Scene:
    town: HttpTown
    caregiver: Phone
    caregiver_id: str
    daughter: Phone
    number: str
    id_number: str
    father: Phone

    @property
    def hers(self) -> Phone:
        return self.daughter.as_family_of(self.father)

    def told(self, phone: Phone, kind: str) -> list[str]:
        return [each["text"] for each in done(phone.get("/v1/inbox"))["items"] if each["kind"] == kind]


def play(
    town: HttpTown, narrator: Narrator, *, code: str, caregiver: Phone, caregiver_id: str, daughter: Phone
) -> list[tuple[str, str]]:
    """Lines for the summary; `code` activates his card. Raises Unexpected at the first step that does not hold."""
    number, id_number = people.somebody(town).number, people.a_resident_number()
    town.register_identity(FATHER, id_number)
    people.register_number(town, number, FATHER, id_number)
    for phone in (daughter, caregiver):
        phone.log_in()
    nobody = Phone(town, openid="", number=number)
    scene = Scene(town, caregiver, caregiver_id, daughter, number, id_number, nobody)
    _asked_by_phone(scene, narrator)
    visit_id = _told_by_sms(scene, narrator, code)
    digest = _one_a_day(scene, narrator, visit_id)
    _guardian_first(scene, narrator)
    must(town.dead_letters() == 0, "no event to be lost")
    return [
        ("父亲没有微信", "电话里按 1，账户开好了 ✓"),
        ("洛杉矶晚上 8 点的小结", digest),
        ("监护人和女儿意见不一样", "以监护人为准，两边都告诉了 ✓"),
    ]


def _asked_by_phone(scene: Scene, narrator: Narrator) -> None:
    body = {
        "id": new_id("grant"),
        "relation": "daughter",
        "name": FATHER,
        "id_number": scene.id_number,
        "phone": scene.number,
        "scopes": ["view_visits", "book", "pay", "manage_cards"],
        "limit_fen": LIMIT_FEN,
    }
    done(scene.daughter.post("/v1/me/managed-accounts", body), 201)
    path = f"/v1/me/managed-accounts/{body['id']}"
    scene.town.move_clock_to(next_at(scene.town.now(), hour=23))
    asleep = scene.daughter.post(f"{path}/ring")
    narrator.step(
        "李小梅",
        f"asks for {FATHER}, her father, who has no WeChat; at her seven in the morning he sleeps:",
        said_no(asleep),
    )
    scene.town.move_clock_to(next_at(scene.town.now(), hour=9))
    done(scene.daughter.post(f"{path}/ring"))
    narrator.step("His phone", "rings, reads aloud who wants what, and he presses 1.")
    scene.town.keys_in(scene.number, "1")
    in_time(scene.town, lambda: done(scene.daughter.get(path))["state"] == "agreed", "his yes to arrive")
    scene.father.person_id = done(scene.daughter.get(path))["person_id"]
    in_time(scene.town, lambda: bool(scene.told(scene.daughter, "elder_agreed")), "her to be told")
    narrator.step("李小梅", "is told:", scene.told(scene.daughter, "elder_agreed")[0])


def _told_by_sms(scene: Scene, narrator: Narrator, code: str) -> str:
    people.activate(scene.hers, code)
    people.top_up(scene.hers, 30_000)
    scene.caregiver.log_in()
    wanted = a_booking(
        scene.town, scene.caregiver_id, start_at=next_at(scene.town.now() + timedelta(hours=3), hour=11)
    )
    done(scene.hers.post("/v1/visits", wanted), 201)
    done(scene.caregiver.post(f"/v1/visits/{wanted['id']}/accept"))
    in_time(scene.town, lambda: "预约护工上门" in str(scene.town.sms_to(scene.number)), "him to be told by SMS")
    sms = next(each for each in scene.town.sms_to(scene.number) if "预约护工上门" in each)
    narrator.step(
        "李小梅", f"books for {Money(12_800)}; her father has it by SMS, and a number to take it back:", sms
    )
    return str(wanted["id"])


def _one_a_day(scene: Scene, narrator: Narrator, visit_id: str) -> str:
    wish = done(scene.daughter.put("/v1/me/digest", {"zone": ZONE, "hour": 20}))
    scene.town.move_clock_to(datetime.fromisoformat(wish["next_at"]).astimezone(SHANGHAI))
    in_time(scene.town, lambda: bool(scene.told(scene.daughter, "family_digest")), "the digest")
    told = scene.told(scene.daughter, "family_digest")[0]
    must(visit_id in str(done(scene.daughter.get("/v1/me/digest"))), "the visit to stand in it")
    narrator.step("李小梅", "has one digest a day, at eight in the evening of Los Angeles:", told)
    return told.partition("，最早")[0]


def _guardian_first(scene: Scene, narrator: Narrator) -> None:
    town = scene.town
    reviewer = people.a_staff_member(town, "reviewer")
    brother = people.a_relative(town, "李小刚")
    paper = {"id": new_id("paper"), "content_type": "image/jpeg", "size": len(PHOTO)}
    for part in done(brother.post("/v1/me/papers", paper), 201)["missing"]:
        requests.put(part["url"], data=PHOTO, timeout=10).raise_for_status()
    body = {
        "id": new_id("grant"),
        "relation": "son",
        "name": FATHER,
        "id_number": scene.id_number,
        "paper_id": paper["id"],
        "until": f"{town.now().year + 2}-06-30",
        "limit_fen": 50_000,
    }
    waits = brother.post("/v1/me/guardianships", body)
    case = f"/v1/staff/cases/{waits.body['case_id']}"
    done(reviewer.post(f"{case}/claim"))
    applied_at = done(reviewer.get(case))["application"]["applied_at"]
    word = {"id": new_id("post"), "text": "文书核对过了", "approve": True, "applied_at": applied_at}
    done(reviewer.post(f"{case}/decide", word))
    in_time(town, lambda: bool(scene.told(scene.daughter, "guardian_named")), "her to hear of it")
    narrator.step(
        "李小刚",
        "hands in a court's paper, one of us reads it; his sister hears:",
        scene.told(scene.daughter, "guardian_named")[0],
    )
    his = brother.as_family_of(scene.father)
    scene.caregiver.log_in()
    wanted = a_booking(town, scene.caregiver_id, start_at=next_at(town.now(), hour=14) + timedelta(days=3))
    made = done(his.post("/v1/visits", wanted), 201)
    refused = scene.hers.post(f"/v1/visits/{made['id']}/cancel")
    in_time(town, lambda: bool(scene.told(brother, "visit_opposed")), "him to hear that she tried")
    narrator.step("李小梅", "would cancel what he booked:", said_no(refused))
