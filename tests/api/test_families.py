"""Family who act for an elder: as far as she lets them, told to her, and over when she says so (A9, A10, #92)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from local import people
from local.people import EVERY_SCOPE, Answer, Phone, a_relative, accept, done, give, invite, new_id
from tests.builders import story
from tests.builders.cases import told
from tests.builders.fake_dynamodb import FakeDynamoDB
from tests.builders.story import booking, refusal, shanghai
from tests.builders.talks import on_behalf, talk
from tests.builders.world import World


@pytest.fixture
def staff(world: World) -> Phone:
    return people.a_staff_member(world)


@pytest.fixture
def elder(world: World, staff: Phone) -> Phone:
    elder = story.an_elder(world, staff)
    elder.give_number()
    return elder


@pytest.fixture
def daughter(world: World) -> Phone:
    return a_relative(world)


@pytest.fixture
def caregiver_id(world: World, staff: Phone) -> str:
    return people.a_caregiver(world, staff)[1]


def books(daughter: Phone, elder: Phone, caregiver_id: str, **changes: Any) -> Answer:
    return daughter.as_family_of(elder).post("/v1/visits", booking(caregiver_id, **changes))


class TestInvitation:
    def test_is_accepted_by_one_and_says_for_whom_and_what(self, world: World, elder: Phone, daughter: Phone) -> None:
        invitation = invite(elder, "view_visits", "pay", limit_fen=30_000)
        looked = done(daughter.post("/v1/invitations/look", {"code": invitation["code"]}))
        mine = accept(daughter, invitation)
        assert (looked["person_id"], looked["name_masked"]) == (elder.person_id, "王*英")
        assert (mine["scopes"], mine["limit_fen"], mine["left_fen"]) == (["pay", "view_visits"], 30_000, 30_000)
        assert accept(daughter, invitation)["id"] == mine["id"]
        other = a_relative(world)
        for step in ("look", "accept"):
            answer = other.post(f"/v1/invitations/{step}", {"code": invitation["code"]})
            assert refusal(answer) == (410, "identity.invitation_over")
        (seen,) = done(elder.get("/v1/families"))["given"]
        assert (seen["state"], seen["name_masked"], seen["relation_name"]) == ("holds", "王*梅", "女儿")
        world.settle()
        assert "您的女儿接受了邀请" in told(elder, "family_linked")[0]

    def test_sent_again_is_the_same_and_its_id_is_good_for_no_other(self, elder: Phone) -> None:
        body = {"id": new_id("grant"), "relation": "son", "scopes": ["book"]}
        first = done(elder.post("/v1/invitations", body), 201)
        assert done(elder.post("/v1/invitations", body), 201) == first
        assert refusal(elder.post("/v1/invitations", body | {"relation": "spouse"})) == (409, "request.id_taken")
        assert len(done(elder.get("/v1/families"))["given"]) == 1

    def test_is_over_after_exactly_seven_days_and_what_it_gave_is_not(
        self, world: World, elder: Phone, daughter: Phone
    ) -> None:
        kept = invite(elder, "view_visits")
        late = invite(elder, "view_visits")
        world.clock.advance(timedelta(days=7) - timedelta(milliseconds=1))
        elder.log_in()
        daughter.log_in()
        accept(daughter, kept)
        world.clock.advance(timedelta(milliseconds=1))
        son = a_relative(world)
        answer = son.post("/v1/invitations/accept", {"code": late["code"]})
        assert refusal(answer) == (410, "identity.invitation_over")
        world.clock.advance(timedelta(days=5))
        daughter.log_in()
        done(daughter.as_family_of(elder).get("/v1/visits"))

    def test_cannot_be_guessed_and_needs_who_accepts_to_be_known(
        self, world: World, elder: Phone, daughter: Phone
    ) -> None:
        code = invite(elder, "book")["code"]
        for guess in (code[:-1] + ("0" if code[-1] != "0" else "1"), code[:26], "x", "我" * 40):
            answer = daughter.post("/v1/invitations/accept", {"code": guess})
            assert refusal(answer) == (404, "identity.no_such_invitation")
        assert refusal(elder.post("/v1/invitations/accept", {"code": code})) == (409, "identity.own_invitation")
        stranger = people.a_member(world)
        answer = stranger.post("/v1/invitations/accept", {"code": code})
        assert refusal(answer) == (409, "identity.not_proven_yet")
        assert accept(daughter, {"code": code})["person_id"] == elder.person_id

    def test_is_good_also_after_the_lookup_key_was_rotated(self, world: World, elder: Phone, daughter: Phone) -> None:
        invitation = invite(elder, "book")
        (key,) = world.change_secret(lookup_keys=["a new one"])["lookup_keys"]
        world.change_secret(lookup_keys=["a new one", key])
        accept(daughter, invitation)

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"scopes": ["pay"], "limit_fen": 0}, "identity.limit_missing"),
            ({"scopes": ["pay"], "limit_fen": 500_001}, "request.field_invalid"),
            ({"scopes": []}, "request.field_invalid"),
            ({"scopes": ["everything"]}, "request.field_invalid"),
            ({"relation": "boss"}, "request.field_invalid"),
            ({"until": "2026-11-22"}, "identity.until_past"),
        ],
    )
    def test_that_makes_no_sense_is_refused(self, elder: Phone, changes: dict[str, Any], code: str) -> None:
        body = {"id": new_id("grant"), "relation": "son", "scopes": ["book"]} | changes
        assert refusal(elder.post("/v1/invitations", body)) == (422, code)

    def test_two_who_accept_at_once_are_one(
        self, world: World, elder: Phone, daughter: Phone, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        invitation, son = invite(elder, "book"), a_relative(world)
        write = FakeDynamoDB.transact_write_items
        began: list[bool] = []

        def slow(database: FakeDynamoDB, *, TransactItems: list[Any]) -> None:  # noqa: N803 - boto3's name
            if not began and any("GRANT" in str(each) for each in TransactItems):
                began.append(True)
                accept(son, invitation)
            write(database, TransactItems=TransactItems)

        monkeypatch.setattr(FakeDynamoDB, "transact_write_items", slow)
        late = daughter.post("/v1/invitations/accept", {"code": invitation["code"]})
        assert refusal(late) == (410, "identity.invitation_over")
        assert done(daughter.get("/v1/families"))["mine"] == []
        assert len(done(son.get("/v1/families"))["mine"]) == 1

    def test_a_second_one_to_the_same_person_takes_the_place_of_the_first(
        self, world: World, elder: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        give(elder, daughter, "view_visits", "book")
        give(elder, daughter, "view_visits")
        assert refusal(books(daughter, elder, caregiver_id)) == (403, "request.scope_missing")
        states = [each["state"] for each in done(elder.get("/v1/families"))["given"]]
        assert sorted(states) == ["holds", "over"]
        world.settle()
        world.pass_time(hours=3)
        assert told(daughter, "family_taken_back") == []


class TestScopes:
    def test_son_who_may_book_books_and_does_not_see_what_is_about_health(
        self, elder: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        give(elder, daughter, "view_visits", "book", "pay")
        made = done(books(daughter, elder, caregiver_id), 201)
        assert (made["status"], made["booked_by"], made["needs"]) == ("booked", "女儿", None)
        (hers,) = done(elder.get("/v1/visits"))["items"]
        assert (hers["id"], hers["needs"], hers["booked_by"]) == (made["id"], "需要协助翻身", "女儿")
        assert refusal(daughter.as_family_of(elder).get("/v1/cases")) == (403, "request.scope_missing")
        assert daughter.as_family_of(elder).get("/v1/cases").body["facts"] == {"scope": "dispute"}
        give(elder, daughter, "view_visits", "view_health")
        seen = done(daughter.as_family_of(elder).get(f"/v1/visits/{made['id']}"))
        assert seen["needs"] == "需要协助翻身"

    @pytest.mark.parametrize(
        ("method", "path"),
        [
            ("POST", "/v1/invitations"),
            ("GET", "/v1/inbox"),
            ("GET", "/v1/me"),
            ("POST", "/v1/me/sign-out"),
            ("GET", "/v1/me/digest"),
        ],
    )
    def test_nobody_widens_their_own_power(
        self, world: World, elder: Phone, daughter: Phone, method: str, path: str
    ) -> None:
        give(elder, daughter, *EVERY_SCOPE)
        body = {"id": new_id("grant"), "relation": "son", "scopes": ["book"]} if path == "/v1/invitations" else None
        assert refusal(
            world.request(method, path, token=daughter.token, body=body, headers={"x-acting-for": elder.person_id})
        ) == (403, "request.not_on_behalf")

    def test_what_a_guardian_may_nobody_else_may(self, elder: Phone, daughter: Phone) -> None:
        grant_id = give(elder, daughter, *EVERY_SCOPE)
        hers = daughter.as_family_of(elder)
        answers = (
            hers.get("/v1/families"),
            hers.get("/v1/me/consents"),
            hers.get("/v1/access-log"),
            hers.get("/v1/family-acts"),
            hers.post(f"/v1/grants/{grant_id}/end"),
        )
        assert {refusal(each) for each in answers} == {(403, "request.guardian_only")}

    def test_of_two_parents_each_gives_what_they_give(
        self, world: World, staff: Phone, elder: Phone, daughter: Phone
    ) -> None:
        number = people.a_resident_number()
        father = people.an_elder(world, staff, name="王建国", id_number=number, balance_fen=0)
        give(elder, daughter, "view_visits")
        give(father, daughter, "view_visits", "pay")
        assert {each["name_masked"] for each in done(daughter.get("/v1/families"))["mine"]} == {"王*英", "王*国"}
        assert refusal(daughter.as_family_of(elder).get("/v1/wallet")) == (403, "request.scope_missing")
        assert done(daughter.as_family_of(father).get("/v1/wallet"))["available_fen"] == 0

    def test_a_payment_is_for_who_may_see_money(self, elder: Phone, daughter: Phone) -> None:
        order = {"id": new_id("top"), "amount_fen": 1_000}
        done(elder.post("/v1/wallet/top-ups", order), 201)
        give(elder, daughter, "view_visits")
        hers = daughter.as_family_of(elder)
        assert refusal(hers.get(f"/v1/timeline/{order['id']}")) == (403, "request.scope_missing")
        give(elder, daughter, "view_visits", "pay")
        assert done(hers.get(f"/v1/timeline/{order['id']}"))["about"] == order["id"]

    def test_pays_into_her_mothers_purse_with_her_own_wechat(
        self, world: World, elder: Phone, daughter: Phone
    ) -> None:
        give(elder, daughter, "pay")
        people.top_up(daughter.as_family_of(elder), 30_000)
        assert done(elder.get("/v1/wallet"))["available_fen"] == 80_000
        assert done(daughter.get("/v1/wallet"))["available_fen"] == 0
        world.settle()
        assert len(told(elder, "wallet_topped_up")) == 2
        assert len(told(elder, "family_acted")) == 1

    def test_who_is_a_caregiver_does_not_send_herself(self, world: World, staff: Phone, elder: Phone) -> None:
        daughter, caregiver_id = people.a_caregiver(world, staff)
        people.prove(daughter, "王小梅", people.a_resident_number(born_from=1970))
        give(elder, daughter, "book", "pay")
        assert refusal(books(daughter, elder, caregiver_id)) == (409, "care.not_oneself")

    def test_activates_her_card_and_asks_for_help_in_her_name(
        self, world: World, staff: Phone, daughter: Phone
    ) -> None:
        mother = people.a_member(world)
        people.prove(mother, "赵玉梅", people.a_resident_number())
        give(mother, daughter, "manage_cards", "dispute", "view_visits")
        code = people.an_activation_code(staff)
        card = {"id": new_id("card"), "activation_code": code}
        done(daughter.as_family_of(mother).post("/v1/cards/activations", card), 201)
        plea = {"id": new_id("case"), "cause": "other", "about": mother.person_id, "text": "不会用"}
        done(daughter.as_family_of(mother).post("/v1/cases", plea), 201)
        assert [each["id"] for each in done(mother.get("/v1/cards"))["items"]] == [card["id"]]
        assert [each["id"] for each in done(mother.get("/v1/cases"))["items"]] == [plea["id"]]
        acts = done(mother.get("/v1/family-acts"))["items"]
        assert {(each["what"], each["about"]) for each in acts} == {
            ("激活护工卡", card["id"]),
            ("向我们求助", plea["id"]),
        }


class TestEnd:
    def test_is_felt_by_the_next_request(
        self, world: World, elder: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        grant_id = give(elder, daughter)
        done(daughter.as_family_of(elder).get("/v1/visits"))
        for _ in range(2):
            assert done(elder.post(f"/v1/grants/{grant_id}/end"))["state"] == "over"
        for answer in (daughter.as_family_of(elder).get("/v1/visits"), books(daughter, elder, caregiver_id)):
            assert refusal(answer) == (403, "request.grant_over")
        assert done(daughter.get("/v1/families"))["mine"] == []
        world.settle()
        assert len(told(daughter, "family_taken_back")) == 1

    def test_she_may_give_it_up_herself_and_nobody_else_may(
        self, world: World, elder: Phone, daughter: Phone
    ) -> None:
        grant_id = give(elder, daughter)
        answer = a_relative(world).post(f"/v1/grants/{grant_id}/end")
        assert refusal(answer) == (404, "identity.no_such_grant")
        done(daughter.post(f"/v1/grants/{grant_id}/end"))
        world.settle()
        assert told(elder, "family_given_up") == [
            "您的女儿退出了，从现在起不能再替您办事。需要的话，请另外邀请一位家人。"
        ]

    def test_of_an_invitation_nobody_accepted_makes_its_link_worthless(self, elder: Phone, daughter: Phone) -> None:
        invitation = invite(elder, "book")
        done(elder.post(f"/v1/grants/{invitation['id']}/end"))
        answer = daughter.post("/v1/invitations/accept", {"code": invitation["code"]})
        assert refusal(answer) == (410, "identity.invitation_over")

    def test_comes_by_itself_after_the_last_day(self, world: World, elder: Phone, daughter: Phone) -> None:
        give(elder, daughter, "view_visits", until="2026-11-24")
        world.clock.set_to(shanghai(24, 23, 59))
        done(daughter.as_family_of(elder).get("/v1/visits"))
        world.clock.set_to(shanghai(25, 0))
        assert refusal(daughter.as_family_of(elder).get("/v1/visits")) == (403, "request.grant_over")

    def test_what_is_under_way_when_it_is_taken_back_is_not_done(
        self, elder: Phone, daughter: Phone, caregiver_id: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        grant_id = give(elder, daughter)
        write = FakeDynamoDB.transact_write_items
        said_so: list[bool] = []

        def slow(database: FakeDynamoDB, *, TransactItems: list[Any]) -> None:  # noqa: N803 - boto3's name
            if not said_so:
                said_so.append(True)
                done(elder.post(f"/v1/grants/{grant_id}/end"))
            write(database, TransactItems=TransactItems)

        monkeypatch.setattr(FakeDynamoDB, "transact_write_items", slow)
        assert refusal(books(daughter, elder, caregiver_id)) == (403, "request.grant_over")
        assert done(elder.get("/v1/visits"))["items"] == []


SAID = {
    "may not pay": "到时间没有等到本人答复",
    "taken back": "权限已经收回",
    "no money": "余额不够",
    "it would have begun": "到时间没有等到本人答复",
}


class TestLimit:
    """¥200 a day; a visit of two hours costs ¥128."""

    def left(self, daughter: Phone) -> int:
        (mine,) = done(daughter.get("/v1/families"))["mine"]
        return int(mine["left_fen"])

    def test_within_it_she_books_above_it_the_elder_is_asked(
        self, world: World, elder: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        give(elder, daughter)
        assert done(books(daughter, elder, caregiver_id), 201)["status"] == "booked"
        assert self.left(daughter) == 7_200
        wanted = booking(caregiver_id, start_at=shanghai(26, 9).isoformat())
        asked = done(daughter.as_family_of(elder).post("/v1/visits", wanted), 201)
        assert (asked["status"], asked["waiting_for"]) == ("asked", "you")
        assert done(daughter.as_family_of(elder).post("/v1/visits", wanted), 201)["status"] == "asked"
        assert done(elder.get("/v1/wallet"))["held_fen"] == 12_800
        assert self.left(daughter) == 7_200
        world.settle()
        (question,) = told(elder, "visit_asked")
        assert question.startswith(
            "您的女儿想约 11月26日 9:00 的生活照护，李护理员上门，¥128.00。请在 11月24日 8:00 前"
        )
        assert question.endswith("不答复的话，到时自动约上。")
        caregiver = done(elder.post(f"/v1/visits/{asked['id']}/approve"))
        assert caregiver["status"] == "booked"
        assert done(elder.post(f"/v1/visits/{asked['id']}/approve"))["status"] == "booked"
        assert done(elder.get("/v1/wallet"))["held_fen"] == 25_600
        world.settle()
        assert len(told(daughter, "visit_approved")) == 1

    def test_exactly_the_limit_is_within_it(self, elder: Phone, daughter: Phone, caregiver_id: str) -> None:
        give(elder, daughter, *EVERY_SCOPE, limit_fen=12_800)
        assert done(books(daughter, elder, caregiver_id), 201)["status"] == "booked"
        give(elder, daughter, *EVERY_SCOPE, limit_fen=12_799)
        later = shanghai(26, 9).isoformat()
        assert done(books(daughter, elder, caregiver_id, start_at=later), 201)["status"] == "asked"

    def test_two_payments_at_once_do_not_pass_it(
        self, elder: Phone, daughter: Phone, caregiver_id: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        give(elder, daughter)
        write = FakeDynamoDB.transact_write_items
        other: list[Answer] = []

        def slow(database: FakeDynamoDB, *, TransactItems: list[Any]) -> None:  # noqa: N803 - boto3's name
            if not other:
                other.append(Answer(0, {}))
                other[0] = books(daughter, elder, caregiver_id, start_at=shanghai(26, 9).isoformat())
            write(database, TransactItems=TransactItems)

        monkeypatch.setattr(FakeDynamoDB, "transact_write_items", slow)
        mine = books(daughter, elder, caregiver_id)
        assert {mine.body["status"], other[0].body["status"]} == {"asked", "booked"}
        assert (self.left(daughter), done(elder.get("/v1/wallet"))["held_fen"]) == (7_200, 12_800)

    def test_is_new_with_the_day_of_shanghai(
        self, world: World, elder: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        give(elder, daughter)
        done(books(daughter, elder, caregiver_id), 201)
        world.clock.set_to(shanghai(23, 23, 59))
        assert self.left(daughter) == 7_200
        world.clock.set_to(shanghai(24, 0))
        assert self.left(daughter) == 20_000

    def test_her_no_frees_the_half_hours_and_takes_no_money(
        self, world: World, elder: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        give(elder, daughter, "book", "view_visits")
        asked = done(books(daughter, elder, caregiver_id), 201)
        assert asked["status"] == "asked"
        taken = elder.post("/v1/visits", booking(caregiver_id))
        assert refusal(taken) == (409, "care.slot_taken")
        for _ in range(2):
            assert done(elder.post(f"/v1/visits/{asked['id']}/cancel"))["status"] == "not_approved"
        assert refusal(elder.post(f"/v1/visits/{asked['id']}/approve")) == (410, "care.ask_over")
        wallet = done(elder.get("/v1/wallet"))
        assert (wallet["available_fen"], wallet["held_fen"]) == (50_000, 0)
        done(elder.post("/v1/visits", booking(caregiver_id)), 201)
        world.settle()
        assert ["没有约：本人没有同意" in each for each in told(daughter, "visit_not_approved")] == [True]
        assert told(elder, "visit_not_booked") == []

    def test_who_withdraws_is_told_nothing_and_it_is_no_refusal_of_hers(
        self, world: World, elder: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        give(elder, daughter, "book", "view_visits")
        asked = done(books(daughter, elder, caregiver_id), 201)
        done(daughter.as_family_of(elder).post(f"/v1/visits/{asked['id']}/cancel"))
        world.settle()
        assert "自己收回了" in done(elder.get(f"/v1/visits/{asked['id']}"))["sentence"]
        assert told(daughter, "visit_not_approved") == told(elder, "visit_not_booked") == []

    def test_the_no_of_another_of_the_family_is_told_as_that(
        self, world: World, elder: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        son = a_relative(world, "王小刚")
        give(elder, daughter, "book", "view_visits")
        give(elder, son, "book", "view_visits", relation="son")
        asked = done(books(daughter, elder, caregiver_id), 201)
        path = f"/v1/visits/{asked['id']}"
        assert done(son.as_family_of(elder).get(path))["booked_by_me"] is False
        assert done(daughter.as_family_of(elder).get(path))["booked_by_me"] is True
        done(son.as_family_of(elder).post(f"{path}/cancel"))
        world.settle()
        assert "家里另一位家人没有同意" in done(elder.get(path))["sentence"]
        (heard,) = told(daughter, "visit_not_approved")
        assert "没有约：家里另一位家人没有同意" in heard
        assert told(elder, "visit_not_booked") == []

    def test_she_is_asked_five_times_a_day_and_not_more(
        self, elder: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        give(elder, daughter, "book", "view_visits")
        starts = [shanghai(25 + turn // 3, 8 + turn % 3 * 4).isoformat() for turn in range(6)]
        answers = [books(daughter, elder, caregiver_id, start_at=start_at) for start_at in starts]
        assert [answer.status for answer in answers] == [201] * 5 + [409]
        assert answers[5].body["code"] == "request.asked_too_often"

    def test_after_a_day_without_an_answer_it_is_booked_for_who_may_pay(
        self, world: World, elder: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        give(elder, daughter, *EVERY_SCOPE, limit_fen=5_000)
        asked = done(books(daughter, elder, caregiver_id, start_at=shanghai(26, 9).isoformat()), 201)
        world.settle()
        world.pass_time(hours=23, minutes=58)
        assert done(elder.get(f"/v1/visits/{asked['id']}"))["status"] == "asked"
        world.pass_time(minutes=3)
        assert done(elder.get(f"/v1/visits/{asked['id']}"))["status"] == "booked"
        assert done(elder.get("/v1/wallet"))["held_fen"] == 12_800

    @pytest.mark.parametrize("why", ["may not pay", "taken back", "no money", "it would have begun"])
    def test_and_otherwise_it_is_not(
        self, world: World, staff: Phone, elder: Phone, daughter: Phone, why: str
    ) -> None:
        caregiver, caregiver_id = people.a_caregiver(world, staff)
        scopes = ("view_visits", "book") if why == "may not pay" else EVERY_SCOPE
        given_ = give(elder, daughter, *scopes, **({} if why == "may not pay" else {"limit_fen": 5_000}))
        start_at = shanghai(23, 18) if why == "it would have begun" else shanghai(26, 9)
        asked = done(books(daughter, elder, caregiver_id, start_at=start_at.isoformat()), 201)
        if why == "taken back":
            done(elder.post(f"/v1/grants/{given_}/end"))
        if why == "no money":
            spent = booking(caregiver_id, start_at=shanghai(25, 9).isoformat(), duration_min=420, quote_fen=44_800)
            done(elder.post("/v1/visits", spent), 201)
            done(caregiver.post(f"/v1/visits/{spent['id']}/accept"))
        world.settle()
        world.pass_time(hours=24, minutes=1)
        ended = done(elder.get(f"/v1/visits/{asked['id']}"))
        assert (ended["status"], SAID[why] in ended["sentence"]) == ("not_approved", True)
        assert SAID[why] in told(elder, "visit_not_booked")[0]

    def test_yes_without_enough_money_says_what_is_missing(
        self, world: World, staff: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        poor = story.an_elder(world, staff, balance_fen=1_000)
        give(poor, daughter, "book")
        asked = done(books(daughter, poor, caregiver_id), 201)
        assert refusal(poor.post(f"/v1/visits/{asked['id']}/approve")) == (402, "care.not_enough_money")
        people.top_up(poor, 20_000)
        assert done(poor.post(f"/v1/visits/{asked['id']}/approve"))["status"] == "booked"

    def test_her_caregiver_hears_nothing_of_it_before_the_yes(
        self, world: World, staff: Phone, elder: Phone, daughter: Phone
    ) -> None:
        caregiver, caregiver_id = people.a_caregiver(world, staff)
        give(elder, daughter, "book")
        asked = done(books(daughter, elder, caregiver_id), 201)
        world.settle()
        assert done(caregiver.get("/v1/caregiver/agenda"))["items"] == []
        for answer in (
            caregiver.get(f"/v1/caregiver/visits/{asked['id']}"),
            caregiver.post(f"/v1/visits/{asked['id']}/accept"),
        ):
            assert refusal(answer) == (404, "care.no_such_visit")
        assert told(caregiver, "visit_offered") == []
        done(elder.post(f"/v1/visits/{asked['id']}/approve"))
        world.settle()
        assert len(told(caregiver, "visit_offered")) == 1

    def test_the_daughter_cannot_say_yes_herself(self, elder: Phone, daughter: Phone, caregiver_id: str) -> None:
        give(elder, daughter, "book")
        asked = done(books(daughter, elder, caregiver_id), 201)
        answer = daughter.as_family_of(elder).post(f"/v1/visits/{asked['id']}/approve")
        assert refusal(answer) == (403, "request.guardian_only")


class TestTold:
    def test_whatever_is_done_stands_in_her_list_and_reaches_her(
        self, world: World, elder: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        give(elder, daughter)
        made = done(books(daughter, elder, caregiver_id), 201)
        done(daughter.as_family_of(elder).post(f"/v1/visits/{made['id']}/cancel"))
        world.settle()
        acts = done(elder.get("/v1/family-acts"))["items"]
        assert {(each["what"], each["spends_fen"], each["relation_name"]) for each in acts} == {
            ("预约护工上门", 12_800, "女儿"),
            ("取消预约", 0, "女儿"),
        }
        assert len(told(elder, "family_acted")) == 2
        assert [text for phone, text in world.sms() if phone == elder.number and "替您办了" in text] != []

    def test_also_when_every_event_was_lost_once(
        self, world: World, elder: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        give(elder, daughter)
        done(books(daughter, elder, caregiver_id), 201)
        world.lose_events()
        world.settle()
        world.pass_time(hours=2)
        assert (len(told(elder, "family_linked")), len(told(elder, "family_acted"))) == (1, 1)
        world.pass_time(hours=2)
        assert (len(told(elder, "family_linked")), len(told(elder, "family_acted"))) == (1, 1)

    def test_a_refusal_leaves_nothing(self, elder: Phone, daughter: Phone, caregiver_id: str) -> None:
        give(elder, daughter)
        assert books(daughter, elder, caregiver_id, quote_fen=1).status == 409
        assert done(elder.get("/v1/family-acts"))["items"] == []


class TestFollowing:
    def test_who_may_see_visits_hears_that_it_began_and_nothing_about_health(
        self, world: World, staff: Phone, elder: Phone, daughter: Phone
    ) -> None:
        caregiver, caregiver_id = people.a_caregiver(world, staff)
        give(elder, daughter, "view_visits")
        son = a_relative(world)
        give(elder, son, "pay")
        visit_id = story.a_booked_visit(elder, caregiver_id)
        story.go_to_service(world, caregiver, visit_id)
        late = a_relative(world)
        world.clock.advance(timedelta(minutes=1))
        give(elder, late, "view_visits")
        for _ in range(2):
            world.settle()
            world.read_streams_again()
        (card,) = told(daughter, "relative_visit_began")
        assert card == "您家人 11月24日 9:00 的生活照护开始了，李护理员已经到家。"
        assert told(son, "relative_visit_began") == told(late, "relative_visit_began") == []

    def test_and_that_nobody_comes_but_not_once_it_was_taken_back(
        self, world: World, elder: Phone, daughter: Phone, caregiver_id: str
    ) -> None:
        son = a_relative(world)
        give(elder, daughter, "view_visits")
        grant_id = give(elder, son, "view_visits")
        story.a_booked_visit(elder, caregiver_id)
        done(elder.post(f"/v1/grants/{grant_id}/end"))
        world.settle()
        world.pass_time(minutes=31)
        assert len(told(daughter, "relative_visit_failed")) == 1
        assert told(son, "relative_visit_failed") == []


class TestWhoLooked:
    def looks(self, elder: Phone) -> set[tuple[str, str]]:
        return {(each["who"], each["what"]) for each in done(elder.get("/v1/access-log"))["items"]}

    def test_is_listed_for_family_caregivers_and_staff_and_never_oneself(
        self, world: World, staff: Phone, elder: Phone, daughter: Phone
    ) -> None:
        caregiver, caregiver_id = people.a_caregiver(world, staff)
        give(elder, daughter)
        made = done(elder.post("/v1/visits", booking(caregiver_id)), 201)
        world.settle()
        done(elder.get("/v1/visits"))
        assert self.looks(elder) == set()
        for _ in range(2):
            done(daughter.as_family_of(elder).get(f"/v1/visits/{made['id']}"))
        done(caregiver.get(f"/v1/caregiver/visits/{made['id']}"))
        done(staff.get(f"/v1/staff/story/{made['id']}"))
        assert self.looks(elder) == {
            ("女儿", "看上门"),
            ("李护理员", "上门的时间、地址和需要"),
            ("我们的工作人员", "整件事的经过"),
        }
        assert len(done(elder.get("/v1/access-log"))["items"]) == 3

    def test_again_in_another_hour_is_another_entry_and_pages_go_on(
        self, world: World, elder: Phone, daughter: Phone
    ) -> None:
        give(elder, daughter)
        for _ in range(3):
            done(daughter.as_family_of(elder).get("/v1/visits"))
            world.clock.advance(timedelta(hours=1))
        first = done(elder.get("/v1/access-log?limit=2"))
        rest = done(elder.get(f"/v1/access-log?limit=2&after={first['next'].replace('#', '%23')}"))
        assert (len(first["items"]), len(rest["items"]), rest["next"]) == (2, 1, None)

    def test_who_shows_themselves_by_changing_nothing_is_listed_too(
        self, world: World, staff: Phone, elder: Phone, daughter: Phone
    ) -> None:
        _, caregiver_id = people.a_caregiver(world, staff)
        give(elder, daughter, "view_visits", "book", "pay")
        hers = daughter.as_family_of(elder)
        made = done(hers.post("/v1/visits", booking(caregiver_id)), 201)
        done(hers.post(f"/v1/visits/{made['id']}/cancel"))
        assert self.looks(elder) == set()
        done(hers.post(f"/v1/visits/{made['id']}/cancel"))
        assert self.looks(elder) == {("女儿", "取消预约（又问了一次结果）")}

    def test_a_top_up_that_is_paid_between_its_two_requests_is_no_look(self, elder: Phone, daughter: Phone) -> None:
        give(elder, daughter, "view_visits", "pay")
        people.top_up(daughter.as_family_of(elder), 5_000)
        assert not any("充值" in what for _, what in self.looks(elder))

    def test_of_two_daughters_each_has_her_name(self, world: World, elder: Phone, daughter: Phone) -> None:
        younger = a_relative(world, "王小兰")
        for each in (daughter, younger):
            give(elder, each, "view_visits", "dispute")
            done(each.as_family_of(elder).get("/v1/visits"))
            plea = {"id": new_id("case"), "cause": "care.cannot_book", "about": elder.person_id, "text": "约不上"}
            done(each.as_family_of(elder).post("/v1/cases", plea), 201)
        looks = done(elder.get("/v1/access-log"))["items"]
        assert {(each["who"], each["name_masked"]) for each in looks} == {("女儿", "王*梅"), ("女儿", "王*兰")}
        acts = done(elder.get("/v1/family-acts"))["items"]
        assert {(each["relation_name"], each["name_masked"]) for each in acts} == {
            ("女儿", "王*梅"),
            ("女儿", "王*兰"),
        }

    def test_one_of_us_on_the_phone_is_listed_and_reads_the_list_aloud(
        self, world: World, elder: Phone, daughter: Phone
    ) -> None:
        agent = people.a_staff_member(world, "agent")
        elder.give_number()
        world.pass_time(hours=73)
        for each in (agent, elder, daughter):
            each.log_in()
        agent.sign_in_at_desk()
        give(elder, daughter, "view_visits")
        done(daughter.as_family_of(elder).get("/v1/visits"))
        talk(agent, elder)
        done(on_behalf(agent, elder.person_id, "GET", "/v1/families"))
        assert ("我们的工作人员，在电话里", "看让哪些家人办事") in self.looks(elder)
        aloud = done(on_behalf(agent, elder.person_id, "GET", "/v1/access-log"))["items"]
        assert ("女儿", "看上门") in {(each["who"], each["what"]) for each in aloud}
        assert done(on_behalf(agent, elder.person_id, "GET", "/v1/family-acts"))["items"] == []

    def test_what_is_refused_was_not_seen(self, elder: Phone, daughter: Phone) -> None:
        give(elder, daughter, "book")
        assert daughter.as_family_of(elder).get("/v1/visits").status == 403
        assert self.looks(elder) == set()
