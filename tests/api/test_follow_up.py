"""Who proved their identity and got no further is asked once, in office hours, whether they need help (#24)."""

from __future__ import annotations

from typing import Any

import pytest

from local import people
from local.people import Phone, done
from tests.builders.story import shanghai
from tests.builders.world import World

NUMBER = "11010519491231002X"


@pytest.fixture
def proven(world: World) -> Phone:
    """On Monday at eight."""
    phone = people.a_member(world)
    phone.give_number()
    people.prove(phone, "李强", NUMBER)
    world.settle()
    return phone


def asked(phone: Phone) -> list[dict[str, Any]]:
    return [each for each in done(phone.get("/v1/inbox"))["items"] if each["kind"] == "activation_follow_up"]


def test_a_day_later_when_the_office_is_open_once(world: World, proven: Phone) -> None:
    for moment in ((24, 8, 0), (24, 8, 59)):
        world.clock.set_to(shanghai(*moment))
        world.settle()
        assert asked(proven) == []
    world.clock.set_to(shanghai(24, 9))
    world.settle()
    (message,) = asked(proven)
    assert message["push"] == "by_sms"
    world.read_streams_again()
    world.pass_time(hours=48)
    assert len(asked(proven)) == 1


def test_who_has_a_card_by_then_is_left_in_peace(world: World, proven: Phone) -> None:
    people.activate(proven, people.an_activation_code(people.a_staff_member(world)))
    world.settle()
    world.clock.set_to(shanghai(25, 10))
    world.settle()
    assert asked(proven) == []


def test_over_a_weekend_it_waits_for_monday(world: World) -> None:
    world.clock.set_to(shanghai(27, 12))  # a Friday
    world.settle()
    phone = people.a_member(world)
    people.prove(phone, "李强", NUMBER)
    world.settle()
    world.clock.set_to(shanghai(30, 8, 59))
    world.settle()
    assert asked(phone) == []
    world.clock.set_to(shanghai(30, 9))
    world.settle()
    assert len(asked(phone)) == 1
