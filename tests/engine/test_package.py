"""`make package`: the template is complete and lints, and the zip is small and compiled."""

from __future__ import annotations

import hashlib
import itertools
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from local.environment import settings_environment
from local.layout import ROOT, Ports
from local.packaging.alarms import of_type
from local.wechat.callbacks import LADDER_S
from tests.engine.conftest import packaged

pytestmark = [pytest.mark.engine, pytest.mark.slow]


@pytest.fixture(scope="module")
def resources(package: Path) -> dict[str, Any]:
    return dict(json.loads((package / "template.json").read_text())["Resources"])


class TestTemplate:
    def test_every_function_is_small_named_aliased_and_logs_for_a_while(self, resources: dict[str, Any]) -> None:
        functions = [resources[name]["Properties"] for name in of_type(resources, "AWS::Serverless::Function")]
        assert len(functions) == 16
        for properties in functions:
            assert (properties["Runtime"], properties["Architectures"]) == ("python3.13", ["x86_64"])
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
        assert sorted(streams) == [
            "BillingTable",
            "CardsTable",
            "CareTable",
            "IdentityTable",
            "NotifyTable",
            "SupportTable",
        ]

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
            ("AlarmingRefusals", [("code", "billing.payment_differs"), service]),
            ("AlarmingRefusals", [("code", "wechat.push_refused"), service]),
            ("AlarmingRefusals", [("code", "wechat_pay.callback_refused"), service]),
            ("Audits", [service]),
            ("Defects", [service]),
            ("DueLag", [service, ("table", "healthcard-billing")]),
            ("DueLag", [service, ("table", "healthcard-care")]),
            ("DueLag", [service, ("table", "healthcard-identity")]),
            ("DueLag", [service, ("table", "healthcard-notify")]),
            ("DueLag", [service, ("table", "healthcard-support")]),
            ("LedgerBroken", [service]),
            ("MessageDefects", [service]),
            ("NobodyOnDuty", [service]),
            ("RosterGaps", [service]),
            ("SmsCapped", [service]),
            ("SmsTripped", [service]),
            ("TalksDisowned", [service]),
        ]

    def test_the_access_log_names_nobody(self, resources: dict[str, Any]) -> None:
        text = resources["RestAPI"]["Properties"]["AccessLogSetting"]["Format"]
        assert not [word for word in ("identity", "$context.path", "querystring", "authorizer") if word in text]

    def test_one_payment_that_is_refused_each_time_is_enough_for_an_alarm(self, resources: dict[str, Any]) -> None:
        alarm = resources["CallbackRefused"]["Properties"]
        tries_at_s = list(itertools.accumulate((0, *LADDER_S)))
        assert sum(at < alarm["Period"] for at in tries_at_s) >= alarm["Threshold"]

    def test_a_deployment_goes_back_on_one_defect(self, resources: dict[str, Any]) -> None:
        watched = resources["APIHandler"]["Properties"]["DeploymentPreference"]["Alarms"]
        assert {"Ref": "ApiDefects"} in watched
        assert resources["ApiDefects"]["Properties"]["Threshold"] == 1

    def test_the_api_may_write_its_access_log(self, resources: dict[str, Any]) -> None:
        assert resources["RestAPI"]["DependsOn"] == "ApiLogAccount"


class TestRelease:
    """SAM publishes a version when the zip changes: whatever makes a release must be seen in it."""

    def test_is_another_when_the_template_is(self, package: Path) -> None:
        with zipfile.ZipFile(package / "healthcard.zip") as archive:
            told = archive.read("release.txt").decode().split()
        assert told == [hashlib.sha256((package / "template.json").read_bytes()).hexdigest()]

    def test_names_its_commit(self, resources: dict[str, Any]) -> None:
        variables = resources["APIHandler"]["Properties"]["Environment"]["Variables"]
        assert variables["COMMIT"] == settings_environment(Ports(9080))["COMMIT"] != "unknown"

    def test_for_the_cloud_is_built_for_its_processor(self, tmp_path: Path) -> None:
        build = packaged("aarch64", tmp_path / "build")
        functions = json.loads((build / "template.json").read_text())["Resources"]
        assert functions["APIHandler"]["Properties"]["Architectures"] == ["arm64"]
        with zipfile.ZipFile(build / "healthcard.zip") as archive:
            libraries = [name for name in archive.namelist() if "cpython" in name and name.endswith(".so")]
        assert libraries
        assert [name for name in libraries if "x86_64" in name] == []


class TestZip:
    def test_holds_no_botocore_and_is_compiled(self, package: Path) -> None:
        with zipfile.ZipFile(package / "healthcard.zip") as archive:
            names = archive.namelist()
        assert not [name for name in names if name.startswith(("boto3/", "botocore/", "tests/", "local/"))]
        assert "app.py" in names
        assert any(name.startswith("chalicelib/care/usecases/__pycache__/booking.cpython-313") for name in names)
