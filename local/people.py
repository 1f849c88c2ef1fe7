"""The people of the story, acting over the front door as their phones would: for the demo and for tests."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from pyotp import TOTP
from ulid import ULID

HOME: dict[str, Any] = {"lat": 31.2304, "lng": 121.4737, "datum": "GCJ02"}
ADDRESS = {"text": "黄浦区人民大道 200 号 3 楼", "location": HOME}
METRES_PER_DEGREE_NORTH = 111_195


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)


def sent(
    *,
    token: str | None = None,
    body: Any = None,
    raw: bytes | None = None,
    headers: dict[str, str] | None = None,
) -> tuple[dict[str, str], bytes]:
    """Headers and content of a request: `body` goes as JSON, `raw` as it is."""
    kind = {"content-type": "application/json"} if raw is None and body is not None else {}
    session = {"authorization": f"Bearer {token}"} if token else {}
    content = raw if raw is not None else b"" if body is None else json.dumps(body).encode()
    return kind | session | (headers or {}), content


class Unexpected(AssertionError):
    """The front door answered otherwise than the story needs."""


class Town(Protocol):
    """Where the people are: the product's front door, and the world around it that is simulated."""

    def request(
        self,
        method: str,
        path: str,
        *,
        token: str | None = None,
        body: Any = None,
        raw: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """Over the front door. `body` is sent as JSON, `raw` as it is."""

    def wechat(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """WeChat's control surface, below `/__sim`."""

    def register_identity(self, name: str, id_number: str) -> None:
        """Puts somebody into the public-security record."""

    def partner(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """The identity check's control surface, below `/__sim`."""

    def enrol_staff(self, phone: str, *roles: str) -> None:
        """What an operator does, by invoking the function."""

    def now(self) -> datetime:
        """As the product's clock has it."""

    def until(self, check: Callable[[], bool], what: str) -> None:
        """Waits for what follows from what was done; Unexpected when it does not come."""


@dataclass
class Phone:
    """Somebody's phone: WeChat's openid, and a session once logged in."""

    town: Town
    openid: str
    number: str
    token: str | None = None
    person_id: str = ""
    otp_secret: str = ""
    acting_for: str = ""

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def post(self, path: str, body: Any = None) -> Answer:
        return self._ask("POST", path, body)

    def put(self, path: str, body: Any) -> Answer:
        return self._ask("PUT", path, body)

    def _ask(self, method: str, path: str, body: Any = None) -> Answer:
        headers = {"x-acting-for": self.acting_for} if self.acting_for else None
        return self.town.request(method, path, token=self.token, body=body, headers=headers)

    def as_family_of(self, person: Phone) -> Phone:
        """The same phone and session, switched to somebody who lets its owner do things."""
        return replace(self, acting_for=person.person_id)

    def log_in(self) -> dict[str, Any]:
        code = self.town.wechat("POST", "/login-codes", {"openid": self.openid})["code"]
        signed_in = done(self.town.request("POST", "/v1/login", body={"code": code}))
        self.token, self.person_id = signed_in["token"], signed_in["member"]["person_id"]
        return signed_in

    def give_number(self) -> dict[str, Any]:
        code = self.town.wechat("POST", "/phone-codes", {"openid": self.openid})["code"]
        return done(self.post("/v1/me/phone", {"code": code}))

    def sign_in_at_desk(self) -> None:
        """With a code from the mini program and the authenticator's; from then on this session is the desk's."""
        self.otp_secret = self.otp_secret or done(self.post("/v1/me/second-factor"))["secret"]
        code = done(self.post("/v1/me/pairing"), 201)["code"]
        body = {"code": code, "otp": TOTP(self.otp_secret).at(self.town.now())}
        self.token = done(self.town.request("POST", "/v1/staff/login", body=body))["token"]

    def come_back_to_desk(self) -> None:
        """Another shift: the session at the desk has ended."""
        self.log_in()
        self.sign_in_at_desk()

    def consent(self, template: str, count: int = 1) -> None:
        """Taps “accept” on a subscription popup that many times."""
        self.town.wechat("POST", "/consents", {"openid": self.openid, "template": template, "count": count})

    def pay(self, payment: dict[str, str], action: str = "pay") -> str:
        """`wx.requestPayment`; answers with its errMsg."""
        body = {"openid": self.openid, "action": action, "payment": payment}
        return str(self.town.wechat("POST", "/payments", body)["errMsg"])


def done(answer: Answer, status: int | None = None) -> dict[str, Any]:
    """The body of an answer that must be a success."""
    if answer.status != (status or answer.status) or answer.status >= 300:
        raise Unexpected(f"{answer.status} {answer.body}")
    return answer.body


def new_id(prefix: str) -> str:
    return f"{prefix}_{ULID()}"


def somebody(town: Town) -> Phone:
    """With WeChat, and not known to us yet."""
    number = f"+8613{secrets.randbelow(10**9):09d}"
    return Phone(town, town.wechat("POST", "/users", {"phone": number})["openid"], number)


def a_member(town: Town) -> Phone:
    phone = somebody(town)
    phone.log_in()
    return phone


EVERY_STAFF_ROLE = ("agent", "reviewer", "finance", "rescue", "supervisor")


def a_staff_member(town: Town, *roles: str) -> Phone:
    """With these roles, or with all."""
    phone = somebody(town)
    town.enrol_staff(phone.number, *(roles or EVERY_STAFF_ROLE))
    phone.log_in()
    phone.give_number()
    phone.sign_in_at_desk()
    return phone


def enrolment(number: str, **changes: Any) -> dict[str, Any]:
    """Eight years of practice, 1.5 km from HOME, at work 7:00-21:00 every day."""
    return {
        "id": new_id("cgr"),
        "phone": number,
        "name": "李护理员",
        "practising_since": "2018-05-01",
        "services": ["living_care", "companionship"],
        "credentials": [{"kind": "elderly_care", "valid_through": "2028-12-31"}],
        "base": {"lat": 31.2404, "lng": 121.4837, "datum": "GCJ02"},
        "weekly": [{"weekday": day, "from_half_hour": 14, "to_half_hour": 42} for day in range(7)],
    } | changes


def a_caregiver_logs_in(town: Town, staff: Phone, **changes: Any) -> tuple[Phone, str]:
    """Enrolled by staff, and known by her phone; with her caregiver id."""
    phone = somebody(town)
    body = enrolment(phone.number, **changes)
    done(staff.post("/v1/staff/caregivers", body), 201)
    phone.log_in()
    phone.give_number()
    agree(phone, "location")
    return phone, str(body["id"])


def a_caregiver(town: Town, staff: Phone, **changes: Any) -> tuple[Phone, str]:
    """Logged in, and offered to families."""
    phone, caregiver_id = a_caregiver_logs_in(town, staff, **changes)
    town.until(lambda: phone.get(f"/v1/caregivers/{caregiver_id}").status == 200, "the caregiver to be offered")
    return phone, caregiver_id


def register_phone(phone: Phone, name: str, id_number: str) -> None:
    """Puts somebody's phone into the carrier's record, under that name."""
    register_number(phone.town, phone.number, name, id_number)


def register_number(town: Town, number: str, name: str, id_number: str) -> None:
    town.partner("/phones", {"phone": number.removeprefix("+86"), "name": name, "id_number": id_number})


PASSED = 0


def shows_face(town: Town, token: str, code: int = PASSED) -> None:
    """What the provider makes of what somebody does before the camera."""
    town.partner("/faces", {"token": token, "err_code": code})


def agree(phone: Phone, kind: str, *, accepted: bool = True) -> dict[str, Any]:
    """Reads the document for half a minute, and says yes, or takes it back."""
    (document,) = [each for each in done(phone.get("/v1/me/consents"))["items"] if each["kind"] == kind]
    shown = {"kind": kind, "version": document["version"], "hash": document["hash"]}
    return done(phone.post("/v1/me/consents", shown | {"accepted": accepted, "shown_for_s": 30}))


def prove(phone: Phone, name: str, id_number: str) -> dict[str, Any]:
    phone.town.register_identity(name, id_number)
    return done(phone.put("/v1/me/identity", {"name": name, "id_number": id_number}))


def an_activation_code(staff: Phone) -> str:
    issued = done(staff.post("/v1/staff/activation-codes", {"id": new_id("bat"), "count": 1}), 201)
    return str(issued["codes"][0])


def activate(phone: Phone, code: str) -> dict[str, Any]:
    return done(phone.post("/v1/cards/activations", {"id": new_id("card"), "activation_code": code}), 201)


def top_up(phone: Phone, amount_fen: int) -> None:
    """Presses again with the same id while WeChat does not take the order, then pays and waits for the money."""
    before = done(phone.get("/v1/wallet"))["available_fen"]
    order = {"id": new_id("top"), "amount_fen": amount_fen}
    payments = [done(phone.post("/v1/wallet/top-ups", order), 201)["payment"]]

    def is_taken() -> bool:
        payments.append(done(phone.post("/v1/wallet/top-ups", order), 201)["payment"])
        return payments[-1] is not None

    if payments[-1] is None:
        phone.town.until(is_taken, "WeChat to take the order")
    if (said := phone.pay(payments[-1])) != "requestPayment:ok":
        raise Unexpected(said)
    phone.town.until(
        lambda: done(phone.get("/v1/wallet"))["available_fen"] == before + amount_fen, "the top-up to arrive"
    )


def an_elder(town: Town, staff: Phone, *, name: str, id_number: str, balance_fen: int) -> Phone:
    """Logged in, phone given, identity proven, card active, wallet filled; caregivers may know what she needs."""
    elder = a_member(town)
    elder.give_number()
    prove(elder, name, id_number)
    agree(elder, "health")
    activate(elder, an_activation_code(staff))
    if balance_fen:
        top_up(elder, balance_fen)
    return elder


def lock_out(phone: Phone, another_number: Callable[[], str]) -> None:
    """Ten wrong codes: the account is locked, and every session of it over."""
    for _ in range(2):
        otp_id = done(phone.post("/v1/otp", {"phone": another_number(), "purpose": "phone"}), 201)["id"]
        answers = [phone.post("/v1/me/phone", {"otp_id": otp_id, "otp": f"{guess:06d}"}) for guess in range(5)]
        if [answer.status for answer in answers] != [422, 422, 422, 422, 410]:
            raise Unexpected(f"five wrong codes were expected: {answers}")


EVERY_SCOPE = ("view_visits", "book", "pay", "dispute", "view_health", "manage_cards")


def a_relative(town: Town, name: str = "王小梅") -> Phone:
    """Known by name and number, as who acts for somebody must be."""
    phone = a_member(town)
    prove(phone, name, a_resident_number(born_from=1970))
    return phone


def invite(person: Phone, *scopes: str, **changes: Any) -> dict[str, Any]:
    """With every scope unless it is said otherwise, and ¥200 a day for who may pay."""
    body: dict[str, Any] = {"id": new_id("grant"), "relation": "daughter", "scopes": list(scopes or EVERY_SCOPE)}
    if "pay" in body["scopes"]:
        body["limit_fen"] = 20_000
    return done(person.post("/v1/invitations", body | changes), 201)


def accept(relative: Phone, invitation: dict[str, Any]) -> dict[str, Any]:
    return done(relative.post("/v1/invitations/accept", {"code": invitation["code"]}))


def give(person: Phone, relative: Phone, *scopes: str, **changes: Any) -> str:
    """The id of the grant."""
    return str(accept(relative, invite(person, *scopes, **changes))["id"])


def fix(north_m: float = 0, accuracy_m: float = 20) -> dict[str, Any]:
    """What a caregiver's phone reports, so many metres north of HOME."""
    place = HOME | {"lat": HOME["lat"] + north_m / METRES_PER_DEGREE_NORTH, "accuracy_m": accuracy_m}
    return {"location": place}


def a_resident_number(*, born_from: int = 1935) -> str:
    """A made-up number of a woman born in the twenty years from then, with a right check character (GB 11643)."""
    born = date(born_from, 1, 1) + timedelta(days=secrets.randbelow(20 * 365))
    digits = f"310101{born:%Y%m%d}{secrets.randbelow(500) * 2:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    return digits + "10X98765432"[total % 11]
