"""An account for an elder without WeChat: by her own voice on her own phone, and hers to take back (A9, #92)."""

from __future__ import annotations

import re
from typing import Any

import boto3
import pytest

import app as application
from local import people
from local.environment import UPLOADS_BUCKET
from local.people import Phone, a_relative, done, new_id
from local.resources import create_bucket
from tests.api.test_lock_and_recovery import guess
from tests.builders.cases import opened as opened_case
from tests.builders.cases import told
from tests.builders.elders import Elder, a_number, acting, asked, asks, rings, seen
from tests.builders.fake_dynamodb import FakeDynamoDB
from tests.builders.guardians import become_guardian
from tests.builders.line import Line
from tests.builders.story import booking, refusal, shanghai
from tests.builders.talks import on_behalf, said
from tests.builders.world import World


@pytest.fixture
def line(world: World) -> Line:
    return Line(world)


@pytest.fixture
def daughter(world: World) -> Phone:
    daughter = a_relative(world)
    daughter.give_number()
    return daughter


@pytest.fixture
def elder(world: World) -> Elder:
    return Elder(world)


def opened(line: Line, daughter: Phone, elder: Elder, **changes: Any) -> dict[str, Any]:
    """Asked for, rung, and agreed to."""
    entrustment = asked(daughter, elder, **changes)
    done(rings(daughter, entrustment))
    line.keys("1")
    return seen(daughter, entrustment)


