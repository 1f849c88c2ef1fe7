"""What Chalice's template lacks (design.md §8), added to it: a pure function of the template."""

from __future__ import annotations

import copy
import json
from typing import Any

from chalicelib.billing.domain.top_up import PaymentDiffers
from chalicelib.platform.calls import KEPT
from chalicelib.platform.wechat.push import PushRefused
from chalicelib.platform.wechat.refusals import CallbackRefused

Template = dict[str, Any]

RUNTIME = "python3.13"
LOGS_KEPT_DAYS = KEPT.days
# The namespace of chalicelib/platform/metrics.py.
METRICS = "healthcard"
# Of these the worst of a period counts, not the sum.
LATEST_COUNTS = ("IteratorAge", "ApproximateAgeOfOldestMessage", "DueLag", "SMSMonthToDateSpentUSD")
SMS_BUDGET = "SmsUsdPerMonth"
RUNBOOK = "docs/runbooks/alarms.md"
# A family's phone sends a handful of requests a minute; a whole city block behind one address, hundreds.
REQUESTS_PER_ADDRESS_IN_5_MIN = 2_000
PARAMETERS = {
    "WechatAppid": "WECHAT_APPID",
    "WechatMchid": "WECHAT_MCHID",
    "WechatPayNotifyUrl": "WECHAT_PAY_NOTIFY_URL",
    "WechatTemplateIds": "WECHAT_TEMPLATE_IDS",
    "WechatPushMode": "WECHAT_PUSH_MODE",
    "SmsGateways": "SMS_GATEWAYS",
    "SmsTemplateIds": "SMS_TEMPLATE_IDS",
    "SmsCapFen": "SMS_CAP_FEN",
    "Hotline": "HOTLINE",
}
CONSTANTS = {
    "SECRETS_NAME": "healthcard/secrets",
    "TABLE_PREFIX": "healthcard",
    "QUEUE_PREFIX": "healthcard",
    "WECHAT_API_BASE": "https://api.weixin.qq.com",
    "WECHAT_PAY_BASE": "https://api.mch.weixin.qq.com",
    "REALNAME_ENDPOINT": "https://faceid.tencentcloudapi.com",
    "POWERTOOLS_SERVICE_NAME": "healthcard",
}
ACCESS_LOG = (
    '{"request_id":"$context.requestId","method":"$context.httpMethod","route":"$context.resourcePath",'
    '"status":"$context.status","took_ms":"$context.responseLatency","refused":"$context.error.responseType"}'
)


def completed(template: Template, *, commit: str, architecture: str) -> Template:
    """The template as it is deployed; `template` is what Chalice made of `app.py` and `.chalice/`."""
    made = copy.deepcopy(template)
    resources = made["Resources"]
    made["Parameters"] = {name: {"Type": "String"} for name in PARAMETERS}
    made["Parameters"][SMS_BUDGET] = {"Type": "Number", "Description": "An alarm is raised when so much is spent"}
    functions = of_type(resources, "AWS::Serverless::Function")
    log_groups = json.dumps([_log_group(name) for name in functions])
    for name in functions:
        resources[name]["Properties"]["Architectures"] = [architecture]
        _complete_function(resources, name, {"LOG_GROUPS": log_groups, "COMMIT": commit})
    _complete_sources(resources)
    _complete_api(resources)
    _add_alarms(resources)
    return made


def of_type(resources: Template, kind: str) -> list[str]:
    return [name for name, each in resources.items() if each["Type"] == kind]


def _log_group(function: str) -> str:
    return f"/aws/lambda/healthcard-{function}"


def _complete_function(resources: Template, name: str, variables: dict[str, str]) -> None:
    properties = resources[name]["Properties"]
    function = f"healthcard-{name}"
    log_group = f"{name}Log"
    resources[log_group] = {
        "Type": "AWS::Logs::LogGroup",
        "DeletionPolicy": "Retain",
        "UpdateReplacePolicy": "Retain",
        "Properties": {"LogGroupName": _log_group(name), "RetentionInDays": LOGS_KEPT_DAYS},
    }
    properties |= {
        "FunctionName": function,
        "Runtime": RUNTIME,
        "CodeUri": "./healthcard.zip",
        "LoggingConfig": {"LogGroup": {"Ref": log_group}},
        "AutoPublishAlias": "live",
        "Environment": {
            "Variables": {
                **CONSTANTS,
                **variables,
                **{variable: {"Ref": parameter} for parameter, variable in PARAMETERS.items()},
                "CARE_STREAM_ARN": {"Fn::GetAtt": ["CareTable", "StreamArn"]},
            }
        },
    }
    if name == "APIHandler":
        properties["DeploymentPreference"] = {
            "Type": "Canary10Percent5Minutes",
            "Alarms": [{"Ref": "APIHandlerErrors"}, {"Ref": "ApiDefects"}],
        }


