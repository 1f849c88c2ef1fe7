"""The OpenAPI 3.1 document, made from the same declarations the edge obeys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from chalicelib.kernel.ids import ULID_PATTERN
from chalicelib.kernel.refusals import Refusal
from chalicelib.platform.http.answers import PlainText, RefusalView
from chalicelib.platform.http.edge import Api
from chalicelib.platform.http.operation import NoContent, Operation
from chalicelib.platform.http.refusals import status_of

_REF = "#/components/schemas/{model}"
_Mode = Literal["validation", "serialization"]


def openapi_document(apis: Iterable[Api[Any]], *, version: str) -> dict[str, Any]:
    operations = [operation for api in apis for operation in api.operations]
    refs, schemas = _schemas(operations)
    paths: dict[str, dict[str, Any]] = {}
    for api in apis:
        for operation in api.operations:
            paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(
                operation, refs, tag=api.context
            )
            paths[operation.path][operation.method.lower()]["responses"][str(operation.status)] |= _links(
                operation, operations
            )
    return {
        "openapi": "3.1.0",
        "info": {"title": "Health card", "version": version},
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"session": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
        },
    }


_Refs = Mapping[tuple[type[BaseModel], _Mode], dict[str, Any]]


def _schemas(operations: list[Operation]) -> tuple[_Refs, dict[str, Any]]:
    wanted: dict[tuple[type[BaseModel], _Mode], None] = {(RefusalView, "validation"): None}
    for operation in operations:
        wanted[(operation.command, "validation")] = None
        wanted[(operation.answers, "serialization")] = None
    refs, definitions = models_json_schema(list(wanted), ref_template=_REF, schema_generator=GenerateJsonSchema)
    return refs, definitions.get("$defs", {})  # type: ignore[return-value]


def _operation(operation: Operation, refs: _Refs, *, tag: str) -> dict[str, Any]:
    summary, _, description = (operation.view.__doc__ or "").strip().partition("\n")
    document: dict[str, Any] = {
        "operationId": operation.view.__name__,
        "summary": summary.rstrip("."),
        "tags": [tag],
        "responses": {
            str(operation.status): {
                "description": "Done",
                "content": _content(operation, refs),
            }
        }
        | _refused(operation.refuses, refs),
    }
    if description.strip():
        document["description"] = " ".join(description.split())
    if operation.role is not None:
        document["security"] = [{"session": []}]
        document["x-role"] = operation.role.value
    parameters = [*_path_parameters(operation), *_query_parameters(operation), *_header_parameters(operation)]
    if parameters:
        document["parameters"] = parameters
    if operation.reads_raw_body:
        document["requestBody"] = {"required": True, "content": {"application/json": {"schema": {}}}}
    elif operation.method != "GET" and operation.command is not NoContent:
        document["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": refs[(operation.command, "validation")]}},
        }
    return document


def _content(operation: Operation, refs: _Refs) -> dict[str, Any]:
    if operation.answers is PlainText:
        return {"text/plain": {"schema": {"type": "string"}}}
    return {"application/json": {"schema": refs[(operation.answers, "serialization")]}}


def _links(operation: Operation, operations: list[Operation]) -> dict[str, Any]:
    """Where the ids in an answer lead: to every route of the same role that takes such an id in its path."""
    pointers = dict(_ids_in(operation.answers, ""))
    links = {
        target.view.__name__: {
            "operationId": target.view.__name__,
            "parameters": {name: f"$response.body#{pointers[name]}" for name in target.path_fields},
        }
        for target in operations
        if target.path_fields and target.role is operation.role and target.path_fields.keys() <= pointers.keys()
    }
    return {"links": links} if links else {}


def _ids_in(model: Any, at: str) -> Iterator[tuple[str, str]]:
    """(path parameter, JSON pointer): `id` by its kind (`VisitId` → `visit_id`), others by their own names."""
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return
    for name, field in model.model_fields.items():
        kind: Any = field.annotation
        if name == "id" and hasattr(kind, "__supertype__"):
            yield re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower(), f"{at}/id"
        elif name.endswith("_id"):
            yield name, f"{at}/{name}"
        elif name == "items":
            (item,) = get_args(kind)
            yield from _ids_in(item, f"{at}/items/0")


def _path_parameters(operation: Operation) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "path", "required": True, "schema": TypeAdapter(hint).json_schema()}
        for name, hint in operation.path_fields.items()
    ]


def _query_parameters(operation: Operation) -> list[dict[str, Any]]:
    if operation.query is NoContent:
        return []
    schema = operation.query.model_json_schema()
    required = set(schema.get("required", ()))
    kinds = schema.get("$defs", {})
    return [
        {
            "name": name,
            "in": "query",
            "required": name in required,
            # A choice stands where it is used: a parameter has no definitions of its own to point to.
            "schema": kinds[field["$ref"].rpartition("/")[2]] if "$ref" in field else field,
        }
        for name, field in schema["properties"].items()
    ]


def _header_parameters(operation: Operation) -> list[dict[str, Any]]:
    behalf = operation.on_behalf
    if behalf is None:
        return []
    phone = "staff on the phone with that person, who agreed (`POST /v1/staff/talks`)"
    family = f"family whom that person gave `{behalf.scope}` (`POST /v1/invitations`)"
    guardian = "a guardian by a court's paper (`POST /v1/me/guardianships`)"
    everybody = [phone] * behalf.on_phone + [family] * (behalf.scope is not None) + [guardian] * behalf.guardian
    described = "For " + ", or ".join(everybody)
    schema = {"type": "string", "pattern": f"^per_{ULID_PATTERN}$"}
    return [{"name": "X-Acting-For", "in": "header", "required": False, "schema": schema, "description": described}]


def _refused(refuses: tuple[type[Refusal], ...], refs: _Refs) -> dict[str, Any]:
    codes_by_status: dict[int, list[str]] = {
        500: ["platform.defect"],
        503: ["platform.database_busy", "platform.outcome_unknown"],
    }
    for refusal in refuses:
        codes_by_status.setdefault(status_of(refusal), []).append(refusal.code)
    return {
        str(status): {
            "description": "Refused: " + ", ".join(sorted(set(codes))),
            "content": {"application/json": {"schema": refs[(RefusalView, "validation")]}},
            "x-codes": sorted(set(codes)),
        }
        for status, codes in sorted(codes_by_status.items())
    }
