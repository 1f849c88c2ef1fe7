"""What the product's processes are told on this machine: settings, endpoints, and keys made here."""

from __future__ import annotations

import base64
import json
import os
import secrets as randomness
import subprocess
from typing import Any

import requests
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from local.layout import ROOT, DataFolder, Ports, url

REGION = "cn-north-1"
HOTLINE = "400-000-0000"
# Not of the form of a real app id (wx and 16 hex digits): the simulator refuses those.
APPID = "wx-local-healthcard"
MCHID = "1900000001"
SECRETS_NAME = "healthcard/secrets"
REALNAME_ID = "local-id"
UPLOADS_BUCKET = "healthcard-uploads"
REALNAME_KEY = "local-key"
# Two regions of Amazon's; the price is what the price file of `bench/` has, in fen.
SMS_GATEWAYS: list[dict[str, Any]] = [
    {"name": "singapore", "region": "ap-southeast-1", "weight": 3, "fen": 26},
    {"name": "tokyo", "region": "ap-northeast-1", "weight": 1, "fen": 26},
]
# Rings and reads aloud; texts go by the others while one of them is up.
RINGING: dict[str, Any] = {
    "name": "domestic",
    "region": "cn-north-1",
    "topic_arn": "arn:aws-cn:sns:cn-north-1:123456789012:calls",
    "calls": True,
    "weight": 0,
    "fen": 10,
}
TEMPLATE_IDS = {
    "visit_status": "tmpl-visit-status",
    "visit_offer": "tmpl-visit-offer",
    "visit_billed": "tmpl-visit-billed",
    "case_status": "tmpl-case-status",
    "family_digest": "tmpl-family-digest",
}


def _with_receipts(gateway: dict[str, Any]) -> dict[str, Any]:
    return gateway | {"receipts": receipts_group(gateway["region"])}


def receipts_group(region: str) -> str:
    """Where SNS notes what became of its texts to numbers; the account is the stand-in's."""
    return f"sns/{region}/123456789012/DirectPublishToPhoneNumber"


def settings_environment(ports: Ports) -> dict[str, str]:
    """The product's settings as environment variables."""
    return {
        "COMMIT": _commit(),
        "AWS_REGION": REGION,
        "SECRETS_NAME": SECRETS_NAME,
        "TABLE_PREFIX": "healthcard",
        "QUEUE_PREFIX": "healthcard",
        "WECHAT_APPID": APPID,
        "WECHAT_API_BASE": url(ports.wechat),
        "WECHAT_MCHID": MCHID,
        "WECHAT_PAY_BASE": url(ports.wechat),
        "WECHAT_PAY_NOTIFY_URL": f"{url(ports.api())}/v1/wechat/pay/notify",
        "WECHAT_TEMPLATE_IDS": json.dumps(TEMPLATE_IDS),
        "WECHAT_PUSH_MODE": "safe",
        "SMS_GATEWAYS": json.dumps([*(_with_receipts(each) for each in SMS_GATEWAYS), RINGING]),
        "SMS_TEMPLATE_IDS": "{}",
        "SMS_CAP_FEN": "1000000",
        "REALNAME_ENDPOINT": url(ports.partners),
        "FACE_RULE_ID": "1",
        "UPLOADS_BUCKET": UPLOADS_BUCKET,
        "HOTLINE": HOTLINE,
        "POWERTOOLS_SERVICE_NAME": "healthcard",
        "LOG_GROUPS": json.dumps(["api", "worker"]),
        "PYDANTIC_DISABLE_PLUGINS": "1",
        "CARE_STREAM_ARN": f"arn:aws-cn:dynamodb:{REGION}:000000000000:table/healthcard-care/stream/local",
    }


