"""The main job in pieces: what a person sends until it is answered, and what must have come of it at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from local import people
from local.people import Answer, Phone, done, fix, new_id
from tests.builders.elders import Elder
from tests.builders.guardians import applied
from tests.builders.story import shanghai
from tests.simulation.cast import Cast, Send


@dataclass(frozen=True)
class Workflow:
    """`before` is played without faults. `steps` are requests and moves of the clock, in order.

    Pairs of crashes of what is `long` are for `make test-slow`.
    """

    name: str
    before: Callable[[Cast], None]
    steps: Callable[[Cast], Sequence[Send]]
    facts: dict[str, Any]
    long: bool = False


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


def on_call(cast: Cast) -> None:
    """A visit is booked, and one of us is on duty from this morning to the next."""
    shift = {
        "id": new_id("shift"),
        "queue": "rescue",
        "from_at": shanghai(23, 8).isoformat(),
        "to_at": shanghai(24, 8).isoformat(),
    }
    play(cast, cast.book(), lambda: cast.staff.post("/v1/staff/duty", shift))


def applying(cast: Cast) -> None:
    """The register does not know a newcomer's name; a case is open, and claimed by who will decide."""
    cast.elder = people.a_member(cast.town)
    person_id = cast.elder.person_id
    assert cast.elder.put("/v1/me/identity", {"name": "龙英", "id_number": "11010519491231002X"}).status == 422
    plea = {"id": cast.case_id, "cause": "identity.name_differs", "about": person_id, "text": "名字打不出来"}
    play(cast, lambda: cast.elder.post("/v1/cases", plea), cast.help("claim"))


def deciding(cast: Cast) -> Sequence[Send]:
    found = done(cast.staff.get(f"/v1/staff/cases/{cast.case_id}"))["application"]
    word = {"id": new_id("post"), "text": "是本人", "approve": True, "applied_at": found["applied_at"]}
    return [cast.help("decide", word)]


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


def about_to_scan(cast: Cast) -> None:
    """A newcomer who has agreed to a face check, and is in the register."""
    cast.elder = people.a_member(cast.town)
    people.agree(cast.elder, "face")
    cast.town.register_identity("李强", "11010519491231002X")


def by_face(cast: Cast, *, leaves: bool = False) -> Sequence[Send]:
    """She looks into the camera when she has the token; `leaves`: she asks once and shuts the phone, and it passes
    after that."""
    check = {"id": new_id("face"), "name": "李强", "id_number": "11010519491231002X"}
    token: list[str] = []

    def begin() -> Answer:
        answer = cast.elder.post("/v1/me/face-checks", check)
        token.extend([answer.body["token"]] if answer.body.get("token") else [])
        return answer

    def scan() -> Answer:
        people.shows_face(cast.town, token[-1])
        return Answer(200, {})

    def result() -> Answer:
        answer = cast.elder.post(f"/v1/me/face-checks/{check['id']}/result")
        waits = answer.body.get("state") == "open" and not leaves
        return Answer(503, {}) if waits else answer

    return [begin, result, scan, at(cast, 23, 8, 10)] if leaves else [begin, scan, result]


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


def on_the_phone(cast: Cast) -> None:
    """Somebody with a proven identity and a card whose code is too small to type has agreed that we do it."""
    cast.elder = people.a_member(cast.town)
    cast.elder.give_number()
    people.prove(cast.elder, "李强", "11010519491231002X")
    said = {
        "id": new_id("talk"),
        "phone": cast.elder.number,
        "name": "李强",
        "number_ends": "002x",
        "agreed": True,
        "cause": "cards.code_not_accepted",
        "text": "字太小，填不进去",
    }
    play(cast, lambda: cast.staff.post("/v1/staff/talks", said))


def activate_for_her(cast: Cast) -> Sequence[Send]:
    card = {"id": new_id("card"), "activation_code": people.an_activation_code(cast.staff)}
    headers = {"x-acting-for": cast.elder.person_id}
    activations, token = "/v1/cards/activations", cast.staff.token
    return [lambda: cast.town.request("POST", activations, token=token, body=card, headers=headers)]


