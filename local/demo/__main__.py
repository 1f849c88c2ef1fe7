"""`make demo`: a journey played over HTTP by the people in it, and what a person can check at its end."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from local.demo import family, identity, reminders, story, stuck
from local.demo.receipt import print_family, print_messages, print_proven, print_receipt, print_ways_out
from local.demo.story import Narrator
from local.layout import ROOT, DataFolder, Ports
from local.people import Unexpected
from local.stack import CannotStart, Stack, empty, running_data_folder
from local.town import HttpTown

JOURNEYS: dict[str, Callable[[HttpTown, Narrator], None]] = {
    "main": lambda town, narrator: print_receipt(story.play(town, narrator)),
    "family": lambda town, narrator: print_family(family.play(town, narrator)),
    "identity": lambda town, narrator: print_proven(identity.play(town, narrator)),
    "reminders": lambda town, narrator: print_messages(reminders.play(town, narrator)),
    "stuck": lambda town, narrator: print_ways_out(stuck.play(town, narrator)),
}


def main() -> int:
    name = sys.argv[1] if len(sys.argv) > 1 else "main"
    journey = JOURNEYS.get(name)
    if journey is None:
        print(f"  No journey {name}; there are: {', '.join(JOURNEYS)}", file=sys.stderr)
        return 1
    started = time.monotonic()
    ports = Ports.from_environment()
    narrator = Narrator()
    data, stack = running_data_folder(ports), None
    try:
        if data is None:
            # Its own folder, emptied: the story is the same every time, and leaves `make run`'s data alone.
            data = DataFolder(ROOT / ".data" / "demo")
            empty(data)
            stack = Stack(ports, data)
            narrator.say("Starting the stack on this machine:", end=" ")
            stack.start(lambda name: narrator.say(f"{name} ✓", end="  "))
            narrator.say("")
        else:
            narrator.say("The stack of `make run` is up; the story is played on it, with new people.")
        town = HttpTown(ports, data)
        journey(town, narrator)
    except CannotStart as reason:
        print(f"\n\n  {reason}\n", file=sys.stderr)
        return 1
    except Unexpected as trouble:
        print(f"\n\n  The story did not hold: {trouble}\n", file=sys.stderr)
        return 1
    finally:
        if stack is not None:
            stack.stop()
    stopped = "; everything that was started is stopped" if stack else ""
    print(f"  Every step held, in {time.monotonic() - started:.0f} s{stopped}.\n")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("POWERTOOLS_LOG_LEVEL", "ERROR")
    raise SystemExit(main())
