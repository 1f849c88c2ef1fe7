"""Caregivers over the front door: who is offered to whom and why, and how they are enrolled."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import boto3
import pytest

import app as application
from chalicelib.kernel.ids import CaregiverId
from chalicelib.kernel.refusals import Stale
from local import people
from local.people import done
from local.restore import items_of
from tests.api.conftest import Cast
from tests.builders.story import refusal, shanghai


class TestSearch:
    def test_offers_who_is_free_with_reasons_and_price(self, cast: Cast) -> None:
        offers = cast.search()
        mine = next(each for each in offers["items"] if each["caregiver_id"] == cast.caregiver_id)
        assert mine["reasons"] == ["从业 8 年", "离您约 1 公里", "新加入，评价还不多"]
        assert offers["quote_fen"] == 12_800
        assert not {"base", "phone", "lat"} & set(mine)

    def test_leaves_out_who_is_not(self, cast: Cast) -> None:
        done(cast.book(), 201)
        assert cast.caregiver_id not in {each["caregiver_id"] for each in cast.search()["items"]}
        later = cast.search(start_at=shanghai(24, 11).isoformat())
        assert cast.caregiver_id in {each["caregiver_id"] for each in later["items"]}

    def test_with_nobody_free_says_when_somebody_is(self, cast: Cast) -> None:
        offers = cast.search(start_at=shanghai(24, 22).isoformat())
        assert offers["items"] == []
        assert offers["other_starts"] == [
            "2026-11-24T18:00:00+08:00",
            "2026-11-24T18:30:00+08:00",
            "2026-11-24T19:00:00+08:00",
        ]

    def test_with_nobody_qualified_says_what_to_do(self, cast: Cast) -> None:
        offers = cast.search(service="rehab_training")
        assert (offers["items"], offers["other_starts"]) == ([], [])
        assert "客服" in offers["message"]

    def test_a_caregiver_who_never_logged_in_is_not_offered(self, cast: Cast) -> None:
        body = people.enrolment("+8613000000000")
        done(cast.staff.post("/v1/staff/caregivers", body), 201)
        assert body["id"] not in {each["caregiver_id"] for each in cast.search()["items"]}
        assert cast.elder.get(f"/v1/caregivers/{body['id']}").status == 404

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"start_at": shanghai(24, 9, 10).isoformat()}, "care.off_grid"),
            ({"start_at": shanghai(23, 8).isoformat()}, "care.in_past"),
            ({"start_at": shanghai(30, 8, 30).isoformat()}, "care.too_far"),
            ({"duration_min": 30}, "care.too_short"),
            ({"duration_min": 750}, "care.too_long"),
        ],
    )
    def test_refuses_what_a_booking_would_refuse(self, cast: Cast, changes: dict[str, Any], code: str) -> None:
        wanted = {
            "service": "living_care",
            "start_at": shanghai(24, 9).isoformat(),
            "duration_min": 120,
            "location": cast.home,
        }
        answer = cast.elder.post("/v1/caregivers/search", wanted | changes)
        assert refusal(answer) == (422, code)

    def test_a_rating_counted_from_what_has_changed_since_is_refused(self, cast: Cast) -> None:
        store = application.house.care.store
        before = store.find_caregiver(CaregiverId(cast.caregiver_id))
        assert before is not None
        for expected in (nullcontext(), pytest.raises(Stale)):
            uow = application.house.database.begin(command_id=b"0123456789abcdef")
            store.stage_rating(uow, before, good=1, all_=1)
            with expected:
                uow.commit()

    def test_where_a_caregiver_lives_is_kept_to_a_kilometre(self, cast: Cast) -> None:
        """Whoever may ask for a distance from any point would otherwise find her door."""
        items = items_of(boto3.client("dynamodb"), "healthcard-care")
        mine = (item for item in items if cast.caregiver_id[4:] in item["PK"]["S"])
        (profile,) = (item for item in mine if item["SK"]["S"] == "PROFILE")
        base = profile["base"]["M"]
        kept = [float(base[axis]["N"]) for axis in ("lat", "lng")]
        assert kept == [round(degrees, 2) for degrees in kept]

    def test_a_caregiver_is_shown_without_her_home(self, cast: Cast) -> None:
        shown = done(cast.elder.get(f"/v1/caregivers/{cast.caregiver_id}"))
        assert (shown["name"], shown["years"]) == ("李护理员", 8)
        assert shown["credentials"] == [{"kind": "elderly_care", "valid_through": "2028-12-31"}]
        assert not {"base", "phone", "location"} & set(shown)

    def test_services_come_with_todays_price(self, cast: Cast) -> None:
        services = done(cast.elder.get("/v1/services"))["items"]
        assert [(each["code"], each["half_hour_fen"]) for each in services] == [
            ("living_care", 3_200),
            ("medical_assist", 4_500),
            ("rehab_training", 6_000),
            ("companionship", 2_800),
        ]


class TestEnrolment:
    def test_the_same_again_changes_nothing(self, cast: Cast) -> None:
        body = people.enrolment("+8613000000001")
        first = done(cast.staff.post("/v1/staff/caregivers", body), 201)
        assert done(cast.staff.post("/v1/staff/caregivers", body), 201) == first

    def test_other_content_under_the_same_id_is_refused(self, cast: Cast) -> None:
        body = people.enrolment("+8613000000002")
        done(cast.staff.post("/v1/staff/caregivers", body), 201)
        other = cast.staff.post("/v1/staff/caregivers", body | {"name": "陈护理员"})
        assert refusal(other) == (409, "request.id_taken")

    def test_a_phone_that_is_expected_already_is_refused(self, cast: Cast) -> None:
        done(cast.staff.post("/v1/staff/caregivers", people.enrolment("+8613000000003")), 201)
        again = cast.staff.post("/v1/staff/caregivers", people.enrolment("+8613000000003"))
        assert (refusal(again), again.body["field"]) == ((409, "request.id_taken"), "phone")

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"services": ["living_care", "living_care"]}, "request.field_invalid"),
            ({"weekly": [{"weekday": 0, "from_half_hour": 20, "to_half_hour": 20}]}, "care.shift_without_length"),
            ({"practising_since": "2026-11-24"}, "care.not_yet_practising"),
        ],
    )
    def test_what_cannot_be_is_refused(self, cast: Cast, changes: dict[str, Any], code: str) -> None:
        answer = cast.staff.post("/v1/staff/caregivers", people.enrolment("+8613000000009", **changes))
        assert refusal(answer) == (422, code)

    def test_an_unknown_service_is_refused(self, cast: Cast) -> None:
        answer = cast.staff.post("/v1/staff/caregivers", people.enrolment("+8613000000004", services=["x"]))
        assert refusal(answer) == (422, "care.unknown_service")
