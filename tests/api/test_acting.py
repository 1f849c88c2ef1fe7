"""What an agent does for a caller: as the caller could, written down, and decided by somebody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from local import people
from local.people import Phone, done, new_id
from tests.builders import story
from tests.builders.cases import act, claimed, closed, opened, seen
from tests.builders.fake_dynamodb import FakeDynamoDB
from tests.builders.numbers import ELDER_NUMBER
from tests.builders.story import booking, refusal
from tests.builders.talks import on_behalf, talk, tried
from tests.builders.world import World


@pytest.fixture
def staff(world: World) -> Phone:
    return people.a_staff_member(world)


@pytest.fixture
def elder(world: World, staff: Phone) -> Phone:
    return story.an_elder(world, staff)


class TestActing:
    def test_books_as_the_caller_and_the_record_says_how_and_who(
        self, world: World, staff: Phone, agent: Phone, elder: Phone
    ) -> None:
        _, caregiver_id = people.a_caregiver(world, staff)
        began = talk(agent, elder)
        wanted = booking(caregiver_id)
        made = done(on_behalf(agent, elder.person_id, "POST", "/v1/visits", wanted), 201)
        assert (made["address"], made["needs"]) == (None, None)
        done(on_behalf(agent, elder.person_id, "POST", "/v1/visits", wanted), 201)  # sent again
        (visit,) = done(elder.get("/v1/visits"))["items"]
        assert (visit["id"], visit["address"]) == (wanted["id"], wanted["address"]["text"])
        assert done(elder.get("/v1/wallet"))["held_fen"] == 12_800
        told_of = done(staff.get(f"/v1/staff/story/{visit['id']}"))["items"]
        assert [(each["what"], each["lead"]) for each in told_of if each["source"] == "support"] == [
            ("客服在电话里代办：预约护工上门", agent.person_id)
        ]
        thread = [each["text"] for each in seen(elder, began["case"])["posts"]]
        assert thread.count("客服在电话里替您办了：预约护工上门。") == 1

    def test_cancels_what_was_booked(self, world: World, staff: Phone, agent: Phone, elder: Phone) -> None:
        _, caregiver_id = people.a_caregiver(world, staff)
        visit_id = story.a_booked_visit(elder, caregiver_id)
        talk(agent, elder, cause="other")
        cancelled = done(on_behalf(agent, elder.person_id, "POST", f"/v1/visits/{visit_id}/cancel"))
        assert (cancelled["status"], cancelled["address"]) == ("cancelled", None)
        assert done(elder.get("/v1/wallet"))["held_fen"] == 0

    def test_never_more_than_the_caller_could(self, world: World, staff: Phone, agent: Phone) -> None:
        """No card, no money: the agent is refused what the caller is refused, and nothing says that it was done."""
        _, caregiver_id = people.a_caregiver(world, staff)
        poor, number = people.a_member(world), people.a_resident_number()
        poor.give_number()
        people.prove(poor, "李强", number)
        people.agree(poor, "health")
        case = talk(agent, poor, name="李强", number_ends=number[-4:])["case"]
        for expected in ((409, "care.no_care_card"), (402, "care.not_enough_money")):
            assert refusal(poor.post("/v1/visits", booking(caregiver_id))) == expected
            acted = on_behalf(agent, poor.person_id, "POST", "/v1/visits", booking(caregiver_id))
            assert refusal(acted) == expected
            if expected[0] == 409:
                people.activate(poor, people.an_activation_code(staff))
        assert len(seen(poor, case)["posts"]) == 2

    def test_ends_after_half_an_hour(self, world: World, agent: Phone, elder: Phone) -> None:
        talk(agent, elder)
        world.pass_time(minutes=29, seconds=59)
        code = {"id": new_id("card"), "activation_code": "0000-0000-0000-0000"}
        assert refusal(on_behalf(agent, elder.person_id, "POST", "/v1/cards/activations", code))[0] == 422
        world.pass_time(seconds=1)
        over = on_behalf(agent, elder.person_id, "POST", "/v1/cards/activations", code)
        assert refusal(over) == (403, "request.not_agreed")

    def test_ends_with_its_case(self, agent: Phone, elder: Phone) -> None:
        closed(agent, talk(agent, elder)["case"])
        code = {"id": new_id("card"), "activation_code": "0000-0000-0000-0000"}
        over = on_behalf(agent, elder.person_id, "POST", "/v1/cards/activations", code)
        assert refusal(over) == (403, "request.not_agreed")

    @pytest.mark.parametrize("person", ["per_01M00000000000000000000009", "nobody", ""])
    def test_for_whom_nothing_was_agreed_is_refused(self, agent: Phone, elder: Phone, person: str) -> None:
        talk(agent, elder)
        answer = on_behalf(agent, person, "POST", "/v1/visits/vis_01M00000000000000000000009/cancel")
        assert refusal(answer) == (403, "request.not_agreed")

    def test_ends_when_the_agent_hangs_up(self, world: World, agent: Phone, elder: Phone) -> None:
        first = talk(agent, elder)
        for _ in range(2):
            done(agent.post(f"/v1/staff/talks/{first['id']}/end"))
        assert refusal(tried(agent, elder)) == (403, "request.not_agreed")
        talk(agent, elder)
        colleague = people.a_staff_member(world, "agent")
        for phone, talk_id in ((colleague, first["id"]), (agent, new_id("talk"))):
            assert refusal(phone.post(f"/v1/staff/talks/{talk_id}/end")) == (404, "support.no_such_talk")
        done(agent.post(f"/v1/staff/talks/{first['id']}/end"))  # of the first, once more
        assert refusal(tried(agent, elder))[0] == 422

    def test_that_is_under_way_when_the_person_disowns_it_is_not_done(
        self, world: World, staff: Phone, agent: Phone, elder: Phone, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        _, caregiver_id = people.a_caregiver(world, staff)
        case = talk(agent, elder)["case"]
        write = FakeDynamoDB.transact_write_items
        said_so: list[bool] = []

        def slow(database: FakeDynamoDB, *, TransactItems: list[Any]) -> None:  # noqa: N803 - boto3's name
            if not said_so:
                said_so.append(True)
                done(elder.post(f"/v1/cases/{case['id']}/not-me", {"id": new_id("post")}))
            write(database, TransactItems=TransactItems)

        monkeypatch.setattr(FakeDynamoDB, "transact_write_items", slow)
        late = on_behalf(agent, elder.person_id, "POST", "/v1/visits", booking(caregiver_id))
        assert refusal(late) == (403, "request.not_agreed")
        assert done(elder.get("/v1/visits"))["items"] == []

    def test_needs_the_desk_and_the_role_as_the_talk_did(self, world: World, agent: Phone, elder: Phone) -> None:
        talk(agent, elder)
        away = replace(agent)
        away.log_in()
        assert refusal(tried(away, elder)) == (403, "request.not_granted")
        assert refusal(tried(agent, elder))[0] == 422
        world.enrol_staff(agent.number, "reviewer")
        world.clock.advance(timedelta(seconds=31))  # a second factor is good once
        agent.come_back_to_desk()
        assert refusal(tried(agent, elder)) == (403, "request.not_agreed")

    def test_uses_up_the_agents_own_tries(self, agent: Phone, elder: Phone) -> None:
        talk(agent, elder)
        for _ in range(20):
            assert tried(agent, elder).status == 422
        assert refusal(tried(agent, elder)) == (429, "request.too_often")
        code = {"id": new_id("card"), "activation_code": "0000-0000-0000-0000"}
        assert elder.post("/v1/cards/activations", code).status == 422

    def test_that_is_refused_is_told_in_the_log_with_who_tried(
        self, agent: Phone, elder: Phone, caplog: pytest.LogCaptureFixture
    ) -> None:
        tried(agent, elder)
        assert vars(caplog.records[-1])["person_id"] == agent.person_id

    def test_tells_nobody_whether_a_proven_number_was_right(self, agent: Phone, elder: Phone) -> None:
        talk(agent, elder)
        for number in (ELDER_NUMBER, people.a_resident_number()):
            typed = {"name": "王秀英", "id_number": number}
            answer = on_behalf(agent, elder.person_id, "PUT", "/v1/me/identity", typed)
            assert refusal(answer) == (409, "identity.already_proven")

    def test_is_that_agents_alone(self, world: World, agent: Phone, elder: Phone) -> None:
        talk(agent, elder)
        stranger, colleague = people.a_member(world), people.a_staff_member(world, "agent")
        for phone, code in ((stranger, "request.not_granted"), (colleague, "request.not_agreed")):
            answer = on_behalf(phone, elder.person_id, "POST", "/v1/visits/vis_01M00000000000000000000009/cancel")
            assert refusal(answer) == (403, code)

    @pytest.mark.parametrize(
        ("method", "path", "body"),
        [
            ("GET", "/v1/me", None),
            ("GET", "/v1/wallet", None),
            ("GET", "/v1/visits", None),
            ("GET", "/v1/inbox", None),
            ("POST", "/v1/me/sign-out", None),
            ("POST", "/v1/wallet/top-ups", {"id": "top_01M00000000000000000000009", "amount_fen": 10_000}),
            ("GET", "/v1/staff/desk", None),
        ],
    )
    def test_is_for_a_few_things_only(
        self, agent: Phone, elder: Phone, method: str, path: str, body: dict[str, Any] | None
    ) -> None:
        talk(agent, elder)
        assert refusal(on_behalf(agent, elder.person_id, method, path, body)) == (403, "request.not_on_behalf")

    def test_is_a_way_to_be_known_with_how_sure_it_makes_us(self, world: World, agent: Phone) -> None:
        newcomer, number = people.a_member(world), people.a_resident_number()
        newcomer.give_number()
        world.register_identity("龙英", number)
        assert newcomer.put("/v1/me/identity", {"name": "龙瑛", "id_number": number}).status == 422
        talk(agent, newcomer, cause="other", name="龙瑛", number_ends=number[-4:])
        typed = {"name": "龙英", "id_number": number}
        done(on_behalf(agent, newcomer.person_id, "PUT", "/v1/me/identity", typed))
        me = done(newcomer.get("/v1/me"))
        assert (me["identity_proven"], me["proven_by"], me["assurance"]) == (True, "hotline", "known")

    def test_of_what_an_agent_typed_for_the_caller_another_decides(self, world: World) -> None:
        both = people.a_staff_member(world, "agent", "reviewer")
        newcomer, number = people.a_member(world), people.a_resident_number()
        newcomer.give_number()
        assert newcomer.put("/v1/me/identity", {"name": "龙英", "id_number": number}).status == 422
        talk(both, newcomer, cause="other", name="龙英", number_ends=number[-4:])
        typed = {"name": "龙瑛", "id_number": number}
        assert refusal(on_behalf(both, newcomer.person_id, "PUT", "/v1/me/identity", typed))[0] == 422
        case = opened(newcomer, cause="identity.name_differs")
        claimed(both, case)
        applied_at = done(both.get(f"/v1/staff/cases/{case['id']}"))["application"]["applied_at"]
        decision = {"approve": True, "applied_at": applied_at}
        assert refusal(act(both, case, "decide", **decision)) == (409, "support.own_submission")
        done(act(both, case, "hand-over", queue="review", text="请核对", cause=None))
        checker = people.a_staff_member(world, "reviewer")
        claimed(checker, case)
        done(act(checker, case, "decide", **decision))
        assert done(newcomer.get("/v1/me"))["identity_proven"]


class TestFourEyes:
    """Whoever spoke for somebody ends nothing that decides identity or money, however it is called by then."""

    @pytest.fixture
    def both(self, world: World) -> Phone:
        return people.a_staff_member(world, "agent", "finance", "reviewer")

    def refused(self, staff: Phone, case: dict[str, Any], action: str, cause: str = "other") -> None:
        claimed(staff, case)
        answer = act(staff, case, "close", cause=cause, action=action)
        assert refusal(answer) == (409, "support.own_submission")

    def test_of_a_cause_that_decides(self, both: Phone, elder: Phone) -> None:
        self.refused(both, talk(both, elder, cause="billing.money_missing")["case"], "explained")

    def test_also_when_it_was_called_something_else_since(self, both: Phone, elder: Phone) -> None:
        case = talk(both, elder, cause="billing.money_missing")["case"]
        done(act(both, case, "hand-over", queue="service", text="其实不是", cause="other"))
        self.refused(both, case, "explained")

    def test_of_an_action_that_pays(self, both: Phone, elder: Phone) -> None:
        self.refused(both, talk(both, elder, cause="other")["case"], "refunded")

    def test_of_what_the_person_wrote_before_they_rang_up(self, both: Phone, elder: Phone) -> None:
        case = opened(elder)
        assert talk(both, elder, cause="other")["case"]["id"] == case["id"]
        self.refused(both, case, "refunded")

    def test_of_what_the_talk_was_joined_to(self, both: Phone, elder: Phone) -> None:
        (card,) = done(elder.get("/v1/cards"))["items"]
        case = opened(elder, card["id"])
        joined = talk(both, elder, cause="care.cannot_book", about=card["id"])
        assert joined["case"]["id"] == case["id"]
        self.refused(both, case, "corrected")

    def test_of_another_case_of_whom_they_spoke_for(self, both: Phone, elder: Phone) -> None:
        talk(both, elder, cause="other")
        self.refused(both, opened(elder, cause="billing.money_missing"), "refunded")

    def test_a_colleague_may(self, world: World, both: Phone, elder: Phone) -> None:
        case = talk(both, elder, cause="billing.money_missing")["case"]
        done(act(both, case, "hand-over", queue="finance", text="请退", cause=None))
        other = people.a_staff_member(world, "finance")
        claimed(other, case)
        closed(other, case, cause="billing.money_missing", action="refunded")

    def test_what_decides_nothing_is_ended_by_who_took_the_talk(self, agent: Phone, elder: Phone) -> None:
        closed(agent, talk(agent, elder)["case"], action="rebooked")


def test_a_crash_between_doing_and_writing_down_is_not_possible(
    world: World, staff: Phone, agent: Phone, elder: Phone
) -> None:
    """One transaction: what is refused by the slot leaves no word that it was done."""
    _, caregiver_id = people.a_caregiver(world, staff)
    story.a_booked_visit(elder, caregiver_id)
    began = talk(agent, elder)
    answer = on_behalf(agent, elder.person_id, "POST", "/v1/visits", booking(caregiver_id))
    assert refusal(answer) == (409, "care.slot_taken")
    assert len(seen(elder, began["case"])["posts"]) == 2
