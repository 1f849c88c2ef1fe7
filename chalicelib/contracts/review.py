"""What waits for a decision of ours, as the context that keeps it tells it."""

from __future__ import annotations

from datetime import date, datetime

from chalicelib.kernel.frozen import dataclass
from chalicelib.kernel.ids import PersonId
from chalicelib.kernel.refusals import Conflict


class HeldByAnother(Conflict):
    code = "identity.held_by_another"
    message = "这个身份证号已经实名在另一个账号上，不能再批给这个账号。"
    next_step = "请先弄清哪个账号是本人的：两边都不能确定的，不批，写明理由。"


class HasGuardian(Conflict):
    code = "identity.has_guardian"
    message = "老人已经有法定监护人，别的家人不能再凭同意替老人办事。"
    next_step = "请不批，写明理由：请他和监护人商量。"


class PaperPast(Conflict):
    code = "identity.paper_past"
    message = "文书的最后一天已经过了，不能再登记。"
    next_step = "请不批，写明理由；文书延长了的，请对方重新交一次。"


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who asks to act for an elder, as they were proven; `asks` is what the elder is to be asked, word for word."""

    name: str
    id_number: str
    name_masked: str
    number_masked: str
    relation_name: str
    asks: str
    instead_of_another: bool


@dataclass(frozen=True, slots=True)
class Application:
    """Name and number as they were typed, and masked for who need not read them; `applied_by` typed them.

    `register_name`: the register has the same name and number in this spelling. `paper`: with a photo of the holder
    and their card, or of a court's paper. `applicant`: family who would act for this elder, of whom `account` and
    `phone` are; with `until`, the last day of a guardianship, it is by a paper, else the elder is to be rung.
    """

    applied_at: datetime
    applied_by: PersonId | None
    name: str
    id_number: str
    name_masked: str
    number_masked: str
    register_name: str | None = None
    paper: bool = False
    applicant: Applicant | None = None
    account: PersonId | None = None
    phone: str | None = None
    until: date | None = None
