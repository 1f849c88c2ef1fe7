"""Who one is as links of a timeline."""

from __future__ import annotations

from chalicelib.contracts.timeline import Link, Owner
from chalicelib.identity.domain.person import Person


def links_of_person(person: Person) -> list[Link]:
    proven_at = person.identity_proven_at
    return [
        Link("login", "登录", 10, done=True, at=person.created_at),
        Link(
            "identity",
            "实名认证",
            20,
            done=proven_at is not None,
            at=proven_at,
            owner=Owner.YOU,
            sentence="请先实名：填姓名和身份证号，大约两分钟。填不过去的，可以请人工核对。",
            short="请先实名",
            remedy="identity",
        ),
    ]
