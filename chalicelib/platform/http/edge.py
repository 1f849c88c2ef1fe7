"""The HTTP edge: a Blueprint whose routes are declared by the view's own signature."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from inspect import signature
from typing import Any, Generic, Protocol, TypeVar, get_type_hints

from chalice.app import Blueprint, Request, Response
from pydantic import ConfigDict, TypeAdapter

from chalicelib.kernel.command import Command
from chalicelib.kernel.deed import Amounts, Deed
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId, RequestId, id_to_bytes, make_id
from chalicelib.kernel.money import ZERO, Money
from chalicelib.kernel.principal import Principal, Role
from chalicelib.kernel.refusals import (
    AccountLocked,
    GrantOver,
    GuardianOnly,
    NotAgreed,
    NotGranted,
    NotSignedIn,
    PersonLocked,
    Refusal,
    ScopeMissing,
    StuckHelp,
)
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.platform import metrics
from chalicelib.platform.clock import Clock
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.http import refusals
from chalicelib.platform.http.acting import (
    AccessLog,
    Behalf,
    ByFamily,
    OnPhone,
    deed_of,
    note_look,
    note_of,
    spoken_for,
)
from chalicelib.platform.http.answers import answer, answer_defect, answer_refusal
from chalicelib.platform.http.operation import NoContent, Operation, View, arguments_of
from chalicelib.platform.http.throttling import Throttle, Throttles, TooOften
from chalicelib.platform.logging import defect_fields, logger

Deps = TypeVar("Deps")


class Authenticate(Protocol):
    def __call__(self, token: str, *, now: datetime) -> Principal: ...


class HelpStuck(Protocol):
    def __call__(
        self, refusal: Refusal, *, command: Command, by: Principal, now: datetime, begin: Callable[[], UnitOfWork]
    ) -> StuckHelp | None: ...


@dataclass(frozen=True, slots=True)
class Edge:
    """What every route needs, whatever its context."""

    clock: Clock
    database: Database
    authenticate: Authenticate
    throttles: Throttles
    hotline: str
    help_stuck: HelpStuck
    on_phone: OnPhone
    by_family: ByFamily
    access_log: AccessLog


class NoBody(Command):
    """What is sent where nothing is: the same each time."""


@dataclass(frozen=True, slots=True)
class Call(Generic[Deps]):
    """One request: who, when, under which id. `now` is read once; `note` is staged with whatever is written.

    `begun` is everything that was to be written.
    """

    deps: Deps
    now: datetime
    request_id: str
    headers: Mapping[str, str]
    database: Database
    caller: Principal | None
    access_log: AccessLog
    begun: list[UnitOfWork]
    note: Callable[[UnitOfWork, Amounts], None] | None = None

    @property
    def principal(self) -> Principal:
        if self.caller is None:
            raise AssertionError("a public route has no principal")
        return self.caller

    def begin(self, *, spends: Money = ZERO, asks: Money = ZERO) -> UnitOfWork:
        """With what somebody of the family takes of their day's limit, or asks the person for."""
        uow = self.database.begin(command_id=id_to_bytes(self.request_id))
        if self.note:
            self.note(uow, Amounts(spends, asks))
        self.begun.append(uow)
        return uow

    def note_read(self, person_id: PersonId, *, who: str, what: str, about: str) -> None:
        """Somebody else is about to be shown something of this person's; it stands in their own list."""
        actor = self.principal.actor
        if actor != person_id:
            self.access_log.note(person_id, by=actor, who=who, deed=Deed(what, about, self.request_id, self.now))

    def new_id(self, kind: Callable[[str], str]) -> str:
        return make_id(kind, now=self.now, randomness=os.urandom(10))


