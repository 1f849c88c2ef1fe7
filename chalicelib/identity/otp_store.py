"""How one-time codes are kept: each by its id, the latest of a phone for each purpose, by what a receipt names."""

from __future__ import annotations

import hashlib
import hmac
import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

from chalicelib.identity import keys
from chalicelib.identity.domain.otp import (
    BUDGET,
    COOLDOWN,
    LIFE,
    TRIES,
    Otp,
    OtpOver,
    OtpTooMany,
    OtpTooSoon,
    SendState,
)
from chalicelib.kernel.ids import OtpId, id_from_bytes, id_to_bytes
from chalicelib.kernel.principal import WrappedKey
from chalicelib.kernel.refusals import AlreadyDone
from chalicelib.kernel.time import spoken, to_millis, to_wire
from chalicelib.kernel.unit_of_work import (
    Item,
    ItemKey,
    Put,
    Rank,
    UnitOfWork,
    Update,
    absent,
    below,
    exists,
    impossible,
)
from chalicelib.platform.crypto import LookupHash, Vault
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database

# What is left of a code is of use until its receipt has come.
KEPT = timedelta(days=1)
_unconditional = impossible("a write without a condition cannot fail one")


class OtpItems:
    def __init__(self, database: Database, table: str, vault: Vault, lookup: LookupHash) -> None:
        self._database = database
        self._table = table
        self._vault = vault
        self._lookup = lookup

    def hash_of(self, otp_id: OtpId, digits: str) -> str:
        return self._lookup.current("otp", f"{otp_id}:{digits}")

    def is_right(self, otp: Otp, digits: str) -> bool:
        known = self._lookup.all("otp", f"{otp.otp_id}:{digits}")
        return any(hmac.compare_digest(each, otp.code_hash) for each in known)

    def seal_phone(self, otp_id: OtpId, key: WrappedKey, phone: str) -> bytes:
        return self._vault.seal(key, phone.encode(), label=f"{otp_id}/phone")

    def open_phone(self, otp: Otp, key: WrappedKey) -> str:
        return self._vault.open(key, otp.sealed, label=f"{otp.otp_id}/phone").decode()

    def find(self, otp_id: OtpId) -> Otp | None:
        item = self._database.get(keys.otp_key(self._table, otp_id))
        return from_item(Otp, item) if item else None

    def is_latest(self, otp: Otp, phone: str) -> bool:
        """Of those that this person had sent to that phone for that purpose."""
        found = (self._database.get(each) for each in self._latest_keys(phone, otp))
        latest = max((item for item in found if item), key=lambda item: item["made_ms"], default=None)
        return latest is not None and latest["otp_id"] == id_to_bytes(otp.otp_id)

    def find_awaited(self, gateway: str, reference: str) -> Otp | None:
        item = self._database.get(keys.awaited_otp_key(self._table, gateway, _hashed(reference)))
        return self.find(OtpId(id_from_bytes(OtpId, item["otp_id"]))) if item else None

    def stage_new(self, uow: UnitOfWork, otp: Otp, phone: str) -> None:
        """It is the latest from now on; OtpTooSoon when there was one a moment ago."""
        made_ms = to_millis(otp.made_at)
        kept_s = int((otp.made_at + LIFE + KEPT).timestamp())

        def too_soon(latest: Item | None) -> Exception:
            again_ms = (latest or {"made_ms": made_ms})["made_ms"] + int(COOLDOWN.total_seconds() * 1000)
            again_at = otp.made_at + timedelta(milliseconds=again_ms - made_ms)
            wait_s = max(1, -(-(again_ms - made_ms) // 1000))
            if latest and latest["otp_id"] == id_to_bytes(otp.otp_id):
                return AlreadyDone(latest)  # an earlier try of this very write was carried out
            return OtpTooSoon(retry_at=to_wire(again_at), retry_at_spoken=spoken(again_at), retry_after_s=wait_s)

        uow.stage(
            Put(
                keys.otp_key(self._table, otp.otp_id),
                to_item(otp) | {"expires_s": kept_s},
                needs=(absent("PK"),),
                rank=Rank.STATE,
                otherwise=impossible("a new id exists already"),
            )
        )
        self._stage_budget(uow, otp, phone)
        for key in self._latest_keys(phone, otp):
            uow.stage(
                Put(
                    key,
                    {"otp_id": id_to_bytes(otp.otp_id), "made_ms": made_ms, "expires_s": kept_s},
                    needs=(below("made_ms", made_ms - int(COOLDOWN.total_seconds() * 1000) + 1),),
                    rank=Rank.IDENTITY,
                    otherwise=too_soon,
                )
            )

    def stage_sent(self, uow: UnitOfWork, otp: Otp, reference: str | None) -> None:
        self._stage_state(uow, otp)
        if otp.gateway and reference:
            key = keys.awaited_otp_key(self._table, otp.gateway, _hashed(reference))
            kept_s = int((otp.made_at + KEPT).timestamp())
            item = {"otp_id": id_to_bytes(otp.otp_id), "expires_s": kept_s}
            uow.stage(Put(key, item, needs=(), rank=Rank.STATE, otherwise=_unconditional))

    def stage_receipt(self, uow: UnitOfWork, otp: Otp, state: SendState) -> None:
        uow.stage(self._update(otp, sets={"state": str(state)}))

    def stage_try(self, uow: UnitOfWork, otp: Otp) -> None:
        """Counted before it is looked at, so that many at once are no more than five."""
        uow.stage(
            Update(
                keys.otp_key(self._table, otp.otp_id),
                adds={"tries": 1},
                needs=(exists("PK"), below("tries", TRIES), absent("used_at")),
                rank=Rank.IDENTITY,
                otherwise=lambda _: OtpOver(field="otp"),
            )
        )

    def stage_used(self, uow: UnitOfWork, otp: Otp, *, now: datetime) -> None:
        """OtpOver when it was used meanwhile."""
        uow.stage(
            Update(
                keys.otp_key(self._table, otp.otp_id),
                sets={"used_at": to_wire(now)},
                needs=(exists("PK"), absent("used_at")),
                rank=Rank.IDENTITY,
                otherwise=lambda _: OtpOver(field="otp"),
            )
        )

    def _stage_state(self, uow: UnitOfWork, otp: Otp) -> None:
        sets: dict[str, object] = {"state": str(otp.state)}
        if otp.gateway:
            sets["gateway"] = otp.gateway
        uow.stage(self._update(otp, sets=sets))

    def _update(self, otp: Otp, *, sets: dict[str, object]) -> Update:
        return Update(
            keys.otp_key(self._table, otp.otp_id),
            sets=sets,
            needs=(exists("PK"),),
            rank=Rank.STATE,
            otherwise=impossible("a code that is gone"),
        )

    def _latest_keys(self, phone: str, otp: Otp) -> Sequence[ItemKey]:
        return [
            keys.latest_otp_key(self._table, phone_hash, otp.purpose, otp.person_id)
            for phone_hash in self._lookup.all("phone", phone)
        ]

    def _stage_budget(self, uow: UnitOfWork, otp: Otp, phone: str) -> None:
        """Only texts that leave are counted, and each purpose by itself: who has texts sent to somebody else's phone
        does not use up what opens that person's own account."""
        phone_hash = self._lookup.current("phone", phone)
        for span, most in BUDGET:
            seconds = int(span.total_seconds())
            ends_at = datetime.fromtimestamp((int(otp.made_at.timestamp()) // seconds + 1) * seconds, UTC)
            uow.stage(
                Update(
                    keys.otp_budget_key(self._table, phone_hash, otp.purpose, f"{seconds}#{to_wire(ends_at)}"),
                    adds={"sent": 1},
                    sets={"expires_s": int((ends_at + KEPT).timestamp())},
                    needs=(below("sent", most),),
                    rank=Rank.SLOT,
                    otherwise=partial(_too_many, ends_at, otp.made_at),
                )
            )


def _too_many(ends_at: datetime, now: datetime, _: Item | None) -> OtpTooMany:
    wait_s = math.ceil((ends_at - now).total_seconds())
    return OtpTooMany(retry_at=to_wire(ends_at), retry_at_spoken=spoken(ends_at), retry_after_s=wait_s)


def _hashed(reference: str) -> str:
    return hashlib.sha256(reference.encode()).hexdigest()[:32]
