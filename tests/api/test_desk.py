"""Signing in to the desk: WeChat account and authenticator together, each code once; staff rights only there."""

from __future__ import annotations

import pytest
from pyotp import TOTP

from local import people
from local.people import Answer, Phone, done, somebody
from tests.builders.story import refusal
from tests.builders.world import World

NO_CODE = "00000000"


@pytest.fixture
def away(world: World) -> Phone:
    """A member of staff who has logged in with WeChat, and no more."""
    phone = somebody(world)
    world.enrol_staff(phone.number, "agent")
    phone.log_in()
    phone.give_number()
    return phone


def secret_of(phone: Phone) -> str:
    return str(done(phone.post("/v1/me/second-factor"))["secret"])


def paired(phone: Phone) -> str:
    return str(done(phone.post("/v1/me/pairing"), 201)["code"])


def sign_in(world: World, code: str, otp: str) -> Answer:
    return world.request("POST", "/v1/staff/login", body={"code": code, "otp": otp})


def otp(world: World, secret: str, *, seconds: int = 0) -> str:
    return TOTP(secret).at(world.now(), counter_offset=seconds // 30)


class TestSecondFactor:
    def test_without_it_a_member_of_staff_may_do_what_everybody_may(self, away: Phone) -> None:
        assert refusal(away.get("/v1/staff/queues/service")) == (403, "request.role_missing")
        done(away.get("/v1/cards"))
        away.sign_in_at_desk()
        done(away.get("/v1/staff/queues/service"))
        done(away.get("/v1/cards"))

    def test_is_told_until_it_was_used(self, world: World, away: Phone) -> None:
        secret = secret_of(away)
        assert secret_of(away) == secret
        told = done(away.post("/v1/me/second-factor"))
        assert told["uri"].startswith("otpauth://totp/")
        assert away.number not in told["uri"]
        done(sign_in(world, paired(away), otp(world, secret)))
        assert refusal(away.post("/v1/me/second-factor")) == (409, "identity.second_factor_set")

    def test_is_for_staff(self, world: World) -> None:
        member = people.a_member(world)
        for path in ("/v1/me/second-factor", "/v1/me/pairing"):
            assert refusal(member.post(path)) == (403, "identity.not_staff")

    def test_must_be_set_before_pairing(self, away: Phone) -> None:
        assert refusal(away.post("/v1/me/pairing")) == (409, "identity.second_factor_missing")

    def test_that_was_lost_is_reset_by_an_operator_and_ends_the_sessions(self, world: World, away: Phone) -> None:
        away.sign_in_at_desk()
        before = away.otp_secret
        world.pass_time(minutes=1)
        event = {"phone": away.number, "roles": ["agent"], "reset_second_factor": True}
        world.operate(event)
        assert refusal(away.get("/v1/staff/queues/service")) == (401, "request.session_revoked")
        away.otp_secret = ""
        away.come_back_to_desk()
        assert away.otp_secret != before
        done(away.get("/v1/staff/queues/service"))


class TestSignIn:
    def test_lasts_a_shift_and_ends_by_itself(self, world: World, away: Phone) -> None:
        away.sign_in_at_desk()
        world.pass_time(hours=11, minutes=59)
        done(away.get("/v1/staff/queues/service"))
        world.pass_time(minutes=1)
        assert refusal(away.get("/v1/staff/queues/service")) == (401, "request.session_expired")

    def test_a_code_is_good_once_and_for_five_minutes(self, world: World, away: Phone) -> None:
        secret, code = secret_of(away), paired(away)
        done(sign_in(world, code, otp(world, secret)))
        world.pass_time(minutes=1)
        assert refusal(sign_in(world, code, otp(world, secret))) == (401, "identity.sign_in_refused")
        late = paired(away)
        world.pass_time(minutes=5)
        assert refusal(sign_in(world, late, otp(world, secret))) == (401, "identity.sign_in_refused")

    def test_a_wrong_second_factor_uses_the_code_up(self, world: World, away: Phone) -> None:
        secret, code = secret_of(away), paired(away)
        wrong = f"{(int(otp(world, secret)) + 1) % 10**6:06d}"
        assert refusal(sign_in(world, code, wrong)) == (401, "identity.sign_in_refused")
        assert refusal(sign_in(world, code, otp(world, secret))) == (401, "identity.sign_in_refused")
        done(sign_in(world, paired(away), otp(world, secret)))

    def test_a_second_factor_is_good_once(self, world: World, away: Phone) -> None:
        secret = secret_of(away)
        seen = otp(world, secret)
        done(sign_in(world, paired(away), seen))
        assert refusal(sign_in(world, paired(away), seen)) == (401, "identity.sign_in_refused")
        world.pass_time(seconds=30)
        done(sign_in(world, paired(away), otp(world, secret)))

    @pytest.mark.parametrize(("seconds", "status"), [(-60, 401), (-30, 200), (30, 200), (60, 401)])
    def test_half_a_minute_off_is_near_enough(self, world: World, away: Phone, seconds: int, status: int) -> None:
        secret = secret_of(away)
        assert sign_in(world, paired(away), otp(world, secret, seconds=seconds)).status == status

    def test_without_a_pairing_says_no_more_than_with_a_wrong_one(self, world: World) -> None:
        assert refusal(sign_in(world, NO_CODE, "000000")) == (401, "identity.sign_in_refused")

    def test_of_another_does_not_open_with_ones_own_second_factor(self, world: World, away: Phone) -> None:
        other = people.a_staff_member(world, "supervisor")
        secret_of(away)
        world.pass_time(minutes=1)
        assert refusal(sign_in(world, paired(away), otp(world, other.otp_secret)))[0] == 401
