"""What a cold start costs: CPU of a new process until its first answer, ours beside a bare Chalice hello."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from local.environment import settings_environment
from local.layout import ROOT, Ports
from tests.engine.packaged.site import Site, unpack

RUNS = 15
HELLO = """
from chalice import Chalice
app = Chalice(app_name="hello")
@app.route("/")
def hello():
    return {"hello": "world"}
"""
# An API Gateway event and its answer; no network is needed for either.
FIRST_ANSWER = """
import sys
import app
path = sys.argv[1]
answer = app.app({
    "resource": path, "path": path, "httpMethod": "GET", "headers": {}, "multiValueHeaders": {},
    "queryStringParameters": None, "multiValueQueryStringParameters": None, "pathParameters": None,
    "stageVariables": None, "body": None, "isBase64Encoded": False,
    "requestContext": {"resourcePath": path, "httpMethod": "GET", "identity": {"sourceIp": "127.0.0.1"}},
}, None)
assert answer["statusCode"] == int(sys.argv[2]), answer
"""


def measure_coldstart() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        build = Path(folder) / "build"
        subprocess.run(  # noqa: S603 - our own package
            [sys.executable, "-m", "local.packaging", "x86_64", str(build)],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        site = unpack(build, Path(folder))
        hello = _hello(site, Path(folder) / "hello")
        # Nobody listens there: boto3 is loaded and a client made, and then the answer is 503.
        nowhere = {"AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x"}
        settings = settings_environment(Ports(9080)) | {"AWS_DEFAULT_REGION": "cn-north-1"} | nowhere
        ours, with_aws, bare = [], [], []
        for _ in range(RUNS):  # in turn, so that a busy machine slows them alike
            ours.append(_cpu_ms(site, site.code, "/v1/health", 200, settings))
            with_aws.append(_cpu_ms(site, site.code, "/v1/health/ready", 503, settings))
            bare.append(_cpu_ms(site, hello, "/", 200, {}))
        unit = statistics.median(bare)
        yield Figure("coldstart.cpu, bare hello", unit, "ms", None)
        yield Figure("coldstart.cpu ÷ hello", statistics.median(ours) / unit, "×", 6.0)
        yield Figure("coldstart.cpu with boto3 ÷ hello", statistics.median(with_aws) / unit, "×", 11.0)


def _hello(site: Site, folder: Path) -> Path:
    """Chalice alone, from the same package, and as `chalice package` leaves it: without .pyc."""
    shutil.copytree(site.code / "chalice", folder / "chalice", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "app.py").write_text(HELLO)
    return folder


def _cpu_ms(site: Site, code: Path, path: str, status: int, settings: dict[str, str]) -> float:
    process = subprocess.Popen(  # noqa: S603 - our own package
        site.python("-c", FIRST_ANSWER, path, str(status)),
        cwd=code,
        env=settings
        | {"PYTHONPATH": os.pathsep.join(map(str, (code, site.runtime))), "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{code.name} did not answer")
    return (usage.ru_utime + usage.ru_stime) * 1000
