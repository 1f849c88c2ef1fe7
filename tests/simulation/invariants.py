"""What must hold after every step, whatever went wrong before it (design.md §10)."""

from __future__ import annotations

from local.proof import findings
from tests.simulation.town import SimulatedTown


def check(town: SimulatedTown) -> None:
    tables = (town.stored(f"healthcard-{context}") for context in ("care", "billing", "identity"))
    assert findings(*tables) == []
