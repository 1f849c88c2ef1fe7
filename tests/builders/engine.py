"""The real local database for a run of tests: in memory, or whatever DYNAMODB_ENDPOINT names."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3

from local.layout import LOOPBACK, url
from local.setup import DYNOXIDE


def is_available() -> bool:
    return bool(os.environ.get("DYNAMODB_ENDPOINT")) or DYNOXIDE.exists()


class Engine:
    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._port = free_port()
        self.url = ""
        self.empty()

    def client(self, service: str) -> Any:
        return boto3.client(service, endpoint_url=self.url)

    def empty(self) -> None:
        """No tables. A new process: dynoxide keeps a deleted table's stream for the next one of that name."""
        if given := os.environ.get("DYNAMODB_ENDPOINT"):
            self.url = given
            client = self.client("dynamodb")
            for table in client.list_tables()["TableNames"]:
                client.delete_table(TableName=table)
            return
        self.stop()
        self.url = self._start()

    @contextmanager
    def in_environment(self) -> Iterator[None]:
        """Every boto3 client made meanwhile finds this database."""
        names = ("AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_DYNAMODB_STREAMS")
        os.environ.update(dict.fromkeys(names, self.url))
        try:
            yield
        finally:
            for name in names:
                del os.environ[name]

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def _start(self) -> str:
        port = self._port
        self._process = subprocess.Popen(
            [str(DYNOXIDE), "serve", "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex((LOOPBACK, port)) == 0:
                    return url(port)
            time.sleep(0.02)
        raise AssertionError("dynoxide did not start")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])
