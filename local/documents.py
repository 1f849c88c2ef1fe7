"""A file of JSON documents by kind and id: what the simulators remember over restarts and `kill -9`."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Document = dict[str, Any]


class Documents:
    """`changing()` makes read-change-write atomic between threads and durable at its end."""

    def __init__(self, path: Path | str) -> None:
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS documents (kind TEXT, id TEXT, body TEXT, PRIMARY KEY (kind, id))"
        )
        self._lock = threading.RLock()

    @contextmanager
    def changing(self) -> Iterator[None]:
        with self._lock:
            outermost = not self._connection.in_transaction
            if outermost:
                self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if outermost:
                    self._connection.execute("ROLLBACK")
                raise
            if outermost:
                self._connection.execute("COMMIT")

    def get(self, kind: str, key: str) -> Document | None:
        with self._lock:
            row = self._connection.execute(
                "SELECT body FROM documents WHERE kind = ? AND id = ?", (kind, key)
            ).fetchone()
        return json.loads(row[0]) if row else None

    def put(self, kind: str, key: str, document: Document) -> None:
        with self._lock:
            self._connection.execute(
                "INSERT OR REPLACE INTO documents VALUES (?, ?, ?)",
                (kind, key, json.dumps(document, ensure_ascii=False)),
            )

    def delete(self, kind: str, key: str) -> None:
        with self._lock:
            self._connection.execute("DELETE FROM documents WHERE kind = ? AND id = ?", (kind, key))

    def all(self, kind: str, *, having: str | None = None) -> list[Document]:
        """In the order in which their ids sort; with `having` those in which that field is not null."""
        asked, given = "SELECT body FROM documents WHERE kind = ?", [kind]
        if having is not None:
            asked, given = f"{asked} AND json_extract(body, ?) IS NOT NULL", [kind, f"$.{having}"]
        with self._lock:
            rows = self._connection.execute(f"{asked} ORDER BY id", given).fetchall()
        return [json.loads(row[0]) for row in rows]

    def clear(self) -> None:
        with self._lock:
            self._connection.execute("DELETE FROM documents")
