"""The built package, unpacked beside what Lambda's runtime brings, and nothing else of this machine's."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from local.packaging.alarms import of_type

# boto3 and the runtime's client. What they need otherwise (urllib3, dateutil) is in the zip, and comes first there.
OF_THE_RUNTIME = (
    *("boto3", "botocore", "s3transfer", "jmespath"),
    *("awslambdaric", "runtime_client", "simplejson", "snapshot_restore_py"),
)


@dataclass(frozen=True, slots=True)
class Site:
    """Where the zip's content and the runtime's stand, and the template both are deployed with."""

    code: Path
    runtime: Path
    template: dict[str, Any]

    @property
    def functions(self) -> dict[str, dict[str, Any]]:
        """The functions' properties by logical name."""
        resources = self.template["Resources"]
        return {name: resources[name]["Properties"] for name in of_type(resources, "AWS::Serverless::Function")}

    def python(self, *arguments: str) -> list[str]:
        """This Python without its packages."""
        return [sys.executable, "-S", *arguments]

    def environment(self, local: dict[str, str]) -> dict[str, str]:
        """What the template gives a function, with this machine's values; Lambda gives the region."""
        (named,) = {tuple(sorted(each["Environment"]["Variables"])) for each in self.functions.values()}
        return {name: local[name] for name in named} | {
            "AWS_REGION": local["AWS_REGION"],
            "LAMBDA_TASK_ROOT": str(self.code),
            "PYTHONPATH": os.pathsep.join(map(str, (self.code, self.runtime))),
        }


def _file_of(module: str) -> Path:
    spec = find_spec(module)
    if spec is None or spec.origin is None:
        raise LookupError(module)
    return Path(spec.origin)


def faketime() -> Path:
    """The library that gives a process another time than the system's; there is one for Linux."""
    return _file_of("libfaketime").parent / "vendor" / "libfaketime" / "src" / "libfaketime.so.1"


def unpack(package: Path, folder: Path) -> Site:
    site = Site(folder / "task", folder / "runtime", json.loads((package / "template.json").read_text()))
    with zipfile.ZipFile(package / "healthcard.zip") as archive:
        archive.extractall(site.code)
    site.runtime.mkdir()
    for name in OF_THE_RUNTIME:
        found = _file_of(name)
        source = found.parent if found.name == "__init__.py" else found
        (site.runtime / source.name).symlink_to(source)
    return site
