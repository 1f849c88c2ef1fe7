"""Each function may do what it was seen doing in the main job, the audit and the night, and nothing else."""

from __future__ import annotations

import itertools
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pytest
from ulid import ULID

import app as application
from chalicelib import bootstrap
from local import people
from local.environment import TEMPLATE_IDS
from local.layout import ROOT
from local.people import done, new_id
from local.resources import load_resources
from local.worker import Worker
from tests.builders.numbers import ELDER_NUMBER
from tests.builders.outside import Outside
from tests.builders.story import booking, shanghai
from tests.simulation.cast import Cast, cast_of
from tests.simulation.chaos import Chaos
from tests.simulation.town import SimulatedTown
from tests.simulation.workflows import WORKFLOWS, at, top_up

RESOURCES = load_resources()
TABLES, QUEUES = (
    {each["Properties"][name]: logical for logical, each in RESOURCES.items() if name in each["Properties"]}
    for name in ("TableName", "QueueName")
)
QUEUE_OF = {
    "care_events": "CareQueue",
    "billing_events": "BillingQueue",
    "notify_events": "NotifyQueue",
    "reminder_events": "RemindersQueue",
    "receipt_events": "ReceiptsQueue",
}
STREAMED = [name for name, each in RESOURCES.items() if "StreamSpecification" in each["Properties"]]
LOGS = {"Fn::Sub": "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/healthcard-*"}
# Of the regions in which gateways stand, which are not this stack's.
SNS_LOGS = {"Fn::Sub": "arn:${AWS::Partition}:logs:*:${AWS::AccountId}:log-group:sns/*"}
SECRET = {
    "Fn::Sub": "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:healthcard/secrets-*"
}
FUNCTIONS = (
    "api_handler",
    "relay",
    "care_events",
    "billing_events",
    "notify_events",
    "reminder_events",
    "receipt_events",
    "notify_due",
    "sms_receipts",
    "care_due",
    "billing_due",
    "identity_due",
    "support_due",
    "audit",
    "care_nightly",
    "enrol_staff",
)

# They take a message as far as it goes, and may come upon any step of that, a new token for WeChat among them.
DELIVERS = ("reminder_events", "receipt_events")
Allowed = dict[str, set[str]]  # resource, as JSON → actions


class Recorder:
    def __init__(self) -> None:
        self.function = "api_handler"
        self.allowed: dict[str, Allowed] = defaultdict(lambda: defaultdict(set))

    def note(self, service: str, operation: str, request: Mapping[str, Any]) -> None:
        for resource, action in _asked(service, operation, request):
            self.allowed[self.function][json.dumps(resource, sort_keys=True)].add(action)

    @contextmanager
    def watching(self) -> Iterator[None]:
        invoke = Worker._invoke

        def invoked(worker: Worker, name: str, event: dict[str, Any]) -> Any:
            before, self.function = self.function, name
            forget_everything()
            try:
                return invoke(worker, name, event)
            finally:
                self.function = before

        note = lambda _, *given: self.note(*given)  # noqa: E731
        with patch.object(Worker, "_invoke", invoked), patch.object(Chaos, "note", note):
            yield


def forget_everything() -> None:
    """Each function is a process of its own, and begins without the keys and addresses another has fetched."""
    house: Any = application.house
    house.secrets._provider.store.clear()
    house.identity.store._vault._unwrapped.clear()
    house.relay._queues._url_by_context.clear()


