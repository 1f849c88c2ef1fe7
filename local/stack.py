"""The local stack: starts its processes, waits until they answer, watches them, stops them."""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import boto3
import requests

from local.environment import aws_environment, settings_environment, wechat_keys
from local.layout import LOOPBACK, ROOT, DataFolder, Ports, url
from local.resources import create_tables
from local.setup import DYNOXIDE

STARTS_WITHIN_S = 60
LOCK = "in-use"
STOPS_WITHIN_S = 5
_PR_SET_PDEATHSIG = 1


class CannotStart(Exception):
    """One sentence on what is in the way, and what to do."""


@dataclass(frozen=True, slots=True)
class Part:
    """A process of the stack. `answers` says whether it is up."""

    name: str
    command: list[str]
    answers: Callable[[], bool]


class Stack:
    def __init__(self, ports: Ports, data: DataFolder, *, api_processes: int = 1, with_phones: bool = False) -> None:
        self.ports = ports
        self.data = data
        self._api_processes = api_processes
        self._with_phones = with_phones
        self._given_database = os.environ.get("DYNAMODB_ENDPOINT")
        self.database_url = self._given_database or url(ports.database)
        self.keeps_data = bool(self._given_database) or DYNOXIDE.exists()
        self.environment = (
            settings_environment(ports)
            | aws_environment(ports, self.database_url)
            | {"DATA_FOLDER": str(data.path), "PORT_BASE": str(ports.base), "PYTHONPATH": str(ROOT)}
        )
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._lock: IO[bytes] | None = None
        self.parts = {part.name: part for part in self._parts()}

    def start(self, tell: Callable[[str], None]) -> None:
        """Brings everything up, in the order in which it needs one another."""
        self._refuse_taken_ports()
        for kept in ("logs", "pids"):
            (self.data.path / kept).mkdir(parents=True, exist_ok=True)
        self._lock = lock(self.data)
        wechat_keys(self.data)
        try:
            if "database" in self.parts:
                self.launch("database")
            for name in ("aws", "wechat", "partners"):
                self.launch(name)
            if "database" in self.parts:
                self.wait_for("database", tell)
            self._create_tables()
            for name in ("aws", "wechat", "partners"):
                self.wait_for(name, tell)
            for name in self._application_parts():
                self.launch(name)
            for name in self._application_parts():
                self.wait_for(name, tell)
        except BaseException:
            self.stop()
            raise
        self._leave_note()

    def launch(self, name: str) -> None:
        with self.data.log(name).open("ab") as log:
            self._running[name] = subprocess.Popen(
                self.parts[name].command,
                cwd=ROOT,
                env=os.environ | self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                # Safe here: this process starts its children before it has threads of its own.
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509
            )
        self.data.pid(name).write_text(str(self._running[name].pid))

    def wait_for(self, name: str, tell: Callable[[str], None]) -> None:
        started = time.monotonic()
        while not self.parts[name].answers():
            if self._running[name].poll() is not None:
                raise CannotStart(f"{name} stopped at once. Its last words are in {self._log_path(name)}")
            if time.monotonic() - started > STARTS_WITHIN_S:
                raise CannotStart(f"{name} did not answer within {STARTS_WITHIN_S} s; see {self._log_path(name)}")
            time.sleep(0.05)
        tell(name)

    def kill(self, name: str) -> None:
        """As a crash would: no warning, nothing flushed."""
        self._running[name].kill()
        self._running[name].wait()

    def stopped_parts(self) -> list[str]:
        return [name for name, process in self._running.items() if process.poll() is not None]

    def stop(self) -> None:
        for process in self._running.values():
            process.terminate()
        deadline = time.monotonic() + STOPS_WITHIN_S
        for process in self._running.values():
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._running.clear()
        self._note_path().unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    # --- parts

    def _parts(self) -> list[Part]:
        ports, python = self.ports, sys.executable
        parts = []
        if DYNOXIDE.exists() and not self._given_database:
            path = ["--db-path", str(self.data.database)]
            command = [str(DYNOXIDE), "serve", "--port", str(ports.database), *path]
            parts.append(Part("database", command, lambda: _listens(ports.database)))
        elif not self._given_database:
            command = [python, "-m", "local.aws.database"]
            parts.append(Part("database", command, lambda: _listens(ports.database)))
        parts.append(Part("aws", [python, "-m", "local.aws"], self._secret_is_there))
        parts.append(Part("wechat", [python, "-m", "local.wechat"], lambda: _listens(ports.wechat)))
        parts.append(Part("partners", [python, "-m", "local.partners"], lambda: _listens(ports.partners)))
        parts += [self._api_part(process) for process in range(self._api_processes)]
        worker = [python, "-m", "local.worker"]
        parts.append(Part("worker", worker, lambda: self._running["worker"].poll() is None))
        if self._with_phones:
            parts.append(Part("phones", [python, "-m", "local.phones"], lambda: _listens(ports.phones)))
        return parts

    def _api_part(self, process: int) -> Part:
        port = self.ports.api(process)
        command = [sys.executable, "-m", "local.api_server", str(port)]
        return Part(f"api-{process}" if process else "api", command, lambda: _is_ready(port))

    def _application_parts(self) -> list[str]:
        return [name for name in self.parts if name.startswith(("api", "worker", "phones"))]

    def _secret_is_there(self) -> bool:
        if not _listens(self.ports.aws):
            return False
        with _environment(self.environment):
            client = boto3.client("secretsmanager")
            try:
                client.get_secret_value(SecretId=self.environment["SECRETS_NAME"])
            except client.exceptions.ResourceNotFoundException:
                return False
        return True

    def _create_tables(self) -> None:
        with _environment(self.environment):
            create_tables(boto3.client("dynamodb"))

    # --- what else uses this machine

    def _refuse_taken_ports(self) -> None:
        ports = self.ports
        taken = [ports.api(each) for each in range(self._api_processes)]
        taken += [ports.database] if not self._given_database else []
        taken += [ports.aws, ports.kms, ports.logs, ports.wechat, ports.partners]
        taken += [ports.phones] if self._with_phones else []
        for port in taken:
            if _listens(port):
                raise CannotStart(
                    f"Port {port} is taken by another program. Stop it, or use other ports: "
                    f"PORT_BASE={ports.base + 100} make …"
                )

    def _leave_note(self) -> None:
        self._note_path().parent.mkdir(exist_ok=True)
        self._note_path().write_text(json.dumps({"port_base": self.ports.base, "data": str(self.data.path)}))

    def _note_path(self) -> Path:
        return note_path(self.ports)

    def _log_path(self, name: str) -> Path:
        return _shown(self.data.log(name))


