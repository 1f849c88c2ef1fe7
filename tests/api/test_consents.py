"""Agreeing by document: what was shown is kept, no and yes are felt at once, and what was done stays done."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import app as application
from chalicelib.identity.documents import load_documents
from chalicelib.identity.domain.consent import Documents
from chalicelib.identity.usecases import sessions
from chalicelib.kernel.principal import Consent
from local import people
from local.people import Phone, agree, done, fix
from tests.api.conftest import Cast
from tests.builders.story import booking, refusal, shanghai
from tests.builders.world import World

# A word changed in a document is another version: what somebody agreed to must be found again as it was.
HASHES = {
    ("face", 1): "fc8553a2074e12e50241ed65cde0fa40672dd0994de0adab1094a750fc140744",
    ("health", 1): "f6eff0692faae799ee891a8d32af18acf0a81a4f587e102b959bb6fb13009eb1",
    ("location", 1): "5a5f40373a3482e5b56465eb41b4b89c8655486f9a2d1162bf8f82d0b8e9cc21",
}


@pytest.fixture
def town(world: World) -> World:
    """Of each test's own: the clock moves, and documents change."""
    return world


@pytest.fixture
def staff(town: World) -> Phone:
    return people.a_staff_member(town)


@pytest.fixture
def member(world: World) -> Phone:
    return people.a_member(world)


def documents_of(phone: Phone) -> dict[str, dict[str, Any]]:
    return {each["kind"]: each for each in done(phone.get("/v1/me/consents"))["items"]}


def answer_to(document: dict[str, Any], **changes: Any) -> dict[str, Any]:
    shown = {each: document[each] for each in ("kind", "version", "hash")}
    return shown | {"accepted": True, "shown_for_s": 30} | changes


def with_new_version(kind: Consent) -> None:
    """As a release would bring it."""
    documents = load_documents()
    newer = documents.current(kind).model_copy(update={"version": 2, "title": "改过的说明"})
    house = application.house
    identity = replace(house.identity, documents=Documents(items=(*documents.items, newer)))
    edge = replace(house.edge, authenticate=lambda token, *, now: sessions.authenticate(identity, token, now=now))
    application.bind(replace(house, identity=identity, edge=edge))


class TestDocuments:
    def test_no_word_of_a_version_ever_changes(self) -> None:
        assert {(each.kind.value, each.version): each.hash for each in load_documents().items} == HASHES

    def test_each_says_what_there_is_without_it(self) -> None:
        for each in load_documents().items:
            assert each.without.startswith("不同意也能")
            assert any("收回" in line for line in each.text)


class TestAnswers:
    def test_nothing_is_agreed_to_by_silence(self, member: Phone) -> None:
        found = documents_of(member)
        assert set(found) == {"face", "health"}
        assert [(each["agreed"], each["answered_at"]) for each in found.values()] == [(False, None)] * 2

    def test_each_by_itself_and_with_what_was_shown(self, member: Phone) -> None:
        document = documents_of(member)["health"]
        told = done(member.post("/v1/me/consents", answer_to(document, shown_for_s=45)))
        assert (told["agreed"], told["answered_at"]) == (True, "2026-11-23T00:00:00Z")
        assert done(member.get("/v1/me"))["consents"] == ["health"]
        assert documents_of(member)["face"]["agreed"] is False
        (kept,) = done(member.get("/v1/me/consents/record"))["items"]
        assert (kept["kind"], kept["version"], kept["hash"]) == ("health", 1, document["hash"])
        assert (kept["text"], kept["accepted"]) == (document["text"], True)
        assert (kept["shown_at"], kept["at"]) == ("2026-11-22T23:59:15Z", "2026-11-23T00:00:00Z")

    def test_location_is_asked_of_caregivers_alone(self, cast: Cast) -> None:
        assert set(documents_of(cast.caregiver)) == {"face", "health", "location"}
        assert "location" not in documents_of(cast.elder)

    def test_the_same_again_is_one_answer(self, member: Phone, world: World) -> None:
        first = agree(member, "face")
        world.pass_time(minutes=1)
        assert agree(member, "face") == first
        assert len(done(member.get("/v1/me/consents/record"))["items"]) == 1

    def test_the_record_keeps_every_change_of_mind(self, member: Phone, world: World) -> None:
        for accepted in (True, False, True):
            agree(member, "face", accepted=accepted)
            world.pass_time(seconds=1)
        page = done(member.get("/v1/me/consents/record?limit=2"))
        rest = done(member.get(f"/v1/me/consents/record?limit=2&after={page['next']}"))
        assert [each["accepted"] for each in page["items"] + rest["items"]] == [True, False, True]

    @pytest.mark.parametrize("changes", [{"hash": "0" * 64}, {"version": 2}])
    def test_to_other_words_than_those_that_hold_is_none(self, member: Phone, changes: dict[str, Any]) -> None:
        answer = member.post("/v1/me/consents", answer_to(documents_of(member)["face"], **changes))
        assert refusal(answer) == (409, "identity.consent_text_changed")
        assert done(member.get("/v1/me/consents/record"))["items"] == []

    def test_new_words_ask_anew_and_the_old_ones_can_be_read(self, member: Phone, world: World) -> None:
        agree(member, "health")
        with_new_version(Consent.HEALTH)
        assert done(member.get("/v1/me"))["consents"] == []
        now = documents_of(member)["health"]
        assert (now["version"], now["title"], now["agreed"]) == (2, "改过的说明", False)
        assert now["answered_at"] is not None
        world.pass_time(seconds=1)
        agree(member, "health")
        titles = [each["title"] for each in done(member.get("/v1/me/consents/record"))["items"]]
        assert titles == ["改过的说明", "把特别情况告诉护工"]

    def test_is_nobody_elses_to_give(self, cast: Cast) -> None:
        daughter = people.a_relative(cast.town)
        people.give(cast.elder, daughter)
        acting = daughter.as_family_of(cast.elder)
        answer = acting.post("/v1/me/consents", answer_to(documents_of(cast.elder)["face"]))
        assert refusal(answer) == (403, "request.guardian_only")


