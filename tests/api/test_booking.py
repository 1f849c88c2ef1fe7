"""Booking over the front door: slots, visit and money together or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from local import people
from local.people import HOME, done, new_id
from tests.api.conftest import Cast
from tests.builders.clock import MONDAY_MORNING
from tests.builders.story import booking, refusal, shanghai


class TestBooking:
    def test_claims_the_time_and_holds_the_money(self, cast: Cast) -> None:
        visit = done(cast.book(), 201)
        assert (visit["status"], visit["waiting_for"], visit["quote_fen"]) == ("booked", "caregiver", 12_800)
        assert visit["address"] == "黄浦区人民大道 200 号 3 楼"
        assert visit["needs"] == "需要协助翻身"
        assert cast.wallet() == {
            "available_fen": 37_200,
            "held_fen": 12_800,
            "holds": [{"visit_id": visit["id"], "amount_fen": 12_800}],
        }

    def test_the_same_again_is_the_same_visit_and_one_hold(self, cast: Cast) -> None:
        body = cast.wanted()
        first = done(cast.elder.post("/v1/visits", body), 201)
        assert done(cast.elder.post("/v1/visits", body), 201) == first
        assert cast.wallet()["held_fen"] == 12_800

    def test_the_same_again_answers_with_the_visit_as_it_is_now(self, cast: Cast) -> None:
        body = cast.wanted()
        done(cast.elder.post("/v1/visits", body), 201)
        done(cast.elder.post(f"/v1/visits/{body['id']}/cancel"))
        assert done(cast.elder.post("/v1/visits", body), 201)["status"] == "cancelled"
        assert cast.wallet()["held_fen"] == 0

    def test_other_content_under_the_same_id_is_refused(self, cast: Cast) -> None:
        body = cast.wanted()
        done(cast.elder.post("/v1/visits", body), 201)
        other = body | {"needs": "别的"}
        assert refusal(cast.elder.post("/v1/visits", other)) == (409, "request.id_taken")

    def test_somebody_elses_id_is_refused_without_a_word_about_it(self, cast: Cast) -> None:
        body = cast.wanted()
        done(cast.elder.post("/v1/visits", body), 201)
        stranger = people.a_member(cast.town)
        answer = stranger.post("/v1/visits", body)
        assert refusal(answer) == (409, "request.id_taken")
        assert "facts" not in answer.body

    def test_across_midnight_takes_both_days(self, cast: Cast) -> None:
        night, night_id = people.a_caregiver(
            cast.town,
            cast.staff,
            weekly=[{"weekday": day, "from_half_hour": 0, "to_half_hour": 48} for day in range(7)],
        )
        late = booking(night_id, start_at=shanghai(24, 23).isoformat())
        done(cast.elder.post("/v1/visits", late), 201)
        early = booking(night_id, start_at=shanghai(25, 0, 30).isoformat(), duration_min=60, quote_fen=6_400)
        assert refusal(cast.elder.post("/v1/visits", early)) == (409, "care.slot_taken")
        after = booking(night_id, start_at=shanghai(25, 1).isoformat(), duration_min=60, quote_fen=6_400)
        done(cast.elder.post("/v1/visits", after), 201)
        agenda = done(night.get("/v1/caregiver/agenda"))["items"]
        assert [each["start_at"] for each in agenda] == ["2026-11-24T15:00:00Z", "2026-11-24T17:00:00Z"]


class TestRefused:
    def test_a_time_that_is_taken_comes_with_the_next_free_ones(self, cast: Cast) -> None:
        done(cast.book(), 201)
        answer = cast.book(id=new_id("vis"), start_at=shanghai(24, 10).isoformat())
        assert refusal(answer) == (409, "care.slot_taken")
        assert answer.body["facts"]["free_at"] == [
            "2026-11-24T03:00:00.000Z",
            "2026-11-24T03:30:00.000Z",
            "2026-11-24T04:00:00.000Z",
        ]
        assert "11月24日 11:00" in answer.body["next_step"]
        assert cast.wallet()["held_fen"] == 12_800

    def test_outside_working_hours_is_not_free(self, cast: Cast) -> None:
        answer = cast.book(start_at=shanghai(24, 5).isoformat())
        assert refusal(answer) == (409, "care.slot_taken")

    def test_an_empty_purse_says_what_is_missing_and_claims_nothing(self, cast: Cast) -> None:
        poor = people.an_elder(
            cast.town, cast.staff, name="李强", id_number=people.a_resident_number(), balance_fen=10_000
        )
        answer = poor.post("/v1/visits", cast.wanted())
        assert refusal(answer) == (402, "care.not_enough_money")
        assert answer.body["facts"]["shortfall_fen"] == 2_800
        assert done(poor.get("/v1/wallet"))["held_fen"] == 0
        done(cast.book(), 201)

    def test_nobody_ever_topped_up_is_an_empty_purse(self, cast: Cast) -> None:
        poor = people.an_elder(
            cast.town, cast.staff, name="李强", id_number=people.a_resident_number(), balance_fen=0
        )
        answer = poor.post("/v1/visits", cast.wanted())
        assert (refusal(answer), answer.body["facts"]["shortfall_fen"]) == ((402, "care.not_enough_money"), 12_800)

    def test_without_a_card(self, cast: Cast) -> None:
        answer = people.a_member(cast.town).post("/v1/visits", cast.wanted())
        assert refusal(answer) == (409, "care.no_care_card")

    @pytest.mark.parametrize(
        ("changes", "status", "code"),
        [
            ({"start_at": shanghai(24, 14, 15).isoformat()}, 422, "care.off_grid"),
            ({"duration_min": 30, "quote_fen": 3_200}, 422, "care.too_short"),
            ({"duration_min": 750, "quote_fen": 80_000}, 422, "care.too_long"),
            ({"start_at": shanghai(23, 7).isoformat()}, 422, "care.in_past"),
            ({"start_at": shanghai(30, 8, 30).isoformat()}, 422, "care.too_far"),
            ({"service": "juggling"}, 422, "care.unknown_service"),
            ({"service": "rehab_training", "quote_fen": 24_000}, 409, "care.caregiver_unavailable"),
            ({"caregiver_id": "cgr_01M00000000000000000000001"}, 409, "care.caregiver_unavailable"),
            ({"quote_fen": 6_400}, 409, "care.price_changed"),
        ],
    )
    def test_what_no_screen_would_send(self, cast: Cast, changes: dict[str, Any], status: int, code: str) -> None:
        assert refusal(cast.book(**changes)) == (status, code)
        assert cast.wallet()["held_fen"] == 0

    @pytest.mark.parametrize(
        "address",
        [
            {"text": "某路 1 号"},
            {"text": "", "location": HOME},
            {"text": "某路 1 号", "location": {"lat": 31.2, "lng": 121.4}},
            {"text": "某路 1 号", "location": HOME | {"datum": "BD09"}},
            {"text": "字" * 61, "location": HOME},
        ],
    )
    def test_an_address_without_a_place(self, cast: Cast, address: dict[str, Any]) -> None:
        assert cast.book(address=address).status == 422

    def test_exactly_seven_days_ahead_is_the_last_start(self, cast: Cast) -> None:
        assert cast.town.clock() == MONDAY_MORNING
        done(cast.book(start_at=shanghai(30, 8).isoformat()), 201)


class TestListing:
    def test_my_visits_come_latest_start_first_page_by_page(self, cast: Cast) -> None:
        for hour in (9, 11, 13):
            changes = {"start_at": shanghai(24, hour).isoformat(), "duration_min": 60, "quote_fen": 6_400}
            done(cast.book(**changes), 201)
        first = done(cast.elder.get("/v1/visits?limit=2"))
        rest = done(cast.elder.get(f"/v1/visits?limit=2&after={first['next']}"))
        starts = [each["start_at"] for each in first["items"] + rest["items"]]
        assert starts == ["2026-11-24T05:00:00Z", "2026-11-24T03:00:00Z", "2026-11-24T01:00:00Z"]
        assert rest["next"] is None

    def test_nobody_elses_visits_are_among_them(self, cast: Cast) -> None:
        done(cast.book(), 201)
        assert done(people.a_member(cast.town).get("/v1/visits"))["items"] == []
