"""A code read to the registered phone and keyed back: the agent sees only that it was (features.md A4)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from local import people
from local.people import Answer, Phone, done
from tests.builders import story
from tests.builders.line import Line
from tests.builders.story import refusal
from tests.builders.talks import on_behalf, talk
from tests.builders.world import World


@pytest.fixture
def elder(world: World) -> Phone:
    """Whose phone has been hers for three days."""
    elder = story.an_elder(world, people.a_staff_member(world))
    world.pass_time(days=3)
    elder.log_in()
    return elder


@pytest.fixture
def agent(world: World, elder: Phone) -> Phone:
    return people.a_staff_member(world, "agent")


@pytest.fixture
def line(world: World, elder: Phone, agent: Phone) -> Line:
    """She is on the phone with the agent."""
    talk(agent, elder)
    return Line(world)


def rung(agent: Phone, elder: Phone) -> Answer:
    return on_behalf(agent, elder.person_id, "POST", "/v1/me/voice-codes")


def seen(agent: Phone, elder: Phone, otp: dict[str, Any]) -> dict[str, Any]:
    return done(on_behalf(agent, elder.person_id, "GET", f"/v1/otp/{otp['id']}"))


def sure(elder: Phone) -> tuple[str, str]:
    me = done(elder.get("/v1/me"))
    return me["proven_by"], me["assurance"]


def test_what_she_keys_back_makes_us_as_sure_as_a_face(line: Line, agent: Phone, elder: Phone) -> None:
    assert sure(elder) == ("name_number", "known")
    otp = done(rung(agent, elder), 201)
    ((_, told),) = line.heard()
    digits = told["values"][0]
    assert (told["phone"], told["call"], told["keys"], len(digits)) == (elder.number, True, 6, 6)
    assert "，".join(digits) in told["text"]
    assert digits not in json.dumps(otp)
    line.keys(digits)
    after = seen(agent, elder, otp)
    assert after["used_at"] is not None
    assert digits not in json.dumps(after)
    assert sure(elder) == ("voice", "held")


def test_the_same_keys_told_twice_count_once_and_wrong_ones_not(line: Line, agent: Phone, elder: Phone) -> None:
    otp = done(rung(agent, elder), 201)
    digits = line.heard()[0][1]["values"][0]
    line.keys("000000" if digits != "000000" else "111111")
    after = seen(agent, elder, otp)
    assert (after["state"], after["used_at"], sure(elder)[1]) == ("miskeyed", None, "known")
    line.world.pass_time(minutes=1)
    done(rung(agent, elder), 201)
    line.keys(line.heard()[1][1]["values"][0])
    line.keys(line.heard()[1][1]["values"][0])
    assert sure(elder) == ("voice", "held")


def test_after_five_minutes_it_is_too_late(line: Line, agent: Phone, elder: Phone) -> None:
    done(rung(agent, elder), 201)
    line.world.pass_time(minutes=5)
    line.keys(line.heard()[0][1]["values"][0])
    assert sure(elder) == ("name_number", "known")


def test_the_code_of_the_call_before_is_worth_nothing(line: Line, agent: Phone, elder: Phone) -> None:
    done(rung(agent, elder), 201)
    line.world.pass_time(minutes=1)
    done(rung(agent, elder), 201)
    line.keys(line.heard()[0][1]["values"][0], call=0)
    assert sure(elder) == ("name_number", "known")


def test_not_again_within_a_minute(line: Line, agent: Phone, elder: Phone) -> None:
    done(rung(agent, elder), 201)
    assert refusal(rung(agent, elder)) == (429, "identity.otp_too_soon")


def test_where_nobody_rings_it_is_said(world: World, agent: Phone, elder: Phone) -> None:
    talk(agent, elder)
    Line(world, rings=False)
    assert refusal(rung(agent, elder)) == (409, "identity.nobody_rings")


def test_is_written_into_her_case_and_not_done_without_a_talk(
    world: World, line: Line, agent: Phone, elder: Phone
) -> None:
    stranger = people.a_member(world)
    people.prove(stranger, "李强", people.a_resident_number())
    assert refusal(rung(agent, stranger)) == (403, "request.not_agreed")
    done(rung(agent, elder), 201)
    (case,) = done(elder.get("/v1/cases"))["items"]
    posts = done(elder.get(f"/v1/cases/{case['id']}"))["posts"]
    assert any("打自动电话核实" in each["text"] for each in posts)


def test_nobody_makes_us_sure_of_themselves_nor_by_a_phone_of_today(
    world: World, line: Line, agent: Phone, elder: Phone
) -> None:
    """Who knows name and number could register a phone of their own, and take the call there."""
    assert refusal(elder.post("/v1/me/voice-codes")) == (403, "request.not_on_behalf")
    done(rung(agent, elder), 201)
    digits = line.heard()[0][1]["values"][0]
    world.wechat("POST", "/users", {"openid": elder.openid, "phone": "+8613912345678"})
    elder.give_number()
    line.keys(digits)
    elder.log_in()
    assert sure(elder) == ("name_number", "known")
    world.pass_time(minutes=1)
    assert refusal(rung(agent, elder)) == (409, "identity.no_phone_to_ring")
