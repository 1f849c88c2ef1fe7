"""A court's paper, handed in by family and decided on by one of us."""

from __future__ import annotations

from typing import Any

from local.people import Answer, Phone, done, new_id
from tests.builders.numbers import ELDER_NUMBER
from tests.builders.papers import a_photo, sent

UNTIL = "2028-11-22"


def applied(son: Phone, **changes: Any) -> dict[str, Any]:
    paper_id = changes.pop("paper_id", None) or sent(son, a_photo(1_000))
    return {
        "id": new_id("grant"),
        "relation": "son",
        "name": "王秀英",
        "id_number": ELDER_NUMBER,
        "paper_id": paper_id,
        "until": UNTIL,
        "limit_fen": 50_000,
    } | changes


def applies(son: Phone, **changes: Any) -> Answer:
    return son.post("/v1/me/guardianships", applied(son, **changes))


def decided(reviewer: Phone, case_id: str, *, approve: bool = True) -> Answer:
    path = f"/v1/staff/cases/{case_id}"
    done(reviewer.post(f"{path}/claim"))
    applied_at = done(reviewer.get(path))["application"]["applied_at"]
    word = {"id": new_id("post"), "text": "看过了", "approve": approve, "applied_at": applied_at}
    return reviewer.post(f"{path}/decide", word)


def become_guardian(son: Phone, reviewer: Phone, **words: Any) -> str:
    """The id of whom he may act for."""
    body = applied(son, **words)
    done(decided(reviewer, son.post("/v1/me/guardianships", body).body["case_id"]))
    return str(done(son.post("/v1/me/guardianships", body), 201)["person_id"])
