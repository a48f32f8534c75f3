"""What waits in the outbox is sealed: AES-256-GCM, each part bound to its row and column (NIST SP 800-38D)."""

from __future__ import annotations

import hmac
import secrets

KEY_BYTES = 32
NONCE_BYTES = 12
NAME_LETTERS = 16


class SealBroken(Exception):
    """What was sealed with another key, for another place, or has changed since."""


class Seal:
    """Seals and opens with one key. `name` tells two keys apart and gives neither away."""

    def __init__(self, key: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  (20 ms, for the few who queue)

        self._cipher = AESGCM(_derived(key, b"seal"))
        self._marking = _derived(key, b"mark")
        self.name = _derived(key, b"name").hex()[:NAME_LETTERS]

    def close(self, plain: bytes, row: str, column: str) -> bytes:
        """Seal a part for one place."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, f"{row}/{column}".encode())

    def open(self, sealed: bytes, row: str, column: str) -> bytes:
        """Open a part that was sealed for this place. Raises SealBroken."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415

        try:
            return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], f"{row}/{column}".encode())
        except (InvalidTag, ValueError):
            raise SealBroken from None

    def mark(self, text: str) -> str:
        """Return what is equal for equal texts, and from which nobody without the key can guess them."""
        return hmac.digest(self._marking, text.encode(), "sha256").hex() if text else ""


def new_key() -> bytes:
    """Make a key that nobody can guess."""
    return secrets.token_bytes(KEY_BYTES)


def _derived(key: bytes, use: bytes) -> bytes:
    """Return a key for one use (RFC 5869, its second step with one block)."""
    return hmac.digest(key, use + b"\x01", "sha256")
