"""Cases over the front door: opened, answered, escalated, closed; one thread, one owner, nobody forgotten."""

from __future__ import annotations

import pytest

from local import people
from local.people import Phone, done, new_id
from tests.builders import story
from tests.builders.cases import act, asked, claimed, closed, on_duty, opened, seen, told
from tests.builders.story import refusal, shanghai
from tests.builders.world import World


@pytest.fixture
def staff(world: World) -> Phone:
    return people.a_staff_member(world)


@pytest.fixture
def member(world: World) -> Phone:
    phone = people.a_member(world)
    phone.give_number()
    return phone


class TestOpening:
    def test_says_at_once_who_acts_and_by_when(self, member: Phone) -> None:
        case = opened(member)
        assert (case["waiting_for"], case["by"]) == ("us", "2026-11-23T02:00:00Z")
        assert case["sentence"] == "我们收到了，最晚 11月23日 10:00 回复您，您不用做什么。"
        assert [(each["author"], each["text"]) for each in case["posts"]] == [("you", "不知道怎么办")]

    def test_again_with_the_same_id_is_the_same_case(self, member: Phone) -> None:
        body = asked(member.person_id)
        for _ in range(3):
            assert done(member.post("/v1/cases", body), 201)["id"] == body["id"]
        assert len(done(member.get("/v1/cases"))["items"]) == 1
        assert len(seen(member, body)["posts"]) == 1

    def test_the_same_id_with_other_words_is_refused(self, member: Phone) -> None:
        body = asked(member.person_id)
        done(member.post("/v1/cases", body), 201)
        assert refusal(member.post("/v1/cases", body | {"text": "别的话"})) == (409, "request.id_taken")

    def test_under_anothers_id_says_nothing_of_it(self, world: World, member: Phone) -> None:
        other = people.a_member(world)
        body = asked(member.person_id)
        done(member.post("/v1/cases", body), 201)
        assert refusal(other.post("/v1/cases", body | {"about": other.person_id})) == (409, "request.id_taken")

    def test_an_unknown_cause_is_refused(self, member: Phone) -> None:
        assert refusal(member.post("/v1/cases", asked(member.person_id, "no.such"))) == (
            422,
            "support.unknown_cause",
        )

    def test_about_anothers_thing_or_nothing_is_refused_alike(self, world: World, member: Phone) -> None:
        other = people.a_member(world)
        for about in (other.person_id, new_id("vis"), new_id("card")):
            answer = member.post("/v1/cases", asked(about))
            assert refusal(answer) == (422, "support.not_about_that")
            assert answer.body["field"] == "about"

    def test_about_the_wrong_kind_of_thing_is_refused(self, member: Phone) -> None:
        top_up_id = new_id("top")
        done(member.post("/v1/wallet/top-ups", {"id": top_up_id, "amount_fen": 10_000}), 201)
        answer = member.post("/v1/cases", asked(top_up_id, "care.cannot_book"))
        assert refusal(answer) == (422, "support.not_about_that")

    def test_of_a_stranger_is_not_found(self, world: World, member: Phone) -> None:
        case = opened(member)
        other = people.a_member(world)
        assert refusal(other.get(f"/v1/cases/{case['id']}")) == (404, "support.no_such_case")
        said = {"id": new_id("post"), "text": "我是谁"}
        assert refusal(other.post(f"/v1/cases/{case['id']}/messages", said)) == (404, "support.no_such_case")

    def test_about_the_same_thing_within_a_day_is_one_case(self, world: World, member: Phone) -> None:
        first = opened(member)
        world.pass_time(hours=24)
        second = opened(member, text="还是不行")
        assert second["id"] == first["id"]
        assert [each["text"] for each in second["posts"]] == ["不知道怎么办", "还是不行"]
        world.pass_time(hours=24, seconds=1)
        assert opened(member)["id"] != first["id"]

    def test_about_oneself_each_queue_has_its_own(self, member: Phone) -> None:
        money = opened(member, cause="billing.money_missing")
        app = opened(member, cause="app.does_not_work")
        review = opened(member, cause="identity.name_differs")
        assert len({money["id"], app["id"], review["id"]}) == 3
        assert opened(member, cause="other")["id"] == app["id"]

    def test_as_something_urgent_within_a_day_becomes_urgent(self, world: World, staff: Phone, rescue: Phone) -> None:
        caregiver = people.a_caregiver(world, staff)
        elder = story.an_elder(world, staff)
        visit_id = story.a_booked_visit(elder, caregiver[1])
        on_duty(rescue, "rescue", shanghai(23, 8), 12)
        first = opened(elder, visit_id, "suggestion")
        world.pass_time(minutes=5)
        second = opened(elder, visit_id, "care.nobody_came")
        assert (second["id"], second["cause"]) == (first["id"], "care.nobody_came")
        assert second["by"] == "2026-11-23T00:15:00Z"
        (open_,) = done(rescue.get("/v1/staff/queues/rescue"))["items"]
        assert (open_["id"], open_["called"]) == (first["id"], rescue.person_id)


