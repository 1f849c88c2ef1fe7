"""What waits for a decision of ours, as the context that keeps it tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.refusals import Conflict


class HeldByAnother(Conflict):
    code = "identity.held_by_another"
    message = "这个身份证号已经实名在另一个账号上，不能再批给这个账号。"
    next_step = "请先弄清哪个账号是本人的：两边都不能确定的，不批，写明理由。"


@dataclass(frozen=True, slots=True)
class Application:
    """Name and number as they were typed, and masked for who need not read them; `applied_by` typed them.

    `register_name`: the register has the same name and number in this spelling. `paper`: with a photo of the holder
    and their card, or of a court's paper. `phone`, `relation_name` and `until`, where family would act for an elder:
    to be rung, who that is to them, and the last day of a guardianship.
    """

    applied_at: datetime
    applied_by: PersonId | None
    name: str
    id_number: str
    name_masked: str
    number_masked: str
    register_name: str | None = None
    paper: bool = False
    phone: str | None = None
    relation_name: str | None = None
    until: date | None = None
