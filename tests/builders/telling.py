"""A family, a caregiver, and what they are told: by inbox, by WeChat, by SMS."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from botocore.exceptions import ReadTimeoutError
from moto.sns.exceptions import SNSException

from local import people
from local.people import Phone, done
from tests.builders import story
from tests.builders.world import World

TUESDAY_NINE = story.shanghai(24, 9)


class Scene:
    def __init__(self, world: World) -> None:
        self.world = world
        self.staff = people.a_staff_member(world)
        self.caregiver, self.caregiver_id = people.a_caregiver(world, self.staff)
        self.elder = story.an_elder(world, self.staff)

    def book(self, start_at: datetime = TUESDAY_NINE) -> str:
        visit_id = story.a_booked_visit(self.elder, self.caregiver_id, start_at=start_at.isoformat())
        self.world.settle()
        return visit_id

    def book_and_accept(self, start_at: datetime = TUESDAY_NINE) -> str:
        visit_id = self.book(start_at)
        self.step(visit_id, "accept")
        return visit_id

    def step(self, visit_id: str, step: str, by: Phone | None = None) -> None:
        done((by or self.caregiver).post(f"/v1/visits/{visit_id}/{step}"))
        self.world.settle()

    def cancel(self, visit_id: str) -> None:
        self.step(visit_id, "cancel", self.elder)

    def until(self, *moment: int) -> None:
        """The clock at that moment of November in Shanghai, and whatever is due by then."""
        self.world.clock.set_to(story.shanghai(*moment))
        self.world.settle()

    def messages(self, phone: Phone | None = None) -> dict[str, dict[str, Any]]:
        """By kind, the latest of each."""
        items = done((phone or self.elder).get("/v1/inbox"))["items"]
        return {each["kind"]: each for each in reversed(items)}

    def kinds(self) -> list[str]:
        """Of the elder's messages about visits, the first one first."""
        return [each["kind"] for each in reversed(done(self.elder.get("/v1/inbox"))["items"]) if each["visit_id"]]

    def popup(self, answers: dict[str, str], **more: Any) -> None:
        """The subscription popup, answered by the elder; WeChat tells us, and it is read."""
        self.world.wechat("POST", "/popups", {"openid": self.elder.openid, "answers": answers, **more})
        self.world.settle()

    def sms_to(self, phone: Phone) -> list[str]:
        return [text for number, text in self.world.sms() if number == phone.number]

    def pushed(self) -> list[str]:
        sent = self.world.wechat("GET", "/outbox")["items"]
        return [each["data"]["phrase3"]["value"] for each in sent if each["touser"] == self.elder.openid]


def asked(phone: Phone, moment: str = "booking") -> list[str]:
    return list(done(phone.get(f"/v1/me/templates-to-ask?moment={moment}"))["template_ids"])


def sns_mute(monkeypatch: pytest.MonkeyPatch, region: str) -> None:
    """It takes what it is handed over in that region, or not, and never answers."""
    from moto.sns.models import SNSBackend  # noqa: PLC0415 - inside the mock

    publish = SNSBackend.publish

    def mute(backend: Any, *given: Any, **named: Any) -> Any:
        if region == backend.region_name:
            raise ReadTimeoutError(endpoint_url="sns")
        return publish(backend, *given, **named)

    monkeypatch.setattr(SNSBackend, "publish", mute)


def sns_down(
    monkeypatch: pytest.MonkeyPatch, *, times: int = 10**9, region: str = "", code: str = "Throttled"
) -> None:
    """The next hand-overs of an SMS, in one region or in all, are refused with that code."""
    from moto.sns.models import SNSBackend  # noqa: PLC0415 - inside the mock

    publish, left = SNSBackend.publish, iter(range(times))

    def down(backend: Any, *given: Any, **named: Any) -> Any:
        if region in backend.region_name and next(left, None) is not None:
            raise SNSException(code, "down")
        return publish(backend, *given, **named)

    monkeypatch.setattr(SNSBackend, "publish", down)
