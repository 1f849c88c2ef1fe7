"""On the phone: who calls is known by what they say, and what they agreed to is done as they themselves could."""

from __future__ import annotations

from typing import Any

import pytest

from local import people
from local.people import Answer, Phone, done, new_id
from tests.builders import story
from tests.builders.cases import act, claimed, closed, on_duty, opened, seen, told
from tests.builders.numbers import ELDER_NUMBER
from tests.builders.story import booking, refusal, shanghai
from tests.builders.talks import on_behalf, said, talk, tried
from tests.builders.world import World

TOLD = (
    "您打来电话，报对了登记的手机号、姓名和证件号后四位，同意客服替您办，11月23日 8:30 前有效。"
    "不是您本人打的，请马上点“电话不是我打的”。"
)


@pytest.fixture
def staff(world: World) -> Phone:
    return people.a_staff_member(world)


@pytest.fixture
def elder(world: World, staff: Phone) -> Phone:
    return story.an_elder(world, staff)


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
        assert told(elder, "case_spoken") == [
            "有人打电话说“约不上护工”，报对了您登记的资料。是您打的不用管；不是您，请马上点开告诉我们。"
        ]
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

    def test_of_whom_only_the_phone_is_known_nothing_is_done(self, world: World, agent: Phone) -> None:
        newcomer = people.a_member(world)
        newcomer.give_number()
        began = talk(agent, newcomer, cause="other")
        assert began["ends_at"] is None
        assert seen(newcomer, began["case"])["posts"][1]["text"] == (
            "您打来电话，报对了登记的手机号，我们记下了您说的事。不是您本人打的，请马上点“电话不是我打的”。"
        )
        name = {"name": "李强", "id_number": people.a_resident_number()}
        tried = on_behalf(agent, newcomer.person_id, "PUT", "/v1/me/identity", name)
        assert refusal(tried) == (403, "request.not_agreed")

    def test_of_a_phone_two_have_is_with_whom_the_name_fits(self, world: World, agent: Phone, elder: Phone) -> None:
        other = Phone(world, world.wechat("POST", "/users", {"phone": elder.number})["openid"], elder.number)
        other.log_in()
        other.give_number()
        assert talk(agent, elder)["person_id"] == elder.person_id
        world.wechat("POST", "/users", {"openid": other.openid, "phone": "+8613900000001"})
        other.give_number()
        assert talk(agent, elder, id=new_id("talk"))["person_id"] == elder.person_id

    def test_with_ones_own_phone_under_another_account_is_refused(self, world: World, agent: Phone) -> None:
        second = Phone(world, world.wechat("POST", "/users", {"phone": agent.number})["openid"], agent.number)
        second.log_in()
        second.give_number()
        people.prove(second, "王秀英", ELDER_NUMBER)
        assert refusal(agent.post("/v1/staff/talks", said(second))) == (409, "support.own_submission")

    def test_of_one_phone_may_be_tried_five_times_an_hour(self, world: World, agent: Phone, elder: Phone) -> None:
        colleague = people.a_staff_member(world, "agent")
        for phone in (agent, agent, agent, colleague, colleague):
            assert phone.post("/v1/staff/talks", said(elder, number_ends="0000")).status == 409
        for phone in (agent, colleague):
            assert refusal(phone.post("/v1/staff/talks", said(elder))) == (429, "request.too_often")

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
        world.pass_time(hours=1)
        changed = agent.post("/v1/staff/talks", sent | {"text": "别的事"})
        assert refusal(changed) == (409, "request.id_taken")

    def test_sent_again_on_another_day_gives_no_fresh_leave(self, world: World, agent: Phone, elder: Phone) -> None:
        case, sent = opened(elder), said(elder, cause="other")
        assert done(agent.post("/v1/staff/talks", sent), 201)["case"]["id"] == case["id"]
        world.pass_time(hours=25)
        agent.come_back_to_desk()
        again = done(agent.post("/v1/staff/talks", sent), 201)
        assert (again["case"]["id"], again["ends_at"]) == (case["id"], "2026-11-23T00:30:00Z")
        assert len(done(elder.get("/v1/cases"))["items"]) == 1

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


