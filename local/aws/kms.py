"""What stands in for KMS: three operations over one key, kept in the data folder (moto forgets its keys)."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import Flask, Response, jsonify, request

_NONCE_BYTES = 12
_KEY_ID = "arn:aws-cn:kms:cn-north-1:000000000000:key/local"


def make_kms(key_path: Path) -> Flask:
    app = Flask("kms")
    master = AESGCM(_kept_key(key_path))

    @app.post("/")
    def operate() -> Response:
        operation = request.headers.get("X-Amz-Target", "").rpartition(".")[2]
        body: dict[str, Any] = request.get_json(force=True)
        match operation:
            case "Encrypt":
                return jsonify(CiphertextBlob=_wrap(master, base64.b64decode(body["Plaintext"])), KeyId=_KEY_ID)
            case "GenerateDataKey":
                plain = os.urandom(32)
                return jsonify(
                    Plaintext=base64.b64encode(plain).decode(), CiphertextBlob=_wrap(master, plain), KeyId=_KEY_ID
                )
            case "Decrypt":
                return _decrypt(master, base64.b64decode(body["CiphertextBlob"]))
        return _refuse("UnknownOperationException")

    return app


def _kept_key(path: Path) -> bytes:
    if not path.exists():
        path.write_bytes(AESGCM.generate_key(256))
        path.chmod(0o600)
    return path.read_bytes()


def _wrap(master: AESGCM, plain: bytes) -> str:
    nonce = os.urandom(_NONCE_BYTES)
    return base64.b64encode(nonce + master.encrypt(nonce, plain, None)).decode()


def _decrypt(master: AESGCM, blob: bytes) -> Response:
    try:
        plain = master.decrypt(blob[:_NONCE_BYTES], blob[_NONCE_BYTES:], None)
    except InvalidTag:
        return _refuse("InvalidCiphertextException")
    return jsonify(Plaintext=base64.b64encode(plain).decode(), KeyId=_KEY_ID)


def _refuse(kind: str) -> Response:
    answer = jsonify({"__type": kind})
    answer.status_code = 400
    return answer
