"""One command is one transaction: writes are staged with their conditions and sent together, once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any, TypeVar

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.refusals import AlreadyDone, IdTaken, MovedMeanwhile, Stale

# What an item may hold: str, int, bool, bytes, None, list and dict of these.
Item = dict[str, Any]
Result = TypeVar("Result")

ATTEMPTS_ON_STALE = 3


@dataclass(frozen=True, slots=True)
class ItemKey:
    table: str
    pk: str
    sk: str


@dataclass(frozen=True, slots=True)
class Need:
    """One condition on the item as it is; a write's needs must all hold."""

    attribute: str
    operator: str  # exists | absent | = | >= | below
    value: object = None


def exists(attribute: str) -> Need:
    return Need(attribute, "exists")


def absent(attribute: str) -> Need:
    return Need(attribute, "absent")


def equal(attribute: str, value: object) -> Need:
    return Need(attribute, "=", value)


def at_least(attribute: str, value: int) -> Need:
    return Need(attribute, ">=", value)


def below(attribute: str, value: int) -> Need:
    """An absent number counts as zero."""
    return Need(attribute, "below", value)


class Rank(IntEnum):
    """All failed conditions come back at once; the lowest rank is the reason given (design.md §3.2)."""

    IDENTITY = 0  # is this my own command again?
    STATE = 1
    SLOT = 2
    MONEY = 3


# Given the item as it was when the condition failed (None: there was none), the exception to raise.
Otherwise = Callable[[Item | None], Exception]


@dataclass(frozen=True, slots=True)
class Put:
    key: ItemKey
    item: Mapping[str, object]
    needs: tuple[Need, ...]
    rank: Rank
    otherwise: Otherwise


@dataclass(frozen=True, slots=True)
class Update:
    """Sets and removes attributes and adds to numbers; creates the item unless a need forbids it."""

    key: ItemKey
    needs: tuple[Need, ...]
    rank: Rank
    otherwise: Otherwise
    sets: Mapping[str, object] | None = None
    removes: Sequence[str] = ()
    adds: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Delete:
    key: ItemKey
    needs: tuple[Need, ...]
    rank: Rank
    otherwise: Otherwise


Write = Put | Update | Delete


class UnitOfWork:
    """The writes of one command.

    `command_id` (16 bytes) marks them: a resend that finds its own marker on an item knows that its earlier
    attempt was carried out. `cause` is the command that led to this one, for following a story in the logs.
    """

    def __init__(
        self, send: Callable[[Sequence[Write], bytes], None], *, command_id: bytes, cause: bytes | None = None
    ) -> None:
        self._send = send
        self._writes: dict[ItemKey, Write] = {}
        self.command_id = command_id
        self.cause = cause
        self.is_committed = False

    def marker(self, event_name: str) -> Item:
        """The `event` attribute of an item whose write is to be told to other contexts."""
        marker: Item = {"id": self.command_id, "name": event_name}
        if self.cause is not None:
            marker["cause"] = self.cause
        return marker

    def stage(self, *writes: Write) -> None:
        for write in writes:
            if write.key in self._writes:
                raise AssertionError(f"two writes for one item in one command: {write.key}")
            self._writes[write.key] = write

    def commit(self) -> None:
        """All staged writes or none; raises what the first failed write (by rank) brought for that case."""
        self._send(list(self._writes.values()), self.command_id)
        self.is_committed = True


def again_when_stale(attempt: Callable[[], Result]) -> Result:
    """Runs load-decide-stage-commit until it does not find itself overtaken, a few times."""
    for _ in range(ATTEMPTS_ON_STALE):
        try:
            return attempt()
        except Stale:
            continue
    raise MovedMeanwhile


def stale(_: Item | None) -> Exception:
    return Stale()


def already_done(item: Item | None) -> Exception:
    """What was to be made is there: whoever made it, it is looked at as it is."""
    return AlreadyDone(item or {})


def replayed_or_taken(item: Item, *, owner: str | None = None) -> Otherwise:
    """For a put under an id the client made: this very command again, or somebody's other one (design.md §3.3).

    `item` bears `command_hash`; `owner` names the attribute that tells whose it is.
    """

    def judge(other: Item | None) -> Exception:
        told_by = ["command_hash", *([owner] if owner else [])]
        if other is not None and all(other.get(name) == item[name] for name in told_by):
            return AlreadyDone(other)
        return IdTaken(field="id")

    return judge


def impossible(what: str) -> Otherwise:
    """For a condition that only a defect of ours can break."""

    def raise_as_defect(_: Item | None) -> Exception:
        return AssertionError(what)

    return raise_as_defect
