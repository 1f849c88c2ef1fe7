"""A photo of the holder with their card: sent in parts that survive a bad line, decided on by people."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
import requests
from botocore.exceptions import EndpointConnectionError

import app as application
from local import people
from local.environment import UPLOADS_BUCKET
from local.people import Answer, Phone, done, new_id
from local.resources import create_bucket
from tests.builders.papers import HEADS, MB, a_photo, begins, begun, sends, sent
from tests.builders.story import refusal
from tests.builders.world import World


@pytest.fixture
def member(world: World) -> Phone:
    create_bucket(boto3.client("s3"), UPLOADS_BUCKET)
    return people.a_member(world)


@pytest.fixture
def reviewer(world: World) -> Phone:
    return people.a_staff_member(world, "reviewer")


def hands_in(phone: Phone, paper_id: str, **changes: Any) -> Answer:
    words = {"name": "龙英", "id_number": "11010519491231002X"} | changes
    return phone.post(f"/v1/me/papers/{paper_id}/hand-in", words)


class TestSending:
    def test_two_parts_that_survive_a_broken_line(self, member: Phone, world: World) -> None:
        photo = a_photo(7 * MB)
        body = begins(member, photo)
        first = begun(member, body)
        assert [(each["number"], each["first"], each["last"]) for each in first["missing"]] == [
            (1, 0, 5 * MB - 1),
            (2, 5 * MB, 7 * MB - 1),
        ]
        assert first["ends_at"] == "2026-11-30T00:00:00Z"
        sends(photo, first["missing"][0])
        assert refusal(hands_in(member, body["id"])) == (409, "identity.paper_incomplete")
        world.pass_time(days=6, hours=23, minutes=59)
        member.log_in()
        (left,) = begun(member, body)["missing"]
        assert left["number"] == 2
        sends(photo, left)
        assert begun(member, body)["missing"] == []
        assert refusal(hands_in(member, body["id"])) == (409, "identity.paper_for_people")
        assert begun(member, body)["missing"] == []

    def test_not_after_seven_days(self, member: Phone, world: World) -> None:
        photo = a_photo(MB)
        body = begins(member, photo)
        begun(member, body)
        world.pass_time(days=7)
        member.log_in()
        for answer in (member.post("/v1/me/papers", body), hands_in(member, body["id"])):
            assert refusal(answer) == (410, "identity.paper_over")

    def test_ten_megabytes_and_not_a_byte_more(self, member: Phone) -> None:
        exact = begun(member, begins(member, b"", size=10 * MB))
        assert [each["number"] for each in exact["missing"]] == [1, 2]
        over = member.post("/v1/me/papers", begins(member, b"", size=10 * MB + 1))
        assert (*refusal(over), over.body["field"]) == (422, "identity.paper_too_large", "size")

    @pytest.mark.parametrize("content_type", HEADS)
    def test_is_taken_for_what_it_is(self, member: Phone, content_type: str) -> None:
        paper_id = sent(member, a_photo(1_000, content_type), content_type=content_type)
        assert refusal(hands_in(member, paper_id)) == (409, "identity.paper_for_people")

    @pytest.mark.parametrize("said", HEADS)
    @pytest.mark.parametrize("photo", [b"GIF89a" + b"x" * 994, b"<html>" + b"x" * 994, b"x"])
    def test_and_not_for_what_it_is_called(self, member: Phone, said: str, photo: bytes) -> None:
        paper_id = sent(member, photo, content_type=said)
        assert refusal(hands_in(member, paper_id)) == (422, "identity.paper_not_readable")

    def test_a_phone_that_guesses_another_kind_of_photo_is_no_hindrance(self, member: Phone) -> None:
        heic = sent(member, a_photo(1_000, "image/heic"))
        assert refusal(hands_in(member, heic)) == (409, "identity.paper_for_people")

    def test_nor_is_a_photo_of_another_length_taken(self, member: Phone) -> None:
        longer = sent(member, a_photo(1_000), size=2_000)
        assert refusal(hands_in(member, longer)) == (422, "identity.paper_not_readable")

    def test_an_address_is_good_for_so_many_bytes(self, member: Phone) -> None:
        (part,) = begun(member, begins(member, a_photo(1_000)))["missing"]
        assert "content-length" in parse_qs(urlsplit(part["url"]).query)["X-Amz-SignedHeaders"][0]

    def test_an_id_used_for_something_else_is_refused(self, member: Phone, world: World) -> None:
        body = begins(member, a_photo(1_000))
        begun(member, body)
        assert refusal(member.post("/v1/me/papers", body | {"size": 2_000})) == (409, "request.id_taken")
        stranger = people.a_member(world)
        assert refusal(stranger.post("/v1/me/papers", body)) == (409, "request.id_taken")
        assert refusal(hands_in(stranger, body["id"])) == (404, "identity.no_such_paper")

    def test_a_store_of_files_that_is_silent_changes_nothing(
        self, member: Phone, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        photo = a_photo(1_000)
        body = begins(member, photo)

        def silent(**_: Any) -> None:
            raise EndpointConnectionError(endpoint_url="s3")

        s3 = application.house.identity.uploads._client._client  # type: ignore[attr-defined]
        with monkeypatch.context() as broken:
            broken.setattr(s3, "list_parts", silent)
            assert refusal(member.post("/v1/me/papers", body)) == (503, "uploads.unavailable")
        (part,) = begun(member, body)["missing"]
        sends(photo, part)
        assert refusal(hands_in(member, body["id"])) == (409, "identity.paper_for_people")


class TestDeciding:
    def test_people_see_it_and_decide_once_as_sure_as_a_face(self, member: Phone, reviewer: Phone) -> None:
        photo = a_photo(1_000)
        paper_id = sent(member, photo)
        handed_in = hands_in(member, paper_id)
        case = handed_in.body["case_id"]
        assert "最晚" in handed_in.body["next_step"]
        assert hands_in(member, paper_id).body["case_id"] == case
        path = f"/v1/staff/cases/{case}"
        assert done(reviewer.get(path))["application"]["paper"] is True
        assert refusal(reviewer.get(f"{path}/paper"))[0] == 409  # not before it is hers
        done(reviewer.post(f"{path}/claim"))
        looked = requests.get(done(reviewer.get(f"{path}/paper"))["url"], timeout=10)
        assert looked.content == photo
        looks = [each["what"] for each in done(member.get("/v1/access-log"))["items"]]
        assert "手持身份证的照片" in looks
        applied_at = done(reviewer.get(path))["application"]["applied_at"]
        word = {"id": new_id("post"), "text": "是本人", "approve": True, "applied_at": applied_at}
        done(reviewer.post(f"{path}/decide", word))
        told = done(member.get("/v1/me"))
        assert (told["identity_proven"], told["proven_by"], told["assurance"]) == (True, "paper", "held")
        assert done(hands_in(member, paper_id))["proven_by"] == "paper"

    def test_another_number_than_the_one_of_the_photo_is_another_application(
        self, member: Phone, reviewer: Phone, world: World
    ) -> None:
        paper_id = sent(member, a_photo(1_000))
        case = hands_in(member, paper_id).body["case_id"]
        done(reviewer.post(f"/v1/staff/cases/{case}/claim"))
        before = done(reviewer.get(f"/v1/staff/cases/{case}"))["application"]["applied_at"]
        # A name the register does not know, typed without a photo: what was seen is not what would be decided.
        world.pass_time(minutes=1)
        assert member.put("/v1/me/identity", {"name": "王五", "id_number": people.a_resident_number()}).status == 422
        assert done(reviewer.get(f"/v1/staff/cases/{case}"))["application"]["paper"] is False
        assert refusal(reviewer.get(f"/v1/staff/cases/{case}/paper")) == (404, "support.no_such_photo")
        word = {"id": new_id("post"), "text": "是本人", "approve": True, "applied_at": before}
        assert refusal(reviewer.post(f"/v1/staff/cases/{case}/decide", word)) == (409, "support.applied_anew")

    def test_who_is_proven_meanwhile_is_told_so(self, member: Phone) -> None:
        paper_id, number = sent(member, a_photo(1_000)), people.a_resident_number()
        people.prove(member, "王秀英", number)
        assert done(hands_in(member, paper_id, name="王秀英", id_number=number))["proven_by"] == "name_number"
        assert refusal(hands_in(member, paper_id)) == (409, "identity.already_proven")

    def test_another_way_that_fails_with_the_same_words_does_not_lose_the_photo(
        self, member: Phone, reviewer: Phone
    ) -> None:
        """The carrier does not know her: what she sent is still there for who decides."""
        member.give_number()
        case = hands_in(member, sent(member, a_photo(1_000))).body["case_id"]
        by_phone = {"name": "龙英", "id_number": "11010519491231002X", "way": "phone"}
        assert refusal(member.put("/v1/me/identity", by_phone)) == (422, "identity.phone_of_another")
        assert done(reviewer.get(f"/v1/staff/cases/{case}"))["application"]["paper"] is True