class TestTold:
    def test_also_of_an_urgent_talk_that_is_answered_at_once(self, world: World, agent: Phone, elder: Phone) -> None:
        rescue = people.a_staff_member(world, "rescue")
        on_duty(rescue, "rescue", shanghai(23, 8), 12)
        case = talk(agent, elder, cause="care.nobody_came")["case"]
        claimed(rescue, case)
        closed(rescue, case, cause="care.nobody_came")
        world.settle()
        assert len(told(elder, "case_spoken")) == 1
        assert len(told(rescue, "case_paged")) == 1

    def test_also_when_the_news_was_lost_once(self, world: World, agent: Phone, elder: Phone) -> None:
        case = talk(agent, elder)["case"]
        closed(agent, case, action="rebooked")
        world.lose_events()
        world.pass_time(minutes=1)
        assert told(elder, "case_spoken") == []
        for _ in range(3):
            world.pass_time(minutes=10)
        assert len(told(elder, "case_spoken")) == 1

    def test_with_what_the_caller_said_in_whatever_case_it_stands(
        self, world: World, agent: Phone, elder: Phone
    ) -> None:
        case = opened(elder, cause="other")
        assert talk(agent, elder, cause="care.cannot_book")["case"]["id"] == case["id"]
        world.settle()
        assert told(elder, "case_spoken")[0].startswith("有人打电话说“约不上护工”，报对了您登记的资料")


class TestQueues:
    def test_a_talk_takes_no_case_out_of_a_queue_that_is_not_theirs(
        self, world: World, staff: Phone, agent: Phone, elder: Phone
    ) -> None:
        _, caregiver_id = people.a_caregiver(world, staff)
        visit_id = story.a_booked_visit(elder, caregiver_id)
        case = opened(elder, visit_id, "billing.bill_differs")
        joined = talk(agent, elder, cause="other", about=visit_id)["case"]
        assert joined["id"] == case["id"]
        finance = people.a_staff_member(world, "finance")
        read = done(finance.get(f"/v1/staff/cases/{case['id']}"))
        assert (read["owner"], [each["kept_at"] for each in read["clocks"]]) == (None, [None, None])
        claimed(finance, case)

    def test_an_urgent_talk_takes_the_call(self, world: World, elder: Phone) -> None:
        both, colleague = people.a_staff_member(world, "agent", "rescue"), people.a_staff_member(world, "rescue")
        for turn, phone in enumerate((colleague, both), start=1):
            on_duty(phone, "rescue", shanghai(23, 8), 12, turn)
        talk(both, elder, cause="care.nobody_came")
        for _ in range(3):
            world.pass_time(minutes=6)
        assert told(both, "case_paged") == []
        assert len(told(colleague, "case_paged")) <= 1


