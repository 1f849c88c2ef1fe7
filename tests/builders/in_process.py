"""What every town in one process has in common: the real Chalice app at its front door, and a stopped clock."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from chalice.test import Client

from chalicelib.platform.settings import Settings, SmsGatewaySettings
from local.environment import SMS_GATEWAYS, TEMPLATE_IDS
from local.people import Answer, Unexpected, sent
from tests.builders.clock import StoppedClock
from tests.builders.outside import Outside


class InProcessTown(ABC):
    """`local.people.Town`; what stands behind the app is the subclass's."""

    client: Client

    def __init__(self, outside: Outside) -> None:
        self.outside = outside
        self.clock: StoppedClock = outside.clock

    @abstractmethod
    def settle(self) -> None:
        """Lets everything happen that follows from what was done, until nothing is left to do."""

    def settings(self) -> Settings:
        return Settings.from_environment().model_copy(
            update={
                "wechat_api_base": self.outside.wechat_url,
                "wechat_pay_base": self.outside.wechat_url,
                "realname_endpoint": self.outside.realname_url,
                "wechat_template_ids": TEMPLATE_IDS,
                "sms_gateways": tuple(map(SmsGatewaySettings.model_validate, SMS_GATEWAYS)),
            }
        )

    def request(self, method: str, path: str, **request: Any) -> Answer:
        """Over the front door, as `local.people.Town` has it."""
        given, content = sent(**request)
        answer = self.client.http.request(method, path, headers=given, body=content)
        return Answer(answer.status_code, json.loads(answer.body) if answer.body else {}, answer.headers)

    def wechat(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        return self.outside.wechat(method, path, body)

    def register_identity(self, name: str, id_number: str) -> None:
        self.outside.realname_documents.put("person", id_number, {"name": name, "id_number": id_number})

    def partner(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return self.outside.partner(path, body)

    def enrol_staff(self, phone: str, *roles: str) -> None:
        self.operate({"phone": phone, "roles": list(roles)})

    def operate(self, event: dict[str, Any]) -> None:
        """The operators' function."""
        self.client.lambda_.invoke("enrol_staff", event)

    def now(self) -> datetime:
        return self.clock()

    def until(self, check: Callable[[], bool], what: str) -> None:
        self.settle()
        if not check():
            raise Unexpected(f"waited in vain for {what}")

    def pass_time(self, **span: float) -> None:
        self.clock.advance(timedelta(**span))
        self.settle()
