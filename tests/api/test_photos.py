"""Photos in a case: for its person and who works on it, once, and only if it is one."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from local import people
from local.people import Answer, Phone, done, new_id
from tests.builders.cases import opened, seen
from tests.builders.story import refusal
from tests.builders.world import World

# A start, a table, a scan of nothing, an end: enough of a JPEG for whoever does not draw it.
A_PHOTO = base64.b64encode(b"\xff\xd8\xff\xdb\0\x04ab\xff\xda\0\x04cd\xff\xd9").decode()


@pytest.fixture
def member(world: World) -> Phone:
    return people.a_member(world)


class TestPhoto:
    def send(self, phone: Phone, case: dict[str, Any], **changes: Any) -> Answer:
        word = {"id": new_id("post"), "text": "请看照片", "photo": A_PHOTO}
        return phone.post(f"/v1/cases/{case['id']}/messages", word | changes)

    def test_is_seen_by_its_person_and_by_who_works_on_the_case(self, member: Phone, agent: Phone) -> None:
        case = opened(member)
        (_, post) = done(self.send(member, case))["posts"]
        assert post["photo"]
        assert done(member.get(f"/v1/cases/{case['id']}/photos/{post['id']}")) == {"jpeg": A_PHOTO}
        assert done(agent.get(f"/v1/staff/cases/{case['id']}/photos/{post['id']}")) == {"jpeg": A_PHOTO}
        assert [each["photo"] for each in done(agent.get(f"/v1/staff/cases/{case['id']}"))["posts"]] == [False, True]

    def test_of_anothers_case_or_queue_or_of_words_alone_is_not_found(
        self, world: World, member: Phone, agent: Phone
    ) -> None:
        case = opened(member)
        words, post = done(self.send(member, case))["posts"]
        path = f"/v1/cases/{case['id']}/photos/"
        stranger, finance = people.a_member(world), people.a_staff_member(world, "finance")
        assert refusal(stranger.get(path + post["id"])) == (404, "support.no_such_case")
        assert refusal(finance.get("/v1/staff" + path.removeprefix("/v1") + post["id"]))[0] == 403
        for reader, start in ((member, "/v1"), (agent, "/v1/staff")):
            answer = reader.get(start + path.removeprefix("/v1") + words["id"])
            assert refusal(answer) == (404, "support.no_such_photo")

    def test_sent_again_is_one_and_another_under_its_id_is_refused(self, member: Phone) -> None:
        case, sent = opened(member), new_id("post")
        for _ in range(2):
            assert len(done(self.send(member, case, id=sent))["posts"]) == 2
        assert refusal(self.send(member, case, id=sent, photo=None)) == (409, "request.id_taken")

    def test_that_is_none_is_refused_and_nothing_is_said(self, member: Phone) -> None:
        case = opened(member)
        answer = self.send(member, case, photo="R0lGODlh")
        assert (refusal(answer), answer.body["field"]) == ((422, "support.not_a_photo"), "photo")
        assert len(seen(member, case)["posts"]) == 1

    def test_of_the_largest_size_with_the_longest_words_fits_into_a_request(self, member: Phone) -> None:
        raw = base64.b64decode(A_PHOTO)
        largest = base64.b64encode(raw[:-2] + bytes(40_000 - len(raw)) + raw[-2:]).decode()
        done(self.send(member, opened(member), photo=largest, text="字" * 500))
