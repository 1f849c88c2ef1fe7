"""Caregivers: who may be offered for what."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, field_validator

from chalicelib.care.domain.catalogue import Service
from chalicelib.care.domain.roster import Shift
from chalicelib.kernel.command import WHOLE, Command, MobilePhone, Place, printable, visible
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.geo import Datum, Point, distance_m, to_gcj02
from chalicelib.kernel.ids import CaregiverId, CaregiverIdField
from chalicelib.kernel.refusals import Invalid
from chalicelib.kernel.time import HALF_HOURS_PER_DAY, business_date

GOOD_STARS = 4
# Source: 近90天好评率≥95%. Inclusive: 19 of 20 is in, 18 of 19 is out.
GOOD_SHARE_PERCENT = 95
RATING_DAYS = 90
# Below this many reviews in 90 days a share says nothing: a newcomer, offered and marked as one.
NEWCOMER_BELOW = 5
EXPERIENCED_YEARS = 3
# Beyond it nobody comes: more than an hour in city traffic, for an hour of care.
REACH_M = 20_000
# Where she lives is kept to this many degrees (about a kilometre): families are told a distance, and whoever may
# ask for distances from any point could otherwise find her door.
BASE_GRID_DEGREES = 0.01


class NotYetPractising(Invalid):
    code = "care.not_yet_practising"
    message = "从业开始的日期还没有到。"
    next_step = "请核对日期，填证书上的从业日期。"


class CredentialGiven(Command):
    kind: Annotated[str, StringConstraints(pattern="^[a-z_]{1,30}$")]
    valid_through: date


class ShiftGiven(Command):
    weekday: Annotated[int, Field(ge=0, le=6), WHOLE]
    from_half_hour: Annotated[int, Field(ge=0, lt=HALF_HOURS_PER_DAY), WHOLE]
    to_half_hour: Annotated[int, Field(gt=0, le=HALF_HOURS_PER_DAY), WHOLE]


class EnrolCaregiver(Command):
    """`name` is what families see (surname and title, 王护理员); `phone` is the one she will log in with."""

    id: CaregiverIdField
    phone: MobilePhone
    name: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=2, max_length=10),
        AfterValidator(printable),
        Field(json_schema_extra=visible(2)),
    ]
    practising_since: date
    services: Annotated[tuple[str, ...], Field(min_length=1, max_length=10, json_schema_extra={"uniqueItems": True})]
    credentials: Annotated[tuple[CredentialGiven, ...], Field(max_length=10)]
    base: Place
    weekly: Annotated[tuple[ShiftGiven, ...], Field(min_length=1, max_length=21)]

    @field_validator("services")
    @classmethod
    def _each_once(cls, services: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(services)) != len(services):
            raise ValueError("a service named twice")
        return services


class ShiftWithoutLength(Invalid):
    code = "care.shift_without_length"
    message = "有一段班的结束时间不晚于开始时间。"
    next_step = "请核对排班的起止时间。"


@dataclass(frozen=True, slots=True)
class Credential:
    kind: str
    valid_through: date


@dataclass(frozen=True, slots=True)
class Caregiver:
    """`active` once she has logged in herself: before, nobody would answer a booking."""

    caregiver_id: CaregiverId
    name: str
    practising_since: date
    services: tuple[str, ...]
    credentials: tuple[Credential, ...]
    base: Point
    weekly: tuple[Shift, ...]
    enrolled_at: datetime
    command_hash: bytes
    active: bool = False
    good_reviews: int = 0
    all_reviews: int = 0


def enrol(command: EnrolCaregiver, *, command_hash: bytes, now: datetime) -> Caregiver:
    if command.practising_since > business_date(now):
        raise NotYetPractising(field="practising_since")
    if any(shift.from_half_hour >= shift.to_half_hour for shift in command.weekly):
        raise ShiftWithoutLength(field="weekly")
    return Caregiver(
        caregiver_id=command.id,
        name=command.name,
        practising_since=command.practising_since,
        services=command.services,
        credentials=tuple(Credential(each.kind, each.valid_through) for each in command.credentials),
        base=_coarse(to_gcj02(command.base.to_point())),
        weekly=tuple(Shift(each.weekday, each.from_half_hour, each.to_half_hour) for each in command.weekly),
        enrolled_at=now,
        command_hash=command_hash,
    )


def distance_to(caregiver: Caregiver, home: Point) -> int:
    """In metres, from about where she lives."""
    return round(distance_m(home, caregiver.base))


def is_in_reach(metres: int) -> bool:
    return metres <= REACH_M


def _coarse(point: Point) -> Point:
    return Point(
        lat=round(round(point.lat / BASE_GRID_DEGREES) * BASE_GRID_DEGREES, 4),
        lng=round(round(point.lng / BASE_GRID_DEGREES) * BASE_GRID_DEGREES, 4),
        datum=Datum.GCJ02,
    )


def years_of_practice(caregiver: Caregiver, *, on: date) -> int:
    since = caregiver.practising_since
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def is_newcomer(caregiver: Caregiver) -> bool:
    return caregiver.all_reviews < NEWCOMER_BELOW


def is_well_rated(caregiver: Caregiver) -> bool:
    return caregiver.good_reviews * 100 >= caregiver.all_reviews * GOOD_SHARE_PERCENT


def is_qualified(caregiver: Caregiver, service: Service, *, through: date) -> bool:
    """Offers the service and holds its credential, valid through that day inclusive."""
    return service.code in caregiver.services and any(
        credential.kind == service.credential and credential.valid_through >= through
        for credential in caregiver.credentials
    )


def may_be_booked(caregiver: Caregiver, service: Service, *, through: date) -> bool:
    """The filters of a search, enforced again at the booking."""
    return (
        caregiver.active
        and is_qualified(caregiver, service, through=through)
        and (is_newcomer(caregiver) or is_well_rated(caregiver))
    )
