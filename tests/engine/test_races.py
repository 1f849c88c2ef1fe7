"""Many at once, over HTTP against two API processes: one winner, and every loser keeps what it had."""

from __future__ import annotations

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

import boto3
import pytest
import requests

from chalicelib.kernel.ids import VisitId, id_from_bytes
from chalicelib.platform.dynamo.codec import from_wire_item
from local import people
from local.layout import url
from local.people import ADDRESS, Answer, Phone, done, fix, new_id
from tests.engine.conftest import RunningStack

pytestmark = [pytest.mark.engine, pytest.mark.slow]

TOPPED_UP_FEN = 1_000_000
OPEN = {"booked", "accepted", "on_the_way", "in_service"}


class Town:
    """Requests that go to either process, and a look at what is really stored."""

    def __init__(self, running: RunningStack) -> None:
        self.town = running.town
        self.addresses = [url(running.stack.ports.api(process)) for process in (0, 1)]
        self.staff = people.a_staff_member(self.town)
        # Never off, so that visits may cross midnight.
        always = [{"weekday": day, "from_half_hour": 0, "to_half_hour": 48} for day in range(7)]
        self.caregiver, self.caregiver_id = people.a_caregiver(self.town, self.staff, weekly=always)

    def an_elder(self) -> Phone:
        number = people.a_resident_number()
        return people.an_elder(self.town, self.staff, name="王秀英", id_number=number, balance_fen=TOPPED_UP_FEN)

    def post(self, process: int, phone: Phone, path: str, body: Any = None) -> Answer:
        answer = requests.post(
            self.addresses[process] + path,
            json=body if body is not None else {},
            headers={"Authorization": f"Bearer {phone.token}"}
            | ({"X-Acting-For": phone.acting_for} if phone.acting_for else {}),
            timeout=60,
        )
        return Answer(answer.status_code, answer.json())

    def booking(self, start_at: datetime, *, minutes: int = 60, visit_id: str | None = None) -> dict[str, Any]:
        return {
            "id": visit_id or new_id("vis"),
            "caregiver_id": self.caregiver_id,
            "service": "living_care",
            "start_at": start_at.isoformat(),
            "duration_min": minutes,
            "address": ADDRESS,
            "needs": "",
            "quote_fen": 3_200 * minutes // 30,
        }

    def owner_by_slot(self) -> dict[tuple[str, str], str]:
        owners = {}
        for item in stored("healthcard-care", f"CAREGIVER#{self.caregiver_id[4:]}", "DAY#"):
            for name, value in item.items():
                if name.startswith("s") and isinstance(value, bytes):
                    owners[(item["SK"], name)] = id_from_bytes(VisitId, value)
        return owners


def stored(table: str, partition: str, prefix: str) -> list[dict[str, Any]]:
    answer = boto3.client("dynamodb").query(
        TableName=table,
        KeyConditionExpression="PK = :p AND begins_with(SK, :s)",
        ExpressionAttributeValues={":p": {"S": partition}, ":s": {"S": prefix}},
        ConsistentRead=True,
    )
    return [from_wire_item(item) for item in answer["Items"]]


@pytest.fixture
def town(running: RunningStack) -> Town:
    return Town(running)


def test_moves_and_bookings_of_one_window_have_one_winner(town: Town) -> None:
    """Half of them have a visit already and want it at that time, half book it: each is sent twice."""
    elders = [town.an_elder() for _ in range(12)]
    day = (town.town.now() + timedelta(days=3)).replace(hour=0, minute=0, second=0, microsecond=0)
    wanted = day + timedelta(hours=14)
    movers = [(each, town.booking(day + timedelta(hours=hour))) for hour, each in enumerate(elders[:6])]
    for elder, body in movers:
        done(town.post(0, elder, "/v1/visits", body), 201)
    attempts: list[tuple[int, Phone, str, dict[str, Any]]] = []
    for process in (0, 1):
        attempts += [
            (process, elder, f"/v1/visits/{body['id']}/reschedule", {"start_at": wanted.isoformat()})
            for elder, body in movers
        ]
    for elder in elders[6:]:
        body = town.booking(wanted)
        attempts += [(process, elder, "/v1/visits", body) for process in (0, 1)]
    random.Random(2).shuffle(attempts)
    with ThreadPoolExecutor(24) as pool:
        answers = list(pool.map(lambda each: town.post(*each), attempts))
    won = [answer.body for answer in answers if answer.status in (200, 201)]
    assert len({visit["id"] for visit in won}) == 1
    assert {(answer.status, answer.body["code"]) for answer in answers if answer.status >= 400} == {
        (409, "care.slot_taken")
    }
    owners = town.owner_by_slot()
    assert Counter(owners.values())[won[0]["id"]] == 2
    # Who did not get it has the old time, whole, and the money that was set aside for it.
    for elder, body in movers:
        assert Counter(owners.values())[body["id"]] == 2
        assert done(elder.get("/v1/wallet"))["held_fen"] == 6_400
    for elder, body in movers:
        done(town.post(0, elder, f"/v1/visits/{body['id']}/cancel"))
    for visit in {each["id"]: each for each in won}.values():
        for elder in elders[6:]:
            town.post(0, elder, f"/v1/visits/{visit['id']}/cancel")
    assert town.owner_by_slot() == {}


