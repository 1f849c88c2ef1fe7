"""Who plays in a workflow, and what everybody can see of it in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from local import people
from local.people import Answer, Phone, done, new_id
from tests.builders.numbers import ELDER_NUMBER
from tests.builders.story import booking
from tests.simulation.town import SimulatedTown

Send = Callable[[], Answer]
# `inbox_only`: messages that are not pushed at all.
REACHED = {"sent", "by_sms", "inbox_only"}


@dataclass
class Cast:
    town: SimulatedTown
    staff: Phone
    caregiver: Phone
    caregiver_id: str
    elder: Phone
    visit_id: str = field(default_factory=lambda: new_id("vis"))
    case_id: str = field(default_factory=lambda: new_id("case"))
    family: Phone | None = None

    def step(self, name: str, body: Any = None, *, by: Phone | None = None) -> Send:
        return lambda: (by or self.caregiver).post(f"/v1/visits/{self.visit_id}/{name}", body)

    def book(self, *, by: Phone | None = None) -> Send:
        body = booking(self.caregiver_id, id=self.visit_id)
        return lambda: (by or self.elder).post("/v1/visits", body)

    def daughter(self) -> Phone:
        """As she acts for the elder."""
        assert self.family
        return self.family.as_family_of(self.elder)

    def staff_again(self) -> Phone:
        """Signed in at the desk once more, for when the shift of the story's beginning is over."""
        phone = replace(self.staff)
        phone.come_back_to_desk()
        return phone

    def plea(self) -> Send:
        body = {"id": self.case_id, "cause": "care.nobody_came", "about": self.visit_id, "text": "没见到人"}
        return lambda: self.elder.post("/v1/cases", body)

    def help(self, step: str, body: Any = None) -> Send:
        return lambda: self.staff.post(f"/v1/staff/cases/{self.case_id}/{step}", body)

    def facts(self) -> dict[str, Any]:
        """What everybody can see in the end."""
        visit = self.elder.get(f"/v1/visits/{self.visit_id}")
        wallet = done(self.elder.get("/v1/wallet"))
        return {
            "visit": visit.body.get("status", visit.status),
            "wallet": (wallet["available_fen"], wallet["held_fen"]),
            "bills": [bill["amount_fen"] for bill in done(self.elder.get("/v1/bills"))["items"]],
            "elder": self._told(self.elder),
            "caregiver": self._told(self.caregiver),
            "staff": self._told(self.staff_again()),
            "cases": [each["status"] for each in done(self.elder.get("/v1/cases"))["items"]],
            "proven": done(self.elder.get("/v1/me"))["identity_proven"],
            "cards": len(done(self.elder.get("/v1/cards"))["items"]),
            "family": self._of_family(),
        }

    def _of_family(self) -> tuple[list[str], int] | None:
        """What they were told, and for how many they may act."""
        if self.family is None:
            return None
        self.family.log_in()
        return self._told(self.family), len(done(self.family.get("/v1/families"))["mine"])

    def stored(self) -> list[tuple[object, ...]]:
        """The same as it is kept, without ids: to compare one run with another in a hundredth of the time."""
        kept: list[tuple[object, ...]] = []
        visits = (item for item in self.town.stored("healthcard-care") if item["SK"] == "VISIT")
        kept += [("visit", visit["status"], "review" in visit) for visit in visits]
        for item in self.town.stored("healthcard-billing"):
            if item["SK"].startswith("ENTRY#"):
                kept.append(("entry", *(leg["amount"] for leg in item["legs"])))
            elif item["SK"] == "WALLET":
                kept.append(("wallet", item["available"], sum(fen for name, fen in item.items() if name[:2] == "h_")))
            elif item["SK"] == "TOPUP":
                kept.append(("top-up", item["state"]))
        kept += self._messages()
        for item in self.town.stored("healthcard-support"):
            if item["SK"] == "CASE":
                kept.append(("case", item["status"], [clock["level"] for clock in item["clocks"]]))
            elif item["PK"].startswith("DUE#"):  # its minute is the fault's doing
                kept.append(("support", "DUE"))
            else:
                kept.append(("support", item["PK"].partition("#")[0], item["SK"].partition("#")[0]))
        kept += [("card",) for item in self.town.stored("healthcard-cards") if item["SK"] == "CARD"]
        people_kept = (item for item in self.town.stored("healthcard-identity") if item["SK"] == "PERSON")
        kept += [
            ("family", item["spent"], sum(name.startswith("a_") for name in item))
            for item in self.town.stored("healthcard-identity")
            if item["SK"].startswith("FAMILYDAY#")
        ]
        kept += [
            ("face", item["state"], item["told"])
            for item in self.town.stored("healthcard-identity")
            if item["SK"] == "FACE"
        ]
        kept += [
            ("entrustment", item["state"], "person_id" in item)
            for item in self.town.stored("healthcard-identity")
            if item["SK"] == "ENTRUSTMENT"
        ]
        kept += [
            ("grant", item["ground"], "accepted_at" in item, "ended_at" in item)
            for item in self.town.stored("healthcard-identity")
            if item["SK"] == "GRANT"
        ]
        kept += [("person", "identity_proven_at" in item, "applied_at" in item) for item in people_kept]
        return sorted(kept, key=repr)

    def _messages(self) -> list[tuple[object, ...]]:
        kept = self.town.stored("healthcard-notify")
        messages = (item for item in kept if item["SK"].startswith("MSG#"))
        planned = (item for item in kept if item["PK"].startswith("DUE#") or item["SK"].startswith("VOID#"))
        return [
            *(("message", each["kind"], each["push"] in REACHED or each["push"]) for each in messages),
            *(("reminder", each["SK"].partition("#")[0]) for each in planned),
        ]

    def pushes(self) -> Counter[tuple[str, str]]:
        """How often a message about the same thing reached somebody's phone: by WeChat, and by SMS."""
        sent = self.town.wechat("GET", "/outbox")["items"]
        by_wechat = Counter((each["touser"], str(sorted(each["data"].items()))) for each in sent)
        return by_wechat + Counter(self.town.sns.sent)

    @staticmethod
    def _told(phone: Phone) -> list[str]:
        """Kinds, and a mark on what went no further than the inbox though it should have."""
        messages = done(phone.get("/v1/inbox"))["items"]
        return sorted(each["kind"] + ("" if each["push"] in REACHED else f" {each['push']}") for each in messages)


def cast_of(town: SimulatedTown) -> Cast:
    staff = people.a_staff_member(town)
    caregiver, caregiver_id = people.a_caregiver(town, staff)
    caregiver.consent("visit_offer", 5)
    elder = people.an_elder(town, staff, name="王秀英", id_number=ELDER_NUMBER, balance_fen=50_000)
    elder.consent("visit_status", 3)
    town.pass_time(minutes=1)  # the first sweep ever looks back for a month
    return Cast(town, staff, caregiver, caregiver_id, elder)
