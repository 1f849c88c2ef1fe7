"""What support needs from others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from chalicelib.contracts.story import Happened, Witness
from chalicelib.kernel.ids import RequestId
from chalicelib.kernel.refusals import Missing


class NothingKnown(Missing):
    code = "support.nothing_known"
    message = "没有找到这个编号。"
    next_step = "请核对编号；请求编号只能查到最近 90 天的。"


class CallLog(Protocol):
    def calls_of(self, request_id: RequestId, *, now: datetime) -> Sequence[Happened]:
        """What the functions logged of a request and of everything that came of it, for 90 days."""


@dataclass(frozen=True, slots=True)
class Support:
    witnesses: Sequence[Witness]
    calls: CallLog
