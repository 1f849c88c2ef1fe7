"""Personal data at rest: a data key per person, wrapped by one versioned key; lookups by keyed hash."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from chalicelib.kernel.principal import WrappedKey
from chalicelib.platform.settings import SecretSource

if TYPE_CHECKING:
    from types_boto3_kms import KMSClient

NONCE_BYTES = 12
KEY_BYTES = 32


class Vault:
    """Seals and opens under a person's data key. Destroying that wrapped key erases the person everywhere.

    A wrapped key is `version byte ‖ nonce ‖ ciphertext`; a sealed value is `nonce ‖ ciphertext`. `label` ties a
    sealed value to its place (item and field): moved elsewhere it does not open.
    """

    def __init__(self, kms: KMSClient, secrets: SecretSource) -> None:
        self._kms = kms
        self._secrets = secrets
        self._unwrapped: dict[str, AESGCM] = {}

    def new_data_key(self) -> WrappedKey:
        wrapped = self._secrets().key_encryption_keys
        version = len(wrapped)
        return WrappedKey(
            version.to_bytes(1, "big")
            + _encrypt(self._key_encryption_key(version), os.urandom(KEY_BYTES), b"data-key")
        )

    def seal(self, key: WrappedKey, plaintext: bytes, *, label: str) -> bytes:
        return _encrypt(self._data_key(key), plaintext, label.encode())

    def open(self, key: WrappedKey, sealed: bytes, *, label: str) -> bytes:
        return _decrypt(self._data_key(key), sealed, label.encode())

    def fingerprint(self, key: WrappedKey, content: bytes) -> bytes:
        """16 bytes that tell equal contents from others, and tell nothing to who has not the person's key."""
        return hmac.new(self._plain_data_key(key), b"fingerprint\0" + content, hashlib.sha256).digest()[:16]

    def _data_key(self, key: WrappedKey) -> AESGCM:
        return AESGCM(self._plain_data_key(key))

    def _plain_data_key(self, key: WrappedKey) -> bytes:
        return _decrypt(self._key_encryption_key(key[0]), key[1:], b"data-key")

    def _key_encryption_key(self, version: int) -> AESGCM:
        """Version 1 is the oldest, last in the list; each is unwrapped by KMS once per process.

        A version not known yet was made by a process that has seen a rotation before this one.
        """
        known = self._secrets().key_encryption_keys
        if version > len(known):
            known = self._secrets(afresh=True).key_encryption_keys
        wrapped = known[-version]
        if wrapped not in self._unwrapped:
            answer = self._kms.decrypt(CiphertextBlob=base64.b64decode(wrapped))
            self._unwrapped[wrapped] = AESGCM(answer["Plaintext"])
        return self._unwrapped[wrapped]


class LookupHash:
    """Keyed hashes by which a national id, phone, openid or activation code is found without being stored."""

    def __init__(self, secrets: SecretSource) -> None:
        self._secrets = secrets

    def current(self, kind: str, value: str) -> str:
        return self.all(kind, value)[0]

    def all(self, kind: str, value: str) -> list[str]:
        """Under the current key first, then under the ones before it, so that keys can rotate.

        A new key is put last for the life of a secret's cache, then first: so each process knows it before any
        other writes under it.
        """
        return [
            hmac.new(key.encode(), f"{kind}:{value}".encode(), hashlib.sha256).hexdigest()
            for key in self._secrets().lookup_keys
        ]


def _encrypt(key: AESGCM, plaintext: bytes, label: bytes) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + key.encrypt(nonce, plaintext, label)


def _decrypt(key: AESGCM, sealed: bytes, label: bytes) -> bytes:
    return key.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], label)
