"""`make pictures`: contact sheets of all screens, and the table of what was measured on each, from the real thing."""

from __future__ import annotations

import base64
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from local import miniprogram
from local.cast import cast_of
from local.layout import ROOT, DataFolder, url
from tests.browser.audit import LARGEST, audit
from tests.browser.hand import LAUNCH, phone_shop
from tests.browser.screens import Walk
from tests.engine.conftest import RunningStack, run_stack

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PICTURES = ROOT / "docs" / "pictures"
TABLE = ROOT / "docs" / "accessibility.md"
MODES = {"standard": (False, 1.0), "elder": (True, 1.0), "largest": (True, LARGEST)}
TITLES = {"standard": "标准版", "elder": "长辈版", "largest": "长辈版，最大字号"}
SHEET = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 24px; background: #e8ebf0; font-family: "Noto Sans CJK SC", sans-serif; }}
main {{ display: grid; grid-template-columns: repeat(7, 250px); gap: 20px 16px; }}
figure {{ margin: 0; }} img {{ width: 250px; border-radius: 14px; box-shadow: 0 1px 4px #0004; }}
figcaption {{ padding: 0 0 6px; font-size: 15px; font-weight: 600; }}
</style><h1>{title}</h1><main>{figures}</main>"""

INTRODUCTION = (
    "Written by `make pictures` from the running mini program, 390 px wide. The same checks (E1–E9, "
    "`miniprogram-stub/checks/a11y.mjs` with axe-core) are part of `make test`; at 320, 375 and 430 px, "
    "and at the largest size, of `make test-slow`. Sizes in px, contrast as n : 1."
)


@dataclass
class Seen:
    name: str
    mode: str
    picture: bytes
    measured: dict[str, Any]


def main() -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - large, and only wanted here

    miniprogram.make_ready()
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        run_stack(DataFolder(Path(folder)), with_phones=True) as running,
        playwright.chromium.launch(**LAUNCH) as browser,
    ):
        _three_phones(browser, running)
        seen = _walk(browser, running)
        for mode in MODES:
            _sheet(browser, mode, [each for each in seen if each.mode == mode])
    TABLE.write_text(_table(seen))
    print(f"  {len(seen)} pictures of {len(seen) // len(MODES)} screens; {TABLE.relative_to(ROOT)} is written anew.")


def _three_phones(browser: Browser, running: RunningStack) -> None:
    """The page of `make run`, with a visit under way on all three phones."""
    cast_of(running.town, running.data)
    page = browser.new_page(viewport={"width": 1290, "height": 1210})
    page.goto(url(running.stack.ports.phones))
    elder, daughter, caregiver = (
        page.frame_locator(f'iframe[title="{who}的手机"]') for who in ("老人", "女儿", "护工")
    )
    for phone in (elder, daughter, caregiver):
        phone.get_by_role("button", name="微信登录").click()
    elder.get_by_role("button", name="换成长辈版").click()
    for tap in ("约护工上门", "生活照护", "明天上午9点，2小时", "在地图上选您家", "同意，继续", "就是这里"):
        elder.get_by_role("button", name=tap).first.click()
    elder.get_by_role("button", name="请李护理员来").click()
    elder.get_by_role("button", name="看这次上门").click()
    caregiver.get_by_text("这几天没有安排").wait_for()
    page.get_by_role("button", name="过 15 分钟").click()
    caregiver.get_by_role("button", name="生活照护").click()
    caregiver.get_by_role("button", name="接单", exact=True).click()
    caregiver.get_by_text("在地图上看怎么走").wait_for()
    page.get_by_role("button", name="过 15 分钟").click()
    elder.get_by_text("护工已接单").wait_for()
    daughter.get_by_text("用微信手机号").wait_for()
    page.screenshot(path=PICTURES / "phones.jpg", full_page=True, type="jpeg", quality=80)
    page.close()


def _walk(browser: Browser, running: RunningStack) -> list[Seen]:
    seen = []
    with phone_shop(browser, running) as opens:
        for name, hand in Walk(running, opens).screens():
            for mode, (elder, size) in MODES.items():
                measured = audit(hand, elder=elder, size=size, with_axe=True)
                seen.append(Seen(name, mode, hand.page.screenshot(), measured))
            hand.looks(elder=False, size=1)
    return seen


def _sheet(browser: Browser, mode: str, seen: list[Seen]) -> None:
    figures = "".join(
        f"<figure><figcaption>{each.name}</figcaption>"
        f'<img src="data:image/png;base64,{base64.b64encode(each.picture).decode()}"></figure>'
        for each in seen
    )
    page = browser.new_page(viewport={"width": 1910, "height": 900})
    page.set_content(SHEET.format(title=TITLES[mode], figures=figures))
    page.screenshot(path=PICTURES / f"screens-{mode}.jpg", full_page=True, type="jpeg", quality=80)
    page.close()


def _table(seen: list[Seen]) -> str:
    rows = [
        f"| {each.name} | {TITLES[each.mode]} | {each.measured['mainText']:g} | {each.measured['smallestText']:g} "
        f"| {each.measured['smallestTap']} | {each.measured['lowestContrast']:.1f} "
        f"| {'<br>'.join(each.measured['problems']) or '–'} |"
        for each in seen
    ]
    failures = sum(bool(each.measured["problems"]) for each in seen)
    return "\n".join(
        [
            "# What an elder needs, measured",
            "",
            INTRODUCTION,
            "",
            f"{len(seen)} measurements, {failures} with a failure.",
            "",
            "| Screen | Look | Main text | Smallest text | Smallest thing to tap | Lowest contrast | Failures |",
            "|---|---|--:|--:|--:|--:|---|",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    main()
