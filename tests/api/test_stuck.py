"""Who fails three times at the same thing with nothing changed is not sent round again: a case is opened for them."""

from __future__ import annotations

from typing import Any

import pytest

from local import people
from local.people import Answer, Phone, done, new_id
from tests.builders.cases import claimed, closed
from tests.builders.fake_dynamodb import FakeDynamoDB, cancelled
from tests.builders.numbers import ELDER_NUMBER
from tests.builders.story import refusal
from tests.builders.world import World


@pytest.fixture
def member(world: World) -> Phone:
    world.register_identity("王秀英", ELDER_NUMBER)
    return people.a_member(world)


def prove(phone: Phone, name: str = "王秀瑛") -> Answer:
    return phone.put("/v1/me/identity", {"name": name, "id_number": ELDER_NUMBER})


class TestTheThirdTime:
    def test_opens_a_case_and_says_so_instead_of_the_same_again(self, member: Phone) -> None:
        first, second, third = (prove(member) for _ in range(3))
        assert [refusal(each) for each in (first, second, third)] == [(422, "identity.name_and_number_differ")] * 3
        assert "case_id" not in first.body
        assert second.body["next_step"] == first.body["next_step"]
        assert third.body["next_step"] == (
            "不用再试了，我们已经替您转给人工。我们收到了，最晚 11月23日 10:00 回复您，您不用做什么。"
        )
        case = done(member.get(f"/v1/cases/{third.body['case_id']}"))
        assert (case["cause"], case["channel"], case["about"]) == (
            "identity.name_differs",
            "system",
            member.person_id,
        )
        assert [(each["author"], each["text"]) for each in case["posts"]] == [
            ("us", "您在“姓名和身份证号对不上”这里连着几次没有通过，我们替您转给了人工，您不用再试。")
        ]
        blocked = done(member.get(f"/v1/timeline/{member.person_id}"))["blocked"]
        assert (blocked["key"], blocked["owner"], blocked["case_id"]) == ("identity", "us", case["id"])

    def test_and_the_fourth_find_the_same_case(self, member: Phone) -> None:
        answers = [prove(member) for _ in range(5)]
        assert len({each.body["case_id"] for each in answers[2:]}) == 1
        (case,) = done(member.get("/v1/cases"))["items"]
        assert len(done(member.get(f"/v1/cases/{case['id']}"))["posts"]) == 1

    def test_with_something_changed_is_no_third_time(self, member: Phone) -> None:
        for name in ("王秀瑛", "王秀莹", "王秀瑛", "王秀莹"):
            assert "case_id" not in prove(member, name).body
        assert done(member.get("/v1/cases"))["items"] == []

    def test_more_than_a_day_after_the_first_is_the_second(self, world: World, member: Phone) -> None:
        prove(member)
        world.pass_time(hours=1)
        prove(member)
        world.pass_time(hours=23, seconds=1)
        assert "case_id" not in prove(member).body
        assert "case_id" in prove(member).body

    def test_of_another_person_counts_for_that_person(self, world: World, member: Phone) -> None:
        others = [people.a_member(world) for _ in range(2)]
        for phone in (member, *others, member):
            assert "case_id" not in prove(phone).body

    def test_of_a_code_nobody_knows_is_for_the_service(self, world: World, member: Phone) -> None:
        world.register_identity("王秀英", ELDER_NUMBER)
        done(prove(member, "王秀英"))
        code = "0000-0000-0000-0000"
        third = [
            member.post("/v1/cards/activations", {"id": new_id("card"), "activation_code": code}) for _ in range(3)
        ][2]
        assert refusal(third) == (422, "cards.code_not_recognised")
        agent = people.a_staff_member(world, "agent")
        (case,) = done(agent.get("/v1/staff/queues/service"))["items"]
        assert case["id"] == third.body["case_id"]

    def test_is_refused_as_before_when_it_could_not_be_counted(
        self, member: Phone, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write = FakeDynamoDB.transact_write_items

        def busy(database: FakeDynamoDB, *, TransactItems: list[Any]) -> None:  # noqa: N803 - boto3's name
            entries = [next(iter(each.values())) for each in TransactItems]
            if any(each["TableName"] == "healthcard-support" for each in entries):
                raise cancelled([{"Code": "ThrottlingError"} for _ in entries])
            write(database, TransactItems=TransactItems)

        monkeypatch.setattr(FakeDynamoDB, "transact_write_items", busy)
        capsys.readouterr()
        assert refusal(prove(member)) == (422, "identity.name_and_number_differ")
        assert '"HelpFailed":[1.0]' in capsys.readouterr().out.replace(" ", "")

    def test_after_the_case_was_closed_opens_it_again(self, world: World, member: Phone) -> None:
        opened = [prove(member) for _ in range(3)][2].body["case_id"]
        reviewer = people.a_staff_member(world, "reviewer")
        claimed(reviewer, {"id": opened})
        closed(reviewer, {"id": opened}, cause="identity.name_differs")
        assert done(member.get(f"/v1/cases/{opened}"))["status"] == "closed"
        again = [prove(member) for _ in range(2)]
        assert [each.body["case_id"] for each in again] == [opened] * 2
        case = done(member.get(f"/v1/cases/{opened}"))
        assert (case["status"], len(case["posts"])) == ("open", 3)
