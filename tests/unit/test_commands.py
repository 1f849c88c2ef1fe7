from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from chalicelib.identity.domain.grant import InviteFamily
from chalicelib.kernel.command import Command, Fix, Instant, LongText, Place, ShortText, content_hash, content_of


class Wish(Command):
    at: Instant
    count: int
    words: LongText = ""
    name: ShortText = "王秀英"


def wish(**changes: Any) -> Wish:
    return Wish.model_validate_json(json.dumps({"at": "2026-11-23T09:00:00+08:00", "count": 1} | changes))


class TestCommand:
    def test_asks_the_same_however_the_instant_was_written(self) -> None:
        assert content_hash(wish()) == content_hash(wish(at="2026-11-23T01:00:00Z"))

    def test_asks_something_else_with_another_value(self) -> None:
        assert content_hash(wish()) != content_hash(wish(count=2))

    @pytest.mark.parametrize(
        "changes",
        [
            {"count": "1"},
            {"count": 1.0},
            {"count": True},
            {"more": 1},
            {"at": "2026-11-23T09:00:00"},
            {"at": 1_795_395_600},
            {"at": "0001-01-01T00:00:00+08:00"},
            {"at": "9999-12-31T23:59:59-12:00"},
            {"words": "a\u0000b"},
            {"words": "x" * 301},
            {"name": ""},
            {"name": "  "},
            {"name": "王\u0000英"},
        ],
    )
    def test_refuses(self, changes: dict[str, Any]) -> None:
        with pytest.raises(ValidationError):
            wish(**changes)

    def test_keeps_a_line_break_in_long_text(self) -> None:
        assert wish(words="一\n二").words == "一\n二"


class TestPlace:
    def test_without_a_datum_is_refused(self) -> None:
        with pytest.raises(ValidationError, match="datum"):
            Place.model_validate_json('{"lat": 31.2, "lng": 121.4}')

    @pytest.mark.parametrize("lat", ["91", "-91", "1e400", "NaN"])
    def test_off_the_globe_is_refused(self, lat: str) -> None:
        with pytest.raises(ValidationError):
            Place.model_validate_json(f'{{"lat": {lat}, "lng": 121.4, "datum": "GCJ02"}}')

    def test_a_fix_without_its_accuracy_is_refused(self) -> None:
        with pytest.raises(ValidationError, match="accuracy_m"):
            Fix.model_validate_json('{"lat": 31.2, "lng": 121.4, "datum": "GCJ02"}')


def test_a_set_has_one_order_in_every_process() -> None:
    """Python's own differs from process to process, and so would the hash that tells a repeated command."""
    command = InviteFamily.model_validate_json(
        '{"id": "grant_01M82V7M00GSP7QTCPRVA8MCST", "relation": "son", "limit_fen": 1,'
        ' "scopes": ["view_visits", "pay", "dispute", "book", "manage_cards", "view_health"]}'
    )
    scopes = '"scopes":["book","dispute","manage_cards","pay","view_health","view_visits"]'
    assert scopes in content_of(command).decode()
