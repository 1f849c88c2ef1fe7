"""GB 11643. Numbers with their check characters computed by hand or published."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.identity.domain import id_number as rules
from chalicelib.identity.domain.id_number import parse_id_number

TODAY = date(2026, 11, 23)
# Published with its check character (wechat-facts.md §11.1).
PUBLISHED = "11010519491231002X"


class TestParseIdNumber:
    @pytest.mark.parametrize(
        "typed",
        [
            PUBLISHED,
            "11010519491231002x",
            "１１０１０５１９４９１２３１００２ｘ",
            " 110105 19491231 002X ",
            "110105\t19491231\u3000002X",
        ],
    )
    def test_keeps_one_canonical_form(self, typed: str) -> None:
        assert parse_id_number(typed, today=TODAY) == PUBLISHED

    @pytest.mark.parametrize(("typed", "count"), [("11010519491231002", 17), (PUBLISHED + "1", 19), ("1", 1)])
    def test_says_how_many_characters_were_typed(self, typed: str, count: int) -> None:
        with pytest.raises(rules.NumberTooShortOrLong) as refused:
            parse_id_number(typed, today=TODAY)
        assert refused.value.facts == {"count": count}

    @pytest.mark.parametrize(
        ("typed", "position"),
        [("110105A9491231002X", "7"), ("X10105194912310021", "1"), ("11010519491231X02X", "15")],
    )
    def test_names_the_place_of_what_is_no_digit(self, typed: str, position: str) -> None:
        with pytest.raises(rules.NumberHasOtherCharacter) as refused:
            parse_id_number(typed, today=TODAY)
        assert refused.value.position == position

    @pytest.mark.parametrize("birth", ["19491331", "19490230", "20261124", "18951231"])
    def test_names_the_date_when_nobody_was_born_then(self, birth: str) -> None:
        with pytest.raises(rules.NumberDateImpossible) as refused:
            parse_id_number(f"110105{birth}0021", today=TODAY)
        assert refused.value.position == "7-14"

    def test_today_is_a_possible_birth_date(self) -> None:
        with pytest.raises(rules.NumberCheckFailed):
            parse_id_number("110105202611230020", today=TODAY)

    @given(st.integers(0, 16), st.integers(1, 9))
    def test_finds_every_wrong_digit_and_never_says_which(self, place: int, shift: int) -> None:
        digits = list(PUBLISHED)
        digits[place] = str((int(digits[place]) + shift) % 10)
        with pytest.raises((rules.NumberCheckFailed, rules.NumberDateImpossible)) as refused:
            parse_id_number("".join(digits), today=TODAY)
        assert refused.value.position in {"1-18", "7-14"}
