"""Who is offered, in which order, and why. Filters first, then experience, nearness, rating (features.md D4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from chalicelib.care.domain.booking import DurationMin
from chalicelib.care.domain.caregiver import (
    EXPERIENCED_YEARS,
    Caregiver,
    distance_to,
    is_in_reach,
    is_newcomer,
    years_of_practice,
)
from chalicelib.kernel.command import Command, Instant, Place
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.geo import Point

NEAR_M = 5_000


class SearchCaregivers(Command):
    service: str
    start_at: Instant
    duration_min: DurationMin
    location: Place


@dataclass(frozen=True, slots=True)
class Candidate:
    caregiver: Caregiver
    distance_m: int
    years: int


def candidate(caregiver: Caregiver, *, home: Point, on: date) -> Candidate:
    return Candidate(
        caregiver=caregiver,
        distance_m=distance_to(caregiver, home),
        years=years_of_practice(caregiver, on=on),
    )


def ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    """A total order: the same whatever order they came in."""
    return sorted((each for each in candidates if is_in_reach(each.distance_m)), key=_rank)


def reasons(each: Candidate) -> list[str]:
    """Why this one stands where she stands, as the family reads it."""
    caregiver = each.caregiver
    rating = (
        "新加入，评价还不多"
        if is_newcomer(caregiver)
        else f"近 90 天 {caregiver.all_reviews} 条评价，好评 {caregiver.good_reviews * 100 // caregiver.all_reviews}%"
    )
    return [f"从业 {each.years} 年", f"离您约 {spoken_distance(each.distance_m)}", rating]


def spoken_distance(metres: int) -> str:
    """In whole kilometres: where she lives is not kept any finer."""
    return f"{max(1, round(metres / 1000))} 公里"


def _rank(each: Candidate) -> tuple[bool, bool, bool, int, int, datetime, str]:
    caregiver = each.caregiver
    newcomer = is_newcomer(caregiver)
    good_permille = 0 if newcomer else caregiver.good_reviews * 1000 // caregiver.all_reviews
    return (
        each.years < EXPERIENCED_YEARS,
        each.distance_m > NEAR_M,
        newcomer,
        -good_permille,
        each.distance_m,
        caregiver.enrolled_at,
        caregiver.caregiver_id,
    )
