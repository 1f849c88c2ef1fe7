"""`make bench [ONLY=booking,settlement]`: one line a figure; ends non-zero if any is over its budget."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import sys
from collections.abc import Callable, Iterator

from bench.figures import Figure

# The same settings as the tests', before `app` is imported.
import tests.conftest as _  # noqa: F401
from bench.capacity import measure_booking, measure_settlement
from bench.coldstart import measure_coldstart
from bench.messages import measure_messages, measure_reminders

BENCHMARKS: dict[str, Callable[[], Iterator[Figure]]] = {
    "coldstart": measure_coldstart,
    "booking": measure_booking,
    "settlement": measure_settlement,
    "reminders": measure_reminders,
    "messages": measure_messages,
}


def main() -> int:
    only = [name for name in os.environ.get("ONLY", "").split(",") if name]
    if unknown := set(only) - set(BENCHMARKS):
        print(f"No benchmark is called {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    logging.getLogger("healthcard").setLevel(logging.CRITICAL)
    over = 0
    for name in only or BENCHMARKS:
        for figure in _quietly(BENCHMARKS[name]()):
            print(figure.line(), flush=True)
            over += figure.is_over
    return 1 if over else 0


def _quietly(figures: Iterator[Figure]) -> Iterator[Figure]:
    """Without what the product tells CloudWatch on its output meanwhile."""
    while True:
        with contextlib.redirect_stdout(io.StringIO()):
            figure = next(figures, None)
        if figure is None:
            return
        yield figure


if __name__ == "__main__":
    raise SystemExit(main())