def aws_environment(ports: Ports, database_url: str) -> dict[str, str]:
    """boto3's own variables: every service it is used for answers on this machine, and no other is asked."""
    return {
        "AWS_ACCESS_KEY_ID": "local",
        "AWS_SECRET_ACCESS_KEY": "local",
        "AWS_DEFAULT_REGION": REGION,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_ENDPOINT_URL": url(ports.aws),
        "AWS_ENDPOINT_URL_DYNAMODB": database_url,
        "AWS_ENDPOINT_URL_DYNAMODB_STREAMS": database_url,
        "AWS_ENDPOINT_URL_KMS": url(ports.kms),
        "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS": url(ports.logs),
    }


def wechat_keys(data: DataFolder) -> dict[str, str]:
    """The key pairs of merchant and WeChat Pay, made once; the simulator holds both, the product its half."""
    keys: dict[str, str] = json.loads(data.wechat_keys.read_text()) if data.wechat_keys.exists() else {}
    if missing := {name: key for name, key in make_wechat_keys().items() if name not in keys}:
        keys |= missing
        data.wechat_keys.write_text(json.dumps(keys))
    return keys


def _push_keys() -> dict[str, str]:
    """As one types them into WeChat's console: a token, and 43 characters that are 32 bytes in base64."""
    return {
        "push_token": randomness.token_hex(16),
        "push_aes_key": base64.b64encode(randomness.token_bytes(32)).decode().rstrip("="),
    }


def make_wechat_keys() -> dict[str, str]:
    merchant, platform = _rsa_pair(), _rsa_pair()
    return {
        "app_secret": randomness.token_hex(16),
        **_push_keys(),
        "api_v3_key": randomness.token_hex(16),
        "merchant_private_key": merchant[0],
        "merchant_public_key": merchant[1],
        "merchant_serial": randomness.token_hex(20).upper(),
        "platform_private_key": platform[0],
        "platform_public_key": platform[1],
        "platform_key_id": f"PUB_KEY_ID_{randomness.token_hex(16).upper()}",
    }


def product_secrets(keys: dict[str, str], *, wrapped_key: str) -> dict[str, Any]:
    """The one secret of the product, as Secrets Manager holds it."""
    return {
        "session_keys": [randomness.token_hex(32)],
        "lookup_keys": [randomness.token_hex(32)],
        "key_encryption_keys": [wrapped_key],
        "wechat_app_secret": keys["app_secret"],
        "wechat_push_token": keys["push_token"],
        "wechat_push_aes_key": keys["push_aes_key"],
        "wechat_pay_private_key": keys["merchant_private_key"],
        "wechat_pay_cert_serial": keys["merchant_serial"],
        "wechat_pay_api_v3_key": keys["api_v3_key"],
        "wechat_pay_public_key": keys["platform_public_key"],
        "wechat_pay_public_key_id": keys["platform_key_id"],
        "realname_secret_id": REALNAME_ID,
        "realname_secret_key": REALNAME_KEY,
    }


def stored_secrets(data: DataFolder, ports: Ports) -> str:
    """Made once, with a key wrapped by the KMS stand-in; kept, or every encrypted name would be unreadable.

    What a newer version wants beside it is added.
    """
    kept: dict[str, Any] = json.loads(data.secrets.read_text()) if data.secrets.exists() else {}
    wrapped = kept["key_encryption_keys"][0] if kept else _wrapped_key(ports)
    wanted = product_secrets(wechat_keys(data), wrapped_key=wrapped) | kept
    if wanted != kept:
        data.secrets.write_text(json.dumps(wanted))
        data.secrets.chmod(0o600)
    return data.secrets.read_text()


def _wrapped_key(ports: Ports) -> str:
    body = {"KeyId": "alias/healthcard", "Plaintext": base64.b64encode(randomness.token_bytes(32)).decode()}
    answer = requests.post(url(ports.kms), json=body, headers={"X-Amz-Target": "TrentService.Encrypt"}, timeout=5)
    answer.raise_for_status()
    return str(answer.json()["CiphertextBlob"])


def _rsa_pair() -> tuple[str, str]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return private.decode(), public.decode()


def _commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or "unknown"
