"""Who is called about a case, when and in which order; the roster; and calls and answers that got lost."""

from __future__ import annotations

from typing import Any

import pytest

from local import people
from local.people import Answer, Phone, done, new_id
from tests.builders import story
from tests.builders.cases import act, claimed, closed, on_duty, opened, seen, told, urgent
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

    def test_with_nobody_on_duty_raises_an_alarm_also_when_it_is_told_again_or_handed_over(
        self, world: World, staff: Phone, member: Phone, capsys: pytest.CaptureFixture[str]
    ) -> None:
        elder, _, case = urgent(world, staff)
        claimed(staff, case)
        closed(staff, case, cause="care.nobody_came")
        capsys.readouterr()
        word = {"id": new_id("post"), "text": "还是没有人来"}
        done(elder.post(f"/v1/cases/{case['id']}/messages", word))
        assert '"NobodyOnDuty":[1.0]' in capsys.readouterr().out.replace(" ", "")
        other = opened(member)
        claimed(staff, other)
        capsys.readouterr()
        done(act(staff, other, "hand-over", queue="rescue", text="急", cause=None))
        assert '"NobodyOnDuty":[1.0]' in capsys.readouterr().out.replace(" ", "")

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
        assert (
            view["sentence"]
            == "说好 11月23日 10:00 前办到，我们晚了，对不起。我们一有人就先办您的；着急的话，请打客服电话。"
        )

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
        world.pass_time(hours=2)  # rescue's roster is empty by now
        agent = people.a_staff_member(world, "agent")
        on_duty(agent, "service", shanghai(23, 10), 10)
        other = opened(member, cause="app.does_not_work")
        world.pass_time(minutes=97)
        calls = told(agent, "case_paged")
        assert len([text for text in calls if text.startswith("“小程序用不了”")]) == 1
        assert seen(member, other)["status"] == "open"

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
