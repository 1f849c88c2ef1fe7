"""Families as they use the front door: an elder who lets somebody do things, and who does them."""

from __future__ import annotations

from typing import Any

from local import people
from local.people import Answer, Phone, done, new_id
from tests.builders.world import World

EVERY_SCOPE = ("view_visits", "book", "pay", "dispute", "view_health", "manage_cards")


def invited(elder: Phone, *scopes: str, **changes: Any) -> dict[str, Any]:
    body: dict[str, Any] = {"id": new_id("grant"), "relation": "daughter", "scopes": list(scopes or EVERY_SCOPE)}
    if "pay" in body["scopes"]:
        body["limit_fen"] = 20_000
    return done(elder.post("/v1/invitations", body | changes), 201)


def a_relative(world: World, name: str = "王小梅") -> Phone:
    """Known by name and number, as who acts for somebody must be."""
    phone = people.a_member(world)
    people.prove(phone, name, people.a_resident_number(born_from=1970))
    return phone


def accepted(relative: Phone, invitation: dict[str, Any]) -> dict[str, Any]:
    return done(relative.post("/v1/invitations/accept", {"code": invitation["code"]}))


def given(elder: Phone, relative: Phone, *scopes: str, **changes: Any) -> str:
    """The id of the grant."""
    return str(accepted(relative, invited(elder, *scopes, **changes))["id"])


def acting(relative: Phone, elder: Phone, method: str, path: str, body: Any = None) -> Answer:
    headers = {"x-acting-for": elder.person_id}
    return relative.town.request(method, path, token=relative.token, body=body, headers=headers)
