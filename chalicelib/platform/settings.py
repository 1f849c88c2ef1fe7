"""Settings from the environment (nothing secret) and secrets from Secrets Manager (cached with an age)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, Json

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.parameters import SecretsProvider
    from types_boto3_secretsmanager import SecretsManagerClient

SECRETS_MAX_AGE_S = 300


class SmsGatewaySettings(BaseModel):
    """A topic's gateway listens to `topic_arn`; without one texts go straight to numbers from that region.

    `receipts` names the log group in that region where SNS notes what became of texts to numbers; none, and none are
    read. `calls`: who listens to the topic also rings and reads aloud. `weight` is its part of the traffic while all
    are well; `fen` what one text costs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    name: str
    region: str
    topic_arn: str = ""
    receipts: str = ""
    calls: bool = False
    weight: int
    fen: int


class Settings(BaseModel):
    """What differs between stages; field names are the environment variables in lower case.

    A forgotten one stops the start, rather than calling a live service.
    """

    # Its input is the whole environment, session credentials included.
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    commit: str = "unknown"
    aws_region: str
    secrets_name: str
    table_prefix: str
    queue_prefix: str
    wechat_appid: str
    wechat_api_base: str
    wechat_mchid: str
    wechat_pay_base: str
    wechat_pay_notify_url: str
    wechat_template_ids: Json[dict[str, str]]
    wechat_push_mode: Literal["plain", "safe"]
    sms_gateways: Json[Annotated[tuple[SmsGatewaySettings, ...], Field(min_length=1)]]
    sms_template_ids: Json[dict[str, str]]
    sms_cap_fen: int
    realname_endpoint: str
    face_rule_id: str
    uploads_bucket: str
    hotline: str
    log_groups: Json[tuple[str, ...]]

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        return cls.model_validate({name.lower(): value for name, value in environment.items()})

    def table(self, context: str) -> str:
        return f"{self.table_prefix}-{context}"

    def queue(self, context: str) -> str:
        return f"{self.queue_prefix}-{context}"


class Secrets(BaseModel):
    """The one secret of the product. Lists start with the current value; the rest are still accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True)

    session_keys: list[str]
    lookup_keys: list[str]
    key_encryption_keys: list[str]  # base64, wrapped by KMS; the version of a key is its place from the end
    wechat_app_secret: str
    wechat_push_token: str
    wechat_push_aes_key: str
    wechat_pay_private_key: str
    wechat_pay_cert_serial: str
    wechat_pay_api_v3_key: str
    wechat_pay_public_key: str
    wechat_pay_public_key_id: str
    realname_secret_id: str
    realname_secret_key: str


class SecretSource:
    """Reads the secret through powertools' cache, so that a rotation is seen within SECRETS_MAX_AGE_S."""

    def __init__(self, client: SecretsManagerClient, name: str) -> None:
        self._client = client
        self._name = name
        self._text: str | None = None
        self._secrets: Secrets | None = None

    @cached_property
    def _provider(self) -> SecretsProvider:
        from aws_lambda_powertools.utilities.parameters import SecretsProvider  # noqa: PLC0415 - loads boto3

        return SecretsProvider(boto3_client=self._client)

    def __call__(self, *, afresh: bool = False) -> Secrets:
        """`afresh` asks again whatever is cached: for who meets something that only a newer secret explains."""
        text = str(self._provider.get(self._name, max_age=SECRETS_MAX_AGE_S, force_fetch=afresh))
        if self._secrets is None or text != self._text:
            self._text, self._secrets = text, Secrets.model_validate_json(text)
        return self._secrets
