"""The way in: routes, streams, queues and schedules, each handed to the context it belongs to."""

from __future__ import annotations

import gc

# Nothing that is being imported is garbage yet; looking for some is a tenth of a cold start's CPU (`make bench`).
gc.disable()

import os
from collections.abc import Callable
from typing import Any

from chalice.app import Chalice, CloudWatchEvent, Cron, DynamoDBEvent, Rate, Request, Response, SQSEvent

from chalicelib import bootstrap
from chalicelib.billing import consumers as billing_consumers
from chalicelib.billing.api import api as billing_api
from chalicelib.cards import consumers as cards_consumers
from chalicelib.cards.api import api as cards_api
from chalicelib.care import consumers as care_consumers
from chalicelib.care.api import api as care_api
from chalicelib.identity import consumers as identity_consumers
from chalicelib.identity.api import api as identity_api
from chalicelib.identity.consent_api import api as consent_api
from chalicelib.identity.entrustment_api import api as entrustment_api
from chalicelib.identity.face_api import api as face_api
from chalicelib.identity.family_api import api as family_api
from chalicelib.identity.paper_api import api as paper_api
from chalicelib.identity.usecases.enrolment import EnrolStaff
from chalicelib.identity.usecases.enrolment import enrol_staff as enrol_staff_member
from chalicelib.identity.usecases.staff_sign_in import reset_second_factor
from chalicelib.notify import consumers as notify_consumers
from chalicelib.notify import telling
from chalicelib.notify.api import api as notify_api
from chalicelib.platform import metrics
from chalicelib.platform.http.edge import in_refusal_format
from chalicelib.platform.http.service import api as service_api
from chalicelib.platform.messaging.auditor import Attempts
from chalicelib.platform.settings import Settings
from chalicelib.support import consumers as support_consumers
from chalicelib.support.api import api as support_api
from chalicelib.support.desk_api import api as desk_api

APIS = (
    identity_api,
    family_api,
    consent_api,
    entrustment_api,
    face_api,
    paper_api,
    cards_api,
    care_api,
    billing_api,
    notify_api,
    support_api,
    desk_api,
    service_api,
)

app = Chalice(app_name="healthcard")
for each in APIS:
    app.register_blueprint(each)

settings = Settings.from_environment()
house = bootstrap.build(settings)


def bind(built: bootstrap.House) -> None:
    """Hands every route, queue and schedule what it works with."""
    global house  # noqa: PLW0603 - Chalice's handlers are module-level functions
    house = built
    identity_api.bind(built.identity, built.edge)
    family_api.bind(built.identity, built.edge)
    consent_api.bind(built.identity, built.edge)
    entrustment_api.bind(built.identity, built.edge)
    face_api.bind(built.identity, built.edge)
    paper_api.bind(built.identity, built.edge)
    cards_api.bind(built.cards, built.edge)
    care_api.bind(built.care, built.edge)
    billing_api.bind(built.billing, built.edge)
    notify_api.bind(built.notify, built.edge)
    support_api.bind(built.support, built.edge)
    desk_api.bind(built.support, built.edge)
    service_api.bind(bootstrap.service(built, APIS), built.edge)
    identity_consumers.consumer.bind(built.identity, clock=built.clock, database=built.database)
    cards_consumers.consumer.bind(built.cards, clock=built.clock, database=built.database)
    care_consumers.consumer.bind(built.care, clock=built.clock, database=built.database)
    billing_consumers.consumer.bind(built.billing, clock=built.clock, database=built.database)
    telling.consumer.bind(built.notify, clock=built.clock, database=built.database)
    notify_consumers.due_consumer.bind(built.notify, clock=built.clock, database=built.database)
    notify_consumers.receipt_consumer.bind(built.notify, clock=built.clock, database=built.database)
    support_consumers.consumer.bind(built.support, clock=built.clock, database=built.database)


bind(house)
gc.freeze()
gc.enable()


@app.middleware("http")
def one_refusal_format(request: Request, get_response: Callable[[Request], Response]) -> Response:
    methods = app.routes[request.context["resourcePath"]]
    return in_refusal_format(get_response(request), house.edge, methods=methods)


# One relay for the streams of all tables: packaging maps the others to it (local/packaging/transform.py).
@app.on_dynamodb_record(stream_arn=os.environ["CARE_STREAM_ARN"], starting_position="TRIM_HORIZON", name="relay")
def relay(event: DynamoDBEvent) -> Any:
    return house.relay.handle(event.to_dict())


