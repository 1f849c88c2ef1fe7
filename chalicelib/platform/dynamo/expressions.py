"""Staged writes as DynamoDB transaction entries."""

from __future__ import annotations

from typing import Any, Literal

from chalicelib.kernel.unit_of_work import Delete, ItemKey, Need, Put, Update, Write
from chalicelib.platform.dynamo.codec import to_wire_item, to_wire_value


def wire_key(key: ItemKey) -> dict[str, Any]:
    return {"PK": {"S": key.pk}, "SK": {"S": key.sk}}


def transaction_entry(write: Write) -> dict[Literal["Put", "Update", "Delete"], dict[str, Any]]:
    names, values = _Names(), _Values()
    request: dict[str, Any] = {"TableName": write.key.table}
    if isinstance(write, Put):
        request["Item"] = wire_key(write.key) | to_wire_item(dict(write.item))
    else:
        request["Key"] = wire_key(write.key)
    if isinstance(write, Update):
        request["UpdateExpression"] = _update_expression(write, names, values)
    if write.needs:
        request["ConditionExpression"] = " AND ".join(_condition(need, names, values) for need in write.needs)
        request["ReturnValuesOnConditionCheckFailure"] = "ALL_OLD"
    if names.placeholders:
        request["ExpressionAttributeNames"] = {placeholder: name for name, placeholder in names.placeholders.items()}
    if values.by_placeholder:
        request["ExpressionAttributeValues"] = values.by_placeholder
    match write:
        case Put():
            return {"Put": request}
        case Update():
            return {"Update": request}
        case Delete():
            return {"Delete": request}


def _update_expression(write: Update, names: _Names, values: _Values) -> str:
    clauses = []
    if write.sets:
        clauses.append(
            "SET " + ", ".join(f"{names.of(name)} = {values.of(value)}" for name, value in write.sets.items())
        )
    if write.removes:
        clauses.append("REMOVE " + ", ".join(names.of(name) for name in write.removes))
    if write.adds:
        clauses.append(
            "ADD " + ", ".join(f"{names.of(name)} {values.of(value)}" for name, value in write.adds.items())
        )
    return " ".join(clauses)


def _condition(need: Need, names: _Names, values: _Values) -> str:
    name = names.of(need.attribute)
    match need.operator:
        case "exists":
            return f"attribute_exists({name})"
        case "absent":
            return f"attribute_not_exists({name})"
        case "below":
            return f"(attribute_not_exists({name}) OR {name} < {values.of(need.value)})"
        case "=" | ">=":
            return f"{name} {need.operator} {values.of(need.value)}"
    raise ValueError(f"unknown condition {need.operator!r}")


class _Names:
    """Every name goes through a placeholder: `status`, `name` and 570 others are reserved words."""

    def __init__(self) -> None:
        self.placeholders: dict[str, str] = {}

    def of(self, name: str) -> str:
        return self.placeholders.setdefault(name, f"#n{len(self.placeholders)}")


class _Values:
    def __init__(self) -> None:
        self.by_placeholder: dict[str, dict[str, Any]] = {}

    def of(self, value: object) -> str:
        placeholder = f":v{len(self.by_placeholder)}"
        self.by_placeholder[placeholder] = to_wire_value(value)
        return placeholder
