"""Cases over the front door: opened, answered, escalated, closed; one thread, one owner, nobody forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from local import people
from local.people import Answer, Phone, done, new_id
from tests.builders import story
from tests.builders.story import refusal, shanghai
from tests.builders.world import World


@pytest.fixture
def staff(world: World) -> Phone:
    return people.a_staff_member(world)


@pytest.fixture
def agent(world: World) -> Phone:
    return people.a_staff_member(world, "agent")


@pytest.fixture
def rescue(world: World) -> Phone:
    return people.a_staff_member(world, "rescue")


@pytest.fixture
def member(world: World) -> Phone:
    phone = people.a_member(world)
    phone.give_number()
    return phone


def asked(about: str, cause: str = "other", text: str = "不知道怎么办", **changes: Any) -> dict[str, Any]:
    return {"id": new_id("case"), "cause": cause, "about": about, "text": text} | changes


def opened(phone: Phone, about: str | None = None, cause: str = "other", **changes: Any) -> dict[str, Any]:
    return done(phone.post("/v1/cases", asked(about or phone.person_id, cause, **changes)), 201)


def act(staff: Phone, case: dict[str, Any], step: str, **body: Any) -> Answer:
    sent = None if step == "claim" else {"id": new_id("post"), "text": "您好，我来帮您"} | body
    return staff.post(f"/v1/staff/cases/{case['id']}/{step}", sent)


def claimed(staff: Phone, case: dict[str, Any]) -> dict[str, Any]:
    return done(act(staff, case, "claim"))


def closed(staff: Phone, case: dict[str, Any], **body: Any) -> dict[str, Any]:
    return done(act(staff, case, "close", **({"cause": "other", "action": "explained"} | body)))


def seen(phone: Phone, case: dict[str, Any]) -> dict[str, Any]:
    return done(phone.get(f"/v1/cases/{case['id']}"))


def told(phone: Phone, kind: str) -> list[str]:
    return [each["text"] for each in done(phone.get("/v1/inbox"))["items"] if each["kind"] == kind]


def on_duty(phone: Phone, queue: str, begins: Any, hours: int, turn: int = 1) -> None:
    body = {
        "id": new_id("shift"),
        "queue": queue,
        "from_at": begins.isoformat(),
        "to_at": (begins + timedelta(hours=hours)).isoformat(),
        "turn": turn,
    }
    done(phone.post("/v1/staff/duty", body), 201)


def urgent(world: World, staff: Phone) -> tuple[Phone, str, dict[str, Any]]:
    """An elder, a booked visit of hers, and her call for help about it."""
    _, caregiver_id = people.a_caregiver(world, staff)
    elder = story.an_elder(world, staff)
    visit_id = story.a_booked_visit(elder, caregiver_id)
    return elder, visit_id, opened(elder, visit_id, "care.nobody_came")


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
        answer = member.post("/v1/cases", asked(member.person_id, "care.nobody_came"))
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
        assert sent["page"] == f"packages/help/case/case?id={case['id']}"

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


class TestEscalation:
    def test_at_four_fifths_and_at_the_end_calls_who_is_on_duty_once_each(
        self, world: World, member: Phone, agent: Phone
    ) -> None:
        on_duty(agent, "service", shanghai(23, 8), 12)
        opened(member)
        world.pass_time(minutes=95)
        assert told(agent, "case_paged") == []
        world.pass_time(minutes=1)
        assert told(agent, "case_paged") == [
            "“其他问题”，时间快到了，请在 11月23日 10:00 前答复。5 分钟内没有接手，会呼叫下一位。"
        ]

    def test_at_night_an_urgent_case_calls_at_once_and_the_next_after_five_minutes(
        self, world: World, staff: Phone, rescue: Phone
    ) -> None:
        caregiver = people.a_caregiver(world, staff)
        elder = story.an_elder(world, staff)
        visit_id = story.a_booked_visit(elder, caregiver[1])
        second = people.a_staff_member(world, "rescue")
        for turn, phone in enumerate((rescue, second), start=1):
            on_duty(phone, "rescue", shanghai(24, 0), 8, turn)
        world.clock.set_to(shanghai(24, 3))
        for phone in (rescue, second):
            phone.come_back_to_desk()
        case = opened(elder, visit_id, "care.trouble_at_home")
        assert case["by"] == "2026-11-23T19:10:00Z"
        world.settle()
        assert (len(told(rescue, "case_paged")), len(told(second, "case_paged"))) == (1, 0)
        called = "【远盟健康】值班呼叫：服务中出了急事，请在 11月24日 3:10 前答复。"
        assert (rescue.number, called) in world.sms()
        world.pass_time(minutes=5)
        assert len(told(second, "case_paged")) == 1
        claimed(second, case)
        world.pass_time(minutes=2)
        done(act(second, case, "reply", text="已经派人去了"))
        world.pass_time(minutes=60)
        assert (len(told(rescue, "case_paged")), len(told(second, "case_paged"))) == (1, 1)

    def test_with_nobody_on_duty_raises_an_alarm_and_calls_as_soon_as_there_is_somebody(
        self, world: World, staff: Phone, rescue: Phone, capsys: pytest.CaptureFixture[str]
    ) -> None:
        caregiver = people.a_caregiver(world, staff)
        elder = story.an_elder(world, staff)
        opened(elder, story.a_booked_visit(elder, caregiver[1]), "care.nobody_came")
        assert '"NobodyOnDuty":[1.0]' in capsys.readouterr().out.replace(" ", "")
        world.pass_time(minutes=5)
        assert '"NobodyOnDuty":[1.0]' in capsys.readouterr().out.replace(" ", "")
        on_duty(rescue, "rescue", world.clock(), 8)
        world.pass_time(minutes=5)
        assert len(told(rescue, "case_paged")) == 1

    def test_hours_nobody_covers_are_told_before_they_come(
        self, world: World, rescue: Phone, capsys: pytest.CaptureFixture[str]
    ) -> None:
        on_duty(rescue, "rescue", shanghai(23, 8), 24)
        world.settle()
        capsys.readouterr()
        world.pass_time(hours=1)
        assert '"RosterGaps":[0.0]' in capsys.readouterr().out.replace(" ", "")
        world.pass_time(hours=12)
        assert '"RosterGaps":[1.0]' in capsys.readouterr().out.replace(" ", "")

    def test_goes_on_after_the_clock_broke_its_promise_and_says_sorry(self, world: World, member: Phone) -> None:
        case = opened(member)
        world.pass_time(hours=2)
        assert seen(member, case)["sentence"].startswith("我们收到了，最晚 11月23日 10:00")
        world.pass_time(seconds=1)
        view = seen(member, case)
        assert view["sentence"] == "说好 11月23日 10:00 前办到，我们晚了，对不起。我们上班后先办您的。"

    def test_in_a_queue_with_hours_each_level_calls_once(self, world: World, member: Phone, agent: Phone) -> None:
        on_duty(agent, "service", shanghai(23, 8), 12)
        case = opened(member)
        world.pass_time(minutes=96)
        for _ in range(4):
            world.pass_time(minutes=6)
        assert [text.split("，")[1] for text in told(agent, "case_paged")] == ["说好 11月23日 10:00", "时间快到了"]
        world.pass_time(minutes=1)
        assert seen(member, case)["sentence"].endswith("已经呼叫值班的同事。")

    def test_a_call_has_no_page_for_its_reader_in_the_mini_program(
        self, world: World, staff: Phone, rescue: Phone
    ) -> None:
        on_duty(rescue, "rescue", shanghai(23, 8), 12)
        urgent(world, staff)
        world.settle()
        (call,) = [each for each in done(rescue.get("/v1/inbox"))["items"] if each["kind"] == "case_paged"]
        assert call["case_id"] is None

    def test_what_is_handed_to_who_is_on_duty_at_any_hour_calls_at_once(
        self, world: World, member: Phone, agent: Phone, rescue: Phone
    ) -> None:
        on_duty(rescue, "rescue", shanghai(23, 8), 12)
        case = opened(member)
        claimed(agent, case)
        done(act(agent, case, "reply", text="马上看"))
        done(act(agent, case, "hand-over", queue="rescue", text="老人摔倒了，急", cause=None))
        world.settle()
        assert len(told(rescue, "case_paged")) == 1

    def test_told_again_after_its_end_an_urgent_matter_calls_at_once(
        self, world: World, staff: Phone, rescue: Phone
    ) -> None:
        on_duty(rescue, "rescue", shanghai(23, 8), 12)
        elder, visit_id, case = urgent(world, staff)
        claimed(rescue, case)
        closed(rescue, case, cause="care.nobody_came")
        world.pass_time(hours=1)
        again = opened(elder, visit_id, "care.trouble_at_home")
        assert (again["id"], again["cause"]) == (case["id"], "care.trouble_at_home")
        world.settle()
        assert len(told(rescue, "case_paged")) == 2

    def test_handed_on_after_a_call_it_holds_up_no_other_clock(
        self, world: World, staff: Phone, rescue: Phone, member: Phone
    ) -> None:
        supervisor = people.a_staff_member(world, "supervisor")
        on_duty(rescue, "rescue", shanghai(23, 8), 1)
        _, _, case = urgent(world, staff)
        claimed(supervisor, case)
        done(act(supervisor, case, "hand-over", queue="service", text="不急", cause="other"))
        world.settle()
        world.pass_time(hours=2)  # the roster is empty by now
        other = opened(member)
        world.pass_time(minutes=97)
        assert seen(member, other)["status"] == "open"
        assert told(member, "case_paged") == []

    def test_a_question_to_a_suggestion_has_a_clock(self, world: World, member: Phone, agent: Phone) -> None:
        case = opened(member, cause="suggestion")
        claimed(agent, case)
        done(act(agent, case, "reply", text="谢谢您"))
        world.pass_time(hours=1)
        view = done(member.post(f"/v1/cases/{case['id']}/messages", {"id": new_id("post"), "text": "那改了吗"}))
        assert (view["waiting_for"], view["by"]) == ("us", "2026-11-25T01:00:00Z")


class TestRoster:
    def shift(self, phone: Phone, **changes: Any) -> Answer:
        body = {
            "id": new_id("shift"),
            "queue": "rescue",
            "from_at": shanghai(23, 8).isoformat(),
            "to_at": shanghai(23, 20).isoformat(),
            "turn": 1,
        }
        return phone.post("/v1/staff/duty", body | changes)

    def test_of_a_queue_is_read_by_its_people(self, rescue: Phone, agent: Phone) -> None:
        taken = done(self.shift(rescue), 201)
        assert done(rescue.get("/v1/staff/roster/rescue"))["items"] == [taken]
        assert refusal(agent.get("/v1/staff/roster/rescue")) == (403, "support.not_your_queue")
        assert refusal(self.shift(agent)) == (403, "support.not_your_queue")

    def test_a_shift_is_taken_once_and_by_nobody_else(self, world: World, rescue: Phone) -> None:
        taken = done(self.shift(rescue), 201)
        assert done(self.shift(rescue, id=taken["id"]), 201) == taken
        other = people.a_staff_member(world, "rescue")
        assert refusal(self.shift(other, id=taken["id"])) == (409, "request.id_taken")
        later = {"to_at": shanghai(23, 21).isoformat()}
        assert refusal(self.shift(rescue, id=taken["id"], **later)) == (409, "request.id_taken")
        assert done(rescue.get("/v1/staff/roster/rescue"))["items"] == [taken]

    def test_a_shift_can_be_given_up_by_its_person_or_a_supervisor(self, world: World, rescue: Phone) -> None:
        supervisor, other = (people.a_staff_member(world, role) for role in ("supervisor", "rescue"))
        for phone in (rescue, supervisor):
            taken = done(self.shift(rescue), 201)
            assert refusal(other.post(f"/v1/staff/duty/{taken['id']}/cancel")) == (404, "support.no_such_shift")
            for _ in range(2):
                done(phone.post(f"/v1/staff/duty/{taken['id']}/cancel"))
            assert done(rescue.get("/v1/staff/roster/rescue"))["items"] == []
            done(self.shift(rescue, id=taken["id"]), 201)
            assert done(rescue.get("/v1/staff/roster/rescue"))["items"] == []  # a resend brings nothing back


class TestLostEvents:
    def test_an_answer_is_told_also_when_a_call_came_after_it(
        self, world: World, member: Phone, agent: Phone, rescue: Phone
    ) -> None:
        on_duty(rescue, "rescue", shanghai(23, 8), 12)
        case = opened(member)
        claimed(agent, case)
        done(act(agent, case, "reply"))
        done(act(agent, case, "hand-over", queue="rescue", text="急", cause=None))
        claimed(rescue, case)
        world.lose_events()
        world.pass_time(minutes=1)
        world.pass_time(minutes=10)
        assert len(told(member, "case_answered")) == 1

    def test_are_found_missing_and_told_once(self, world: World, member: Phone, agent: Phone) -> None:
        case = opened(member)
        claimed(agent, case)
        done(act(agent, case, "reply"))
        world.lose_events()
        world.pass_time(minutes=1)
        assert told(member, "case_answered") == []
        world.pass_time(minutes=10)
        assert len(told(member, "case_answered")) == 1
        world.pass_time(minutes=30)
        assert len(told(member, "case_answered")) == 1


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
