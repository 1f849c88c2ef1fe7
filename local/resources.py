"""Tables and queues as `.chalice/resources.json` defines them, made on whatever answers for AWS."""

from __future__ import annotations

import json
from typing import Any

import boto3

from local.layout import ROOT

RESOURCES = ROOT / ".chalice" / "resources.json"
# What CreateTable takes of a template's table; the rest (backups, deletion protection) has no local meaning.
_TABLE_FIELDS = ("TableName", "BillingMode", "AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes")


def load_resources() -> dict[str, dict[str, Any]]:
    resources: dict[str, dict[str, Any]] = json.loads(RESOURCES.read_text())["Resources"]
    return resources


def of_type(resources: dict[str, dict[str, Any]], kind: str) -> dict[str, dict[str, Any]]:
    return {name: each["Properties"] for name, each in resources.items() if each["Type"] == kind}


def create_tables(dynamodb: Any) -> list[str]:
    """Makes the tables that are missing; answers with the names of all."""
    existing = set(dynamodb.list_tables()["TableNames"])
    names = []
    for properties in of_type(load_resources(), "AWS::DynamoDB::Table").values():
        names.append(properties["TableName"])
        if properties["TableName"] in existing:
            continue
        request = {field: properties[field] for field in _TABLE_FIELDS if field in properties}
        if "StreamSpecification" in properties:
            request["StreamSpecification"] = {"StreamEnabled": True, **properties["StreamSpecification"]}
        dynamodb.create_table(**request)
    return names


def create_bucket(s3: Any, name: str) -> None:
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": s3.meta.region_name})


def create_queues(sqs: Any) -> dict[str, str]:
    """Makes the queues, dead letters first; answers with their URLs by name."""
    queues = of_type(load_resources(), "AWS::SQS::Queue")
    arn_by_resource: dict[str, str] = {}
    url_by_name: dict[str, str] = {}
    for resource, properties in sorted(queues.items(), key=lambda pair: "RedrivePolicy" in pair[1]):
        attributes = {"VisibilityTimeout": str(properties.get("VisibilityTimeout", 30))}
        if redrive := properties.get("RedrivePolicy"):
            dead_letters = redrive["deadLetterTargetArn"]["Fn::GetAtt"][0]
            attributes["RedrivePolicy"] = json.dumps(
                {**redrive, "deadLetterTargetArn": arn_by_resource[dead_letters]}
            )
        queue_url = sqs.create_queue(QueueName=properties["QueueName"], Attributes=attributes)["QueueUrl"]
        arn_by_resource[resource] = sqs.get_queue_attributes(QueueUrl=queue_url, AttributeNames=["QueueArn"])[
            "Attributes"
        ]["QueueArn"]
        url_by_name[properties["QueueName"]] = queue_url
    return url_by_name


def put_secret(name: str, text: str) -> None:
    client = boto3.client("secretsmanager")
    try:
        client.create_secret(Name=name, SecretString=text)
    except client.exceptions.ResourceExistsException:
        client.put_secret_value(SecretId=name, SecretString=text)
