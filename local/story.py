"""`make story ID=vis_…`: the whole story of a visit, card, top-up, person or request of the running stack."""

from __future__ import annotations

import os
import re
import sys

from chalicelib.kernel.ids import ULID_PATTERN
from chalicelib.kernel.refusals import Refusal
from chalicelib.kernel.time import in_shanghai
from local.layout import Ports
from local.stack import Stack, running_data_folder


def main() -> int:
    ports = Ports.from_environment()
    data = running_data_folder(ports)
    if data is None:
        print("\n  No stack is up on these ports: start one with make run.\n", file=sys.stderr)
        return 1
    if len(sys.argv) != 2 or not re.fullmatch(f"(vis|card|top|per|req)_{ULID_PATTERN}", sys.argv[1]):
        print("\n  Of what? make story ID=vis_…, card_…, top_…, per_… or req_…\n", file=sys.stderr)
        return 2
    os.environ.update(Stack(ports, data).environment)
    import app as application  # noqa: PLC0415 - reads the environment set above
    from chalicelib.support.usecases.story import story_of  # noqa: PLC0415
    from local.clock import SimulatedClock  # noqa: PLC0415

    try:
        told = story_of(application.house.support, any_id=sys.argv[1], now=SimulatedClock(data.clock)())
    except Refusal as refusal:
        print(f"\n  {refusal.message}{refusal.next_step}\n", file=sys.stderr)
        return 1
    print()
    for each in told:
        lead = f"   → {each.lead}" if each.lead else ""
        what = f"现在：{each.what}" if each.stands else each.what
        print(f"  {in_shanghai(each.at):%m-%d %H:%M:%S}  {each.source:8}  {what}{lead}")
    print()
    return 0


if __name__ == "__main__":
    os.environ.setdefault("POWERTOOLS_LOG_LEVEL", "ERROR")
    raise SystemExit(main())
