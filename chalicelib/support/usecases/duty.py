"""Taking a shift, giving it up, and who is on duty."""

from __future__ import annotations

from datetime import datetime

from chalicelib.kernel.ids import ShiftId
from chalicelib.kernel.principal import Principal, Role
from chalicelib.kernel.refusals import AlreadyDone, Missing
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.support.domain.commands import TakeShift
from chalicelib.support.domain.duty import Shift, check_shift
from chalicelib.support.ports import Support
from chalicelib.support.usecases.desk import check_queue


class NoSuchShift(Missing):
    code = "support.no_such_shift"
    message = "没有找到这个班次。"
    next_step = "请刷新值班表再看；只有本人和主管能取消。"


def take_shift(support: Support, *, command: TakeShift, by: Principal, now: datetime, uow: UnitOfWork) -> Shift:
    check_queue(support, command.queue, by)
    shift = Shift(command.id, command.queue, by.person_id, command.from_at, command.to_at, command.turn)
    support.store.stage_shift(uow, check_shift(shift, now=now))
    try:
        uow.commit()
    except AlreadyDone:
        return shift
    return shift


def cancel_shift(support: Support, *, shift_id: ShiftId, by: Principal, uow: UnitOfWork) -> Shift:
    """One's own, or anybody's for a supervisor; again changes nothing."""
    shift = support.store.find_shift(shift_id)
    if shift is None or (shift.person_id != by.person_id and Role.SUPERVISOR not in by.roles):
        raise NoSuchShift
    support.store.stage_cancelled_shift(uow, shift)
    uow.commit()
    return shift


def read_roster(support: Support, *, queue: str, by: Principal, now: datetime) -> list[Shift]:
    check_queue(support, queue, by)
    return support.store.shifts_of(queue, ending_after=now)
