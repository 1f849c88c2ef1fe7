"""On the phone: who calls is known by what they say, and what they agreed to is done as they themselves could."""

from __future__ import annotations

from typing import Any

import pytest

from local import people
from local.people import Answer, Phone, done, new_id
from tests.builders import story
from tests.builders.cases import act, claimed, closed, opened, seen, told
from tests.builders.story import booking, refusal
from tests.builders.world import World

TOLD = (
    "您打来电话，报对了登记的手机号、姓名和证件号后四位，同意客服替您办，11月23日 8:30 前有效。"
    "不是您本人打的，请马上在这里告诉我们。"
)


@pytest.fixture
def staff(world: World) -> Phone:
    return people.a_staff_member(world)


@pytest.fixture
def agent(world: World) -> Phone:
    return people.a_staff_member(world, "agent")


@pytest.fixture
def elder(world: World, staff: Phone) -> Phone:
    return story.an_elder(world, staff)


def said(elder: Phone, **changes: Any) -> dict[str, Any]:
    """What an elder says on the phone, as the agent types it."""
    return {
        "id": new_id("case"),
        "phone": elder.number,
        "name": "王秀英",
        "number_ends": "2323",
        "agreed": True,
        "cause": "care.cannot_book",
        "about": None,
        "text": "眼睛不好，想请人上门",
    } | changes


def talk(agent: Phone, elder: Phone, **changes: Any) -> dict[str, Any]:
    return done(agent.post("/v1/staff/talks", said(elder, **changes)), 201)


def on_behalf(agent: Phone, person_id: str, method: str, path: str, body: Any = None) -> Answer:
    headers = {"x-acting-for": person_id}
    return agent.town.request(method, path, token=agent.token, body=body, headers=headers)


class TestTalk:
    def test_is_a_case_of_the_phone_answered_and_told_to_the_person(
        self, world: World, agent: Phone, elder: Phone
    ) -> None:
        began = talk(agent, elder)
        assert (began["person_id"], began["ends_at"]) == (elder.person_id, "2026-11-23T00:30:00Z")
        case = began["case"]
        assert (case["channel"], case["owner"], case["opened_by"]) == ("phone", agent.person_id, agent.person_id)
        assert [each["kept_at"] for each in case["clocks"] if each["kind"] == "first_answer"] == [
            "2026-11-23T00:00:00Z"
        ]
        world.settle()
        assert len(told(elder, "case_answered")) == 1
        assert [(each["author"], each["text"]) for each in seen(elder, case)["posts"]] == [
            ("you", "眼睛不好，想请人上门"),
            ("us", TOLD),
        ]

    def test_about_what_was_written_within_a_day_is_that_case(self, agent: Phone, elder: Phone) -> None:
        case = opened(elder, cause="other")
        assert talk(agent, elder, cause="care.cannot_book")["case"]["id"] == case["id"]

    @pytest.mark.parametrize(
        "wrong",
        [{"phone": "+8613900000000"}, {"name": "王秀瑛"}, {"number_ends": "2324"}],
        ids=["phone", "name", "number"],
    )
    def test_with_one_thing_wrong_is_refused_without_saying_which(
        self, agent: Phone, elder: Phone, wrong: dict[str, Any]
    ) -> None:
        answer = agent.post("/v1/staff/talks", said(elder, **wrong))
        assert refusal(answer) == (409, "support.speaker_not_confirmed")
        assert "field" not in answer.body
        assert done(elder.get("/v1/cases"))["items"] == []

    def test_without_consent_is_refused(self, agent: Phone, elder: Phone) -> None:
        answer = agent.post("/v1/staff/talks", said(elder, agreed=False))
        assert (answer.status, answer.body["field"]) == (422, "agreed")

    def test_of_whom_only_the_phone_is_known_says_so(self, world: World, agent: Phone) -> None:
        newcomer = people.a_member(world)
        newcomer.give_number()
        case = talk(agent, newcomer, cause="other")["case"]
        assert seen(newcomer, case)["posts"][1]["text"].startswith("您打来电话，报对了登记的手机号，同意")

    def test_with_oneself_is_refused(self, agent: Phone) -> None:
        assert refusal(agent.post("/v1/staff/talks", said(agent))) == (409, "support.own_submission")

    def test_is_for_who_answers_the_phone(self, world: World, elder: Phone) -> None:
        reviewer = people.a_staff_member(world, "reviewer")
        assert refusal(reviewer.post("/v1/staff/talks", said(elder))) == (403, "request.role_missing")

    def test_sent_again_is_one_and_lasts_no_longer(self, world: World, agent: Phone, elder: Phone) -> None:
        sent = said(elder)
        first = done(agent.post("/v1/staff/talks", sent), 201)
        world.pass_time(minutes=10)
        again = done(agent.post("/v1/staff/talks", sent), 201)
        assert again["ends_at"] == first["ends_at"]
        assert len(seen(elder, first["case"])["posts"]) == 2

    def test_under_the_id_of_a_colleagues_is_refused(self, world: World, agent: Phone, elder: Phone) -> None:
        sent = said(elder)
        done(agent.post("/v1/staff/talks", sent), 201)
        other = people.a_staff_member(world, "agent")
        assert refusal(other.post("/v1/staff/talks", sent)) == (409, "request.id_taken")

    def test_a_phone_that_was_given_up_leads_to_nobody(self, world: World, agent: Phone, elder: Phone) -> None:
        before = elder.number
        world.wechat("POST", "/users", {"openid": elder.openid, "phone": "+8613900000001"})
        elder.give_number()
        assert refusal(agent.post("/v1/staff/talks", said(elder, phone=before)))[1] == "support.speaker_not_confirmed"
        talk(agent, elder, phone="+8613900000001")


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
        """No identity, no card, no money: the agent is refused what the caller is refused."""
        newcomer = people.a_member(world)
        newcomer.give_number()
        _, caregiver_id = people.a_caregiver(world, staff)
        talk(agent, newcomer, cause="other")
        for path, body in (
            ("/v1/visits", booking(caregiver_id)),
            ("/v1/cards/activations", {"id": new_id("card"), "activation_code": people.an_activation_code(staff)}),
        ):
            own = newcomer.post(path, body | {"id": new_id(body["id"].partition("_")[0])})
            assert refusal(on_behalf(agent, newcomer.person_id, "POST", path, body)) == refusal(own)
        assert [each["text"] for each in seen(newcomer, done(newcomer.get("/v1/cases"))["items"][0])["posts"]][
            2:
        ] == []

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

    def test_is_that_agents_alone(self, world: World, agent: Phone, elder: Phone) -> None:
        talk(agent, elder)
        stranger, colleague = people.a_member(world), people.a_staff_member(world, "agent")
        for phone in (stranger, colleague):
            answer = on_behalf(phone, elder.person_id, "POST", "/v1/visits/vis_01M00000000000000000000009/cancel")
            assert refusal(answer) == (403, "request.not_agreed")

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

    def test_of_what_an_agent_typed_for_the_caller_another_decides(self, world: World) -> None:
        both = people.a_staff_member(world, "agent", "reviewer")
        newcomer = people.a_member(world)
        newcomer.give_number()
        talk(both, newcomer, cause="other")
        typed = {"name": "龙英", "id_number": people.a_resident_number()}
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

    def test_money_matters_are_not_ended_by_who_took_the_talk(self, world: World, elder: Phone) -> None:
        both = people.a_staff_member(world, "agent", "finance")
        case = talk(both, elder, cause="billing.money_missing")["case"]
        body = {"cause": "other", "action": "explained"}
        assert refusal(act(both, case, "close", **body)) == (409, "support.own_submission")


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
