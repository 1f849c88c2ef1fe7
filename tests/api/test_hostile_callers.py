"""Every route × every caller: strangers find nothing, the wrong role is refused, no answer holds a foreign word."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import boto3
import pytest

import app as application
from chalicelib.kernel.principal import Role, Scope
from local import people
from local.environment import UPLOADS_BUCKET
from local.people import Phone, a_relative, done, give, new_id
from local.resources import create_bucket
from tests.builders.callers import ENTRIES, NEED, PLEA, STORY, Cast
from tests.builders.guardians import become_guardian
from tests.builders.story import booking, refusal
from tests.builders.world import World

OPERATIONS = {
    f"{operation.method} {operation.path}": operation for api in application.APIS for operation in api.operations
}
SIGNED_IN = [name for name in ENTRIES if OPERATIONS[name].role is not None] if set(ENTRIES) <= set(OPERATIONS) else []
# A caller who signs out has no session for the tests after it; whom it ends is in `test_sessions`.
STAYING = [name for name in SIGNED_IN if name != "POST /v1/me/sign-out"]
NO_SESSION = {
    "nobody": "request.not_signed_in",
    "garbage": "request.not_signed_in",
    "expired": "request.session_expired",
    "revoked": "request.session_revoked",
}
ROLES_OF = {
    "another member": {Role.MEMBER},
    "another caregiver": {Role.MEMBER, Role.CAREGIVER},
    "staff": {Role.MEMBER, Role.STAFF, Role.AGENT},
    "reviewer": {Role.MEMBER, Role.STAFF, Role.REVIEWER},
    "finance": {Role.MEMBER, Role.STAFF, Role.FINANCE},
    "rescue": {Role.MEMBER, Role.STAFF, Role.RESCUE},
    "supervisor": {Role.MEMBER, Role.STAFF, Role.SUPERVISOR},
    "staff without the second factor": {Role.MEMBER},
}
# Whose queue the owner's question about money is in.
WORKS_ON_THE_CASE = {"finance", "supervisor"}


@pytest.fixture(scope="module")
def cast(town: World) -> Cast:
    expired = people.a_member(town)
    town.clock.advance(timedelta(days=8))
    town.settle()
    revoked = people.a_member(town)
    town.clock.advance(timedelta(seconds=1))
    done(revoked.post("/v1/me/sign-out"))
    staff = people.a_staff_member(town)
    agent = people.a_staff_member(town, "agent")
    away_from_desk = people.a_staff_member(town)
    away_from_desk.log_in()
    _, caregiver_id = people.a_caregiver(town, staff)
    other_caregiver, _ = people.a_caregiver(town, staff)
    number = people.a_resident_number()
    owner = people.an_elder(town, staff, name="司马相如", id_number=number, balance_fen=50_000)
    start = (town.clock() + timedelta(days=1)).replace(hour=1, minute=0, second=0).isoformat()
    visit = done(owner.post("/v1/visits", booking(caregiver_id, start_at=start, needs=NEED)), 201)
    top_up = {"id": new_id("top"), "amount_fen": 777}
    done(owner.post("/v1/wallet/top-ups", top_up), 201)
    town.settle()
    card = done(owner.get("/v1/cards"))["items"][0]["id"]
    message = done(owner.get("/v1/inbox"))["items"][0]
    plea = {"id": new_id("case"), "cause": "billing.money_missing", "about": owner.person_id, "text": PLEA}
    case = done(owner.post("/v1/cases", plea), 201)
    invited: dict[str, Any] = {"id": new_id("grant"), "relation": "son", "scopes": ["book"]}
    done(owner.post("/v1/invitations", invited), 201)
    tokens = {
        "another member": people.a_member(town),
        "another caregiver": other_caregiver,
        "staff": agent,
        **{role: people.a_staff_member(town, role) for role in ("reviewer", "finance", "rescue", "supervisor")},
        "staff without the second factor": away_from_desk,
    }
    return Cast(
        owner=owner,
        callers={
            "nobody": None,
            "garbage": "not.a.token",
            "expired": expired.token,
            "revoked": revoked.token,
            **{who: phone.token for who, phone in tokens.items()},
        },
        visit=visit["id"],
        card=card,
        top_up=top_up,
        message=message["id"],
        caregiver=caregiver_id,
        case=case["id"],
        grant=invited["id"],
        id_number=number,
        foreign_words=[
            NEED,
            PLEA,
            visit["address"],
            owner.person_id,
            owner.number.removeprefix("+86"),
            owner.number[-4:],
            "司",
            "相如",
            card,
            message["text"],
        ],
    )


def ask(town: World, cast: Cast, name: str, who: str) -> people.Answer:
    operation, entry = OPERATIONS[name], ENTRIES[name]
    path = entry.path(cast) if entry.path else operation.path
    return town.request(operation.method, path, token=cast.callers[who], body=entry.body(cast))


def _foreign(cast: Cast, told: str) -> list[str]:
    """Four digits of a phone count where they stand by themselves: ids and codes hold any four digits by chance."""
    without_ids = re.sub(r"[0-9A-Za-z_]{20,}", "", told)
    last_four = cast.owner.number[-4:]
    return [word for word in cast.foreign_words if word in (without_ids if word == last_four else told)]


def test_every_route_has_an_entry() -> None:
    assert set(ENTRIES) == set(OPERATIONS)


@pytest.mark.parametrize("who", NO_SESSION)
@pytest.mark.parametrize("name", SIGNED_IN)
def test_without_a_good_session_every_route_says_so_and_nothing_else(
    town: World, cast: Cast, name: str, who: str
) -> None:
    answer = ask(town, cast, name, who)
    assert (answer.status, answer.body["code"]) == (401, NO_SESSION[who])
    assert set(answer.body) == {"code", "message", "next_step", "request_id"}


@pytest.mark.parametrize("who", ROLES_OF)
@pytest.mark.parametrize("name", STAYING)
def test_nobody_sees_or_moves_what_is_anothers(town: World, cast: Cast, name: str, who: str) -> None:
    operation, entry = OPERATIONS[name], ENTRIES[name]
    answer = ask(town, cast, name, who)
    assert operation.role is not None
    if operation.role not in ROLES_OF[who]:
        assert (answer.status, answer.body["code"]) == (403, "request.role_missing")
    elif entry.object_of is not None:
        assert answer.status == 404
        assert set(answer.body) == {"code", "message", "next_step", "request_id"}
    elif name in ("POST /v1/visits", "POST /v1/wallet/top-ups"):
        assert answer.status == 409
    told = str(answer.body)
    if name == STORY:  # staff may see whose it is, by id alone
        told = told.replace(cast.owner.person_id, "")
    if operation.role is Role.STAFF and who in WORKS_ON_THE_CASE:
        told = told.replace(cast.owner.person_id, "").replace(PLEA, "")
    assert _foreign(cast, told) == []


@pytest.mark.parametrize("who", ROLES_OF)
@pytest.mark.parametrize("name", SIGNED_IN)
def test_nobody_acts_for_anybody_who_did_not_agree(town: World, cast: Cast, name: str, who: str) -> None:
    operation, entry = OPERATIONS[name], ENTRIES[name]
    path = entry.path(cast) if entry.path else operation.path
    headers = {"x-acting-for": cast.owner.person_id}
    answer = town.request(operation.method, path, token=cast.callers[who], body=entry.body(cast), headers=headers)
    behalf = operation.on_behalf
    at_desk = Role.STAFF in ROLES_OF[who]
    code = "request.not_on_behalf"
    if behalf and (behalf.on_phone if at_desk else behalf.by_family):
        code = "request.not_agreed" if at_desk else "request.not_granted"
    if operation.role not in ROLES_OF[who]:
        code = "request.role_missing"
    assert (answer.status, answer.body["code"]) == (403, code)


@pytest.fixture(scope="module")
def family(town: World, cast: Cast) -> dict[Scope, Phone]:
    """For each scope somebody whom the owner gave that one, and no other."""
    relatives = {scope: a_relative(town) for scope in Scope}
    for scope, phone in relatives.items():
        give(cast.owner, phone, scope.value)
    return relatives


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("name", SIGNED_IN)
def test_family_do_what_their_scope_says_and_nothing_else(
    town: World, cast: Cast, family: dict[Scope, Phone], name: str, scope: Scope
) -> None:
    operation, entry = OPERATIONS[name], ENTRIES[name]
    path = entry.path(cast) if entry.path else operation.path
    # What gets as far as being read is refused for what it says, and nothing is done.
    body = None if operation.method == "GET" else {"nonsense": 1}
    headers = {"x-acting-for": cast.owner.person_id}
    answer = town.request(operation.method, path, token=family[scope].token, body=body, headers=headers)
    behalf = operation.on_behalf
    if operation.role is not Role.MEMBER:
        assert refusal(answer) == (403, "request.role_missing")
    elif behalf is None or not behalf.by_family:
        assert refusal(answer) == (403, "request.not_on_behalf")
    elif behalf.scope is not scope:
        code = "request.scope_missing" if behalf.scope else "request.guardian_only"
        assert refusal(answer) == (403, code)
        assert _foreign(cast, str(answer.body)) == []
    else:
        _let_in(answer, operation.method)


def _let_in(answer: people.Answer, method: str) -> None:
    if method == "GET":
        assert answer.status == 200 or refusal(answer) == (404, "billing.no_bill_yet")
    else:
        assert refusal(answer) in {(422, "request.field_missing"), (422, "request.field_unknown")}


@pytest.fixture(scope="module")
def guardian(town: World, cast: Cast) -> Phone:
    phone = a_relative(town)
    create_bucket(boto3.client("s3"), UPLOADS_BUCKET)
    reviewer = people.a_staff_member(town, "reviewer")
    person_id = become_guardian(phone, reviewer, name="司马相如", id_number=cast.id_number)
    assert person_id == cast.owner.person_id
    return phone


@pytest.mark.parametrize("name", SIGNED_IN)
def test_a_guardian_does_what_family_may_and_what_takes_a_guardian(
    town: World, cast: Cast, guardian: Phone, name: str
) -> None:
    operation, entry = OPERATIONS[name], ENTRIES[name]
    path = entry.path(cast) if entry.path else operation.path
    body = None if operation.method == "GET" else {"nonsense": 1}
    headers = {"x-acting-for": cast.owner.person_id}
    answer = town.request(operation.method, path, token=guardian.token, body=body, headers=headers)
    if operation.role is not Role.MEMBER:
        assert refusal(answer) == (403, "request.role_missing")
    elif operation.on_behalf is None or not operation.on_behalf.by_family:
        assert refusal(answer) == (403, "request.not_on_behalf")
    else:
        _let_in(answer, operation.method)


def test_after_all_that_the_owner_has_everything_as_it_was(town: World, cast: Cast) -> None:
    visit = done(cast.owner.get(f"/v1/visits/{cast.visit}"))
    assert (visit["status"], visit["needs"], visit["review"]) == ("booked", NEED, None)
    assert done(cast.owner.get("/v1/wallet"))["held_fen"] == 12_800
    assert {message["read_at"] for message in done(cast.owner.get("/v1/inbox"))["items"]} == {None}
