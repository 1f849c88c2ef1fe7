"""What of a visit is private, packed small and sealed under the member's key."""

from __future__ import annotations

import json
import zlib

from chalicelib.care.domain.visit import Visit
from chalicelib.care.ports import VisitPrivate
from chalicelib.kernel.geo import Datum, Point
from chalicelib.kernel.ids import VisitId
from chalicelib.kernel.principal import WrappedKey
from chalicelib.platform.crypto import Vault

# GB 18030 encodes all of Unicode and takes 2 bytes for a common Chinese character where UTF-8 takes 3: with a
# 60-character address and 200 characters of needs the visit stays under 1 KB, and so at one write unit.
_ENCODING = "gb18030"


def seal_visit(vault: Vault, key: WrappedKey, visit_id: VisitId, private: VisitPrivate) -> bytes:
    fields = [private.address, private.needs, round(private.home.lat, 6), round(private.home.lng, 6)]
    return seal_text(vault, key, json.dumps(fields, ensure_ascii=False), label=f"{visit_id}/private")


def open_visit(vault: Vault, key: WrappedKey, visit: Visit) -> VisitPrivate:
    address, needs, lat, lng = json.loads(open_text(vault, key, visit.sealed, label=f"{visit.visit_id}/private"))
    return VisitPrivate(address=address, home=Point(lat, lng, Datum.GCJ02), needs=needs)


def seal_text(vault: Vault, key: WrappedKey, text: str, *, label: str) -> bytes:
    return vault.seal(key, zlib.compress(text.encode(_ENCODING), level=9), label=label)


def open_text(vault: Vault, key: WrappedKey, sealed: bytes, *, label: str) -> str:
    return zlib.decompress(vault.open(key, sealed, label=label)).decode(_ENCODING)
