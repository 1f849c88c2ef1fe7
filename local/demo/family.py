"""`make demo JOURNEY=family`: a daughter abroad acts for her mother, within a limit, and only while she lets her."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from chalicelib.kernel.money import Money
from local import people
from local.demo import elders
from local.demo.scene import a_booking, in_time, must, next_at, said_no
from local.demo.story import Narrator
from local.people import Answer, Phone, Unexpected, done
from local.town import HttpTown

SCOPES = ("view_visits", "book", "pay", "manage_cards")
# ¥300 a day; each visit costs ¥128, so two are within it and a third is not.
LIMIT_FEN = 30_000


@dataclass(frozen=True, slots=True)
class Kept:
    """What a person can check at the end: all of it as the mother reads it herself."""

    acts: list[dict[str, Any]]
    looks: list[dict[str, Any]]
    spent: Money
    limit: Money
    available: Money
    held: Money
    topped_up: Money
    elders: list[tuple[str, str]]


@dataclass
class Scene:
    town: HttpTown
    caregiver: Phone
    caregiver_id: str
    mother: Phone
    daughter: Phone
    day: int = 0

    @property
    def hers(self) -> Phone:
        """The daughter's phone, switched to her mother."""
        return self.daughter.as_family_of(self.mother)

    def wanted(self) -> dict[str, Any]:
        """Each on a day of its own."""
        self.day += 1
        start_at = next_at(self.town.now(), hour=9) + timedelta(days=self.day)
        return a_booking(self.town, self.caregiver_id, start_at=start_at)

    def left(self) -> Money:
        (mine,) = done(self.daughter.get("/v1/families"))["mine"]
        return Money(mine["left_fen"])

    def told(self, phone: Phone, kind: str) -> list[str]:
        return [each["text"] for each in done(phone.get("/v1/inbox"))["items"] if each["kind"] == kind]


def play(town: HttpTown, narrator: Narrator) -> Kept:
    """Raises Unexpected at the first step that does not hold."""
    town.move_clock_to(next_at(town.now(), hour=8))
    staff = people.a_staff_member(town)
    caregiver, caregiver_id = people.a_caregiver(town, staff)
    mother = people.a_member(town)
    mother.give_number()
    people.prove(mother, "王秀英", people.a_resident_number())
    daughter = people.a_relative(town, "李小梅")
    scene = Scene(town, caregiver, caregiver_id, mother, daughter)
    first, second = people.an_activation_code(staff), people.an_activation_code(staff)
    grant_id = _sets_up(scene, narrator, first)
    _books_within(scene, narrator)
    asked = _stopped_by_two_at_once(scene, narrator)
    _no_more_than_given(scene, narrator)
    _says_yes_and_no(scene, narrator, asked)
    _who_looked(scene, narrator, asked)
    _taken_back(scene, narrator, grant_id)
    shown = elders.play(
        town, narrator, code=second, caregiver=caregiver, caregiver_id=caregiver_id, daughter=daughter
    )
    mother.log_in()
    return _kept(scene, shown)


def _sets_up(scene: Scene, narrator: Narrator, code: str) -> str:
    invitation = people.invite(scene.mother, *SCOPES, limit_fen=LIMIT_FEN)
    narrator.step(
        "王秀英",
        f"invites her daughter in WeChat: look, book, pay up to {Money(LIMIT_FEN)} a day, activate her card.",
    )
    grant = people.accept(scene.daughter, invitation)
    stranger = people.a_relative(scene.town, "张三")
    refused = stranger.post("/v1/invitations/accept", {"code": invitation["code"]})
    narrator.step("Somebody else", "has the same link, a moment too late:", said_no(refused))
    in_time(scene.town, lambda: len(scene.told(scene.mother, "family_linked")) == 1, "her mother to be told")
    narrator.step("李小梅", "accepts, and her mother is told:", scene.told(scene.mother, "family_linked")[0])
    people.activate(scene.hers, code)
    people.top_up(scene.hers, 50_000)
    narrator.step("李小梅", "activates the card and pays ¥500.00 into her mother's purse, from abroad.")
    return str(grant["id"])


def _books_within(scene: Scene, narrator: Narrator) -> None:
    visit = done(scene.hers.post("/v1/visits", scene.wanted()), 201)
    must(visit["status"] == "booked", "the first visit to be booked")
    in_time(scene.town, lambda: "预约护工上门" in str(scene.told(scene.mother, "family_acted")), "the news of it")
    narrator.step(
        "李小梅",
        f"books {visit['caregiver_name']} for ¥128.00; {scene.left()} of today is left. Her mother reads:",
        next(each for each in scene.told(scene.mother, "family_acted") if "预约护工上门" in each),
    )


