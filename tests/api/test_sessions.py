"""Sessions end by themselves, or all at once, and the next request feels it."""

from __future__ import annotations

from datetime import timedelta

import jwt

from chalicelib.kernel.time import to_millis
from local import people
from local.people import Answer
from tests.builders.world import World


def refusal(answer: Answer) -> tuple[int, str]:
    return answer.status, answer.body["code"]


class TestSessions:
    def test_expire_after_seven_days(self, world: World) -> None:
        member = people.a_member(world)
        world.clock.advance(timedelta(days=7) - timedelta(milliseconds=1))
        assert member.get("/v1/me").status == 200
        world.clock.advance(timedelta(milliseconds=1))
        assert refusal(member.get("/v1/me")) == (401, "request.session_expired")

    def test_go_on_while_the_key_they_were_signed_with_is_kept(self, world: World) -> None:
        before = people.a_member(world)
        (old,) = world.change_secret(session_keys=["n" * 64])["session_keys"]
        assert refusal(before.get("/v1/me")) == (401, "request.not_signed_in")
        world.change_secret(session_keys=["n" * 64, old])
        after = people.a_member(world)
        assert before.get("/v1/me").status == 200
        world.change_secret(session_keys=["n" * 64])
        assert after.get("/v1/me").status == 200
        assert refusal(before.get("/v1/me")) == (401, "request.not_signed_in")

    def test_of_staff_from_before_there_was_a_desk_are_members_sessions(self, world: World) -> None:
        agent = people.a_staff_member(world, "agent")
        claims = {"sub": agent.person_id, "ms": to_millis(world.clock()), "end": to_millis(world.clock()) + 60_000}
        world.change_secret(session_keys=["n" * 64])
        agent.token = jwt.encode(claims, "n" * 64, algorithm="HS256")
        assert agent.get("/v1/me").status == 200
        assert refusal(agent.get("/v1/staff/desk")) == (403, "request.role_missing")

    def test_are_all_ended_by_signing_out_and_the_next_request_feels_it(self, world: World) -> None:
        member, other = people.a_member(world), people.a_member(world)
        elsewhere = member.token
        world.clock.advance(timedelta(seconds=1))
        member.log_in()
        world.clock.advance(timedelta(seconds=1))
        assert member.post("/v1/me/sign-out").status == 200
        assert refusal(member.get("/v1/me")) == (401, "request.session_revoked")
        assert refusal(world.request("GET", "/v1/me", token=elsewhere)) == (401, "request.session_revoked")
        assert other.get("/v1/me").status == 200
        member.log_in()
        assert member.get("/v1/me").status == 200
