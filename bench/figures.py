"""A figure, its budget, and the one line it is printed as."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Without a budget it is told for its own sake."""

    name: str
    value: float
    unit: str
    budget: float | None

    @property
    def is_over(self) -> bool:
        return self.budget is not None and self.value > self.budget

    def line(self) -> str:
        budget = "–" if self.budget is None else f"≤ {self.budget:g}"
        verdict = "OVER" if self.is_over else "ok"
        return f"{self.name:36} {self.value:>8.4g}  {self.unit:5} {budget:>8}  {verdict}"
