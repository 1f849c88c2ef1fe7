"""A route as its view's signature declares it, and what a request hands to the view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from chalice.app import Request
from pydantic import BaseModel, TypeAdapter

from chalicelib.kernel.command import Command
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.principal import Role
from chalicelib.kernel.refusals import Refusal
from chalicelib.platform.http.acting import Behalf
from chalicelib.platform.http.reading import read_command, read_path, read_query, read_raw_body
from chalicelib.platform.http.throttling import Throttle

View = Callable[..., BaseModel]


class NoContent(Command):
    """The body of a request that has nothing to say."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A route as declared; the OpenAPI document is made from these. Without `on_behalf` nobody acts for anybody."""

    method: str
    path: str
    view: View
    role: Role | None
    status: int
    command: type[BaseModel]
    query: type[BaseModel]
    answers: type[BaseModel]
    path_fields: Mapping[str, Any]
    reads_raw_body: bool
    refuses: tuple[type[Refusal], ...]
    throttles: tuple[Throttle, ...]
    on_behalf: Behalf | None = None
    while_locked: bool = False


def arguments_of(
    operation: Operation,
    adapters: Mapping[str, TypeAdapter[str]],
    request: Request,
    path_values: Mapping[str, str],
) -> dict[str, object]:
    arguments: dict[str, object] = dict(read_path(path_values, adapters))
    query = read_query(request, operation.query)
    if operation.query is not NoContent:
        arguments["query"] = query
    if operation.reads_raw_body:
        arguments["raw_body"] = read_raw_body(request)
    elif operation.method != "GET":
        command = read_command(request, operation.command)
        if operation.command is not NoContent:
            arguments["command"] = command
    return arguments
