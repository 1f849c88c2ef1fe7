"""Support's keys; `docs/data/support.md` lists the access patterns."""

from __future__ import annotations

from chalicelib.kernel.ids import CaseId, PersonId, PostId, ProblemId, ShiftId, TalkId, ulid_of
from chalicelib.kernel.time import to_wire
from chalicelib.kernel.unit_of_work import ItemKey
from chalicelib.support.domain.case import Case
from chalicelib.support.domain.duty import Shift

POSTS = "POST#"
CASES = "CASE#"
ACTS = "ACT#"
AGENTS = "AGENT#"


def case_partition(case_id: CaseId) -> str:
    return f"CASE#{ulid_of(case_id)}"


def case_key(table: str, case_id: CaseId) -> ItemKey:
    return ItemKey(table, case_partition(case_id), "CASE")


def post_key(table: str, case_id: CaseId, post_id: PostId) -> ItemKey:
    return ItemKey(table, case_partition(case_id), POSTS + ulid_of(post_id))


def photo_key(table: str, case_id: CaseId, post_id: PostId) -> ItemKey:
    return ItemKey(table, case_partition(case_id), f"PHOTO#{ulid_of(post_id)}")


def person_partition(person_id: PersonId) -> str:
    return f"PERSON#{ulid_of(person_id)}"


def person_case_key(table: str, person_id: PersonId, case_id: CaseId) -> ItemKey:
    return ItemKey(table, person_partition(person_id), CASES + ulid_of(case_id))


def matter_key(table: str, person_id: PersonId, matter: str) -> ItemKey:
    return ItemKey(table, person_partition(person_id), f"MATTER#{matter}")


def failure_key(table: str, person_id: PersonId, name: str) -> ItemKey:
    return ItemKey(table, f"FAILURE#{ulid_of(person_id)}", name)


def cause_partition(cause: str) -> str:
    return f"CAUSE#{cause}"


def cause_case_key(table: str, case: Case) -> ItemKey:
    return ItemKey(table, cause_partition(case.cause), f"{CASES}{to_wire(case.opened_at)}#{ulid_of(case.case_id)}")


def latest_problem_key(table: str, cause: str) -> ItemKey:
    return ItemKey(table, cause_partition(cause), "PROBLEM")


def problem_key(table: str, problem_id: ProblemId) -> ItemKey:
    return ItemKey(table, f"PROBLEM#{ulid_of(problem_id)}", "PROBLEM")


def queue_partition(queue: str) -> str:
    return f"QUEUE#{queue}"


def queue_case_key(table: str, queue: str, case_id: CaseId) -> ItemKey:
    return ItemKey(table, queue_partition(queue), CASES + ulid_of(case_id))


def talk_key(table: str, talk_id: TalkId) -> ItemKey:
    return ItemKey(table, f"TALK#{ulid_of(talk_id)}", "TALK")


def spoke_partition(person_id: PersonId) -> str:
    return f"SPOKE#{ulid_of(person_id)}"


def spoke_key(table: str, person_id: PersonId, agent: PersonId) -> ItemKey:
    return ItemKey(table, spoke_partition(person_id), AGENTS + ulid_of(agent))


def acts_partition(about: str) -> str:
    return f"ACT#{ulid_of(about)}"


def act_key(table: str, about: str, request_id: str) -> ItemKey:
    return ItemKey(table, acts_partition(about), ACTS + ulid_of(request_id))


def duty_partition(queue: str) -> str:
    return f"DUTY#{queue}"


def shift_key(table: str, shift_id: ShiftId) -> ItemKey:
    return ItemKey(table, f"SHIFT#{ulid_of(shift_id)}", "SHIFT")


def duty_key(table: str, shift: Shift) -> ItemKey:
    return ItemKey(table, duty_partition(shift.queue), f"{to_wire(shift.to_at)}#{ulid_of(shift.shift_id)}")
