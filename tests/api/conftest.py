"""Here a world's DynamoDB is the fake that the contract tests hold to the real one; the journeys run on those."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from local import people
from local.people import ADDRESS, HOME, Answer, Phone, done
from tests.builders.fake_aws import FakeSqs
from tests.builders.fake_dynamodb import FakeDynamoDB
from tests.builders.outside import Outside
from tests.builders.story import booking, shanghai
from tests.builders.world import World


@pytest.fixture(scope="module")
def town(outside: Outside) -> Iterator[World]:
    """One world for a module whose tests leave its clock alone and bring their own people."""
    with World(outside, FakeDynamoDB(), queues=FakeSqs()) as world:
        yield world


@pytest.fixture
def world(outside: Outside) -> Iterator[World]:
    with World(outside, FakeDynamoDB(), queues=FakeSqs()) as world:
        yield world


@pytest.fixture
def world_on_sqs(outside: Outside) -> Iterator[World]:
    """With moto's queues: what comes again, and what is given up, is theirs to decide."""
    with World(outside, FakeDynamoDB()) as world:
        yield world


@pytest.fixture
def agent(world: World) -> Phone:
    return people.a_staff_member(world, "agent")


@pytest.fixture
def rescue(world: World) -> Phone:
    return people.a_staff_member(world, "rescue")


_TOWNS = itertools.count()


@dataclass
class Cast:
    town: World
    staff: Phone
    caregiver: Phone
    caregiver_id: str
    elder: Phone
    home: dict[str, Any]

    def book(self, **changes: Any) -> Answer:
        return self.elder.post("/v1/visits", self.wanted(**changes))

    def wanted(self, **changes: Any) -> dict[str, Any]:
        return booking(self.caregiver_id, **({"address": ADDRESS | {"location": self.home}} | changes))

    def wallet(self) -> dict[str, Any]:
        return done(self.elder.get("/v1/wallet"))

    def search(self, **changes: Any) -> dict[str, Any]:
        wanted = {
            "service": "living_care",
            "start_at": shanghai(24, 9).isoformat(),
            "duration_min": 120,
            "location": self.home,
        }
        return done(self.elder.post("/v1/caregivers/search", wanted | changes))


@pytest.fixture(scope="module")
def staff(town: World) -> Phone:
    return people.a_staff_member(town)


@pytest.fixture
def cast(town: World, staff: Phone) -> Cast:
    """A caregiver and an elder of one's own, in a town of their own, so that tests do not meet."""
    home = HOME | {"lat": 25 + next(_TOWNS) / 2}
    base = home | {"lat": home["lat"] + 1_478 / people.METRES_PER_DEGREE_NORTH}
    caregiver, caregiver_id = people.a_caregiver(town, staff, base=base)
    elder = people.an_elder(town, staff, name="王秀英", id_number=people.a_resident_number(), balance_fen=50_000)
    return Cast(town, staff, caregiver, caregiver_id, elder, home)
