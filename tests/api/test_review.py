"""Who the register does not know is looked at by a person of ours; approved, nobody types anything again."""

from __future__ import annotations

from typing import Any

import pytest

import app as application
from chalicelib.kernel.ids import PersonId
from local import people
from local.people import Answer, Phone, done, new_id
from tests.builders.cases import act, asked, claimed, told
from tests.builders.numbers import ELDER_NUMBER
from tests.builders.story import refusal
from tests.builders.world import World

RARE = "王\u4dae"  # 䶮, as phones write it today
AS_REGISTERED_LONG_AGO = "王\ue863"  # the same, as it stood before Unicode had a place for it


@pytest.fixture
def reviewer(world: World) -> Phone:
    return people.a_staff_member(world, "reviewer")


@pytest.fixture
def member(world: World) -> Phone:
    return people.a_member(world)


def prove(phone: Phone, name: str = "龙英") -> Answer:
    return phone.put("/v1/me/identity", {"name": name, "id_number": ELDER_NUMBER})


def plea(phone: Phone) -> dict[str, Any]:
    return done(phone.post("/v1/cases", asked(phone.person_id, "identity.name_differs", "名字打不出来")), 201)


def decide(staff: Phone, case: dict[str, Any], *, approve: bool = True, **changes: Any) -> Answer:
    """On what stands in the case as this member of staff sees it now."""
    read = staff.get(f"/v1/staff/cases/{case['id']}").body.get("application")
    applied_at = read["applied_at"] if read else "2026-11-23T00:00:00Z"
    return act(staff, case, "decide", **({"approve": approve, "applied_at": applied_at} | changes))


class TestSpellings:
    @pytest.mark.parametrize(
        ("registered", "typed"),
        [
            (AS_REGISTERED_LONG_AGO, RARE),
            (RARE, AS_REGISTERED_LONG_AGO),
            ("王\ue81e", "王\u9fb4"),  # a character Unicode took in later still
            ("金\u6d1e", "金\ufa05"),  # a compatibility ideograph
        ],
    )
    def test_of_the_same_name_go_to_a_person_at_once_who_sees_both(
        self, world: World, member: Phone, reviewer: Phone, registered: str, typed: str
    ) -> None:
        world.register_identity(registered, ELDER_NUMBER)
        first = prove(member, typed)
        assert refusal(first) == (409, "identity.name_spelled_otherwise")
        case = {"id": first.body["case_id"]}
        assert prove(member, typed).body["case_id"] == case["id"]
        claimed(reviewer, case)
        masked = done(reviewer.get(f"/v1/staff/cases/{case['id']}"))["application"]
        assert (masked["spelled_otherwise"], masked["register_name"], masked["register_code_points"]) == (
            True,
            None,
            None,
        )
        seen = done(act(reviewer, case, "unmask", text="对字形"))["application"]
        both = [seen["code_points"], seen["register_code_points"]]
        assert both == [[f"U+{ord(each):04X}" for each in name] for name in (typed, registered)]
        done(decide(reviewer, case))
        assert done(member.get("/v1/me"))["identity_proven"]

    @pytest.mark.parametrize("typed", ["阿依古丽•买买提", " 阿依古丽．买买提 ", "阿依古丽 \u2e31 买买提"])
    def test_of_the_middle_dot_are_exact(self, world: World, member: Phone, typed: str) -> None:
        world.register_identity("阿依古丽·买买提", ELDER_NUMBER)
        assert done(prove(member, typed))["identity_proven"]
        store = application.house.identity.store
        person = store.find_person(PersonId(member.person_id))
        assert person is not None
        assert store.open(person).typed_name == typed.strip()

    def test_another_name_is_another(self, world: World, member: Phone) -> None:
        world.register_identity("王英", ELDER_NUMBER)
        assert refusal(prove(member, "王瑛")) == (422, "identity.name_and_number_differ")


