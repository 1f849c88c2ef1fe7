"""What can be booked and at what price: data, with the day each tariff begins."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict, model_validator

from chalicelib.kernel.money import Money
from chalicelib.kernel.refusals import Invalid

LEAST_MIN = 60
MOST_MIN = 720


class UnknownService(Invalid):
    code = "care.unknown_service"
    message = "没有这种服务。"
    next_step = "请回到“选服务”，从列表里挑一种。"


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Service(_Data):
    """`credential` is what a caregiver must hold, valid through the end of the visit."""

    code: str
    name: str
    summary: str
    credential: str


class Tariff(_Data):
    version: str
    from_on: date
    half_hour_fen: dict[str, int]

    def price_of(self, service: Service) -> Money:
        return Money(self.half_hour_fen[service.code])


class Catalogue(_Data):
    services: tuple[Service, ...]
    tariffs: tuple[Tariff, ...]

    @model_validator(mode="after")
    def _complete(self) -> Catalogue:
        codes = {service.code for service in self.services}
        if any(set(tariff.half_hour_fen) != codes for tariff in self.tariffs):
            raise ValueError("every tariff prices every service")
        if list(self.tariffs) != sorted(self.tariffs, key=lambda tariff: tariff.from_on):
            raise ValueError("tariffs stand in the order in which they begin")
        return self

    def service(self, code: str) -> Service:
        for service in self.services:
            if service.code == code:
                return service
        raise UnknownService(field="service")

    def least_on(self, day: date) -> Money:
        """What the shortest booking of the cheapest service costs."""
        return Money(min(self.tariff_on(day).half_hour_fen.values())).times(LEAST_MIN // 30)

    def tariff_on(self, day: date) -> Tariff:
        """The tariff in force on the day of booking; the visit keeps it whatever comes later."""
        return next(tariff for tariff in reversed(self.tariffs) if tariff.from_on <= day)
