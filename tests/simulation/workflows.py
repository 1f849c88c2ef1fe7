"""The main job in pieces: what a person sends until it is answered, and what must have come of it at the end."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from local import people
from local.people import Answer, Phone, done, fix, new_id
from tests.builders.story import ELDER_NUMBER, booking, shanghai
from tests.simulation import invariants
from tests.simulation.chaos import Crash
from tests.simulation.town import SimulatedTown, Snapshot

Send = Callable[[], Answer]
# `inbox_only`: messages that are not pushed at all.
REACHED = {"sent", "by_sms", "inbox_only"}


@dataclass
class Cast:
    town: SimulatedTown
    staff: Phone
    caregiver: Phone
    caregiver_id: str
    elder: Phone
    visit_id: str = field(default_factory=lambda: new_id("vis"))

    def step(self, name: str, body: Any = None, *, by: Phone | None = None) -> Send:
        return lambda: (by or self.caregiver).post(f"/v1/visits/{self.visit_id}/{name}", body)

    def book(self) -> Send:
        body = booking(self.caregiver_id, id=self.visit_id)
        return lambda: self.elder.post("/v1/visits", body)

    def facts(self) -> dict[str, Any]:
        """What everybody can see in the end."""
        visit = self.elder.get(f"/v1/visits/{self.visit_id}")
        wallet = done(self.elder.get("/v1/wallet"))
        return {
            "visit": visit.body.get("status", visit.status),
            "wallet": (wallet["available_fen"], wallet["held_fen"]),
            "bills": [bill["amount_fen"] for bill in done(self.elder.get("/v1/bills"))["items"]],
            "elder": self._told(self.elder),
            "caregiver": self._told(self.caregiver),
            "cards": len(done(self.elder.get("/v1/cards"))["items"]),
        }

    def stored(self) -> list[tuple[object, ...]]:
        """The same as it is kept, without ids: to compare one run with another in a hundredth of the time."""
        kept: list[tuple[object, ...]] = []
        visits = (item for item in self.town.stored("healthcard-care") if item["SK"] == "VISIT")
        kept += [("visit", visit["status"], "review" in visit) for visit in visits]
        for item in self.town.stored("healthcard-billing"):
            if item["SK"].startswith("ENTRY#"):
                kept.append(("entry", *(leg["amount"] for leg in item["legs"])))
            elif item["SK"] == "WALLET":
                kept.append(("wallet", item["available"], sum(fen for name, fen in item.items() if name[:2] == "h_")))
            elif item["SK"] == "TOPUP":
                kept.append(("top-up", item["state"]))
        messages = self.town.stored("healthcard-notify")
        kept += [("message", each["kind"], each["push"] in REACHED or each["push"]) for each in messages]
        kept += [("card",) for item in self.town.stored("healthcard-cards") if item["SK"] == "CARD"]
        kept += [("person",) for item in self.town.stored("healthcard-identity") if item["SK"] == "PERSON"]
        return sorted(kept, key=repr)

    def pushes(self) -> Counter[tuple[str, str]]:
        """How often a message about the same thing reached somebody's phone: by WeChat, and by SMS."""
        sent = self.town.wechat("GET", "/outbox")["items"]
        by_wechat = Counter((each["touser"], str(sorted(each["data"].items()))) for each in sent)
        return by_wechat + Counter(self.town.sns.sent)

    @staticmethod
    def _told(phone: Phone) -> list[str]:
        """Kinds, and a mark on what went no further than the inbox though it should have."""
        messages = done(phone.get("/v1/inbox"))["items"]
        return sorted(each["kind"] + ("" if each["push"] in REACHED else f" {each['push']}") for each in messages)


@dataclass(frozen=True)
class Workflow:
    """`before` is played without faults. `steps` are requests and moves of the clock, in order."""

    name: str
    before: Callable[[Cast], None]
    steps: Callable[[Cast], Sequence[Send]]
    facts: dict[str, Any]


def cast_of(town: SimulatedTown) -> Cast:
    staff = people.a_staff_member(town)
    caregiver, caregiver_id = people.a_caregiver(town, staff)
    caregiver.consent("visit_offer", 5)
    elder = people.an_elder(town, staff, name="王秀英", id_number=ELDER_NUMBER, balance_fen=50_000)
    elder.consent("visit_status", 3)
    town.pass_time(minutes=1)  # the first sweep ever looks back for a month
    return Cast(town, staff, caregiver, caregiver_id, elder)


def at(cast: Cast, *moment: int) -> Send:
    def move() -> Answer:
        cast.town.clock.set_to(shanghai(*moment))
        return Answer(200, {})

    return move


def nothing(_: Cast) -> None:
    """The cast as it is."""


def play(cast: Cast, *sends: Send) -> None:
    for send in sends:
        done(send())
        cast.town.settle()


def booked(cast: Cast) -> None:
    play(cast, cast.book())


def accepted(cast: Cast) -> None:
    play(cast, cast.book(), cast.step("accept"))


def in_service(cast: Cast) -> None:
    at_the_door(cast)
    play(cast, cast.step("check-in", fix()))


def at_the_door(cast: Cast) -> None:
    accepted(cast)
    play(cast, at(cast, 24, 8), cast.step("depart"), at(cast, 24, 9))


def tomorrow(cast: Cast) -> None:
    accepted(cast)
    play(cast, at(cast, 24, 8))


def served(cast: Cast) -> None:
    in_service(cast)
    play(cast, at(cast, 24, 11), cast.step("check-out", fix()))


