"""How grants, what was done by them, and who looked, are kept."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from chalicelib.contracts.identity import FamilyActed, FamilyLinked, FamilyUnlinked, GuardianEndsSoon
from chalicelib.identity import keys
from chalicelib.identity.domain.family_day import Act, FamilyDay, Look
from chalicelib.identity.domain.grant import Grant, Ground, soon_over_at
from chalicelib.identity.domain.person import Person
from chalicelib.identity.ports import Given
from chalicelib.kernel.ids import GrantId, PersonId, RequestId, id_from_bytes, id_to_bytes, ulid_of
from chalicelib.kernel.principal import Family
from chalicelib.kernel.refusals import AskedTooOften, GrantOver, Stale
from chalicelib.kernel.time import business_date, in_shanghai
from chalicelib.kernel.unit_of_work import (
    Item,
    ItemKey,
    Put,
    Rank,
    UnitOfWork,
    Update,
    absent,
    below,
    equal,
    impossible,
    replayed_or_taken,
    stale,
)
from chalicelib.platform.crypto import LookupHash
from chalicelib.platform.dynamo.codec import from_item, to_item
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.dynamo.due import AUDIT_AFTER, Due, due_write
from chalicelib.platform.messaging.relay import EventBuilder

# 128 bits of a keyed hash: nobody guesses an invitation.
MAC_CHARACTERS = 32
ULID_CHARACTERS = 26
_ACT = "a_"
ENDS_SOON = "ends "
# Longer than any request: what began before midnight may be under way after it.
UNDER_WAY = timedelta(minutes=1)
# So often on one day a person is asked for a yes by one of the family: each claims half hours, and rings her phone.
ASKS_MOST = 5
# So many looks a process remembers to have written; a look twice is one entry anyway.
NOTED_MOST = 10_000

_unconditional = impossible("a write without a condition cannot fail one")


class FamilyItems:
    def __init__(self, database: Database, table: str, lookup: LookupHash) -> None:
        self._database = database
        self._table = table
        self._lookup = lookup
        self._noted: set[ItemKey] = set()

    # --- grants

    def code_of(self, grant_id: GrantId) -> str:
        return ulid_of(grant_id) + self._lookup.current("grant", grant_id)[:MAC_CHARACTERS]

    def find_by_code(self, code: str) -> Grant | None:
        grant_id, mac = GrantId(f"grant_{code[:ULID_CHARACTERS]}"), code[ULID_CHARACTERS:]
        macs = [each[:MAC_CHARACTERS] for each in self._lookup.all("grant", grant_id)]
        good = any(hmac.compare_digest(each.encode(), mac.encode()) for each in macs)
        return self.find_grant(grant_id) if good else None

    def find_grant(self, grant_id: GrantId) -> Grant | None:
        item = self._database.get(keys.grant_key(self._table, grant_id))
        return from_item(Grant, item) if item else None

    def find_given(self, family_id: PersonId, person_id: PersonId, *, on: date) -> Given | None:
        pointer = self._database.get(keys.for_key(self._table, family_id, person_id))
        if pointer is None:
            return None
        grant_id = GrantId(id_from_bytes(GrantId, pointer["grant_id"]))
        grant_key, person_key = keys.grant_key(self._table, grant_id), keys.person_key(self._table, person_id)
        day_key = keys.day_key(self._table, person_id, on, grant_id)
        found = self._database.get_many([grant_key, person_key, day_key], consistent_tables=frozenset({self._table}))
        day = found.get(day_key, {})
        grant, person = from_item(Grant, found[grant_key]), from_item(Person, found[person_key])
        return Given(grant, person, _day(day) if "on" in day else None)

    def spent_on(self, person_id: PersonId, on: date, grant_id: GrantId) -> int:
        """Fen."""
        item = self._database.get(keys.day_key(self._table, person_id, on, grant_id))
        return int(item.get("spent", 0)) if item else 0

    def grants_given(self, person_id: PersonId) -> list[Grant]:
        """Newest first; also those that have ended."""
        return self._grants(person_id, keys.GAVE)

    def grants_for(self, family_id: PersonId) -> list[Grant]:
        return self._grants(family_id, keys.FOR)

    def _grants(self, person_id: PersonId, prefix: str) -> list[Grant]:
        pointers = self._database.query_all(
            table=self._table, partition=keys.person_partition(person_id), sort_from=prefix, newest_first=True
        )
        ids = [GrantId(id_from_bytes(GrantId, each["grant_id"])) for each in pointers]
        grant_keys = [keys.grant_key(self._table, each) for each in ids]
        found = self._database.get_many(grant_keys, consistent_tables=frozenset({self._table}))
        return [from_item(Grant, found[each]) for each in grant_keys]

    def grant_in(self, item: Item) -> Grant:
        return from_item(Grant, item)

    def stage_invitation(self, uow: UnitOfWork, grant: Grant) -> None:
        item = to_item(grant)
        uow.stage(
            Put(
                keys.grant_key(self._table, grant.grant_id),
                item,
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=replayed_or_taken(item, owner="person_id"),
            ),
            self._pointer(keys.gave_key(self._table, grant.person_id, grant.grant_id), grant),
        )

    def stage_accepted(self, uow: UnitOfWork, grant: Grant, *, now: datetime) -> None:
        if grant.family_id is None:
            raise AssertionError("accepted by nobody")
        self._stage_grant(uow, grant, event=FamilyLinked.NAME)
        uow.stage(
            self._pointer(keys.for_key(self._table, grant.family_id, grant.person_id), grant),
            due_write(self._table, Due(grant.grant_id, now + AUDIT_AFTER), now=now),
        )

    def stage_given(self, uow: UnitOfWork, grant: Grant, *, now: datetime) -> None:
        if grant.family_id is None:
            raise AssertionError("given to nobody")
        uow.stage(
            Put(
                keys.grant_key(self._table, grant.grant_id),
                to_item(grant) | {"event": uow.marker(FamilyLinked.NAME)},
                needs=(absent("PK"),),
                rank=Rank.IDENTITY,
                otherwise=stale,
            ),
            self._pointer(keys.gave_key(self._table, grant.person_id, grant.grant_id), grant),
            self._pointer(keys.for_key(self._table, grant.family_id, grant.person_id), grant),
            due_write(self._table, Due(grant.grant_id, now + AUDIT_AFTER), now=now),
        )
        soon_over = soon_over_at(grant)
        if soon_over is not None and soon_over > now:
            uow.stage(due_write(self._table, Due(ENDS_SOON + grant.grant_id, soon_over), now=now))

    def stage_warned(self, uow: UnitOfWork, grant: Grant) -> None:
        self._stage_grant(uow, grant, event=GuardianEndsSoon.NAME)

    def stage_ended(self, uow: UnitOfWork, grant: Grant, *, told: bool, now: datetime) -> None:
        self._stage_grant(uow, grant, event=FamilyUnlinked.NAME if told else None)
        if told:
            uow.stage(due_write(self._table, Due(grant.grant_id, now + AUDIT_AFTER), now=now))
        # What is under way at this moment is not done any more.
        for on in {business_date(now), business_date(now - UNDER_WAY)}:
            uow.stage(
                Update(
                    keys.day_key(self._table, grant.person_id, on, grant.grant_id),
                    sets={"over": True},
                    needs=(),
                    rank=Rank.STATE,
                    otherwise=_unconditional,
                )
            )

    def _stage_grant(self, uow: UnitOfWork, grant: Grant, *, event: str | None) -> None:
        item = to_item(grant) | {"version": grant.version + 1}
        if event:
            item["event"] = uow.marker(event)
        uow.stage(
            Put(
                keys.grant_key(self._table, grant.grant_id),
                item,
                needs=(equal("version", grant.version),),
                rank=Rank.STATE,
                otherwise=stale,
            )
        )

    @staticmethod
    def _pointer(key: ItemKey, grant: Grant) -> Put:
        item = {"grant_id": id_to_bytes(grant.grant_id)}
        return Put(key, item, needs=(), rank=Rank.STATE, otherwise=_unconditional)

    def stage_due(self, uow: UnitOfWork, subject: str, *, due_at: datetime, now: datetime) -> None:
        uow.stage(due_write(self._table, Due(subject, due_at), now=now))

    # --- what was done

    def stage_act(self, uow: UnitOfWork, person_id: PersonId, family: Family, act: Act) -> None:
        """Stale when `act.spends` is more than is left of the day by now; GrantOver when it was taken back meanwhile.

        One item a day: the act, what it spends, and the marker of its event cost one write.
        """
        on = business_date(act.at)
        day = FamilyDay(person_id, family.by, family.grant_id, family.relation, on, acts=(), guardian=family.guardian)
        header = to_item(day)
        del header["acts"], header["spent"]
        money = act.spends.fen
        room = (below("spent", family.limit.fen - money + 1),) if money else ()
        asking = (below("asks", ASKS_MOST),) if act.asks.fen else ()
        uow.stage(
            Update(
                keys.day_key(self._table, person_id, on, family.grant_id),
                sets=header
                | {
                    _ACT + act.request_id: to_item(act),
                    "event": uow.marker(FamilyActed.NAME),
                },
                adds={"spent": money} | ({"asks": 1} if asking else {}),
                needs=(absent("over"), *room, *asking),
                rank=Rank.MONEY,
                otherwise=lambda was: _not_now(was, asking=bool(asking)),
            )
        )
        if not family.acted_today:
            uow.stage(due_write(self._table, Due(subject_of_day(day), act.at + AUDIT_AFTER), now=act.at))

    def find_day(self, subject: str) -> FamilyDay:
        person_id, on, grant_id = subject.split("/")
        key = keys.day_key(self._table, PersonId(person_id), date.fromisoformat(on), GrantId(grant_id))
        item = self._database.get(key)
        if item is None:
            raise AssertionError("a day to be audited that is not there")
        return _day(item)

    def days_of(self, person_id: PersonId, *, limit: int, after: str | None) -> tuple[list[FamilyDay], str | None]:
        items, after = self._page(person_id, keys.DAYS, limit=limit, after=after)
        return [_day(item) for item in items if "on" in item], after

    # --- who looked

    def note_look(self, person_id: PersonId, look: Look) -> None:
        hour = in_shanghai(look.at).replace(minute=0, second=0, microsecond=0)
        told = f"{look.who} {look.what} {look.about}"
        digest = hashlib.sha256(told.encode()).hexdigest()[:16]
        key = keys.look_key(self._table, person_id, hour, look.by, digest)
        if key in self._noted:
            return
        self._database.add(key, {}, sets=to_item(look))
        if len(self._noted) >= NOTED_MOST:
            self._noted.clear()
        self._noted.add(key)

    def looks_at(self, person_id: PersonId, *, limit: int, after: str | None) -> tuple[list[Look], str | None]:
        items, after = self._page(person_id, keys.LOOKS, limit=limit, after=after)
        return [from_item(Look, item) for item in items], after

    def _page(
        self, person_id: PersonId, prefix: str, *, limit: int, after: str | None
    ) -> tuple[Sequence[Item], str | None]:
        partition = keys.person_partition(person_id)
        return self._database.newest(table=self._table, partition=partition, prefix=prefix, limit=limit, after=after)


def subject_of_day(day: FamilyDay) -> str:
    return f"{day.person_id}/{day.on.isoformat()}/{day.grant_id}"


def _not_now(was: Item | None, *, asking: bool) -> Exception:
    if was and was.get("over"):
        return GrantOver()
    return AskedTooOften() if asking else Stale()


def _day(item: Item) -> FamilyDay:
    acts = sorted((from_item(Act, item[name]) for name in item if name.startswith(_ACT)), key=lambda act: act.at)
    return from_item(FamilyDay, item | {"acts": [to_item(act) for act in acts]})


def event_of_act(day: FamilyDay, act: Act) -> FamilyActed:
    return FamilyActed(
        grant_id=day.grant_id,
        person_id=day.person_id,
        family_id=day.family_id,
        relation=day.relation,
        request_id=act.request_id,
        at=act.at,
        what=act.what,
        about=act.about,
        asks=bool(act.asks.fen),
        guardian=day.guardian,
    )


def event_of_grant(grant: Grant) -> FamilyLinked | FamilyUnlinked:
    """The latest news of a grant that was accepted."""
    common = {
        "grant_id": grant.grant_id,
        "person_id": grant.person_id,
        "family_id": grant.family_id,
        "relation": grant.relation,
    }
    if grant.ended_at is not None:
        by_person = grant.ended_by == grant.person_id
        by_us = grant.ended_why is not None
        return FamilyUnlinked.model_validate(common | {"at": grant.ended_at, "by_person": by_person, "by_us": by_us})
    how = {"entrusted": grant.ground is not Ground.INVITATION, "guardian": grant.is_guardian}
    return FamilyLinked.model_validate(common | how | {"at": grant.accepted_at})


def event_of_end(grant: Grant) -> GuardianEndsSoon:
    return GuardianEndsSoon.model_validate(
        {
            "grant_id": grant.grant_id,
            "person_id": grant.person_id,
            "family_id": grant.family_id,
            "relation": grant.relation,
            "at": soon_over_at(grant),
            "until": grant.until,
        }
    )


def _acted(item: Item) -> FamilyActed:
    act = item[_ACT + id_from_bytes(RequestId, item["event"]["id"])]
    return event_of_act(_day(item), from_item(Act, act))


EVENT_BUILDERS: dict[str, EventBuilder] = {
    FamilyLinked.NAME: lambda item: event_of_grant(from_item(Grant, item)),
    FamilyUnlinked.NAME: lambda item: event_of_grant(from_item(Grant, item)),
    FamilyActed.NAME: _acted,
    GuardianEndsSoon.NAME: lambda item: event_of_end(from_item(Grant, item)),
}
