"""Who lives in the stack that `make run` keeps up: made once with the data folder, found again later."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from local import people
from local.layout import DataFolder
from local.people import HOME, Phone
from local.town import HttpTown

ELDER = "王秀英"
DAUGHTER = "王小梅"
AGENT = "周敏"
CAREGIVERS = (("李护理员", 0.01), ("陈护理员", 0.03))


@dataclass(frozen=True, slots=True)
class Person:
    """`pocket` is what they have at hand and would type: papers and cards, in a sentence.

    `otp_secret` is in the authenticator of who works for the company.
    """

    name: str
    openid: str
    number: str
    pocket: str
    otp_secret: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """The elder has a card and money; the daughter is new to the mini program; the caregiver waits for work.

    The agent has every role of staff.
    """

    elder: Person
    daughter: Person
    caregiver: Person
    agent: Person


def cast_of(town: HttpTown, data: DataFolder) -> Cast:
    if data.cast.exists():
        kept = json.loads(data.cast.read_text())
        return Cast(**{role: Person(**person) for role, person in kept.items()})
    staff = people.a_staff_member(town)
    caregivers = [
        people.a_caregiver(town, staff, name=name, base={**HOME, "lat": HOME["lat"] + north})[0]
        for name, north in CAREGIVERS
    ]
    elder = people.an_elder(town, staff, name=ELDER, id_number=people.a_resident_number(), balance_fen=50_000)
    daughter = people.somebody(town)
    id_number = people.a_resident_number(born_from=1962)
    town.register_identity(DAUGHTER, id_number)
    code = people.an_activation_code(staff)
    cast = Cast(
        elder=_person(ELDER, elder, "有卡，最初有 500 元余额"),
        daughter=_person(DAUGHTER, daughter, f"身份证 {id_number}，卡上的激活码 {code}"),
        caregiver=_person(CAREGIVERS[0][0], caregivers[0], "等着接单"),
        agent=_person(AGENT, staff, "工作人员：设置里能取登录码"),
    )
    data.cast.write_text(json.dumps(asdict(cast), ensure_ascii=False))
    return cast


def _person(name: str, phone: Phone, pocket: str) -> Person:
    return Person(name=name, openid=phone.openid, number=phone.number, pocket=pocket, otp_secret=phone.otp_secret)