class TestHealth:
    def test_what_help_is_needed_is_not_taken_without_it(self, cast: Cast) -> None:
        agree(cast.elder, "health", accepted=False)
        before = cast.wallet()
        refused = cast.book(start_at=shanghai(24, 9).isoformat())
        assert (*refusal(refused), refused.body["field"]) == (403, "care.health_not_agreed", "needs")
        assert cast.wallet() == before
        assert done(cast.book(start_at=shanghai(24, 9).isoformat(), needs=""), 201)["needs"] == ""

    def test_family_cannot_tell_it_for_who_does_not_want_it_told(self, cast: Cast) -> None:
        agree(cast.elder, "health", accepted=False)
        daughter = people.a_relative(cast.town)
        people.give(cast.elder, daughter)
        answer = daughter.as_family_of(cast.elder).post(
            "/v1/visits", cast.wanted(start_at=shanghai(25, 9).isoformat())
        )
        assert refusal(answer) == (403, "care.health_not_agreed")

    def test_taken_back_hides_it_from_the_caregiver_and_not_from_its_owner(self, cast: Cast) -> None:
        visit = done(cast.book(start_at=shanghai(26, 9).isoformat()), 201)
        hers = f"/v1/caregiver/visits/{visit['id']}"
        assert done(cast.caregiver.get(hers))["needs"] == "需要协助翻身"
        agree(cast.elder, "health", accepted=False)
        assert done(cast.caregiver.get(hers))["needs"] == ""
        shown = done(cast.elder.get(f"/v1/visits/{visit['id']}"))
        assert (shown["needs"], shown["status"]) == ("需要协助翻身", "booked")

    def test_a_booking_sent_again_after_it_was_taken_back_is_the_one_there_is(self, cast: Cast) -> None:
        body = cast.wanted(start_at=shanghai(27, 9).isoformat())
        visit = done(cast.elder.post("/v1/visits", body), 201)
        agree(cast.elder, "health", accepted=False)
        assert done(cast.elder.post("/v1/visits", body), 201)["id"] == visit["id"]


class TestLocation:
    @pytest.fixture
    def under_way(self, world: World) -> tuple[Phone, Phone, str]:
        """A caregiver who has set out, to an elder, for a visit."""
        staff = people.a_staff_member(world)
        caregiver, caregiver_id = people.a_caregiver(world, staff)
        elder = people.an_elder(world, staff, name="王秀英", id_number=people.a_resident_number(), balance_fen=50_000)
        visit = done(elder.post("/v1/visits", booking(caregiver_id)), 201)
        done(caregiver.post(f"/v1/visits/{visit['id']}/accept"))
        world.pass_time(hours=24, minutes=45)
        for phone in (caregiver, elder):
            phone.log_in()
        done(caregiver.post(f"/v1/visits/{visit['id']}/depart"))
        return caregiver, elder, str(visit["id"])

    def test_nobody_is_located_who_took_it_back_and_checks_in_all_the_same(
        self, world: World, under_way: tuple[Phone, Phone, str]
    ) -> None:
        caregiver, elder, visit_id = under_way
        agree(caregiver, "location", accepted=False)
        refused = caregiver.post(f"/v1/visits/{visit_id}/check-in", fix())
        assert refusal(refused) == (403, "care.location_not_agreed")
        there = done(caregiver.post(f"/v1/visits/{visit_id}/check-in", {"location": None}))
        assert there["check_in"] | {"at": None} == {
            "at": None,
            "distance_m": None,
            "accuracy_m": None,
            "outside": True,
            "unlocated": True,
        }
        told = done(elder.get(f"/v1/visits/{visit_id}"))["sentence"]
        assert told == "李护理员已签到，没有用手机定位。人在家里就不用管；没见到人，请马上打客服电话。"
        world.pass_time(minutes=90)
        done(caregiver.post(f"/v1/visits/{visit_id}/check-out", {"location": None}))
        world.settle()
        assert done(elder.get(f"/v1/bills/{visit_id}"))["amount_fen"] == 9_600

    def test_what_was_measured_before_stays(self, under_way: tuple[Phone, Phone, str]) -> None:
        caregiver, elder, visit_id = under_way
        done(caregiver.post(f"/v1/visits/{visit_id}/check-in", fix(north_m=60)))
        agree(caregiver, "location", accepted=False)
        check_in = done(elder.get(f"/v1/visits/{visit_id}"))["check_in"]
        assert (check_in["distance_m"], check_in["unlocated"]) == (60, False)
