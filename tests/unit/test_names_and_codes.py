from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.cards.domain.codes import code_from, normalise_code, printed
from chalicelib.identity.domain.names import mask_name, mask_phone, normalise_name, spellings


class TestNormaliseName:
    @pytest.mark.parametrize(
        "dot",
        "\u2022\u30fb\uff65\u2027\u2219\u22c5\uff0e.\u00b7"
        "\u0387\u119e\u1427\u16eb\u2024\u25cf\u2e31\u2e33\u318d\ua78f\ufe52",
    )
    def test_every_middle_dot_becomes_one(self, dot: str) -> None:
        assert normalise_name(f"阿依古丽{dot}买买提 ") == "阿依古丽\u00b7买买提"

    @pytest.mark.parametrize("typed", ["阿依古丽 · 买买提", "阿依古丽\u3000\u30fb\u3000买买提"])
    def test_blanks_around_it_go(self, typed: str) -> None:
        assert normalise_name(typed) == "阿依古丽\u00b7买买提"

    def test_leaves_rare_characters_alone(self) -> None:
        assert normalise_name("\U00020bb7\u4dae\U0002cb4e") == "\U00020bb7\u4dae\U0002cb4e"


class TestSpellings:
    """One name as registers of different years may have written it, by code points of GB 18030's tables."""

    @pytest.mark.parametrize(
        ("typed", "registered"),
        [
            ("王\u4dae", "王\ue863"),
            ("王\ue863", "王\u4dae"),
            ("王\u9fb4", "王\ue81e"),
            ("王\u4dae\u9fb4", "王\ue863\u9fb4"),  # half of it written anew
            ("王\u4dae\u9fb4", "王\u4dae\ue81e"),
            ("\u90ce平", "\uf92c平"),  # a compatibility ideograph that GBK has
            ("\uf92c平", "\u90ce平"),
            ("金\ufa05", "金\u6d1e"),
        ],
    )
    def test_have_the_one_of_the_register(self, typed: str, registered: str) -> None:
        assert spellings(typed)[0] == typed
        assert registered in spellings(typed)

    @pytest.mark.parametrize("name", ["王秀英", "李金林", "欧阳\U00020bb7", "阿依古丽·买买提"])
    def test_of_most_names_there_is_one(self, name: str) -> None:
        assert spellings(name) == [name]

    def test_are_eight_at_most_for_each_is_charged(self) -> None:
        assert len(spellings("\u4dae\u9fb4\u9fb5\u9fb6\u9fb7")) == 8


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