class TestDisowned:
    def disowns(self, elder: Phone, case: dict[str, Any], sent: str | None = None) -> Answer:
        return elder.post(f"/v1/cases/{case['id']}/not-me", {"id": sent or new_id("post")})

    def test_ends_the_talk_and_goes_to_somebody_else(
        self, world: World, agent: Phone, elder: Phone, capsys: pytest.CaptureFixture[str]
    ) -> None:
        case, sent = talk(agent, elder)["case"], new_id("post")
        assert seen(elder, case)["may_disown"]
        view = done(self.disowns(elder, case, sent))
        assert not view["may_disown"]
        assert "这个电话不是我打的。" in [each["text"] for each in view["posts"]]
        assert '"TalksDisowned":[1.0]' in capsys.readouterr().out.replace(" ", "")
        assert refusal(tried(agent, elder)) == (403, "request.not_agreed")
        assert refusal(act(agent, case, "claim")) == (409, "support.kept_away")
        assert refusal(act(agent, case, "close", cause="other", action="explained")) == (
            409,
            "support.kept_away",
        )
        assert len(done(self.disowns(elder, case, sent))["posts"]) == 3  # sent again
        claimed(people.a_staff_member(world, "agent"), case)

    def test_keeps_that_agent_from_the_person_for_good(self, agent: Phone, elder: Phone) -> None:
        done(self.disowns(elder, talk(agent, elder)["case"]))
        assert refusal(agent.post("/v1/staff/talks", said(elder))) == (409, "support.kept_away")
        other = opened(elder, cause="app.does_not_work")
        assert refusal(act(agent, other, "claim")) == (409, "support.kept_away")

    def test_what_that_agent_had_of_the_person_may_be_claimed(self, world: World, agent: Phone, elder: Phone) -> None:
        (card,) = done(elder.get("/v1/cards"))["items"]
        case = opened(elder, card["id"])
        claimed(agent, case)
        done(self.disowns(elder, talk(agent, elder, cause="other")["case"]))
        colleague = people.a_staff_member(world, "agent")
        assert claimed(colleague, case)["owner"] == colleague.person_id

    def test_again_of_a_later_talk_with_another(self, world: World, agent: Phone, elder: Phone) -> None:
        case = talk(agent, elder)["case"]
        done(self.disowns(elder, case))
        second = people.a_staff_member(world, "agent")
        assert talk(second, elder)["case"]["id"] == case["id"]
        assert seen(elder, case)["may_disown"]
        done(self.disowns(elder, case))
        assert refusal(tried(second, elder)) == (403, "request.not_agreed")
        assert refusal(act(second, case, "reply")) == (409, "support.kept_away")

    def test_ends_every_talk_with_that_person(self, world: World, agent: Phone, elder: Phone) -> None:
        second = people.a_staff_member(world, "agent")
        (card,) = done(elder.get("/v1/cards"))["items"]
        case = talk(agent, elder)["case"]
        talk(second, elder, about=card["id"], cause="other")
        done(self.disowns(elder, case))
        assert refusal(tried(second, elder)) == (403, "request.not_agreed")

    def test_is_news_once(self, agent: Phone, elder: Phone, capsys: pytest.CaptureFixture[str]) -> None:
        case = talk(agent, elder)["case"]
        done(self.disowns(elder, case))
        capsys.readouterr()
        assert len(done(self.disowns(elder, case))["posts"]) == 3
        assert "TalksDisowned" not in capsys.readouterr().out

    def test_with_nobody_else_on_duty_raises_the_alarm_for_that(
        self, world: World, elder: Phone, capsys: pytest.CaptureFixture[str]
    ) -> None:
        both = people.a_staff_member(world, "agent", "rescue")
        on_duty(both, "rescue", shanghai(23, 8), 12)
        case = talk(both, elder, cause="care.nobody_came")["case"]
        capsys.readouterr()
        done(self.disowns(elder, case))
        assert '"NobodyOnDuty":[1.0]' in capsys.readouterr().out.replace(" ", "")

    def test_calls_somebody_else(self, world: World, elder: Phone) -> None:
        both, colleague = people.a_staff_member(world, "agent", "rescue"), people.a_staff_member(world, "rescue")
        for turn, phone in enumerate((both, colleague), start=1):
            on_duty(phone, "rescue", shanghai(23, 8), 12, turn)
        done(self.disowns(elder, talk(both, elder, cause="care.nobody_came")["case"]))
        world.settle()
        before = len(told(both, "case_paged"))
        for _ in range(3):
            world.pass_time(minutes=6)
        assert len(told(both, "case_paged")) == before
        assert told(colleague, "case_paged") != []

    def test_opens_again_what_was_closed(self, agent: Phone, elder: Phone) -> None:
        case = talk(agent, elder)["case"]
        closed(agent, case)
        assert done(self.disowns(elder, case))["status"] == "open"

    def test_where_nobody_rang_up_is_refused(self, world: World, elder: Phone) -> None:
        case = opened(elder)
        assert not seen(elder, case)["may_disown"]
        assert refusal(self.disowns(elder, case)) == (409, "support.no_talk")
        assert refusal(self.disowns(people.a_member(world), case)) == (404, "support.no_such_case")


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
