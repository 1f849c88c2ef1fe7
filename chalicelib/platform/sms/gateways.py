"""Gateways for SMS: Amazon SNS straight to a number in some region, or an SNS topic that feeds a domestic one."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from chalicelib.kernel.frozen import dataclass

if TYPE_CHECKING:
    from types_boto3_sns import SNSClient
    from types_boto3_sns.type_defs import PublishResponseTypeDef

MAX_CHARACTERS = 70  # one UCS-2 part; longer texts are cut into parts and charged for each
CONFIRM_KEY = "1"
# `refused` is for good, `failed` certainly not taken, `unknown` perhaps.
Outcome = Literal["sent", "refused", "failed", "unknown"]
# wechat-facts.md §11.4: the number took itself off, or is none. Of a topic they mean that it is set up wrongly.
_FOR_GOOD = frozenset({"OptedOut", "OptedOutException", "InvalidParameter", "InvalidParameterException"})


@dataclass(frozen=True, slots=True)
class Text:
    """`kind` and `values` name the registered template, for gateways that fill it themselves.

    `aloud`: it is read to who takes the call, and CONFIRM_KEY says that they heard it; or, `keys`, so many are keyed
    in, ended by a hash, and told with the receipt.
    """

    phone: str
    text: str
    kind: str
    values: Sequence[str]
    aloud: bool = False
    keys: int = 0


@dataclass(frozen=True, slots=True)
class HandedOver:
    """`reference` is what a delivery receipt will call the text; known when it was taken."""

    outcome: Outcome
    reference: str | None = None


class SmsGateway(Protocol):
    def hand_over(self, text: Text) -> HandedOver:
        """Once, within a few seconds; its answer is not a delivery receipt."""


class NumberGateway:
    """Amazon SNS in one region outside China."""

    def __init__(self, client: SNSClient) -> None:
        self._client = client

    def hand_over(self, text: Text) -> HandedOver:
        return _asked(
            lambda: self._client.publish(
                PhoneNumber=text.phone,
                Message=_one_part(text.text),
                MessageAttributes={"AWS.SNS.SMS.SMSType": {"DataType": "String", "StringValue": "Transactional"}},
            ),
            for_good=_FOR_GOOD,
        )


class TopicGateway:
    """A topic to which a domestic gateway listens: it wants its own id of the template and what fills it."""

    def __init__(self, client: SNSClient, topic_arn: str, template_ids: dict[str, str]) -> None:
        self._client = client
        self._topic_arn = topic_arn
        self._template_ids = template_ids

    def hand_over(self, text: Text) -> HandedOver:
        body: dict[str, object] = {
            "phone": text.phone,
            "template_id": self._template_ids.get(text.kind, ""),
            "values": list(text.values),
            "text": text.text if text.aloud else _one_part(text.text),
        }
        if text.aloud:
            body |= {"call": True} | ({"keys": text.keys} if text.keys else {"confirm_key": CONFIRM_KEY})
        return _asked(
            lambda: self._client.publish(TopicArn=self._topic_arn, Message=json.dumps(body, ensure_ascii=False)),
            for_good=frozenset(),
        )


def _one_part(text: str) -> str:
    return text if len(text) <= MAX_CHARACTERS else text[: MAX_CHARACTERS - 1] + "…"


def _asked(publish: Callable[[], PublishResponseTypeDef], *, for_good: frozenset[str]) -> HandedOver:
    from botocore.exceptions import (  # noqa: PLC0415 - cold start
        BotoCoreError,
        ClientError,
        ConnectTimeoutError,
        EndpointConnectionError,
    )
    from botocore.parsers import ResponseParserError  # noqa: PLC0415

    try:
        answer = publish()
    except ClientError as error:
        return HandedOver("refused" if error.response["Error"]["Code"] in for_good else "failed")
    except (ConnectTimeoutError, EndpointConnectionError):
        return HandedOver("failed")
    except (BotoCoreError, ResponseParserError):
        return HandedOver("unknown")
    return HandedOver("sent", answer["MessageId"])