@app.on_sqs_message(queue=settings.queue("care"), batch_size=10, name="care_events")
def care_events(event: SQSEvent) -> Any:
    return care_consumers.consumer.handle(event.to_dict(), event.context)


@app.on_sqs_message(queue=settings.queue("billing"), batch_size=10, name="billing_events")
def billing_events(event: SQSEvent) -> Any:
    return billing_consumers.consumer.handle(event.to_dict(), event.context)


@app.on_sqs_message(queue=settings.queue("notify"), batch_size=10, name="notify_events")
def notify_events(event: SQSEvent) -> Any:
    return telling.consumer.handle(event.to_dict(), event.context)


@app.on_sqs_message(queue=settings.queue("reminders"), batch_size=1, name="reminder_events")
def reminder_events(event: SQSEvent) -> Any:
    return notify_consumers.due_consumer.handle(event.to_dict(), event.context)


@app.on_sqs_message(queue=settings.queue("receipts"), batch_size=10, name="receipt_events")
def receipt_events(event: SQSEvent) -> Any:
    return notify_consumers.receipt_consumer.handle(event.to_dict(), event.context)


@app.schedule(Rate(1, unit=Rate.MINUTES), name="sms_receipts")
def sms_receipts(_: CloudWatchEvent) -> None:
    notify_consumers.gather_receipts(notify_consumers.receipt_consumer.job(), house.receipts, house.queues)


@app.schedule(Rate(1, unit=Rate.MINUTES), name="notify_due")
def notify_due(_: CloudWatchEvent) -> None:
    notify_consumers.sweep_due(notify_consumers.due_consumer.job(), house.notify_sweep, house.queues)


@app.schedule(Rate(1, unit=Rate.MINUTES), name="care_due")
def care_due(_: CloudWatchEvent) -> None:
    care_consumers.sweep_due(care_consumers.consumer.job(), house.care_sweep)


@app.schedule(Rate(1, unit=Rate.MINUTES), name="billing_due")
def billing_due(_: CloudWatchEvent) -> None:
    billing_consumers.sweep_due(billing_consumers.consumer.job(), house.billing_sweep, house.auditor)


@app.schedule(Rate(1, unit=Rate.MINUTES), name="identity_due")
def identity_due(_: CloudWatchEvent) -> None:
    identity_consumers.sweep_due(identity_consumers.consumer.job(), house.identity_sweep, house.auditor)


@app.schedule(Rate(1, unit=Rate.MINUTES), name="support_due")
def support_due(_: CloudWatchEvent) -> None:
    support_consumers.sweep_due(support_consumers.consumer.job(), house.support_sweep, house.auditor)


@app.schedule(Rate(1, unit=Rate.HOURS), name="audit")
def audit(_: CloudWatchEvent) -> None:
    attempts = Attempts()
    # This first: they are few, and the walk over all visits may be cut short by the function's time.
    attempts.make(lambda: cards_consumers.audit(cards_consumers.consumer.job(), house.cards_sweep, house.auditor))
    attempts.make(lambda: care_consumers.audit(care_consumers.consumer.job(), house.auditor))
    attempts.make(lambda: support_consumers.audit(support_consumers.consumer.job()))
    metrics.count("Audits")  # an audit that is cut short, or never begins, tells nothing, and silence is an alarm
    attempts.end()


# 18:30 UTC is 02:30 in Shanghai.
@app.schedule(Cron(30, 18, "*", "*", "?", "*"), name="care_nightly")
def care_nightly(_: CloudWatchEvent) -> None:
    care_consumers.nightly(care_consumers.consumer.job())


@app.lambda_function(name="enrol_staff")
def enrol_staff(event: dict[str, Any], _: Any) -> None:
    """For operators, never over HTTP: `{"phone": "+86…", "roles": ["agent"]}` is staff with these roles.

    With `"reset_second_factor": true` who lost theirs may set another; their sessions end.
    """
    job, command = care_consumers.consumer.job(), EnrolStaff.model_validate(event)
    if command.reset_second_factor:
        reset_second_factor(house.identity, phone=command.phone, now=job.now, begin=job.begin)
    else:
        enrol_staff_member(house.identity, command=command, now=job.now, begin=job.begin)
