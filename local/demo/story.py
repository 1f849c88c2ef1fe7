"""The story: an elder, a caregiver, the company's staff, and what they see at each step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from chalicelib.kernel.money import Money
from chalicelib.kernel.time import SHANGHAI, spoken
from local import people
from local.people import ADDRESS, HOME, Phone, Unexpected, done, fix, new_id
from local.town import HttpTown

ELDER = "王秀英"
TOP_UP_FEN = 50_000
BOOKED_MIN = 150
SERVED_MIN = 125


class Narrator:
    """Prints what happens as a person would tell it."""

    def __init__(self) -> None:
        self._step = 0

    def say(self, text: str, *, end: str = "\n") -> None:
        print(f"  {text}" if end == "\n" else text, end=end, flush=True)

    def step(self, who: str, what: str, seen: str = "") -> None:
        self._step += 1
        print(f"\n  {self._step:2d}. {who}: {what}", flush=True)
        if seen:
            print(f"      “{seen}”", flush=True)


@dataclass(frozen=True, slots=True)
class Told:
    """What the receipt is printed from; every figure came over HTTP."""

    visit: dict[str, Any]
    bill: dict[str, Any]
    wallet: dict[str, Any]
    entries: list[dict[str, Any]]
    topped_up_fen: int
    sms: list[str]
    dead_letters: int


def play(town: HttpTown, narrator: Narrator) -> Told:
    """Raises Unexpected at the first step that does not hold."""
    staff = people.a_staff_member(town)
    code = people.an_activation_code(staff)
    narrator.step("小赵, the company's staff", f"issues a card with the code {code}; only its keyed hash is kept.")
    caregiver, caregiver_id = people.a_caregiver(town, staff)
    narrator.step(
        "李护理员, a caregiver", "is enrolled, logs in with the phone the company registered, and can be booked."
    )
    caregiver.consent("visit_offer")

    elder = _elder_gets_ready(town, narrator, code)
    visit_id = _elder_books(town, narrator, elder, caregiver_id)
    _caregiver_serves(town, narrator, elder, caregiver, visit_id)
    return _family_reads(town, narrator, elder, visit_id)


def _elder_gets_ready(town: HttpTown, narrator: Narrator, code: str) -> Phone:
    elder = people.a_member(town)
    narrator.step(f"{ELDER}, 76", "opens the mini program; WeChat logs her in without a password.")
    me = elder.give_number()
    narrator.step(ELDER, f"gives her phone with one tap: {me['phone_masked']}.")
    id_number = people.a_resident_number()
    town.register_identity(ELDER, id_number)
    typed = f" {id_number[:6]} {id_number[6:]}".translate(str.maketrans("0123456789X", "０１２３４５６７８９x"))
    me = done(elder.put("/v1/me/identity", {"name": f" {ELDER}", "id_number": typed}))
    narrator.step(ELDER, f"proves who she is, typing full-width digits and spaces; kept as {me['name_masked']}.")
    card = people.activate(elder, code.lower().replace("-", " "))
    narrator.step(ELDER, f"activates her card ({card['name']}), typing the code in small letters.")
    again = elder.post("/v1/cards/activations", {"id": new_id("card"), "activation_code": code})
    if again.body.get("code") != "cards.code_already_used":
        raise Unexpected(f"a second card: {again}")
    narrator.step(ELDER, "tries the same code again:", again.body["message"] + again.body["next_step"])
    people.top_up(elder, TOP_UP_FEN)
    narrator.step(ELDER, f"tops up {Money(TOP_UP_FEN)} by WeChat Pay; the signed callback credits it once.")
    # Two accepted popups: enough for two of the four pushes to come; the rest must find another way.
    elder.consent("visit_status", 2)
    return elder


def _elder_books(town: HttpTown, narrator: Narrator, elder: Phone, caregiver_id: str) -> str:
    tomorrow = (town.now() + timedelta(days=1)).astimezone(SHANGHAI)
    start_at = tomorrow.replace(hour=9, minute=0, second=0, microsecond=0)
    wanted = {"service": "living_care", "start_at": start_at.isoformat(), "duration_min": BOOKED_MIN}
    offers = done(elder.post("/v1/caregivers/search", wanted | {"location": HOME}))
    ours = next(offer for offer in offers["items"] if offer["caregiver_id"] == caregiver_id)
    narrator.step(ELDER, f"looks for care on {spoken(start_at)}, for 2.5 hours:", offers["message"])
    narrator.step(ELDER, f"reads why {ours['name']} is offered:", "；".join(ours["reasons"]))
    people.agree(elder, "health")
    narrator.step(ELDER, "reads who would see what help she needs, and agrees; she may take it back at any time.")
    booking = {
        "id": new_id("vis"),
        "caregiver_id": caregiver_id,
        **wanted,
        "address": ADDRESS,
        "needs": "需要协助翻身，会简单糖尿病护理",
        "quote_fen": offers["quote_fen"],
    }
    visit = done(elder.post("/v1/visits", booking), 201)
    narrator.step(ELDER, "books her:", visit["sentence"])
    twice = done(elder.post("/v1/visits", booking), 201)
    wallet = done(elder.get("/v1/wallet"))
    if twice["id"] != visit["id"] or wallet["held_fen"] != offers["quote_fen"]:
        raise Unexpected(f"a double tap booked twice: {wallet}")
    narrator.step(ELDER, f"taps twice by mistake: one visit, and {Money(wallet['held_fen'])} set aside once.")
    return str(visit["id"])


def _caregiver_serves(town: HttpTown, narrator: Narrator, elder: Phone, caregiver: Phone, visit_id: str) -> None:
    agenda = done(caregiver.get("/v1/caregiver/agenda"))["items"]
    narrator.step("李护理员", "sees it on her agenda:", agenda[-1]["sentence"])
    accepted = done(caregiver.post(f"/v1/visits/{visit_id}/accept"))
    narrator.step("李护理员", f"accepts; now she may read the address: {accepted['address']}.")
    start_at = datetime.fromisoformat(accepted["start_at"])
    town.move_clock_to(start_at - timedelta(minutes=40))
    done(caregiver.post(f"/v1/visits/{visit_id}/depart"))
    narrator.step("(the next morning)", f"{spoken(start_at - timedelta(minutes=40))}, she sets out.")
    town.move_clock_to(start_at)
    there = done(caregiver.post(f"/v1/visits/{visit_id}/check-in", fix(north_m=60, accuracy_m=25)))
    narrator.step("李护理员", f"checks in {there['check_in']['distance_m']} m from the door: inside the fence.")
    seen = done(elder.get(f"/v1/visits/{visit_id}"))
    narrator.step("The family", "follows it:", seen["sentence"])
    town.pass_time(timedelta(minutes=SERVED_MIN))
    done(caregiver.post(f"/v1/visits/{visit_id}/check-out", fix(north_m=10)))
    narrator.step("李护理员", f"checks out after {SERVED_MIN} minutes of the {BOOKED_MIN} that were booked.")


def _family_reads(town: HttpTown, narrator: Narrator, elder: Phone, visit_id: str) -> Told:
    town.until(lambda: elder.get(f"/v1/bills/{visit_id}").status == 200, "the bill")
    bill = done(elder.get(f"/v1/bills/{visit_id}"))
    narrator.step("Nobody", "does anything, and the bill is there:", bill["summary"])
    town.until(lambda: bool(town.sms_to(elder.number)), "an SMS")
    town.until(
        lambda: any(m["kind"] == "visit_billed" and m["push"] in ("by_sms", "delivered") for m in _inbox(elder)),
        "the notice",
    )
    sms = town.sms_to(elder.number)
    narrator.step(ELDER, "gave WeChat leave for two messages; the others came by SMS, such as:", sms[-1])
    visit = done(elder.post(f"/v1/visits/{visit_id}/review", {"stars": 5, "text": "细心，手脚轻，老人很满意"}))
    narrator.step("The family", f"leaves {visit['review']['stars']} stars:", visit["sentence"])
    return Told(
        visit=visit,
        bill=bill,
        wallet=done(elder.get("/v1/wallet")),
        entries=done(elder.get("/v1/wallet/entries"))["items"],
        topped_up_fen=TOP_UP_FEN,
        sms=sms,
        dead_letters=town.dead_letters(),
    )


def _inbox(phone: Phone) -> list[dict[str, Any]]:
    return list(done(phone.get("/v1/inbox"))["items"])
