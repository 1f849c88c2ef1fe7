"""The ledger's proof: what came in, less what was billed, is what is free and held."""

from __future__ import annotations

from chalicelib.billing.domain.journal import Account, Entry
from chalicelib.billing.keys import ALL_ENTRIES
from chalicelib.billing.ports import Billing
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.money import Money, total

ENTRIES_A_PAGE = 100
LOOKS = 3


@dataclass(frozen=True, slots=True)
class Proof:
    """`owned` is what the wallet has, free and held; `posted` what its journal says it must have."""

    owned: Money
    posted: Money

    @property
    def holds(self) -> bool:
        return self.owned == self.posted


def prove(billing: Billing, person_id: PersonId) -> Proof | None:
    """None while money moves: wallet and journal cannot be read at once, and are read again a few times."""
    for _ in range(LOOKS):
        before = billing.store.wallet_of(person_id)
        posted = total(
            leg.amount
            for entry in _entries(billing, person_id)
            for leg in entry.legs
            if leg.account is Account.WALLET
        )
        if billing.store.wallet_of(person_id) == before:
            return Proof(owned=before.available + before.held, posted=posted)
    return None


def _entries(billing: Billing, person_id: PersonId) -> list[Entry]:
    entries: list[Entry] = []
    after = None
    while True:
        page, after = billing.store.entries_of(person_id, prefix=ALL_ENTRIES, limit=ENTRIES_A_PAGE, after=after)
        entries += page
        if after is None:
            return entries
