"""Here a world's DynamoDB is the fake that the contract tests hold to the real one; the journeys run on those."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.builders.fake_dynamodb import FakeDynamoDB
from tests.builders.world import Outside, World


@pytest.fixture(scope="module")
def town(outside: Outside) -> Iterator[World]:
    """One world for a module whose tests leave its clock alone and bring their own people."""
    with World(outside, FakeDynamoDB()) as world:
        yield world


@pytest.fixture
def world(outside: Outside) -> Iterator[World]:
    with World(outside, FakeDynamoDB()) as world:
        yield world
