"""WeChat's access token, shared by all processes: wechatpy's SessionStorage over a DynamoDB item."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

from wechatpy.session import SessionStorage

from chalicelib.kernel.ids import RequestId, id_to_bytes, make_id
from chalicelib.kernel.time import from_wire, to_wire
from chalicelib.kernel.unit_of_work import ItemKey, Put, Rank, impossible
from chalicelib.platform.clock import Clock
from chalicelib.platform.dynamo.database import Database

# stable_token hands out a new token in the last five minutes of the old one; both work in between.
RENEW_BEFORE_EXPIRY = timedelta(minutes=5)


class TokenStorage(SessionStorage):  # type: ignore[misc]
    """Enforces the expiry itself: wechatpy trusts whatever a storage returns."""

    def __init__(self, database: Database, table: str, clock: Clock) -> None:
        self._database = database
        self._table = table
        self._clock = clock

    def get(self, key: str, default: Any = None) -> Any:
        item = self._database.get(self._key(key))
        if item is None or from_wire(item["expires_at"]) - RENEW_BEFORE_EXPIRY <= self._clock():
            return default
        return item["token"]

    def set(self, key: str, value: str, ttl: int | None = None) -> None:
        now = self._clock()
        item = {"token": value, "expires_at": to_wire(now + timedelta(seconds=ttl or 0))}
        self._write(key, item)

    def delete(self, key: str) -> None:
        self._write(key, {"token": "", "expires_at": to_wire(self._clock())})

    def _write(self, key: str, item: dict[str, Any]) -> None:
        request_id = make_id(RequestId, now=self._clock(), randomness=os.urandom(10))
        uow = self._database.begin(command_id=id_to_bytes(request_id))
        uow.stage(Put(self._key(key), item, (), Rank.STATE, impossible("a put without a condition")))
        uow.commit()

    def _key(self, key: str) -> ItemKey:
        return ItemKey(self._table, f"TOKEN#{key}", "TOKEN")
