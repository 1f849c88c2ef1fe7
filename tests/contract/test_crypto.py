"""Sealed data opens only with its person's key, in its place; keys rotate and lookups go on."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from cryptography.exceptions import InvalidTag
from moto import mock_aws

from chalicelib.platform.crypto import LookupHash, Vault
from chalicelib.platform.settings import Secrets
from tests.builders.wechat import WeChat


class Keys:
    """A KMS, and secrets that can be rotated."""

    def __init__(self, wechat: WeChat) -> None:
        self.kms = boto3.client("kms")
        self._key_id = self.kms.create_key()["KeyMetadata"]["KeyId"]
        self.secrets: Secrets = wechat.secrets().model_copy(update={"key_encryption_keys": []})
        self.caches = False
        self.cached: Secrets | None = None
        self.add_key_encryption_key()

    def __call__(self, *, afresh: bool = False) -> Secrets:
        """As the product's source: what was read once is kept, unless asked afresh."""
        if self.cached is None or afresh:
            self.cached = self.secrets
        return self.cached if self.caches else self.secrets

    def add_key_encryption_key(self) -> None:
        blob = self.kms.encrypt(KeyId=self._key_id, Plaintext=os.urandom(32))["CiphertextBlob"]
        wrapped = base64.b64encode(blob).decode()
        self.replace(key_encryption_keys=[wrapped, *self.secrets.key_encryption_keys])

    def replace(self, **changes: Any) -> None:
        self.secrets = self.secrets.model_copy(update=changes)

    def vault(self) -> Vault:
        return Vault(self.kms, self)  # type: ignore[arg-type]

    def lookup(self) -> LookupHash:
        return LookupHash(self)  # type: ignore[arg-type]


@pytest.fixture
def keys(wechat: WeChat) -> Iterator[Keys]:
    with mock_aws():
        yield Keys(wechat)


class TestVault:
    def test_opens_what_it_sealed(self, keys: Keys) -> None:
        vault = keys.vault()
        key = vault.new_data_key()
        assert vault.open(key, vault.seal(key, b"secret", label="a"), label="a") == b"secret"

    def test_not_with_another_persons_key(self, keys: Keys) -> None:
        vault = keys.vault()
        sealed = vault.seal(vault.new_data_key(), b"secret", label="a")
        with pytest.raises(InvalidTag):
            vault.open(vault.new_data_key(), sealed, label="a")

    def test_not_in_another_place(self, keys: Keys) -> None:
        vault = keys.vault()
        key = vault.new_data_key()
        with pytest.raises(InvalidTag):
            vault.open(key, vault.seal(key, b"secret", label="a"), label="b")

    def test_never_seals_the_same_way_twice(self, keys: Keys) -> None:
        vault = keys.vault()
        key = vault.new_data_key()
        assert vault.seal(key, b"secret", label="a") != vault.seal(key, b"secret", label="a")

    def test_old_data_opens_after_the_company_key_was_rotated(self, keys: Keys) -> None:
        vault = keys.vault()
        old = vault.new_data_key()
        sealed = vault.seal(old, b"secret", label="a")
        keys.add_key_encryption_key()
        assert vault.open(old, sealed, label="a") == b"secret"
        assert (old[0], vault.new_data_key()[0]) == (1, 2)

    def test_opens_what_a_process_sealed_that_knew_of_a_rotation_earlier(self, keys: Keys) -> None:
        keys.caches = True
        stale = keys.vault()
        stale.new_data_key()
        keys.add_key_encryption_key()
        keys.caches = False
        ahead = keys.vault()
        key = ahead.new_data_key()
        sealed = ahead.seal(key, b"secret", label="a")
        keys.caches = True
        assert key[0] == 2
        assert stale.open(key, sealed, label="a") == b"secret"

    def test_asks_kms_once_per_process(self, keys: Keys) -> None:
        vault = keys.vault()
        key = vault.new_data_key()
        keys.kms = None
        for _ in range(3):
            vault.open(key, vault.seal(key, b"x", label="a"), label="a")


class TestLookupHash:
    def test_tells_nothing_of_the_value_and_tells_kinds_apart(self, keys: Keys) -> None:
        lookup = keys.lookup()
        assert "13800001111" not in lookup.current("phone", "+8613800001111")
        assert lookup.current("phone", "x") != lookup.current("openid", "x")

    def test_what_was_kept_under_the_old_key_is_still_found(self, keys: Keys) -> None:
        before = keys.lookup().current("phone", "x")
        keys.replace(lookup_keys=["new key", *keys.secrets.lookup_keys])
        assert keys.lookup().current("phone", "x") != before
        assert before in keys.lookup().all("phone", "x")


def test_a_fingerprint_tells_contents_apart_and_nothing_without_the_persons_key(keys: Keys) -> None:
    vault = keys.vault()
    mine, other = vault.new_data_key(), vault.new_data_key()
    assert vault.fingerprint(mine, b"a phone") == vault.fingerprint(mine, b"a phone")
    assert vault.fingerprint(mine, b"a phone") != vault.fingerprint(mine, b"another")
    assert vault.fingerprint(mine, b"a phone") != vault.fingerprint(other, b"a phone")
