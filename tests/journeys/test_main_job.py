"""The product's main job, over the front door, on moto: from WeChat login to an automatic bill."""

from __future__ import annotations

import pytest

from local import people
from local.people import done
from tests.builders import story
from tests.builders.world import World


@pytest.mark.parametrize("place", ["world", "world_on_moto"])
def test_an_elder_gets_care_at_home_and_is_billed_by_itself(place: str, request: pytest.FixtureRequest) -> None:
    world: World = request.getfixturevalue(place)
    staff = people.a_staff_member(world)
    caregiver, caregiver_id = people.a_caregiver(world, staff)
    elder = story.an_elder(world, staff, balance_fen=50_000)

    visit_id = story.a_served_visit(world, elder, caregiver, caregiver_id, minutes=95)

    bill = done(elder.get(f"/v1/bills/{visit_id}"))
    assert (bill["actual_minutes"], bill["billed_half_hours"]) == (95, 3)
    assert (bill["amount_fen"], bill["released_fen"]) == (9_600, 3_200)
    assert done(elder.get("/v1/wallet")) == {"available_fen": 40_400, "held_fen": 0, "holds": []}
    entries = done(elder.get("/v1/wallet/entries"))["items"]
    assert [sum(leg["amount_fen"] for leg in entry["legs"]) for entry in entries] == [0, 0]
    reviewed = done(elder.post(f"/v1/visits/{visit_id}/review", {"stars": 5, "text": "很细心"}))
    assert reviewed["review"]["stars"] == 5
