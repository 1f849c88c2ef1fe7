"""The whole stack, as processes on this machine, over HTTP."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from local.layout import LOOPBACK, ROOT, DataFolder, Ports
from local.stack import Stack
from local.town import HttpTown


@dataclass
class RunningStack:
    stack: Stack
    town: HttpTown
    data: DataFolder


def free_ports() -> Ports:
    """A base with room for every part above it."""
    for base in range(20_000 + os.getpid() % 500 * 20, 60_000, 20):
        if all(_is_free(base + offset) for offset in range(12)):
            return Ports(base)
    raise AssertionError("no free ports")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((LOOPBACK, port)) != 0


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    """Two API processes over one database."""
    with run_stack(DataFolder(tmp_path_factory.mktemp("data")), api_processes=2) as stack:
        yield stack


@contextmanager
def run_stack(data: DataFolder, *, api_processes: int = 1, with_phones: bool = False) -> Iterator[RunningStack]:
    """Up until the block ends; the environment is then as it was."""
    environment, ports = dict(os.environ), free_ports()
    stack = Stack(ports, data, api_processes=api_processes, with_phones=with_phones)
    stack.start(lambda _: None)
    try:
        yield RunningStack(stack, HttpTown(ports, data), data)
    finally:
        stack.stop()
        os.environ.clear()
        os.environ.update(environment)


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built for this machine; the folder with zip and template."""
    return packaged("x86_64", tmp_path_factory.mktemp("package") / "build")


def packaged(arch: str, folder: Path) -> Path:
    subprocess.run([sys.executable, "-m", "local.packaging", arch, str(folder)], cwd=ROOT, check=True)
    return folder


@pytest.fixture
def empty_folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")
