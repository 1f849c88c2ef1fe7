"""Where things stand, over the front door: the same for the person and for staff, and nothing for a stranger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from local import people
from local.people import Phone, done, new_id
from tests.builders import numbers, story
from tests.builders.story import refusal
from tests.builders.world import World


@pytest.fixture
def staff(world: World) -> Phone:
    return people.a_staff_member(world)


def seen(phone: Phone, about: str) -> dict[str, Any]:
    return done(phone.get(f"/v1/timeline/{about}"))


def states(told: dict[str, Any]) -> dict[str, str]:
    return {link["key"]: link["state"] for link in told["links"]}


class TestPerson:
    def test_is_led_from_link_to_link_until_a_card_can_be_used(self, world: World, staff: Phone) -> None:
        elder = people.a_member(world)
        expected = [("identity", "identity"), ("card", "activate"), ("money", "wallet")]
        steps: list[Callable[[], Any]] = [
            lambda: people.prove(elder, "王秀英", numbers.ELDER_NUMBER),
            lambda: people.activate(elder, people.an_activation_code(staff)),
            lambda: people.top_up(elder, 10_000),
        ]
        for (key, remedy), step in zip(expected, steps, strict=True):
            told = seen(elder, elder.person_id)
            assert (told["usable"], told["blocked"]["key"], told["blocked"]["remedy"]) == (False, key, remedy)
            assert told["blocked"]["owner"] == "you"
            assert list(states(told).values()).count("blocked") == 1
            step()
        told = seen(elder, elder.person_id)
        assert (told["usable"], told["blocked"]) == (True, None)
        assert set(states(told).values()) == {"done"}
        (card,) = done(elder.get("/v1/cards"))["items"]
        assert states(seen(elder, card["id"])) == states(told)

    def test_who_asked_for_help_is_told_that_it_is_ours(self, world: World) -> None:
        elder = people.a_member(world)
        plea = {"id": new_id("case"), "cause": "identity.name_differs", "about": elder.person_id, "text": "名字生僻"}
        done(elder.post("/v1/cases", plea), 201)
        blocked = seen(elder, elder.person_id)["blocked"]
        assert (blocked["key"], blocked["owner"], blocked["case_id"]) == ("identity", "us", plea["id"])
        assert (blocked["remedy"], blocked["by"]) == ("case", "2026-11-23T02:00:00Z")


class TestVisit:
    def test_is_the_same_for_family_and_staff_to_the_bill(self, world: World, staff: Phone) -> None:
        caregiver, caregiver_id = people.a_caregiver(world, staff)
        elder = story.an_elder(world, staff)
        visit_id = story.a_booked_visit(elder, caregiver_id)
        told = seen(elder, visit_id)
        assert (told["blocked"]["key"], told["blocked"]["owner"]) == ("accepted", "caregiver")
        assert told["blocked"]["sentence"] == done(elder.get(f"/v1/visits/{visit_id}"))["sentence"]
        assert done(staff.get(f"/v1/staff/timeline/{visit_id}")) == told
        story.go_to_service(world, caregiver, visit_id)
        done(caregiver.post(f"/v1/visits/{visit_id}/check-out", people.fix()))
        billed = seen(elder, visit_id)["blocked"]
        assert (billed["key"], billed["owner"], billed["by"]) == ("billed", "us", "2026-11-24T01:10:00Z")
        world.settle()
        assert seen(elder, visit_id)["usable"]

    def test_of_another_is_not_found_nor_is_nothing(self, world: World, staff: Phone) -> None:
        caregiver, caregiver_id = people.a_caregiver(world, staff)
        visit_id = story.a_booked_visit(story.an_elder(world, staff), caregiver_id)
        stranger = people.a_member(world)
        for phone, about in ((stranger, visit_id), (caregiver, visit_id), (stranger, new_id("vis"))):
            assert refusal(phone.get(f"/v1/timeline/{about}")) == (404, "support.nothing_known")


class TestMoney:
    def test_that_is_set_aside_is_not_there_for_another_booking(self, world: World, staff: Phone) -> None:
        _, caregiver_id = people.a_caregiver(world, staff)
        elder = story.an_elder(world, staff, balance_fen=12_800)
        assert seen(elder, elder.person_id)["usable"]
        story.a_booked_visit(elder, caregiver_id)
        blocked = seen(elder, elder.person_id)["blocked"]
        assert (blocked["key"], blocked["owner"]) == ("money", "you")

    def test_a_case_about_oneself_hides_no_deadline_of_a_visit(self, world: World, staff: Phone) -> None:
        _, caregiver_id = people.a_caregiver(world, staff)
        elder = story.an_elder(world, staff)
        visit_id = story.a_booked_visit(elder, caregiver_id)
        plea = {"id": new_id("case"), "cause": "care.cannot_book", "about": elder.person_id, "text": "约不上"}
        done(elder.post("/v1/cases", plea), 201)
        blocked = seen(elder, visit_id)["blocked"]
        assert (blocked["key"], blocked["owner"], blocked["case_id"]) == ("accepted", "caregiver", None)


class TestTopUp:
    def test_waits_for_its_payment_until_it_is_closed(self, world: World, staff: Phone) -> None:
        elder = story.an_elder(world, staff, balance_fen=0)
        order: dict[str, Any] = {"id": new_id("top"), "amount_fen": 1_000}
        placed = done(elder.post("/v1/wallet/top-ups", order), 201)
        blocked = seen(elder, order["id"])["blocked"]
        assert (blocked["key"], blocked["owner"], blocked["by"]) == ("paid", "you", "2026-11-23T02:05:00Z")
        elder.pay(placed["payment"])
        world.settle()
        assert seen(elder, order["id"])["usable"]


class TestDiagnosis:
    def test_of_a_card_stops_at_the_first_layer_that_does_not_hold(self, world: World, staff: Phone) -> None:
        elder = story.an_elder(world, staff, balance_fen=0)
        (card,) = done(elder.get("/v1/cards"))["items"]
        told = done(elder.get(f"/v1/cards/{card['id']}/diagnosis"))
        assert [(layer["key"], layer["holds"]) for layer in told["layers"]] == [
            ("data", True),
            ("window", True),
            ("device", True),
            ("entry", True),
            ("money", False),
            ("appeal", None),
        ]
        failing = told["layers"][4]
        assert (failing["remedy"], failing["sentence"].startswith("余额不够预约一次（最少 ¥56.00）")) == (
            "wallet",
            True,
        )

    def test_of_a_foreign_card_is_not_found(self, world: World, staff: Phone) -> None:
        (card,) = done(story.an_elder(world, staff).get("/v1/cards"))["items"]
        stranger = people.a_member(world)
        assert refusal(stranger.get(f"/v1/cards/{card['id']}/diagnosis")) == (404, "support.nothing_known")