def with_a_daughter(cast: Cast) -> None:
    """She may do everything, and spend ¥200 a day."""
    cast.family = people.a_relative(cast.town)
    people.give(cast.elder, cast.family)


def asked_by_family(cast: Cast) -> None:
    """Her limit is too small for what she wants: the elder was asked."""
    cast.family = people.a_relative(cast.town)
    people.give(cast.elder, cast.family, limit_fen=5_000)
    play(cast, cast.book(by=cast.daughter()))


def with_a_relative(cast: Cast) -> None:
    cast.family = people.a_relative(cast.town)


def by_voice(cast: Cast, keys: str) -> Sequence[Send]:
    """Family ask for an elder without WeChat; she is rung, and keys that in."""
    family = cast.family
    assert family
    elder = Elder(cast.town, number="+8613900000002", id_number=people.a_resident_number())
    body = elder.asked_for()

    def ring() -> Answer:
        """Rung a moment ago, whatever became of that: once more, a minute later."""
        answer = family.post(f"/v1/me/managed-accounts/{body['id']}/ring")
        if answer.status == 429:
            cast.town.clock.advance(timedelta(minutes=1))
            return Answer(503, {})
        return Answer(200, {}) if answer.status == 410 else answer

    return [
        lambda: family.post("/v1/me/managed-accounts", body),
        ring,
        lambda: cast.town.keys_in(elder.number, keys),
    ]


def a_paper_waits(cast: Cast) -> None:
    """A court's paper about the elder was handed in, and its case claimed by who will decide."""
    son = cast.family = people.a_relative(cast.town, "王小刚")
    photo = b"\xff\xd8\xff" + b"x" * 100
    paper = {"id": new_id("paper"), "content_type": "image/jpeg", "size": len(photo)}
    for part in done(son.post("/v1/me/papers", paper), 201)["missing"]:
        cast.town.s3.put(part["url"], photo)
    cast.case_id = son.post("/v1/me/guardianships", applied(son, paper_id=paper["id"])).body["case_id"]
    play(cast, cast.help("claim"))


def guarded(cast: Cast) -> None:
    """Her son is her guardian and booked a visit; her daughter may book as well."""
    a_paper_waits(cast)
    play(cast, *deciding(cast))
    play(cast, cast.book(by=cast.daughter()), at(cast, 23, 8, 5))
    cast.family = people.a_relative(cast.town)
    people.give(cast.elder, cast.family)


def opposes(cast: Cast) -> Answer:
    """The daughter would cancel it, and is refused."""
    answer = cast.step("cancel", by=cast.daughter())()
    return Answer(200, {}) if answer.status == 403 else answer


def followed_from_london(cast: Cast) -> None:
    """Eight o'clock there is four in the afternoon here."""
    cast.family = people.a_relative(cast.town)
    people.give(cast.elder, cast.family, "view_visits")
    done(cast.family.put("/v1/me/digest", {"zone": "Europe/London", "hour": 8}))
    accepted(cast)