class Api(Blueprint, Generic[Deps]):
    """The routes of one context. `role=None` is public; a view names what it takes in its signature:

    `call`; the path's ids by name; `command` (body) or `query`; or `raw_body` for a body signed as bytes.
    """

    def __init__(self, context: str) -> None:
        super().__init__(f"chalicelib.{context}.api")
        self.context = context
        self.operations: list[Operation] = []
        self._deps: Deps | None = None
        self._edge: Edge | None = None

    def bind(self, deps: Deps, edge: Edge) -> None:
        self._deps, self._edge = deps, edge

    def get(
        self,
        path: str,
        *,
        role: Role | None,
        refuses: Sequence[type[Refusal]] = (),
        on_behalf: Behalf | None = None,
        while_locked: bool = False,
    ) -> Callable[[View], View]:
        return self._declare(
            "GET", path, role=role, status=200, refuses=refuses, on_behalf=on_behalf, while_locked=while_locked
        )

    def post(
        self,
        path: str,
        *,
        role: Role | None,
        status: int = 200,
        refuses: Sequence[type[Refusal]] = (),
        throttles: Sequence[Throttle] = (),
        on_behalf: Behalf | None = None,
        while_locked: bool = False,
    ) -> Callable[[View], View]:
        return self._declare(
            "POST",
            path,
            role=role,
            status=status,
            refuses=refuses,
            throttles=throttles,
            on_behalf=on_behalf,
            while_locked=while_locked,
        )

    def put(
        self,
        path: str,
        *,
        role: Role | None,
        refuses: Sequence[type[Refusal]] = (),
        throttles: Sequence[Throttle] = (),
        on_behalf: Behalf | None = None,
        while_locked: bool = False,
    ) -> Callable[[View], View]:
        return self._declare(
            "PUT",
            path,
            role=role,
            status=200,
            refuses=refuses,
            throttles=throttles,
            on_behalf=on_behalf,
            while_locked=while_locked,
        )

    def _declare(
        self,
        method: str,
        path: str,
        *,
        role: Role | None,
        status: int,
        refuses: Sequence[type[Refusal]],
        throttles: Sequence[Throttle] = (),
        on_behalf: Behalf | None = None,
        while_locked: bool = False,
    ) -> Callable[[View], View]:
        def register(view: View) -> View:
            hints = get_type_hints(view, include_extras=True)
            common = refusals.EVERY_ROUTE + (refusals.EVERY_SIGNED_IN_ROUTE if role else ())
            common += (AccountLocked,) if role and not while_locked else ()
            common += (NotAgreed,) if on_behalf and on_behalf.on_phone else ()
            common += (NotGranted, GrantOver, PersonLocked) if on_behalf and on_behalf.by_family else ()
            common += (ScopeMissing,) if on_behalf and on_behalf.scope else ()
            common += (GuardianOnly,) if on_behalf and on_behalf.guardian else ()
            common += (TooOften,) if throttles else ()
            operation = Operation(
                method=method,
                path=path,
                view=view,
                role=role,
                status=status,
                command=hints.get("command", NoContent),
                query=hints.get("query", NoContent),
                answers=hints["return"],
                path_fields={name: hints[name] for name in signature(view).parameters if f"{{{name}}}" in path},
                reads_raw_body="raw_body" in hints,
                refuses=(*common, *refuses),
                throttles=tuple(throttles),
                on_behalf=on_behalf,
                while_locked=while_locked,
            )
            self.operations.append(operation)
            adapters = {
                name: TypeAdapter(hint, config=ConfigDict(defer_build=True))
                for name, hint in operation.path_fields.items()
            }

            def handle(**path_values: str) -> Response:
                return self._handle(operation, adapters, path_values)

            self.route(path, methods=[method], content_types=["*/*"], name=view.__name__)(handle)
            return view

        return register

    def _handle(
        self, operation: Operation, adapters: Mapping[str, TypeAdapter[str]], path_values: Mapping[str, str]
    ) -> Response:
        edge, deps = self._edge, self._deps
        if edge is None or deps is None:
            raise AssertionError(f"{self.context} is not bound")
        request = self.current_request
        now = edge.clock()
        request_id = make_id(RequestId, now=now, randomness=os.urandom(10))
        started = time.perf_counter()
        caller: Principal | None = None
        help_: StuckHelp | None = None
        try:
            caller = self._authenticate(operation, request, edge, now)
            if caller and (person_id := request.headers.get("x-acting-for")) is not None:
                caller = spoken_for(
                    edge.on_phone, edge.by_family, operation.on_behalf, person_id, caller=caller, now=now
                )
            arguments = arguments_of(operation, adapters, request, path_values)
            deed = deed_of(
                operation.on_behalf,
                caller,
                arguments,
                path_fields=operation.path_fields,
                request_id=request_id,
                now=now,
            )
            call = Call(
                deps=deps,
                now=now,
                request_id=request_id,
                headers=request.headers,
                database=edge.database,
                caller=caller,
                access_log=edge.access_log,
                begun=[],
                note=note_of(edge.on_phone, edge.by_family, caller, deed),
            )
            _throttle(edge, operation, call, arguments, address=request.context["identity"]["sourceIp"])
            try:
                view = operation.view(call, **arguments)
            except Refusal as refusal:
                help_ = self._help(edge, refusal, call, arguments.get("command") or NoBody())
                raise
            only_reads = operation.method == "GET"
            if deed and caller and (only_reads or not any(uow.is_committed for uow in call.begun)):
                note_look(edge.access_log, caller, deed, only_reads=only_reads)
            response = answer(view, status=operation.status, request_id=request_id)
            outcome: dict[str, object] = {}
        except Refusal as refusal:
            response = answer_refusal(refusal, request_id=request_id, hotline=edge.hotline, help_=help_)
            outcome = {"refusal": refusal.code, "alarms": refusal.alarms}
            metrics.count("Refusals", code=refusal.code)
            if refusal.alarms:
                metrics.count("AlarmingRefusals", code=refusal.code)
        except Exception as defect:  # noqa: BLE001 - the last line: a defect is logged, counted, and told as such
            response = answer_defect(request_id=request_id, hotline=edge.hotline)
            metrics.count("Defects")
            outcome = defect_fields(defect)
        write_log = _severity(response.status_code, alarms=bool(outcome.get("alarms")))
        write_log(
            "request",
            extra={
                "request_id": request_id,
                "correlation_id": request_id,
                "route": f"{operation.method} {operation.path}",
                "status": response.status_code,
                "person_id": caller.person_id if caller else None,
                **({"acting": caller.actor} if caller and caller.actor != caller.person_id else {}),
                "took_ms": round((time.perf_counter() - started) * 1000),
                **outcome,
            },
        )
        return response

    @staticmethod
    def _help(edge: Edge, refusal: Refusal, call: Call[Any], command: object) -> StuckHelp | None:
        if refusal.stuck is None or call.caller is None or not isinstance(command, Command):
            return None
        try:
            begin = replace(call, note=None).begin
            return edge.help_stuck(refusal, command=command, by=call.caller, now=call.now, begin=begin)
        except Refusal as trouble:
            # The person is refused for what they asked; that we could not count it is ours to know.
            metrics.count("HelpFailed")
            logger.warning("help", extra={"correlation_id": call.request_id, "refusal": trouble.code})
            return None

    @staticmethod
    def _authenticate(operation: Operation, request: Request, edge: Edge, now: datetime) -> Principal | None:
        if operation.role is None:
            return None
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise NotSignedIn
        principal = edge.authenticate(token.strip(), now=now)
        if operation.role not in principal.roles:
            raise refusals.RoleMissing
        if principal.locked and not operation.while_locked:
            raise AccountLocked
        return principal


def _throttle(
    edge: Edge, operation: Operation, call: Call[Any], arguments: Mapping[str, object], *, address: str
) -> None:
    if not operation.throttles:
        return
    subjects = {"address": address}
    if phone := getattr(arguments.get("command"), "phone", None):
        subjects["phone"] = phone
    if call.caller:
        subjects["person"] = call.caller.actor
    begun = edge.database.begin(command_id=id_to_bytes(call.request_id))
    edge.throttles.count(operation.throttles, begun, subjects=subjects, now=call.now)


def in_refusal_format(response: Response, edge: Edge, *, methods: Iterable[str]) -> Response:
    """For a Chalice middleware: its own 405 comes before any view does, in a format of its own.

    `methods` are those the address has (RFC 9110 wants them told).
    """
    if response.status_code != 405:
        return response
    request_id = make_id(RequestId, now=edge.clock(), randomness=os.urandom(10))
    refused = answer_refusal(refusals.NoSuchMethod(), request_id=request_id, hotline=edge.hotline)
    refused.headers["Allow"] = ", ".join(sorted(methods))
    return refused


def _severity(status: int, *, alarms: bool) -> Callable[..., None]:
    if status == 500 or alarms:
        return logger.error
    return logger.warning if status == 503 else logger.info
