from __future__ import annotations

from dataclasses import asdict, fields, replace

import pytest

from chalicelib.kernel.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Pot:
    name: str
    litres: int = 1
    lids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pan:
    name: str
    litres: int = 1
    lids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lid:
    name: str


class TestFrozen:
    def test_are_equal_when_every_field_is(self) -> None:
        assert Pot("a", 2, ("x",)) == Pot("a", 2, ("x",))
        assert Pot("a", 2, ("x",)) != Pot("a", 2)
        assert Lid("a") == Lid("a")
        assert Lid("a") != Lid("b")

    def test_are_never_equal_across_classes(self) -> None:
        others: list[object] = [Pan("a"), "a", None]
        assert Pot("a") not in others

    def test_are_found_in_a_set(self) -> None:
        assert {Pot("a"), Pot("a"), Pot("b")} == {Pot("b"), Pot("a")}
        assert Lid("a") in {Lid("a")}

    def test_cannot_be_found_by_what_can_change(self) -> None:
        with pytest.raises(TypeError, match="unhashable"):
            hash(Pot("a", lids=["x"]))  # type: ignore[arg-type]

    def test_show_every_field(self) -> None:
        assert repr(Pot("a", lids=("x",))) == "Pot(name='a', litres=1, lids=('x',))"

    def test_are_dataclasses_to_the_standard_library(self) -> None:
        assert [field.name for field in fields(Pot)] == ["name", "litres", "lids"]
        assert replace(Pot("a"), litres=3) == Pot("a", 3)
        assert asdict(Lid("a")) == {"name": "a"}
        match Pot("a", 2):
            case Pot(name, litres):
                assert (name, litres) == ("a", 2)

    def test_have_no_other_attributes(self) -> None:
        with pytest.raises(AttributeError):
            Pot("a").weight = 3  # type: ignore[attr-defined]

    def test_mypy_refuses_to_assign_and_names_it_does_not_know(self) -> None:
        """`make check` fails if one of these were not an error any more: the ignore would be unused."""
        Pot("a").litres = 3  # type: ignore[misc]
        with pytest.raises(TypeError):
            replace(Pot("a"), liters=3)  # type: ignore[call-arg]

    @pytest.mark.parametrize("options", [{"frozen": False, "slots": True}, {"frozen": True, "slots": False}])
    def test_are_always_frozen_and_with_slots(self, options: dict[str, bool]) -> None:
        with pytest.raises(TypeError):
            dataclass(**options)