def lock(data: DataFolder) -> IO[bytes]:
    """Held while a stack uses the folder, and let go by the system when its process ends, however it ends."""
    held = (data.path / LOCK).open("ab")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        held.close()
        raise CannotStart(
            f"Another stack is using the data in {_shown(data.path)}. Stop it with Ctrl-C where it runs, "
            "or give this one a folder of its own: DATA_FOLDER=… PORT_BASE=… make …"
        ) from None
    return held


def empty(data: DataFolder) -> None:
    """A clean start, for a folder that is ours and that no stack is using."""
    if not data.path.exists() or not any(data.path.iterdir()):
        return
    if not (data.path / LOCK).exists():
        raise CannotStart(f"{_shown(data.path)} is not a data folder of this stack; nothing in it was touched.")
    with lock(data):
        shutil.rmtree(data.path)


def note_path(ports: Ports) -> Path:
    """Where a running stack says that it runs."""
    return ROOT / ".data" / f"running-{ports.base}.json"


def running_data_folder(ports: Ports) -> DataFolder | None:
    """The data folder of the stack on these ports, if one is up."""
    note = note_path(ports)
    if not note.exists() or not _is_ready(ports.api()):
        return None
    told: dict[str, Any] = json.loads(note.read_text())
    return DataFolder(Path(told["data"]))


def _shown(path: Path) -> Path:
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((LOOPBACK, port)) == 0


def _is_ready(port: int) -> bool:
    try:
        return requests.get(f"{url(port)}/v1/health/ready", timeout=5).status_code == 200
    except requests.RequestException:
        return False


def _die_with_parent() -> None:
    """So that nothing is left running when the one who started it is killed."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


class _environment:  # noqa: N801 - used as a statement
    """boto3 reads its endpoints from the environment when a client is made."""

    def __init__(self, variables: dict[str, str]) -> None:
        self._variables = variables

    def __enter__(self) -> None:
        self._before = dict(os.environ)
        os.environ.update(self._variables)

    def __exit__(self, *_: object) -> None:
        os.environ.clear()
        os.environ.update(self._before)
