"""WeChat and the identity check for tests in one process."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import requests
from chalice.test import Client

from local.documents import Documents
from local.environment import APPID, MCHID, REALNAME_ID, REALNAME_KEY, TEMPLATE_IDS, make_wechat_keys
from local.layout import url
from local.partners.realname import make_realname
from local.serving import serve_in_thread
from local.wechat.server import make_wechat
from local.wechat.world import World as WeChatWorld
from tests.builders.clock import MONDAY_MORNING, StoppedClock

PUSH_URL = "http://127.0.0.1/v1/wechat/push"


class Outside:
    """WeChat and the identity check, served on loopback for a whole run and emptied for each world."""

    def __init__(self) -> None:
        self.clock = StoppedClock()
        self.keys = make_wechat_keys()
        self.wechat_documents = Documents(":memory:")
        self.realname_documents = Documents(":memory:")
        self.client: Client | None = None
        wechat_world = WeChatWorld(self.wechat_documents, self.clock, APPID, MCHID, self.keys, TEMPLATE_IDS, PUSH_URL)
        wechat, self.callbacks = make_wechat(wechat_world, self._post)
        realname = make_realname(self.realname_documents, secret_id=REALNAME_ID, secret_key=REALNAME_KEY)
        self._servers = [serve_in_thread(wechat), serve_in_thread(realname)]
        self.wechat_url, self.realname_url = (url(server.server_port) for server in self._servers)

    def empty(self, client: Client) -> None:
        self.clock.set_to(MONDAY_MORNING)
        self.wechat_documents.clear()
        self.realname_documents.clear()
        self.client = client

    def wechat(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """A call to WeChat's control surface."""
        answer = requests.request(method, f"{self.wechat_url}/__sim{path}", json=body, timeout=10)
        answer.raise_for_status()
        return dict(answer.json())

    def partner(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """A call to the identity check's control surface."""
        answer = requests.post(f"{self.realname_url}/__sim{path}", json=body, timeout=10)
        answer.raise_for_status()
        return dict(answer.json())

    def stop(self) -> None:
        for server in self._servers:
            server.shutdown()

    def _post(self, address: str, body: bytes, headers: dict[str, str]) -> int:
        if self.client is None:
            raise AssertionError("no world to call back")
        asked = urlsplit(address)
        path = f"{asked.path}?{asked.query}" if asked.query else asked.path
        return int(self.client.http.post(path, headers=headers, body=body).status_code)
