"""SMS through Amazon SNS straight to a number: the fallback when WeChat may not deliver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.kernel.refusals import Unavailable
from chalicelib.platform import metrics
from chalicelib.platform.logging import logger

if TYPE_CHECKING:
    from types_boto3_sns import SNSClient

MAX_CHARACTERS = 70  # one UCS-2 part; longer texts are cut into parts and charged for each


class SmsUnreachable(Unavailable):
    code = "sms.unreachable"
    message = "短信通道暂时没有回应。"
    next_step = "我们会再发一次；着急的话，请打客服电话 {hotline}。"


class SnsSms:
    def __init__(self, client: SNSClient) -> None:
        self._client = client

    def send(self, *, phone: str, text: str) -> None:
        """Hands the text over; SNS's answer is not a delivery receipt."""
        if len(text) > MAX_CHARACTERS:
            raise AssertionError(f"an SMS of {len(text)} characters")
        try:
            self._client.publish(
                PhoneNumber=phone,
                Message=text,
                MessageAttributes={"AWS.SNS.SMS.SMSType": {"DataType": "String", "StringValue": "Transactional"}},
            )
        except (BotoCoreError, ClientError) as trouble:
            logger.error("sms", extra={"trouble": type(trouble).__name__})
            metrics.count("Sms", outcome="unreachable")
            raise SmsUnreachable from trouble
        metrics.count("Sms", outcome="handed_over")
