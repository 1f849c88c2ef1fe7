"""What messages cost: reminders that fall due in one minute, and a family's month with and without SMS."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import boto3

from bench.capacity import Meter
from bench.figures import Figure
from chalicelib.kernel.time import to_wire
from chalicelib.notify import store as notify_store
from chalicelib.platform.dynamo.codec import to_wire_item
from chalicelib.platform.dynamo.due import Due, due_write
from chalicelib.platform.dynamo.expressions import wire_key
from local import people
from local.lambda_events import schedule_event
from local.people import done, fix, new_id
from local.worker import Worker
from tests.builders.engine import Engine
from tests.builders.fake_aws import FakeSqs
from tests.builders.fake_dynamodb import FakeDynamoDB
from tests.builders.outside import Outside
from tests.builders.numbers import ELDER_NUMBER
from tests.builders.story import booking, shanghai
from tests.builders.telling import Scene
from tests.builders.world import World

TABLE = "healthcard-notify"
DUE_AT_ONCE = 140_000
FEW = 1_000
WRITTEN_TOGETHER = 25
SENT_TOGETHER = 10
MEGABYTE = 1 << 20
# Names and values of an entry's attributes, at most.
DUE_BYTES = 240
CALLS_EACH = 8
# One call to WeChat, to a gateway or to the database, as slow as we think it: for the estimate alone.
CALL_S = 0.03
HERE = Path(__file__).parent


def measure_reminders() -> Iterator[Figure]:
    """What each costs is told by the local database, for a few; that none is lost is counted over all, in memory.

    The local database takes the longer for a write the more a streamed table holds: 140,000 are beyond it.
    """
    outside = Outside()
    try:
        engine, meter, queues = Engine(), Meter(), FakeSqs()
        with World(outside, engine, queues=queues) as world:
            client = boto3.client("dynamodb")
            meter.attach(client)
            yield from _one_reminder(Scene(world), meter)
            yield from _a_few_at_once(world, client, meter)
        engine.stop()
        paged, queues = PagedDynamoDB(), FakeSqs()
        with World(outside, paged, queues=queues) as world:
            yield from _all_at_once(world, paged, queues)
    finally:
        outside.stop()


class PagedDynamoDB(FakeDynamoDB):
    """Answers a query with a megabyte at most, as DynamoDB does; due entries are all of about one size.

    `calls` counts those of each thread: a thread makes them one after the other.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pages = 0
        self.calls = Counter[int]()
        self._one_at_a_time = threading.Lock()

    def query(self, **request: Any) -> dict[str, Any]:
        with self._one_at_a_time:
            self.calls[threading.get_ident()] += 1
            if request["ExpressionAttributeValues"][":p"].get("S", "").startswith("DUE#"):
                self.pages += 1
                request |= {"Limit": MEGABYTE // DUE_BYTES}
            return super().query(**request)

    def batch_write_item(self, **request: Any) -> dict[str, Any]:
        with self._one_at_a_time:
            self.calls[threading.get_ident()] += 1
            return super().batch_write_item(**request)


def _one_reminder(scene: Scene, meter: Meter) -> Iterator[Figure]:
    """From planning it to its push, by WeChat and by SMS."""
    scene.elder.consent("visit_status", 9)
    visit_id = scene.book(shanghai(25, 14))
    with meter.on():
        scene.step(visit_id, "accept")
    planned = [units for name, units, _ in meter.calls if name == "TransactWriteItems" and set(units) == {TABLE}]
    # The first of these keeps the message of the acceptance, 2 units, and plans two reminders with it.
    yield Figure("reminders.planned_wru_each", (planned[0][TABLE] - 2) / 2, "WRU", 2)
    for name, credits_left in (("by_wechat", True), ("by_sms", False)):
        if not credits_left:
            scene.world.wechat("POST", "/switches", {"openid": scene.elder.openid, "templates": ["visit_status"]})
            scene.world.settle()
        moment = (24, 18) if credits_left else (25, 12)
        scene.world.clock.set_to(shanghai(*moment))
        with meter.on():
            scene.world.settle()
        sent = Counter[str]()
        for call, units, total in meter.calls:
            if TABLE in units or "healthcard-platform" in units:
                sent["w" if "Write" in call else "r"] += round(total * 2)
        yield Figure(f"reminders.{name}_wru", sent["w"] / 2, "WRU", None)


def _stage_due(world: World, client: Any, due_at: datetime, count: int) -> Counter[str]:
    """So many reminders for that minute; how many stand in each shard."""
    shards = Counter[str]()
    for start in range(0, count, WRITTEN_TOGETHER):
        requests = []
        for _ in range(start, start + WRITTEN_TOGETHER):
            subject = f"visit_tomorrow {new_id('vis')} {to_wire(due_at + timedelta(hours=15))}"
            write: Any = due_write(TABLE, Due(subject, due_at), now=world.clock(), shards=notify_store.SHARDS)
            shards[write.key.pk] += 1
            item = wire_key(write.key) | to_wire_item(dict(write.item))
            size = sum(len(name) + len(value["S"]) for name, value in item.items())
            if size > DUE_BYTES:
                raise AssertionError(f"a due entry of {size} bytes")
            requests.append({"PutRequest": {"Item": item}})
        client.batch_write_item(RequestItems={TABLE: requests})
    return shards


def _tick(world: World, due_at: datetime) -> None:
    world.clock.set_to(due_at)
    world.client.lambda_.invoke("notify_due", schedule_event("notify_due", world.clock()))


def _a_few_at_once(world: World, client: Any, meter: Meter) -> Iterator[Figure]:
    due_at = shanghai(27, 18)
    world.clock.set_to(due_at - timedelta(minutes=2))
    world.settle()
    _stage_due(world, client, due_at, FEW)
    with meter.on():
        _tick(world, due_at)
    read = sum(total for name, _, total in meter.calls if name == "Query")
    deleted = sum(total for name, _, total in meter.calls if name == "BatchWriteItem")
    yield Figure("reminders.read_per_1000", 1000 * read / FEW, "RRU", 75)
    yield Figure("reminders.deleted_wru_each", deleted / FEW, "WRU", 1)


def _all_at_once(world: World, database: PagedDynamoDB, queues: FakeSqs) -> Iterator[Figure]:
    due_at = shanghai(27, 18)
    world.clock.set_to(due_at - timedelta(minutes=2))
    world.settle()
    shards = _stage_due(world, database, due_at, DUE_AT_ONCE)
    queues.queues.clear()
    database.pages = 0
    database.calls.clear()
    _tick(world, due_at)
    messages = queues.queues.get("healthcard-reminders", ())
    handed = [subject for each in messages for subject, _ in json.loads(each["Body"])["data"]["dues"]]
    left = sum(key[0].startswith("DUE#2026") for key in database.tables[TABLE].items)
    yield Figure("reminders.due_in_one_minute", DUE_AT_ONCE, "", None)
    yield Figure("reminders.not_handed_over_in_it", DUE_AT_ONCE - len(set(handed)), "", 0)
    yield Figure("reminders.handed_over_twice", len(handed) - len(set(handed)), "", 0)
    yield Figure("reminders.left_behind", left, "", 0)
    yield Figure("reminders.pages_read", database.pages, "", 80)
    yield Figure("reminders.hottest_key", 100 * max(shards.values()) / DUE_AT_ONCE, "%", 14)
    yield Figure("reminders.runs", len(messages), "", None)
    # Of the database, and of the queue for ten runs at a time.
    longest = max(database.calls.values()) + len(messages) / len(shards) / SENT_TOGETHER
    yield Figure("reminders.calls_one_after_the_other", longest, "", 60 / CALL_S)
    # Eight calls a reminder, one after the other: how many functions at once send all within the minute.
    yield Figure("reminders.functions_at_once", DUE_AT_ONCE * CALLS_EACH * CALL_S / 60, "", 1000)


def measure_messages() -> Iterator[Figure]:
    assumed = json.loads((HERE / "assumptions.json").read_text())
    prices = json.loads((HERE / "prices.json").read_text())
    engine, outside, meter, queues = Engine(), Outside(), Meter(), FakeSqs()
    try:
        with World(outside, engine, queues=queues) as world:
            meter.attach(boto3.client("dynamodb"))
            family = _Family(world, assumed)
            with meter.on():
                counts = family.month()
            counts |= _units(meter)
    finally:
        outside.stop()
        engine.stop()
    visits = assumed["visits_a_month"]
    pushed = counts["sent"] + counts["by_sms"]
    sms = counts["sms"] * prices["fen"]["sms"]
    rest = _rest(counts, prices)
    yield Figure("messages.pushed_per_visit", pushed / visits, "", None)
    yield Figure("messages.sms_share", 100 * counts["by_sms"] / pushed, "%", None)
    yield Figure("messages.family_month", (sms + rest) / 100, "¥", None)
    yield Figure("messages.family_month_without_sms", rest / 100, "¥", None)
    yield Figure("messages.million_orders", (sms + rest) / visits * 10_000 / 1000, "k¥", None)
    yield Figure("messages.million_orders_without_sms", rest / visits * 10_000 / 1000, "k¥", None)


class _Family:
    """Books, is visited, pays by itself and is told of it: everything over the front door."""

    def __init__(self, world: World, assumed: dict[str, Any]) -> None:
        self.world, self.assumed = world, assumed
        self.staff = people.a_staff_member(world)
        self.caregiver, self.caregiver_id = people.a_caregiver(world, self.staff)
        self.elder = people.an_elder(world, self.staff, name="王秀英", id_number=ELDER_NUMBER, balance_fen=200_000)
        self.popups = self.requests = self.invoked = 0

    def month(self) -> Counter[str]:
        invoke, request = Worker._invoke, World.request

        def invoked(worker: Worker, name: str, event: dict[str, Any]) -> Any:
            # The schedules run for everybody: no family pays for them.
            self.invoked += "Records" in event
            return invoke(worker, name, event)

        def requested(world: World, *given: Any, **named: Any) -> Any:
            self.requests += 1
            return request(world, *given, **named)

        before = len(self.world.sms())
        with patch.object(Worker, "_invoke", invoked), patch.object(World, "request", requested):
            for number in range(self.assumed["visits_a_month"]):
                self._visit(number)
        items = done(self.elder.get("/v1/inbox?limit=50"))["items"]
        items += done(self.caregiver.get("/v1/inbox?limit=50"))["items"]
        ways = Counter(each["push"] for each in items)
        return Counter(
            sent=ways["sent"],
            by_sms=ways["by_sms"],
            sms=len(self.world.sms()) - before,
            requests=self.requests,
            invoked=self.invoked,
        )

    def _visit(self, number: int) -> None:
        """Booked at ten, for the next day at two: twice a week."""
        world = self.world
        day = world.clock().replace(hour=2, minute=0) + timedelta(days=0 if number == 0 else (3 + number % 2))
        world.clock.set_to(max(day, world.clock()))
        world.settle()
        for phone in (self.elder, self.caregiver):
            phone.log_in()
        start = world.clock().replace(hour=6, minute=0, second=0, microsecond=0) + timedelta(days=1)
        body = booking(self.caregiver_id, start_at=start.isoformat())
        self._popup(self.caregiver, "working", always=True)
        done(self.elder.post("/v1/visits", body), 201)
        self._popup(self.elder, "booking")
        world.settle()
        done(self.caregiver.post(f"/v1/visits/{body['id']}/accept"))
        world.settle()
        for moment, step in (
            (start - timedelta(hours=20), ""),
            (start - timedelta(hours=2), ""),
            (start - timedelta(minutes=30), "depart"),
            (start, "check-in"),
            (start + timedelta(hours=2), "check-out"),
        ):
            world.clock.set_to(moment)
            world.settle()
            if step:
                at = fix() if step.startswith("check") else None
                done(self.caregiver.post(f"/v1/visits/{body['id']}/{step}", at))
                world.settle()

    def _popup(self, phone: people.Phone, moment: str, *, always: bool = False) -> None:
        asks = done(phone.get(f"/v1/me/templates-to-ask?moment={moment}"))["template_ids"]
        if not asks:
            return
        share = self.assumed["popups_accepted"]
        accepts = always or int((self.popups + 1) * share) > int(self.popups * share)
        self.popups += not always
        answers = dict.fromkeys(asks, "accept" if accepts else "reject")
        self.world.wechat("POST", "/popups", {"openid": phone.openid, "answers": answers})
        self.world.settle()


def _units(meter: Meter) -> dict[str, int]:
    writes = sum(total for name, _, total in meter.calls if "Write" in name)
    reads = sum(total for name, _, total in meter.calls if "Write" not in name)
    return {"writes": round(writes), "reads": round(reads)}


def _rest(counts: Counter[str], prices: dict[str, Any]) -> float:
    """In fen; each event in a queue is sent, received and deleted."""
    fen = prices["fen"]
    functions = counts["requests"] + counts["invoked"]
    million = (
        counts["writes"] * fen["million_write_units"]
        + counts["reads"] * fen["million_read_units"]
        + functions * fen["million_lambda_requests"]
        + functions * prices["lambda_gb_s_each"] * fen["thousand_lambda_gb_s"] * 1_000
        + 3 * counts["invoked"] * fen["million_queue_requests"]
        + counts["requests"] * fen["million_api_requests"]
    )
    return float(million) / 1_000_000
