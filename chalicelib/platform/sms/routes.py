"""SMS over several gateways: the healthy ones by weight, the next at once when one fails, and a cap on spending."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.refusals import Stale, Unavailable
from chalicelib.kernel.time import in_shanghai, to_wire
from chalicelib.kernel.unit_of_work import Item, ItemKey, Rank, Update, absent, stale
from chalicelib.platform import metrics
from chalicelib.platform.dynamo.database import Database
from chalicelib.platform.logging import logger
from chalicelib.platform.settings import SmsGatewaySettings
from chalicelib.platform.sms.gateways import Outcome, SmsGateway, Text
from chalicelib.platform.sms.health import LOOK_BACK, WINDOW, Gateway, Health, Tally, health, order, window_of

WINDOWS_KEPT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Spending:
    """In this Shanghai month; above the cap only what cannot wait goes out."""

    month: str
    spent_fen: int
    cap_fen: int

    @property
    def is_over(self) -> bool:
        return self.spent_fen >= self.cap_fen


@dataclass(frozen=True, slots=True)
class Sent:
    """By which gateway, and what its receipt will call the text; both known when it was taken."""

    outcome: Outcome
    gateway: str | None = None
    reference: str | None = None


class SmsRoutes:
    """What a function knows of the gateways stands in one item per ten seconds, shared by all."""

    def __init__(
        self,
        database: Database,
        table: str,
        *,
        settings: Sequence[SmsGatewaySettings],
        gateways: Mapping[str, SmsGateway],
        cap_fen: int,
        new_command_id: Callable[[], bytes],
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._database = database
        self._table = table
        self._gateways = gateways
        self._known = [Gateway(each.name, each.weight) for each in settings]
        self._fen_by_name = {each.name: each.fen for each in settings}
        self._ringing = {each.name for each in settings if each.calls}
        self._cap_fen = cap_fen
        self._new_command_id = new_command_id
        self._chance = chance

    def send(self, *, phone: str, text: str, kind: str, values: Sequence[str], pressing: bool, now: datetime) -> Sent:
        """Every gateway that may be up is tried at once, until one takes it; each within its own few seconds.

        After a gateway that did not answer the next may send the same text again: better twice than not at all.
        """
        return self._send(Text(phone, text, kind, values), self._known, pressing=pressing, now=now)

    def call(
        self,
        *,
        phone: str,
        text: str,
        kind: str,
        values: Sequence[str],
        pressing: bool,
        now: datetime,
        keys: int = 0,
    ) -> Sent:
        """As `send`, by the gateways that ring and read aloud."""
        ringing = [each for each in self._known if each.name in self._ringing]
        text_aloud = Text(phone, text, kind, values, aloud=True, keys=keys)
        return self._send(text_aloud, ringing, pressing=pressing, now=now)

    def rings(self, *, pressing: bool, now: datetime) -> bool:
        return bool(self._ringing) and (pressing or not self.spending(now).is_over)

    def _send(self, text: Text, among: Sequence[Gateway], *, pressing: bool, now: datetime) -> Sent:
        if not pressing and self.spending(now).is_over:
            metrics.count("SmsCapped")
            return Sent("refused")
        state = self.state(now)
        if any(each.tripped for each in state.values()):
            metrics.count("SmsTripped")
        probe = self._claimed_probe({each.name: state[each.name] for each in among}, now)
        outcome: Outcome = "failed"
        for name in order(among, state, chance=self._chance(), probe=probe):
            handed = self._gateways[name].hand_over(text)
            tried = handed.outcome
            self._note(name, tried, now)
            metrics.count("Sms", outcome=tried, gateway=name)
            if tried in ("sent", "refused"):
                return Sent(tried, name, handed.reference)
            logger.warning("sms", extra={"gateway": name, "outcome": tried})
            outcome = "unknown" if "unknown" in (tried, outcome) else "failed"
        return Sent(outcome)

    def note_receipt(self, gateway: str, *, delivered: bool, now: datetime) -> None:
        """What became of a text it had taken."""
        column = "delivered" if delivered else "lost"
        self._database.add(self._window_key(now), {f"{column}_{gateway}": 1}, sets=_expiry(now))

    def state(self, now: datetime) -> dict[str, Health]:
        """Each gateway's rate, share and breaker as they are now."""
        windows = self._windows(now)
        tallies = {
            each.name: [
                _tally(windows.get(_place(window_of(now) - age * WINDOW), {}), each.name) for age in range(LOOK_BACK)
            ]
            for each in self._known
        }
        return health(self._known, tallies)

    def spending(self, now: datetime) -> Spending:
        month = f"{in_shanghai(now):%Y-%m}"
        item = self._database.get(self._spending_key(month))
        return Spending(month, int(item["spent_fen"]) if item else 0, self._cap_fen)

    def _windows(self, now: datetime) -> dict[str, Item]:
        since = window_of(now) - (LOOK_BACK - 1) * WINDOW
        items = self._database.query_all(
            table=self._table, partition="SMS", sort_from=_place(since), sort_to=_place(window_of(now))
        )
        return {item["SK"]: item for item in items}

    def _claimed_probe(self, state: Mapping[str, Health], now: datetime) -> str | None:
        """The tripped gateway that this very message may try: one message a window."""
        for name in (name for name, each in state.items() if each.tripped):
            uow = self._database.begin(command_id=self._new_command_id())
            needs = (absent(f"probe_{name}"),)
            uow.stage(
                Update(self._window_key(now), needs, Rank.STATE, stale, sets={f"probe_{name}": True} | _expiry(now))
            )
            try:
                uow.commit()
            except Stale:
                continue
            return name
        return None

    def _note(self, name: str, outcome: Outcome, now: datetime) -> None:
        """That a number took itself off says nothing about the gateway."""
        column = "sent" if outcome in ("sent", "refused") else "failed"
        try:
            self._database.add(self._window_key(now), {f"{column}_{name}": 1}, sets=_expiry(now))
            if outcome == "sent":
                month = self._spending_key(f"{in_shanghai(now):%Y-%m}")
                self._database.add(month, {"spent_fen": self._fen_by_name[name]}, sets={})
        except Unavailable as trouble:
            # The text is on its way: that it could not be counted must not send it again.
            metrics.count("SmsUncounted")
            logger.error("sms", extra={"gateway": name, "refusal": trouble.code})

    def _window_key(self, now: datetime) -> ItemKey:
        return ItemKey(self._table, "SMS", _place(window_of(now)))

    def _spending_key(self, month: str) -> ItemKey:
        return ItemKey(self._table, "SMS", f"SPENT#{month}")


def _place(window: datetime) -> str:
    return f"WINDOW#{to_wire(window)}"


def _expiry(now: datetime) -> Item:
    return {"expires_s": int((now + WINDOWS_KEPT).timestamp())}


def _tally(window: Item, name: str) -> Tally:
    columns = ("sent", "failed", "delivered", "lost")
    return Tally(**{column: int(window.get(f"{column}_{name}", 0)) for column in columns})