@pytest.mark.usefixtures("line")
class TestVoice:
    def test_says_who_asks_for_what_and_one_is_yes(
        self, line: Line, world: World, daughter: Phone, elder: Elder
    ) -> None:
        entrustment = asked(daughter, elder)
        assert (entrustment["state"], entrustment["name_masked"], entrustment["call"]) == ("asked", "周*兰", None)
        rung = done(rings(daughter, entrustment))
        assert (rung["call"], rung["may_ring_from"]) == ("已经拨出", "2026-11-23T00:01:00Z")
        ((_, heard),) = line.heard()
        assert (heard["phone"], heard["keys"]) == (elder.number, 1)
        assert heard["text"] == (
            "您好，这里是远盟健康。王小梅说是您的女儿，想在我们这里替您办这些事：看护工上门的安排、约护工上门、"
            "用您账户里的钱付款、有事向我们求助、看您的特别情况、激活卡。每天最多花 200 元，再多要您答应才办。"
            "办了什么、花了多少，我们都会告诉您；您什么时候打客服电话，都能收回。"
            "同意，请按 1。不同意，请按 2，或者直接挂断。"
        )
        assert heard["values"][:2] == ["王小梅", "女儿"]
        line.keys("1")
        after = seen(daughter, entrustment)
        assert (after["state"], after["sentence"]) == ("agreed", "老人同意了，您现在就可以替老人办事。")
        (mine,) = done(daughter.get("/v1/families"))["mine"]
        assert (mine["person_id"], mine["name_masked"], mine["left_fen"]) == (after["person_id"], "周*兰", 20_000)
        world.settle()
        assert len(told(daughter, "elder_agreed")) == 1
        (text,) = line.texts_to(elder.number)
        assert text.startswith("【远盟健康】您在电话里同意了，您的女儿能替您办事了。要收回，请打")

    def test_two_is_no_and_there_is_no_account(self, line: Line, world: World, daughter: Phone, elder: Elder) -> None:
        entrustment = asked(daughter, elder)
        done(rings(daughter, entrustment))
        line.keys("2")
        line.keys("1")  # the gateway tells another story later: the first answer counts
        after = seen(daughter, entrustment)
        assert (after["state"], after["person_id"], after["may_ring_from"]) == ("declined", None, None)
        assert done(daughter.get("/v1/families"))["mine"] == []
        assert refusal(rings(daughter, entrustment)) == (410, "identity.entrustment_over")
        world.settle()
        assert len(told(daughter, "elder_declined")) == 1
        assert line.texts_to(elder.number) == []
        world.pass_time(minutes=1)
        # Nobody keeps them from asking again, once they have spoken with her.
        assert opened(line, daughter, elder)["state"] == "agreed"

    def test_any_other_key_is_neither_and_she_may_be_rung_again(
        self, line: Line, world: World, daughter: Phone, elder: Elder
    ) -> None:
        entrustment = asked(daughter, elder)
        done(rings(daughter, entrustment))
        line.keys("5")
        assert seen(daughter, entrustment)["call"] == "按的不是 1 也不是 2"
        assert refusal(rings(daughter, entrustment)) == (429, "identity.elder_rung_just_now")
        world.pass_time(minutes=1)
        done(rings(daughter, entrustment))
        line.keys("1")
        line.keys("1")
        line.keys("2", call=0)
        assert seen(daughter, entrustment)["state"] == "agreed"
        assert len(done(daughter.get("/v1/families"))["mine"]) == 1

    def test_not_at_night_in_china(self, world: World, daughter: Phone, elder: Elder) -> None:
        entrustment = asked(daughter, elder)
        world.clock.set_to(shanghai(23, 22))
        asleep = rings(daughter, entrustment)
        assert refusal(asleep) == (409, "identity.elder_asleep")
        assert "北京时间 11月24日 7:00" in asleep.body["next_step"]
        world.clock.set_to(shanghai(24, 7))
        done(rings(daughter, entrustment))

    def test_for_seven_days_and_not_a_moment_longer(
        self, line: Line, world: World, daughter: Phone, elder: Elder
    ) -> None:
        entrustment = asked(daughter, elder)
        world.clock.set_to(shanghai(30, 7, 59))
        daughter.log_in()
        done(rings(daughter, entrustment))
        world.clock.set_to(shanghai(30, 8))
        line.keys("1")
        assert seen(daughter, entrustment)["person_id"] is None
        assert "结束了" in seen(daughter, entrustment)["sentence"]
        assert refusal(rings(daughter, entrustment)) == (410, "identity.entrustment_over")

    def test_where_nobody_rings_it_is_said_and_kept(self, world: World, daughter: Phone, elder: Elder) -> None:
        Line(world, rings=False)
        entrustment = asked(daughter, elder)
        assert refusal(rings(daughter, entrustment)) == (409, "identity.elder_not_reached")
        after = seen(daughter, entrustment)
        assert (after["state"], after["call"]) == ("asked", "没有打通")
        assert after["sentence"] == "刚才的电话没有打通，可以再打一次，11月30日 8:00 前都可以。"

    def test_all_families_together_ring_one_phone_five_times_an_hour(
        self, world: World, daughter: Phone, elder: Elder
    ) -> None:
        families = [daughter, a_relative(world), a_relative(world)]
        entrustments = [asked(each, elder) for each in families]
        answers = []
        for _ in range(2):
            answers += [rings(*each) for each in zip(families, entrustments, strict=True)]
            world.pass_time(minutes=1)
        assert [each.status for each in answers] == [200] * 5 + [429]
        assert refusal(answers[-1]) == (429, "identity.elder_rung_too_often")

    def test_two_answers_at_once_are_one_account(
        self, line: Line, world: World, daughter: Phone, elder: Elder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Of two children; the second finds the account of the first."""
        son = a_relative(world, "王小刚")
        of_daughter = asked(daughter, elder)
        of_son = asked(son, elder, relation="son")
        done(rings(daughter, of_daughter))
        done(rings(son, of_son))
        write = FakeDynamoDB.transact_write_items
        began: list[bool] = []

        def slow(database: FakeDynamoDB, *, TransactItems: list[Any]) -> None:  # noqa: N803 - boto3's name
            if not began and any("ENTRUSTMENT" in str(each) for each in TransactItems):
                began.append(True)
                line.keys("1", call=1)
            write(database, TransactItems=TransactItems)

        monkeypatch.setattr(FakeDynamoDB, "transact_write_items", slow)
        line.keys("1", call=0)
        (hers,), (his,) = (done(each.get("/v1/families"))["mine"] for each in (daughter, son))
        assert hers["person_id"] == his["person_id"]
        given = done(acting(daughter, hers["person_id"]).get("/v1/visits"))
        assert given["items"] == []


@pytest.mark.usefixtures("line")
class TestAsking:
    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"name": "周桂芳"}, "identity.elder_not_matched"),
            ({"id_number": "310101195003072324"}, "identity.number_check"),
            ({"limit_fen": 0}, "identity.limit_missing"),
            ({"scopes": []}, "request.field_invalid"),
            ({"phone": "+8621123"}, "request.field_invalid"),
        ],
    )
    def test_that_makes_no_sense_is_refused(
        self, daughter: Phone, elder: Elder, changes: dict[str, Any], code: str
    ) -> None:
        assert refusal(asks(daughter, elder, **changes)) == (422, code)
        assert done(daughter.get("/v1/me/managed-accounts"))["items"] == []

    def test_sent_again_is_the_same_and_its_id_is_good_for_no_other(
        self, world: World, daughter: Phone, elder: Elder
    ) -> None:
        body = elder.asked_for()
        first = done(daughter.post("/v1/me/managed-accounts", body), 201)
        reordered = body | {"scopes": list(reversed(body["scopes"]))}
        assert done(daughter.post("/v1/me/managed-accounts", reordered), 201) == first
        other = daughter.post("/v1/me/managed-accounts", body | {"limit_fen": 1})
        assert refusal(other) == (409, "request.id_taken")
        assert refusal(a_relative(world).post("/v1/me/managed-accounts", body)) == (409, "request.id_taken")
        stranger = a_relative(world)
        assert refusal(stranger.get(f"/v1/me/managed-accounts/{first['id']}")) == (
            404,
            "identity.no_such_entrustment",
        )
        assert refusal(rings(stranger, first)) == (404, "identity.no_such_entrustment")

    def test_takes_who_is_known_and_neither_oneself_nor_ones_own_phone(
        self, world: World, daughter: Phone, elder: Elder
    ) -> None:
        assert refusal(asks(people.a_member(world), elder)) == (409, "identity.not_proven_yet")
        assert refusal(asks(daughter, elder, phone=daughter.number)) == (422, "identity.phone_of_mine")
        number = people.a_resident_number(born_from=1970)
        son = people.a_member(world)
        people.prove(son, "王小刚", number)
        assert refusal(asks(son, elder, name="王小刚", id_number=number)) == (422, "identity.elder_is_myself")

    def test_who_has_wechat_invites_by_themselves(self, world: World, daughter: Phone, elder: Elder) -> None:
        people.prove(people.a_member(world), elder.name, elder.id_number)
        assert refusal(asks(daughter, elder)) == (409, "identity.elder_has_wechat")

    def test_not_a_second_time_for_the_same_elder(self, line: Line, daughter: Phone, elder: Elder) -> None:
        opened(line, daughter, elder)
        assert refusal(asks(daughter, elder)) == (409, "identity.acts_already")


@pytest.mark.usefixtures("line")
class TestPeople:
    def test_ring_where_the_phone_is_in_somebody_elses_name(self, world: World, daughter: Phone) -> None:
        agent = people.a_staff_member(world, "agent")
        elder = Elder(world, owns_phone=False)
        body = elder.asked_for()
        refused = daughter.post("/v1/me/managed-accounts", body)
        assert refusal(refused) == (409, "identity.elder_for_people")
        case = refused.body["case_id"]
        assert "最晚" in refused.body["next_step"]
        assert daughter.post("/v1/me/managed-accounts", body).body["case_id"] == case
        assert refusal(asks(daughter, Elder(world, owns_phone=False))) == (409, "identity.one_at_a_time")
        assert rings(daughter, body).body["case_id"] == case
        path = f"/v1/staff/cases/{case}"
        done(agent.post(f"{path}/claim"))
        shown = done(agent.get(path))["application"]
        applicant = shown["applicant"]
        assert (shown["rings"], shown["phone"], applicant["asks"], applicant["name"]) == (True, None, None, None)
        assert (applicant["name_masked"], applicant["relation_name"]) == ("王*梅", "女儿")
        reason = {"id": new_id("post"), "text": "要打电话给老人"}
        shown = done(agent.post(f"{path}/unmask", reason))["application"]
        assert (shown["phone"], shown["name"]) == (elder.number, elder.name)
        assert shown["applicant"]["asks"].startswith("王小梅说是您的女儿，想在我们这里替您办这些事：看护工")
        assert shown["applicant"]["asks"].endswith("您同意吗？")
        word = {"id": new_id("post"), "text": "老人自己说同意", "approve": True, "applied_at": shown["applied_at"]}
        for _ in range(2):
            done(agent.post(f"{path}/decide", word))
        after = done(daughter.post("/v1/me/managed-accounts", body), 201)
        assert after["state"] == "agreed"
        assert done(acting(daughter, after["person_id"]).get("/v1/visits"))["items"] == []
        world.settle()
        assert len(told(daughter, "elder_agreed")) == 1
        # The way is free for the next.
        assert refusal(asks(daughter, Elder(world, owns_phone=False))) == (409, "identity.elder_for_people")

    def test_ring_also_who_was_never_heard_on_the_phone_of_their_account(
        self, world: World, line: Line, daughter: Phone
    ) -> None:
        """Only a guardian ever typed it, and he is that no more."""
        create_bucket(boto3.client("s3"), UPLOADS_BUCKET)
        people.a_staff_member(world)
        reviewer = people.a_staff_member(world, "reviewer")
        son = a_relative(world, "王小刚")
        elder = Elder(world, owns_phone=False)
        words = {"name": elder.name, "id_number": elder.id_number, "phone": elder.number}
        person_id = become_guardian(son, reviewer, **words)
        done(reviewer.post(f"/v1/staff/people/{person_id}/guardianship/end", {"why": "revoked"}))
        assert refusal(asks(son, elder)) == (409, "identity.elder_for_people")
        assert line.heard() == []
        # Where the carrier knows it as hers a machine may ask.
        number = a_number()
        people.register_number(world, number, elder.name, elder.id_number)
        hers = asked(daughter, elder, phone=number)
        done(rings(daughter, hers))
        line.keys("1")
        assert seen(daughter, hers)["state"] == "agreed"
        world.settle()
        # From then on it is the phone of her account.
        assert any("同意了" in text for text in line.texts_to(number))
        assert not any("同意了" in text for text in line.texts_to(elder.number))
        agent = people.a_staff_member(world, "agent")
        word = said(daughter, phone=number, name=elder.name, number_ends=elder.id_number[-4:], about=None)
        done(agent.post("/v1/staff/talks", word), 201)

    def test_ring_also_where_the_register_spells_the_name_otherwise(
        self, world: World, line: Line, daughter: Phone
    ) -> None:
        agent = people.a_staff_member(world, "agent")
        elder = Elder(world, name="周\ue863")
        body = elder.asked_for(name="周\u4dae")
        refused = daughter.post("/v1/me/managed-accounts", body)
        assert refusal(refused) == (409, "identity.elder_for_people")
        path = f"/v1/staff/cases/{refused.body['case_id']}"
        done(agent.post(f"{path}/claim"))
        assert done(agent.get(path))["application"]["spelled_otherwise"]
        shown = done(agent.post(f"{path}/unmask", {"id": new_id("post"), "text": "对字形"}))["application"]
        assert (shown["code_points"], shown["register_code_points"]) == (["U+5468", "U+4DAE"], ["U+5468", "U+E863"])
        word = {"id": new_id("post"), "text": "老人自己说同意", "approve": True, "applied_at": shown["applied_at"]}
        done(agent.post(f"{path}/decide", word))
        after = done(daughter.post("/v1/me/managed-accounts", body), 201)
        assert after["state"] == "agreed"
        assert line.heard() == []
        store = application.house.identity.store
        person = store.find_person(after["person_id"])
        assert person is not None
        assert (store.open(person).name, store.open(person).typed_name) == ("周\ue863", "周\u4dae")

    def test_is_a_matter_of_its_own_that_only_its_decision_ends(self, world: World, daughter: Phone) -> None:
        agent = people.a_staff_member(world, "agent")
        other = opened_case(daughter)
        case = asks(daughter, Elder(world, owns_phone=False)).body["case_id"]
        assert case != other["id"]
        path = f"/v1/staff/cases/{case}"
        done(agent.post(f"{path}/claim"))
        word = {"id": new_id("post"), "text": "讲过了", "cause": "identity.elder_voice", "action": "explained"}
        assert refusal(agent.post(f"{path}/close", word)) == (409, "support.still_to_decide")
        handed = {"id": new_id("post"), "text": "给你", "queue": "service", "cause": "other"}
        assert refusal(agent.post(f"{path}/hand-over", handed)) == (409, "support.still_to_decide")
        # Somebody else's words about her in the same queue do not end up there either.
        assert opened_case(daughter)["id"] == other["id"]
        # And it is one case, whenever the daughter looks.
        world.pass_time(hours=30)
        daughter.log_in()
        (asked_,) = done(daughter.get("/v1/me/managed-accounts"))["items"]
        assert rings(daughter, asked_).body["case_id"] == case

    def test_say_no_with_the_reason_in_the_case(self, world: World, daughter: Phone) -> None:
        agent = people.a_staff_member(world, "agent")
        elder = Elder(world, owns_phone=False)
        body = elder.asked_for()
        path = f"/v1/staff/cases/{daughter.post('/v1/me/managed-accounts', body).body['case_id']}"
        done(agent.post(f"{path}/claim"))
        applied_at = done(agent.get(path))["application"]["applied_at"]
        word = {"id": new_id("post"), "text": "老人说不认识", "approve": False, "applied_at": applied_at}
        done(agent.post(f"{path}/decide", word))
        assert done(daughter.post("/v1/me/managed-accounts", body), 201)["state"] == "declined"
        assert done(daughter.get("/v1/families"))["mine"] == []


class TestAfterwards:
    def test_a_no_speaks_of_what_was_asked_for_and_of_the_way_on(
        self, line: Line, world: World, daughter: Phone, elder: Elder
    ) -> None:
        opened(line, daughter, elder)
        son = a_relative(world, "王小刚")
        his = asked(son, elder, relation="son")
        done(rings(son, his))
        line.keys("2")
        assert seen(son, his)["sentence"] == "老人没有同意。请先跟老人说清楚要办什么，再重新填一份。"
        world.settle()
        (heard,) = told(son, "elder_declined")
        assert "没有同意您替他办事" in heard

    def test_who_is_locked_still_sees_how_it_stands(
        self, line: Line, world: World, daughter: Phone, elder: Elder
    ) -> None:
        entrustment = opened(line, daughter, elder)
        world.rebuild(lambda settings: settings)  # a code comes by SMS again
        guess(world, daughter, 10)
        daughter.log_in()
        assert refusal(asks(daughter, elder)) == (403, "request.account_locked")
        assert seen(daughter, entrustment)["state"] == "agreed"
        assert len(done(daughter.get("/v1/me/managed-accounts"))["items"]) == 1

    def test_the_daughter_books_and_the_elder_is_told_by_sms_and_takes_it_back_by_phone(
        self, line: Line, world: World, daughter: Phone, elder: Elder
    ) -> None:
        staff = people.a_staff_member(world)
        _, caregiver_id = people.a_caregiver(world, staff)
        person_id = opened(line, daughter, elder)["person_id"]
        hers = acting(daughter, person_id)
        people.activate(hers, people.an_activation_code(staff))
        people.top_up(hers, 40_000)
        made = done(hers.post("/v1/visits", booking(caregiver_id, needs="")), 201)
        assert (made["status"], made["booked_by"]) == ("booked", "女儿")
        world.settle()
        texts = line.texts_to(elder.number)
        assert any("您的女儿替您办了：预约护工上门。不知情的话，请打" in each for each in texts)
        assert not any("小程序" in each for each in texts)
        # Above the limit she is asked, and says yes to one of us on the phone.
        wanted = {"start_at": shanghai(26, 9).isoformat(), "duration_min": 180, "quote_fen": 19_200}
        later = booking(caregiver_id, needs="", **wanted)
        assert done(hers.post("/v1/visits", later), 201)["status"] == "asked"
        world.settle()
        assert any("同意请打" in each and each.endswith("；不答复就不约。") for each in line.texts_to(elder.number))
        agent = people.a_staff_member(world, "agent")
        said = {
            "id": new_id("talk"),
            "phone": elder.number,
            "name": elder.name,
            "number_ends": elder.id_number[-4:],
            "agreed": True,
            "cause": "other",
            "about": None,
            "text": "女儿问我要不要约",
        }
        done(agent.post("/v1/staff/talks", said), 201)
        yes = done(on_behalf(agent, person_id, "POST", f"/v1/visits/{later['id']}/approve"))
        assert yes["status"] == "booked"
        (given,) = done(on_behalf(agent, person_id, "GET", "/v1/families"))["given"]
        assert (given["state"], given["relation_name"]) == ("holds", "女儿")
        done(on_behalf(agent, person_id, "POST", f"/v1/grants/{given['id']}/end"))
        assert refusal(hers.get("/v1/visits")) == (403, "request.grant_over")
        world.settle()
        assert len(told(daughter, "family_taken_back")) == 1

    def test_a_second_child_needs_the_phone_of_the_account(
        self, line: Line, world: World, daughter: Phone, elder: Elder
    ) -> None:
        first = opened(line, daughter, elder)
        son = a_relative(world, "王小刚")
        people.register_number(world, "+8613800000001", elder.name, elder.id_number)
        theirs = asks(son, elder, phone="+8613800000001")
        assert refusal(theirs) == (409, "identity.elder_for_people")
        agent = people.a_staff_member(world, "agent")
        path = f"/v1/staff/cases/{theirs.body['case_id']}"
        done(agent.post(f"{path}/claim"))
        shown = done(agent.post(f"{path}/unmask", {"id": new_id("post"), "text": "要打电话给老人"}))["application"]
        assert shown["phone"] == elder.number  # and not where somebody would have it ring
        daughter_in_law = a_relative(world, "李芳")
        assert opened(line, daughter_in_law, elder, relation="relative")["person_id"] == first["person_id"]

    def test_with_a_wechat_of_her_own_the_account_becomes_hers(
        self, line: Line, world: World, daughter: Phone, elder: Elder
    ) -> None:
        person_id = opened(line, daughter, elder)["person_id"]
        world.pass_time(days=3)
        hers = people.a_member(world)
        mine = {"name": elder.name, "id_number": elder.id_number}
        assert refusal(hers.put("/v1/me/identity", mine)) == (409, "identity.person_already_bound")
        otp_id = done(hers.post("/v1/otp", {"phone": elder.number, "purpose": "recover"}), 201)["id"]
        code = re.search(r"验证码(\d{6})", line.texts_to(elder.number)[-1])
        moved = done(hers.post("/v1/me/recovery", mine | {"otp_id": otp_id, "otp": code and code[1]}))
        assert moved["person_id"] == person_id
        hers.log_in()
        me = done(hers.get("/v1/me"))
        assert (me["person_id"], me["proven_by"], me["assurance"]) == (person_id, "phone", "held")
        (given,) = done(hers.get("/v1/families"))["given"]
        assert given["state"] == "holds"
        done(hers.post(f"/v1/grants/{given['id']}/end"))
        daughter.log_in()
        assert refusal(acting(daughter, person_id).get("/v1/visits")) == (403, "request.grant_over")

    def test_above_the_limit_her_silence_is_no_yes(
        self, line: Line, world: World, daughter: Phone, elder: Elder
    ) -> None:
        staff = people.a_staff_member(world)
        _, caregiver_id = people.a_caregiver(world, staff)
        hers = acting(daughter, opened(line, daughter, elder, limit_fen=1_000)["person_id"])
        people.activate(hers, people.an_activation_code(staff))
        people.top_up(hers, 20_000)
        asked = done(
            hers.post("/v1/visits", booking(caregiver_id, needs="", start_at=shanghai(26, 9).isoformat())), 201
        )
        assert (asked["status"], "不点就不约" in asked["sentence"]) == ("asked", True)
        world.settle()
        world.pass_time(hours=24)
        world.pass_time(minutes=1)
        assert done(hers.get(f"/v1/visits/{asked['id']}"))["status"] == "not_approved"
        assert done(hers.get("/v1/wallet"))["held_fen"] == 0

    def test_lost_events_are_found_and_told(self, line: Line, world: World, daughter: Phone, elder: Elder) -> None:
        opened(line, daughter, elder)
        no = asked(daughter, Elder(world))
        done(rings(daughter, no))
        line.keys("2")
        world.lose_events()
        world.settle()
        assert told(daughter, "elder_agreed") == told(daughter, "elder_declined") == []
        world.pass_time(hours=1)
        assert len(told(daughter, "elder_agreed")) == len(told(daughter, "elder_declined")) == 1
