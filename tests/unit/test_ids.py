from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from chalicelib.kernel import ids

NOW = datetime(2026, 11, 23, tzinfo=UTC)


class TestIds:
    @given(st.binary(min_size=16, max_size=16))
    def test_bytes_come_back(self, raw: bytes) -> None:
        assert ids.id_to_bytes(ids.id_from_bytes(ids.VisitId, raw)) == raw

    def test_carry_their_prefix_and_the_time(self) -> None:
        early = ids.make_id(ids.VisitId, now=NOW, randomness=b"\xff" * 10)
        late = ids.make_id(ids.VisitId, now=NOW.replace(second=1), randomness=b"\x00" * 10)
        assert early.startswith("vis_01M")
        assert early < late

    @pytest.mark.parametrize(
        "wrong",
        [
            "",
            "vis_",
            "card_01J00000000000000000000000",
            "vis_01j00000000000000000000000",
            "vis_01J0000000000000000000000I",
            "vis_81J00000000000000000000000",
            "vis_01J000000000000000000000000",
            "vis_01J00000000000000000000000\n",
        ],
    )
    def test_a_field_refuses_what_is_no_visit_id(self, wrong: str) -> None:
        with pytest.raises(ValidationError):
            TypeAdapter(ids.VisitIdField).validate_python(wrong)
