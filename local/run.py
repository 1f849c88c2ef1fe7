"""`make run`: keeps the stack up for people, and says what to try."""

from __future__ import annotations

import signal
import sys
import time
from types import FrameType

from local.cast import cast_of
from local.layout import DEFAULT_PORT_BASE, Ports, data_folder, url
from local.people import Phone, Unexpected
from local.stack import CannotStart, Stack, empty, running_data_folder
from local.town import HttpTown

LOOKS_EVERY_S = 0.5
# A part that dies so often within a minute is broken; people who kill it on purpose are slower.
RESTARTS_MOST = 10
RESTARTS_COUNT_S = 60.0


class Stop(BaseException):
    """Ctrl-C, or a polite kill."""


def main() -> int:
    ports, data = Ports.from_environment(), data_folder()
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    if running_data_folder(ports) is not None:
        print(
            f"\n  A stack is already up on {url(ports.api())}. Stop it with Ctrl-C where it runs.\n", file=sys.stderr
        )
        return 1
    stack = Stack(ports, data, with_phones=True)
    try:
        if "--reset" in sys.argv:
            empty(data)
        print("\n  Starting:", end=" ", flush=True)
        stack.start(lambda name: print(f"{name} ✓", end="  ", flush=True))
        print("\n")
        _tell(stack)
        _watch(stack)
    except CannotStart as reason:
        print(f"\n\n  {reason}\n", file=sys.stderr)
        return 1
    except Stop:
        print("\n  Stopping …", flush=True)
    finally:
        stack.stop()
    print("  All of it is stopped. `make run` takes up where you left off; `make run RESET=1` starts clean.\n")
    return 0


def _watch(stack: Stack) -> None:
    """Starts again what crashed, and says so; the stack is built to survive it."""
    restarts: dict[str, list[float]] = {}
    while True:
        time.sleep(LOOKS_EVERY_S)
        for name in stack.stopped_parts():
            now = time.monotonic()
            restarts[name] = [each for each in restarts.get(name, []) if now - each < RESTARTS_COUNT_S] + [now]
            if len(restarts[name]) > RESTARTS_MOST:
                raise CannotStart(f"{name} keeps stopping; its last words are in {stack.data.log(name)}")
            print(f"  {name} stopped; starting it again.", flush=True)
            stack.launch(name)


def _tell(stack: Stack) -> None:
    ports = stack.ports
    rows = [
        ("the product's API", url(ports.api()), "GET /openapi.json is the contract"),
        ("simulated WeChat", url(ports.wechat), "GET /__sim lists what people and faults can do"),
        ("identity check", url(ports.partners), "POST /__sim/people adds somebody to the register"),
        ("database", stack.database_url, "dynoxide" if stack.keeps_data else "moto: nothing is kept"),
        ("SQS, SNS, secrets", url(ports.aws), "moto; /moto-api/data.json shows the SMS that were sent"),
    ]
    for what, where, note in rows:
        print(f"  {what:20} {where:28} {note}")
    print(f"\n  data and logs        {stack.data.path}\n")
    elder = _elder(stack)
    print(f"  Open in a browser    {url(ports.phones)}\n")
    print("    three phones: 王秀英, her daughter, the caregiver; it draws itself when the mini program is built")
    print(f"    {url(ports.phones)}/staff/ is the desk of those who help; how to sign in stands on the page\n")
    print("  王秀英 on the command line (identity proven, card active, money in the wallet):\n")
    print(f"    TOKEN={elder.token}\n")
    print("  Try next:\n")
    print(f'    curl -s {url(ports.api())}/v1/wallet -H "Authorization: Bearer $TOKEN"')
    here = "" if ports.base == DEFAULT_PORT_BASE else f"PORT_BASE={ports.base} "
    for command, what in (
        ("make demo", "in another terminal: the main job, on this stack"),
        (f"make story ID={elder.person_id}", "all that happened to her; to a visit, card or payment too"),
        ("make proof", "whether money, holds and half hours agree"),
    ):
        print(f"    {here}{command}   # {what}")
    print()
    print("  Ctrl-C stops all of it.\n", flush=True)


def _elder(stack: Stack) -> Phone:
    town = HttpTown(stack.ports, stack.data)
    try:
        kept = cast_of(town, stack.data).elder
        elder = Phone(town, kept.openid, kept.number)
        elder.log_in()
    except Unexpected as trouble:
        raise CannotStart(f"the people of the demo could not be made: {trouble}") from trouble
    return elder


def _stop(_: int, __: FrameType | None) -> None:
    raise Stop


if __name__ == "__main__":
    raise SystemExit(main())
