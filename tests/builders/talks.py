"""Talks on the phone, as an agent types what the caller says."""

from __future__ import annotations

from typing import Any

from local.people import Answer, Phone, done, new_id


def said(elder: Phone, **changes: Any) -> dict[str, Any]:
    """What an elder says on the phone, as the agent types it."""
    return {
        "id": new_id("talk"),
        "phone": elder.number,
        "name": "王秀英",
        "number_ends": "2323",
        "agreed": True,
        "cause": "care.cannot_book",
        "about": None,
        "text": "眼睛不好，想请人上门",
    } | changes


def talk(agent: Phone, elder: Phone, **changes: Any) -> dict[str, Any]:
    return done(agent.post("/v1/staff/talks", said(elder, **changes)), 201)


def on_behalf(agent: Phone, person_id: str, method: str, path: str, body: Any = None) -> Answer:
    headers = {"x-acting-for": person_id}
    return agent.town.request(method, path, token=agent.token, body=body, headers=headers)


def tried(agent: Phone, elder: Phone) -> Answer:
    """A code that does not exist: 422 where the agent may act at all."""
    code = {"id": new_id("card"), "activation_code": "0000-0000-0000-0000"}
    return on_behalf(agent, elder.person_id, "POST", "/v1/cards/activations", code)
