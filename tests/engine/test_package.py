"""`make package`: the template is complete and lints, and the zip answers with nothing beside it but the runtime."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import Any

import pytest

from local.environment import settings_environment
from local.layout import ROOT, Ports
from local.packaging.transform import of_type

pytestmark = [pytest.mark.engine, pytest.mark.slow]

HEALTH = """
import json, sys
sys.path[:0] = sys.argv[1:]
import app
event = {
    "resource": "/v1/health", "path": "/v1/health", "httpMethod": "GET", "headers": {}, "multiValueHeaders": {},
    "queryStringParameters": None, "multiValueQueryStringParameters": None, "pathParameters": None,
    "stageVariables": None, "body": None, "isBase64Encoded": False,
    "requestContext": {"resourcePath": "/v1/health", "httpMethod": "GET", "identity": {"sourceIp": "127.0.0.1"}},
}
answer = app.app(event, None)
missing = {"event": answer, "boto3": sys.modules["boto3"].__file__}
print(json.dumps(missing))
"""


@pytest.fixture(scope="module")
def package() -> Path:
    subprocess.run([sys.executable, "-m", "local.packaging", "x86_64"], cwd=ROOT, check=True)
    return ROOT / "build"


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

    @pytest.mark.skipif(sys.version_info[:2] != (3, 13), reason="the zip is built for Python 3.13")
    def test_answers_with_only_the_runtime_beside_it(self, package: Path, tmp_path: Path) -> None:
        site, runtime = tmp_path / "site", tmp_path / "runtime"
        with zipfile.ZipFile(package / "healthcard.zip") as archive:
            archive.extractall(site)
        runtime.mkdir()
        for name in ("boto3", "botocore", "s3transfer", "jmespath"):
            (runtime / name).symlink_to(Path(sysconfig.get_paths()["purelib"]) / name)
        environment = settings_environment(Ports(9080)) | {"AWS_DEFAULT_REGION": "cn-north-1"}
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", HEALTH, str(site), str(runtime)],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        told = json.loads(done.stdout.splitlines()[-1])
        assert told["event"]["statusCode"] == 200
        assert told["boto3"].startswith(str(runtime))
