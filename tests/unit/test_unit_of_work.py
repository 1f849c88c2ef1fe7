from __future__ import annotations

import pytest

from chalicelib.kernel.refusals import MovedMeanwhile, Stale
from chalicelib.kernel.unit_of_work import ItemKey, Put, Rank, UnitOfWork, again_when_stale, stale


def put(sk: str) -> Put:
    return Put(ItemKey("t", "p", sk), {}, needs=(), rank=Rank.STATE, otherwise=stale)


class TestUnitOfWork:
    def test_two_writes_for_one_item_are_refused(self) -> None:
        uow = UnitOfWork(lambda *_: None, command_id=b"c" * 16)
        uow.stage(put("one"), put("other"))
        with pytest.raises(AssertionError, match="two writes"):
            uow.stage(put("one"))

    def test_a_marker_names_the_command_and_what_caused_it(self) -> None:
        uow = UnitOfWork(lambda *_: None, command_id=b"c" * 16, cause=b"r" * 16)
        assert uow.marker("care.visit.booked") == {
            "id": b"c" * 16,
            "name": "care.visit.booked",
            "cause": b"r" * 16,
        }


class TestAgainWhenStale:
    def test_tries_again_until_it_is_not_overtaken(self) -> None:
        tries: list[int] = []

        def attempt() -> str:
            tries.append(1)
            if len(tries) < 3:
                raise Stale
            return "done"

        assert again_when_stale(attempt) == "done"

    def test_gives_up_with_a_refusal_after_three(self) -> None:
        def attempt() -> None:
            raise Stale

        with pytest.raises(MovedMeanwhile):
            again_when_stale(attempt)
