"""JSON logs with request and correlation id, and no personal data: fields are named, never dumped."""

from __future__ import annotations

import traceback

from aws_lambda_powertools import Logger

logger = Logger(service="healthcard", log_uncaught_exceptions=False)


def defect_fields(error: BaseException) -> dict[str, object]:
    """Where it broke, without the exception's text: that may quote what somebody typed."""
    frames = traceback.extract_tb(error.__traceback__)
    return {
        "defect": type(error).__name__,
        "at": [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames[-8:]],
    }
