"""checks/a11y.mjs on the page in front."""

from __future__ import annotations

from typing import Any

from tests.browser.hand import Hand

LARGEST = 1.8


def audit(hand: Hand, *, elder: bool, size: float, with_axe: bool) -> dict[str, Any]:
    """Changes the look first; answers with figures and problems."""
    hand.looks(elder=elder, size=size)
    if not hand.page.evaluate("'a11y' in globalThis"):
        hand.page.add_script_tag(url="a11y.js")
    asked = {"mode": "elder" if elder else "standard", "isLargest": size == LARGEST, "withAxe": with_axe}
    measured: dict[str, Any] = hand.page.evaluate("(asked) => a11y.audit(asked)", asked)
    return measured
