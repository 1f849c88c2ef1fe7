"""Guardians by a court's paper, with a last day, before everybody who was only invited (features.md A11)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import boto3
import pytest
import requests

from chalicelib.kernel.time import SHANGHAI
from local import people
from local.environment import UPLOADS_BUCKET
from local.people import Answer, Phone, a_relative, done, give, invite, new_id
from local.resources import create_bucket
from tests.builders import story
from tests.builders.cases import told
from tests.builders.elders import Elder, acting, asks, rings
from tests.builders.fake_dynamodb import FakeDynamoDB
from tests.builders.guardians import UNTIL, applied, applies, become_guardian, decided
from tests.builders.line import Line
from tests.builders.papers import a_photo, sent
from tests.builders.story import booking, refusal, shanghai
from tests.builders.world import World


@pytest.fixture
def staff(world: World) -> Phone:
    create_bucket(boto3.client("s3"), UPLOADS_BUCKET)
    return people.a_staff_member(world)


@pytest.fixture
def reviewer(world: World, staff: Phone) -> Phone:
    return people.a_staff_member(world, "reviewer")


@pytest.fixture
def ward(world: World, staff: Phone) -> Phone:
    """With a mini program of her own, from better days."""
    ward = story.an_elder(world, staff)
    ward.give_number()
    return ward


@pytest.fixture
def son(world: World) -> Phone:
    return a_relative(world, "王小刚")


@pytest.fixture
def daughter(world: World, ward: Phone) -> Phone:
    daughter = a_relative(world)
    give(ward, daughter, limit_fen=50_000)
    return daughter


@pytest.fixture
def caregiver_id(world: World, staff: Phone) -> str:
    return people.a_caregiver(world, staff)[1]


@pytest.fixture
def guardian(ward: Phone, son: Phone, reviewer: Phone) -> Phone:
    """The son, switched to his mother."""
    become_guardian(son, reviewer)
    return son.as_family_of(ward)


class TestPaper:
    def test_is_looked_at_by_people_and_holds_to_its_last_day(
        self, world: World, ward: Phone, son: Phone, reviewer: Phone
    ) -> None:
        photo = a_photo(1_000)
        body = applied(son, paper_id=sent(son, photo))
        refused = son.post("/v1/me/guardianships", body)
        assert refusal(refused) == (409, "identity.guardian_for_people")
        case_id = refused.body["case_id"]
        assert son.post("/v1/me/guardianships", body).body["case_id"] == case_id
        assert refusal(son.as_family_of(ward).get("/v1/visits")) == (403, "request.not_granted")
        path = f"/v1/staff/cases/{case_id}"
        done(reviewer.post(f"{path}/claim"))
        shown = done(reviewer.get(path))["application"]
        applicant = shown["applicant"]
        assert (shown["paper"], applicant["relation_name"], shown["until"]) == (True, "儿子", UNTIL)
        assert (applicant["name_masked"], applicant["name"], shown["rings"]) == ("王*刚", None, False)
        reason = {"id": new_id("post"), "text": "和文书对"}
        assert done(reviewer.post(f"{path}/unmask", reason))["application"]["applicant"]["name"] == "王小刚"
        assert requests.get(done(reviewer.get(f"{path}/paper"))["url"], timeout=10).content == photo
        looks = {(each["who"], each["what"]) for each in done(ward.get("/v1/access-log"))["items"]}
        assert looks == {("我们的工作人员", "法院的文书"), ("我们的工作人员", "家人替您申请时填的资料")}
        done(decided(reviewer, case_id))
        assert done(son.post("/v1/me/guardianships", body), 201)["person_id"] == ward.person_id
        (mine,) = done(son.get("/v1/families"))["mine"]
        assert (mine["is_guardian"], mine["until"], len(mine["scopes"])) == (True, UNTIL, 6)
        (given,) = done(ward.get("/v1/families"))["given"]
        assert given["sentence"] == "法定监护人，到 2028年11月22日为止"
        world.settle()
        assert len(told(son, "guardian_registered")) == len(told(ward, "family_guardian")) == 1
        world.clock.set_to(shanghai(23, 23, 59).replace(year=2028, day=22))
        son.log_in()
        done(son.as_family_of(ward).get("/v1/visits"))
        world.clock.set_to(shanghai(23, 0).replace(year=2028))
        assert refusal(son.as_family_of(ward).get("/v1/visits")) == (403, "request.grant_over")

    def test_its_end_is_told_a_month_before_and_not_of_one_that_is_over(
        self, world: World, ward: Phone, son: Phone, reviewer: Phone
    ) -> None:
        become_guardian(son, reviewer, until="2027-01-20")
        world.clock.set_to(datetime(2026, 12, 21, 8, 59, tzinfo=SHANGHAI))
        world.settle()
        son.log_in()
        assert told(son, "guardian_ends_soon") == []
        world.pass_time(minutes=1)
        for _ in range(3):
            world.pass_time(hours=1)
        (text,) = told(son, "guardian_ends_soon")
        assert text.startswith("您登记的法定监护到 2027年1月20日 为止")
        ward.log_in()
        # The paper was prolonged: the later one takes the place of the first.
        reviewer.come_back_to_desk()
        become_guardian(son, reviewer, until="2028-01-20")
        (given,) = [each for each in done(ward.get("/v1/families"))["given"] if each["state"] == "holds"]
        assert given["until"] == "2028-01-20"

    def test_prolonged_it_still_covers_what_was_booked_before(
        self, ward: Phone, guardian: Phone, reviewer: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        made = done(guardian.post("/v1/visits", booking(caregiver_id)), 201)
        become_guardian(replace(guardian, acting_for=""), reviewer, until="2028-01-20")
        answer = daughter.as_family_of(ward).post(f"/v1/visits/{made['id']}/cancel")
        assert refusal(answer) == (403, "care.guardians_booking")

    def test_a_no_leaves_everything_as_it_was(self, ward: Phone, son: Phone, reviewer: Phone) -> None:
        body = applied(son)
        done(decided(reviewer, son.post("/v1/me/guardianships", body).body["case_id"], approve=False))
        after = done(son.post("/v1/me/guardianships", body), 201)
        assert (after["state"], after["sentence"]) == ("declined", "文书没有通过，原因写在“我的求助”里。")
        assert refusal(son.as_family_of(ward).get("/v1/visits")) == (403, "request.not_granted")

    def test_of_who_has_no_account_one_is_opened(self, world: World, son: Phone, reviewer: Phone) -> None:
        elder = Elder(world)
        line = Line(world)
        person_id = become_guardian(son, reviewer, name=elder.name, id_number=elder.id_number, phone=elder.number)
        world.settle()
        assert "登记成了您的监护人" in line.texts_to(elder.number)[0]
        # Told to, and proof of nothing: who typed it could take the account with it.
        agent = people.a_staff_member(world, "agent")
        said = {"phone": elder.number, "name": elder.name, "number_ends": elder.id_number[-4:]}
        talk = said | {"id": new_id("talk"), "agreed": True, "cause": "other", "about": None, "text": "我要办"}
        assert refusal(agent.post("/v1/staff/talks", talk)) == (409, "support.speaker_not_confirmed")
        world.pass_time(days=4)
        thief = people.a_member(world)
        otp_id = done(thief.post("/v1/otp", {"phone": elder.number, "purpose": "recover"}), 201)["id"]
        code = re.search(r"验证码(\d{6})", line.texts_to(elder.number)[-1])
        moved = {"name": elder.name, "id_number": elder.id_number, "otp_id": otp_id, "otp": code and code[1]}
        assert refusal(thief.post("/v1/me/recovery", moved)) == (422, "identity.recovery_refused")
        son.log_in()
        assert done(acting(son, person_id).get("/v1/visits"))["items"] == []

    @pytest.mark.parametrize(
        ("changes", "refused"),
        [
            ({"until": "2026-11-22"}, (422, "identity.until_past")),
            ({"until": "2031-11-24"}, (422, "identity.guardian_end_too_far")),
            ({"limit_fen": 0}, (422, "identity.limit_missing")),
            ({"name": "王秀兰"}, (422, "identity.elder_not_matched")),
            ({"paper_id": "paper_01M82V7M00GSP7QTCPRVA8MCST"}, (404, "identity.no_such_paper")),
        ],
    )
    def test_that_makes_no_sense_is_refused(
        self, ward: Phone, son: Phone, changes: dict[str, Any], refused: tuple[int, str]
    ) -> None:
        assert refusal(applies(son, **changes)) == refused
        assert done(son.get("/v1/me/managed-accounts"))["items"] == []
        assert refusal(son.as_family_of(ward).get("/v1/visits")) == (403, "request.not_granted")

    def test_one_whose_last_day_is_over_by_then_is_not_registered(
        self, world: World, ward: Phone, son: Phone, reviewer: Phone
    ) -> None:
        case = applies(son, until="2026-11-24").body["case_id"]
        world.clock.set_to(shanghai(25, 0))
        reviewer.come_back_to_desk()
        assert refusal(decided(reviewer, case)) == (409, "identity.paper_past")
        assert done(decided(reviewer, case, approve=False))["status"] == "closed"
        ward.log_in()
        assert done(ward.get("/v1/families"))["given"] == []

    def test_two_papers_at_once_are_one(self, ward: Phone, son: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
        first, second = applied(son), applied(son)
        second["paper_id"] = first["paper_id"]
        write = FakeDynamoDB.transact_write_items
        began: list[Answer] = []

        def slow(database: FakeDynamoDB, *, TransactItems: list[Any]) -> None:  # noqa: N803 - boto3's name
            if not began and any("ENTRUSTMENT" in str(each) for each in TransactItems):
                began.append(Answer(0, {}))
                began[0] = son.post("/v1/me/guardianships", second)
            write(database, TransactItems=TransactItems)

        monkeypatch.setattr(FakeDynamoDB, "transact_write_items", slow)
        late = son.post("/v1/me/guardianships", first)
        assert refusal(began[0]) == (409, "identity.guardian_for_people")
        assert refusal(late) == (409, "identity.one_at_a_time")
        assert done(ward.get("/v1/families"))["given"] == []

    def test_one_waits_at_a_time_and_somebody_elses_photo_is_nobodys(
        self, world: World, ward: Phone, son: Phone
    ) -> None:
        assert refusal(applies(son)) == (409, "identity.guardian_for_people")
        assert refusal(applies(son)) == (409, "identity.one_at_a_time")
        other = a_relative(world, "王小明")
        answer = other.post("/v1/me/guardianships", applied(other, paper_id=sent(son, a_photo(1_000))))
        assert refusal(answer) == (404, "identity.no_such_paper")
        assert done(ward.get("/v1/families"))["given"] == []

    def test_exactly_five_years_are_not_too_long(self, ward: Phone, son: Phone) -> None:
        assert refusal(applies(son, until="2031-11-23")) == (409, "identity.guardian_for_people")
        assert done(ward.get("/v1/families"))["given"] == []


class TestBeforeGrantees:
    def test_what_he_booked_she_cannot_undo_and_both_are_told(
        self, world: World, ward: Phone, guardian: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        made = done(guardian.post("/v1/visits", booking(caregiver_id)), 201)
        hers = daughter.as_family_of(ward)
        move = {"start_at": shanghai(25, 9).isoformat()}
        for _ in range(2):
            assert refusal(hers.post(f"/v1/visits/{made['id']}/cancel")) == (403, "care.guardians_booking")
            assert refusal(hers.post(f"/v1/visits/{made['id']}/reschedule", move)) == (403, "care.guardians_booking")
        assert done(guardian.get(f"/v1/visits/{made['id']}"))["status"] == "booked"
        world.settle()
        son = replace(guardian, acting_for="")
        assert len(told(son, "visit_opposed")) == len(told(daughter, "visit_not_undone")) == 1
        # What was not done is no deed.
        assert {each["what"] for each in done(ward.get("/v1/family-acts"))["items"]} == {"预约护工上门"}
        assert "取消" not in str(told(ward, "family_acted"))
        assert len(told(ward, "guardian_acted")) == 1
        assert "以您为准" in told(son, "visit_opposed")[0]
        (news,) = [each for each in done(son.get("/v1/inbox"))["items"] if each["kind"] == "visit_opposed"]
        assert news["push"] == "inbox_only"  # he left no phone, and it is not void
        done(guardian.post(f"/v1/visits/{made['id']}/cancel"))

    def test_what_she_booked_he_may_undo_and_both_are_told(
        self, world: World, ward: Phone, guardian: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        made = done(daughter.as_family_of(ward).post("/v1/visits", booking(caregiver_id)), 201)
        for _ in range(2):
            assert done(guardian.post(f"/v1/visits/{made['id']}/cancel"))["status"] == "cancelled"
        world.settle()
        son = replace(guardian, acting_for="")
        assert len(told(daughter, "visit_overruled")) == len(told(son, "visit_overruled_told")) == 1
        assert done(ward.get("/v1/wallet"))["held_fen"] == 0

    def test_her_own_visits_she_undoes_without_a_word_to_him(
        self, world: World, ward: Phone, guardian: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        hers = daughter.as_family_of(ward)
        made = done(hers.post("/v1/visits", booking(caregiver_id)), 201)
        done(hers.post(f"/v1/visits/{made['id']}/cancel"))
        world.settle()
        assert told(replace(guardian, acting_for=""), "visit_opposed") == []

    def test_what_he_booked_is_hers_to_undo_when_he_is_guardian_no_more_or_it_is_over(
        self, world: World, ward: Phone, guardian: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        reviewer = people.a_staff_member(world, "reviewer")
        made = done(guardian.post("/v1/visits", booking(caregiver_id)), 201)
        other = done(guardian.post("/v1/visits", booking(caregiver_id, start_at=shanghai(24, 14).isoformat())), 201)
        done(guardian.post(f"/v1/visits/{other['id']}/cancel"))
        hers = daughter.as_family_of(ward)
        assert done(hers.post(f"/v1/visits/{other['id']}/cancel"))["status"] == "cancelled"
        path = f"/v1/staff/people/{ward.person_id}/guardianship/end"
        done(reviewer.post(path, {"why": "mistaken"}))
        assert done(hers.post(f"/v1/visits/{made['id']}/cancel"))["status"] == "cancelled"
        world.settle()
        assert told(replace(guardian, acting_for=""), "visit_opposed") == []

    def test_there_is_one_and_the_next_takes_its_place(
        self, world: World, ward: Phone, guardian: Phone, reviewer: Phone
    ) -> None:
        other = a_relative(world, "王小明")
        body = applied(other)
        case = other.post("/v1/me/guardianships", body).body["case_id"]
        done(reviewer.post(f"/v1/staff/cases/{case}/claim"))
        application = done(reviewer.get(f"/v1/staff/cases/{case}"))["application"]
        assert application["applicant"]["instead_of_another"] is True
        done(decided(reviewer, case))
        assert refusal(guardian.get("/v1/visits")) == (403, "request.grant_over")
        done(other.as_family_of(ward).get("/v1/visits"))
        world.settle()
        assert len(told(replace(guardian, acting_for=""), "guardian_ended")) == 1
        path = f"/v1/staff/people/{ward.person_id}/guardianship/end"
        done(reviewer.post(path, {"why": "revoked"}))
        assert refusal(other.as_family_of(ward).get("/v1/visits")) == (403, "request.grant_over")

    def test_a_no_of_his_is_told_as_his(
        self, world: World, ward: Phone, guardian: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        give(ward, daughter, "book")
        asked = done(daughter.as_family_of(ward).post("/v1/visits", booking(caregiver_id)), 201)
        done(guardian.post(f"/v1/visits/{asked['id']}/cancel"))
        world.settle()
        assert "监护人没有同意" in told(daughter, "visit_not_approved")[0]

    def test_what_he_is_told_of_leads_to_whose_visit_it_is(
        self, world: World, ward: Phone, guardian: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        give(ward, daughter, "book", "view_visits")
        asked = done(daughter.as_family_of(ward).post("/v1/visits", booking(caregiver_id)), 201)
        world.settle()
        son = replace(guardian, acting_for="")
        (told_him,) = [each for each in done(son.get("/v1/inbox"))["items"] if each["kind"] == "visit_asked_guardian"]
        assert (told_him["visit_id"], told_him["relative"]) == (asked["id"], ward.person_id)
        assert refusal(son.get(f"/v1/visits/{asked['id']}")) == (404, "care.no_such_visit")
        done(guardian.get(f"/v1/visits/{told_him['visit_id']}"))
        (told_her,) = [each for each in done(ward.get("/v1/inbox"))["items"] if each["kind"] == "visit_asked"]
        assert told_her["relative"] is None

    def test_abroad_he_is_asked_in_his_own_daytime(
        self, world: World, ward: Phone, guardian: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        """Half past ten at night in Shanghai is half past two in London."""
        give(ward, daughter, "book")
        son = replace(guardian, acting_for="")
        son.consent("visit_status", 5)
        done(son.put("/v1/me/digest", {"zone": "Europe/London", "hour": None}))
        world.clock.set_to(shanghai(23, 22, 30))
        for each in (son, daughter):
            each.log_in()
        start = shanghai(26, 9).isoformat()
        done(daughter.as_family_of(ward).post("/v1/visits", booking(caregiver_id, start_at=start)), 201)
        world.settle()
        (told_him,) = [each for each in done(son.get("/v1/inbox"))["items"] if each["kind"] == "visit_asked_guardian"]
        assert told_him["push"] == "sent"
        ward.log_in()
        (told_her,) = [each for each in done(ward.get("/v1/inbox"))["items"] if each["kind"] == "visit_asked"]
        assert told_her["push"] == "held"

    def test_of_what_he_asked_for_himself_he_reads_what_comes_of_it(
        self, world: World, son: Phone, reviewer: Phone, staff: Phone, caregiver_id: str
    ) -> None:
        elder = Elder(world)
        ward_id = become_guardian(son, reviewer, name=elder.name, id_number=elder.id_number, limit_fen=1_000)
        his = acting(son, ward_id)
        people.activate(his, people.an_activation_code(staff))
        people.top_up(his, 20_000)
        far = booking(caregiver_id, needs="", start_at=shanghai(26, 9).isoformat())
        asked = done(his.post("/v1/visits", far), 201)
        assert (asked["status"], asked["booked_by_me"]) == ("asked", True)
        refused = his.post(f"/v1/visits/{asked['id']}/approve")
        assert refusal(refused) == (403, "care.own_ask")
        assert refused.body["next_step"].startswith("不用再点：11月24日 8:00 前没有人说不同意，就自动约上")
        world.pass_time(hours=24)
        world.pass_time(minutes=1)
        son.log_in()
        assert done(his.get(f"/v1/visits/{asked['id']}"))["status"] == "booked"
        assert done(his.post(f"/v1/visits/{asked['id']}/approve"))["status"] == "booked"

    def test_he_says_yes_to_what_she_asks_for_and_not_to_his_own(
        self, world: World, ward: Phone, guardian: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        give(ward, daughter, "book")
        asked = done(daughter.as_family_of(ward).post("/v1/visits", booking(caregiver_id)), 201)
        assert asked["status"] == "asked"
        world.settle()
        assert "女儿想替他约" in told(replace(guardian, acting_for=""), "visit_asked_guardian")[0]
        assert done(guardian.post(f"/v1/visits/{asked['id']}/approve"))["status"] == "booked"
        for day in (25, 26, 27, 28):
            people.top_up(ward, 20_000)
            last = done(
                guardian.post("/v1/visits", booking(caregiver_id, start_at=shanghai(day, 9).isoformat())), 201
            )
        assert last["status"] == "asked"
        own = guardian.post(f"/v1/visits/{last['id']}/approve")
        assert refusal(own) == (403, "care.own_ask")
        world.settle()
        assert len(told(ward, "visit_asked")) == 2

    def test_he_takes_back_what_others_were_given_and_nobody_takes_his(
        self, world: World, ward: Phone, guardian: Phone, daughter: Phone
    ) -> None:
        given = done(guardian.get("/v1/families"))["given"]
        (hers,) = [each for each in given if each["relation"] == "daughter"]
        (his,) = [each for each in given if each["relation"] == "son"]
        for _ in range(2):
            assert done(guardian.post(f"/v1/grants/{hers['id']}/end"))["state"] == "over"
        assert refusal(daughter.as_family_of(ward).get("/v1/visits")) == (403, "request.grant_over")
        assert refusal(ward.post(f"/v1/grants/{his['id']}/end")) == (403, "identity.guardian_stands")
        assert refusal(daughter.post(f"/v1/grants/{his['id']}/end")) == (404, "identity.no_such_grant")
        son = replace(guardian, acting_for="")
        invitation = invite(ward, "view_visits", relation="son")
        answer = son.post("/v1/invitations/accept", {"code": invitation["code"]})
        assert refusal(answer) == (403, "identity.guardian_stands")
        world.settle()
        assert len(told(daughter, "family_taken_back")) == 1
        # He may give it up himself.
        done(guardian.post(f"/v1/grants/{his['id']}/end"))
        assert refusal(guardian.get("/v1/visits")) == (403, "request.grant_over")
        world.settle()
        assert len(told(ward, "family_given_up")) == 1

    def test_one_of_us_ends_it_when_the_court_took_it_back(
        self, world: World, ward: Phone, guardian: Phone, reviewer: Phone, staff: Phone
    ) -> None:
        path = f"/v1/staff/people/{ward.person_id}/guardianship/end"
        agent = people.a_staff_member(world, "agent")
        assert refusal(agent.post(path, {"why": "revoked"})) == (403, "request.role_missing")
        assert refusal(reviewer.post(path, {"why": "因为"})) == (422, "request.field_invalid")
        assert done(reviewer.post(path, {"why": "revoked"}))["state"] == "over"
        assert refusal(reviewer.post(path, {"why": "revoked"})) == (404, "identity.no_guardian")
        assert refusal(guardian.get("/v1/visits")) == (403, "request.grant_over")
        world.settle()
        for phone in (ward, replace(guardian, acting_for="")):
            assert len(told(phone, "guardian_ended")) == 1
        story = done(staff.get(f"/v1/staff/story/{ward.person_id}"))["items"]
        assert [each["what"] for each in story if "监护" in each["what"] and each["source"] == "identity"] == [
            "登记了法定监护人",
            "法定监护结束了，文书撤销了",
        ]

    def test_others_hear_that_there_is_one(
        self, world: World, daughter: Phone, ward: Phone, son: Phone, reviewer: Phone
    ) -> None:
        done(decided(reviewer, applies(son).body["case_id"]))
        world.settle()
        assert len(told(daughter, "guardian_named")) == 1
        assert told(ward, "guardian_named") == []

    def test_he_sees_what_was_done_and_who_looked(self, ward: Phone, guardian: Phone, daughter: Phone) -> None:
        done(daughter.as_family_of(ward).get("/v1/visits"))
        looks = done(guardian.get("/v1/access-log"))["items"]
        assert ("女儿", "看上门") in {(each["who"], each["what"]) for each in looks}
        done(guardian.get("/v1/family-acts"))

    def test_he_does_not_see_that_somebody_asks_to_be_it_instead(
        self, world: World, ward: Phone, guardian: Phone, reviewer: Phone
    ) -> None:
        other = a_relative(world, "王小明")
        case_id = applies(other).body["case_id"]
        done(reviewer.post(f"/v1/staff/cases/{case_id}/claim"))
        assert case_id in {each["about"] for each in done(ward.get("/v1/access-log"))["items"]}
        assert case_id not in {each["about"] for each in done(guardian.get("/v1/access-log"))["items"]}

    def test_he_agrees_for_who_cannot(
        self, world: World, son: Phone, reviewer: Phone, staff: Phone, caregiver_id: str
    ) -> None:
        elder = Elder(world)
        his = acting(son, become_guardian(son, reviewer, name=elder.name, id_number=elder.id_number))
        people.activate(his, people.an_activation_code(staff))
        people.top_up(his, 20_000)
        assert refusal(his.post("/v1/visits", booking(caregiver_id))) == (403, "care.health_not_agreed")
        people.agree(his, "health")
        assert done(his.post("/v1/visits", booking(caregiver_id)), 201)["needs"] == "需要协助翻身"

    def test_a_voice_does_not_make_less_of_a_guardian(self, world: World, son: Phone, reviewer: Phone) -> None:
        elder = Elder(world)
        line = Line(world)
        waiting = a_relative(world)
        asked = done(asks(waiting, elder), 201)
        done(rings(waiting, asked))
        become_guardian(son, reviewer, name=elder.name, id_number=elder.id_number)
        assert refusal(asks(son, elder)) == (409, "identity.acts_already")
        assert refusal(asks(a_relative(world), elder)) == (409, "identity.elder_has_guardian")
        # Whoever asked before is not let in beside him either.
        line.keys("1")
        assert done(waiting.get("/v1/families"))["mine"] == []
        assert refusal(rings(waiting, asked)) == (409, "identity.elder_has_guardian")
