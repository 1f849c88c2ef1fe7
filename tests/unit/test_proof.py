"""The proof over everything stored: each thing that does not agree is found, and nothing else."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.kernel.ids import id_to_bytes
from local.proof import findings

OWNER, DONE, OPEN, TOP_UP = (f"01M0000000000000000000000{n}" for n in (1, 2, 3, 4))
Items = dict[str, Any]


def entry(kind: str, key: str, wallet_fen: int) -> Items:
    legs = [{"account": "wallet", "amount": wallet_fen}, {"account": "other", "amount": -wallet_fen}]
    return {"PK": f"WALLET#{OWNER}", "SK": f"ENTRY#{kind}#{key}", "legs": legs}


def visit(key: str, status: str) -> Items:
    price = {"half_hour_price": 3_200, "duration_min": 60, "member_id": id_to_bytes(f"per_{OWNER}")}
    return {"PK": f"VISIT#{key}", "SK": "VISIT", "status": status} | price


def sound() -> Items:
    """One visit served and billed, one booked by family and held for, one top-up of ¥500."""
    slots: Items = {"s18": id_to_bytes(f"vis_{DONE}"), "s19": id_to_bytes(f"vis_{DONE}")}
    slots |= {"s20": id_to_bytes(f"vis_{OPEN}"), "s21": id_to_bytes(f"vis_{OPEN}"), "s47": None}
    return {
        "done": visit(DONE, "done"),
        "open": visit(OPEN, "booked"),
        "day": {"PK": "CAREGIVER#x", "SK": "DAY#2026-11-24", **slots},
        "grant": {"PK": f"GRANT#{OPEN}", "SK": "GRANT", "limit": 20_000},
        "family": {
            "PK": f"PERSON#{OWNER}",
            "SK": f"FAMILYDAY#2026-11-24#{OPEN}",
            "on": "2026-11-24",
            "spent": 6_400,
            "a_req_1": {"spends": 6_400},
        },
        "wallet": {"PK": f"WALLET#{OWNER}", "SK": "WALLET", "available": 37_200, f"h_{OPEN}": 6_400},
        "bill": entry("VISIT", DONE, -6_400),
        "credit": entry("TOPUP", TOP_UP, 50_000),
        "top_up": {"PK": f"TOPUP#{TOP_UP}", "SK": "TOPUP", "state": "paid", "payer_id": id_to_bytes(f"per_{OWNER}")},
    }


def found_in(items: Items) -> list[str]:
    kept = [each for each in items.values() if each]
    care = [each for each in kept if each["PK"].startswith(("VISIT#", "CAREGIVER#"))]
    family = [each for each in kept if each["SK"].startswith(("GRANT", "FAMILYDAY#"))]
    return findings(care, [each for each in kept if each not in care and each not in family], family)


def lose(name: str) -> Callable[[Items], None]:
    return lambda items: items.pop(name)


def put(name: str, field: str, value: Any) -> Callable[[Items], None]:
    return lambda items: items[name].update({field: value})


def test_what_agrees_has_no_findings() -> None:
    assert found_in(sound()) == []


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (put("wallet", "available", 37_201), "has 43601 fen, its journal says 43600"),
        (put("wallet", "available", -1), "is overdrawn"),
        (put("wallet", f"h_{OPEN}", 3_200), "costs something else"),
        (put("wallet", f"h_{DONE}", 6_400), "is over, billed or unknown"),
        (lose("wallet"), "has 0 fen, its journal says 43600"),
        (lose("bill"), f"visit {DONE} is done, and neither held for nor billed"),
        (lose("credit"), "is paid and not posted"),
        (lose("top_up"), "is not paid and yet posted"),
        (put("top_up", "state", "closed"), "is not paid and yet posted"),
        (lose("open"), "is over, billed or unknown"),
        (lose("done"), "which is not a done visit of that member"),
        (put("done", "status", "cancelled"), "which is not a done visit of that member"),
        (put("done", "member_id", id_to_bytes(f"per_{TOP_UP}")), "which is not a done visit of that member"),
        (put("day", "s19", None), f"visit {DONE} has 1 half hours of its caregiver's, and should have 2"),
        (put("day", "s22", id_to_bytes(f"vis_{OPEN}")), f"visit {OPEN} has 3 half hours"),
        (lose("day"), f"visit {OPEN} has 0 half hours"),
        (put("family", "spent", 6_401), "has 6401 fen spent, its acts say 6400"),
        (put("grant", "limit", 6_399), "has 6400 fen spent, of 6399"),
        (put("bill", "legs", [{"account": "wallet", "amount": -6_400}]), "do not sum to zero"),
    ],
)
def test_what_does_not_is_found(break_it: Callable[[Items], None], words: str) -> None:
    items = copy.deepcopy(sound())
    break_it(items)
    assert any(words in each for each in found_in(items)), found_in(items)
