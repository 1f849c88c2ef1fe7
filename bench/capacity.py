"""What booking and settlement cost DynamoDB, counted by the database itself for a realistic payload."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import boto3

from bench.figures import Figure
from local import people
from local.people import ADDRESS, Phone, done, fix, new_id
from tests.builders.engine import Engine
from tests.builders.story import booking, shanghai
from tests.builders.outside import Outside
from tests.builders.world import World

# 60 and 200 characters (design.md §9), no two lines alike: text that repeats would be packed smaller than life.
LONG_ADDRESS = (
    "上海市黄浦区南京东路街道人民大道二百号市府大院东侧梧桐里弄七号楼三单元四零二室从"
    "弄堂口进去左手第二个门禁密码请打电话问路"
)
LONG_NEEDS = (
    "老人今年八十一岁，去年冬天右髋骨折手术后走路要扶助行器，夜里要起来两三次。上午九点量血压，早饭后吃降压药和阿司匹林，"
    "药盒在厨房第二个抽屉。午饭软烂少盐，对海鲜过敏。卫生间地滑，洗澡一定要坐凳子，水温先试。耳朵背，说话请慢一点、靠右边"
    "。家里有只小猫，进出随手关门。若头晕先扶他坐下再打女儿电话，号码贴在冰箱上。下午两点康复操一刻钟，做完帮忙把窗户关好"
    "，垃圾带下楼，谢谢您，多多费心，路上小心慢一点，到门"
)

if (len(LONG_ADDRESS), len(LONG_NEEDS)) != (60, 200):
    raise AssertionError("the payload of the budget")


@dataclass
class Meter:
    """Every call to DynamoDB while it is on, with the capacity the database says it took."""

    calls: list[tuple[str, dict[str, float], float]] = field(default_factory=list)
    is_on: bool = False

    def attach(self, client: Any) -> None:
        client.meta.events.register("provide-client-params.dynamodb.*", self._ask)
        client.meta.events.register("after-call.dynamodb.*", self._note)

    @contextmanager
    def on(self) -> Iterator[None]:
        self.calls, self.is_on = [], True
        yield
        self.is_on = False

    def round_trips(self) -> int:
        return len(self.calls)

    def writes(self) -> float:
        return sum(units for name, _, units in self.calls if name == "TransactWriteItems")

    def reads(self) -> float:
        return sum(units for name, _, units in self.calls if name != "TransactWriteItems")

    def _ask(self, params: dict[str, Any], **_: Any) -> dict[str, Any]:
        return params | {"ReturnConsumedCapacity": "INDEXES"}

    def _note(self, parsed: dict[str, Any], model: Any, **_: Any) -> None:
        if not self.is_on:
            return
        told = parsed.get("ConsumedCapacity", [])
        each = told if isinstance(told, list) else [told]
        units = {table["TableName"]: float(table["CapacityUnits"]) for table in each}
        self.calls.append((model.name, units, sum(units.values())))


class Scene:
    def __init__(self, world: World, meter: Meter) -> None:
        self.world, self.meter = world, meter
        self.staff = people.a_staff_member(world)
        always = [{"weekday": day, "from_half_hour": 0, "to_half_hour": 48} for day in range(7)]
        self.caregiver, self.caregiver_id = people.a_caregiver(world, self.staff, weekly=always)
        number = people.a_resident_number()
        self.elder = people.an_elder(world, self.staff, name="王秀英", id_number=number, balance_fen=500_000)

    def book(self, start_at: datetime, *, minutes: int = 120, by: Phone | None = None) -> str:
        body = booking(
            self.caregiver_id,
            id=new_id("vis"),
            start_at=start_at.isoformat(),
            duration_min=minutes,
            quote_fen=3_200 * minutes // 30,
            address=ADDRESS | {"text": LONG_ADDRESS},
            needs=LONG_NEEDS,
        )
        return str(done((by or self.elder).post("/v1/visits", body), 201)["id"])

    def fill(self, day: int, *, but: range) -> None:
        """Visits of other families in every hour of the day but those."""
        for hour in range(24):
            if hour not in but and shanghai(day, hour) > self.world.clock():
                other = people.an_elder(
                    self.world, self.staff, name="李强", id_number=people.a_resident_number(), balance_fen=6_400
                )
                self.book(shanghai(day, hour), minutes=60, by=other)


@contextmanager
def scene() -> Iterator[Scene]:
    engine, outside, meter = Engine(), Outside(), Meter()
    try:
        with World(outside, engine) as world:
            meter.attach(boto3.client("dynamodb"))
            yield Scene(world, meter)
    finally:
        outside.stop()
        engine.stop()


def measured(here: Scene, act: Callable[[], object], name: str, *, most_wru: float) -> Iterator[Figure]:
    with here.meter.on():
        act()
    session, *rest = here.meter.calls  # the caller's session is checked first, on every route
    here.meter.calls = rest
    yield Figure(f"{name}.round_trips", here.meter.round_trips(), "", 2)
    yield Figure(f"{name}.wru", here.meter.writes(), "WRU", most_wru)
    yield Figure(f"{name}.guard_reads", here.meter.reads(), "RRU", 4)
    yield Figure(f"{name}.session_read", session[2], "RRU", None)


def measure_booking() -> Iterator[Figure]:
    with scene() as here:
        yield from measured(here, lambda: here.book(shanghai(24, 9)), "booking.empty_day", most_wru=7)
        here.fill(26, but=range(9, 11))
        yield from measured(here, lambda: here.book(shanghai(26, 9)), "booking.full_day", most_wru=7)
        yield from measured(here, lambda: here.book(shanghai(27, 23)), "booking.midnight", most_wru=9)
        yield from _by_family(here)


def _by_family(here: Scene) -> Iterator[Figure]:
    """The limit and the record of what was done are one item a day; its first act also plans the audit of the day."""
    daughter = people.a_relative(here.world)
    people.give(here.elder, daughter, limit_fen=500_000)
    acting = daughter.as_family_of(here.elder)
    for name, day, most_wru in (("first_of_a_day", 28, 11), ("later", 29, 9)):
        with here.meter.on():
            here.book(shanghai(day, 9), by=acting)
        # On every route the session is checked first, and for family the grant: one read, and one of three items.
        known, booking_ = here.meter.calls[:3], here.meter.calls[3:]
        here.meter.calls = booking_
        yield Figure(f"booking.by_family.{name}.round_trips", here.meter.round_trips(), "", 2)
        yield Figure(f"booking.by_family.{name}.wru", here.meter.writes(), "WRU", most_wru)
        yield Figure(f"booking.by_family.{name}.session_and_grant_reads", sum(each[2] for each in known), "RRU", None)


def measure_settlement() -> Iterator[Figure]:
    with scene() as here:
        visit_id = here.book(shanghai(24, 9))
        done(here.caregiver.post(f"/v1/visits/{visit_id}/accept"))
        here.world.clock.set_to(shanghai(24, 8, 30))
        done(here.caregiver.post(f"/v1/visits/{visit_id}/depart"))
        here.world.clock.set_to(shanghai(24, 9))
        done(here.caregiver.post(f"/v1/visits/{visit_id}/check-in", fix()))
        here.world.settle()
        here.world.clock.advance(timedelta(minutes=100))
        done(here.caregiver.post(f"/v1/visits/{visit_id}/check-out", fix()))
        with here.meter.on():
            here.world.settle()
        bills = [
            (name, units, total)
            for name, units, total in here.meter.calls
            if name == "TransactWriteItems" and set(units) == {"healthcard-billing"} and total > 2
        ]
        yield Figure("settlement.transactions", len(bills), "", 1)
        yield Figure("settlement.wru", sum(total for _, _, total in bills), "WRU", 4)
