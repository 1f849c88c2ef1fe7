"""For every route, how a caller asks for it, and whose thing it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chalicelib.kernel.principal import Role
from local import people
from local.people import Phone, fix, new_id
from tests.builders.story import booking

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
    grant: str
    id_number: str
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


def about_owner(step: str) -> Entry:
    """What an agent may do, also staff of this cast: nothing of it is done without the right role."""
    return Entry(path=lambda cast: f"/v1/staff/people/{cast.owner.person_id}/{step}")


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
    "POST /v1/otp": with_body(lambda cast: {"phone": cast.owner.number, "purpose": "recover"}),
    "GET /v1/otp/{otp_id}": Entry(path=lambda _: f"/v1/otp/{new_id('otp')}", object_of=Role.MEMBER),
    "POST /v1/me/voice-codes": OWN,
    "POST /v1/me/unlock": with_body(lambda _: {"otp_id": new_id("otp"), "otp": "000000"}),
    "POST /v1/me/recovery": with_body(
        lambda _: {"otp_id": new_id("otp"), "otp": "000000", "name": "李强", "id_number": "11010519491231002X"}
    ),
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
    "POST /v1/visits/{visit_id}/approve": about_visit("approve"),
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
    "GET /v1/me/digest": OWN,
    "PUT /v1/me/digest": with_body(lambda _: {"zone": "Europe/London", "hour": 20}),
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
    "POST /v1/staff/people/{person_id}/silence": about_owner("silence"),
    "POST /v1/staff/people/{person_id}/silence/lift": about_owner("silence/lift"),
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
    "POST /v1/invitations": with_body(
        lambda _: {"id": new_id("grant"), "relation": "son", "scopes": ["book"], "limit_fen": 0}
    ),
    "POST /v1/invitations/look": Entry(body=lambda cast: {"code": cast.grant[6:] + "0" * 32}, object_of=Role.MEMBER),
    "POST /v1/invitations/accept": Entry(
        body=lambda cast: {"code": cast.grant[6:] + "0" * 32}, object_of=Role.MEMBER
    ),
    "GET /v1/families": OWN,
    "POST /v1/grants/{grant_id}/end": Entry(path=lambda cast: f"/v1/grants/{cast.grant}/end", object_of=Role.MEMBER),
    "GET /v1/family-acts": OWN,
    "GET /v1/access-log": OWN,
    "GET /v1/me/ways": OWN,
    "POST /v1/me/papers": with_body(lambda _: {"id": new_id("paper"), "content_type": "image/jpeg", "size": 1}),
    "POST /v1/me/papers/{paper_id}/hand-in": Entry(
        path=lambda _: f"/v1/me/papers/{new_id('paper')}/hand-in",
        body=lambda _: {"name": "李强", "id_number": "11010519491231002X"},
        object_of=Role.MEMBER,
    ),
    "GET /v1/staff/cases/{case_id}/paper": Entry(
        path=lambda _: f"/v1/staff/cases/{new_id('case')}/paper", object_of=Role.STAFF
    ),
    "POST /v1/me/face-checks": with_body(
        lambda _: {"id": new_id("face"), "name": "李强", "id_number": "11010519491231002X"}
    ),
    "POST /v1/me/face-checks/{check_id}/result": Entry(
        path=lambda _: f"/v1/me/face-checks/{new_id('face')}/result", object_of=Role.MEMBER
    ),
    "GET /v1/me/managed-accounts": OWN,
    "POST /v1/me/managed-accounts": with_body(
        lambda _: {
            "id": new_id("grant"),
            "relation": "son",
            "name": "李强",
            "id_number": "11010519491231002X",
            "phone": "+8613011112222",
            "scopes": ["book"],
        }
    ),
    "GET /v1/me/managed-accounts/{grant_id}": Entry(
        path=lambda cast: f"/v1/me/managed-accounts/{cast.grant}", object_of=Role.MEMBER
    ),
    "POST /v1/me/managed-accounts/{grant_id}/ring": Entry(
        path=lambda cast: f"/v1/me/managed-accounts/{cast.grant}/ring", object_of=Role.MEMBER
    ),
    "POST /v1/me/guardianships": with_body(
        lambda _: {
            "id": new_id("grant"),
            "relation": "son",
            "name": "李强",
            "id_number": "11010519491231002X",
            "paper_id": new_id("paper"),
            "until": "2028-11-22",
            "limit_fen": 100,
        }
    ),
    "POST /v1/staff/people/{person_id}/guardianship/end": Entry(
        path=lambda _: f"/v1/staff/people/{new_id('per')}/guardianship/end",
        body=lambda _: {"why": "mistaken"},
        object_of=Role.REVIEWER,
    ),
    "GET /v1/me/consents": OWN,
    "GET /v1/me/consents/record": OWN,
    "POST /v1/me/consents": with_body(
        lambda _: {"kind": "face", "version": 1, "hash": "0" * 64, "accepted": True, "shown_for_s": 1}
    ),
    # Last: whoever calls it has no session afterwards.
    "POST /v1/me/sign-out": OWN,
}