class TestAnswering:
    def test_is_told_to_the_person_and_stops_the_clock(self, world: World, member: Phone, agent: Phone) -> None:
        case = opened(member)
        claimed(agent, case)
        answered = done(act(agent, case, "reply", text="请再试一次", waits=True))
        assert [(each["kind"], each["runs"]) for each in answered["clocks"]] == [
            ("first_answer", False),
            ("resolve", False),
        ]
        view = seen(member, case)
        assert (view["status"], view["waiting_for"], view["by"]) == ("waiting", "you", None)
        assert [each["author"] for each in view["posts"]] == ["you", "us"]
        world.settle()
        assert told(member, "case_answered") == ["关于“其他问题”，我们回复了。点开看一看，有话接着说。"]
        assert world.sms()[-1] == (
            member.number,
            "【远盟健康】关于“其他问题”，我们回复您了，请打开小程序“我的求助”查看。",
        )

    def test_opens_the_case_from_wechat(self, world: World, member: Phone, agent: Phone) -> None:
        member.consent("case_status")
        case = opened(member)
        claimed(agent, case)
        done(act(agent, case, "reply"))
        world.settle()
        (sent,) = world.wechat("GET", "/outbox")["items"]
        assert sent["page"] == f"packages/help/case/case?id={case['id']}&own=1"

    def test_sent_again_is_one_answer(self, world: World, member: Phone, agent: Phone) -> None:
        case = opened(member)
        claimed(agent, case)
        word = {"id": new_id("post"), "text": "请再试一次", "waits": False}
        for _ in range(2):
            done(agent.post(f"/v1/staff/cases/{case['id']}/reply", word))
        other = agent.post(f"/v1/staff/cases/{case['id']}/reply", word | {"text": "换个说法"})
        assert refusal(other) == (409, "request.id_taken")
        world.settle()
        assert len(seen(member, case)["posts"]) == 2
        assert len(told(member, "case_answered")) == 1

    def test_by_who_did_not_claim_it_is_refused(self, member: Phone, agent: Phone) -> None:
        case = opened(member)
        assert refusal(act(agent, case, "reply")) == (409, "support.not_yours")

    def test_a_question_after_the_answer_has_a_clock_of_its_own(
        self, world: World, member: Phone, agent: Phone
    ) -> None:
        case = opened(member)
        claimed(agent, case)
        done(act(agent, case, "reply", waits=True))
        world.pass_time(hours=1)
        view = done(member.post(f"/v1/cases/{case['id']}/messages", {"id": new_id("post"), "text": "试了，不行"}))
        assert (view["status"], view["waiting_for"], view["by"]) == ("open", "us", "2026-11-23T05:00:00Z")


class TestClaiming:
    def test_another_is_told_that_it_is_taken(self, world: World, member: Phone, agent: Phone) -> None:
        case = opened(member)
        assert claimed(agent, case)["owner"] == agent.person_id
        assert claimed(agent, case)["owner"] == agent.person_id
        second = people.a_staff_member(world, "agent")
        assert refusal(act(second, case, "claim")) == (409, "support.claimed_by_other")

    def test_needs_the_role_of_the_queue(self, world: World, member: Phone) -> None:
        case = opened(member)
        reviewer = people.a_staff_member(world, "reviewer")
        assert refusal(act(reviewer, case, "claim")) == (403, "support.not_your_queue")
        assert refusal(reviewer.get(f"/v1/staff/cases/{case['id']}")) == (403, "support.not_your_queue")
        assert refusal(reviewer.get("/v1/staff/queues/service")) == (403, "support.not_your_queue")
        assert refusal(reviewer.get("/v1/staff/queues/nowhere")) == (422, "support.unknown_queue")
        supervisor = people.a_staff_member(world, "supervisor")
        assert claimed(supervisor, case)["owner"] == supervisor.person_id


class TestQueue:
    def test_belongs_to_who_has_its_role(self, agent: Phone, staff: Phone) -> None:
        def mine(phone: Phone) -> list[str]:
            return [each["code"] for each in done(phone.get("/v1/staff/desk"))["mine"]]

        assert mine(agent) == ["service"]
        assert mine(staff) == ["rescue", "service", "review", "finance"]

    def test_has_what_is_due_first_on_top_and_nothing_that_is_closed(
        self, world: World, member: Phone, agent: Phone
    ) -> None:
        slow = opened(member, cause="suggestion")
        others = [opened(people.a_member(world)) for _ in range(2)]
        claimed(agent, others[1])
        closed(agent, others[1])
        items = done(agent.get("/v1/staff/queues/service"))["items"]
        assert [each["id"] for each in items] == [others[0]["id"], slow["id"]]
        assert items[0]["clocks"][0]["hours"] == "每天 8:00–20:00"


