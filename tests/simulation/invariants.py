"""What must hold after every step, whatever went wrong before it (design.md §10)."""

from __future__ import annotations

from local.proof import findings
from tests.simulation.town import SimulatedTown


def check(town: SimulatedTown) -> None:
    assert findings(town.stored("healthcard-care"), town.stored("healthcard-billing")) == []
