"""WeChat Pay's signatures and encryption (wechat-facts.md §6.1, §6.5), seen from WeChat's side."""

from __future__ import annotations

import base64
import json
import re
import secrets
import string
import time

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from local.documents import Document

SIGNATURE_TYPE = "WECHATPAY2-SHA256-RSA2048"
SKEW_S = 300
_FIELD = re.compile(r'(\w+)="([^"]*)"')


class Signing:
    def __init__(self, keys: dict[str, str], mchid: str) -> None:
        self._keys = keys
        self._mchid = mchid
        private = serialization.load_pem_private_key(keys["platform_private_key"].encode(), password=None)
        merchant = serialization.load_pem_public_key(keys["merchant_public_key"].encode())
        if not isinstance(private, RSAPrivateKey) or not isinstance(merchant, RSAPublicKey):
            raise TypeError("WeChat Pay signs with RSA")
        self._platform_key, self._merchant_key = private, merchant

    def authorization_fault(self, header: str, *, method: str, path: str, body: bytes) -> str | None:
        """Why an Authorization header is refused, over the bytes as they came; None when it is right.

        Its timestamp is compared with the machine's clock, which is the one the client library reads.
        """
        scheme, _, rest = header.partition(" ")
        fields = dict(_FIELD.findall(rest))
        if scheme != SIGNATURE_TYPE or {"mchid", "serial_no", "nonce_str", "timestamp", "signature"} - set(fields):
            return "Authorization 格式错误"
        if fields["mchid"] != self._mchid or fields["serial_no"] != self._keys["merchant_serial"]:
            return "商户号或证书序列号错误"
        if not fields["timestamp"].isdigit() or abs(time.time() - int(fields["timestamp"])) > SKEW_S:
            return "Authorization 时间戳超出 5 分钟"
        message = b"\n".join(
            [method.encode(), path.encode(), fields["timestamp"].encode(), fields["nonce_str"].encode(), body, b""]
        )
        return None if self._verified(message, fields["signature"]) else "签名错误"

    def pay_sign_is_right(self, parameters: Document, *, appid: str) -> bool:
        """What `wx.requestPayment` checks before it shows anything."""
        message = "\n".join([appid, parameters["timeStamp"], parameters["nonceStr"], parameters["package"], ""])
        return parameters.get("signType") == "RSA" and self._verified(message.encode(), parameters["paySign"])

    def headers(self, body: bytes, *, timestamp: int, spoiled: bool = False) -> dict[str, str]:
        """The headers of an answer or a callback. `spoiled`: the probe that must be refused like any forgery."""
        nonce = _nonce(32)
        message = b"\n".join([str(timestamp).encode(), nonce.encode(), body, b""])
        signature = base64.b64encode(self._platform_key.sign(message, PKCS1v15(), hashes.SHA256())).decode()
        return {
            "Request-ID": f"{secrets.token_hex(16).upper()}-268578704",
            "Wechatpay-Nonce": nonce,
            "Wechatpay-Serial": self._keys["platform_key_id"],
            "Wechatpay-Signature": f"WECHATPAY/SIGNTEST/{signature}" if spoiled else signature,
            "Wechatpay-Signature-Type": SIGNATURE_TYPE,
            "Wechatpay-Timestamp": str(timestamp),
        }

    def encrypted(self, plain: Document, *, original_type: str) -> Document:
        """A callback's `resource`."""
        nonce = _nonce(12)
        key = AESGCM(self._keys["api_v3_key"].encode())
        text = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
        ciphertext = key.encrypt(nonce.encode(), text, original_type.encode())
        return {
            "original_type": original_type,
            "algorithm": "AEAD_AES_256_GCM",
            "ciphertext": base64.b64encode(ciphertext).decode(),
            "associated_data": original_type,
            "nonce": nonce,
        }

    def _verified(self, message: bytes, signature: str) -> bool:
        try:
            self._merchant_key.verify(base64.b64decode(signature), message, PKCS1v15(), hashes.SHA256())
        except (InvalidSignature, ValueError):
            return False
        return True


def _nonce(length: int) -> str:
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(length))
