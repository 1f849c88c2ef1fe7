"""What the documents say of the code is compared with the code."""

from __future__ import annotations

import importlib
import inspect
import re
from typing import Any

import pytest

from chalicelib.care.domain.visit import STATUS_NAME
from local.demo import receipt
from local.demo.story import Told
from local.layout import ROOT
from local.wechat.control import SURFACE

CONTEXTS = ("identity", "cards", "care", "billing", "notify", "support")
READMES = ("README.md", "README.zh-CN.md")


def read(path: str) -> str:
    return (ROOT / path).read_text()


class TestAccessPatterns:
    @pytest.mark.parametrize("context", CONTEXTS)
    def test_every_key_is_documented_with_its_context(self, context: str) -> None:
        keys = importlib.import_module(f"chalicelib.{context}.keys")
        documented = read(f"docs/data/{context}.md")
        makers = [
            name for name, made in vars(keys).items() if inspect.isfunction(made) and made.__module__ == keys.__name__
        ]
        assert makers
        assert [name for name in makers if f"`{name}`" not in documented] == []


class TestSimulator:
    def test_its_whole_surface_is_documented(self) -> None:
        documented = read("docs/simulator.md")
        assert [call for call in SURFACE if call not in documented] == []


class TestGlossary:
    def test_names_every_state_of_a_visit_as_the_screen_does(self) -> None:
        glossary = read("docs/glossary.md")
        for status, name in STATUS_NAME.items():
            assert status.value in glossary
            assert name in glossary


class TestReadmes:
    @pytest.mark.parametrize("path", READMES)
    def test_every_command_they_name_exists(self, path: str) -> None:
        targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
        assert set(re.findall(r"make ([a-z-]+)", read(path))) <= targets

    @pytest.mark.parametrize("path", READMES)
    def test_every_link_leads_somewhere(self, path: str) -> None:
        for target in re.findall(r"\]\(([^)#]+)\)", read(path)):
            assert (ROOT / target).exists(), target

    @pytest.mark.parametrize("path", READMES)
    def test_their_receipt_is_the_one_that_is_printed(self, path: str, capsys: pytest.CaptureFixture[str]) -> None:
        receipt.print_receipt(_told())
        assert capsys.readouterr().out.strip("\n") in read(path)


def _told() -> Told:
    """The figures of the story, as the front door gives them."""
    entries: list[dict[str, Any]] = [
        {"legs": [{"account": "wallet", "amount_fen": -12_800}, {"account": "care_revenue", "amount_fen": 12_800}]},
        {"legs": [{"account": "wechat_pay", "amount_fen": -50_000}, {"account": "wallet", "amount_fen": 50_000}]},
    ]
    return Told(
        visit={"caregiver_name": "李护理员"},
        bill={
            "visit_id": "vis_01M814R0B976VS7FVH80NEBDZ6",
            "service_name": "生活照护",
            "checked_in_at": "2026-11-23T01:00:00Z",
            "checked_out_at": "2026-11-23T03:05:00Z",
            "actual_minutes": 125,
            "booked_half_hours": 5,
            "lines": [
                {
                    "text": "生活照护 2 小时",
                    "half_hours": 4,
                    "half_hour_fen": 3_200,
                    "amount_fen": 12_800,
                    "tariff_version": "2026-01",
                }
            ],
            "amount_fen": 12_800,
            "paid_from": [{"source": "prepaid_balance", "amount_fen": 12_800}],
            "released_fen": 3_200,
            "rule": "按实际时长计费，半小时一档；超出不到 5 分钟（含）不算；至少 1 小时；不会超过预约的时长。",
        },
        wallet={"available_fen": 37_200, "held_fen": 0},
        entries=entries,
        topped_up_fen=50_000,
        sms=[],
        dead_letters=0,
    )