GREETED = ["card_activated", "wallet_topped_up"]
LAPSED = ["visit_booked", "visit_lapsed", GREETED[1]]
BY_FAMILY = [*GREETED[:1], "family_acted", "family_linked", *LAPSED]
APPROVED = [*GREETED[:1], "family_linked", "visit_asked", *LAPSED]
WORKFLOWS = (
    Workflow(
        "log in",
        nothing,
        log_in_first,
        {"visit": 404, "wallet": (0, 0), "bills": [], "elder": [], "cards": 0},
        long=True,
    ),
    Workflow(
        "activate",
        nothing,
        activate,
        {"visit": 404, "wallet": (0, 0), "bills": [], "elder": ["card_activated"], "caregiver": [], "cards": 1},
        long=True,
    ),
    Workflow(
        "be known by face",
        about_to_scan,
        by_face,
        {"visit": 404, "wallet": (0, 0), "bills": [], "elder": [], "cards": 0, "proven": True},
        long=True,
    ),
    Workflow(
        "shut the phone on a face check",
        about_to_scan,
        lambda cast: by_face(cast, leaves=True),
        {"visit": 404, "wallet": (0, 0), "bills": [], "elder": ["face_passed"], "cards": 0, "proven": True},
        long=True,
    ),
    Workflow(
        "top up",
        nothing,
        top_up,
        {"wallet": (60_000, 0), "elder": [*GREETED, "wallet_topped_up"]},
        long=True,
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
        "choose another time",
        accepted,
        lambda cast: [cast.step("reschedule", {"start_at": shanghai(24, 14).isoformat()}, by=cast.elder)],
        # Half an hour passes at the end of each run: nobody accepted the new time.
        {"visit": "lapsed", "wallet": (50_000, 0), "caregiver": ["visit_move_offered", "visit_offered"]},
        long=True,
    ),
    Workflow(
        "remind",
        accepted,
        lambda cast: [at(cast, 23, 18)],
        {
            "visit": "accepted",
            "elder": [*GREETED[:1], "visit_accepted", "visit_booked", "visit_tomorrow", GREETED[1]],
        },
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
        long=True,
    ),
    Workflow(
        "review",
        served,
        lambda cast: [cast.step("review", {"stars": 5, "text": "很好"}, by=cast.elder)],
        {"visit": "done", "bills": [12_800], "caregiver": ["visit_offered", "visit_reviewed"]},
    ),
    Workflow(
        "book as family",
        with_a_daughter,
        lambda cast: [cast.book(by=cast.daughter())],
        # Half an hour passes at the end of each run: nobody accepted.
        {"visit": "lapsed", "wallet": (50_000, 0), "elder": BY_FAMILY},
        long=True,
    ),
    Workflow(
        "say yes to family",
        asked_by_family,
        lambda cast: [cast.step("approve", by=cast.elder)],
        {"visit": "lapsed", "wallet": (50_000, 0), "elder": APPROVED},
        long=True,
    ),
    Workflow(
        "nobody says yes to family",
        asked_by_family,
        # A day after she was asked, and the half hour in which nobody accepts.
        lambda cast: [at(cast, 24, 8, 10), at(cast, 24, 8, 45)],
        {"visit": "lapsed", "wallet": (50_000, 0), "elder": APPROVED},
        long=True,
    ),
    Workflow(
        "ask for help",
        on_call,
        lambda cast: [cast.plea()],
        # Nobody comes in the half hour at the end of each run, and one sweep finds that: called at once, and again.
        {"cases": ["open"], "staff": ["case_paged"] * 2},
        long=True,
    ),
    Workflow(
        "decide",
        applying,
        deciding,
        {"cases": ["closed"], "elder": ["case_closed"], "proven": True},
        long=True,
    ),
    Workflow(
        "open an account by voice",
        with_a_relative,
        lambda cast: by_voice(cast, "1"),
        {"elder": GREETED, "family": (["elder_agreed"], 1)},
        long=True,
    ),
    Workflow(
        "say no to an account",
        with_a_relative,
        lambda cast: by_voice(cast, "2"),
        {"elder": GREETED, "family": (["elder_declined"], 0)},
        long=True,
    ),
    Workflow(
        "become a guardian",
        a_paper_waits,
        deciding,
        {"elder": sorted([*GREETED, "family_guardian"]), "family": (["case_closed", "guardian_registered"], 1)},
        long=True,
    ),
    Workflow(
        "oppose a guardian",
        guarded,
        lambda cast: [lambda: opposes(cast)],
        # Half an hour passes at the end of each run: nobody accepted.
        {"visit": "lapsed", "wallet": (50_000, 0), "family": (["relative_visit_failed", "visit_not_undone"], 1)},
        long=True,
    ),
    Workflow(
        "read a digest",
        followed_from_london,
        lambda cast: [at(cast, 23, 16)],
        {"visit": "accepted", "family": (["family_digest"], 1)},
    ),
    Workflow(
        "act on the phone",
        on_the_phone,
        activate_for_her,
        {"visit": 404, "cards": 1, "cases": ["open"], "elder": ["card_activated", "case_spoken"]},
    ),
)