class TestApproval:
    def test_proves_the_identity_that_was_typed_and_ends_the_case(
        self, world: World, member: Phone, reviewer: Phone
    ) -> None:
        prove(member)
        case = plea(member)
        claimed(reviewer, case)
        decided = done(decide(reviewer, case, text="看过身份证，是本人"))
        assert (decided["status"], decided["outcome_name"]) == ("closed", "改好了登记的资料")
        me = done(member.get("/v1/me"))
        assert (me["identity_proven"], me["name_masked"]) == (True, "龙*")
        assert (me["proven_by"], me["assurance"]) == ("people", "known")
        done(member.post("/v1/cards/activations", an_activation(world)), 201)
        world.settle()
        assert len(told(member, "case_closed")) == 1

    def test_sent_again_is_one_decision(self, member: Phone, reviewer: Phone) -> None:
        prove(member)
        case = plea(member)
        claimed(reviewer, case)
        applied_at = done(reviewer.get(f"/v1/staff/cases/{case['id']}"))["application"]["applied_at"]
        word = {"id": new_id("post"), "text": "是本人", "approve": True, "applied_at": applied_at}
        for _ in range(2):
            assert done(reviewer.post(f"/v1/staff/cases/{case['id']}/decide", word))["status"] == "closed"
        assert len(done(member.get(f"/v1/cases/{case['id']}"))["posts"]) == 2

    def test_of_a_number_somebody_else_has_is_refused_and_changes_nothing(
        self, world: World, member: Phone, reviewer: Phone
    ) -> None:
        prove(member)
        case = plea(member)
        world.register_identity("王英", ELDER_NUMBER)
        done(prove(people.a_member(world), "王英"))
        claimed(reviewer, case)
        assert refusal(decide(reviewer, case)) == (409, "identity.held_by_another")
        assert not done(member.get("/v1/me"))["identity_proven"]
        assert done(member.get(f"/v1/cases/{case['id']}"))["status"] == "open"

    def test_of_ones_own_application_is_refused(self, reviewer: Phone) -> None:
        prove(reviewer)
        case = plea(reviewer)
        claimed(reviewer, case)
        assert refusal(decide(reviewer, case)) == (409, "support.own_submission")
        assert not done(reviewer.get("/v1/me"))["identity_proven"]

    def test_of_nothing_is_refused(self, world: World, member: Phone, reviewer: Phone) -> None:
        case = plea(member)  # never typed anything
        claimed(reviewer, case)
        assert refusal(decide(reviewer, case)) == (409, "support.nothing_to_decide")
        prove(member)
        world.register_identity("龙英", ELDER_NUMBER)
        done(prove(member))  # and then it went through by itself
        assert refusal(decide(reviewer, case)) == (409, "support.nothing_to_decide")

    def test_takes_the_role_and_the_case(self, world: World, member: Phone, reviewer: Phone) -> None:
        prove(member)
        case = plea(member)
        assert refusal(decide(reviewer, case)) == (409, "support.not_yours")
        agent = people.a_staff_member(world, "agent")
        assert refusal(decide(agent, case)) == (403, "support.not_your_queue")


