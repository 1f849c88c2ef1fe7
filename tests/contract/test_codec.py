"""Whatever a state dataclass holds comes back from its item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.kernel.ids import VisitId, id_from_bytes
from chalicelib.kernel.money import Money
from chalicelib.platform.dynamo.codec import from_item, from_wire_item, to_item, to_wire_item


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Inner:
    amount: Money
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outer:
    visit_id: VisitId
    at: datetime
    on: date
    colour: Colour
    colours: frozenset[Colour]
    inner: Inner
    many: tuple[Inner, ...]
    by_name: dict[str, int]
    raw: bytes
    flag: bool
    maybe: str | None = None
    maybe_inner: Inner | None = None


text = st.text(st.characters(exclude_categories=["Cs"]))
inners = st.builds(Inner, st.integers(-(10**12), 10**12).map(Money), st.lists(text).map(tuple))
outers = st.builds(
    Outer,
    visit_id=st.binary(min_size=16, max_size=16).map(lambda raw: VisitId(id_from_bytes(VisitId, raw))),
    at=st.datetimes(datetime(2000, 1, 1), datetime(2199, 12, 31)).map(
        lambda naive: naive.replace(microsecond=naive.microsecond // 1000 * 1000, tzinfo=UTC)
    ),
    on=st.dates(),
    colour=st.sampled_from(Colour),
    colours=st.frozensets(st.sampled_from(Colour)),
    inner=inners,
    many=st.lists(inners, max_size=3).map(tuple),
    by_name=st.dictionaries(text, st.integers(-(10**12), 10**12), max_size=3),
    raw=st.binary(),
    flag=st.booleans(),
    maybe=st.none() | text,
    maybe_inner=st.none() | inners,
)


class TestCodec:
    @given(outers)
    def test_comes_back_from_an_item_and_from_the_wire(self, state: Outer) -> None:
        item = to_item(state)
        assert from_item(Outer, item) == state
        assert from_item(Outer, from_wire_item(to_wire_item(item))) == state

    @given(outers)
    def test_an_id_takes_sixteen_bytes(self, state: Outer) -> None:
        assert len(to_item(state)["visit_id"]) == 16

    def test_what_is_not_there_takes_no_room(self) -> None:
        state = Inner(Money(1), ())
        assert to_item(state) == {"amount": 1, "words": []}

    def test_binary_of_a_stream_event_is_base64(self) -> None:
        assert from_wire_item({"raw": {"B": "AP8="}}) == {"raw": b"\x00\xff"}

    def test_a_type_without_a_codec_is_a_defect(self) -> None:
        @dataclass
        class Odd:
            value: complex

        with pytest.raises(TypeError):
            to_item(Odd(1j))