class TestHandOver:
    def test_is_not_felt_by_the_person_and_starts_no_clock_anew(
        self, world: World, member: Phone, staff: Phone
    ) -> None:
        case = opened(member)
        for queue in ("review", "finance", "service"):
            world.pass_time(minutes=10)
            claimed(staff, case)
            done(act(staff, case, "hand-over", queue=queue, text="请你们看看"))
        view = seen(member, case)
        assert view["by"] == "2026-11-23T02:00:00Z"
        assert [each["text"] for each in view["posts"]] == ["不知道怎么办"]
        among_us = done(staff.get(f"/v1/staff/cases/{case['id']}"))["posts"]
        assert [each["author"] for each in among_us] == ["person", "colleagues", "colleagues", "colleagues"]

    def test_sent_again_by_who_may_no_longer_see_it_is_answered(self, world: World, member: Phone) -> None:
        agent = people.a_staff_member(world, "agent")
        case = opened(member)
        claimed(agent, case)
        word = {"id": new_id("post"), "text": "请财务看", "queue": "finance", "cause": None}
        for _ in range(2):
            assert done(agent.post(f"/v1/staff/cases/{case['id']}/hand-over", word))["queue"] == "finance"

    def test_to_nowhere_is_refused(self, member: Phone, agent: Phone) -> None:
        case = opened(member)
        claimed(agent, case)
        assert refusal(act(agent, case, "hand-over", queue="nowhere")) == (422, "support.unknown_queue")


class TestClosing:
    def test_needs_a_cause_and_an_action_of_the_lists(self, member: Phone, agent: Phone) -> None:
        case = opened(member)
        claimed(agent, case)
        assert refusal(act(agent, case, "close", cause="other")) == (422, "request.field_missing")
        wrong = act(agent, case, "close", cause="other", action="whatever")
        assert refusal(wrong) == (422, "support.unknown_action")
        wrong = act(agent, case, "close", cause="whatever", action="explained")
        assert refusal(wrong) == (422, "support.unknown_cause")
        assert seen(member, case)["status"] == "open"

    def test_is_told_and_a_word_opens_it_again(self, world: World, member: Phone, agent: Phone) -> None:
        case = opened(member)
        claimed(agent, case)
        closed(agent, case)
        world.settle()
        view = seen(member, case)
        assert (view["status"], view["outcome_name"]) == ("closed", "讲清楚了怎么办")
        assert told(member, "case_closed") == [
            "关于“其他问题”：讲清楚了怎么办。还没解决的话，点开再说一句，就会重新打开。"
        ]
        again = done(member.post(f"/v1/cases/{case['id']}/messages", {"id": new_id("post"), "text": "没好"}))
        assert (again["status"], again["waiting_for"]) == ("open", "us")
        (open_,) = done(agent.get("/v1/staff/queues/service"))["items"]
        assert (open_["id"], open_["reopened"]) == (case["id"], 1)

    def test_ones_own_submission_is_refused(self, agent: Phone) -> None:
        case = opened(agent)
        claimed(agent, case)
        refused = act(agent, case, "close", cause="other", action="explained")
        assert refusal(refused) == (409, "support.own_submission")

    def test_what_is_closed_takes_no_more_steps_of_ours(self, world: World, member: Phone, agent: Phone) -> None:
        case = opened(member)
        claimed(agent, case)
        closed(agent, case)
        assert refusal(act(agent, case, "reply")) == (409, "support.case_closed")
        assert claimed(agent, case)["status"] == "closed"  # sent again, it is answered
        other = people.a_staff_member(world, "agent")
        assert refusal(act(other, case, "claim")) == (409, "support.case_closed")


class TestStory:
    def test_of_a_case_and_of_its_person_lead_to_one_another(self, member: Phone, agent: Phone) -> None:
        case = opened(member)
        claimed(agent, case)
        closed(agent, case)
        items = done(agent.get(f"/v1/staff/story/{case['id']}"))["items"]
        assert [each["what"] for each in items if each["source"] == "support"] == [
            "求助“其他问题”",
            "用户说了一句",
            "我们回了一句",
            "办结：讲清楚了怎么办",
            "已处理完，在“客服”",
        ]
        leads = {each["lead"] for each in done(agent.get(f"/v1/staff/story/{member.person_id}"))["items"]}
        assert case["id"] in leads
