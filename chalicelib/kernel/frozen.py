"""The frozen dataclass of states, ports and use cases; to define one costs a third of a standard one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    # The type checker sees the standard one: it refuses assignments, and `replace` knows its fields.
    from dataclasses import dataclass
else:
    import dataclasses
    from operator import attrgetter

    def _is_equal(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        values = self.__class__.__values__
        return values(self) == values(other)

    def _hash(self):
        return hash(self.__class__.__values__(self))

    def _show(self):
        shown = (f"{field}={getattr(self, field)!r}" for field in self.__dataclass_fields__)
        return f"{self.__class__.__qualname__}({', '.join(shown)})"

    def dataclass(*, frozen: bool, slots: bool) -> Any:
        """`dataclasses.dataclass(frozen=True, slots=True)`, with one `==`, `hash` and `repr` for all classes.

        The standard one compiles the text of these, and of two refusals to assign, for each class anew (ADR 21).
        Assigning is refused by mypy alone.
        """
        if not (frozen and slots):
            raise TypeError("a dataclass of ours is frozen and has slots")

        def wrap(plain):
            # Without a text of its own it would be given its signature, at a tenth of the cost of the class.
            plain.__doc__ = plain.__doc__ or plain.__name__
            made = dataclasses.dataclass(plain, slots=True, eq=False, repr=False)
            made.__values__ = staticmethod(attrgetter(*made.__dataclass_fields__))
            made.__eq__, made.__hash__, made.__repr__ = _is_equal, _hash, _show
            return made

        return wrap