def test_two_hundred_bookings_of_one_window_each_sent_twice(town: Town) -> None:
    elders = [town.an_elder() for _ in range(10)]
    start = (town.town.now() + timedelta(days=2)).replace(hour=2, minute=0, second=0, microsecond=0)
    wanted = [(elders[number % 10], town.booking(start)) for number in range(200)]
    attempts = [(process, elder, body) for elder, body in wanted for process in (0, 1)]
    random.Random(1).shuffle(attempts)
    with ThreadPoolExecutor(64) as pool:
        answers = list(
            pool.map(lambda each: (each[2]["id"], town.post(each[0], each[1], "/v1/visits", each[2])), attempts)
        )

    won = [answer.body for _, answer in answers if answer.status == 201]
    assert len({visit["id"] for visit in won}) == 1
    assert len(won) == 2
    assert won[0] == won[1]
    lost = [answer for visit_id, answer in answers if visit_id != won[0]["id"]]
    assert {(answer.status, answer.body["code"]) for answer in lost} == {(409, "care.slot_taken")}
    assert all(answer.body["facts"]["free_at"] for answer in lost)
    held = [done(elder.get("/v1/wallet"))["held_fen"] for elder in elders]
    assert sorted(held) == [0] * 9 + [6_400]
    assert list(town.owner_by_slot().values()) == [won[0]["id"]] * 2


def test_fifty_accounts_with_one_number_are_one_person(town: Town) -> None:
    number = people.a_resident_number()
    town.town.register_identity("王秀英", number)
    phones = [people.a_member(town.town) for _ in range(50)]

    def prove(place: int) -> tuple[int, str]:
        answer = requests.put(
            town.addresses[place % 2] + "/v1/me/identity",
            json={"name": "王秀英", "id_number": number},
            headers={"Authorization": f"Bearer {phones[place].token}"},
            timeout=60,
        )
        return answer.status_code, answer.json().get("code", "")

    with ThreadPoolExecutor(50) as pool:
        answers = Counter(pool.map(prove, range(50)))
    assert answers == {(200, ""): 1, (409, "identity.person_already_bound"): 49}
    assert sum(done(phone.get("/v1/me"))["identity_proven"] for phone in phones) == 1


class TestActivations:
    def test_fifty_people_with_one_code(self, town: Town) -> None:
        def ready() -> Phone:
            phone = people.a_member(town.town)
            people.prove(phone, "王秀英", people.a_resident_number())
            return phone

        code = people.an_activation_code(town.staff)
        phones = [ready() for _ in range(50)]
        answers = self.all_at_once(town, [(phone, code) for phone in phones])
        assert Counter(answers) == {(201, ""): 1, (409, "cards.code_already_used"): 49}

    def test_one_person_with_fifty_codes(self, town: Town) -> None:
        phone = people.a_member(town.town)
        people.prove(phone, "王秀英", people.a_resident_number())
        batch = {"id": new_id("bat"), "count": 50}
        codes = done(town.staff.post("/v1/staff/activation-codes", batch), 201)["codes"]
        answers = self.all_at_once(town, [(phone, code) for code in codes])
        assert Counter(answers) == {(201, ""): 1, (409, "cards.already_has_card"): 19, (429, "request.too_often"): 30}
        assert len(done(phone.get("/v1/cards"))["items"]) == 1

    @staticmethod
    def all_at_once(town: Town, wanted: list[tuple[Phone, str]]) -> list[tuple[int, str]]:
        def activate(number: int) -> tuple[int, str]:
            phone, code = wanted[number]
            body = {"id": new_id("card"), "activation_code": code}
            answer = town.post(number % 2, phone, "/v1/cards/activations", body)
            return answer.status, answer.body.get("code", "")

        with ThreadPoolExecutor(50) as pool:
            return list(pool.map(activate, range(len(wanted))))


