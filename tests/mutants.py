"""`make mutants`: a seeded sample of small mistakes in rules, use cases and stores; how many the tests find.

`SECONDS` bounds the time, `SEED` picks the sample. mutmut makes the mistakes and runs the tests that reach each.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from local.layout import ROOT

MUTMUT = Path(sys.executable).with_name("mutmut")
WORK = ROOT / "mutants"
# Exit codes of a run of tests: failed as they should, or never ended. Any other is a mistake nobody found.
FOUND = {1, 3}
ENDLESS = {36, 24, -24, 152, 255}
LEAST_PERCENT = 90


def main() -> int:
    seconds, seed = int(os.environ.get("SECONDS", "1200")), int(os.environ.get("SEED", "1"))
    shutil.rmtree(WORK, ignore_errors=True)
    # Asked for none there are, it makes all mutants, finds out which test reaches which function, and stops.
    subprocess.run([MUTMUT, "run", "none"], cwd=ROOT, check=False, capture_output=True)
    names = sorted(_results())
    if not names:
        print("mutmut made no mutants; run it by hand: .venv/bin/mutmut run none", file=sys.stderr)
        return 1
    random.Random(seed).shuffle(names)
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run([MUTMUT, "run", *names], cwd=ROOT, check=False, timeout=seconds, capture_output=True)
    tried = {name: code for name, code in _results().items() if code is not None}
    if not tried:
        print("mutmut tried none; run it by hand: .venv/bin/mutmut run", file=sys.stderr)
        return 1
    endless = sum(code in ENDLESS for code in tried.values())
    survivors = sorted(name for name, code in tried.items() if code not in FOUND | ENDLESS)
    percent = 100 * (len(tried) - len(survivors)) / len(tried)
    print(f"mutants: {len(names)} made, {len(tried)} tried (seed {seed}, {seconds} s)")
    print(f"mutants: {len(tried) - len(survivors)} found ({endless} by never ending): {percent:.1f} %")
    for name in survivors:
        shown = subprocess.run([MUTMUT, "show", name], cwd=ROOT, capture_output=True, text=True, check=False).stdout
        changed = [line for line in shown.splitlines() if line[:2] in ("- ", "+ ")]
        print("\n".join([f"  {name}", *(f"    {line}" for line in changed)]))
    return 0 if percent >= LEAST_PERCENT else 1


def _results() -> dict[str, int | None]:
    results: dict[str, int | None] = {}
    for path in WORK.rglob("*.meta"):
        results |= json.loads(path.read_text())["exit_code_by_key"]
    return results


if __name__ == "__main__":
    raise SystemExit(main())
