"""Where the local stack keeps things and on which ports it listens. Standard library only: set-up uses it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = "127.0.0.1"
DEFAULT_PORT_BASE = 9080


@dataclass(frozen=True, slots=True)
class Ports:
    """One base port; the rest follow it."""

    base: int

    @classmethod
    def from_environment(cls) -> Ports:
        return cls(int(os.environ.get("PORT_BASE", DEFAULT_PORT_BASE)))

    @property
    def database(self) -> int:
        return self.base + 1

    @property
    def aws(self) -> int:
        return self.base + 2

    @property
    def kms(self) -> int:
        return self.base + 3

    @property
    def wechat(self) -> int:
        return self.base + 4

    @property
    def partners(self) -> int:
        return self.base + 5

    @property
    def logs(self) -> int:
        return self.base + 6

    @property
    def phones(self) -> int:
        return self.base + 7

    def api(self, process: int = 0) -> int:
        """The first API process is the address people are given; more stand from +10 on."""
        return self.base if process == 0 else self.base + 9 + process


def url(port: int) -> str:
    return f"http://{LOOPBACK}:{port}"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Everything that outlives a restart. Deleting the folder is a clean start."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / "dynamodb.sqlite"

    @property
    def kms_key(self) -> Path:
        return self.path / "kms.key"

    @property
    def secrets(self) -> Path:
        return self.path / "secrets.json"

    @property
    def wechat_keys(self) -> Path:
        return self.path / "wechat-keys.json"

    @property
    def wechat(self) -> Path:
        return self.path / "wechat.sqlite"

    @property
    def partners(self) -> Path:
        return self.path / "partners.sqlite"

    @property
    def checkpoints(self) -> Path:
        return self.path / "checkpoints.json"

    @property
    def schedules(self) -> Path:
        return self.path / "schedules.json"

    @property
    def cast(self) -> Path:
        return self.path / "cast.json"

    @property
    def clock(self) -> Path:
        return self.path / "clock.json"

    def pid(self, name: str) -> Path:
        return self.path / "pids" / name

    def log(self, name: str) -> Path:
        return self.path / "logs" / f"{name}.log"


def data_folder() -> DataFolder:
    return DataFolder(Path(os.environ.get("DATA_FOLDER", ROOT / ".data" / "run")))
