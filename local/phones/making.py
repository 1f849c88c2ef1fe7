"""Fetches the mini program's packages and builds it, beside everything else; what is up does not wait for it."""

from __future__ import annotations

import threading

from local import miniprogram
from local.setup import CannotSetUp


class Making:
    def __init__(self) -> None:
        self.stage = "packages"  # then "building", and "ready" or "failed"
        self.why = ""

    def start(self) -> None:
        threading.Thread(target=self.run, daemon=True).start()

    def run(self) -> None:
        try:
            if not miniprogram.is_installed():
                miniprogram.install(miniprogram.LOG)
            self.stage = "building"
            miniprogram.build(miniprogram.LOG)
            self.stage = "ready"
        except CannotSetUp as reason:
            self.stage, self.why = "failed", str(reason)
