from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.cards.domain.codes import code_from, normalise_code, printed
from chalicelib.identity.domain.names import mask_name, mask_phone, normalise_name


class TestNormaliseName:
    @pytest.mark.parametrize("dot", "\u2022\u30fb\uff65\u2027\u2219\u22c5\uff0e.\u00b7")
    def test_every_middle_dot_becomes_one(self, dot: str) -> None:
        assert normalise_name(f"阿依古丽{dot}买买提 ") == "阿依古丽\u00b7买买提"

    def test_leaves_rare_characters_alone(self) -> None:
        assert normalise_name("\U00020bb7\u4dae") == "\U00020bb7\u4dae"


class TestMasks:
    @pytest.mark.parametrize(
        ("name", "masked"), [("王英", "王*"), ("王秀英", "王*英"), ("欧阳秀英", "欧**英"), ("王", "王*")]
    )
    def test_a_name_shows_its_ends(self, name: str, masked: str) -> None:
        assert mask_name(name) == masked

    def test_a_phone_hides_its_middle(self) -> None:
        assert mask_phone("+8613812345678") == "138****5678"


class TestCodes:
    @given(st.binary(min_size=10, max_size=10))
    def test_what_is_printed_is_read_back(self, randomness: bytes) -> None:
        code = code_from(randomness)
        assert len(code) == 16
        assert normalise_code(printed(code)) == code

    @given(st.binary(min_size=10, max_size=10))
    def test_every_bit_counts(self, randomness: bytes) -> None:
        flipped = randomness[:-1] + bytes([randomness[-1] ^ 1])
        assert code_from(randomness) != code_from(flipped)

    @pytest.mark.parametrize(
        "typed",
        [
            "4g7k 2m9p x3qa 80tz",
            "４Ｇ７Ｋ－２Ｍ９Ｐ－Ｘ３ＱＡ－８０ＴＺ",
            "4G7K2M9PX3QA8OTZ",
            " 4G7K—2M9P—X3QA—8oTZ ",
        ],
    )
    def test_survives_how_people_type(self, typed: str) -> None:
        assert normalise_code(typed) == "4G7K2M9PX3QA80TZ"

    def test_reads_i_and_l_as_one(self) -> None:
        assert normalise_code("iLlI") == "1111"
