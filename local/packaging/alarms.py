"""The alarms beside what they watch (docs/runbooks/alarms.md): one for each thing that can stop."""

from __future__ import annotations

from typing import Any

from chalicelib.billing.domain.top_up import PaymentDiffers
from chalicelib.platform.wechat.push import PushRefused
from chalicelib.platform.wechat.refusals import CallbackRefused

Template = dict[str, Any]

# The namespace of chalicelib/platform/metrics.py.
METRICS = "healthcard"
# Of these the worst of a period counts, not the sum.
LATEST_COUNTS = ("IteratorAge", "ApproximateAgeOfOldestMessage", "DueLag", "SMSMonthToDateSpentUSD")
SMS_BUDGET = "SmsUsdPerMonth"
RUNBOOK = "docs/runbooks/alarms.md"


def of_type(resources: Template, kind: str) -> list[str]:
    return [name for name, each in resources.items() if each["Type"] == kind]


def add_alarms(resources: Template, *, service: str) -> None:
    """One for each thing that can stop: they page through the topic, and name their place in the runbook."""
    # Not encrypted with the account's own key for SNS: CloudWatch may not use that one, and no page would come.
    resources["Pages"] = {"Type": "AWS::SNS::Topic"}
    for name in of_type(resources, "AWS::Serverless::Function"):
        dimensions = {"FunctionName": f"healthcard-{name}"}
        resources[f"{name}Errors"] = _alarm("AWS/Lambda", "Errors", dimensions, "function-fails")
        resources[f"{name}Throttles"] = _alarm("AWS/Lambda", "Throttles", dimensions, "function-throttled")
    resources["RelayBehind"] = _alarm(
        "AWS/Lambda", "IteratorAge", {"FunctionName": "healthcard-Relay"}, "relay-behind", at_least=300_000
    )
    for name in of_type(resources, "AWS::SQS::Queue"):
        queue = {"QueueName": {"Fn::GetAtt": [name, "QueueName"]}}
        if "RedrivePolicy" in resources[name]["Properties"]:
            age = "ApproximateAgeOfOldestMessage"
            resources[f"{name}Behind"] = _alarm("AWS/SQS", age, queue, "queue-behind", at_least=900)
        else:
            visible = "ApproximateNumberOfMessagesVisible"
            resources[f"{name}Filled"] = _alarm("AWS/SQS", visible, queue, "dead-letters")
    ours = {"service": service}
    resources["LedgerBroken"] = _alarm(METRICS, "LedgerBroken", ours, "ledger-broken")
    differs = ours | {"code": PaymentDiffers.code}
    resources["PaymentDiffers"] = _alarm(METRICS, "AlarmingRefusals", differs, "payment-differs")
    refused = ours | {"code": CallbackRefused.code}
    # WeChat tries four times within four minutes: one payment that is refused each time is enough.
    resources["CallbackRefused"] = _alarm(
        METRICS, "AlarmingRefusals", refused, "callback-refused", at_least=4, within_s=900
    )
    pushed = ours | {"code": PushRefused.code}
    resources["PushRefused"] = _alarm(METRICS, "AlarmingRefusals", pushed, "push-refused", at_least=4, within_s=900)
    # Also what a deployment goes back on: the edge answers defects, so that the function itself never fails.
    resources["ApiDefects"] = _alarm(METRICS, "Defects", ours, "function-fails")
    resources["SmsCapped"] = _alarm(METRICS, "SmsCapped", ours, "sms-capped", within_s=3600)
    resources["SmsTripped"] = _alarm(METRICS, "SmsTripped", ours, "gateway-tripped", within_s=300)
    resources["MessageDefects"] = _alarm(METRICS, "MessageDefects", ours, "message-defects")
    resources["TalksDisowned"] = _alarm(METRICS, "TalksDisowned", ours, "talks-disowned")
    resources["NobodyOnDuty"] = _alarm(METRICS, "NobodyOnDuty", ours, "nobody-on-duty")
    resources["RosterGaps"] = _alarm(METRICS, "RosterGaps", ours, "roster-gaps", within_s=3600)
    audits = _alarm(METRICS, "Audits", ours, "audit-missing", within_s=3600)
    audits["Properties"] |= {
        "ComparisonOperator": "LessThanThreshold",
        "TreatMissingData": "breaching",
        "EvaluationPeriods": 3,
    }
    resources["AuditMissing"] = audits
    for table in ("care", "billing", "identity", "notify", "support"):
        due = _alarm(METRICS, "DueLag", ours | {"table": f"healthcard-{table}"}, "due-behind", at_least=300)
        # Every run tells its lag, each minute: none for five minutes means that none ran.
        due["Properties"] |= {"TreatMissingData": "breaching", "EvaluationPeriods": 5}
        resources[f"{table.title()}DueBehind"] = due
    spent = _alarm("AWS/SNS", "SMSMonthToDateSpentUSD", {}, "sms-spend", within_s=300)
    spent["Properties"]["Threshold"] = {"Ref": SMS_BUDGET}
    resources["SmsSpend"] = spent
    resources["ApiServerErrors"] = _alarm(
        "AWS/ApiGateway", "5XXError", {"ApiName": "healthcard", "Stage": "api"}, "api-server-errors", at_least=5
    )


def _alarm(
    namespace: str, metric: str, dimensions: Template, runbook: str, *, at_least: int = 1, within_s: int = 60
) -> Template:
    return {
        "Type": "AWS::CloudWatch::Alarm",
        "Properties": {
            "AlarmDescription": f"{RUNBOOK}#{runbook}",
            "Namespace": namespace,
            "MetricName": metric,
            "Dimensions": [{"Name": name, "Value": value} for name, value in dimensions.items()],
            "Statistic": "Maximum" if metric in LATEST_COUNTS else "Sum",
            "Period": within_s,
            "EvaluationPeriods": 1,
            "Threshold": at_least,
            "ComparisonOperator": "GreaterThanOrEqualToThreshold",
            "TreatMissingData": "notBreaching",
            "AlarmActions": [{"Ref": "Pages"}],
        },
    }
