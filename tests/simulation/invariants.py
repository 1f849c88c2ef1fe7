"""What must hold after every step, whatever went wrong before it (design.md §10); read from what is stored."""

from __future__ import annotations

from collections import Counter
from typing import Any

from chalicelib.kernel.ids import VisitId, id_from_bytes
from tests.simulation.town import SimulatedTown

HOLDS_SLOTS = {"booked", "accepted", "on_the_way", "in_service", "done"}
HOLDS_MONEY = {"booked", "accepted", "on_the_way", "in_service"}


def check(town: SimulatedTown) -> None:
    visits = {
        f"vis_{item['PK'].removeprefix('VISIT#')}": item
        for item in town.stored("healthcard-care")
        if item["SK"] == "VISIT"
    }
    billing = town.stored("healthcard-billing")
    entries = [item for item in billing if item["SK"].startswith("ENTRY#")]
    for entry in entries:
        assert sum(leg["amount"] for leg in entry["legs"]) == 0, "money sums to zero"
    for wallet in (item for item in billing if item["SK"] == "WALLET"):
        _check_wallet(wallet, [entry for entry in entries if entry["PK"] == wallet["PK"]], visits)
    _check_slots(town.stored("healthcard-care"), visits)


def _check_wallet(wallet: dict[str, Any], entries: list[dict[str, Any]], visits: dict[str, dict[str, Any]]) -> None:
    holds = {f"vis_{name[2:]}": fen for name, fen in wallet.items() if name.startswith("h_")}
    journal = sum(leg["amount"] for entry in entries for leg in entry["legs"] if leg["account"] == "wallet")
    assert wallet["available"] >= 0
    assert wallet["available"] + sum(holds.values()) == journal, "available and held are what the journal says"
    billed = {entry["SK"].removeprefix("ENTRY#VISIT#") for entry in entries if "#VISIT#" in entry["SK"]}
    assert not {visit_id[4:] for visit_id in holds} & billed, "a hold resolves once"
    for visit_id, fen in holds.items():
        visit = visits[visit_id]
        assert visit["status"] in HOLDS_MONEY | {"done"}, "nothing is held for what is over"
        assert fen == visit["half_hour_price"] * visit["duration_min"] // 30
    mine = wallet["PK"].removeprefix("WALLET#")
    for visit_id, visit in visits.items():
        if id_from_bytes(VisitId, visit["member_id"])[4:] == mine:
            assert (visit_id in holds) or visit_id[4:] in billed or visit["status"] not in HOLDS_SLOTS, (
                "nothing is lost"
            )


def _check_slots(care: list[dict[str, Any]], visits: dict[str, dict[str, Any]]) -> None:
    claimed: Counter[str] = Counter()
    for day in (item for item in care if item["SK"].startswith("DAY#")):
        for name, value in day.items():
            if name.startswith("s") and isinstance(value, bytes):
                claimed[id_from_bytes(VisitId, value)] += 1
    standing = {
        visit_id: visit["duration_min"] // 30 for visit_id, visit in visits.items() if visit["status"] in HOLDS_SLOTS
    }
    assert dict(claimed) == standing, "every slot has the one visit that claimed it"
