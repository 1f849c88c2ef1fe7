"""What AWS does between the handlers: hands streams, queues and schedules to the Chalice-decorated functions.

Queues forget when their stand-in stops; a stream's checkpoint moves only when all that came of it is consumed.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError
from chalice.app import Chalice, ScheduledEventConfig, SQSEventConfig
from chalice.local import LambdaContext

from chalicelib.kernel.refusals import Unavailable
from local.clock import SimulatedClock
from local.lambda_events import queue_event, schedule_event
from local.layout import data_folder
from local.streams import Checkpoints, Streams

QUEUE_BATCH = 10
IDLE_S = 0.1


@dataclass(frozen=True, slots=True)
class Functions:
    """What is invoked and when: queues and schedules by name of the function, and a way to invoke one."""

    queues: dict[str, str]
    schedules: dict[str, Any]
    invoke: Callable[[str, dict[str, Any]], Any]


def functions_of(app: Chalice) -> Functions:
    """The decorated handlers, in this process."""

    def invoke(name: str, event: dict[str, Any]) -> Any:
        return app.handler_map[name](event, LambdaContext(name, memory_size=512, max_runtime_ms=60_000))

    sources = app.event_sources
    return Functions(
        queues={str(each.queue): each.name for each in sources if isinstance(each, SQSEventConfig)},
        schedules={each.name: each.schedule_expression for each in sources if isinstance(each, ScheduledEventConfig)},
        invoke=invoke,
    )


class Worker:
    """`turn()` does whatever is to be done now and says how much that was.

    `kept` (a file) remembers when each schedule runs next: what was due while the worker was down runs at its
    start, or a machine that is off at night would never see the jobs of the night.
    """

    def __init__(
        self, functions: Functions, clock: Callable[[], datetime], checkpoints: Checkpoints, kept: Path | None = None
    ) -> None:
        self._functions = functions
        self._clock = clock
        self._sqs = boto3.client("sqs")
        self._streams = Streams(
            boto3.client("dynamodb"),
            boto3.client("dynamodbstreams"),
            checkpoints,
            relay=lambda event: self._invoke("relay", event),
        )
        self._kept = kept
        self._next_run: dict[str, datetime] = {}
        if kept and kept.exists():
            self._next_run = {name: datetime.fromisoformat(at) for name, at in json.loads(kept.read_text()).items()}
        # Only our relay and our schedules fill the queues: once they are known to be empty they need no looking at.
        self._queues_may_hold = True

    def turn(self) -> int:
        relayed = self._streams.turn()
        self._queues_may_hold = self._queues_may_hold or bool(relayed)
        consumed = 0
        if self._queues_may_hold:
            consumed = sum(self._consume(queue, handler) for queue, handler in self._functions.queues.items())
            if not relayed and not consumed and self._queues_are_empty():
                self._queues_may_hold = False
                self._streams.all_consumed()
        ticked = self._tick()
        # A schedule may have handed something to a queue.
        self._queues_may_hold = self._queues_may_hold or bool(ticked)
        return relayed + consumed + ticked

    def reopen_streams(self) -> None:
        self._streams.reopen()

    def start_over(self) -> None:
        """A stand-in was down: what stood in the queues may be gone."""
        self._streams.rewind()
        self._queues_may_hold = True

    def _consume(self, queue: str, handler: str) -> int:
        url = self._url(queue)
        answer = self._sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=QUEUE_BATCH, AttributeNames=["All"])
        messages = answer.get("Messages", [])
        if not messages:
            return 0
        failures = self._invoke(handler, queue_event(messages, queue=queue))["batchItemFailures"]
        failed = {failure["itemIdentifier"] for failure in failures}
        done = [message["ReceiptHandle"] for message in messages if message["MessageId"] not in failed]
        if done:
            entries = [{"Id": str(place), "ReceiptHandle": receipt} for place, receipt in enumerate(done)]
            self._sqs.delete_message_batch(QueueUrl=url, Entries=entries)
        return len(done)

    def _queues_are_empty(self) -> bool:
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        for queue in self._functions.queues:
            counts = self._sqs.get_queue_attributes(QueueUrl=self._url(queue), AttributeNames=names)["Attributes"]
            if any(int(count) for count in counts.values()):
                return False
        return True

    def _url(self, queue: str) -> str:
        return str(self._sqs.get_queue_url(QueueName=queue)["QueueUrl"])

    def _tick(self) -> int:
        """Each schedule that is due runs once, however far the clock has moved."""
        now = self._clock()
        due = [
            name
            for name, expression in self._functions.schedules.items()
            if now >= self._next_run.setdefault(name, next_run(expression, after=now))
        ]
        for name in due:
            self._next_run[name] = next_run(self._functions.schedules[name], after=now)
            self._invoke(name, schedule_event(name, now))
        if due and self._kept:
            self._kept.write_text(json.dumps({name: at.isoformat() for name, at in self._next_run.items()}))
        return len(due)

    def _invoke(self, name: str, event: dict[str, Any]) -> Any:
        return self._functions.invoke(name, event)


def next_run(expression: Any, *, after: datetime) -> datetime:
    """For the kinds of expressions the product uses: every N minutes or hours, and daily at a minute (UTC)."""
    text = expression if isinstance(expression, str) else expression.to_string()
    kind, _, arguments = text.rstrip(")").partition("(")
    words = arguments.split()
    if kind == "rate" and words[1].startswith("minute"):
        return after.replace(second=0, microsecond=0) + timedelta(minutes=int(words[0]))
    if kind == "rate" and words[1].startswith("hour"):
        return after.replace(minute=0, second=0, microsecond=0) + timedelta(hours=int(words[0]))
    if kind == "cron" and words[2:] == ["*", "*", "?", "*"]:
        today = after.replace(hour=int(words[1]), minute=int(words[0]), second=0, microsecond=0)
        return today if today > after else today + timedelta(days=1)
    raise ValueError(f"the local worker does not know the schedule {text}")


def main() -> None:
    import app as application  # noqa: PLC0415 - tests drive a Worker over an app of their own
    from chalicelib import bootstrap  # noqa: PLC0415

    data = data_folder()
    clock = SimulatedClock(data.clock)
    application.bind(bootstrap.build(application.settings, clock=clock))
    worker = Worker(functions_of(application.app), clock, Checkpoints(data.checkpoints), data.schedules)
    while True:
        try:
            busy = worker.turn()
        except (BotoCoreError, ClientError, Unavailable, ExceptionGroup) as trouble:
            print(f"worker: {trouble!r}; going on from the last checkpoint", flush=True)
            worker.start_over()
            busy = 0
            time.sleep(1)
        if not busy:
            time.sleep(IDLE_S)


if __name__ == "__main__":
    main()
