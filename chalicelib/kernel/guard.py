"""A fact of another context that a command depends on, read in the same round trip as the command's own."""

from __future__ import annotations

from collections.abc import Callable

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.unit_of_work import Item, ItemKey


@dataclass(frozen=True, slots=True)
class Guard:
    """`judge` is given the item under `key` (None: there is none) and raises the refusal it calls for."""

    key: ItemKey
    judge: Callable[[Item | None], None]
