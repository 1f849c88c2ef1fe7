"""The mini program's packages, build and checks: `python -m local.miniprogram check|types|build|format`."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from local.environment import aws_environment, settings_environment
from local.layout import DEFAULT_PORT_BASE, ROOT, Ports, url
from local.setup import CannotSetUp, npm, run, step

FOLDER = ROOT / "miniprogram-stub"
BUILT = FOLDER / "dist-web"
CONTRACT = ROOT / ".data" / "openapi.json"
LOG = ROOT / ".data" / "miniprogram.log"
_READY = FOLDER / "node_modules" / ".ready"
_LOCK = FOLDER / "package-lock.json"


def main() -> int:
    try:
        if not is_installed():
            step("Installing the mini program's packages", install)
        what = sys.argv[1]
        if what == "build":
            return _node("harness/build.mjs")
        if what == "format":
            return _node("node_modules/prettier/bin/prettier.cjs", "--write", "--log-level", "warn", ".")
        CONTRACT.write_text(json.dumps(contract(), ensure_ascii=False))
        return _node("checks/all.mjs", str(CONTRACT), *(["--write"] if what == "types" else []))
    except CannotSetUp as reason:
        print(f"\n  {reason}\n", file=sys.stderr)
        return 1


def is_installed() -> bool:
    return _READY.exists() and _READY.read_text() == _wanted()


def install(log: Path) -> None:
    """Safe for several processes at once: the others wait, and find it done."""
    with _LOCK.open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_installed():
            # No package here needs its install script; esbuild's only saves a few milliseconds at each start.
            run([npm(log), "ci", "--silent", "--ignore-scripts"], log, cwd=FOLDER)
            _READY.write_text(_wanted())


def build(log: Path) -> None:
    """Makes `BUILT`, in about a second; the packages must be there."""
    run([_path_of_node(), "harness/build.mjs"], log, cwd=FOLDER)


def make_ready() -> None:
    """Both of them, at once; `make run` has its own way, beside everything else."""
    if not is_installed():
        install(LOG)
    build(LOG)


def contract() -> dict[str, Any]:
    """The OpenAPI document of this very code, without starting anything."""
    ports = Ports(DEFAULT_PORT_BASE)
    os.environ |= settings_environment(ports) | aws_environment(ports, url(ports.database))
    import app  # noqa: PLC0415 - it reads its settings when it is imported
    from chalicelib import bootstrap  # noqa: PLC0415

    return bootstrap.service(app.house, app.APIS).document()


def _node(script: str, *arguments: str) -> int:
    return subprocess.run([_path_of_node(), script, *arguments], cwd=FOLDER, check=False).returncode


def _path_of_node() -> str:
    beside_npm = Path(npm(ROOT / ".data" / "setup.log")).with_name("node")
    found = str(beside_npm) if beside_npm.exists() else shutil.which("node")
    if found is None:
        raise CannotSetUp("npm is here, but node is not. Install Node 20 or newer, and run the same command again.")
    return found


def _wanted() -> str:
    return hashlib.sha256(_LOCK.read_bytes()).hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
