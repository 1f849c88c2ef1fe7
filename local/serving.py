"""Serving a WSGI application on loopback, and only there."""

from __future__ import annotations

import logging
import threading
from typing import Any

from werkzeug.serving import BaseWSGIServer, make_server

from local.layout import LOOPBACK


def serve_in_thread(app: Any, port: int = 0, *, threaded: bool = True) -> BaseWSGIServer:
    """Starts at once; port 0 takes a free one (`server.server_port`). `shutdown()` stops it."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server(LOOPBACK, port, app, threaded=threaded)
    threading.Thread(target=server.serve_forever, name=f"serve-{server.server_port}", daemon=True).start()
    return server


def wait_for_ever() -> None:
    threading.Event().wait()
