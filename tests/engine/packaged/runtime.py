"""A small Lambda: a function's process under awslambdaric, fed by the runtime API, one event at a time.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

from __future__ import annotations

import json
import queue
import subprocess
import threading
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO, Any

from local.layout import LOOPBACK
from tests.engine.packaged.site import Site, faketime

VERSION = "/2018-06-01/runtime"


class FunctionFailed(Exception):
    """What Lambda reports when a handler raised, could not be loaded, or took too long."""


class SharedTime:
    """The time of all functions, moved from outside of them: they have the system's clock and no other."""

    def __init__(self, path: Path, offset: Callable[[], timedelta]) -> None:
        self.path = path
        self._offset = offset
        self._one_at_a_time = threading.Lock()

    def tell(self) -> None:
        """Replaced in one step, so that no process reads half a file."""
        with self._one_at_a_time:
            fresh = self.path.with_suffix(".new")
            fresh.write_text(f"{self._offset().total_seconds():+f}")
            fresh.replace(self.path)


class Function:
    """Starts with its first event, as Lambda's do. `invoke` waits for the answer, at most the function's time-out."""

    def __init__(self, name: str, properties: dict[str, Any], site: Site, shared: SharedTime, log: Path) -> None:
        self.name = name
        self._timeout_s = int(properties["Timeout"])
        self._shared = shared
        self._events: queue.Queue[tuple[str, bytes]] = queue.Queue()
        self._answers: queue.Queue[tuple[bool, bytes]] = queue.Queue()
        self._one_at_a_time = threading.Lock()
        self._server = ThreadingHTTPServer((LOOPBACK, 0), _runtime_api(self))
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self._process: subprocess.Popen[bytes] | None = None
        self._log: IO[bytes] | None = None
        self._log_path = log
        self._command = site.python("-m", "awslambdaric", properties["Handler"])
        self._cwd = site.code
        self.environment = {
            "AWS_LAMBDA_RUNTIME_API": f"{LOOPBACK}:{self._server.server_port}",
            "AWS_LAMBDA_FUNCTION_NAME": properties["FunctionName"],
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(properties["MemorySize"]),
            "AWS_LAMBDA_FUNCTION_VERSION": "1",
            "LD_PRELOAD": str(faketime()),
            "FAKETIME_TIMESTAMP_FILE": str(shared.path),
            "FAKETIME_NO_CACHE": "1",
            "DONT_FAKE_MONOTONIC": "1",
        }

    def invoke(self, event: dict[str, Any]) -> Any:
        with self._one_at_a_time:
            self._shared.tell()
            if self._process is None:
                self._log = self._log_path.open("ab")
                self._process = subprocess.Popen(
                    self._command, cwd=self._cwd, env=self.environment, stdout=self._log, stderr=self._log
                )
            self._events.put((str(uuid.uuid4()), json.dumps(event).encode()))
            try:
                good, body = self._answers.get(timeout=self._timeout_s)
            except queue.Empty:
                self.stop()
                raise FunctionFailed(f"{self.name}: no answer within {self._timeout_s} s") from None
        told = json.loads(body)
        if not good:
            raise FunctionFailed(f"{self.name}: {told.get('errorType')}: {told.get('errorMessage')}")
        return told

    def next_event(self) -> tuple[str, bytes, int]:
        """For the runtime API: id, event, and when it must be done by, in milliseconds."""
        invocation, event = self._events.get()
        return invocation, event, round((time.time() + self._timeout_s) * 1000)

    @property
    def has_run(self) -> bool:
        return self._process is not None

    def answered(self, *, good: bool, body: bytes) -> None:
        self._answers.put((good, body))

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        if self._log is not None:
            self._log.close()

    def close(self) -> None:
        self.stop()
        self._server.shutdown()


def _runtime_api(function: Function) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path != f"{VERSION}/invocation/next":
                self._answer(404, b"")
                return
            invocation, event, deadline_ms = function.next_event()
            self._answer(
                200,
                event,
                {
                    "Lambda-Runtime-Aws-Request-Id": invocation,
                    "Lambda-Runtime-Deadline-Ms": str(deadline_ms),
                    "Lambda-Runtime-Invoked-Function-Arn": f"arn:aws-cn:lambda:local:0:function:{function.name}:live",
                },
            )

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            function.answered(good=self.path.endswith("/response"), body=body)
            self._answer(202, b'{"status":"OK"}')

        def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
            """Quiet."""

    return Handler
