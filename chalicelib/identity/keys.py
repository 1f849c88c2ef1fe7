"""Identity's keys; `docs/data/identity.md` lists the access patterns."""

from __future__ import annotations

from datetime import date, datetime

from chalicelib.kernel.ids import CaregiverId, FaceCheckId, GrantId, OtpId, PaperId, PersonId, ulid_of
from chalicelib.kernel.time import to_wire
from chalicelib.kernel.unit_of_work import ItemKey

POINTER = "POINTER"
GAVE = "GAVE#"
FOR = "FOR#"
DAYS = "FAMILYDAY#"
LOOKS = "LOOK#"
ANSWERS = "CONSENT#"
ENTRUSTED = "ENTRUSTED#"


def person_key(table: str, person_id: PersonId) -> ItemKey:
    return ItemKey(table, person_partition(person_id), "PERSON")


def openid_key(table: str, openid_hash: str) -> ItemKey:
    return ItemKey(table, f"OPENID#{openid_hash}", POINTER)


def id_number_key(table: str, id_number_hash: str) -> ItemKey:
    return ItemKey(table, f"IDNUMBER#{id_number_hash}", POINTER)


def phone_partition(phone_hash: str) -> str:
    return f"PHONE#{phone_hash}"


def phone_key(table: str, phone_hash: str, person_id: PersonId) -> ItemKey:
    return ItemKey(table, phone_partition(phone_hash), f"PERSON#{ulid_of(person_id)}")


def invitation_key(table: str, phone_hash: str) -> ItemKey:
    return ItemKey(table, f"INVITATION#{phone_hash}", "INVITATION")


def pairing_key(table: str, code_hash: str) -> ItemKey:
    return ItemKey(table, f"PAIRING#{code_hash}", "PAIRING")


def caregiver_key(table: str, caregiver_id: CaregiverId) -> ItemKey:
    return ItemKey(table, f"CAREGIVER#{ulid_of(caregiver_id)}", POINTER)


def otp_key(table: str, otp_id: OtpId) -> ItemKey:
    return ItemKey(table, f"OTP#{ulid_of(otp_id)}", "OTP")


def face_key(table: str, check_id: FaceCheckId) -> ItemKey:
    return ItemKey(table, f"FACE#{ulid_of(check_id)}", "FACE")


def paper_key(table: str, paper_id: PaperId) -> ItemKey:
    return ItemKey(table, f"PAPER#{ulid_of(paper_id)}", "PAPER")


def latest_otp_key(table: str, phone_hash: str, purpose: str, person_id: PersonId) -> ItemKey:
    return ItemKey(table, phone_partition(phone_hash), f"OTP#{purpose}#{ulid_of(person_id)}")


def otp_budget_key(table: str, phone_hash: str, purpose: str, window: str) -> ItemKey:
    return ItemKey(table, phone_partition(phone_hash), f"OTPS#{purpose}#{window}")


def awaited_otp_key(table: str, gateway: str, reference_hash: str) -> ItemKey:
    return ItemKey(table, f"AWAITED#{gateway}#{reference_hash}", POINTER)


def moved_away_key(table: str, openid_hash: str) -> ItemKey:
    return ItemKey(table, f"AWAY#{openid_hash}", POINTER)


def person_partition(person_id: PersonId) -> str:
    return f"PERSON#{ulid_of(person_id)}"


def grant_key(table: str, grant_id: GrantId) -> ItemKey:
    return ItemKey(table, f"GRANT#{ulid_of(grant_id)}", "GRANT")


def gave_key(table: str, person_id: PersonId, grant_id: GrantId) -> ItemKey:
    return ItemKey(table, person_partition(person_id), GAVE + ulid_of(grant_id))


def for_key(table: str, family_id: PersonId, person_id: PersonId) -> ItemKey:
    """What that person gave this one last."""
    return ItemKey(table, person_partition(family_id), FOR + ulid_of(person_id))


def day_key(table: str, person_id: PersonId, on: date, grant_id: GrantId) -> ItemKey:
    return ItemKey(table, person_partition(person_id), f"{DAYS}{on.isoformat()}#{ulid_of(grant_id)}")


def answer_key(table: str, person_id: PersonId, version: int) -> ItemKey:
    """`version` is the person's, with that answer."""
    return ItemKey(table, person_partition(person_id), f"{ANSWERS}{version:010}")


def entrustment_key(table: str, grant_id: GrantId) -> ItemKey:
    return ItemKey(table, f"ENTRUSTMENT#{ulid_of(grant_id)}", "ENTRUSTMENT")


def entrusted_key(table: str, family_id: PersonId, grant_id: GrantId) -> ItemKey:
    return ItemKey(table, person_partition(family_id), ENTRUSTED + ulid_of(grant_id))


def waiting_key(table: str, family_id: PersonId, ground: str) -> ItemKey:
    """The one of that ground that people of ours are to look at."""
    return ItemKey(table, person_partition(family_id), f"WAITING#{ground}")


def look_key(table: str, person_id: PersonId, hour: datetime, by: PersonId, digest: str) -> ItemKey:
    return ItemKey(table, person_partition(person_id), f"{LOOKS}{to_wire(hour)}#{ulid_of(by)}#{digest}")
