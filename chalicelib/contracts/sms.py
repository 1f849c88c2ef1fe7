"""What became of a text after a gateway had taken it."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import AwareDatetime

from chalicelib.contracts.envelope import Event


class SmsReceipt(Event):
    """`reference` is what SNS called the text when it took it; `refused` is for good, `failed` for now.

    A call is `delivered` when somebody took it, and `confirmed` when they pressed the key that says they heard it.
    `keys`: what they keyed in, where that was asked for.
    """

    NAME: ClassVar[str] = "sms.receipt"

    gateway: str
    reference: str
    outcome: Literal["delivered", "confirmed", "refused", "failed"]
    at: AwareDatetime
    keys: str | None = None