class TestGoingRound:
    def test_an_agent_comes_to_no_decision_by_handing_over(self, world: World, member: Phone) -> None:
        prove(member)
        agent = people.a_staff_member(world, "agent")
        case = done(member.post("/v1/cases", asked(member.person_id, "other", "问一下")), 201)
        claimed(agent, case)
        refused = act(agent, case, "hand-over", queue="service", cause="identity.name_differs", text="我来")
        assert refusal(refused) == (409, "support.decided_elsewhere")
        done(act(agent, case, "hand-over", queue="review", cause="identity.name_differs", text="请核对"))
        assert refusal(act(agent, case, "claim")) == (403, "support.not_your_queue")

    def test_what_was_changed_after_it_was_looked_at_is_not_approved(
        self, world: World, member: Phone, reviewer: Phone
    ) -> None:
        prove(member)
        case = plea(member)
        looked_at = claimed(reviewer, case)["application"]["applied_at"]
        world.pass_time(minutes=1)
        prove(member, "别人家")
        assert refusal(decide(reviewer, case, applied_at=looked_at)) == (409, "support.applied_anew")
        assert not done(member.get("/v1/me"))["identity_proven"]

    def test_a_reason_shows_what_it_was_given_for_and_nothing_later(
        self, world: World, member: Phone, reviewer: Phone
    ) -> None:
        prove(member)
        case = plea(member)
        claimed(reviewer, case)
        word = {"id": new_id("post"), "text": "核字形"}
        path = f"/v1/staff/cases/{case['id']}/unmask"
        assert done(reviewer.post(path, word))["application"]["name"] == "龙英"
        world.pass_time(minutes=1)
        prove(member, "别人家")
        assert done(reviewer.post(path, word))["application"]["name"] is None
        done(act(reviewer, case, "hand-over", queue="finance", cause="billing.money_missing", text="请看"))
        assert refusal(reviewer.post(path, word)) == (409, "support.not_yours")

    def test_who_handed_it_on_reads_no_more_by_sending_again(self, world: World, member: Phone) -> None:
        agent = people.a_staff_member(world, "agent")
        case = done(member.post("/v1/cases", asked(member.person_id, "other", "问一下")), 201)
        claimed(agent, case)
        word = {"id": new_id("post"), "text": "请财务看", "queue": "finance", "cause": None}
        for _ in range(2):
            answer = done(agent.post(f"/v1/staff/cases/{case['id']}/hand-over", word))
            assert (answer["queue"], answer["posts"]) == ("finance", [])

    def test_is_not_closed_as_done_while_it_waits(self, member: Phone, reviewer: Phone) -> None:
        prove(member)
        case = plea(member)
        claimed(reviewer, case)
        refused = act(reviewer, case, "close", cause="identity.name_differs", action="corrected")
        assert refusal(refused) == (409, "support.still_to_decide")
        done(act(reviewer, case, "close", cause="identity.name_differs", action="explained"))


class TestRefusal:
    def test_is_told_with_its_reason_and_leaves_the_way_open(
        self, world: World, member: Phone, reviewer: Phone
    ) -> None:
        prove(member)
        case = plea(member)
        claimed(reviewer, case)
        done(decide(reviewer, case, approve=False, text="照片和本人对不上"))
        view = done(member.get(f"/v1/cases/{case['id']}"))
        assert (view["outcome_name"], view["posts"][-1]["text"]) == ("核对后不能办，理由已写明", "照片和本人对不上")
        assert not done(member.get("/v1/me"))["identity_proven"]
        world.register_identity("龙英", ELDER_NUMBER)
        assert done(prove(member))["identity_proven"]


class TestMasking:
    def test_name_and_number_are_masked_until_the_owner_gives_a_reason(
        self, world: World, member: Phone, reviewer: Phone
    ) -> None:
        prove(member, RARE)
        case = plea(member)
        masked = claimed(reviewer, case)["application"]
        assert (masked["name_masked"], masked["number_masked"]) == ("王*", "310101************")
        assert (masked["name"], masked["id_number"], masked["code_points"]) == (None, None, None)
        clear = done(act(reviewer, case, "unmask", text="对着身份证核字形"))["application"]
        assert (clear["name"], clear["id_number"]) == (RARE, ELDER_NUMBER)
        assert clear["code_points"] == ["U+738B", "U+4DAE"]
        again = done(reviewer.get(f"/v1/staff/cases/{case['id']}"))
        assert again["application"] == masked
        assert [(each["author"], each["text"]) for each in again["posts"]][-1] == ("colleagues", "对着身份证核字形")
        supervisor = people.a_staff_member(world, "supervisor")
        assert refusal(act(supervisor, case, "unmask")) == (409, "support.not_yours")
        assert refusal(act(reviewer, case, "unmask", text=" "))[0] == 422


def an_activation(world: World) -> dict[str, str]:
    return {"id": new_id("card"), "activation_code": people.an_activation_code(people.a_staff_member(world))}
