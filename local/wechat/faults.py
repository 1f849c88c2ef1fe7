"""Faults on order: the next N calls of a path are slow, refused, dropped, or signed wrongly."""

from __future__ import annotations

import secrets
import socket
import time
from collections.abc import Callable
from typing import Any

from flask import Response, request

from local.documents import Document, Documents

FIELDS = ("path", "times", "status", "errcode", "delay_s", "drop", "bad_signature")


class Faults:
    """`path` is a prefix; `callback` means what WeChat sends to the merchant.

    `drop` is `before` (the call is lost on its way) or `after` (carried out, the answer is lost).
    """

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def order(self, fault: Document) -> Document:
        unknown = set(fault) - set(FIELDS)
        if unknown or "path" not in fault:
            raise ValueError(f"a fault has the fields {', '.join(FIELDS)}; path is required")
        key = secrets.token_hex(8)
        ordered = {"times": 1, **fault, "id": key}
        self._documents.put("fault", key, ordered)
        return ordered

    def ordered(self) -> list[Document]:
        return self._documents.all("fault")

    def clear(self) -> None:
        for fault in self.ordered():
            self._documents.delete("fault", fault["id"])

    def take(self, path: str) -> Document:
        """The fault for this call, counted down; empty when there is none."""
        with self._documents.changing():
            for fault in self.ordered():
                if path.startswith(fault["path"]):
                    if fault["times"] <= 1:
                        self._documents.delete("fault", fault["id"])
                    else:
                        self._documents.put("fault", fault["id"], fault | {"times": fault["times"] - 1})
                    return fault
        return {}


def under_faults(faults: Faults, answer: Callable[[Document], Response]) -> Response:
    """Answers the current request as the fault ordered for it says."""
    fault = faults.take(request.path)
    if delay := fault.get("delay_s"):
        time.sleep(float(delay))
    if fault.get("drop") == "before":
        return _hang_up()
    response = answer(fault)
    return _hang_up() if fault.get("drop") == "after" else response


def _hang_up() -> Response:
    connection: Any = request.environ["werkzeug.socket"]
    connection.shutdown(socket.SHUT_RDWR)
    return Response(status=500)
