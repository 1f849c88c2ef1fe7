"""Figures for CloudWatch, as lines of the log (embedded metric format). Dimensions name kinds, never people."""

from __future__ import annotations

from aws_lambda_powertools import single_metric
from aws_lambda_powertools.metrics import MetricUnit

NAMESPACE = "healthcard"


def count(name: str, how_many: int = 1, **dimensions: str) -> None:
    _emit(name, MetricUnit.Count, how_many, dimensions)


def seconds(name: str, how_long: float, **dimensions: str) -> None:
    _emit(name, MetricUnit.Seconds, how_long, dimensions)


def _emit(name: str, unit: MetricUnit, value: float, dimensions: dict[str, str]) -> None:
    with single_metric(name=name, unit=unit, value=value, namespace=NAMESPACE, default_dimensions=dimensions):
        pass
