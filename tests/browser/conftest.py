"""The mini program in Chromium, before the whole stack; skipped, with the reason, where one of the two is missing."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from local import miniprogram
from local.layout import DataFolder
from local.setup import chromium as chromium_here
from tests.browser.hand import LAUNCH, Opens, phone_shop
from tests.engine.conftest import RunningStack, run_stack
from tests.engine.test_stack import Cast

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    why = _what_is_missing()
    for item in items:
        if Path(__file__).parent in item.path.parents and why:
            item.add_marker(pytest.mark.skip(reason=why))


def _what_is_missing() -> str | None:
    if chromium_here() is None:
        return "needs Chromium: apt-get install chromium-headless-shell fonts-noto-cjk"
    if find_spec("playwright") is None:
        return "needs Playwright: pip install -r tests/browser/requirements.txt"
    return None


@pytest.fixture(scope="session")
def built() -> None:
    miniprogram.make_ready()


@pytest.fixture(scope="module")
def phones(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    """The stack as `make run` keeps it up, with the page of the phones."""
    with run_stack(DataFolder(tmp_path_factory.mktemp("data")), with_phones=True) as stack:
        yield stack


@pytest.fixture(scope="module")
def cast(phones: RunningStack) -> Cast:
    return Cast(phones)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - where it is missing, these tests are skipped

    with sync_playwright() as playwright, playwright.chromium.launch(**LAUNCH) as browser:
        yield browser


@pytest.fixture
def opens(phones: RunningStack, chromium: Browser) -> Iterator[Opens]:
    """`opens(person, elder=…, size=…)`: the mini program in that person's hand, on a phone of her own."""
    with phone_shop(chromium, phones) as shop:
        yield shop
