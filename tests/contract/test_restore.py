"""What `local.restore` puts back, on moto."""

from __future__ import annotations

from typing import Any

import boto3
from moto import mock_aws

from local.resources import create_tables
from local.restore import empty, items_of, put_back

TABLE = "healthcard-care"


def item(number: int, **more: Any) -> dict[str, Any]:
    return {"PK": {"S": f"VISIT#{number:03d}"}, "SK": {"S": "VISIT"}, **more}


@mock_aws
def test_everything_comes_back_but_the_marker_that_would_tell_it_again() -> None:
    client = boto3.client("dynamodb")
    create_tables(client)
    marker = {"event": {"M": {"name": {"S": "care.visit.booked"}}}}
    kept = [item(number, status={"S": "done"}, **marker) for number in range(60)]
    assert put_back(client, TABLE, kept) == 60
    assert list(items_of(client, TABLE)) == [item(number, status={"S": "done"}) for number in range(60)]
    assert put_back(client, TABLE, kept[:1]) == 1
    assert len(list(items_of(client, TABLE))) == 60


@mock_aws
def test_emptying_takes_all_of_one_table() -> None:
    client = boto3.client("dynamodb")
    create_tables(client)
    put_back(client, TABLE, [item(number) for number in range(30)])
    put_back(client, "healthcard-billing", [item(1)])
    assert empty(client, TABLE) == 30
    assert list(items_of(client, TABLE)) == []
    assert len(list(items_of(client, "healthcard-billing"))) == 1
