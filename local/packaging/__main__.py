"""`make package`: the zip and the template as they are deployed, and what was checked of them."""

from __future__ import annotations

import hashlib
import json
import os
import py_compile
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from local.environment import settings_environment
from local.layout import ROOT, Ports
from local.packaging.alarms import Template
from local.packaging.transform import RUNTIME, completed

BUILD = ROOT / "build"
# What pip calls it, and what Lambda does.
ARCHITECTURES = {"aarch64": "arm64", "x86_64": "x86_64"}
# The runtime brings these; with them the zip would be three times its size (design.md §8).
IN_THE_RUNTIME = ("boto3", "botocore", "s3transfer", "jmespath")
# Chalice's command line, and what is never imported by a function.
NEVER_IMPORTED = (
    *("pip", "setuptools", "wheel", "inquirer", "blessed", "readchar", "editor", "wcwidth", "jinxed", "ansicon"),
    *("click", "yaml", "_yaml", "botocore_stubs", "runs", "xmod", "bin"),
)


def main() -> int:
    """`python -m local.packaging [aarch64|x86_64] [folder]`."""
    arch = sys.argv[1] if len(sys.argv) > 1 else "aarch64"
    build = Path(sys.argv[2]) if len(sys.argv) > 2 else BUILD
    shutil.rmtree(build, ignore_errors=True)
    build.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        template = json.dumps(_template(Path(folder), arch), indent=1, ensure_ascii=False)
        (build / "template.json").write_text(template)
        print(f"  template   {len(json.loads(template)['Resources'])} resources", flush=True)
        # SAM publishes a new version when the zip changes, and only then: what else makes a release is told in it.
        release = f"{hashlib.sha256(template.encode()).hexdigest()} {os.environ.get('RELEASE', '')}\n"
        size = _zip(Path(folder) / "site", arch, build / "healthcard.zip", release)
    version = ".".join(map(str, sys.version_info[:2]))
    compiled = f"with .pyc of Python {version}" if f"python{version}" == RUNTIME else "without .pyc: another Python"
    print(f"  zip        {size / 1e6:.1f} MB for {RUNTIME} on {arch}, {compiled}", flush=True)
    lint = Path(sys.executable).with_name("cfn-lint")
    linted = subprocess.run([lint, "--regions", "cn-north-1", "--", "template.json"], cwd=build, check=False)
    print(f"  cfn-lint   {'clean' if linted.returncode == 0 else 'not clean'}", flush=True)
    return linted.returncode


def _template(folder: Path, arch: str) -> Template:
    """Chalice's own, of `app.py` without its packages, completed."""
    project = folder / "project"
    project.mkdir()
    for name in ("app.py", "chalicelib", ".chalice"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, project / name)
    (project / "requirements.txt").write_text("")
    script = (
        "import os, sys; sys.path.insert(0, os.getcwd())\n"
        "from chalice.awsclient import TypedAWSClient\n"
        "from chalice.cli.factory import CLIFactory\n"
        "from chalice.package import PackageOptions\n"
        "factory = CLIFactory(os.getcwd(), environ=os.environ)\n"
        "config = factory.create_config_obj(chalice_stage_name='prod')\n"
        "options = PackageOptions(TypedAWSClient(factory.create_botocore_session()))\n"
        "make = factory.create_app_packager\n"
        "made = make(config, options, 'cloudformation', 'json', '.chalice/resources.json')\n"
        "made.package_app(config, 'out', 'prod')\n"
    )
    settings = settings_environment(Ports(9080))
    environment = os.environ | settings | {"AWS_DEFAULT_REGION": "cn-north-1"}
    subprocess.run(
        [sys.executable, "-c", script], cwd=project, env=environment, check=True, stdout=subprocess.DEVNULL
    )
    made = json.loads((project / "out" / "sam.json").read_text())
    return completed(made, commit=settings["COMMIT"], architecture=ARCHITECTURES[arch])


def _zip(site: Path, arch: str, target: Path, release: str) -> int:
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--target", str(site), "--only-binary=:all:"),
            *("--platform", f"manylinux2014_{arch}", "--platform", f"manylinux_2_28_{arch}"),
            *("--python-version", RUNTIME.removeprefix("python"), "--implementation", "cp"),
            *("--require-hashes", "-r", str(ROOT / "requirements.txt")),
        ],
        check=True,
    )
    for name in (*IN_THE_RUNTIME, *NEVER_IMPORTED):
        for found in (*site.glob(name), *site.glob(f"{name}-*.dist-info")):
            shutil.rmtree(found)
    shutil.copy(ROOT / "app.py", site)
    shutil.copytree(ROOT / "chalicelib", site / "chalicelib", ignore=shutil.ignore_patterns("__pycache__"))
    _compile(site)
    (site / "release.txt").write_text(release)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(site.rglob("*")):
            if path.is_file():
                # One fixed time: the same source makes the same bytes.
                entry = zipfile.ZipInfo(str(path.relative_to(site)), (2026, 1, 1, 0, 0, 0))
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return target.stat().st_size


def _compile(site: Path) -> None:
    """Unchecked: Lambda's files have no meaningful times. Only for the runtime's own minor version."""
    if f"python{sys.version_info[0]}.{sys.version_info[1]}" != RUNTIME:
        return
    for path in site.rglob("*.py"):
        py_compile.compile(
            str(path),
            dfile=str(path.relative_to(site)),
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            quiet=1,
        )


if __name__ == "__main__":
    raise SystemExit(main())
