"""What Amazon SNS noted of texts to numbers: its delivery status logs in the region that sent them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from chalicelib.contracts.sms import SmsReceipt
from chalicelib.kernel.time import to_millis

# The provider's answers that another try does not change (Amazon SNS, "SMS delivery failure reasons").
_FOR_GOOD = frozenset(
    {
        "Destination is on a blocked list",
        "Invalid phone number",
        "Phone has blocked SMS",
        "Phone is on a blocked list",
        "Phone number is opted out",
    }
)


class NumberReceipts:
    """One gateway's: `log_group` has the successes, a second one beside it the failures; SNS makes each at need."""

    def __init__(self, client: Any, gateway: str, log_group: str) -> None:
        self._client = client
        self._gateway = gateway
        self._log_group = log_group

    def between(self, since: datetime, until: datetime) -> Iterator[SmsReceipt]:
        """By the time of the notice, `until` excluded; in no order between the two groups."""
        for group in (self._log_group, f"{self._log_group}/Failure"):
            for line in self._lines(group, since, until):
                yield self._receipt(json.loads(line["message"]), line["timestamp"])

    def _lines(self, group: str, since: datetime, until: datetime) -> Iterator[dict[str, Any]]:
        asked: dict[str, Any] = {
            "logGroupName": group,
            "startTime": to_millis(since),
            "endTime": to_millis(until) - 1,  # CloudWatch includes it
        }
        while True:
            try:
                page = self._client.filter_log_events(**asked)
            except self._client.exceptions.ResourceNotFoundException:
                return
            yield from page["events"]
            if "nextToken" not in page:
                return
            asked["nextToken"] = page["nextToken"]

    def _receipt(self, noted: dict[str, Any], at_ms: int) -> SmsReceipt:
        answered = str(noted["delivery"].get("providerResponse", ""))
        failure = "refused" if answered in _FOR_GOOD else "failed"
        return SmsReceipt(
            gateway=self._gateway,
            reference=noted["notification"]["messageId"],
            outcome="delivered" if noted["status"] == "SUCCESS" else failure,
            at=datetime.fromtimestamp(at_ms / 1000, UTC),
        )
