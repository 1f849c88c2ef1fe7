"""A small API Gateway: HTTP to proxy events and back, by the routes and refusals of the deployed template.

https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
"""

from __future__ import annotations

import base64
import threading
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from local.api_server import gateway_refusal
from local.layout import LOOPBACK
from tests.engine.packaged.runtime import Function, FunctionFailed

STAGE = "api"
LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes


class Gateway:
    """Serves until `close`."""

    def __init__(self, template: dict[str, Any], function: Function, port: int) -> None:
        resources = template["Resources"]
        document = resources["RestAPI"]["Properties"]["DefinitionBody"]
        self._routes: dict[str, set[str]] = {
            path: {method.upper() for method in methods} for path, methods in document["paths"].items()
        }
        self._binary = set(document["x-amazon-apigateway-binary-media-types"])
        self._resources = resources
        self._function = function
        self._server = ThreadingHTTPServer((LOOPBACK, port), _handler(self))
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()

    def answer(self, asked: Asked) -> tuple[int, dict[str, list[str]], bytes]:
        """Status, headers and body."""
        request_id = str(uuid.uuid4())
        route, captured = self._match(asked.path)
        if route is None or asked.method not in self._routes[route]:
            return self._refusal("MISSING_AUTHENTICATION_TOKEN", request_id)
        if len(asked.body) > LARGEST:
            return self._refusal("REQUEST_TOO_LARGE", request_id)
        try:
            told = self._function.invoke(self._event(asked, route, captured, request_id))
        except FunctionFailed:
            return self._refusal("DEFAULT_5XX", request_id)
        content = told.get("body") or ""
        raw = base64.b64decode(content) if told.get("isBase64Encoded") else content.encode()
        several = told.get("multiValueHeaders") or {}
        single = {name: [value] for name, value in (told.get("headers") or {}).items()}
        return int(told["statusCode"]), single | several, raw

    def _match(self, path: str) -> tuple[str | None, dict[str, str]]:
        parts = path.rstrip("/").split("/")
        for route in sorted(self._routes):
            names = route.split("/")
            pairs = list(zip(names, parts, strict=False))
            if len(names) == len(parts) and all(name[:1] == "{" or name == part for name, part in pairs):
                return route, {name[1:-1]: unquote(part) for name, part in pairs if name[:1] == "{"}
        return None, {}

    def _event(self, asked: Asked, route: str, captured: dict[str, str], request_id: str) -> dict[str, Any]:
        query = parse_qsl(asked.query, keep_blank_values=True)
        several: dict[str, list[str]] = {}
        for name, value in query:
            several.setdefault(name, []).append(value)
        binary = asked.headers.get("Content-Type", "") in self._binary
        content = base64.b64encode(asked.body).decode() if binary else asked.body.decode("utf-8", "replace")
        now = datetime.now(UTC)
        return {
            "resource": route,
            "path": asked.path,
            "httpMethod": asked.method,
            "headers": dict(asked.headers),
            "multiValueHeaders": {name: [value] for name, value in asked.headers.items()},
            "queryStringParameters": dict(query) or None,
            "multiValueQueryStringParameters": several or None,
            "pathParameters": captured or None,
            "stageVariables": None,
            "requestContext": {
                "resourceId": "local0",
                "resourcePath": route,
                "httpMethod": asked.method,
                "extendedRequestId": "local=",
                "requestTime": f"{now:%d/%b/%Y:%H:%M:%S +0000}",
                "path": f"/{STAGE}{asked.path}",
                "accountId": "000000000000",
                "protocol": "HTTP/1.1",
                "stage": STAGE,
                "domainPrefix": "local",
                "requestTimeEpoch": round(time.time() * 1000),
                "requestId": request_id,
                "identity": {
                    "cognitoIdentityPoolId": None,
                    "accountId": None,
                    "caller": None,
                    "sourceIp": LOOPBACK,
                    "accessKey": None,
                    "userArn": None,
                    "userAgent": asked.headers.get("User-Agent"),
                    "user": None,
                },
                "domainName": "local.execute-api.local.amazonaws.com.cn",
                "apiId": "local",
            },
            "body": content or None,
            "isBase64Encoded": binary and bool(asked.body),
        }

    def _refusal(self, kind: str, request_id: str) -> tuple[int, dict[str, list[str]], bytes]:
        refused = gateway_refusal(self._resources, kind, request_id=request_id)
        return refused.status, {name: [value] for name, value in refused.headers.items()}, refused.body.encode()


def _handler(gateway: Gateway) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            parts = urlsplit(self.path)
            asked = Asked(self.command, parts.path, parts.query, dict(self.headers.items()), body)
            status, answered, content = gateway.answer(asked)
            self.send_response(status)
            for name, values in answered.items():
                for value in values:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = _serve  # noqa: N815 - the base class's names

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
            """Quiet."""

    return Handler
