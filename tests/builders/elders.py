"""An elder without WeChat, and the family who ask for her account."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any

from local import people
from local.people import Answer, Phone, Town, done, new_id


def a_number() -> str:
    return f"+8613{secrets.randbelow(10**9):09d}"


@dataclass
class Elder:
    """Known to the register, with a phone that is in her own name unless it is said otherwise."""

    town: Town
    name: str = "周桂兰"
    id_number: str = field(default_factory=people.a_resident_number)
    number: str = field(default_factory=a_number)
    owns_phone: bool = True

    def __post_init__(self) -> None:
        self.town.register_identity(self.name, self.id_number)
        if self.owns_phone:
            people.register_number(self.town, self.number, self.name, self.id_number)

    def asked_for(self, **changes: Any) -> dict[str, Any]:
        """What a daughter fills in: every scope, ¥200 a day."""
        return {
            "id": new_id("grant"),
            "relation": "daughter",
            "name": self.name,
            "id_number": self.id_number,
            "phone": self.number,
            "scopes": list(people.EVERY_SCOPE),
            "limit_fen": 20_000,
        } | changes


def asks(family: Phone, elder: Elder, **changes: Any) -> Answer:
    return family.post("/v1/me/managed-accounts", elder.asked_for(**changes))


def asked(family: Phone, elder: Elder, **changes: Any) -> dict[str, Any]:
    return done(asks(family, elder, **changes), 201)


def rings(family: Phone, entrustment: dict[str, Any]) -> Answer:
    return family.post(f"/v1/me/managed-accounts/{entrustment['id']}/ring")


def seen(family: Phone, entrustment: dict[str, Any]) -> dict[str, Any]:
    return done(family.get(f"/v1/me/managed-accounts/{entrustment['id']}"))


def acting(family: Phone, person_id: str) -> Phone:
    """Switched to the elder, who has no phone of this town."""
    return family.as_family_of(Phone(family.town, "", "", person_id=person_id))
