"""One address for a browser: the page with the phones, the mini program, and ways to the API and simulated WeChat."""

from __future__ import annotations

import json
import os
import signal
from contextlib import suppress
from typing import Any

import requests
from flask import Flask, Response, jsonify, request, send_from_directory
from pyotp import TOTP

from local import miniprogram
from local.clock import SimulatedClock
from local.layout import DataFolder, Ports, url
from local.phones.making import Making

PAGE = miniprogram.FOLDER / "harness" / "phones"
ANSWER_WITHIN_S = 30
MAY_BE_KILLED = ("worker", "api")
# What belongs to one connection, and what this server sets itself.
NOT_PASSED_ON = ("connection", "content-length", "transfer-encoding", "content-encoding", "date", "server", "host")


def make_app(ports: Ports, data: DataFolder, making: Making) -> Flask:  # noqa: C901 - a flat list of routes
    app = Flask(__name__, static_folder=None)

    @app.get("/")
    def page() -> Response:
        return send_from_directory(PAGE, "index.html")

    @app.get("/phones/<path:name>")
    def page_file(name: str) -> Response:
        return send_from_directory(PAGE, name)

    @app.get("/phone/")
    def phone() -> Response:
        return _never_old(send_from_directory(miniprogram.BUILT, "index.html"))

    @app.get("/phone/<path:name>")
    def phone_file(name: str) -> Response:
        return _never_old(send_from_directory(miniprogram.BUILT, name))

    @app.get("/staff/")
    def staff() -> Response:
        return _never_old(send_from_directory(miniprogram.BUILT, "staff.html"))

    @app.get("/staff/<path:name>")
    def staff_file(name: str) -> Response:
        return _never_old(send_from_directory(miniprogram.BUILT, name))

    @app.get("/state")
    def state() -> Response:
        cast = json.loads(data.cast.read_text()) if data.cast.exists() else None
        return jsonify(stage=making.stage, why=making.why, cast=cast)

    @app.get("/authenticator")
    def authenticator() -> Response:
        """What the phone of who works for the company would show at this moment."""
        if not data.cast.exists():
            return Response(status=404)
        agent = json.loads(data.cast.read_text())["agent"]
        now = SimulatedClock(data.clock)()
        return jsonify(name=agent["name"], otp=TOTP(agent["otp_secret"]).at(now))

    @app.post("/kill/<part>")
    def kill(part: str) -> Response:
        """As a crash would; `make run` starts it again, and says so."""
        if part not in MAY_BE_KILLED:
            return Response(status=404)
        with suppress(ProcessLookupError):  # dead already, and not started again yet
            os.kill(int(data.pid(part).read_text()), signal.SIGKILL)
        return Response(status=204)

    @app.route("/api/<path:path>", methods=["GET", "POST", "PUT"])
    def api(path: str) -> Response:
        return _passed_on(f"{url(ports.api())}/{path}")

    @app.route("/wechat/<path:path>", methods=["GET", "POST", "DELETE"])
    def wechat(path: str) -> Response:
        return _passed_on(f"{url(ports.wechat)}/{path}")

    @app.route("/files/<path:path>", methods=["PUT"])
    def files(path: str) -> Response:
        """Where a phone sends what is too large for the API: with the address it was given."""
        return _passed_on(f"{url(ports.aws)}/{path}")

    @app.route("/partners/<path:path>", methods=["POST"])
    def partners(path: str) -> Response:
        return _passed_on(f"{url(ports.partners)}/{path}")

    return app


def _passed_on(target: str) -> Response:
    try:
        answer = requests.request(
            request.method,
            target,
            params=request.args.to_dict(),
            data=request.get_data(),
            headers=_kept(request.headers.items()),
            timeout=ANSWER_WITHIN_S,
        )
    except requests.RequestException:
        # The phone then sees what it would see if the company's servers were gone.
        return Response(status=502)
    return Response(answer.content, answer.status_code, _kept(answer.headers.items()))


def _kept(headers: Any) -> dict[str, str]:
    return {name: value for name, value in headers if name.lower() not in NOT_PASSED_ON}


def _never_old(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
