"""`make proof`: whether money, holds and half hours agree, over everything that is stored.

For operators, after a restore above all: it reads whole tables, which the product never does.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import Any

import boto3

from chalicelib.kernel.ids import PersonId, VisitId, id_from_bytes, ulid_of
from chalicelib.platform.dynamo.codec import from_wire_item
from local.layout import Ports
from local.restore import items_of
from local.stack import Stack, running_data_folder

Item = dict[str, Any]

HOLDS_MONEY = {"booked", "accepted", "on_the_way", "in_service"}
HOLDS_SLOTS = HOLDS_MONEY | {"done"}
CLAIMS_SLOTS = HOLDS_SLOTS | {"asked"}


def main() -> int:
    ports = Ports.from_environment()
    if (data := running_data_folder(ports)) is not None:
        os.environ.update(Stack(ports, data).environment)
    elif "AWS_DEFAULT_REGION" not in os.environ:
        print("\n  No stack is up on these ports: start one with make run, or set AWS's own.\n", file=sys.stderr)
        return 1
    prefix = os.environ.get("TABLE_PREFIX", "healthcard")
    client = boto3.client("dynamodb")
    care, billing = stored(client, f"{prefix}-care"), stored(client, f"{prefix}-billing")
    found = findings(care, billing, stored(client, f"{prefix}-identity"))
    wallets = sum(item["SK"] == "WALLET" for item in billing)
    print(f"\n  proof: {len(_visits(care))} visits, {wallets} wallets, {len(_entries(billing))} journal entries")
    for each in found:
        print(f"  ✗ {each}")
    print(f"  {'✗' if found else '✓'} {len(found)} findings\n")
    return 1 if found else 0


def stored(client: Any, table: str) -> list[Item]:
    return [from_wire_item(item) for item in items_of(client, table)]


def findings(care: list[Item], billing: list[Item], identity: list[Item]) -> list[str]:
    """One sentence for each thing that does not agree; none is the proof (design.md §10)."""
    visits = _visits(care)
    entries_by_owner: dict[str, list[Item]] = {}
    for entry in _entries(billing):
        entries_by_owner.setdefault(_owner(entry), []).append(entry)
    wallets = {_owner(item): item for item in billing if item["SK"] == "WALLET"}
    found: list[str] = []
    for owner in sorted(wallets.keys() | entries_by_owner.keys()):
        found += _of_wallet(owner, wallets.get(owner, {"available": 0}), entries_by_owner.get(owner, []), visits)
    found += _of_top_ups(billing, entries_by_owner)
    return found + _of_visits(visits, wallets, entries_by_owner) + _of_slots(care, visits) + _of_limits(identity)


def _visits(care: list[Item]) -> dict[str, Item]:
    return {item["PK"].removeprefix("VISIT#"): item for item in care if item["SK"] == "VISIT"}


def _entries(billing: list[Item]) -> list[Item]:
    return [item for item in billing if item["SK"].startswith("ENTRY#")]


def _owner(item: Item) -> str:
    return str(item["PK"]).removeprefix("WALLET#")


def _member(visit: Item) -> str:
    return ulid_of(id_from_bytes(PersonId, visit["member_id"]))


def _holds(wallet: Item) -> dict[str, int]:
    return {name.removeprefix("h_"): fen for name, fen in wallet.items() if name.startswith("h_")}


def _settled(entries: list[Item], kind: str) -> set[str]:
    prefix = f"ENTRY#{kind}#"
    return {entry["SK"].removeprefix(prefix) for entry in entries if entry["SK"].startswith(prefix)}


def _of_wallet(owner: str, wallet: Item, entries: list[Item], visits: dict[str, Item]) -> list[str]:
    holds, billed = _holds(wallet), _settled(entries, "VISIT")
    found = [
        f"the legs of {entry['PK']} {entry['SK']} do not sum to zero"
        for entry in entries
        if sum(leg["amount"] for leg in entry["legs"])
    ]
    posted = sum(leg["amount"] for entry in entries for leg in entry["legs"] if leg["account"] == "wallet")
    owned = wallet["available"] + sum(holds.values())
    if wallet["available"] < 0:
        found.append(f"wallet {owner} is overdrawn: {wallet['available']} fen")
    if owned != posted:
        found.append(f"wallet {owner} has {owned} fen, its journal says {posted}")
    for visit_id, fen in holds.items():
        visit = visits.get(visit_id)
        if visit is None or visit["status"] not in HOLDS_SLOTS or visit_id in billed:
            found.append(f"wallet {owner} holds {fen} fen for visit {visit_id}, which is over, billed or unknown")
        elif fen != visit["half_hour_price"] * visit["duration_min"] // 30:
            found.append(f"wallet {owner} holds {fen} fen for visit {visit_id}, which costs something else")
    for visit_id in sorted(billed):
        visit = visits.get(visit_id)
        if visit is None or visit["status"] != "done" or _member(visit) != owner:
            found.append(f"wallet {owner} was billed for visit {visit_id}, which is not a done visit of that member")
    return found


def _of_top_ups(billing: list[Item], entries_by_owner: dict[str, list[Item]]) -> list[str]:
    """Paid, and only then, is in the journal."""
    paid = {
        (ulid_of(id_from_bytes(PersonId, item["payer_id"])), item["PK"].removeprefix("TOPUP#"))
        for item in billing
        if item["SK"] == "TOPUP" and item["state"] == "paid"
    }
    posted = {(owner, key) for owner, entries in entries_by_owner.items() for key in _settled(entries, "TOPUP")}
    return [
        f"top-up {key} of wallet {owner} is {'paid and not' if (owner, key) in paid else 'not paid and yet'} posted"
        for owner, key in sorted(paid ^ posted)
    ]


def _of_visits(
    visits: dict[str, Item], wallets: dict[str, Item], entries_by_owner: dict[str, list[Item]]
) -> list[str]:
    covered = {
        owner: _holds(wallets.get(owner, {})).keys() | _settled(entries_by_owner.get(owner, []), "VISIT")
        for owner in wallets.keys() | entries_by_owner.keys()
    }
    return [
        f"visit {visit_id} is {visit['status']}, and neither held for nor billed"
        for visit_id, visit in visits.items()
        if visit["status"] in HOLDS_SLOTS and visit_id not in covered.get(_member(visit), set())
    ]


def _of_slots(care: list[Item], visits: dict[str, Item]) -> list[str]:
    claimed: Counter[str] = Counter()
    for day in (item for item in care if item["SK"].startswith("DAY#")):
        slots = [value for name, value in day.items() if name.startswith("s") and isinstance(value, bytes)]
        claimed.update(id_from_bytes(VisitId, slot).removeprefix("vis_") for slot in slots)
    standing = {key: visit["duration_min"] // 30 for key, visit in visits.items() if visit["status"] in CLAIMS_SLOTS}
    return [
        f"visit {visit_id} has {claimed[visit_id]} half hours of its caregiver's, and should have "
        f"{standing.get(visit_id, 0)}"
        for visit_id in sorted(claimed.keys() | standing.keys())
        if claimed[visit_id] != standing.get(visit_id, 0)
    ]


def _of_limits(identity: list[Item]) -> list[str]:
    """What family spent in a day is what they did in it, and no more than their person allows."""
    limits = {item["PK"]: item["limit"] for item in identity if item["SK"] == "GRANT"}
    found = []
    for day in (item for item in identity if item["SK"].startswith("FAMILYDAY#") and "on" in item):
        name, limit = f"{day['PK']} {day['SK']}", limits[f"GRANT#{day['SK'].rpartition('#')[2]}"]
        acts = sum(value["spends"] for name, value in day.items() if name.startswith("a_"))
        if day["spent"] != acts:
            found.append(f"{name} has {day['spent']} fen spent, its acts say {acts}")
        if day["spent"] > limit:
            found.append(f"{name} has {day['spent']} fen spent, of {limit}")
    return found


if __name__ == "__main__":
    sys.exit(main())
