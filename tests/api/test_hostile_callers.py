"""Every route × every caller: strangers find nothing, the wrong role is refused, no answer holds a foreign word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

import app as application
from chalicelib.kernel.principal import Role
from local import people
from local.people import Phone, done, fix, new_id
from tests.builders.story import booking
from tests.builders.world import World

OPERATIONS = {
    f"{operation.method} {operation.path}": operation for api in application.APIS for operation in api.operations
}
NEED = "夜里要翻身两次"
PLEA = "钱付了看不到"


@dataclass
class Cast:
    """An owner with everything, and everybody else who might ask for it."""

    owner: Phone
    callers: dict[str, str | None]
    visit: str
    card: str
    top_up: dict[str, Any]
    message: str
    caregiver: str
    case: str
    foreign_words: list[str]


@dataclass(frozen=True)
class Entry:
    """`object_of` is whose thing the route is about: a stranger with the right role must not find it."""

    path: Callable[[Cast], str] | None = None
    body: Callable[[Cast], Any] = lambda _: None
    object_of: Role | None = None


def about_visit(
    step: str = "", *, body: Any = None, of: Role | None = Role.MEMBER, under: str = "/v1/visits"
) -> Entry:
    return Entry(
        path=lambda cast: f"{under}/{cast.visit}{'/' + step if step else ''}", body=lambda _: body, object_of=of
    )


def with_body(body: Callable[[Cast], Any]) -> Entry:
    return Entry(body=body)


def about_case(step: str = "", *, of: Role | None = None, under: str = "/v1/staff/cases", **body: Any) -> Entry:
    said = {"id": new_id("post"), "text": "您好"} | body if body or step == "messages" else None
    return Entry(
        path=lambda cast: f"{under}/{cast.case}{'/' + step if step else ''}", body=lambda _: said, object_of=of
    )


STORY = "GET /v1/staff/story/{story_id}"
PUBLIC = Entry()
OWN = Entry()
TO_MOVE_TO = "2026-12-03T09:00:00+08:00"
ENTRIES: dict[str, Entry] = {
    "POST /v1/login": PUBLIC,
    "POST /v1/wechat/pay/notify": PUBLIC,
    "GET /v1/wechat/push": PUBLIC,
    "POST /v1/wechat/push": PUBLIC,
    "GET /v1/health": PUBLIC,
    "GET /v1/health/ready": PUBLIC,
    "GET /openapi.json": PUBLIC,
    "POST /v1/staff/login": PUBLIC,
    "POST /v1/me/second-factor": OWN,
    "POST /v1/me/pairing": OWN,
    "GET /v1/me": OWN,
    "POST /v1/me/phone": with_body(lambda _: {"code": "x"}),
    "PUT /v1/me/identity": with_body(lambda _: {"name": "李强", "id_number": "11010519491231002X"}),
    "POST /v1/cards/activations": with_body(lambda _: {"id": new_id("card"), "activation_code": "x"}),
    "GET /v1/cards": OWN,
    "GET /v1/cards/{card_id}": Entry(path=lambda cast: f"/v1/cards/{cast.card}", object_of=Role.MEMBER),
    "POST /v1/staff/activation-codes": with_body(lambda _: {"id": new_id("bat"), "count": 1}),
    "POST /v1/staff/activation-codes/{batch_id}/revoke": Entry(
        path=lambda _: f"/v1/staff/activation-codes/{new_id('bat')}/revoke", body=lambda _: {"text": "寄丢了"}
    ),
    "GET /v1/services": OWN,
    "POST /v1/caregivers/search": with_body(
        lambda _: {
            "service": "living_care",
            "start_at": "2026-12-02T09:00:00+08:00",
            "duration_min": 60,
            "location": people.HOME,
        }
    ),
    "GET /v1/caregivers/{caregiver_id}": Entry(path=lambda cast: f"/v1/caregivers/{cast.caregiver}"),
    "POST /v1/visits": with_body(lambda cast: booking(cast.caregiver, id=cast.visit)),
    "GET /v1/visits": OWN,
    "GET /v1/visits/{visit_id}": about_visit(),
    "POST /v1/visits/{visit_id}/cancel": about_visit("cancel"),
    "POST /v1/visits/{visit_id}/reschedule": about_visit(
        "reschedule", body={"start_at": "2026-12-03T09:00:00+08:00"}
    ),
    "POST /v1/visits/{visit_id}/review": about_visit("review", body={"stars": 5, "text": ""}),
    "GET /v1/caregiver/agenda": OWN,
    "GET /v1/caregiver/visits/{visit_id}": about_visit(of=Role.CAREGIVER, under="/v1/caregiver/visits"),
    "POST /v1/visits/{visit_id}/accept": about_visit("accept", of=Role.CAREGIVER),
    "POST /v1/visits/{visit_id}/decline": about_visit("decline", of=Role.CAREGIVER),
    "POST /v1/visits/{visit_id}/depart": about_visit("depart", of=Role.CAREGIVER),
    "POST /v1/visits/{visit_id}/check-in": about_visit("check-in", body=fix(), of=Role.CAREGIVER),
    "POST /v1/visits/{visit_id}/check-out": about_visit("check-out", body=fix(), of=Role.CAREGIVER),
    "POST /v1/staff/caregivers": with_body(lambda _: people.enrolment("+8613011112222")),
    STORY: Entry(path=lambda cast: f"/v1/staff/story/{cast.visit}"),
    "GET /v1/wallet": OWN,
    "GET /v1/wallet/entries": OWN,
    "POST /v1/wallet/top-ups": with_body(lambda cast: cast.top_up),
    "GET /v1/bills": OWN,
    "GET /v1/bills/{visit_id}": about_visit(under="/v1/bills"),
    "GET /v1/inbox": OWN,
    "GET /v1/me/preferences": OWN,
    "PUT /v1/me/preferences": with_body(lambda _: {"wechat": True, "sms": True, "reminders": True, "short": False}),
    "GET /v1/me/templates-to-ask": Entry(path=lambda _: "/v1/me/templates-to-ask?moment=booking"),
    "POST /v1/me/subscriptions": with_body(lambda _: {"answers": {"tmpl-visit-status": "accept"}}),
    "POST /v1/inbox/{message_id}/read": Entry(
        path=lambda cast: f"/v1/inbox/{cast.message}/read", object_of=Role.MEMBER
    ),
    "GET /v1/timeline/{subject_id}": about_visit(under="/v1/timeline"),
    "GET /v1/cards/{card_id}/diagnosis": Entry(
        path=lambda cast: f"/v1/cards/{cast.card}/diagnosis", object_of=Role.MEMBER
    ),
    "GET /v1/staff/timeline/{subject_id}": about_visit(under="/v1/staff/timeline", of=None),
    "GET /v1/case-causes": OWN,
    "GET /v1/cases": OWN,
    "POST /v1/cases": with_body(
        lambda cast: {"id": cast.case, "cause": "other", "about": cast.owner.person_id, "text": "这是谁的"}
    ),
    "GET /v1/cases/{case_id}": about_case(under="/v1/cases", of=Role.MEMBER),
    "POST /v1/cases/{case_id}/messages": about_case("messages", under="/v1/cases", of=Role.MEMBER),
    "GET /v1/cases/{case_id}/photos/{post_id}": Entry(
        path=lambda cast: f"/v1/cases/{cast.case}/photos/{new_id('post')}", object_of=Role.MEMBER
    ),
    "GET /v1/staff/cases/{case_id}/photos/{post_id}": Entry(
        path=lambda cast: f"/v1/staff/cases/{cast.case}/photos/{new_id('post')}"
    ),
    "GET /v1/staff/desk": OWN,
    "GET /v1/staff/gateways": OWN,
    "GET /v1/staff/queues/{queue}": Entry(path=lambda _: "/v1/staff/queues/finance"),
    "GET /v1/staff/cases/{case_id}": about_case(),
    "POST /v1/staff/cases/{case_id}/claim": about_case("claim"),
    "POST /v1/staff/cases/{case_id}/reply": about_case("reply", waits=False),
    "POST /v1/staff/cases/{case_id}/hand-over": about_case("hand-over", queue="finance"),
    "POST /v1/staff/cases/{case_id}/close": about_case("close", cause="other", action="explained"),
    "POST /v1/staff/cases/{case_id}/decide": about_case("decide", approve=True),
    "POST /v1/staff/cases/{case_id}/unmask": about_case("unmask", text="核对"),
    "POST /v1/staff/talks": with_body(
        lambda _: {
            "id": new_id("talk"),
            "phone": "+8613011112222",
            "name": "李强",
            "number_ends": "002X",
            "agreed": True,
            "cause": "other",
            "text": "不会用",
        }
    ),
    "POST /v1/staff/talks/{talk_id}/end": Entry(path=lambda _: f"/v1/staff/talks/{new_id('talk')}/end"),
    "POST /v1/cases/{case_id}/not-me": Entry(
        path=lambda cast: f"/v1/cases/{cast.case}/not-me",
        body=lambda _: {"id": new_id("post")},
        object_of=Role.MEMBER,
    ),
    "GET /v1/staff/problems": OWN,
    "GET /v1/staff/promises": OWN,
    "POST /v1/staff/problems/{problem_id}/close": Entry(
        path=lambda _: f"/v1/staff/problems/{new_id('prb')}/close", body=lambda _: {"text": "修好了"}
    ),
    "POST /v1/staff/duty": with_body(
        lambda _: {
            "id": new_id("shift"),
            "queue": "service",
            "from_at": "2026-12-02T09:00:00+08:00",
            "to_at": "2026-12-02T18:00:00+08:00",
        }
    ),
    "POST /v1/staff/duty/{shift_id}/cancel": Entry(path=lambda _: f"/v1/staff/duty/{new_id('shift')}/cancel"),
    "GET /v1/staff/roster/{queue}": Entry(path=lambda _: "/v1/staff/roster/service"),
    # Last: whoever calls it has no session afterwards.
    "POST /v1/me/sign-out": OWN,
}
SIGNED_IN = [name for name in ENTRIES if OPERATIONS[name].role is not None] if set(ENTRIES) <= set(OPERATIONS) else []
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
    "staff without the second factor": {Role.MEMBER},
}


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
    tokens = {
        "another member": people.a_member(town),
        "another caregiver": other_caregiver,
        "staff": agent,
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
        foreign_words=[
            NEED,
            PLEA,
            visit["address"],
            owner.person_id,
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
@pytest.mark.parametrize("name", SIGNED_IN)
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
    assert [word for word in cast.foreign_words if word in told] == []


@pytest.mark.parametrize("who", ROLES_OF)
@pytest.mark.parametrize("name", SIGNED_IN)
def test_nobody_acts_for_anybody_who_did_not_agree(town: World, cast: Cast, name: str, who: str) -> None:
    operation, entry = OPERATIONS[name], ENTRIES[name]
    path = entry.path(cast) if entry.path else operation.path
    headers = {"x-acting-for": cast.owner.person_id}
    answer = town.request(operation.method, path, token=cast.callers[who], body=entry.body(cast), headers=headers)
    code = "request.not_agreed" if operation.on_behalf else "request.not_on_behalf"
    if operation.role not in ROLES_OF[who]:
        code = "request.role_missing"
    assert (answer.status, answer.body["code"]) == (403, code)


def test_after_all_that_the_owner_has_everything_as_it_was(town: World, cast: Cast) -> None:
    visit = done(cast.owner.get(f"/v1/visits/{cast.visit}"))
    assert (visit["status"], visit["needs"], visit["review"]) == ("booked", NEED, None)
    assert done(cast.owner.get("/v1/wallet"))["held_fen"] == 12_800
    assert {message["read_at"] for message in done(cast.owner.get("/v1/inbox"))["items"]} == {None}