def _complete_sources(resources: Template) -> None:
    for name in of_type(resources, "AWS::Serverless::Function"):
        for source in resources[name]["Properties"].get("Events", {}).values():
            if source["Type"] == "SQS":
                source["Properties"]["FunctionResponseTypes"] = ["ReportBatchItemFailures"]
    relay = resources["Relay"]["Properties"]
    (mapping,) = relay["Events"].values()
    relay["Events"] = {
        f"{table}Changes": {
            "Type": "DynamoDB",
            "Properties": {
                **mapping["Properties"],
                "Stream": {"Fn::GetAtt": [table, "StreamArn"]},
                "StartingPosition": "TRIM_HORIZON",
                "FunctionResponseTypes": ["ReportBatchItemFailures"],
                "BisectBatchOnFunctionError": True,
                # Then the record's place goes to the failure queue, and the audit finds what it would have told.
                "MaximumRetryAttempts": 50,
                "DestinationConfig": {"OnFailure": {"Destination": {"Fn::GetAtt": ["RelayFailures", "Arn"]}}},
            },
        }
        for table in of_type(resources, "AWS::DynamoDB::Table")
        if "StreamSpecification" in resources[table]["Properties"]
    }


def _complete_api(resources: Template) -> None:
    api = resources["RestAPI"]["Properties"]
    # Through the alias, so that a deployment moves traffic by and by and can go back.
    live = {
        "Fn::Sub": [
            "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Live}/invocations",
            {"Live": {"Ref": "APIHandler.Alias"}},
        ]
    }
    for path in api["DefinitionBody"]["paths"].values():
        for method in path.values():
            method["x-amazon-apigateway-integration"]["uri"] = live
    resources["APIHandlerInvokePermission"]["Properties"]["FunctionName"] = {"Ref": "APIHandler.Alias"}
    resources["ApiLog"] = {
        "Type": "AWS::Logs::LogGroup",
        "DeletionPolicy": "Retain",
        "UpdateReplacePolicy": "Retain",
        "Properties": {"LogGroupName": "/aws/apigateway/healthcard", "RetentionInDays": LOGS_KEPT_DAYS},
    }
    # Without it API Gateway refuses a stage with an access log, in an account that never had one.
    resources["ApiLogRole"] = {
        "Type": "AWS::IAM::Role",
        "Properties": {
            "AssumeRolePolicyDocument": {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Principal": {"Service": "apigateway.amazonaws.com"},
                        "Action": "sts:AssumeRole",
                    }
                ],
            },
            "ManagedPolicyArns": [
                {"Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"}
            ],
        },
    }
    resources["ApiLogAccount"] = {
        "Type": "AWS::ApiGateway::Account",
        "Properties": {"CloudWatchRoleArn": {"Fn::GetAtt": ["ApiLogRole", "Arn"]}},
    }
    resources["RestAPI"]["DependsOn"] = "ApiLogAccount"
    api |= {
        "EndpointConfiguration": "REGIONAL",
        "MethodSettings": [
            {
                "ResourcePath": "/*",
                "HttpMethod": "*",
                "ThrottlingRateLimit": 500,
                "ThrottlingBurstLimit": 1_000,
                "MetricsEnabled": True,
            }
        ],
        # No address, no path as it was asked: both can name a person.
        "AccessLogSetting": {"DestinationArn": {"Fn::GetAtt": ["ApiLog", "Arn"]}, "Format": ACCESS_LOG},
    }
    resources["RateRule"] = {
        "Type": "AWS::WAFv2::WebACL",
        "Properties": {
            "Scope": "REGIONAL",
            "DefaultAction": {"Allow": {}},
            "VisibilityConfig": _visible("healthcard"),
            "Rules": [
                {
                    "Name": "by-address",
                    "Priority": 0,
                    "Action": {"Block": {}},
                    "VisibilityConfig": _visible("healthcard-by-address"),
                    "Statement": {
                        "RateBasedStatement": {"AggregateKeyType": "IP", "Limit": REQUESTS_PER_ADDRESS_IN_5_MIN}
                    },
                }
            ],
        },
    }
    resources["RateRuleOnApi"] = {
        "Type": "AWS::WAFv2::WebACLAssociation",
        "DependsOn": "RestAPIapiStage",
        "Properties": {
            "WebACLArn": {"Fn::GetAtt": ["RateRule", "Arn"]},
            "ResourceArn": {
                "Fn::Sub": "arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${RestAPI}/stages/api"
            },
        },
    }


def _visible(name: str) -> Template:
    return {"CloudWatchMetricsEnabled": True, "MetricName": name, "SampledRequestsEnabled": False}


def _add_alarms(resources: Template) -> None:
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
    ours = {"service": CONSTANTS["POWERTOOLS_SERVICE_NAME"]}
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
    for table in ("care", "billing", "notify", "support"):
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
