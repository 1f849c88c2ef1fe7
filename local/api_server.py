"""One API process: Chalice's own local server, with a backlog, and the gateway's refusals as deployed."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

from chalice.app import Chalice
from chalice.config import Config
from chalice.local import (
    ChaliceRequestHandler,
    LocalChalice,
    LocalDevServer,
    LocalGatewayException,
    ThreadedHTTPServer,
)

import app as application
from chalicelib import bootstrap
from local.clock import SimulatedClock
from local.layout import LOOPBACK, data_folder
from local.resources import load_resources, of_type

# `chalice local` listens with a backlog of 5 and resets connections under a burst.
BACKLOG = 512


class BackloggedServer(ThreadedHTTPServer):
    request_queue_size = BACKLOG


class ThreadedApp(LocalChalice, Chalice):
    """Chalice with a current request per thread, as its own local server makes it."""


class GatewayRequestHandler(ChaliceRequestHandler):
    """Answers an unknown route as the deployed API Gateway does: by the template's GatewayResponse."""

    def _send_error_response(self, error: LocalGatewayException) -> None:
        request_id = str(error.headers["x-amzn-RequestId"])
        refused = gateway_refusal(load_resources(), "MISSING_AUTHENTICATION_TOKEN", request_id=request_id)
        self._send_http_response(refused.status, refused.headers, refused.body)

    def __getattr__(self, name: str) -> Any:
        """Python's server answers 501 for a method it does not know; API Gateway refuses it like any other."""
        if name.startswith("do_"):
            return self.do_OPTIONS
        raise AttributeError(name)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Quiet: the edge logs every request once, without personal data; this line would hold the path."""


@dataclass(frozen=True, slots=True)
class GatewayRefusal:
    status: int
    headers: dict[str, str]
    body: str


def gateway_refusal(resources: dict[str, Any], response_type: str, *, request_id: str) -> GatewayRefusal:
    """What API Gateway answers by itself, by a template's GatewayResponse of that type."""
    for response in of_type(resources, "AWS::ApiGateway::GatewayResponse").values():
        if response["ResponseType"] == response_type:
            template: str = response["ResponseTemplates"]["application/json"]
            headers = {
                name.removeprefix("gatewayresponse.header."): request_id if value[0] != "'" else value.strip("'")
                for name, value in response["ResponseParameters"].items()
            }
            return GatewayRefusal(
                int(response["StatusCode"]),
                {"Content-Type": "application/json", **headers},
                template.replace("$context.requestId", request_id),
            )
    raise LookupError(response_type)


def make_api_server(port: int) -> LocalDevServer:
    application.app.__class__ = ThreadedApp
    return LocalDevServer(
        application.app,
        Config.create(app_name="healthcard"),
        LOOPBACK,
        port,
        handler_cls=GatewayRequestHandler,
        server_cls=BackloggedServer,
    )


def main() -> None:
    clock = SimulatedClock(data_folder().clock)
    application.bind(bootstrap.build(application.settings, clock=clock))
    make_api_server(int(sys.argv[1])).serve_forever()


if __name__ == "__main__":
    main()