def log_in_first(cast: Cast) -> Sequence[Send]:
    town = cast.town
    openid = town.wechat("POST", "/users", {"phone": "+8613900000001"})["openid"]
    newcomer = Phone(town, openid, "+8613900000001")

    def log_in() -> Answer:
        fresh = town.wechat("POST", "/login-codes", {"openid": openid})["code"]
        answer = town.request("POST", "/v1/login", body={"code": fresh})
        newcomer.token = answer.body.get("token")
        cast.elder = newcomer
        return answer

    def give_number() -> Answer:
        fresh = town.wechat("POST", "/phone-codes", {"openid": openid})["code"]
        return newcomer.post("/v1/me/phone", {"code": fresh})

    return [log_in, give_number]


def activate(cast: Cast) -> Sequence[Send]:
    newcomer, code = people.a_member(cast.town), people.an_activation_code(cast.staff)
    number, card_id = "11010519491231002X", new_id("card")
    cast.town.register_identity("李强", number)
    cast.elder = newcomer
    return [
        lambda: newcomer.put("/v1/me/identity", {"name": "李强", "id_number": number}),
        lambda: newcomer.post("/v1/cards/activations", {"id": card_id, "activation_code": code}),
    ]


def top_up(cast: Cast) -> Sequence[Send]:
    body = {"id": new_id("top"), "amount_fen": 10_000}
    last: dict[str, Any] = {}

    def order() -> Answer:
        answer = cast.elder.post("/v1/wallet/top-ups", body)
        last.update(answer.body if answer.status == 201 else {})
        return answer

    def pay() -> Answer:
        """With no answer from WeChat there is nothing to pay with: the same order is asked for once more."""
        if not last.get("payment") and last.get("state") != "paid":
            order()
            return Answer(503, {})
        if last.get("payment"):
            cast.elder.pay(last["payment"])
        return Answer(200, {})

    return [order, pay, order]


GREETED = ["card_activated", "wallet_topped_up"]
WORKFLOWS = (
    Workflow(
        "log in",
        nothing,
        log_in_first,
        {"visit": 404, "wallet": (0, 0), "bills": [], "elder": [], "cards": 0},
    ),
    Workflow(
        "activate",
        nothing,
        activate,
        {"visit": 404, "wallet": (0, 0), "bills": [], "elder": ["card_activated"], "caregiver": [], "cards": 1},
    ),
    Workflow(
        "top up",
        nothing,
        top_up,
        {"wallet": (60_000, 0), "elder": [*GREETED, "wallet_topped_up"]},
    ),
    Workflow(
        "book",
        nothing,
        lambda cast: [cast.book()],
        # Half an hour passes at the end of each run: nobody accepted.
        {
            "visit": "lapsed",
            "wallet": (50_000, 0),
            "elder": [*GREETED[:1], "visit_booked", "visit_lapsed", GREETED[1]],
        },
    ),
    Workflow(
        "accept",
        booked,
        lambda cast: [cast.step("accept")],
        {"visit": "accepted", "wallet": (37_200, 12_800), "caregiver": ["visit_offered"]},
    ),
    Workflow(
        "decline",
        booked,
        lambda cast: [cast.step("decline")],
        {"visit": "declined", "wallet": (50_000, 0)},
    ),
    Workflow(
        "cancel",
        accepted,
        lambda cast: [cast.step("cancel", by=cast.elder)],
        {"visit": "cancelled", "wallet": (50_000, 0), "caregiver": ["visit_cancelled", "visit_offered"]},
    ),
    Workflow(
        "set out",
        tomorrow,
        lambda cast: [cast.step("depart")],
        {"visit": "on_the_way", "wallet": (37_200, 12_800)},
    ),
    Workflow(
        "check in",
        at_the_door,
        lambda cast: [cast.step("check-in", fix())],
        {"visit": "in_service", "wallet": (37_200, 12_800)},
    ),
    Workflow(
        "serve and bill",
        in_service,
        lambda cast: [at(cast, 24, 10, 2), cast.step("check-out", fix())],
        {"visit": "done", "wallet": (43_600, 0), "bills": [6_400]},
    ),
    Workflow(
        "review",
        served,
        lambda cast: [cast.step("review", {"stars": 5, "text": "很好"}, by=cast.elder)],
        {"visit": "done", "bills": [12_800], "caregiver": ["visit_offered", "visit_reviewed"]},
    ),
)


def run(
    workflow: Workflow, cast: Cast, plan: dict[int, str], since: Snapshot | None, *, jumps_s: Sequence[int] = ()
) -> None:
    """Plays it under the plan: everything is sent again until answered, then once more, and every event twice.

    `jumps_s` moves the clock before each step. Without `since` (a real database) events come once.
    """
    town = cast.town
    steps = workflow.steps(cast)
    town.chaos.order(plan)
    for send, jump in zip(steps, itertools.chain(jumps_s, itertools.repeat(0)), strict=False):
        town.clock.advance(timedelta(seconds=jump))
        until_answered(send)
        invariants.check(town)
        town.settle()
        invariants.check(town)
    town.chaos.window = len(town.chaos.log)
    town.pass_time(minutes=2)
    for send in steps:
        until_answered(send)
    if since:
        town.deliver_again(since)
    town.pass_time(minutes=35)
    invariants.check(town)
    assert town.sqs.dead == [], "no event was given up"
    told = {what: times for what, times in cast.pushes().items() if times > 1 + len(plan)}
    assert told == {}, "a fault costs at most one push more"


def until_answered(send: Send) -> Answer:
    for _ in range(6):
        try:
            answer = send()
        except Crash:
            continue
        if answer.status < 300:
            return answer
        assert answer.status >= 500, f"refused: {answer}"
    raise AssertionError("not answered")
