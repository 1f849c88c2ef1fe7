"""What Chalice's template lacks (design.md §8), added to it: a pure function of the template."""

from __future__ import annotations

import copy
import json

from chalicelib.platform.calls import KEPT
from local.packaging.alarms import SMS_BUDGET, Template, add_alarms, of_type

RUNTIME = "python3.13"
LOGS_KEPT_DAYS = KEPT.days
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
    "FaceRuleId": "FACE_RULE_ID",
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
    # There are none, and looking for them reads the metadata of every installed package at each cold start.
    "PYDANTIC_DISABLE_PLUGINS": "1",
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
    add_alarms(resources, service=CONSTANTS["POWERTOOLS_SERVICE_NAME"])
    return made


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
                "UPLOADS_BUCKET": {"Ref": "UploadsBucket"},
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
