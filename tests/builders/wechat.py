"""A simulated WeChat of one's own, and the product's adapters and the public libraries pointed at it."""

from __future__ import annotations

import json
from typing import Any

import requests
from werkzeug.serving import BaseWSGIServer

from chalicelib.platform.settings import Secrets, Settings
from local.documents import Documents
from local.environment import APPID, MCHID, TEMPLATE_IDS, make_wechat_keys, product_secrets
from local.layout import url
from local.serving import serve_in_thread
from local.wechat.server import make_wechat
from local.wechat.world import World as WeChatWorld
from tests.builders.clock import StoppedClock


class WeChat:
    """`told` is what the merchant was told: (url, body, headers) of each callback; `answer` is what it says."""

    def __init__(self) -> None:
        self.clock = StoppedClock()
        self.keys = make_wechat_keys()
        self.documents = Documents(":memory:")
        self.told: list[tuple[str, bytes, dict[str, str]]] = []
        self.answer: int | None = 200
        world = WeChatWorld(self.documents, self.clock, APPID, MCHID, self.keys, TEMPLATE_IDS)
        app, self.callbacks = make_wechat(world, self._hear)
        self._server: BaseWSGIServer = serve_in_thread(app)
        self.url = url(self._server.server_port)

    def sim(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        answer = requests.request(method, f"{self.url}/__sim{path}", json=body, timeout=10)
        answer.raise_for_status()
        return dict(answer.json())

    def user(self, phone: str = "+8613800001111") -> str:
        return str(self.sim("POST", "/users", {"phone": phone})["openid"])

    def code(self, openid: str, kind: str = "login") -> str:
        return str(self.sim("POST", f"/{kind}-codes", {"openid": openid})["code"])

    def empty(self) -> None:
        self.documents.clear()
        self.told.clear()
        self.answer = 200
        self.clock.set_to(StoppedClock()())

    def stop(self) -> None:
        self._server.shutdown()

    def settings(self) -> Settings:
        return Settings.from_environment().model_copy(
            update={
                "wechat_api_base": self.url,
                "wechat_pay_base": self.url,
                "wechat_pay_notify_url": "http://127.0.0.1:1/v1/wechat/pay/notify",
                "wechat_template_ids": TEMPLATE_IDS,
            }
        )

    def secrets(self) -> Secrets:
        return Secrets.model_validate(product_secrets(self.keys, wrapped_key=""))

    def _hear(self, address: str, body: bytes, headers: dict[str, str]) -> int | None:
        self.told.append((address, body, headers))
        return self.answer


def pretty(answer: requests.Response) -> Any:
    return json.loads(answer.content)
