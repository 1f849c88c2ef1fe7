"""A hand with a phone: taps what it reads, types where it is asked, and answers WeChat."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from local.layout import ROOT, url
from local.people import Phone
from local.setup import chromium
from tests.engine.conftest import RunningStack

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, TimeoutError  # noqa: A004 - Playwright's own
else:
    try:
        from playwright.sync_api import TimeoutError  # noqa: A004
    except ImportError:  # then every test here is skipped
        TimeoutError = AssertionError  # noqa: A001

WAITS_MS = 30_000
FAILED = ROOT / ".data" / "failed.png"
A11Y = ROOT / "miniprogram-stub" / "dist-web" / "a11y.js"
HOME = "/pages/home/home"

USUAL = {"width": 390, "height": 780}
LAUNCH: dict[str, Any] = {"executable_path": chromium(), "args": ["--no-sandbox"]}

Opens = Callable[..., "Hand"]


class Hand:
    """`person` has WeChat already, or is somebody new. What the phone shows must never be an error of its own."""

    def __init__(self, page: Page, running: RunningStack, person: Phone | None) -> None:
        self.page = page
        self.running = running
        self.person = person
        self.errors: list[str] = []
        self.requests: list[Any] = []
        self._opened = 0
        self.taps = 0
        page.set_default_timeout(WAITS_MS)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if _is_error(said) else None)
        page.on("requestfinished", lambda request: self.requests.append(request) if "/api/" in request.url else None)

    def open(
        self, *, elder: bool = False, size: float = 1, at: str = HOME, signed_in: bool = True, **wishes: Any
    ) -> None:
        """Opens the mini program; `at` is a page, the rest is what the person answers WeChat.

        Somebody who is known was here before and is still logged in, unless it is said otherwise.
        """
        kept = dict(wishes)
        storage = {"phone/phone": kept, "app/phone/look": {"elder": elder, "size": size}}
        if self.person is not None:
            kept |= {"openid": self.person.openid, "number": self.person.number}
            if signed_in:
                storage["app/phone/session"] = self.person.log_in()
        script = "".join(
            f"if (!localStorage.getItem({json.dumps(key)})) localStorage.setItem({json.dumps(key)}, "
            f"{json.dumps(json.dumps(value))});"
            for key, value in storage.items()
        )
        self.page.add_init_script(script)
        self.go(at)

    def go(self, at: str) -> None:
        # Another query each time: with only another hash the page would stay as it is.
        self._opened += 1
        self.page.goto(f"{url(self.running.stack.ports.phones)}/phone/?n={self._opened}#{at}")
        self._waits_for_a_screen()

    def reload(self) -> None:
        """As closing the mini program and opening it again where it was."""
        self.page.reload()
        self._waits_for_a_screen()

    def _waits_for_a_screen(self) -> None:
        try:
            self.front.wait_for()
        except TimeoutError as late:
            raise AssertionError(f"no screen came up: {self.errors}") from late

    def looks(self, *, elder: bool, size: float) -> None:
        """As the settings would make it, and then WeChat comes to the front again."""
        self.page.evaluate(
            "(look) => { wx.setStorageSync('look', look); document.dispatchEvent(new Event('visibilitychange')) }",
            {"elder": elder, "size": size},
        )

    # --- looking

    @property
    def front(self) -> Locator:
        return self.page.locator(".wx-page:not([hidden]) .screen")

    def sees(self, *texts: str) -> None:
        for text in texts:
            try:
                self.front.get_by_text(text).first.wait_for()
            except TimeoutError as late:
                self.page.screenshot(path=FAILED)
                raise AssertionError(f"does not show {text}; it shows:\n{self.text()}\n{self.errors}") from late

    def text(self) -> str:
        return str(self.front.inner_text())

    def trouble(self) -> str:
        return str(self.front.get_by_role("alert").first.inner_text())

    def trouble_at(self, label: str) -> str:
        """What is told below this very field."""
        return str(self.front.locator(".field", has_text=label).get_by_role("alert").inner_text())

    def size_of(self, selector: str) -> float:
        size: str = self.page.locator(f".wx-page:not([hidden]) {selector}").first.evaluate(
            "(element) => getComputedStyle(element).fontSize"
        )
        return float(size.removesuffix("px"))

    # --- doing

    def tap(self, name: str, *, exact: bool = False) -> None:
        button = self.front.get_by_role("button", name=name, exact=exact).first
        try:
            button.click()
            self.taps += 1
        except TimeoutError as late:
            self.page.screenshot(path=FAILED)
            raise AssertionError(f"cannot tap {name}; it shows:\n{self.text()}\n{self.errors}") from late

    def switch(self, name: str) -> None:
        self.front.get_by_role("switch", name=name).click()

    def answers(self, text: str) -> None:
        """Taps a button of a dialog that WeChat shows over the page."""
        self.page.locator(".wx-modal").get_by_role("button", name=text, exact=True).click()

    def types(self, label: str, text: str) -> None:
        self.front.get_by_label(label).fill(text)

    def logs_in(self) -> None:
        self.tap("微信登录")
        self.page.wait_for_function("() => localStorage.getItem('app/phone/session')")

    def wishes(self, **wishes: Any) -> None:
        """What the person answers from now on, and what her phone is like."""
        self.page.evaluate("(wishes) => wx.phone.set(wishes)", wishes)

    def gives(self, **gives: bool) -> None:
        self.page.evaluate("(gives) => wx.phone.set({ gives: { ...wx.phone.get('gives'), ...gives } })", gives)

    def hears_503_once(self, pattern: str, *, method: str) -> None:
        """What is sent arrives and is done; the answer is that the backend does not know."""
        body = {"code": "platform.outcome_unknown", "message": "不知道办成没有。", "next_step": "原样再点一次。"}
        left = [True]

        def answer(route: Any) -> None:
            if route.request.method != method or not left:
                route.continue_()
                return
            left.clear()
            route.fetch()
            route.fulfill(status=503, json=body | {"request_id": "req_1"})

        self.page.route(pattern, answer)

    def refreshes(self) -> None:
        """Pulls the page down; the phone's clock is right again too, if the stack's was moved."""
        self.page.evaluate("wx.phone.syncClock().then(wx.phone.pullDown)")

    def calls(self, name: str) -> list[Any]:
        """What wx.<name> was given, each time it was called."""
        made: list[tuple[str, Any]] = self.page.evaluate("wx.phone.calls")
        return [given for call, given in made if call == name]


def up_to_the_caregiver(hand: Hand) -> None:
    hand.sees("约护工上门")
    hand.tap("约护工上门", exact=True)
    hand.tap("生活照护")
    hand.tap("明天上午9点，2小时")
    hand.tap("在地图上选您家")
    hand.tap("就是这里")
    hand.sees("请李护理员来")


@contextmanager
def phone_shop(browser: Browser, running: RunningStack) -> Iterator[Opens]:
    """Gives phones away: `opens(person, elder=…, size=…)` is the mini program in that person's hand."""
    contexts, hands = [], []

    def opens(person: Phone | None = None, **given: Any) -> Hand:
        context = browser.new_context(viewport=given.pop("viewport", USUAL), locale="zh-CN", has_touch=True)
        contexts.append(context)
        hand = Hand(context.new_page(), running, person)
        hands.append(hand)
        hand.open(**given)
        return hand

    yield opens
    for context in contexts:
        context.close()
    assert [error for hand in hands for error in hand.errors] == []


def _is_error(said: Any) -> bool:
    # A refusal of the backend is an answer, though Chromium calls it an error.
    return said.type == "error" and "Failed to load resource" not in said.text
