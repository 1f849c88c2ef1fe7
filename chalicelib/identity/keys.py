"""Identity's keys; `docs/data/identity.md` lists the access patterns."""

from __future__ import annotations

from chalicelib.kernel.ids import CaregiverId, PersonId, ulid_of
from chalicelib.kernel.unit_of_work import ItemKey

POINTER = "POINTER"


def person_key(table: str, person_id: PersonId) -> ItemKey:
    return ItemKey(table, f"PERSON#{ulid_of(person_id)}", "PERSON")


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
