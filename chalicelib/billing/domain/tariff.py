"""From actual minutes to a bill. The rule, as the family reads it, is `RULE`."""

from __future__ import annotations

from datetime import datetime

from chalicelib.billing.domain.journal import Bill, BillLine
from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import VisitId
from chalicelib.kernel.money import Money

HALF_HOUR_MIN = 30
# Inclusive: 35 minutes are one half hour, 36 are two.
GRACE_MIN = 5
LEAST_HALF_HOURS = 2

RULE = "按实际时长计费，半小时一档；超出不到 5 分钟（含）不算；至少 1 小时；不会超过预约的时长。"


@dataclass(frozen=True, slots=True)
class Served:
    """A visit that took place, at the price it was booked at."""

    visit_id: VisitId
    service_name: str
    tariff_version: str
    half_hour_price: Money
    booked_half_hours: int
    checked_in_at: datetime
    checked_out_at: datetime


def billed_half_hours(actual_minutes: int, *, booked: int) -> int:
    """RULE, in half hours."""
    whole, rest = divmod(actual_minutes, HALF_HOUR_MIN)
    started = whole + (1 if rest > GRACE_MIN else 0)
    return min(max(started, LEAST_HALF_HOURS), booked)


def bill_for(served: Served) -> Bill:
    """Never more than the hold: what was booked and not served is released."""
    minutes = int((served.checked_out_at - served.checked_in_at).total_seconds()) // 60
    count = billed_half_hours(minutes, booked=served.booked_half_hours)
    amount = served.half_hour_price.times(count)
    line = BillLine(
        text=f"{served.service_name} {spoken_hours(count)}",
        half_hours=count,
        half_hour_price=served.half_hour_price,
        amount=amount,
        tariff_version=served.tariff_version,
    )
    return Bill(
        visit_id=served.visit_id,
        service_name=served.service_name,
        checked_in_at=served.checked_in_at,
        checked_out_at=served.checked_out_at,
        actual_minutes=minutes,
        booked_half_hours=served.booked_half_hours,
        billed_half_hours=count,
        lines=(line,),
        amount=amount,
        released=served.half_hour_price.times(served.booked_half_hours) - amount,
    )


def spoken_hours(half_hours: int) -> str:
    """`2 小时`, `2.5 小时`."""
    return f"{half_hours // 2}{'.5' if half_hours % 2 else ''} 小时"