def test_three_callbacks_and_four_questions_at_once_are_one_top_up(town: Town) -> None:
    phone = people.a_member(town.town)
    town.town.wechat("POST", "/callbacks/hold", {"on": True})
    body = {"id": new_id("top"), "amount_fen": 5_000}
    ordered = done(phone.post("/v1/wallet/top-ups", body), 201)
    assert phone.pay(ordered["payment"]) == "requestPayment:ok"
    notices = [each["id"] for each in town.town.wechat("GET", "/callbacks")["items"] if each["held"]]
    town.town.wechat("POST", "/callbacks/hold", {"on": False})

    def tell() -> list[int]:
        sent = {"ids": notices, "times": 3, "concurrently": True}
        return list(town.town.wechat("POST", "/callbacks/send", sent)["statuses"])

    with ThreadPoolExecutor(5) as pool:
        told = pool.submit(tell)
        asked = list(pool.map(lambda process: town.post(process % 2, phone, "/v1/wallet/top-ups", body), range(4)))
    assert set(told.result()) == {200}
    assert {answer.status for answer in asked} == {201}
    assert done(phone.get("/v1/wallet"))["available_fen"] == 5_000
    assert len(done(phone.get("/v1/wallet/entries"))["items"]) == 1


class Crowd:
    """Everybody does something at random for a while; what they did is remembered to be acted upon again."""

    def __init__(self, town: Town, seed: int) -> None:
        self.town, self.seed = town, seed
        self.elders = [town.an_elder() for _ in range(6)]
        self.visits: list[tuple[Phone, str]] = []
        self.statuses: Counter[tuple[str, int, str]] = Counter()
        self.lock = Lock()
        noon = town.town.now().replace(hour=4, minute=0, second=0, microsecond=0)
        self.start = noon + timedelta(days=1)
        town.town.move_clock_to(self.start)

    def act_until(self, deadline: float, number: int) -> None:
        chance = random.Random(self.seed * 1_000 + number)
        while time.monotonic() < deadline:
            step = chance.choice(["book", "book", "midnight", "cancel", "accept", "serve", "serve", "wait"])
            self._act(step, chance)

    def _act(self, step: str, chance: random.Random) -> None:
        process = chance.randrange(2)
        match step:
            case "book" | "midnight":
                elder = chance.choice(self.elders)
                hours = chance.choice([0.5, 0.5, 1, 2, 3, 4]) if step == "book" else 11.5
                body = self.town.booking(self.start + timedelta(hours=hours), minutes=chance.choice([60, 90, 120]))
                answer = self.town.post(process, elder, "/v1/visits", body)
                if answer.status == 201:
                    with self.lock:
                        self.visits.append((elder, body["id"]))
                self._count(step, answer)
            case "wait":
                if chance.random() < 0.3:
                    self.town.town.pass_time(timedelta(minutes=10))
            case _:
                with self.lock:
                    visits = list(self.visits)
                if visits:
                    self._step(step, *chance.choice(visits), process=process)

    def _step(self, step: str, elder: Phone, visit_id: str, *, process: int) -> None:
        path = f"/v1/visits/{visit_id}"
        if step == "cancel":
            self._count(step, self.town.post(process, elder, f"{path}/cancel"))
            return
        for name in ("accept",) if step == "accept" else ("accept", "depart", "check-in", "check-out"):
            body = fix() if name.startswith("check") else None
            self._count(name, self.town.post(process, self.town.caregiver, f"{path}/{name}", body))

    def _count(self, step: str, answer: Answer) -> None:
        with self.lock:
            self.statuses[(step, answer.status, answer.body.get("code", ""))] += 1


SEED = 7


