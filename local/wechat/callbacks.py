"""Telling the merchant: signed callbacks, retried by WeChat's ladder on the stack's clock."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import requests

from local.documents import Document
from local.wechat.faults import Faults
from local.wechat.pay import trade
from local.wechat.pushes import Pushes
from local.wechat.signing import Signing
from local.wechat.world import World

# Seconds between one failed try and the next; 15 retries over about a day (wechat-facts.md §6.5).
LADDER_S = (15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600)
ANSWER_WITHIN_S = 5
LOOK_EVERY_S = 0.1


# Sends a body with its headers to a URL; None when no answer came.
Post = Callable[[str, bytes, dict[str, str]], int | None]


def post_over_http(url: str, body: bytes, headers: dict[str, str]) -> int | None:
    try:
        return requests.post(url, data=body, headers=headers, timeout=ANSWER_WITHIN_S).status_code
    except requests.RequestException:
        return None


class Callbacks:
    def __init__(
        self, world: World, faults: Faults, signing: Signing, pushes: Pushes, post: Post = post_over_http
    ) -> None:
        self._post_to = post
        self._pushes = pushes
        self._world = world
        self._faults = faults
        self._signing = signing
        self._stop = threading.Event()

    def announce(self, order: Document) -> None:
        """Queues the notification of a payment; held back while `hold` is on."""
        notice_id = str(uuid.uuid4())
        shanghai = (self._world.now() + timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M:%S+08:00")
        body = {
            "id": notice_id,
            "create_time": shanghai,
            "resource_type": "encrypt-resource",
            "event_type": "TRANSACTION.SUCCESS",
            "summary": "支付成功",
            "resource": self._signing.encrypted(trade(self._world, order), original_type="transaction"),
        }
        self._world.documents.put(
            "callback",
            notice_id,
            {
                "id": notice_id,
                "out_trade_no": order["out_trade_no"],
                "url": order["notify_url"],
                "body": json.dumps(body, ensure_ascii=False, separators=(",", ":")),
                "tries": [],
                "next_at": self._world.now().isoformat(),
                "held": self._is_holding(),
            },
        )

    def told(self) -> list[Document]:
        """Every callback with its tries, in the order of the first try."""
        return sorted(self._world.documents.all("callback"), key=_first_try)

    def hold(self, *, on: bool) -> None:
        self._world.documents.put("setting", "hold_callbacks", {"on": on})

    def send_now(self, notice_ids: list[str], *, concurrently: bool) -> list[int | None]:
        """Sends these callbacks, again and in this order (or at once); answers with the HTTP statuses."""
        callbacks = [self._world.documents.get("callback", each) for each in notice_ids]
        known = [each for each in callbacks if each is not None]
        with ThreadPoolExecutor(max_workers=len(known) if concurrently and known else 1) as pool:
            return list(pool.map(self._try, known))

    def start(self) -> None:
        threading.Thread(target=self._run, name="callbacks", daemon=True).start()

    def stop(self) -> None:
        self._stop.set()

    def _run(self) -> None:
        while not self._stop.wait(LOOK_EVERY_S):
            self.turn()

    def turn(self) -> int:
        """Sends what is due now, and the message pushes; answers with how many."""
        waiting = self._world.documents.all("callback", having="next_at")
        due = [each for each in waiting if not each["held"] and self._is_due(each)]
        for callback in sorted(due, key=_first_try):
            self._try(callback)
        return len(due) + self._pushes.turn()

    def _try(self, callback: Document) -> int | None:
        fault = self._faults.take("callback")
        status = None if fault.get("drop") else self._post(callback, spoiled=bool(fault.get("bad_signature")))
        with self._world.documents.changing():
            latest = self._world.documents.get("callback", callback["id"]) or callback
            tries = [*latest["tries"], {"at": self._world.now().isoformat(), "status": status}]
            next_at = None
            if status not in (200, 204) and len(tries) <= len(LADDER_S):
                next_at = (self._world.now() + timedelta(seconds=LADDER_S[len(tries) - 1])).isoformat()
            self._world.documents.put(
                "callback", callback["id"], latest | {"tries": tries, "next_at": next_at, "held": False}
            )
        return status

    def _post(self, callback: Document, *, spoiled: bool) -> int | None:
        body = callback["body"].encode()
        timestamp = int(self._world.now().timestamp())
        headers = self._signing.headers(body, timestamp=timestamp, spoiled=spoiled)
        headers |= {"Content-Type": "application/json", "User-Agent": "Mozilla/4.0"}
        return self._post_to(callback["url"], body, headers)

    def _is_due(self, callback: Document) -> bool:
        next_at = callback["next_at"]
        return next_at is not None and datetime.fromisoformat(next_at) <= self._world.now()

    def _is_holding(self) -> bool:
        return bool((self._world.documents.get("setting", "hold_callbacks") or {}).get("on"))


def _first_try(callback: Document) -> list[str]:
    return [each["at"] for each in callback["tries"]][:1]