def _asked(service: str, operation: str, request: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    if operation == "transact_write_items":
        for entry in request["TransactItems"]:
            ((kind, write),) = entry.items()
            yield _arn(TABLES[write["TableName"]]), f"dynamodb:{kind}Item"
    elif operation == "batch_get_item":
        for table in request["RequestItems"]:
            yield _arn(TABLES[table]), "dynamodb:BatchGetItem"
    elif operation == "batch_write_item":
        for table in request["RequestItems"]:
            yield _arn(TABLES[table]), "dynamodb:BatchWriteItem"
    elif "IndexName" in request:
        yield {"Fn::Sub": f"${{{TABLES[request['TableName']]}.Arn}}/index/{request['IndexName']}"}, "dynamodb:Query"
    elif service == "s3":
        # Who is given an address may do what it is for.
        yield UPLOADS, S3_ACTIONS[request["ClientMethod"] if operation == "generate_presigned_url" else operation]
    else:
        resource, action = SINGLE[f"{service}.{operation}"]
        yield resource(request), action


UPLOADS = {"Fn::Sub": "${UploadsBucket.Arn}/papers/*"}
S3_ACTIONS = {
    "create_multipart_upload": "s3:PutObject",
    "upload_part": "s3:PutObject",
    "complete_multipart_upload": "s3:PutObject",
    "list_parts": "s3:ListMultipartUploadParts",
    "get_object": "s3:GetObject",
}
SINGLE: dict[str, tuple[Callable[[Mapping[str, Any]], dict[str, Any]], str]] = {
    "dynamodb.get_item": (lambda request: _arn(TABLES[request["TableName"]]), "dynamodb:GetItem"),
    "dynamodb.update_item": (lambda request: _arn(TABLES[request["TableName"]]), "dynamodb:UpdateItem"),
    "dynamodb.query": (lambda request: _arn(TABLES[request["TableName"]]), "dynamodb:Query"),
    "sqs.get_queue_url": (lambda request: _arn(QUEUES[request["QueueName"]]), "sqs:GetQueueUrl"),
    "sqs.send_message_batch": (lambda request: _arn(QUEUES[request["QueueUrl"]]), "sqs:SendMessage"),
    "logs.filter_log_events": (lambda _: SNS_LOGS, "logs:FilterLogEvents"),
    "logs.start_query": (lambda _: LOGS, "logs:StartQuery"),
    "logs.get_query_results": (lambda _: {"Ref": "Any"}, "logs:GetQueryResults"),
    "sns.publish": (lambda _: {"Ref": "Any"}, "sns:Publish"),
    "kms.decrypt": (lambda _: _arn("KeyEncryptionKey"), "kms:Decrypt"),
    "secretsmanager.get_secret_value": (lambda _: SECRET, "secretsmanager:GetSecretValue"),
}


def _arn(logical: str) -> dict[str, Any]:
    return {"Fn::GetAtt": [logical, "Arn"]}


def policy(function: str, allowed: Allowed) -> dict[str, Any]:
    """What it was seen doing, its log, and the source that Lambda reads for it."""
    by_actions: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for resource, actions in allowed.items():
        by_actions[tuple(sorted(actions))].append(json.loads(resource))
    by_actions["logs:CreateLogStream", "logs:PutLogEvents"].append(LOGS)
    if function in QUEUE_OF:
        source = _arn(QUEUE_OF[function])
        by_actions["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"].append(source)
    if function == "relay":
        streams = [{"Fn::GetAtt": [table, "StreamArn"]} for table in STREAMED]
        by_actions[
            "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"
        ] += streams
        by_actions["sqs:SendMessage",].append(_arn("RelayFailures"))
    statements = [
        {
            "Effect": "Allow",
            "Action": list(actions),
            "Resource": "*" if resources == [{"Ref": "Any"}] else sorted(resources, key=json.dumps),
        }
        for actions, resources in sorted(by_actions.items())
    ]
    return {"Version": "2012-10-17", "Statement": statements}


def measured_and_mended(cast: Cast) -> None:
    """Cases about each kind of thing, closed and looked at three days later; and a problem told to all."""
    town, elder = cast.town, cast.elder
    top_up_id = new_id("top")
    done(elder.post("/v1/wallet/top-ups", {"id": top_up_id, "amount_fen": 1_000}), 201)
    done(cast.book()())
    (card,) = done(elder.get("/v1/cards"))["items"]
    pleas = [
        ("identity.name_differs", people.a_member(town)),
        *(("app.does_not_work", people.a_member(town)) for _ in range(20)),
    ]
    abouts = [(phone, cause, phone.person_id) for cause, phone in pleas]
    abouts += [(elder, "care.cannot_book", cast.visit_id), (elder, "billing.money_missing", top_up_id)]
    abouts += [(elder, "cards.code_not_accepted", card["id"])]
    for phone, cause, about in abouts:
        case = {"id": new_id("case"), "cause": cause, "about": about, "text": "办不下去"}
        done(phone.post("/v1/cases", case), 201)
        if cause != "app.does_not_work":
            done(cast.staff.post(f"/v1/staff/cases/{case['id']}/claim"))
            end = {"id": new_id("post"), "text": "讲过了", "cause": cause, "action": "explained"}
            done(cast.staff.post(f"/v1/staff/cases/{case['id']}/close", end))
    (problem,) = done(cast.staff.get("/v1/staff/problems"))["items"]
    done(cast.staff.post(f"/v1/staff/problems/{problem['id']}/close", {"text": "修好了"}))
    town.pass_time(minutes=2)
    town.pass_time(hours=73)
    elder.log_in()


def family_and_who_looked(cast: Cast) -> None:
    relative = people.a_relative(cast.town)
    done(relative.post("/v1/invitations/look", {"code": people.invite(cast.elder)["code"]}))
    first = people.give(cast.elder, relative)
    done(relative.as_family_of(cast.elder).get("/v1/visits"))
    people.give(cast.elder, relative)
    done(cast.elder.post(f"/v1/grants/{first}/end"))
    for path in ("/v1/families", "/v1/family-acts", "/v1/access-log"):
        done(cast.elder.get(path))


def a_paper(cast: Cast) -> None:
    """Sent, handed in, and looked at by who decides on it."""
    member = people.a_member(cast.town)
    photo = b"\xff\xd8\xff" + b"x" * 100
    body = {"id": new_id("paper"), "content_type": "image/jpeg", "size": len(photo)}
    for part in done(member.post("/v1/me/papers", body), 201)["missing"]:
        cast.town.s3.put(part["url"], photo)
    words = {"name": "龙英", "id_number": "11010519491231002X"}
    case = member.post(f"/v1/me/papers/{body['id']}/hand-in", words).body["case_id"]
    done(cast.staff.post(f"/v1/staff/cases/{case}/claim"))
    done(cast.staff.get(f"/v1/staff/cases/{case}/paper"))


def codes_and_another_wechat(cast: Cast) -> None:
    """A code is tried, also wrongly; and an account is asked for that is somebody else's."""
    town, phone = cast.town, people.a_member(cast.town)
    for purpose in ("phone", "recover"):
        otp = done(phone.post("/v1/otp", {"phone": phone.number, "purpose": purpose}), 201)
        (digits,) = re.findall(r"验证码(\d{6})", town.sns.sent[-1][1])
        right = {"otp_id": otp["id"], "otp": digits}
        if purpose == "phone":
            done(phone.post("/v1/me/phone", right))
            done(phone.get(f"/v1/otp/{otp['id']}"))
        else:
            answer = phone.post("/v1/me/recovery", right | {"name": "王秀英", "id_number": ELDER_NUMBER})
            assert answer.body["code"] == "identity.recovery_refused"
    phone.post("/v1/me/unlock", {"otp_id": otp["id"], "otp": "000000"})


def wishes_and_a_night(cast: Cast) -> None:
    """What a person chooses, what WeChat tells of them, and news that waits for the morning and goes by SMS."""
    town, elder = cast.town, cast.elder
    done(elder.get("/v1/me/preferences"))
    done(elder.get("/v1/me/templates-to-ask?moment=booking"))
    done(elder.post("/v1/me/subscriptions", {"answers": {TEMPLATE_IDS["visit_status"]: "accept"}}))
    done(elder.put("/v1/me/preferences", {"wechat": True, "sms": True, "reminders": True, "short": True}))
    at(cast, 23, 22, 30)()
    town.settle()
    done(cast.book()())
    town.settle()
    done(cast.step("accept")())
    town.settle()
    at(cast, 24, 7)()
    town.settle()
    for sent in town.wechat("GET", "/outbox")["items"]:
        town.wechat("POST", "/lost-messages", {"msgid": sent["msgid"]})
    done(elder.put("/v1/me/preferences", {"wechat": False, "sms": True, "reminders": True, "short": True}))
    at(cast, 24, 22, 30)()
    town.settle()
    receipts_are_read(town)
    # Without WeChat the morning's message goes by SMS.
    mine = Cast(town, cast.staff, cast.caregiver, cast.caregiver_id, elder)
    elder.log_in()
    cast.caregiver.log_in()
    later = booking(mine.caregiver_id, id=mine.visit_id, start_at=shanghai(26, 14).isoformat())
    done(elder.post("/v1/visits", later), 201)
    town.settle()
    done(mine.step("accept")())
    town.settle()
    at(cast, 25, 7)()
    town.settle()
    done(elder.post("/v1/otp", {"phone": elder.number, "purpose": "phone"}), 201)
    town.sns.lost.update(range(len(town.sns.sent)))  # their receipts say so, and they go once more
    town.pass_time(minutes=2)
    for event in ("revoke", "cancellation"):
        town.wechat("POST", "/accounts", {"openid": elder.openid, "event": event})
        town.settle()


def receipts_are_read(town: SimulatedTown) -> None:
    settings = town.settings()
    only = settings.sms_gateways[0].model_copy(update={"receipts": "sns/group"})
    application.bind(bootstrap.build(settings.model_copy(update={"sms_gateways": (only,)}), clock=town.clock))
    town.sns.sent.clear()


def everything_else(cast: Cast) -> None:
    """What is in no workflow: a payment nobody tells of, reading, being stuck, and signing out."""
    town = cast.town
    town.wechat("POST", "/callbacks/hold", {"on": True})
    for send in top_up(cast)[:2]:
        send()
    town.pass_time(minutes=2)  # nobody tells us: billing asks
    message = done(cast.elder.get("/v1/inbox"))["items"][0]
    done(cast.elder.post(f"/v1/inbox/{message['id']}/read"))
    # Of the town's own time: of a request still to come nothing is known.
    request_id = f"req_{ULID.from_datetime(town.clock())}"
    for subject in (cast.elder.person_id, request_id):
        done(cast.staff.get(f"/v1/staff/story/{subject}"))
    stuck = people.a_member(town)
    for _ in range(3):
        answer = stuck.put("/v1/me/identity", {"name": "无名", "id_number": "11010519491231002X"})
    assert answer.body["case_id"]
    for path in (f"/v1/timeline/{cast.elder.person_id}", "/v1/case-causes"):
        done(cast.elder.get(path))
    done(cast.staff.get("/v1/staff/queues/review"))
    family_and_who_looked(cast)
    a_paper(cast)
    codes_and_another_wechat(cast)
    measured_and_mended(cast)
    done(cast.elder.post("/v1/me/sign-out"))


@pytest.fixture(scope="module")
def recorded(outside: Outside) -> dict[str, Allowed]:
    recorder = Recorder()
    with SimulatedTown(outside) as town, recorder.watching():
        operate = town.operate

        def operated(event: dict[str, Any]) -> None:
            recorder.function = "enrol_staff"
            operate(event)
            recorder.function = "api_handler"

        with patch.object(town, "operate", operated):
            cast = cast_of(town)
            lost = people.a_staff_member(town)
            forget_everything()
            operated({"phone": lost.number, "roles": ["agent"], "reset_second_factor": True})
        beginning = town.snapshot()
        for workflow, loses in itertools.product(WORKFLOWS, (False, True)):
            town.restore(beginning)
            forget_everything()
            mine = Cast(town, cast.staff, cast.caregiver, cast.caregiver_id, cast.elder)
            workflow.before(mine)
            for send in workflow.steps(mine):
                send()
                if not loses:
                    town.settle()
            if loses:
                people.a_caregiver_logs_in(town, mine.staff_again())
                town.lose_events()
            town.pass_time(hours=2)
            at(mine, 25, 3)()
            town.settle()
            mine.facts()
            town.request("GET", "/v1/health/ready")
            town.request("GET", "/v1/visits", token=mine.elder.token)
            nothing_failed(town)
        town.restore(beginning)
        forget_everything()
        everything_else(cast)
        nothing_failed(town)
        town.restore(beginning)
        forget_everything()
        wishes_and_a_night(Cast(town, cast.staff, cast.caregiver, cast.caregiver_id, cast.elder))
        nothing_failed(town)
    for name in DELIVERS:
        for resource, actions in recorder.allowed["notify_events"].items():
            recorder.allowed[name][resource] |= actions
    return recorder.allowed


def nothing_failed(town: SimulatedTown) -> None:
    """A call the recorder does not know fails inside a consumer: it must not pass for one that is never made."""
    assert town.sqs.dead == []


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_policy_is_what_was_seen(function: str, recorded: dict[str, Allowed]) -> None:
    assert set(recorded) == set(FUNCTIONS)
    path = ROOT / ".chalice" / f"policy-{function}.json"
    wanted = json.dumps(policy(function, recorded[function]), indent=2) + "\n"
    assert path.read_text() == wanted, f"missing or unused; {path.name} should be:\n{wanted}"