def test_ten_seconds_of_everything_at_once(town: Town) -> None:
    crowd = Crowd(town, SEED)
    deadline = time.monotonic() + 10
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda number: crowd.act_until(deadline, number), range(12)))
    print(f"\nseed {SEED}:", dict(crowd.statuses))
    assert {status for _, status, _ in crowd.statuses} <= {200, 201, 409, 410, 422}
    assert {step for step, status, _ in crowd.statuses if status < 300} >= {"book", "midnight", "cancel", "check-out"}
    # Half an hour later nothing waits for an answer any more, and everything served is billed.
    town.town.pass_time(timedelta(minutes=35))
    town.town.until(lambda: all_settled(crowd, town), "the bills and the lapses")

    visits = {visit["id"]: visit for elder in crowd.elders for visit in all_visits(elder)}
    owners = town.owner_by_slot()
    standing = {visit_id for visit_id, visit in visits.items() if visit["status"] in OPEN | {"done"}}
    mine = {slot: visit_id for slot, visit_id in owners.items() if visit_id in visits}
    assert set(mine.values()) == standing
    assert Counter(mine.values()) == {visit_id: visits[visit_id]["duration_min"] // 30 for visit_id in standing}
    for elder in crowd.elders:
        wallet = done(elder.get("/v1/wallet"))
        bills = done(elder.get("/v1/bills?limit=50"))["items"]
        held = sum(visit["quote_fen"] for visit in all_visits(elder) if visit["status"] in OPEN)
        assert wallet["held_fen"] == held == sum(hold["amount_fen"] for hold in wallet["holds"])
        billed = sum(bill["amount_fen"] for bill in bills)
        assert wallet["available_fen"] + wallet["held_fen"] + billed == TOPPED_UP_FEN
        assert len({bill["visit_id"] for bill in bills}) == len(bills)


def all_visits(elder: Phone) -> list[dict[str, Any]]:
    visits: list[dict[str, Any]] = []
    after = ""
    while True:
        page = done(elder.get(f"/v1/visits?limit=50{after}"))
        visits += page["items"]
        if page["next"] is None:
            return visits
        after = f"&after={page['next']}"


def all_settled(crowd: Crowd, town: Town) -> bool:
    """A booking heard of only after the jump is due a minute later: time goes on between two looks."""
    if _all_settled(crowd):
        return True
    town.town.pass_time(timedelta(seconds=20))
    return False


def _all_settled(crowd: Crowd) -> bool:
    for elder in crowd.elders:
        visits = all_visits(elder)
        done_ones = {visit["id"] for visit in visits if visit["status"] == "done"}
        billed = {bill["visit_id"] for bill in done(elder.get("/v1/bills?limit=50"))["items"]}
        if done_ones != billed or any(visit["status"] == "booked" for visit in visits):
            return False
    return True


class TestFamilyLimit:
    """¥200 and five questions a day, ¥64 a visit: twelve bookings at once, each sent twice, over two processes."""

    def test_is_passed_by_no_number_of_payments_at_once(self, town: Town) -> None:
        elder, daughter = town.an_elder(), people.a_relative(town.town)
        people.give(elder, daughter)
        start = town.town.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=20)
        wanted = [town.booking(start + timedelta(hours=2 * place)) for place in range(12)]
        acting = daughter.as_family_of(elder)

        def book(place: int) -> Answer:
            return town.post(place % 2, acting, "/v1/visits", wanted[place // 2])

        with ThreadPoolExecutor(max_workers=24) as pool:
            answers = list(pool.map(book, range(24)))
        told = Counter((answer.status, answer.body.get("code")) for answer in answers)
        assert told == {(201, None): 16, (409, "request.asked_too_often"): 8}
        standing = Counter(visit["status"] for visit in done(elder.get("/v1/visits?limit=50"))["items"])
        assert standing == {"booked": 3, "asked": 5}
        assert done(elder.get("/v1/wallet"))["held_fen"] == 3 * 6_400
        (mine,) = done(daughter.get("/v1/families"))["mine"]
        assert mine["left_fen"] == 20_000 - 3 * 6_400
        acts = done(elder.get("/v1/family-acts"))["items"]
        assert sorted((each["spends_fen"], each["asks_fen"]) for each in acts) == [(0, 6_400)] * 5 + [(6_400, 0)] * 3
