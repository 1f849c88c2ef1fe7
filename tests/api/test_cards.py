"""Activation codes and cards: single use, one card for one person, and nothing to learn for strangers."""

from __future__ import annotations

import pytest

from local import people
from local.people import Answer, Phone, an_activation_code, done, new_id
from tests.builders.world import World


@pytest.fixture(scope="module")
def staff(town: World) -> Phone:
    return people.a_staff_member(town)


@pytest.fixture
def member(town: World) -> Phone:
    """With a proven identity."""
    member = people.a_member(town)
    people.prove(member, "王秀英", people.a_resident_number())
    return member


def activate(phone: Phone, code: str, card_id: str | None = None) -> Answer:
    body = {"id": card_id or new_id("card"), "activation_code": code}
    return phone.post("/v1/cards/activations", body)


class TestActivation:
    def test_makes_the_card_and_tells_the_holder(self, town: World, staff: Phone, member: Phone) -> None:
        card = done(activate(member, an_activation_code(staff)), 201)
        assert (card["kind"], card["name"]) == ("care", "健康护工卡")
        assert done(member.get("/v1/cards"))["items"] == [card]
        assert done(member.get(f"/v1/cards/{card['id']}")) == card
        town.settle()
        assert [message["kind"] for message in done(member.get("/v1/inbox"))["items"]] == ["card_activated"]

    def test_the_same_again_is_the_same_card(self, staff: Phone, member: Phone) -> None:
        code, card_id = an_activation_code(staff), new_id("card")
        first = done(activate(member, code, card_id), 201)
        assert done(activate(member, code, card_id), 201) == first
        assert len(done(member.get("/v1/cards"))["items"]) == 1

    def test_another_code_under_the_same_id_is_refused(self, staff: Phone, member: Phone) -> None:
        card_id = new_id("card")
        done(activate(member, an_activation_code(staff), card_id), 201)
        answer = activate(member, an_activation_code(staff), card_id)
        assert (answer.status, answer.body["code"]) == (409, "request.id_taken")

    def test_somebody_elses_id_is_refused_without_a_word_about_it(
        self, town: World, staff: Phone, member: Phone
    ) -> None:
        card_id = new_id("card")
        done(activate(member, an_activation_code(staff), card_id), 201)
        stranger = people.a_member(town)
        people.prove(stranger, "李强", people.a_resident_number())
        answer = activate(stranger, an_activation_code(staff), card_id)
        assert (answer.status, answer.body["code"]) == (409, "request.id_taken")
        assert "facts" not in answer.body

    def test_without_a_proven_identity_is_refused_and_the_code_stays_good(
        self, town: World, staff: Phone, member: Phone
    ) -> None:
        code = an_activation_code(staff)
        answer = activate(people.a_member(town), code)
        assert (answer.status, answer.body["code"]) == (409, "cards.identity_not_proven")
        done(activate(member, code), 201)

    @pytest.mark.parametrize("code", ["0000-0000-0000-0000", "x", "汉字汉字汉字汉字", "0" * 60])
    def test_an_unknown_code_is_refused(self, member: Phone, code: str) -> None:
        answer = activate(member, code)
        assert (answer.status, answer.body["code"]) == (422, "cards.code_not_recognised")
        assert answer.body["field"] == "activation_code"

    def test_a_used_code_is_refused(self, town: World, staff: Phone, member: Phone) -> None:
        code = an_activation_code(staff)
        done(activate(member, code), 201)
        other = people.a_member(town)
        people.prove(other, "李强", people.a_resident_number())
        answer = activate(other, code)
        assert (answer.status, answer.body["code"]) == (409, "cards.code_already_used")

    def test_a_second_card_for_one_person_is_refused_and_its_code_stays_good(
        self, town: World, staff: Phone, member: Phone
    ) -> None:
        done(activate(member, an_activation_code(staff)), 201)
        second = an_activation_code(staff)
        answer = activate(member, second)
        assert (answer.status, answer.body["code"]) == (409, "cards.already_has_card")
        other = people.a_member(town)
        people.prove(other, "李强", people.a_resident_number())
        done(activate(other, second), 201)

    def test_survives_how_people_type(self, staff: Phone, member: Phone) -> None:
        code = an_activation_code(staff)
        typed = code.lower().replace("-", " ").replace("0", "o")
        done(activate(member, typed), 201)


class TestReading:
    def test_another_persons_card_is_not_found(self, town: World, staff: Phone, member: Phone) -> None:
        card = done(activate(member, an_activation_code(staff)), 201)
        answer = people.a_member(town).get(f"/v1/cards/{card['id']}")
        assert (answer.status, answer.body["code"]) == (404, "request.no_such_thing")
        unknown = member.get(f"/v1/cards/{new_id('card')}")
        assert {name: answer.body[name] for name in ("code", "message", "next_step")} == {
            name: unknown.body[name] for name in ("code", "message", "next_step")
        }


class TestIssuing:
    def test_gives_as_many_different_codes_as_asked(self, staff: Phone) -> None:
        issued = done(staff.post("/v1/staff/activation-codes", {"id": new_id("bat"), "count": 50}), 201)
        assert len(set(issued["codes"])) == 50

    def test_shows_them_once(self, staff: Phone) -> None:
        batch = {"id": new_id("bat"), "count": 1}
        done(staff.post("/v1/staff/activation-codes", batch), 201)
        answer = staff.post("/v1/staff/activation-codes", batch)
        assert (answer.status, answer.body["code"]) == (409, "cards.codes_shown_once")

    @pytest.mark.parametrize("count", [0, 51, -1])
    def test_a_count_out_of_range_is_refused(self, staff: Phone, count: int) -> None:
        answer = staff.post("/v1/staff/activation-codes", {"id": new_id("bat"), "count": count})
        assert (answer.status, answer.body["field"]) == (422, "count")
