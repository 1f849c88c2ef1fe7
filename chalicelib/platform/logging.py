"""JSON logs with request and correlation id, and no personal data: fields are named, never dumped."""

from __future__ import annotations

import traceback

from aws_lambda_powertools import Logger

TOLD_OF_A_GROUP = 5
logger = Logger(service="healthcard", log_uncaught_exceptions=False)


def defect_fields(error: BaseException) -> dict[str, object]:
    """Where it broke, without the exception's text: that may quote what somebody typed."""
    frames = traceback.extract_tb(error.__traceback__)
    within = error.exceptions[:TOLD_OF_A_GROUP] if isinstance(error, BaseExceptionGroup) else ()
    return {
        "defect": type(error).__name__,
        "at": [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames[-8:]],
        **({"within": [defect_fields(each) for each in within]} if within else {}),
    }
