"""Batches of activation codes: the last day they are good on, and those that were lost and revoked."""

from __future__ import annotations

import pytest

from local import people
from local.people import Answer, Phone, an_activation_code, done, new_id
from tests.builders.story import shanghai
from tests.builders.world import World


@pytest.fixture
def staff(world: World) -> Phone:
    return people.a_staff_member(world)


@pytest.fixture
def member(world: World) -> Phone:
    """With a proven identity."""
    member = people.a_member(world)
    people.prove(member, "王秀英", people.a_resident_number())
    return member


def activate(phone: Phone, code: str, card_id: str | None = None) -> Answer:
    return phone.post("/v1/cards/activations", {"id": card_id or new_id("card"), "activation_code": code})


def batch(staff: Phone, **changes: object) -> dict[str, str]:
    """One code, with the batch it is of."""
    issued = done(staff.post("/v1/staff/activation-codes", {"id": new_id("bat"), "count": 1} | changes), 201)
    return {"id": issued["id"], "code": issued["codes"][0]}


def revoke(staff: Phone, of: dict[str, str]) -> Answer:
    return staff.post(f"/v1/staff/activation-codes/{of['id']}/revoke", {"text": "寄丢了一箱"})


class TestCodesThatAreNotGoodAnyMore:
    def test_each_says_why(self, world: World, staff: Phone, member: Phone) -> None:
        """features.md C3: four codes for those concerned."""
        lost, used = batch(staff), an_activation_code(staff)
        done(revoke(staff, lost))
        neighbour = people.a_member(world)
        people.prove(neighbour, "李强", people.a_resident_number())
        done(activate(neighbour, used), 201)
        answers = [activate(member, code) for code in (lost["code"], "0" * 16, used)]
        assert [(each.status, each.body["code"]) for each in answers] == [
            (410, "cards.code_revoked"),
            (422, "cards.code_not_recognised"),
            (409, "cards.code_already_used"),
        ]
        assert done(member.get("/v1/cards"))["items"] == []

    def test_the_last_day_is_in_shanghai_and_counts(self, world: World) -> None:
        staff, members = people.a_staff_member(world), [people.a_member(world) for _ in range(2)]
        for phone in members:
            people.prove(phone, "王秀英", people.a_resident_number())
        code, other = (batch(staff, use_by="2026-11-23")["code"] for _ in range(2))
        world.clock.set_to(shanghai(23, 23, 59))
        done(activate(members[0], code), 201)
        world.clock.set_to(shanghai(24, 0))
        late = activate(members[1], other)
        assert (late.status, late.body["code"]) == (410, "cards.code_expired")
        assert late.body["message"] == "这个激活码最晚要在 2026年11月23日 激活，已经过期了。"

    def test_a_last_day_that_is_over_is_refused(self, staff: Phone) -> None:
        body = {"id": new_id("bat"), "count": 1, "use_by": "2026-11-22"}
        answer = staff.post("/v1/staff/activation-codes", body)
        assert (answer.status, answer.body["code"]) == (422, "cards.use_by_past")

    def test_what_was_activated_before_stays_a_card_and_a_resend_its_answer(
        self, staff: Phone, member: Phone
    ) -> None:
        of, card_id = batch(staff), new_id("card")
        card = done(activate(member, of["code"], card_id), 201)
        for _ in range(2):
            told = done(revoke(staff, of))
            assert (told["revoked_at"], told["revoked_for"]) == ("2026-11-23T00:00:00Z", "寄丢了一箱")
        assert done(activate(member, of["code"], card_id), 201) == card
        assert done(member.get("/v1/cards"))["items"] == [card]

    def test_are_revoked_by_a_supervisor_and_only_if_there_are_any(self, world: World, staff: Phone) -> None:
        of = batch(staff)
        agent = people.a_staff_member(world, "agent")
        assert revoke(agent, of).status == 403
        unknown = revoke(staff, {"id": new_id("bat")})
        assert (unknown.status, unknown.body["code"]) == (404, "cards.no_such_batch")
