"""One digest a day at the child's own local time, and nothing about health in it (features.md M3)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from local import people
from local.environment import TEMPLATE_IDS
from local.people import Phone, a_relative, done, fix, give
from tests.builders import story
from tests.builders.cases import told
from tests.builders.story import a_booked_visit, a_served_visit, go_to_service, refusal, shanghai
from tests.builders.world import World

LONDON = "Europe/London"
LOS_ANGELES = "America/Los_Angeles"


@pytest.fixture
def staff(world: World) -> Phone:
    return people.a_staff_member(world)


@pytest.fixture
def elder(world: World, staff: Phone) -> Phone:
    return story.an_elder(world, staff)


@pytest.fixture
def daughter(world: World, elder: Phone) -> Phone:
    daughter = a_relative(world)
    give(elder, daughter, "view_visits")
    return daughter


@pytest.fixture
def caregiver(world: World, staff: Phone) -> tuple[Phone, str]:
    return people.a_caregiver(world, staff)


def lives_in(phone: Phone, zone: str, hour: int | None = 20) -> dict[str, Any]:
    return done(phone.put("/v1/me/digest", {"zone": zone, "hour": hour}))


def a_visit(elder: Phone, caregiver: tuple[Phone, str], day: int, hour: int = 9) -> str:
    """Booked and accepted."""
    visit_id = a_booked_visit(elder, caregiver[1], start_at=shanghai(day, hour).isoformat())
    done(caregiver[0].post(f"/v1/visits/{visit_id}/accept"))
    return visit_id


def at(zone: str, *moment: int) -> datetime:
    return datetime(2026, *moment, tzinfo=ZoneInfo(zone))  # type: ignore[misc,arg-type]


def digests(phone: Phone) -> list[str]:
    phone.log_in()
    return told(phone, "family_digest")


def until(world: World, moment: datetime) -> None:
    world.clock.set_to(moment)
    world.settle()


class TestDigest:
    def test_comes_once_a_day_at_her_hour_with_what_was_and_what_comes(
        self, world: World, elder: Phone, daughter: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        """Twenty o'clock in Los Angeles is noon of the next day in Shanghai."""
        phone, caregiver_id = caregiver
        assert lives_in(daughter, LOS_ANGELES)["next_at"] == "2026-11-23T04:00:00Z"
        until(world, at(LOS_ANGELES, 11, 22, 20))
        assert digests(daughter) == []  # nothing was, and nothing comes
        a_visit(elder, caregiver, 25)
        a_served_visit(world, elder, phone, caregiver_id, minutes=125)
        until(world, at(LOS_ANGELES, 11, 23, 19, 59))
        assert digests(daughter) == []
        until(world, at(LOS_ANGELES, 11, 23, 20))
        assert digests(daughter) == [
            "过去一天：1 次做完。接下来一天：1 次，最早北京时间 11月25日 9:00。点“家人”里的“每日小结”，看每位老人的。"
        ]
        world.read_streams_again()
        until(world, at(LOS_ANGELES, 11, 24, 19, 59))
        assert len(digests(daughter)) == 1
        until(world, at(LOS_ANGELES, 11, 24, 20))
        # On the 25th nobody came.
        assert digests(daughter)[0].startswith("过去一天：1 次没成。接下来一天：没有安排。")

    def test_says_nothing_about_health_and_nothing_without_the_scope(
        self, world: World, elder: Phone, daughter: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        son = a_relative(world, "王小刚")
        give(elder, son, "book", "pay", "view_health", relation="son")
        for child in (son, daughter):
            lives_in(child, LONDON, 8)
        a_visit(elder, caregiver, 24)
        until(world, at(LONDON, 11, 23, 8))
        assert len(digests(daughter)) == 1
        assert digests(son) == []
        shown = done(daughter.get("/v1/me/digest"))
        assert "翻身" not in str(shown) + str(done(daughter.get("/v1/inbox")))
        (hers,) = shown["people"]
        assert (hers["name_masked"], hers["past"]) == ("王*英", [])
        assert [each["sentence"] for each in hers["coming"]] == ["11月24日 9:00 生活照护，李护理员：约好了"]
        assert done(son.get("/v1/me/digest"))["people"] == []
        looks = [(each["who"], each["what"]) for each in done(elder.get("/v1/access-log"))["items"]]
        assert ("女儿", "看每日小结") in looks
        assert "儿子" not in str(looks)

    def test_is_one_for_all_parents_and_ends_with_what_they_gave(
        self, world: World, staff: Phone, elder: Phone, daughter: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        number = people.a_resident_number()
        father = people.an_elder(world, staff, name="王建国", id_number=number, balance_fen=50_000)
        grant_id = give(father, daughter, "view_visits")
        lives_in(daughter, LONDON, 12)
        a_visit(elder, caregiver, 24)
        a_visit(father, caregiver, 24, 14)
        until(world, at(LONDON, 11, 23, 12))
        assert digests(daughter)[0].startswith("过去一天：没有上门。接下来一天：2 次，最早北京时间 11月24日 9:00。")
        done(father.post(f"/v1/grants/{grant_id}/end"))
        assert [each["name_masked"] for each in done(daughter.get("/v1/me/digest"))["people"]] == ["王*英"]

    def test_tells_of_what_came_to_nothing_on_the_day_it_did(
        self, world: World, elder: Phone, daughter: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        """Nobody accepted it within half an hour; it would have been in five days."""
        lives_in(daughter, LONDON, 8)
        a_booked_visit(elder, caregiver[1], start_at=shanghai(28, 9).isoformat())
        world.pass_time(minutes=30)
        world.pass_time(minutes=1)
        until(world, at(LONDON, 11, 23, 8))
        assert digests(daughter)[0].startswith("过去一天：1 次没成。接下来一天：没有安排。")
        for day in (24, 25, 26, 27, 28):
            until(world, at(LONDON, 11, day, 8))
        assert len(digests(daughter)) == 1

    def test_another_zone_or_hour_takes_the_place_of_the_one_before(
        self, world: World, elder: Phone, daughter: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        a_visit(elder, caregiver, 24)
        lives_in(daughter, LONDON, 9)
        lives_in(daughter, LONDON, 10)
        lives_in(daughter, LONDON, 9)
        lives_in(daughter, LONDON, 9)
        until(world, at(LONDON, 11, 23, 9))
        until(world, at(LONDON, 11, 23, 10))
        assert len(digests(daughter)) == 1
        assert lives_in(daughter, LONDON, None) == {"zone": LONDON, "hour": None, "next_at": None}
        until(world, at(LONDON, 11, 24, 9))
        assert len(digests(daughter)) == 1

    def test_after_hours_without_a_sweep_none_comes_late_and_tomorrows_does(
        self, world: World, elder: Phone, daughter: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        a_visit(elder, caregiver, 25)
        lives_in(daughter, LONDON, 18)
        until(world, at(LONDON, 11, 23, 21))
        assert digests(daughter) == []
        until(world, at(LONDON, 11, 24, 18))
        assert len(digests(daughter)) == 1

    @pytest.mark.parametrize(
        ("body", "code"),
        [
            ({"zone": "Mars/Olympus", "hour": 8}, "notify.unknown_zone"),
            ({"zone": "../etc/passwd", "hour": 8}, "request.field_invalid"),
            ({"zone": LONDON, "hour": 6}, "request.field_invalid"),
            ({"zone": LONDON, "hour": 22}, "request.field_invalid"),
            ({"zone": LONDON}, "request.field_missing"),
        ],
    )
    def test_that_makes_no_sense_is_refused(self, daughter: Phone, body: dict[str, Any], code: str) -> None:
        assert refusal(daughter.put("/v1/me/digest", body)) == (422, code)
        assert done(daughter.get("/v1/me/digest"))["digest"] == {"zone": None, "hour": None, "next_at": None}

    def test_goes_by_wechat_while_its_leave_lasts_and_never_by_sms(
        self, world: World, elder: Phone, daughter: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        daughter.give_number()
        lives_in(daughter, LONDON, 8)
        asked = done(daughter.get("/v1/me/templates-to-ask?moment=following"))["template_ids"]
        assert asked[0] == TEMPLATE_IDS["family_digest"]
        daughter.consent("family_digest")
        a_visit(elder, caregiver, 24)
        until(world, at(LONDON, 11, 23, 8))
        until(world, shanghai(24, 12))  # nobody came
        until(world, at(LONDON, 11, 24, 8))
        daughter.log_in()
        pushes = [
            each["push"] for each in done(daughter.get("/v1/inbox"))["items"] if each["kind"] == "family_digest"
        ]
        assert pushes == ["inbox_only", "sent"]

    def test_loses_nothing_that_spans_its_hour(
        self, world: World, elder: Phone, daughter: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        """Eighteen in Los Angeles is ten in Shanghai; the visit was to be from nine to eleven."""
        lives_in(daughter, LOS_ANGELES, 18)
        a_visit(elder, caregiver, 24)
        until(world, shanghai(23, 10))
        until(world, shanghai(24, 10))
        assert digests(daughter)[0].startswith("过去一天：1 次还没做完。")
        until(world, shanghai(24, 12))  # nobody came
        until(world, shanghai(25, 10))
        assert digests(daughter)[0].startswith("过去一天：1 次没成。")

    def test_nor_what_the_clock_ended_after_it(
        self, world: World, elder: Phone, daughter: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        """Booked to eleven, and nobody checked out: the clock knows that at one, for eleven."""
        lives_in(daughter, LONDON, 12)
        lives_in(daughter, "Asia/Shanghai", 12)
        visit_id = a_booked_visit(elder, caregiver[1])
        story.go_to_service(world, caregiver[0], visit_id)
        until(world, shanghai(24, 12))
        until(world, shanghai(24, 12, 1))
        assert digests(daughter)[0].startswith("过去一天：1 次还没做完。")
        until(world, shanghai(24, 13, 1))
        until(world, shanghai(25, 12))
        assert digests(daughter)[0].startswith("过去一天：1 次做完。")


class TestClocks:
    """The United States left summer time on 1 November 2026, and Britain on 25 October; both begin it in March."""

    def test_the_hour_is_that_of_her_clock_before_and_after_it_is_changed(self, world: World) -> None:
        world.clock.set_to(at(LOS_ANGELES, 10, 31, 12))
        child = a_relative(world)
        assert lives_in(child, LOS_ANGELES, 8)["next_at"] == "2026-11-01T16:00:00Z"
        world.clock.set_to(at(LOS_ANGELES, 10, 31, 7))
        assert lives_in(child, LOS_ANGELES, 8)["next_at"] == "2026-10-31T15:00:00Z"

    def test_exactly_at_her_hour_the_next_is_tomorrows(self, world: World) -> None:
        child = a_relative(world)
        world.clock.set_to(at(LONDON, 11, 23, 8))
        assert lives_in(child, LONDON, 8)["next_at"] == "2026-11-24T08:00:00Z"
        world.clock.set_to(at(LONDON, 11, 23, 8) - timedelta(milliseconds=1))
        assert lives_in(child, LONDON, 8)["next_at"] == "2026-11-23T08:00:00Z"


class TestNights:
    def test_of_where_she_lives_are_quiet_for_news_of_her_family(
        self, world: World, elder: Phone, daughter: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        """Nine o'clock in Shanghai is one at night in London: that can wait, and is old by then."""
        phone, caregiver_id = caregiver
        daughter.give_number()
        daughter.consent("visit_status", 5)
        lives_in(daughter, LONDON, None)
        visit_id = a_booked_visit(elder, caregiver_id)
        go_to_service(world, phone, visit_id)
        world.settle()
        (news,) = self.news(daughter, "relative_visit_began")
        assert news["push"] == "held"
        world.clock.advance(timedelta(hours=2))
        done(phone.post(f"/v1/visits/{visit_id}/check-out", fix()))
        until(world, at(LONDON, 11, 24, 7))
        (news,) = self.news(daughter, "relative_visit_began")
        assert news["push"] == "void"

    def test_that_nobody_comes_waits_for_her_morning(
        self, world: World, elder: Phone, daughter: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        phone, caregiver_id = caregiver
        daughter.give_number()
        daughter.consent("visit_status", 5)
        lives_in(daughter, LONDON, None)
        visit_id = a_booked_visit(elder, caregiver_id, start_at=shanghai(25, 9).isoformat())
        done(phone.post(f"/v1/visits/{visit_id}/decline"))
        world.settle()
        (news,) = self.news(daughter, "relative_visit_failed")
        assert news["push"] == "held"
        until(world, at(LONDON, 11, 23, 6, 59))
        assert self.news(daughter, "relative_visit_failed")[0]["push"] == "held"
        until(world, at(LONDON, 11, 23, 7))
        assert self.news(daughter, "relative_visit_failed")[0]["push"] == "sent"

    def test_also_when_it_would_have_begun_before_that_and_not_for_who_lives_here(
        self, world: World, elder: Phone, daughter: Phone, caregiver: tuple[Phone, str]
    ) -> None:
        """Half past seven in Shanghai is half past eleven at night in London."""
        son = a_relative(world, "王小刚")
        give(elder, son, "view_visits", relation="son")
        for child, zone in ((daughter, LONDON), (son, "Asia/Shanghai")):
            child.consent("visit_status", 5)
            lives_in(child, zone, None)
        visit_id = a_booked_visit(elder, caregiver[1])
        world.clock.set_to(shanghai(24, 7, 30))
        caregiver[0].log_in()
        until(world, shanghai(24, 7, 31))
        assert visit_id
        assert self.news(daughter, "relative_visit_failed")[0]["push"] == "held"
        assert self.news(son, "relative_visit_failed")[0]["push"] == "sent"

    @staticmethod
    def news(phone: Phone, kind: str) -> list[dict[str, Any]]:
        phone.log_in()
        return [each for each in done(phone.get("/v1/inbox"))["items"] if each["kind"] == kind]