def _stopped_by_two_at_once(scene: Scene, narrator: Narrator) -> list[str]:
    """Four more at the very same moment, each sent twice: one is within what is left, three are not."""
    wanted = [scene.wanted() for _ in range(4)]
    with ThreadPoolExecutor(max_workers=8) as pool:
        answers: list[Answer] = list(pool.map(lambda body: scene.hers.post("/v1/visits", body), wanted * 2))
    statuses = sorted(done(scene.mother.get(f"/v1/visits/{body['id']}"))["status"] for body in wanted)
    must({answer.status for answer in answers} == {201}, "every answer to be clear")
    must(statuses == ["asked"] * 3 + ["booked"], f"one of four within the limit, not {statuses}")
    must(scene.left() == Money(LIMIT_FEN - 2 * 12_800), "the limit to hold")
    asked = [body["id"] for body in wanted if _status(scene, body["id"]) == "asked"]
    narrator.step(
        "李小梅",
        f"presses four times at once, each sent twice: one is booked, three ask; {scene.left()} is left. She reads:",
        done(scene.hers.get(f"/v1/visits/{asked[0]}"))["sentence"],
    )
    return asked


def _no_more_than_given(scene: Scene, narrator: Narrator) -> None:
    for path in ("/v1/cases", "/v1/inbox", "/v1/me"):
        refused = scene.hers.get(path)
        must(refused.status == 403, f"{path} to be closed to her")
    widen = {"id": people.new_id("grant"), "relation": "son", "scopes": ["book"]}
    narrator.step(
        "李小梅",
        "tries to invite her brother in her mother's name:",
        said_no(scene.hers.post("/v1/invitations", widen)),
    )


def _says_yes_and_no(scene: Scene, narrator: Narrator, asked: list[str]) -> None:
    first, second, third = asked
    in_time(scene.town, lambda: len(scene.told(scene.mother, "visit_asked")) == 3, "her mother to be asked")
    narrator.step("王秀英", "is asked three times, in her own phone:", scene.told(scene.mother, "visit_asked")[0])
    done(scene.mother.post(f"/v1/visits/{first}/approve"))
    done(scene.mother.post(f"/v1/visits/{second}/cancel"))
    must((_status(scene, first), _status(scene, second)) == ("booked", "not_approved"), "her yes and her no to count")
    narrator.step("王秀英", "says yes to one and no to another; of the third she says nothing.")
    done(scene.caregiver.post(f"/v1/visits/{first}/accept"))
    scene.town.pass_time(timedelta(hours=24))
    in_time(scene.town, lambda: _status(scene, third) != "asked", "a day without an answer to end")
    must(_status(scene, third) == "booked", "it to be booked, for who may pay")
    narrator.step("After 24 hours", "without an answer the third is booked by itself, as both were told beforehand.")


def _who_looked(scene: Scene, narrator: Narrator, asked: list[str]) -> None:
    scene.caregiver.log_in()
    done(scene.caregiver.get(f"/v1/caregiver/visits/{asked[0]}"))
    seen = {(each["who"], each["what"]) for each in done(scene.mother.get("/v1/access-log"))["items"]}
    must({("女儿", "看上门"), ("李护理员", "上门的时间、地址和需要")} <= seen, f"both to be listed, not {seen}")
    said = "；".join(f"{who}：{what}" for who, what in sorted(seen))
    narrator.step("王秀英", "looks who has looked:", said)


def _taken_back(scene: Scene, narrator: Narrator, grant_id: str) -> None:
    done(scene.mother.post(f"/v1/grants/{grant_id}/end"))
    refused = scene.hers.get("/v1/visits")
    narrator.step("王秀英", "takes it back with one tap. The very next request:", said_no(refused))
    if scene.hers.post("/v1/visits", scene.wanted()).status != 403:
        raise Unexpected("she could still book")


def _status(scene: Scene, visit_id: str) -> str:
    return str(done(scene.mother.get(f"/v1/visits/{visit_id}"))["status"])


def _kept(scene: Scene, shown: list[tuple[str, str]]) -> Kept:
    wallet = done(scene.mother.get("/v1/wallet"))
    acts = done(scene.mother.get("/v1/family-acts"))["items"]
    kept = Kept(
        acts=list(reversed(acts)),
        looks=done(scene.mother.get("/v1/access-log"))["items"],
        spent=Money(sum(each["spends_fen"] for each in acts)),
        limit=Money(LIMIT_FEN),
        available=Money(wallet["available_fen"]),
        held=Money(wallet["held_fen"]),
        topped_up=Money(50_000),
        elders=shown,
    )
    must(kept.available.fen + kept.held.fen == kept.topped_up.fen, f"the purse to balance: {wallet}")
    must(kept.spent.fen <= kept.limit.fen, f"the limit to hold: {kept.spent}")
    must(scene.town.dead_letters() == 0, "no event to be lost")
    return kept
