"""The one codec: a state dataclass to an item and back, and item values to DynamoDB's wire form and back."""

from __future__ import annotations

import base64
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from chalicelib.kernel import ids
from chalicelib.kernel.money import Money
from chalicelib.kernel.time import from_wire, to_wire
from chalicelib.kernel.unit_of_work import Item

State = TypeVar("State")
Convert = Callable[[Any], Any]

# --- a dataclass and an item -----------------------------------------------------------------------------


def to_item(state: object) -> Item:
    """A frozen dataclass as item attributes; `None` is an absent attribute."""
    item: Item = {}
    for name, encode, _ in _plan(type(state)):
        value = getattr(state, name)
        if value is not None:
            item[name] = encode(value)
    return item


def from_item(state_type: type[State], item: Mapping[str, object]) -> State:
    """The dataclass in that item; attributes it does not know (keys, event marker) are passed over."""
    return state_type(
        **{name: decode(item[name]) for name, _, decode in _plan(state_type) if item.get(name) is not None}
    )


def _make_plan(state_type: Any) -> tuple[tuple[str, Convert, Convert], ...]:
    hints = get_type_hints(state_type)
    return tuple((f.name, *_converters(hints[f.name])) for f in fields(state_type))


_plan: Callable[[Any], tuple[tuple[str, Convert, Convert], ...]] = cache(_make_plan)


def _same(value: object) -> object:
    return value


_SIMPLE: dict[object, tuple[Convert, Convert]] = {
    str: (_same, _same),
    int: (_same, _same),
    bool: (_same, _same),
    bytes: (_same, _same),
    float: (_same, float),
    Money: (lambda money: money.fen, Money),
    datetime: (to_wire, from_wire),
    date: (date.isoformat, date.fromisoformat),
}


@cache
def _converters(hint: Any) -> tuple[Convert, Convert]:
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if hint in ids.PREFIX_BY_KIND:
        return ids.id_to_bytes, lambda raw: ids.id_from_bytes(hint, raw)
    if hasattr(hint, "__supertype__"):
        return _converters(hint.__supertype__)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str, hint
    if is_dataclass(hint):
        return to_item, lambda item: from_item(cast("type", hint), item)
    return _container_converters(hint)


def _container_converters(hint: Any) -> tuple[Convert, Convert]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _converters(next(option for option in arguments if option is not type(None)))
    if origin in (tuple, frozenset):
        encode, decode = _converters(arguments[0])
        order = sorted if origin is frozenset else list
        return lambda many: order(map(encode, many)), lambda many: origin(map(decode, many))
    if origin is dict:
        encode, decode = _converters(arguments[1])
        return (
            lambda mapping: {key: encode(value) for key, value in mapping.items()},
            lambda mapping: {key: decode(value) for key, value in mapping.items()},
        )
    raise TypeError(f"no codec for {hint}")


# --- values and DynamoDB's wire form ---------------------------------------------------------------------


def to_wire_value(value: object) -> dict[str, Any]:
    """`"a"` → `{"S": "a"}`. Floats are degrees and keep 6 decimals (0.1 m)."""
    match value:
        case None:
            return {"NULL": True}
        case bool():
            return {"BOOL": value}
        case str():
            return {"S": str(value)}
        case int():
            return {"N": str(value)}
        case float():
            return {"N": f"{value:.6f}"}
        case bytes():
            return {"B": value}
        case list() | tuple():
            return {"L": [to_wire_value(element) for element in value]}
        case dict():
            return {"M": to_wire_item(value)}
    raise TypeError(f"not an item value: {type(value).__name__}")


def from_wire_value(wire: Mapping[str, Any]) -> Any:
    """Binary comes as bytes from boto3 and as base64 text in a stream event."""
    ((kind, value),) = wire.items()
    match kind:
        case "S" | "BOOL":
            return value
        case "N":
            return int(value) if value.lstrip("-").isdigit() else float(value)
        case "B":
            return base64.b64decode(value) if isinstance(value, str) else bytes(value)
        case "NULL":
            return None
        case "L":
            return [from_wire_value(element) for element in value]
        case "M":
            return from_wire_item(value)
    raise TypeError(f"not a type we store: {kind}")


def to_wire_item(item: Mapping[str, object]) -> dict[str, Any]:
    return {name: to_wire_value(value) for name, value in item.items()}


def from_wire_item(wire: Mapping[str, Any]) -> Item:
    return {name: from_wire_value(value) for name, value in wire.items()}
