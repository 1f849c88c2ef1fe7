"""Ten mistakes put into the product on purpose: the simulation finds each, or it proves nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest

from chalicelib.kernel.unit_of_work import Delete, Put, UnitOfWork, Update
from chalicelib.platform.dynamo.database import Database
from tests.builders.outside import Outside
from tests.simulation.cast import Cast, cast_of
from tests.simulation.chaos import faults_of
from tests.simulation.playing import again, prepared, run
from tests.simulation.town import SimulatedTown, Snapshot
from tests.simulation.workflows import WORKFLOWS, Workflow

Mistake = Callable[[], Any]
_commit, _stage, _transact = UnitOfWork.commit, UnitOfWork.stage, Database.transact


def one_write_after_the_other() -> Any:
    def send(self: Database, writes: Any, command_id: bytes) -> None:
        for write in writes:
            _transact(self, [write], command_id)

    return patch.object(Database, "transact", send)


def without_conditions(*prefixes: str) -> Any:
    """Writes to items whose sort key begins so no longer need anything."""

    def stage(self: UnitOfWork, *writes: Put | Update | Delete) -> None:
        _stage(self, *(replace(write, needs=()) if write.key.sk.startswith(prefixes) else write for write in writes))

    return patch.object(UnitOfWork, "stage", stage)


def settled_without_any_condition() -> Any:
    return without_conditions("ENTRY#VISIT#", "WALLET")


def credited_without_any_condition() -> Any:
    return without_conditions("ENTRY#TOPUP#", "TOPUP")


def messages_named_by_chance() -> Any:
    return patch("chalicelib.notify.domain.message._digest", lambda *_: os.urandom(10))


def a_replay_is_taken_for_theft() -> Any:
    from chalicelib.kernel.refusals import IdTaken  # noqa: PLC0415

    def judge(*_: Any, **__: Any) -> Any:
        return lambda __: IdTaken(field="id")

    return patch("chalicelib.cards.store.replayed_or_taken", judge)


def an_early_end_keeps_its_hold() -> Any:
    from chalicelib.billing.store import BillingItems  # noqa: PLC0415

    return patch.object(BillingItems, "stage_release", lambda *_, **__: None)


def only_new_items_are_told() -> Any:
    from chalicelib.platform.messaging.relay import Relay  # noqa: PLC0415

    told = Relay._envelope

    def envelope(self: Relay, change: Any) -> Any:
        return None if "OldImage" in change else told(self, change)

    return patch.object(Relay, "_envelope", envelope)


def a_second_bill_is_a_defect() -> Any:
    from chalicelib.billing.usecases import settlement  # noqa: PLC0415

    return patch.object(settlement, "AlreadyDone", ZeroDivisionError)


def what_is_in_the_inbox_is_not_pushed_again() -> Any:
    from chalicelib.notify.domain.message import PushState  # noqa: PLC0415
    from chalicelib.notify.usecases import delivery  # noqa: PLC0415

    keep = delivery._keep

    def kept(notify: Any, message: Any, *rest: Any) -> Any:
        before = notify.store.find(message.person_id, message.message_id)
        return replace(before, push=PushState.SENT) if before else keep(notify, message, *rest)

    return patch.object(delivery, "_keep", kept)


def an_early_end_keeps_its_slots() -> Any:
    from chalicelib.care.store import CareItems  # noqa: PLC0415

    return patch.object(CareItems, "stage_freed_slots", lambda *_: None)


MISTAKES: dict[str, tuple[Mistake, str]] = {
    "two transactions for one command": (one_write_after_the_other, "book"),
    "a bill without conditions": (settled_without_any_condition, "serve and bill"),
    "a credit without conditions": (credited_without_any_condition, "top up"),
    "messages without a natural key": (messages_named_by_chance, "accept"),
    "a replay refused": (a_replay_is_taken_for_theft, "activate"),
    "money stays held": (an_early_end_keeps_its_hold, "cancel"),
    "the relay tells of new items only": (only_new_items_are_told, "accept"),
    "a second delivery of the check-out fails": (a_second_bill_is_a_defect, "serve and bill"),
    "a message kept before a crash is never pushed": (what_is_in_the_inbox_is_not_pushed_again, "accept"),
    "slots stay claimed": (an_early_end_keeps_its_slots, "decline"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_is_found(name: str, outside: Outside) -> None:
    mistake, where = MISTAKES[name]
    workflow = next(each for each in WORKFLOWS if each.name == where)
    with ExitStack() as stack:
        town = stack.enter_context(SimulatedTown(outside))
        cast, since = prepared(workflow, (cast_of(town), town.snapshot()))
        as_planned = again(cast, since)
        run(workflow, as_planned, {}, since)
        expected = as_planned.stored()
        calls = town.chaos.log[: town.chaos.window]
        plans: list[dict[int, str]] = [{}]
        plans += [{number: fault} for number, call in enumerate(calls) for fault in faults_of(call)]
        stack.enter_context(mistake())
        found = next((plan for plan in plans if not holds(workflow, again(cast, since), plan, since, expected)), None)
    assert found is not None
    print(f"\nfound: {name}, by {found or 'the plain story'}")


def holds(workflow: Workflow, cast: Cast, plan: dict[int, str], since: Snapshot, expected: object) -> bool:
    try:
        run(workflow, cast, plan, since)
    except Exception:  # noqa: BLE001 - whatever the mistake leads to
        return False
    return cast.stored() == expected
