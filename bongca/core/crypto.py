"""Values that must not stand in the database in clear: AES-GCM with key ids, HMAC for look-up.

Keys come from the settings and live outside the database; the first of `COLUMN_KEYS` writes,
all of them read, so that a rotation is: add a key in front, run the job, remove the old one.
"""

import hashlib
import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_NONCE = 12


def _keys() -> dict[str, bytes]:
    return {key_id: bytes.fromhex(key) for key_id, key in settings.COLUMN_KEYS.items()}


def encrypt(text: str, *, key: bytes | None = None) -> bytes:
    """Return `text` sealed under the newest column key, or under `key` when one is given."""
    nonce = os.urandom(_NONCE)
    if key is not None:
        return b"\x00" + nonce + AESGCM(key).encrypt(nonce, text.encode(), None)
    key_id, newest = next(iter(_keys().items()))
    name = key_id.encode()
    sealed = AESGCM(newest).encrypt(nonce, text.encode(), name)
    return bytes([len(name)]) + name + nonce + sealed


def decrypt(sealed: bytes | memoryview, *, key: bytes | None = None) -> str:
    """Return the text of `encrypt`. Raises KeyError when its key is gone, as after erasure."""
    sealed = bytes(sealed)
    length = sealed[0]
    name, rest = sealed[1 : 1 + length], sealed[1 + length :]
    if length == 0:
        if key is None:
            raise KeyError("a key of its own")
        return AESGCM(key).decrypt(rest[:_NONCE], rest[_NONCE:], None).decode()
    column_key = _keys()[name.decode()]
    return AESGCM(column_key).decrypt(rest[:_NONCE], rest[_NONCE:], name).decode()


def lookup_hash(value: str) -> bytes:
    """Return the keyed hash (32 bytes) by which an encrypted value is found again."""
    return hmac.new(bytes.fromhex(settings.LOOKUP_KEY), value.encode(), hashlib.sha256).digest()
