"""`make package`: the template is complete and lints, and the zip is small and compiled."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from local.layout import ROOT
from local.packaging.transform import of_type

pytestmark = [pytest.mark.engine, pytest.mark.slow]


@pytest.fixture(scope="module")
def resources(package: Path) -> dict[str, Any]:
    return dict(json.loads((package / "template.json").read_text())["Resources"])


class TestTemplate:
    def test_every_function_is_small_named_aliased_and_logs_for_a_while(self, resources: dict[str, Any]) -> None:
        functions = [resources[name]["Properties"] for name in of_type(resources, "AWS::Serverless::Function")]
        assert len(functions) == 10
        for properties in functions:
            assert (properties["Runtime"], properties["Architectures"]) == ("python3.13", ["arm64"])
            assert properties["AutoPublishAlias"] == "live"
            log = resources[properties["LoggingConfig"]["LogGroup"]["Ref"]]["Properties"]
            assert log["RetentionInDays"] == 90

    def test_every_function_has_a_role_of_its_own(self, resources: dict[str, Any]) -> None:
        roles = [
            resources[name]["Properties"]["Role"]["Fn::GetAtt"][0]
            for name in of_type(resources, "AWS::Serverless::Function")
        ]
        assert len(set(roles)) == len(roles)

    def test_queues_give_back_what_failed_and_the_relay_reads_every_stream(self, resources: dict[str, Any]) -> None:
        sources = [
            (name, source)
            for name in of_type(resources, "AWS::Serverless::Function")
            for source in resources[name]["Properties"].get("Events", {}).values()
            if source["Type"] in ("SQS", "DynamoDB")
        ]
        assert {tuple(source["Properties"]["FunctionResponseTypes"]) for _, source in sources} == {
            ("ReportBatchItemFailures",)
        }
        streams = [source["Properties"]["Stream"]["Fn::GetAtt"][0] for name, source in sources if name == "Relay"]
        assert sorted(streams) == ["BillingTable", "CardsTable", "CareTable", "IdentityTable"]

    def test_no_arn_names_a_partition_or_an_account(self, resources: dict[str, Any]) -> None:
        text = json.dumps(resources)
        assert "arn:aws:" not in text
        assert "arn:aws-cn:" not in text
        assert "000000000000" not in text

    def test_every_alarm_pages_and_names_its_place(self, resources: dict[str, Any]) -> None:
        assert "Properties" not in resources["Pages"]  # CloudWatch cannot publish to a topic under aws/sns
        alarms = [resources[name]["Properties"] for name in of_type(resources, "AWS::CloudWatch::Alarm")]
        assert len(alarms) > 25
        headings = {line.removeprefix("## ") for line in (ROOT / "docs/runbooks/alarms.md").read_text().splitlines()}
        for alarm in alarms:
            assert alarm["AlarmActions"] == [{"Ref": "Pages"}]
            path, _, place = alarm["AlarmDescription"].partition("#")
            assert (path, place in headings) == ("docs/runbooks/alarms.md", True)

    def test_alarms_over_our_own_figures_listen_to_what_is_told(self, resources: dict[str, Any]) -> None:
        # As tests/api/test_metrics.py sees them told.
        alarms = [resources[name]["Properties"] for name in of_type(resources, "AWS::CloudWatch::Alarm")]
        ours = [
            (alarm["MetricName"], sorted((each["Name"], each["Value"]) for each in alarm["Dimensions"]))
            for alarm in alarms
            if alarm["Namespace"] == "healthcard"
        ]
        service = ("service", "healthcard")
        assert sorted(ours) == [
            ("CallbackRefusals", [service]),
            ("DueLag", [service, ("table", "healthcard-billing")]),
            ("DueLag", [service, ("table", "healthcard-care")]),
            ("LedgerBroken", [service]),
        ]

    def test_the_access_log_names_nobody(self, resources: dict[str, Any]) -> None:
        text = resources["RestAPI"]["Properties"]["AccessLogSetting"]["Format"]
        assert not [word for word in ("identity", "$context.path", "querystring", "authorizer") if word in text]


class TestZip:
    def test_holds_no_botocore_and_is_compiled(self, package: Path) -> None:
        with zipfile.ZipFile(package / "healthcard.zip") as archive:
            names = archive.namelist()
        assert not [name for name in names if name.startswith(("boto3/", "botocore/", "tests/", "local/"))]
        assert "app.py" in names
        assert any(name.startswith("chalicelib/care/usecases/__pycache__/booking.cpython-313") for name in names)
