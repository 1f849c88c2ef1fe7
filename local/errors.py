"""`make errors`: docs/errors.md anew, the closed catalogue of everything the product refuses, from its own source."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from chalicelib.kernel import refusals as kinds
from chalicelib.kernel.refusals import Refusal
from chalicelib.platform.http.refusals import status_of
from local.layout import ROOT

PAGE = ROOT / "docs" / "errors.md"
SOURCE = ROOT / "chalicelib"
_KINDS = frozenset(kind for kind in vars(kinds).values() if isinstance(kind, type) and "code" not in vars(kind))
_HEAD = """# Everything the product refuses

Made by `make errors` from the source; a difference fails `make test`. `code` is stable. Cause and remedy are the
sentences a person reads; `{named}` places are filled when it is said. *Acts next* says whose turn it is. *Field* is
the one it is told at. *Case* is the cause under which a case is opened for who meets it three times within a day with
nothing changed.

"""


def catalogue() -> list[type[Refusal]]:
    """Every refusal there is, by code; each context's are known once `app` is imported."""
    import app  # noqa: F401, PLC0415 - its import names every context's refusals

    return sorted((each for each in _below(Refusal) if each not in _KINDS), key=lambda each: each.code)


def page() -> str:
    fields, routes = fields_by_refusal(), routes_by_refusal()
    rows = [
        "| Code | Status | Cause | Remedy | Acts next | Field | Case | Routes |\n|---|---|---|---|---|---|---|---|\n",
        *(_row(each, fields[each.__name__], routes[each.code]) for each in catalogue()),
    ]
    return _HEAD + "".join(rows)


def fields_by_refusal() -> dict[str, set[str]]:
    """`raise TooShort(field="duration_min")` in the source names the field."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                found[name] |= {
                    str(given.value.value)
                    for given in node.keywords
                    if given.arg == "field" and isinstance(given.value, ast.Constant)
                }
    return found


def routes_by_refusal() -> dict[str, int]:
    import app  # noqa: PLC0415

    counts: dict[str, int] = defaultdict(int)
    for api in app.APIS:
        for operation in api.operations:
            for refusal in set(operation.refuses):
                counts[refusal.code] += 1
    return counts


def _row(refusal: type[Refusal], fields: set[str], routes: int) -> str:
    owner = "we" if issubclass(refusal, kinds.Unavailable) or refusal.alarms else "you"
    told_at = ", ".join(sorted(fields)) or "–"
    return (
        f"| `{refusal.code}` | {status_of(refusal)} | {refusal.message} | {refusal.next_step} | {owner} "
        f"| {told_at} | {refusal.stuck or '–'} | {routes or 'any'} |\n"
    )


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


if __name__ == "__main__":
    import os

    from local.environment import settings_environment
    from local.layout import Ports

    os.environ |= settings_environment(Ports.from_environment())
    PAGE.write_text(page())
    print(f"{PAGE.relative_to(ROOT)}: {len(catalogue())} refusals")
